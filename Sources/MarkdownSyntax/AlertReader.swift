internal import Diagnostics

/// Reads what looks like an alert's marker at the start of a line: `[!WORD] title`.
///
/// Looks far beyond the right form, since what is meant for facilitators and not recognised would be
/// read by learners.
enum AlertReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// A marker as typed.
  struct Marker: Equatable {
    /// The word as typed, without spaces and invisible characters.
    var word: String
    /// From the first sign to behind the closing bracket, or behind the word without one.
    var range: Range<Int>
    /// The word alone.
    var wordRange: Range<Int>
    /// Whether it has the form `[!WORD]`, with spaces, escapes, full-width signs allowed.
    var isWellFormed: Bool
    /// The word, when it is a known one.
    var known: String? {
      let capitals = word.uppercased()
      return AlertMark.words.contains(capitals) ? capitals : nil
    }
  }

  /// The marker that a line's content begins with; nil when it is something else.
  static func marker(_ text: Bytes, _ range: Range<Int>) -> Marker? {
    var offset = range.lowerBound
    var hasOpen = false
    var hasBang = false
    var hasClose = false
    var hasOther = false
    var isSwapped = false
    prefix: while offset < range.upperBound {
      let skip = TypedCharacters.skippable(text, offset)
      if skip > 0 {
        offset += skip
        continue
      }
      switch sign(text, offset) {
      case .open where hasOpen && hasBang: return nil  // An image in a link: `[![`.
      case .close where hasOpen: return nil  // A task's box: `[ ] !`.
      case .open:
        isSwapped = hasBang
        hasOpen = true
      case .bang:
        hasBang = true
        if text[offset] != UInt8(ascii: "!"), text[offset] != 0xEF { hasOther = true }
      case .close: hasClose = true
      case .other: hasOther = true
      case .escape: break
      case .none: break prefix
      }
      offset += signLength(text, offset)
    }
    guard hasBang || (hasOpen && !hasClose), offset < range.upperBound else { return nil }
    let word = readWord(text, offset..<range.upperBound)
    guard !word.text.isEmpty else { return nil }
    let end = closing(text, word.range.upperBound..<range.upperBound)
    let marker = Marker(
      word: word.text, range: range.lowerBound..<(end?.behind ?? word.range.upperBound),
      wordRange: word.range,
      isWellFormed: hasOpen && hasBang && !isSwapped && !hasClose && !hasOther && end != nil
        && end?.hasBang == false)
    if hasOpen || hasClose, hasBang, !isSwapped { return marker }
    if isSwapped, isLinked(text, end?.behind ?? 0) { return nil }
    return isMeant(marker, hasBang: end?.hasBang == true) ? marker : nil
  }

  /// Whether an address follows: `![KEY](picture.png)` is an image.
  private static func isLinked(_ text: Bytes, _ offset: Int) -> Bool {
    let byte = TypedCharacters.byte(text, offset)
    return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ":")
  }

  /// Whether a word without `[!` before it is meant as a marker: `[KEY]`, `!KEY]`, `[KEY!]`, `![KEY]`.
  ///
  /// A link `[key](m08)` isn't.
  private static func isMeant(_ marker: Marker, hasBang: Bool) -> Bool {
    let isKnown = AlertMark.words.contains(marker.word.uppercased())
    return isKnown && (hasBang || marker.word == marker.word.uppercased())
  }

  private enum Sign { case open, bang, close, other, escape }

  /// What a sign before the word is; nil for the word's beginning.
  private static func sign(_ text: Bytes, _ offset: Int) -> Sign? {
    switch text[offset] {
    case UInt8(ascii: "["): return .open
    case UInt8(ascii: "!"): return .bang
    case UInt8(ascii: "]"): return .close
    case UInt8(ascii: "\\"): return .escape
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "("), UInt8(ascii: "{"),
      UInt8(ascii: "<"):
      return .other
    case 0xEF:
      // Full-width forms: U+FF3B [, U+FF01 !, U+FF3D ].
      switch (TypedCharacters.byte(text, offset + 1), TypedCharacters.byte(text, offset + 2)) {
      case (0xBC, 0xBB): return .open
      case (0xBC, 0x81): return .bang
      case (0xBC, 0xBD): return .close
      default: return nil
      }
    case 0xC2:
      // The inverted exclamation mark.
      return TypedCharacters.byte(text, offset + 1) == 0xA1 ? .bang : nil
    case 0xE3:
      // Ideographic brackets U+3010 and U+3011.
      switch (TypedCharacters.byte(text, offset + 1), TypedCharacters.byte(text, offset + 2)) {
      case (0x80, 0x90): return .open
      case (0x80, 0x91): return .close
      default: return nil
      }
    default: return nil
    }
  }

  private static func signLength(_ text: Bytes, _ offset: Int) -> Int {
    text[offset] < 0x80 ? 1 : text[offset] < 0xE0 ? 2 : 3
  }

  /// Letters, digits, hyphens and whatever else belongs to the word, up to a bracket or a space
  /// that no closing bracket follows.
  private static func readWord(
    _ text: Bytes, _ range: Range<Int>
  ) -> (text: String, range: Range<Int>) {
    // Made only where something invisible must be left out of the word.
    var bytes: [UInt8]?
    var count = 0
    var offset = range.lowerBound
    var end = offset
    while offset < range.upperBound, count < 40 {
      let mark = TypedCharacters.invisible(text, offset)
      if mark > 0 {
        if bytes == nil { bytes = Array(text[range.lowerBound..<offset]) }
        offset += mark
        continue
      }
      let byte = text[offset]
      let isPart =
        TypedCharacters.isLetter(byte) || TypedCharacters.isDigit(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (byte >= 0x80 && sign(text, offset) == nil
          && TypedCharacters.wideSpace(text, offset) == 0)
      guard isPart else { break }
      bytes?.append(byte)
      count += 1
      offset += 1
      end = offset
    }
    let word = range.lowerBound..<end
    return (
      bytes.map { String(decoding: $0, as: UTF8.self) }
        ?? String(decoding: text[word], as: UTF8.self), word
    )
  }

  /// The closing bracket right behind the word, spaces and escapes aside.
  private static func closing(
    _ text: Bytes, _ range: Range<Int>
  ) -> (behind: Int, hasBang: Bool)? {
    var offset = range.lowerBound
    var hasBang = false
    while offset < range.upperBound {
      let skip = TypedCharacters.skippable(text, offset)
      if skip > 0 {
        offset += skip
        continue
      }
      switch sign(text, offset) {
      case .close: return (offset + signLength(text, offset), hasBang)
      case .bang:
        hasBang = true
        offset += signLength(text, offset)
      case .escape: offset += 1
      case .open, .other, .none: return nil
      }
    }
    return nil
  }
}
