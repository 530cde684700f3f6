internal import Diagnostics
internal import Yams

// What is wrong with a YAML text, and what can be read of it all the same.
extension YAMLComposer {
  mutating func report(_ problem: YAMLScan.Problem, _ bytes: Range<Int>) {
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
  mutating func report(_ error: YamlError) -> Bool {
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
  func fallback() -> YAMLValue? {
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
