/// What a character of running text is, as far as words and sentences go.
struct Letter {
  /// Kinds of characters.
  enum Kind: Equatable {
    /// A small Latin letter.
    case letter
    /// A Latin capital.
    case capital
    /// A letter of a script without capitals.
    case caseless
    /// A Greek or Cyrillic letter.
    case otherScript
    case digit
    /// A mark on the letter before: a vowel sign, an accent of its own, the Arabic tatweel.
    case mark
    /// Joins two parts of a word: apostrophe, hyphen, slash.
    case joiner
    /// Ends a sentence, perhaps.
    case stop(isFullStop: Bool)
    case space, bracket, brace, atSign
    /// `ProseText.Sign.code` and `ProseText.Sign.end`.
    case code, end
    /// `©`: what follows says who made a picture.
    case credit
    /// Zero-width characters and direction marks.
    case invisible
    /// Any other sign: it stands between words.
    case other
  }

  let kind: Kind
  /// In bytes, at least one.
  let length: Int

  /// The character at an offset.
  @inline(__always)
  static func at(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Letter {
    let byte = bytes[offset]
    if byte < 0x80 { return Letter(kind: ascii(byte), length: 1) }
    return wide(byte, offset, bytes, end)
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> Kind {
    if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { return .letter }
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      return .space
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return .capital
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
    case UInt8(ascii: "."): return .stop(isFullStop: true)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop(isFullStop: false)
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"),
      UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "_"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "="):
      return .joiner
    case UInt8(ascii: "["), UInt8(ascii: "("): return .bracket
    case UInt8(ascii: "{"): return .brace
    case UInt8(ascii: "@"): return .atSign
    case ProseText.Sign.code: return .code
    case ProseText.Sign.end: return .end
    default: return .other
    }
  }

  /// Characters of two and more bytes.
  private static func wide(
    _ byte: UInt8, _ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
  ) -> Letter {
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard offset + length <= end else { return Letter(kind: .other, length: end - offset) }
    let second = bytes[offset + 1]
    switch byte {
    case 0xC2: return Letter(kind: latinSign(second), length: 2)
    case 0xC3:
      return Letter(kind: second >= 0x80 && second <= 0x9E ? .capital : .letter, length: 2)
    case 0xC4...0xCB: return Letter(kind: .letter, length: 2)
    case 0xCC: return Letter(kind: .mark, length: 2)
    case 0xCD: return Letter(kind: second < 0xB0 ? .mark : .otherScript, length: 2)
    case 0xCE...0xD4: return Letter(kind: .otherScript, length: 2)
    case 0xD8...0xDB: return Letter(kind: arabic(byte, second), length: 2)
    case 0xE2: return Letter(kind: punctuation(second, bytes[offset + 2]), length: 3)
    case 0xEF: return Letter(kind: form(second, bytes[offset + 2]), length: 3)
    case 0xF0...0xF4: return Letter(kind: .other, length: 4)
    default: return Letter(kind: .caseless, length: length)
    }
  }

  /// U+0080 to U+00BF.
  private static func latinSign(_ second: UInt8) -> Kind {
    switch second {
    case 0xA0: .space
    case 0xA9: .credit
    case 0xAA, 0xBA, 0xB5: .letter
    case 0xAD: .invisible
    case 0xB7: .joiner
    default: .other
    }
  }

  /// U+0600 to U+06FF.
  private static func arabic(_ byte: UInt8, _ second: UInt8) -> Kind {
    switch (byte, second) {
    case (0xD8, 0x9C): .invisible
    case (0xD8, 0x9F): .stop(isFullStop: false)
    case (0xD8, 0x80...0x9E): .other
    case (0xD9, 0x80), (0xD9, 0x8B...0x9F), (0xD9, 0xB0), (0xDB, 0x96...0xAD): .mark
    case (0xD9, 0xA0...0xA9), (0xDB, 0xB0...0xB9): .digit
    case (0xD9, 0xAA...0xAD): .joiner
    case (0xDB, 0x94): .stop(isFullStop: true)
    default: .caseless
    }
  }

  /// U+2000 to U+2FFF.
  private static func punctuation(_ second: UInt8, _ third: UInt8) -> Kind {
    switch (second, third) {
    case (0x80, 0x80...0x8A), (0x80, 0xA8...0xA9), (0x80, 0xAF), (0x81, 0x9F): .space
    case (0x80, 0x8B...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0), (0x81, 0xA6...0xA9): .invisible
    case (0x80, 0x90...0x91), (0x80, 0x98...0x99): .joiner
    case (0x80, 0xA6): .stop(isFullStop: false)
    default: .other
    }
  }

  /// U+F000 to U+FFFF.
  private static func form(_ second: UInt8, _ third: UInt8) -> Kind {
    switch (second, third) {
    case (0xBB, 0xBF): .invisible
    case (0xAD...0xBB, _): .caseless
    default: .other
    }
  }
}
