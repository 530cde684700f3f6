internal import Diagnostics
internal import Yams

/// Turns composed YAML into values with exact ranges: the parser gives only where things begin.
struct YAMLPlaces {
  let bytes: [UInt8]
  let composer: YAMLComposer

  /// A node's value.
  ///
  /// Depth is capped before composing, so this may call itself.
  func value(_ node: Yams.Node, depth: Int) -> YAMLValue {
    let start = node.mark.map { offset($0) } ?? 0
    switch node {
    case .scalar(let scalar):
      let end = scalarEnd(scalar, start)
      return .scalar(
        Word(scalar.string, range: composer.range(start, end)), quoted: isQuoted(scalar.style))
    case .sequence(let sequence):
      let items = sequence.map { value($0, depth: depth + 1) }
      return .list(items, whole(start, last: items.last?.range))
    case .mapping(let mapping):
      var entries: [YAMLEntry] = []
      for (key, item) in mapping {
        let key = self.value(key, depth: depth + 1)
        // A list as a key has no name; its range shows it in an error of whoever reads the map.
        let word = key.word ?? Word("", range: key.range)
        entries.append(YAMLEntry(key: word, value: value(item, depth: depth + 1)))
      }
      return .map(
        entries, whole(start, last: entries.last?.value.range))
    case .alias:
      // Refused before composing.
      return .scalar(Word("", range: composer.range(start, start)), quoted: false)
    }
  }

  private func offset(_ mark: Mark) -> Int {
    YAMLComposer.offset(mark, in: bytes, lineStarts: composer.normal.lineStarts)
  }

  private func isQuoted(_ style: Yams.Node.Scalar.Style) -> Bool {
    switch style {
    case .doubleQuoted, .singleQuoted, .literal, .folded: true
    case .any, .plain: false
    }
  }

  /// From a list's or map's first sign to its last; the parser doesn't tell those in brackets apart.
  private func whole(_ start: Int, last: SourceRange?) -> SourceRange {
    let range = composer.range(start, start)
    let first = start < bytes.count ? bytes[start] : 0
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
      return SourceRange(range.lower, max(range.upper, last?.upper ?? 0))
    }
    return composer.range(start, flowEnd(start))
  }

  /// Behind the bracket that closes the one at an offset.
  private func flowEnd(_ start: Int) -> Int {
    var depth = 0
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return offset + 1 }
      case UInt8(ascii: "\""): offset = quotedEnd(offset, UInt8(ascii: "\"")) - 1
      case UInt8(ascii: "'"):
        // An apostrophe in a word is no quotation mark.
        let before = offset > 0 ? bytes[offset - 1] : 0
        if " [{,:\n".utf8.contains(before) { offset = quotedEnd(offset, UInt8(ascii: "'")) - 1 }
      default: break
      }
      offset += 1
    }
    return bytes.count
  }

  private func quotedEnd(_ start: Int, _ quote: UInt8) -> Int {
    var offset = start + 1
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 2
        continue
      }
      if bytes[offset] == quote {
        let isDoubled =
          quote == UInt8(ascii: "'") && offset + 1 < bytes.count && bytes[offset + 1] == quote
        if !isDoubled { return offset + 1 }
        offset += 1
      }
      offset += 1
    }
    return bytes.count
  }

  private func scalarEnd(_ scalar: Yams.Node.Scalar, _ start: Int) -> Int {
    switch scalar.style {
    case .doubleQuoted: return quotedEnd(start, UInt8(ascii: "\""))
    case .singleQuoted: return quotedEnd(start, UInt8(ascii: "'"))
    case .literal, .folded: return blockEnd(start)
    case .any, .plain: return plainEnd(scalar.string, start)
    }
  }

  /// A plain text may go over several lines, joined by spaces.
  private func plainEnd(_ text: String, _ start: Int) -> Int {
    var offset = start
    for byte in text.utf8 {
      guard offset < bytes.count else { break }
      if bytes[offset] == byte {
        offset += 1
        continue
      }
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") else { return offset }
      while offset < bytes.count,
        bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\n")
      {
        offset += 1
      }
    }
    return offset
  }

  /// A block text ends before the first line that is indented as little as the line of its `|`.
  private func blockEnd(_ start: Int) -> Int {
    let first = composer.lineRange(of: start)
    let indent = bytes[first].prefix { $0 == UInt8(ascii: " ") }.count
    var end = first.upperBound
    var next = end
    while next + 1 < bytes.count {
      let line = composer.lineRange(of: next + 1)
      let spaces = bytes[line].prefix { $0 == UInt8(ascii: " ") }.count
      if spaces < line.count, spaces <= indent { break }
      if spaces < line.count { end = line.upperBound }
      next = line.upperBound
    }
    return end
  }
}
