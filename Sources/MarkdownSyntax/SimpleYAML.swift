internal import Diagnostics

/// Reads the YAML that nearly every file holds, without the parser: lines of `key: words` and
/// `key: [word, word]`.
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
    var keys: Set<String> = []
    var offset = 0
    while offset < bytes.count {
      var end = offset
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      guard let entry = entry(offset..<end), keys.insert(entry.key.text).inserted else {
        return nil
      }
      entries.append(entry)
      offset = end + 1
    }
    guard let first = entries.first, let last = entries.last else { return nil }
    return .map(entries, SourceRange(first.key.range.lower, last.value.range.upper))
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
    guard let value = bytes[line].last == UInt8(ascii: "]") ? list(start..<end) : plain(start..<end)
    else {
      return nil
    }
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
