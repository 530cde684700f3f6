import ContentFixtures
import CourseCompiler
import CourseModel
import Diagnostics
import Foundation
import Testing

/// A folder on disk, read with Foundation; the command line has its own, stricter reader.
struct FolderContent: ContentSource {
  let root: URL

  func entries() throws(ContentError) -> [ContentEntry] {
    let names =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.compactMap { name in
      let path = root.appending(path: name).path
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? nil
      return ContentEntry(path: name, size: size ?? 0)
    }
  }

  func read(_ path: String) throws(ContentError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: root.appending(path: path).path) else {
      throw ContentError(path: path, reason: "can't be read")
    }
    return Array(data)
  }
}

/// The toolkit that this repository is for.
@Suite struct ContentTests {
  static let folder = fixtures.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Content")

  @Test func compilesWithNothingToMend() async throws {
    let result = await CourseCompiler.compile(FolderContent(root: Self.folder))
    // What isn't translated yet is said once for each language.
    let languages = result.toolkit?.editions.count ?? 0
    #expect(result.diagnostics.count { $0.code == .translationIncomplete } < max(1, languages))
    let open = result.diagnostics.filter { $0.code != .translationIncomplete }
    let said = open.map { diagnostic -> String in
      let line = diagnostic.range.flatMap { range in
        result.sources[diagnostic.path]?.position(of: range.lower).line
      }
      return "\(diagnostic.code.rawValue) \(diagnostic.path):\(line ?? 0) \(diagnostic.message)"
    }
    #expect(said == [])
    let toolkit = try #require(result.toolkit)
    #expect(toolkit.editions.map(\.language.tag) == ["en", "ar", "fr", "es"])
    let module = try #require(toolkit.editions[0].modules.first)
    let quiz = module.sections.compactMap { section in
      if case .quiz(let quiz) = section.kind { quiz } else { nil }
    }.first
    #expect((8...10).contains(quiz?.questions.count ?? 0))
    #expect(toolkit.editions[0].glossary.count >= 40)
  }
}
