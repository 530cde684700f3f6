/// What the bytes of typed text are, where it matters for markers.
///
/// Offsets are into UTF-8.
enum TypedCharacters {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The byte at an offset, 0 beyond the end.
  @inline(__always)
  static func byte(_ text: Bytes, _ offset: Int) -> UInt8 {
    offset >= 0 && offset < text.count ? text[offset] : 0
  }

  /// A space or tab.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// A to Z in either case.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 32 >= UInt8(ascii: "a") && byte | 32 <= UInt8(ascii: "z")
  }

  /// 0 to 9.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Length of a space other than U+0020 and tab: no-break, thin, ideographic and their like; or 0.
  static func wideSpace(_ text: Bytes, _ offset: Int) -> Int {
    let second = byte(text, offset + 1)
    let third = byte(text, offset + 2)
    switch byte(text, offset) {
    case 0xC2: return second == 0xA0 ? 2 : 0
    case 0xE1: return second == 0x9A && third == 0x80 ? 3 : 0
    case 0xE2:
      let isSpace =
        second == 0x80 && (third <= 0x8A && third >= 0x80 || third == 0xAF)
        || second == 0x81 && third == 0x9F
      return isSpace ? 3 : 0
    case 0xE3: return second == 0x80 && third == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// Length of a character that can't be seen: direction marks and isolates (U+200E, 200F, 061C,
  /// 202A to 202E, 2066 to 2069), zero-width space, byte order mark; or 0.
  static func invisible(_ text: Bytes, _ offset: Int) -> Int {
    let second = byte(text, offset + 1)
    let third = byte(text, offset + 2)
    switch byte(text, offset) {
    case 0xD8: return second == 0x9C ? 2 : 0
    case 0xE2:
      let isMark =
        second == 0x80
        && (third >= 0x8B && third <= 0x8F && third != 0x8C && third != 0x8D
          || third >= 0xAA && third <= 0xAE)
        || second == 0x81 && third >= 0xA6 && third <= 0xA9
      return isMark ? 3 : 0
    case 0xEF: return second == 0xBB && third == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// Length of any space or invisible character; or 0.
  static func skippable(_ text: Bytes, _ offset: Int) -> Int {
    let first = byte(text, offset)
    if isBlank(first) { return 1 }
    if first < 0x80 { return 0 }
    let space = wideSpace(text, offset)
    return space > 0 ? space : invisible(text, offset)
  }

  /// Value of an Arabic-Indic or Persian digit (two bytes each); nil for anything else.
  static func arabicDigit(_ text: Bytes, _ offset: Int) -> UInt8? {
    let second = byte(text, offset + 1)
    switch byte(text, offset) {
    case 0xD9: return second >= 0xA0 && second <= 0xA9 ? second - 0xA0 : nil
    case 0xDB: return second >= 0xB0 && second <= 0xB9 ? second - 0xB0 : nil
    default: return nil
    }
  }

  /// Length of a dash or dot that people type, or Word pastes, as a bullet; or 0.
  static func typedBullet(_ text: Bytes, _ offset: Int) -> Int {
    let second = byte(text, offset + 1)
    let third = byte(text, offset + 2)
    switch byte(text, offset) {
    // En dash, em dash, horizontal bar, minus sign's neighbour the bullet, triangular bullet.
    case 0xE2:
      let isBullet =
        second == 0x80 && (third >= 0x93 && third <= 0x95 || third == 0xA2 || third == 0xA3)
        || second == 0x88 && third == 0x92 || second == 0x97 && (third == 0x8F || third == 0xA6)
        || second == 0x96 && third == 0xAA
      return isBullet ? 3 : 0
    case 0xC2: return second == 0xB7 ? 2 : 0
    default: return 0
    }
  }

  /// Length of a tick that people put in a box instead of `x`; or 0.
  static func typedTick(_ text: Bytes, _ offset: Int) -> Int {
    let second = byte(text, offset + 1)
    let third = byte(text, offset + 2)
    switch byte(text, offset) {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return 1
    // Cyrillic ha in both cases, multiplication sign.
    case 0xD1: return second == 0x85 ? 2 : 0
    case 0xD0: return second == 0xA5 ? 2 : 0
    case 0xC3: return second == 0x97 ? 2 : 0
    // Check marks, square root sign.
    case 0xE2:
      let isTick =
        second == 0x9C && (third == 0x93 || third == 0x94) || second == 0x88 && third == 0x9A
      return isTick ? 3 : 0
    default: return 0
    }
  }
}
