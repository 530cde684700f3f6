import Diagnostics
import Testing

/// A diagnostic about the first place where a text stands in a file.
private func diagnostic(
  _ code: DiagnosticCode, in source: SourceFile, at marked: String, _ message: String,
  help: String? = nil, notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
) throws -> Diagnostic {
  let range = try #require(place(of: marked, in: source))
  return Diagnostic(
    code, path: source.path, range: range, message, help: help, notes: notes, fixes: fixes)
}

private func place(of text: String, in source: SourceFile) -> SourceRange? {
  let wanted = Array(text.utf8)
  guard wanted.count <= source.bytes.count else { return nil }
  for start in 0...(source.bytes.count - wanted.count)
  where Array(source.bytes[start..<start + wanted.count]) == wanted {
    return SourceRange(start, start + wanted.count)
  }
  return nil
}

@Suite struct TerminalFormatterTests {
  let plain = TerminalFormatter(usesColour: false, width: nil)

  private func render(
    _ source: SourceFile, _ diagnostics: [Diagnostic], _ formatter: TerminalFormatter? = nil
  ) -> String {
    (formatter ?? plain).format(diagnostics, sources: [source.path: source])
  }

  /// Columns before the mark, and of the mark, in the last line but one of a short report.
  private func mark(under source: SourceFile, at marked: String) throws -> (Int, Int) {
    let text = render(source, [try diagnostic(.rawHTML, in: source, at: marked, "x")])
    let line = try #require(text.split(separator: "\n").last { $0.contains("^") })
    let body = line.drop { $0 != "|" }.dropFirst(2)
    return (body.prefix { $0 == " " }.count, body.filter { $0 == "^" || $0 == "~" }.count)
  }

  /// Places in very long lines are found from known ones; counting from the start tells the same.
  @Test(arguments: ["a", "é", "مرحبا ", "👩‍👩‍👧 ", "e\u{301}"])
  func `Columns of a long line`(_ piece: String) throws {
    for start in ["", "\u{FEFF}", "one\n\n"] {
      let source = SourceFile(
        path: "a.md", text: start + String(repeating: piece, count: 20_000) + "\nlast")
      let line = start.hasSuffix("\n") ? 3 : 1
      let first = start.utf8.count
      let length = 20_000 * piece.utf8.count
      for offset in stride(from: first, to: first + length, by: length / 41 + 1) {
        let before = String(decoding: source.bytes[first..<offset], as: UTF8.self)
        let position = source.position(of: offset)
        #expect(position.line == line)
        #expect(position.column == before.count + 1, "\(piece) \(offset)")
      }
      #expect(source.position(of: source.bytes.count).line == line + 1)
      #expect(source.position(of: source.bytes.count).column == 5)
    }
  }

  @Test func `A long line shows what is around the mark`() throws {
    let source = SourceFile(
      path: "a.md",
      text: String(repeating: "left ", count: 2000) + "HERE"
        + String(repeating: " right", count: 2000))
    let text = render(source, [try diagnostic(.rawHTML, in: source, at: "HERE", "x")])
    let lines = text.split(separator: "\n").map { String($0) }
    let shown = try #require(lines.first { $0.contains("HERE") })
    #expect(shown.contains("| …"))
    #expect(shown.hasSuffix("…"))
    #expect(shown.count <= 160)
    let (column, width) = try mark(under: source, at: "HERE")
    #expect(width == 4)
    #expect(Array(shown.drop { $0 != "|" }.dropFirst(2))[column...].starts(with: "HERE"))
  }

  @Test func `A whole report`() throws {
    let source = SourceFile(
      path: "modules/m01/en.md",
      text: "# One\n\nSee [the referral module](m99) first.\n\n## Two {#a}\n\n## Three {#a}\n")
    let text = render(
      source,
      [
        try diagnostic(
          .unknownTarget, in: source, at: "m99", "There is no `m99` in this toolkit.",
          help: "Did you mean `m09`?"),
        try diagnostic(
          .duplicateID, in: source, at: "## Three {#a}", "The id `a` is used twice in this file.",
          notes: [
            .init("First used here.", path: source.path, range: place(of: "{#a}", in: source)),
            .init("Ids are for links."),
          ],
          fixes: [.init("Write `{#b}`", range: SourceRange(0, 1), replacement: "b")]),
        Diagnostic(.emptyContent, path: "", "There is nothing in this folder."),
      ])
    try expectSnapshot(text, named: "report.txt")
  }

  @Test func `The same report in colour and wrapped`() throws {
    let source = SourceFile(path: "trees/t1/en.md", text: "\t- [Go on](#nowhere) and then some\n")
    let found = try diagnostic(
      .unknownTarget, in: source, at: "#nowhere",
      "This answer leads to `nowhere`, and no node of the tree has that id, so a learner stops.",
      help: "Give a node the id `nowhere`, or let the answer lead to a node that exists.")
    let formatter = TerminalFormatter(usesColour: true, width: 50)
    try expectSnapshot(
      render(source, [found], formatter) + (formatter.summary([found]) ?? ""),
      named: "colour.txt")
  }

  @Test func `No line is wider than the terminal`() throws {
    let words = String(repeating: "some words 漢字 and emoji 👩‍👩‍👧 ", count: 20)
    let source = SourceFile(path: "a.md", text: words + "HERE " + words + "\n")
    for width in 40...130 {
      let text = render(
        source, [try diagnostic(.rawHTML, in: source, at: "HERE", words)],
        TerminalFormatter(usesColour: false, width: width))
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(width): \(line)")
      }
      let lines = text.split(separator: "\n").map(String.init)
      let caret = try #require(lines.lastIndex { $0.contains("^~~~") })
      let column = lines[caret].prefix { $0 != "^" }.count
      let before = try #require(lines[caret - 1].components(before: "HERE"))
      #expect(DisplayWidth.of(before[...]) == column, "\(width)")
    }
  }

  @Test(arguments: [
    ("a\tb X", 6, 1),  // the tab reaches to column 4
    ("漢字X", 4, 1),  // wide letters take two columns
    ("e\u{301}e\u{301}X", 2, 1),  // a mark takes none
    ("👍🏽👩‍👩‍👧X", 4, 1),  // one picture of several scalars takes two
    ("\u{200F}سلامX", 4, 1),  // a mark of direction takes none
    ("ab\u{0}X", 3, 1),  // a control character is shown as one
  ])
  func `The caret stands under the right column`(text: String, column: Int, width: Int) throws {
    let source = SourceFile(path: "a.md", text: text + " tail\n")
    let found = try mark(under: source, at: "X")
    #expect(found == (column, width))
  }

  @Test func `Lines that run from right to left name what is marked`() throws {
    let source = SourceFile(path: "modules/m01/ar.md", text: "انظر [الوحدة](m99) أولا\n")
    let text = render(source, [try diagnostic(.unknownTarget, in: source, at: "m99", "x")])
    #expect(text.contains("^~~ m99\n"))
  }

  @Test func `Text from files can't steer the terminal`() throws {
    let source = SourceFile(path: "a\u{1B}[2J.md", text: "x \u{1B}]0;title\u{7} \u{202E}X\n")
    let text = render(
      source, [try diagnostic(.rawHTML, in: source, at: "X", "bad \u{1B}[31m\nword")])
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x7 })
    #expect(!text.unicodeScalars.contains { $0.value == 0x202E })
    #expect(text.contains("bad \u{FFFD}[31m word"))
    #expect(text.contains("<U+202E>X"))
  }

  @Test func `Broken bytes, empty files and ranges behind the end do no harm`() {
    let broken = SourceFile(path: "a.md", bytes: [0xFF, 0xFE, 0x41, 0x80, 0x42])
    let empty = SourceFile(path: "b.md", bytes: [])
    let text = plain.format(
      [
        Diagnostic(.wrongEncoding, path: "a.md", range: SourceRange(2, 3), "bytes"),
        Diagnostic(.wrongEncoding, path: "a.md", range: SourceRange(90, 99), "behind"),
        Diagnostic(.emptyFile, path: "b.md", range: SourceRange(0, 0), "empty"),
        Diagnostic(.unreadableFile, path: "c.md", range: SourceRange(5, 9), "not loaded"),
      ], sources: ["a.md": broken, "b.md": empty])
    #expect(text.contains("1 | \u{FFFD}\u{FFFD}A\u{FFFD}B\n  |   ^\n"))
    #expect(text.contains("b.md:1:1: error[AMP0104]: empty\n"))
    #expect(text.contains("c.md: error[AMP0101]: not loaded\n"))
  }

  @Test func `A range over several lines says where it ends`() {
    let source = SourceFile(path: "a.md", text: "one\ntwo\nthree\n")
    let over = Diagnostic(.rawHTML, path: "a.md", range: SourceRange(4, 10), "x")
    let line = Diagnostic(.rawHTML, path: "a.md", range: SourceRange(4, 8), "x")
    #expect(render(source, [over]).contains("2 | two\n  | ^~~ to line 3\n"))
    #expect(render(source, [line]).contains("2 | two\n  | ^~~\n"))
  }

  @Test func `The summary counts by severity`() {
    let error = Diagnostic(.unknownTarget, path: "", "")
    let warning = Diagnostic(.rawHTML, path: "", "")
    #expect(plain.summary([]) == nil)
    #expect(plain.summary([error]) == "1 error")
    #expect(plain.summary([warning, error, error]) == "2 errors, 1 warning")
    #expect(plain.summary([Diagnostic(.comesLater, path: "", "")]) == "1 note")
  }
}

/// Columns of a text as an independent reader counts them: wide for CJK and pictures.
private enum DisplayWidth {
  static func of(_ text: Substring) -> Int {
    text.reduce(0) { sum, character in
      let isWide = character.unicodeScalars.contains {
        (0x4E00...0x9FFF).contains($0.value) || $0.properties.isEmojiPresentation
      }
      return sum + (isWide ? 2 : 1)
    }
  }
}

extension String {
  /// What stands before the last occurrence of a word.
  fileprivate func components(before word: String) -> String? {
    var start: String.Index?
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(word) { start = index }
      index = self.index(after: index)
    }
    return start.map { String(self[..<$0]) }
  }
}
