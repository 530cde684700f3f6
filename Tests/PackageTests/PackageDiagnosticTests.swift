import ContentFixtures
import CourseModel
import Diagnostics
import Exporters
import Foundation
import Learning
import Testing

@Suite struct PackageDiagnosticTests {
  static var names: [String] {
    let folder = fixtures.appending(path: "packages").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test func `Fixtures are found`() { #expect(Self.names.count > 7) }

  @Test(arguments: names)
  func `Exporters say exactly what is expected`(name: String) async throws {
    let file = fixtures.appending(path: "packages").appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let run = try await PackageRun(fixture: text)
    var said: [String] = []
    for exporter in packageExporters + exchangeExporters {
      let (_, diagnostics) = try run.export(exporter)
      said += diagnostics.map { "\($0.code.rawValue) \(exporter.name) \($0.path)" }
    }
    #expect(said.sorted() == FixtureContent(text).expected)
    #expect(said.contains { $0.hasPrefix(name.prefix(7)) })
  }

  @Test func `A state that is too large is an error that names what costs most`() async throws {
    let file = fixtures.appending(path: "packages").appending(path: "AMP1100-state-too-large.txt")
    let run = try await PackageRun(fixture: try String(contentsOf: file, encoding: .utf8))
    let (_, diagnostics) = try run.export(PackageExporter(.scorm12))
    let problem = try #require(diagnostics.first { $0.code == .stateTooLarge })
    #expect(problem.severity == .error)
    // 34 questions of 36 options, one section, frame: 3 + 4/3 of the bytes + the attempt's mark.
    let bytes = 34 * (2 + 1 + 1 + 1 + 72) + 3 + 2 + 1 + 2 + 5 + 1 + 4
    #expect(problem.message.contains("\(3 + (bytes * 8 + 5) / 6 + 13) characters"))
    #expect(problem.help?.contains("`m01#q1` 103") == true)
  }

  @Test func `Large media and names of other letters are said`() throws {
    let image = "modules/m01/media/صورة.png"
    let section = Section(
      anchor: Anchor(FileID("m01"), "s"), engineIndex: 0, title: Prose(plain: "Part"),
      kind: .reading, audience: .learner, language: Language("en"),
      blocks: [
        .figure(Figure(media: image, alternative: "A picture", caption: nil, credit: nil))
      ])
    let module = Module(
      id: FileID("m01"), engineIndex: 0, title: "First", language: Language("en"), minutes: nil,
      prerequisites: [], guidance: [], contentWarning: nil, version: nil, review: nil,
      outcomes: [], sections: [section])
    let course = try Course(files: [
      CourseFile(tag: ActivityTag.of("m01".utf8), sections: [SectionDefinition(tag: 1)])
    ])
    let toolkit = Toolkit(
      id: "t", version: "1", defaultLanguage: Language("en"),
      editions: [
        Edition(
          language: Language("en"), title: "Toolkit", tracks: [], modules: [module], trees: [],
          glossary: [], guidance: [], support: [])
      ], engine: course.encoded(),
      media: [
        Media(
          path: image, mediaType: "image/png", bytes: [UInt8](repeating: 0, count: 21_000_000))
      ])
    let (tree, diagnostics) = try PackageRun(toolkit).export(PackageExporter(.cmi5))
    #expect(diagnostics.map(\.code) == [.packageMediaTooLarge, .renamedInPackage])
    let zip = try ReadZip(try #require(tree.files.first).bytes())
    #expect(zip.entries.map(\.name).contains("media/file.png"))
    #expect(
      String(decoding: try zip.bytes("index.html"), as: UTF8.self)
        .contains("src=\"media/file.png\""))
  }
}
