/// Finds the braces at the end of a line.
struct BraceFinder {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// What stands at the end of a line.
  enum Finding: Equatable {
    /// No braces, or braces that are prose or a slot: `{this}`, `{{slot}}`.
    case none
    /// Attributes from `{` to behind `}`; `before` is the end of the text in front of them.
    case attributes(open: Int, close: Int, before: Int)
    /// `{#id` without its end; up to the line's last letter.
    case unclosed(open: Int, end: Int)
    /// `#id}` without its start.
    case unopened(start: Int, close: Int)
  }

  let text: Bytes

  /// Looks at the end of a stretch of one line.
  /// - Parameters:
  ///   - range: The line's text behind its markers.
  ///   - skipsHashes: Whether `##` may close the line, as in a heading.
  /// - Returns: What stands there.
  func find(in range: Range<Int>, skipsHashes: Bool) -> Finding {
    var end = trimmedEnd(range)
    if skipsHashes {
      var hashes = end
      while hashes > range.lowerBound, text[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
      let before = trimmedEnd(range.lowerBound..<hashes)
      if before < hashes, TypedCharacters.byte(text, before - 1) == UInt8(ascii: "}") {
        end = before
      }
    }
    guard end > range.lowerBound else { return .none }
    guard text[end - 1] == UInt8(ascii: "}") else { return findUnclosed(range.lowerBound..<end) }
    var open = end - 2
    while open >= range.lowerBound, text[open] != UInt8(ascii: "{") { open -= 1 }
    if open < range.lowerBound { return findUnopened(range.lowerBound..<end) }
    let isSlot =
      open > range.lowerBound && text[open - 1] == UInt8(ascii: "{")
      && TypedCharacters.byte(text, end - 2) == UInt8(ascii: "}")
    guard !isSlot, looksLikeAttributes(open + 1..<end - 1) else { return .none }
    return .attributes(open: open, close: end, before: trimmedEnd(range.lowerBound..<open))
  }

  /// The end of a stretch without spaces and invisible characters behind it.
  func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      if TypedCharacters.isBlank(text[end - 1]) {
        end -= 1
      } else if end - 2 >= range.lowerBound, TypedCharacters.skippable(text, end - 2) == 2 {
        end -= 2
      } else if end - 3 >= range.lowerBound, TypedCharacters.skippable(text, end - 3) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return end
  }

  /// Whether what stands between braces is meant as attributes.
  ///
  /// One of its words begins with `#` or `.` and a letter, is a bare `word#` (a mirrored one), or
  /// is a `key=value`.
  func looksLikeAttributes(_ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let skip = TypedCharacters.skippable(text, offset)
      if skip > 0 {
        offset += skip
        continue
      }
      let start = offset
      while offset < range.upperBound, TypedCharacters.skippable(text, offset) == 0 { offset += 1 }
      if isAttribute(start..<offset) { return true }
    }
    return false
  }

  private func isAttribute(_ word: Range<Int>) -> Bool {
    let first = text[word.lowerBound]
    let second = word.count > 1 ? text[word.lowerBound + 1] : 0
    if first == UInt8(ascii: "#") || first == UInt8(ascii: ".") {
      return TypedCharacters.isLetter(second) || second >= 0x80
        || (first == UInt8(ascii: "#") && TypedCharacters.isDigit(second))
    }
    guard TypedCharacters.isLetter(first) else { return false }
    for offset in word.dropFirst() where text[offset] == UInt8(ascii: "=") { return true }
    return text[word.upperBound - 1] == UInt8(ascii: "#")
  }

  /// `Heading {#id .kind`: the last `{`, when what follows is meant as attributes.
  private func findUnclosed(_ range: Range<Int>) -> Finding {
    var open = range.upperBound - 1
    while open >= range.lowerBound, text[open] != UInt8(ascii: "{") {
      if text[open] == UInt8(ascii: "}") { return .none }
      open -= 1
    }
    guard open >= range.lowerBound, looksLikeAttributes(open + 1..<range.upperBound) else {
      return .none
    }
    return .unclosed(open: open, end: range.upperBound)
  }

  /// `Heading #id .kind}`: the words before the last brace that look like attributes.
  private func findUnopened(_ range: Range<Int>) -> Finding {
    let close = range.upperBound
    var start: Int?
    var end = trimmedEnd(range.lowerBound..<close - 1)
    while end > range.lowerBound {
      var word = end
      while word > range.lowerBound, !TypedCharacters.isBlank(text[word - 1]) { word -= 1 }
      guard isAttribute(word..<end) else { break }
      start = word
      end = trimmedEnd(range.lowerBound..<word)
    }
    return start.map { .unopened(start: $0, close: close) } ?? .none
  }
}
