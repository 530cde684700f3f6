import Diagnostics
import MarkdownSyntax
import MarkupTree
import Testing

/// Files that are no Markdown, or too much of it.
@Suite struct BytesTests {
  private func problems(_ bytes: [UInt8]) -> [DiagnosticCode] {
    MarkdownParser.parse(SourceFile(path: "a.md", bytes: bytes)).1.map(\.code)
  }

  @Test func aHugeFileIsRefused() {
    #expect(problems([UInt8](repeating: UInt8(ascii: "a"), count: 3 << 20)) == [.fileTooLarge])
    #expect(
      YAMLReader.read(SourceFile(path: "a.yml", bytes: [UInt8](repeating: 97, count: 3 << 20))).1
        .map(\.code) == [.fileTooLarge])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x23, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x23], "UTF-16"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x23, 0x00, 0x00, 0x00], "UTF-32"),
      ([0x23, 0x00, 0x20, 0x00, 0x41, 0x00], "UTF-16"), ([0x43, 0x61, 0x66, 0xE9], "Latin-1"),
      ([0x93, 0x41, 0x94, 0x20, 0x41], "Windows-1252"),
      ([0xC7, 0xE1, 0xDA, 0xE4, 0xDD, 0x20, 0xE3, 0xE4], "Windows-1256"),
    ] as [([UInt8], String)])
  func otherEncodingsAreNamed(_ bytes: [UInt8], _ name: String) {
    let (document, problems) = MarkdownParser.parse(SourceFile(path: "a.md", bytes: bytes))
    #expect(problems.map(\.code) == [.wrongEncoding])
    #expect(problems.first?.message.contains(name) == true)
    #expect(document.markup.nodes.count == 1)
  }

  @Test func nestingIsCapped() {
    let quotes = Array(repeating: ">", count: 50_000).joined() + " text"
    #expect(problems(Array(quotes.utf8)) == [.nestedTooDeep])
    let list = (0..<1_000).map { String(repeating: "  ", count: $0) + "- x" }.joined(
      separator: "\n")
    #expect(problems(Array(list.utf8)).contains(.nestedTooDeep))
    let stars =
      String(repeating: "*a **b ", count: 5_000) + String(repeating: "c** d* ", count: 5_000)
    #expect(problems(Array(stars.utf8)) == [.nestedTooDeep])
  }

  @Test func wideTablesAreRefusedBeforeTheyCost() {
    let table =
      String(repeating: "|a", count: 9_000) + "|\n" + String(repeating: "|-", count: 9_000) + "|\n"
    let start = ContinuousClock.now
    #expect(problems(Array(table.utf8)) == [.tableTooWide])
    #expect(
      problems(Array(("> - " + table.replacing("\n", with: "\n>   ")).utf8)) == [.tableTooWide])
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func windowsAndUnixLinesGiveTheSameTree() {
    let text = "---\nid: a\n---\n\n# A {#a}\n\n> [!KEY] T\n> x\n\n- [ ] a\n  b\n\n```\ncode\n```\n"
    let unix = MarkdownParser.parse(SourceFile(path: "a.md", text: text))
    let windows = MarkdownParser.parse(
      SourceFile(path: "a.md", text: text.replacing("\n", with: "\r\n")))
    let mac = MarkdownParser.parse(SourceFile(path: "a.md", text: text.replacing("\n", with: "\r")))
    #expect(unix.0.dump() == windows.0.dump())
    #expect(unix.0.dump() == mac.0.dump())
    #expect(unix.1.isEmpty && windows.1.isEmpty && mac.1.isEmpty)
  }

  /// A box is ticked by itself, not by what stands in its line, where cmark looks.
  @Test func ticksAreRead() {
    let text = "- [ ] a [x] b\n- [x] a [ ] b\n- [X] c\n\n> - [ ] [x] d\n> - [x] e\n"
    let markup = MarkdownParser.parse(SourceFile(path: "a.md", text: text)).0.markup
    let ticks = markup.nodes.filter { $0.kind == .item }.map { $0.flags.contains(.ticked) }
    #expect(ticks == [false, true, true, false, true])
  }

  @Test func proseAndCodeStayAsTyped() {
    let text =
      "Said “so” –\u{A0}and\u{200F} ١٢.\n– goes on\n٣. goes on\n\n```\n– a\n##\u{A0}b\n- [X] c {#x}\n```\n\n`[a](b “c”)`\n"
    let (document, problems) = MarkdownParser.parse(SourceFile(path: "a.md", text: text))
    #expect(problems.isEmpty)
    let texts = document.markup.nodes.filter { [.text, .code, .codeBlock].contains($0.kind) }
      .map { document.markup.string($0.text) }
    #expect(
      texts == [
        "Said “so” –\u{A0}and\u{200F} ١٢.", "– goes on", "٣. goes on",
        "– a\n##\u{A0}b\n- [X] c {#x}\n", "[a](b “c”)",
      ])
  }
}
