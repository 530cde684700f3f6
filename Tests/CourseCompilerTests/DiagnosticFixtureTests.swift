import CourseCompiler
import Diagnostics
import Foundation
import Testing

/// Each fixture says exactly what it is expected to say, at the place it is expected.
@Suite struct DiagnosticFixtureTests {
  static var names: [String] {
    let folder = fixtures.appending(path: "content").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test func fixturesAreFound() {
    #expect(Self.names.count > 40)
  }

  @Test(arguments: names) func says(_ name: String) async throws {
    let file = fixtures.appending(path: "content").appending(path: name)
    let content = FixtureContent(try String(contentsOf: file, encoding: .utf8))
    let result = await CourseCompiler.compile(content)
    let said = result.diagnostics.map { diagnostic -> String in
      let place = diagnostic.range.flatMap { range in
        result.sources[diagnostic.path].map { source in
          let position = source.position(of: range.lower)
          return ":\(position.line):\(position.column)"
        }
      }
      let said = "\(diagnostic.code.rawValue) \(diagnostic.path)"
      // `*` stands for any place, where the fixture is a copy of a file that changes.
      return content.expected.contains(said + ":*") ? said + ":*" : said + (place ?? "")
    }
    #expect(said.sorted() == content.expected, "\(result.diagnostics.map(\.message))")
    #expect(content.expected.contains { $0.hasPrefix(name.prefix(7)) })
    let hasErrors = result.diagnostics.contains { $0.severity == .error }
    #expect((result.toolkit == nil) == hasErrors)
  }
}
