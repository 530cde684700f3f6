extension TreeDrawing {
  /// How wide text is, in hundredths of an em.
  ///
  /// Nobody knows which fonts a learner's device has, so these are upper estimates: for each letter
  /// the widest of DejaVu Sans, Noto Sans, Noto Sans Arabic, Noto Naskh Arabic and Noto Kufi Arabic,
  /// read from their `hmtx` tables. DejaVu Sans is about 12 % wider than most system fonts.
  enum Widths {
    /// Width of a text in regular weight.
    static func regular(_ text: some StringProtocol) -> Int {
      var total = 0
      var waiting: Unicode.Scalar?
      for scalar in text.unicodeScalars where !isZeroWidth(scalar) {
        if let waiting { total += width(of: waiting, before: scalar) }
        waiting = scalar
      }
      if let waiting { total += width(of: waiting, before: nil) }
      return total
    }

    /// Width of a text in semibold or bold: DejaVu Sans Bold is 112 % of the regular on average.
    static func strong(_ text: some StringProtocol) -> Int { (regular(text) * 113 + 99) / 100 }

    /// Width of a character that stands before another one.
    private static func width(of scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Int {
      let value = scalar.value
      switch value {
      case 0x20...0x7E: return ascii[Int(value) - 0x20]
      case 0xA0...0x24F: return scalar.properties.isUppercase ? 78 : 64
      case 0x370...0x58F: return scalar.properties.isUppercase ? 85 : 70
      case 0x590...0x5FF: return 65
      case 0x600...0x6FF: return arabic(value, joined: next.map(isArabicLetter) ?? false)
      case 0x700...0x8FF: return 100
      case 0x1E00...0x1EFF: return scalar.properties.isUppercase ? 90 : 66
      case 0x2000...0x206F: return value == 0x2014 || value == 0x2026 ? 100 : 60
      case 0x900...0x1DFF, 0x2070...0x2E7F: return 100
      case 0xFB50...0xFDFF, 0xFE70...0xFEFC: return 130
      default: return value >= 0x1F000 ? 140 : 110
      }
    }

    /// Space to `~`, the widest of the regular fonts.
    private static let ascii = [
      32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 55, 84, 32, 36, 32, 37,  // space ... /
      64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53,  // 0 ... ?
      100, 68, 69, 70, 77, 63, 58, 77, 75, 34, 29, 66, 56, 91, 76, 79,  // @ A ... O
      60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 37, 39, 84, 50,  // P ... _
      50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61,  // ` a ... o
      63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 55, 64, 84,  // p ... ~
    ]

    /// An Arabic letter on its own or at a word's end; where it joins the next one it is narrower.
    private static func arabic(_ value: UInt32, joined: Bool) -> Int {
      switch value {
      case 0x622, 0x623, 0x625, 0x627, 0x671: 29  // alef never joins what follows
      case 0x621, 0x624, 0x62F...0x632, 0x648, 0x688, 0x691, 0x698: 56
      case 0x629: 60
      case 0x628, 0x62A, 0x62B, 0x67E, 0x679: joined ? 36 : 99
      case 0x626, 0x649, 0x64A, 0x6CC: joined ? 36 : 84
      case 0x646: joined ? 36 : 73
      case 0x62C...0x62E, 0x686: 66
      case 0x633...0x636: joined ? 92 : 131
      case 0x637, 0x638: joined ? 80 : 92
      case 0x639, 0x63A: joined ? 56 : 60
      case 0x641, 0x642: joined ? 50 : 104
      case 0x643, 0x6A9, 0x6AF: joined ? 60 : 100
      case 0x644: joined ? 36 : 73
      case 0x645: joined ? 56 : 65
      case 0x647, 0x6BE, 0x6C1: joined ? 62 : 60
      case 0x640: 29
      case 0x60C, 0x61B: 34
      case 0x61F: 53
      case 0x660...0x669, 0x6F0...0x6F9: 64
      default: 90
      }
    }

    private static func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
      (0x620...0x64A).contains(scalar.value) || (0x671...0x6D3).contains(scalar.value)
    }

    /// Marks, joiners, direction marks and variation selectors take no room of their own.
    private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
      let none: [Unicode.GeneralCategory] = [.nonspacingMark, .enclosingMark, .format, .control]
      return none.contains(scalar.properties.generalCategory)
    }
  }
}
