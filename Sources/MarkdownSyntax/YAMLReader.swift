public import Diagnostics
internal import Yams

/// Reads YAML with exact places: `toolkit.yml` and its like, and front matter by the same rules.
public enum YAMLReader {
  /// Larger YAML is no hand-written file.
  static let sizeLimit = 256 << 10

  /// Reads a whole file.
  ///
  /// - Returns: nil when the file is empty or can't be read; a map of what could be made out when
  ///   only a part is broken. Broken YAML always comes with an error.
  public static func read(_ source: SourceFile) -> (YAMLValue?, [Diagnostic]) {
    let (facts, problems) = TextFacts.check(source)
    guard facts.isReadable else { return (nil, problems) }
    let (value, more) = read(source, facts.start..<source.bytes.count)
    return (value, (problems + more).inFileOrder)
  }

  /// Reads a whole file with the parser, however simple it is; for comparing the quick way with it.
  package static func readFully(_ source: SourceFile) -> (YAMLValue?, [Diagnostic]) {
    var composer = YAMLComposer(source, 0..<source.bytes.count)
    return (composer.composeFully(), composer.diagnostics)
  }

  /// Reads a part of a file.
  static func read(_ source: SourceFile, _ range: Range<Int>) -> (YAMLValue?, [Diagnostic]) {
    guard range.count <= sizeLimit else {
      return (
        nil,
        [
          Diagnostic(
            .fileTooLarge, path: source.path,
            range: SourceRange(range.lowerBound, range.lowerBound),
            "This YAML has more than \(sizeLimit >> 10) kB.",
            help: "Put long texts into Markdown files.")
        ]
      )
    }
    var composer = YAMLComposer(source, range)
    let value = composer.compose()
    return (value, composer.diagnostics)
  }
}

/// Composes one YAML text.
struct YAMLComposer {
  let source: SourceFile
  /// Offset of the text in the file.
  let base: Int
  /// The text with spaces and line ends put right.
  let normal: NormalisedText
  var diagnostics: [Diagnostic] = []
  /// Lines that hold a key a second time, blanked out to read the rest.
  var dropped: [Range<Int>] = []

  init(_ source: SourceFile, _ range: Range<Int>) {
    self.source = source
    base = range.lowerBound
    let bytes = Array(source.bytes[range])
    normal = NormalisedText(bytes, from: 0, edits: Self.edits(bytes))
  }

  /// Composes, the quick way where that can read all of it.
  mutating func compose() -> YAMLValue? {
    SimpleYAML.read(self) ?? composeFully()
  }

  /// Composes with the parser.
  mutating func composeFully() -> YAMLValue? {
    let problems = YAMLScan.problems(in: normal.bytes)
    guard problems.isEmpty else {
      for (problem, range) in problems.prefix(20) { report(problem, range) }
      return fallback()
    }
    // Every round drops one key that stands twice.
    for _ in 0..<20 {
      do {
        var bytes = normal.bytes
        for range in dropped {
          for offset in range where bytes[offset] != UInt8(ascii: "\n") {
            bytes[offset] = UInt8(ascii: " ")
          }
        }
        guard let node = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic)
        else {
          return nil
        }
        return YAMLPlaces(bytes: bytes, composer: self).value(node, depth: 0)
      } catch let error as YamlError {
        guard report(error) else { return fallback() }
      } catch {
        return fallback()
      }
    }
    return fallback()
  }

  /// A range of the normalised text as one of the file.
  func range(_ lower: Int, _ upper: Int) -> SourceRange {
    let start = base + normal.original(lower)
    return SourceRange(start, max(start, base + normal.original(upper, isEnd: true)))
  }

  /// Offset of a mark in the normalised text.
  static func offset(_ mark: Mark, in bytes: [UInt8], lineStarts: [UInt32]) -> Int {
    let line = min(max(1, mark.line), max(1, lineStarts.count - 1))
    var offset = Int(lineStarts[line - 1])
    var column = 1
    while column < mark.column, offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// Wide spaces in indentation and behind `:` and `-`, invisible characters at line starts, and
  /// Windows line ends.
  private static func edits(_ bytes: [UInt8]) -> [SourceEdit] {
    var edits: [SourceEdit] = []
    bytes.withUnsafeBufferPointer { text in
      var atStart = true
      var offset = 0
      while offset < text.count {
        let byte = text[offset]
        if byte == UInt8(ascii: "\r") {
          let end =
            TypedCharacters.byte(text, offset + 1) == UInt8(ascii: "\n") ? offset + 2 : offset + 1
          edits.append(SourceEdit(offset, end, "\n"))
          offset = end
          atStart = true
          continue
        }
        let space = byte < 0x80 ? 0 : TypedCharacters.wideSpace(text, offset)
        let mark = byte < 0x80 ? 0 : TypedCharacters.invisible(text, offset)
        let before = offset > 0 ? text[offset - 1] : 0
        if space > 0, atStart || before == UInt8(ascii: ":") {
          edits.append(SourceEdit(offset, offset + space, " "))
        } else if mark > 0, atStart {
          edits.append(SourceEdit(offset, offset + mark, ""))
        } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "\n") {
          atStart = false
        }
        if byte == UInt8(ascii: "\n") { atStart = true }
        offset += max(1, space + mark)
      }
    }
    return edits
  }
}
