/// Looks in a heading for what was meant as attributes but isn't: braces in the wrong place, other
/// brackets or signs that only look like braces and dots.
///
/// What is missed here makes of a section for facilitators one that learners read, so it looks far
/// beyond the right form.
struct HeadingBraces {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Kinds of what a learner must not see, as typed in braces.
  static let confidential = Set(AlertMark.confidential.map { $0.lowercased() })

  /// One sign of the line, look-alikes put right; 0x80 for any other letter outside ASCII.
  private struct Sign {
    let byte: UInt8
    let range: Range<Int>
    /// Whether it is another sign than the one it is taken for.
    let isLookAlike: Bool
  }

  private let signs: [Sign]

  /// Finds the first place that must not stay as it is.
  /// - Parameters:
  ///   - text: The whole text.
  ///   - range: A heading's words, without the right braces at its end.
  /// - Returns: The bytes in question; nil when the words are only words.
  static func suspect(in text: Bytes, _ range: Range<Int>) -> Range<Int>? {
    guard mayHoldMark(text, range) else { return nil }
    let reader = HeadingBraces(text, range)
    return reader.suspectGroup() ?? reader.suspectWord()
  }

  /// Whether there is a bracket, a dot or `#` before a letter, or what may look like one: nearly all
  /// headings in English end here.
  private static func mayHoldMark(_ text: Bytes, _ range: Range<Int>) -> Bool {
    for offset in range {
      switch text[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: "["), 0x80...:
        return true
      case UInt8(ascii: "."), UInt8(ascii: "#"):
        if TypedCharacters.isLetter(TypedCharacters.byte(text, offset + 1)) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a line of code or HTML was meant as a heading with attributes.
  static func isHeading(_ text: Bytes, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound, text[offset] == UInt8(ascii: "#") { offset += 1 }
    guard offset > range.lowerBound, offset < range.upperBound,
      TypedCharacters.skippable(text, offset) > 0
    else { return false }
    let found = BraceFinder(text: text).find(in: offset..<range.upperBound, skipsHashes: true)
    return found != .none || suspect(in: text, offset..<range.upperBound) != nil
  }

  private init(_ text: Bytes, _ range: Range<Int>) {
    var signs: [Sign] = []
    signs.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let invisible = TypedCharacters.invisible(text, offset)
      if invisible > 0 {
        offset += invisible
        continue
      }
      let byte = text[offset]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(offset + length, range.upperBound)
      let known = byte < 0x80 ? byte : Self.lookAlike(text, offset)
      signs.append(Sign(byte: known ?? 0x80, range: offset..<end, isLookAlike: byte >= 0x80))
      offset = end
    }
    self.signs = signs
  }

  /// The ASCII sign that a character looks like.
  private static func lookAlike(_ text: Bytes, _ offset: Int) -> UInt8? {
    if TypedCharacters.wideSpace(text, offset) > 0 { return UInt8(ascii: " ") }
    let second = TypedCharacters.byte(text, offset + 1)
    let third = TypedCharacters.byte(text, offset + 2)
    switch (text[offset], second, third) {
    // Full-width forms U+FF01 to U+FF5E.
    case (0xEF, 0xBC, 0x81...0xBF): return third - 0x60
    case (0xEF, 0xBD, 0x80...0x9E): return third - 0x20
    // Small and ornamental braces.
    case (0xEF, 0xB9, 0x9B), (0xE2, 0x9D, 0xB4): return UInt8(ascii: "{")
    case (0xEF, 0xB9, 0x9C), (0xE2, 0x9D, 0xB5): return UInt8(ascii: "}")
    // Ideographic, white and mathematical brackets.
    case (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x94), (0xE2, 0x9F, 0xA6): return UInt8(ascii: "[")
    case (0xE3, 0x80, 0x91), (0xE3, 0x80, 0x95), (0xE2, 0x9F, 0xA7): return UInt8(ascii: "]")
    // Full stops and dots: ideographic, half-width, small, leader, bullet, middle, Arabic, Greek.
    case (0xE3, 0x80, 0x82), (0xEF, 0xBD, 0xA1), (0xEF, 0xB9, 0x92), (0xE2, 0x80, 0xA2),
      (0xE2, 0x80, 0xA4), (0xC2, 0xB7, _), (0xDB, 0x94, _), (0xCE, 0x87, _), (0xD9, 0xAB, _):
      return UInt8(ascii: ".")
    // The small number sign and the sharp.
    case (0xEF, 0xB9, 0x9F), (0xE2, 0x99, 0xAF): return UInt8(ascii: "#")
    default: return nil
    }
  }
}

// Groups in braces and brackets
extension HeadingBraces {
  /// The first group in brackets that was meant as attributes.
  private func suspectGroup() -> Range<Int>? {
    var index = 0
    var isCode = false
    var hasBrace = false
    while index < signs.count {
      switch signs[index].byte {
      case UInt8(ascii: "`"): isCode.toggle()
      case UInt8(ascii: "{"):
        hasBrace = true
        let close = groupEnd(index + 1)
        if isSlot(index) {
          index = groupEnd(index + 2) + 1
        } else if isSuspect(index + 1..<close, isCode: isCode) {
          return bytes(index..<min(close + 1, signs.count))
        }
      case UInt8(ascii: "}") where !hasBrace:
        // Typed in the order in which a right-to-left line shows them: `}facilitator.{`.
        hasBrace = true
        let close = groupEnd(index + 1)
        if close < signs.count,
          isSuspect(index + 1..<close, isCode: isCode) || isMirroredID(index + 1..<close)
        {
          return bytes(index..<close + 1)
        }
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if let close = bracket(index) { return bytes(index..<close) }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether `danger#` stands alone between mirrored braces.
  private func isMirroredID(_ range: Range<Int>) -> Bool {
    guard range.count > 1, byte(range.upperBound - 1) == UInt8(ascii: "#") else { return false }
    return range.dropLast().allSatisfy { index in
      isLetter(index) || TypedCharacters.isDigit(byte(index)) || byte(index) == UInt8(ascii: "-")
    }
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    signs[range.lowerBound].range.lowerBound..<signs[range.upperBound - 1].range.upperBound
  }

  private func byte(_ index: Int) -> UInt8 { index < signs.count ? signs[index].byte : 0 }

  /// The next brace, which ends a group: another opening one begins a group of its own, so that a
  /// line of nothing but braces is read once only.
  private func groupEnd(_ start: Int) -> Int {
    guard start < signs.count else { return signs.count }
    return signs[start...].firstIndex {
      $0.byte == UInt8(ascii: "}") || $0.byte == UInt8(ascii: "{")
    } ?? signs.count
  }

  /// Whether `{{slot}}` begins here.
  private func isSlot(_ index: Int) -> Bool {
    guard byte(index + 1) == UInt8(ascii: "{"), !signs[index].isLookAlike else { return false }
    let close = groupEnd(index + 2)
    return byte(close) == UInt8(ascii: "}") && byte(close + 1) == UInt8(ascii: "}")
      && !signs[index..<close].contains { $0.byte == UInt8(ascii: ".") }
  }

  /// Whether what stands in braces was meant as attributes.
  private func isSuspect(_ range: Range<Int>, isCode: Bool) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      guard !TypedCharacters.isBlank(signs[start].byte) else {
        start += 1
        continue
      }
      var end = start
      while end < range.upperBound, !TypedCharacters.isBlank(signs[end].byte) { end += 1 }
      if isConfidential(start..<end) || (!isCode && isAttribute(start..<end)) { return true }
      start = end
    }
    return false
  }

  /// Whether a word begins with `.` or `#`, or is `key=value`.
  private func isAttribute(_ word: Range<Int>) -> Bool {
    let first = byte(word.lowerBound)
    let second = word.count > 1 ? byte(word.lowerBound + 1) : 0
    if first == UInt8(ascii: ".") || first == UInt8(ascii: "#") {
      return TypedCharacters.isLetter(second) || second >= 0x80
        || (first == UInt8(ascii: "#") && TypedCharacters.isDigit(second))
    }
    return TypedCharacters.isLetter(first)
      && signs[word].contains { $0.byte == UInt8(ascii: "=") }
  }

  /// Whether a word is a confidential kind, whatever signs stand around it.
  private func isConfidential(_ word: Range<Int>) -> Bool {
    var range = word
    while let first = range.first, !isLetter(first) { range.removeFirst() }
    while let last = range.last, !isLetter(last) { range.removeLast() }
    let text = String(decoding: signs[range].map { $0.byte | 32 }, as: UTF8.self)
    return Self.confidential.contains(text)
      || (text.hasSuffix("s") && Self.confidential.contains(String(text.dropLast())))
  }

  private func isLetter(_ index: Int) -> Bool { TypedCharacters.isLetter(byte(index)) }

  /// The end of `(.facilitator)`, `[. facilitator]`, `[facilitator]`: a confidential kind alone in
  /// brackets that are no link; nil for other brackets.
  private func bracket(_ open: Int) -> Int? {
    // The address of a link.
    if byte(open) == UInt8(ascii: "("), open > 0, byte(open - 1) == UInt8(ascii: "]") { return nil }
    var start = open + 1
    while TypedCharacters.isBlank(byte(start)) { start += 1 }
    let hasMark = byte(start) == UInt8(ascii: ".") || byte(start) == UInt8(ascii: "#")
    if hasMark { start += 1 }
    while TypedCharacters.isBlank(byte(start)) { start += 1 }
    var end = start
    while isLetter(end) { end += 1 }
    guard end > start, isConfidential(start..<end) else { return nil }
    while TypedCharacters.isBlank(byte(end)) { end += 1 }
    let close: [UInt8] = [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")]
    guard close.contains(byte(end)) else { return hasMark ? end : nil }
    let behind = byte(end + 1)
    let isLink =
      byte(end) == UInt8(ascii: "]")
      && (behind == UInt8(ascii: "(") || behind == UInt8(ascii: "["))
    return isLink && !hasMark ? nil : end + 1
  }

  /// A confidential kind right behind a dot or `#` that ends no word: `.facilitator`.
  private func suspectWord() -> Range<Int>? {
    for index in signs.indices
    where byte(index) == UInt8(ascii: ".") || byte(index) == UInt8(ascii: "#") {
      let before = index > 0 ? byte(index - 1) : UInt8(ascii: " ")
      let isAddress =
        before == UInt8(ascii: "(") && index > 1 && byte(index - 2) == UInt8(ascii: "]")
      let isInWord =
        TypedCharacters.isLetter(before) || TypedCharacters.isDigit(before) || before >= 0x80
        || before == UInt8(ascii: ".") || before == UInt8(ascii: "/")
      guard !isAddress, !isInWord else { continue }
      var end = index + 1
      while isLetter(end) { end += 1 }
      if end > index + 1, isConfidential(index + 1..<end) { return bytes(index..<end) }
    }
    return nil
  }
}
