import ContentFixtures
import CourseCompiler
import Diagnostics
import Foundation
import Testing

/// `amparo check --fix`, in memory.
@Suite struct MendingTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// Small faulty files, and the one with everything that people type.
  private static let files: [String] = {
    let folders = ["diagnostics", "documents"]
    return folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(
        atPath: fixtures.appending(path: folder).path)) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }
  }()

  private static func content(_ module: [UInt8]) -> InMemoryContent {
    var content = InMemoryContent([
      "toolkit.yml": """
      id: x
      title: X
      version: "1"
      default-language: en
      """
    ])
    content.files["modules/m01/en.md"] = module
    return content
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: fixtures.appending(path: name)))
  }

  @Test func `There are fixtures`() {
    #expect(Self.files.count > 30)
  }

  @Test(arguments: files)
  func `Mending settles, and mending again changes nothing`(name: String) async throws {
    let bytes = try Self.bytes(name)
    for module in [bytes, Self.withWindowsLineEnds(bytes)] {
      let mending = await CourseCompiler.mend(Self.content(module))
      #expect(mending.unsettled.isEmpty)
      #expect(mending.compilation.diagnostics.flatMap(\.fixes) == [])
      #expect(mending.compilation.corrections.isEmpty)
      let mended = mending.files.first?.edited.bytes ?? module
      #expect(await CourseCompiler.mend(Self.content(mended)).files.isEmpty)
      for file in mending.files {
        #expect(file.edited.bytes != module)
        #expect(file.repairs.count + file.quietCount > 0)
      }
    }
  }

  private static func withWindowsLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == 10 ? [13, 10] : [$0] }
  }

  /// Line ends, a byte order mark and all that isn't wrong stay; what people type is put right.
  @Test func `Nothing else changes by a byte`() async throws {
    let front = "\u{FEFF}---\r\nid: m01\r\ntitle: \u{201C}One\u{201D}\u{00A0}two\r\n---\r\n\r\n"
    let text = """
      ##\u{00A0}Lists\u{00A0}here {#a}\r
      \r
      \u{2013} one \u{2013} \u{201C}two\u{201D}\u{00A0}!  \r
      \u{200F}- three\u{200F}\r
      \r
      \u{0661}.\u{00A0}four \u{0664}\r
      \u{0662}. five\r
      \r
      ```\r
      \u{2013} code\u{00A0}\u{0661}. stays\r
      ```\r
      Last line\t
      """
    let mended = """
      ## Lists\u{00A0}here {#a}\r
      \r
      - one \u{2013} \u{201C}two\u{201D}\u{00A0}!  \r
      - three\u{200F}\r
      \r
      1. four \u{0664}\r
      2. five\r
      \r
      ```\r
      \u{2013} code\u{00A0}\u{0661}. stays\r
      ```\r
      Last line\t
      """
    let mending = await CourseCompiler.mend(Self.content(Array((front + text).utf8)))
    let file = try #require(mending.files.first)
    #expect(String(decoding: file.edited.bytes, as: UTF8.self) == front + mended)
    #expect(file.repairs.isEmpty)
    #expect(file.quietCount == 6)
  }

  /// The text reads the same to the compiler, before and after what is put right quietly.
  @Test func `What is put right quietly changes no diagnostic and no page`() async throws {
    let bytes = try Self.bytes("documents/typed.md")
    let before = await CourseCompiler.compile(Self.content(bytes))
    var file = EditedFile(SourceFile(path: "modules/m01/en.md", bytes: bytes))
    let corrections = try #require(before.corrections["modules/m01/en.md"])
    #expect(corrections.count > 5)
    file.apply(corrections)
    let after = await CourseCompiler.compile(Self.content(file.bytes))
    #expect(
      before.diagnostics.map { "\($0.code) \($0.message)" }
        == after.diagnostics.map { "\($0.code) \($0.message)" })
  }

  @Test func `One repair brings the next to light`() async throws {
    let text = "---\nid: m01\ntitle: Look: listen\n\n## A {#a\n\n> [!FACILITATER]\n> Note.\n"
    let mending = await CourseCompiler.mend(Self.content(Array(text.utf8)))
    let file = try #require(mending.files.first)
    #expect(file.repairs.count == 4)
    #expect(
      String(decoding: file.edited.bytes, as: UTF8.self) == """
        ---
        id: m01
        title: "Look: listen"
        ---

        ## A {#a}

        > [!FACILITATOR]
        > Note.

        """)
  }
}
