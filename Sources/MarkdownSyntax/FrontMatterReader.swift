internal import Diagnostics

/// Finds and reads the lines between `---` and `---` at the start of a file.
struct FrontMatterReader {
  private let source: SourceFile
  private let bytes: [UInt8]

  /// Reads front matter.
  /// - Returns: The front matter, the offset at which the text begins, and what is wrong.
  static func read(_ source: SourceFile, from start: Int) -> (FrontMatter?, Int, [Diagnostic]) {
    let reader = FrontMatterReader(source: source, bytes: source.bytes)
    guard let open = reader.opening(from: start) else { return (nil, start, []) }
    let first = reader.nextLine(open.upperBound)
    if let close = reader.closing(from: first) {
      let (value, problems) = YAMLReader.read(source, first..<close.lowerBound)
      let (entries, more) = reader.entries(value, problems)
      let range = SourceRange(open.lowerBound, close.upperBound)
      return (
        FrontMatter(entries: entries, range: range), reader.nextLine(close.upperBound),
        problems + more
      )
    }
    return reader.readUnclosed(open, first)
  }

  private init(source: SourceFile, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }

  /// The first line when it is `---`; empty lines and direction marks before it count for nothing.
  private func opening(from start: Int) -> Range<Int>? {
    let offset = bytes.withUnsafeBufferPointer { text in
      var offset = start
      while offset < text.count {
        let skip = TypedCharacters.skippable(text, offset)
        let isBreak = text[offset] == UInt8(ascii: "\n") || text[offset] == UInt8(ascii: "\r")
        if skip == 0, !isBreak { break }
        offset += max(1, skip)
      }
      return offset
    }
    let line = lineRange(offset)
    guard isFence(line, dots: false) else { return nil }
    // A line across the page, with an empty line or a heading behind it, opens nothing.
    let second = lineRange(nextLine(line.upperBound))
    let isKey = bytes[second].contains(UInt8(ascii: ":")) || isFence(second, dots: true)
    let isComment = second.first.map { bytes[$0] == UInt8(ascii: "#") && !second.isEmpty } ?? false
    return isKey && !isComment || (isComment && closing(from: second.lowerBound) != nil)
      ? line : nil
  }

  /// From an offset to the end of its line, without the line end.
  private func lineRange(_ offset: Int) -> Range<Int> {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    return min(offset, bytes.count)..<end
  }

  private func nextLine(_ end: Int) -> Int {
    guard end < bytes.count else { return bytes.count }
    let isPair =
      bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count
      && bytes[end + 1] == UInt8(ascii: "\n")
    return end + (isPair ? 2 : 1)
  }

  /// Whether a line is `---`, or `...` where that may close.
  private func isFence(_ line: Range<Int>, dots: Bool) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, TypedCharacters.isBlank(bytes[end - 1]) { end -= 1 }
    guard end - line.lowerBound == 3 else { return false }
    let text = bytes[line.lowerBound..<end]
    return text.allSatisfy { $0 == UInt8(ascii: "-") }
      || (dots && text.allSatisfy { $0 == UInt8(ascii: ".") })
  }

  private func closing(from start: Int) -> Range<Int>? {
    var offset = start
    while offset < bytes.count {
      let line = lineRange(offset)
      if isFence(line, dots: true) { return line }
      offset = nextLine(line.upperBound)
    }
    return nil
  }

  private func entries(
    _ value: YAMLValue?, _ problems: [Diagnostic]
  ) -> ([YAMLEntry], [Diagnostic]) {
    guard let value else { return ([], []) }
    if let entries = value.entries { return (entries, []) }
    guard problems.isEmpty else { return ([], []) }
    return (
      [],
      [
        Diagnostic(
          .invalidYAML, path: source.path, range: value.range,
          "The lines between `---` and `---` aren't keys with values.",
          help: "Write one `key: value` a line, as in `id: m08`.")
      ]
    )
  }

  /// Front matter without its second `---`: the lines that look like it are read, the text begins
  /// behind them.
  private func readUnclosed(_ open: Range<Int>, _ first: Int) -> (FrontMatter?, Int, [Diagnostic]) {
    var offset = first
    while offset < bytes.count {
      let line = lineRange(offset)
      let lead = line.isEmpty ? 0 : bytes[line.lowerBound]
      let isIndented = TypedCharacters.isBlank(lead)
      let isItem = lead == UInt8(ascii: "-")
      let isKey = TypedCharacters.isLetter(lead) && bytes[line].contains(UInt8(ascii: ":"))
      guard isIndented || isItem || isKey else { break }
      offset = nextLine(line.upperBound)
    }
    let (value, problems) = YAMLReader.read(source, first..<offset)
    // The last key may end with the file.
    let before = bytes[offset - 1]
    let isNewLine = before == UInt8(ascii: "\n") || before == UInt8(ascii: "\r")
    let error = Diagnostic(
      .frontMatterNotClosed, path: source.path,
      range: SourceRange(open.lowerBound, open.upperBound),
      "The front matter that begins here is never closed.",
      help: "Put a line `---` behind its last key.",
      fixes: [
        Diagnostic.Fix(
          "Put `---` behind the last key", range: SourceRange(offset, offset),
          replacement: isNewLine ? "---\n" : "\n---\n")
      ])
    let range = SourceRange(open.lowerBound, offset)
    return (
      FrontMatter(entries: entries(value, problems).0, range: range), offset, problems + [error]
    )
  }
}
