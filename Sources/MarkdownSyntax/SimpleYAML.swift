internal import Diagnostics

/// Reads the YAML that nearly every file holds, without the parser: lines of `key: words`,
/// `key: "words"` and `key: [word, word]`, and such lines indented under `key:`.
///
/// It reads a strict part of YAML exactly as the parser would (a test compares both) and leaves
/// everything else to it: one file in ten thousand, where the parser would otherwise take longer
/// than all of the Markdown.
struct SimpleYAML {
  private let composer: YAMLComposer
  private let bytes: [UInt8]

  /// The map of a text; nil when the text holds anything but simple lines.
  static func read(_ composer: YAMLComposer) -> YAMLValue? {
    SimpleYAML(composer: composer, bytes: composer.normal.bytes).map()
  }

  private func map() -> YAMLValue? {
    var entries: [YAMLEntry] = []
    var offset = 0
    while offset < bytes.count {
      let line = line(at: offset)
      offset = line.upperBound + 1
      if let entry = entry(line) {
        entries.append(entry)
      } else if let key = lonelyKey(line), let inner = indentedMap(&offset) {
        entries.append(YAMLEntry(key: key, value: inner))
      } else {
        return nil
      }
    }
    return map(of: entries)
  }

  /// The lines under a `key:`, all indented alike; leaves the offset behind them.
  private func indentedMap(_ offset: inout Int) -> YAMLValue? {
    var entries: [YAMLEntry] = []
    // A key may end with the text, and then the offset is behind its end.
    guard offset < bytes.count else { return nil }
    let indent = bytes[offset...].prefix { $0 == UInt8(ascii: " ") }.count
    guard indent > 0 else { return nil }
    while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") {
      let line = line(at: offset)
      // Deeper or shallower lines mean something else, or nothing.
      guard line.count > indent, bytes[line.prefix(indent)].allSatisfy({ $0 == UInt8(ascii: " ") }),
        let entry = entry(line.dropFirst(indent))
      else { return nil }
      entries.append(entry)
      offset = line.upperBound + 1
    }
    return map(of: entries)
  }

  /// A map; nil when it is empty or has a key twice.
  private func map(of entries: [YAMLEntry]) -> YAMLValue? {
    guard let first = entries.first, let last = entries.last else { return nil }
    for (index, entry) in entries.enumerated()
    where entries[..<index].contains(where: { $0.key.text == entry.key.text }) {
      return nil
    }
    return .map(entries, SourceRange(first.key.range.lower, last.value.range.upper))
  }

  private func line(at offset: Int) -> Range<Int> {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return offset..<end
  }

  /// A line that holds `key:` and nothing else.
  private func lonelyKey(_ line: Range<Int>) -> Word? {
    let key = line.dropLast()
    guard let first = key.first, bytes[key.upperBound] == UInt8(ascii: ":"),
      TypedCharacters.isLetter(bytes[first]), bytes[key].allSatisfy(isWordByte)
    else { return nil }
    return word(key)
  }

  /// One line.
  private func entry(_ line: Range<Int>) -> YAMLEntry? {
    var colon = line.lowerBound
    while colon < line.upperBound, isWordByte(bytes[colon]) { colon += 1 }
    guard colon > line.lowerBound, colon + 1 < line.upperBound,
      TypedCharacters.isLetter(bytes[line.lowerBound]), bytes[colon] == UInt8(ascii: ":"),
      bytes[colon + 1] == UInt8(ascii: " ")
    else { return nil }
    var start = colon + 1
    while start < line.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    var end = line.upperBound
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard start < end else { return nil }
    let value =
      switch bytes[end - 1] {
      case UInt8(ascii: "]"): end == line.upperBound ? list(start..<end) : nil
      case UInt8(ascii: "\""): quoted(start..<end)
      default: plain(start..<end)
      }
    guard let value else { return nil }
    return YAMLEntry(key: word(line.lowerBound..<colon), value: value)
  }

  private func word(_ range: Range<Int>) -> Word {
    Word(
      String(decoding: bytes[range], as: UTF8.self),
      range: composer.range(range.lowerBound, range.upperBound))
  }

  @inline(__always)
  private func isWordByte(_ byte: UInt8) -> Bool {
    TypedCharacters.isLetter(byte) || TypedCharacters.isDigit(byte) || byte == UInt8(ascii: "-")
  }

  /// Words that begin with a letter or digit and hold none of the signs that mean something.
  private func plain(_ range: Range<Int>) -> YAMLValue? {
    guard let first = range.first,
      TypedCharacters.isLetter(bytes[first]) || TypedCharacters.isDigit(bytes[first])
        || (bytes[first] >= 0xC3 && bytes[first] <= 0xDF)
    else { return nil }
    for offset in range {
      let byte = bytes[offset]
      // What YAML calls a line end or no text at all, beyond ASCII: U+0080 to 9F, 2028, 2029, FEFF.
      let isOdd =
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
        || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#")
      if isOdd { return nil }
    }
    return .scalar(word(range), quoted: false)
  }

  /// `"words"`, without anything that is written in another way than it reads.
  private func quoted(_ range: Range<Int>) -> YAMLValue? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let inner = range.dropFirst().dropLast()
    for offset in inner {
      let byte = bytes[offset]
      // As in `plain`; of the characters that begin with E2, line ends alone are no text.
      let isOdd =
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF
        || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        || (byte == 0xE2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8)
      if isOdd { return nil }
    }
    let text = String(decoding: bytes[inner], as: UTF8.self)
    return .scalar(
      Word(text, range: composer.range(range.lowerBound, range.upperBound)), quoted: true)
  }

  /// `[word, word]`.
  private func list(_ range: Range<Int>) -> YAMLValue? {
    guard range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "[") else { return nil }
    var items: [YAMLValue] = []
    var offset = range.lowerBound + 1
    while offset < range.upperBound {
      while bytes[offset] == UInt8(ascii: " ") { offset += 1 }
      let start = offset
      while isWordByte(bytes[offset]) { offset += 1 }
      guard offset > start, bytes[start] != UInt8(ascii: "-") else { return nil }
      items.append(.scalar(word(start..<offset), quoted: false))
      if bytes[offset] == UInt8(ascii: ","), bytes[offset + 1] == UInt8(ascii: " ") {
        offset += 1
      } else if offset == range.upperBound - 1 {
        return .list(items, composer.range(range.lowerBound, range.upperBound))
      } else {
        return nil
      }
    }
    return nil
  }
}
