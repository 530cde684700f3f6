import ContentFixtures
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
      let fixes =
        Self.showsFixes(content)
        ? diagnostic.fixes.map { " fix \($0.replacement.debugDescription)" } : []
      // `*` stands for any place, where the fixture is a copy of a file that changes.
      return content.expected.contains(said + ":*")
        ? said + ":*" : said + (place ?? "") + fixes.joined()
    }
    #expect(said.sorted() == content.expected, "\(result.diagnostics.map(\.message))")
    #expect(content.expected.contains { $0.hasPrefix(name.prefix(7)) })
    let hasErrors = result.diagnostics.contains { $0.severity == .error }
    #expect((result.toolkit == nil) == hasErrors)
  }

  /// Whether a fixture says which fixes there must be.
  private static func showsFixes(_ content: FixtureContent) -> Bool {
    content.expected.contains { $0.contains(" fix ") }
  }

  /// Fixes mend what they say they mend, and make nothing new.
  @Test(arguments: names) func fixes(_ name: String) async throws {
    let file = fixtures.appending(path: "content").appending(path: name)
    var content = FixtureContent(try String(contentsOf: file, encoding: .utf8))
    guard Self.showsFixes(content) else { return }
    let result = await CourseCompiler.compile(content)
    let fixed = result.diagnostics.filter { $0.fixes.count == 1 }
    for (path, diagnostics) in Dictionary(grouping: fixed, by: \.path) {
      var bytes = try #require(result.sources[path]).bytes
      let fixes = diagnostics.flatMap(\.fixes).sorted { $0.range > $1.range }
      for fix in fixes {
        bytes.replaceSubrange(fix.range.lower..<fix.range.upper, with: Array(fix.replacement.utf8))
      }
      content.replace(path, by: String(decoding: bytes, as: UTF8.self))
    }
    let rest = await CourseCompiler.compile(content).diagnostics
    let unfixable = result.diagnostics.count - fixed.count
    #expect(
      rest.count <= unfixable, "\(rest.map { "\($0.code.rawValue) \($0.path) \($0.message)" })")
  }
}
