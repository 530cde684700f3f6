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
  private var dropped: [Range<Int>] = []

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

// What went wrong
extension YAMLComposer {
  private mutating func report(_ problem: YAMLScan.Problem, _ bytes: Range<Int>) {
    let place = range(bytes.lowerBound, bytes.upperBound)
    let typed = String(decoding: source.bytes[place.lower..<place.upper], as: UTF8.self)
    let message =
      switch problem {
      case .anchor: "A value that begins with `&` is a YAML anchor, which content doesn't use."
      case .alias: "A value that begins with `*` is a YAML alias, which content doesn't use."
      case .mergeKey: "`<<` is a YAML merge key, which content doesn't use."
      case .tag: "A value that begins with `!` is a YAML tag, which content doesn't use."
      case .depth: "Lists and maps stand inside each other more than \(YAMLScan.depthLimit) deep."
      }
    diagnostics.append(
      Diagnostic(
        .yamlAlias, path: source.path, range: place, message,
        help: problem == .depth
          ? nil : "If `\(typed)` is meant as text, put the whole value in quotation marks."))
  }

  /// Reports an error of the parser.
  /// - Returns: Whether another round may succeed.
  private mutating func report(_ error: YamlError) -> Bool {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      reportSyntax(problem, Self.offset(mark, in: normal.bytes, lineStarts: normal.lineStarts))
    case .duplicatedKeysInMapping(let keys, let context):
      if let key = keys.first { return dropSecond(key, context.mark) }
    case .reader(let problem, _, _, _): reportSyntax(problem, 0)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      reportSyntax("", 0)
    }
    return false
  }

  private mutating func reportSyntax(_ problem: String, _ offset: Int) {
    let line = lineRange(of: min(offset, max(0, normal.bytes.count - 1)))
    var message = "This isn't YAML that can be read\(problem.isEmpty ? "" : ": \(problem)")."
    var help: String? = "Front matter and YAML files hold one `key: value` a line."
    var fixes: [Diagnostic.Fix] = []
    if problem.contains("mapping values are not allowed") {
      message = "There is a second `: ` in this value."
      help = "Put the whole value in quotation marks."
      fixes = quoteFix(line)
    } else if problem.contains("cannot start any token") {
      message = "This sign can't begin a value here."
      help = "Put the whole value in quotation marks. Indent with spaces, not with tabs."
    } else if problem.contains("could not find expected ':'") {
      message = "There is no `: ` behind a key."
      help = "Write `key: value`, with a space behind the colon."
    }
    diagnostics.append(
      Diagnostic(
        .invalidYAML, path: source.path,
        range: range(offset, max(offset, min(offset + 1, line.upperBound))),
        message, help: help, fixes: fixes))
  }

  /// The bytes of the line around an offset, without its end.
  func lineRange(of offset: Int) -> Range<Int> {
    var lower = min(offset, normal.bytes.count)
    while lower > 0, normal.bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
    var upper = lower
    while upper < normal.bytes.count, normal.bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
    return lower..<upper
  }

  /// `title: Look: listen` with the value in quotation marks.
  private func quoteFix(_ line: Range<Int>) -> [Diagnostic.Fix] {
    let bytes = normal.bytes[line]
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return [] }
    var start = colon + 1
    while start < line.upperBound, normal.bytes[start] == UInt8(ascii: " ") { start += 1 }
    let value = String(decoding: normal.bytes[start..<line.upperBound], as: UTF8.self)
    guard !value.contains("\""), !value.contains("\\"), !value.isEmpty else { return [] }
    return [
      Diagnostic.Fix(
        "Put the value in quotation marks", range: range(start, line.upperBound),
        replacement: "\"\(value)\"")
    ]
  }

  /// Reports a key's second place and takes it out of the next round.
  private mutating func dropSecond(_ key: String, _ mark: Mark) -> Bool {
    let first = Self.offset(mark, in: normal.bytes, lineStarts: normal.lineStarts)
    let name = Array(key.utf8)
    let indent = first - lineRange(of: first).lowerBound
    var line = lineRange(of: first)
    while line.upperBound + 1 < normal.bytes.count {
      line = lineRange(of: line.upperBound + 1)
      let start = line.lowerBound + indent
      guard start + name.count < line.upperBound,
        !dropped.contains(where: { $0.contains(line.lowerBound) }),
        Array(normal.bytes[start..<start + name.count]) == name,
        normal.bytes[start + name.count] == UInt8(ascii: ":")
      else { continue }
      diagnostics.append(
        Diagnostic(
          .duplicateKey, path: source.path, range: range(start, start + name.count),
          "The key `\(key)` stands here a second time.", help: "Keep one of the two.",
          notes: [Diagnostic.Note("The first is here.", range: range(first, first + name.count))]))
      dropped.append(start..<entryEnd(line, indent))
      return true
    }
    diagnostics.append(
      Diagnostic(
        .duplicateKey, path: source.path, range: range(first, first + name.count),
        "The key `\(key)` stands twice in one map.", help: "Keep one of the two."))
    return false
  }

  /// The end of an entry: its line and the deeper lines that follow.
  private func entryEnd(_ line: Range<Int>, _ indent: Int) -> Int {
    var end = line.upperBound
    while end + 1 < normal.bytes.count {
      let next = lineRange(of: end + 1)
      let spaces = normal.bytes[next].prefix { $0 == UInt8(ascii: " ") }.count
      guard next.isEmpty || spaces > indent else { break }
      end = next.upperBound
      if next.isEmpty { break }
    }
    return end
  }

  /// The `key: value` lines at the left edge of a broken text, so that a second error doesn't
  /// follow from the first.
  private func fallback() -> YAMLValue? {
    var entries: [YAMLEntry] = []
    var offset = 0
    while offset < normal.bytes.count {
      let line = lineRange(of: offset)
      offset = line.upperBound + 1
      let key = normal.bytes[line].prefix {
        TypedCharacters.isLetter($0) || TypedCharacters.isDigit($0) || $0 == UInt8(ascii: "-")
      }
      let colon = key.endIndex
      guard !key.isEmpty, colon < line.upperBound, normal.bytes[colon] == UInt8(ascii: ":") else {
        continue
      }
      let name = String(decoding: key, as: UTF8.self)
      guard !entries.contains(where: { $0.key.text == name }) else { continue }
      let value = normal.bytes[(colon + 1)..<line.upperBound].drop { $0 == UInt8(ascii: " ") }
      entries.append(
        YAMLEntry(
          key: Word(name, range: range(key.startIndex, key.endIndex)),
          value: .scalar(
            Word(
              String(decoding: value, as: UTF8.self),
              range: range(value.startIndex, line.upperBound)),
            quoted: false)))
    }
    return entries.isEmpty ? nil : .map(entries, range(0, normal.bytes.count))
  }
}
