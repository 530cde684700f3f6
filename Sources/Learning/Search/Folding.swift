/// What a letter is for the search: case, accents, Arabic forms and the script of digits folded.
public enum Folded: Equatable, Sendable {
  /// Not part of a word: it ends one.
  case separator
  /// Neither letter nor separator: marks, tatweel, direction marks. It is passed over.
  case ignored
  /// One letter or digit.
  case one(UInt32)
  /// Two letters: æ is "ae".
  case two(UInt32, UInt32)
}

/// Folds letters, so that what a learner types finds what an author wrote.
///
/// Latin, Greek and Cyrillic lose case and accents; Arabic loses vowel signs, tatweel, the forms of
/// alef, teh marbuta (as heh), alef maksura and Persian yeh (as yeh), keheh (as kaf), the carriers
/// of hamza and presentation forms; digits of every listed script become ASCII. Written by ranges:
/// Unicode's own tables would be larger than the engine.
public enum Folding {
  /// Folds one Unicode scalar.
  public static func fold(_ scalar: UInt32) -> Folded {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: .one(scalar)
    case 0x41...0x5A: .one(scalar + 0x20)
    case 0x00...0x7F: .separator
    case 0x80...0x02FF, 0x1E00...0x1EFF, 0xFB00...0xFB06: latin(scalar)
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
      .ignored
    case 0x0370...0x052F: greekOrCyrillic(scalar)
    case 0x0600...0x06FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: arabic(scalar)
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: .ignored
    default:
      if let digit = digit(scalar) { digit } else { other(scalar) }
    }
  }

  /// Whether words of the script are written without spaces between them (Thai, Lao, Burmese,
  /// Khmer, Chinese, Japanese), so that a word has to be looked for inside a run of letters.
  public static func isUnsegmented(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default:
      false
    }
  }

  private static func latin(_ scalar: UInt32) -> Folded {
    switch scalar {
    case 0xAA: return .one(0x61)
    case 0xBA: return .one(0x6F)
    case 0xB5: return .one(0x03BC)
    case 0xAD: return .ignored
    case 0xB2...0xB3: return .one(scalar - 0x80)
    case 0xB9: return .one(0x31)
    case 0x80...0xBF: return .separator
    case 0xC0...0x02AF: return table(FoldingTables.latin, scalar - 0xC0, scalar)
    case 0x1E00...0x1EFF: return table(FoldingTables.latinAdditional, scalar - 0x1E00, scalar)
    case 0xFB00: return .two(0x66, 0x66)
    case 0xFB01, 0xFB03: return .two(0x66, 0x69)
    case 0xFB02, 0xFB04: return .two(0x66, 0x6C)
    case 0xFB05, 0xFB06: return .two(0x73, 0x74)
    // Modifier letters: the okina and apostrophes of orthographies end no word.
    default: return .ignored
    }
  }

  private static func table(_ table: StaticString, _ index: UInt32, _ scalar: UInt32) -> Folded {
    guard let code = FoldingTables.byte(index, of: table) else { return .one(scalar) }
    switch code {
    case UInt8(ascii: "."): return .one(scalar)
    case UInt8(ascii: "0"): return .separator
    case UInt8(ascii: "1")...UInt8(ascii: "8"):
      let (first, second) = FoldingTables.pair(code)
      return .two(first, second)
    default: return .one(UInt32(code))
    }
  }

  private static func greekOrCyrillic(_ scalar: UInt32) -> Folded {
    switch scalar {
    case 0x037E, 0x0387, 0x0375, 0x0482: return .separator
    case 0x0483...0x0489: return .ignored
    case 0x0386, 0x03AC: return .one(0x03B1)
    case 0x0388, 0x03AD: return .one(0x03B5)
    case 0x0389, 0x03AE: return .one(0x03B7)
    case 0x038A, 0x0390, 0x03AA, 0x03AF, 0x03CA: return .one(0x03B9)
    case 0x038C, 0x03CC: return .one(0x03BF)
    case 0x038E, 0x03AB, 0x03B0, 0x03CB, 0x03CD: return .one(0x03C5)
    case 0x038F, 0x03CE: return .one(0x03C9)
    case 0x03A2, 0x03C2: return .one(0x03C3)
    case 0x0391...0x03A9: return .one(scalar + 0x20)
    case 0x0400, 0x0401, 0x0450, 0x0451: return .one(0x0435)
    case 0x0402...0x040F: return .one(scalar + 0x50)
    case 0x0410...0x042F: return .one(scalar + 0x20)
    case 0x04C0: return .one(0x04CF)
    case 0x04C1...0x04CE: return .one(scalar % 2 == 1 ? scalar + 1 : scalar)
    case 0x0460...0x0481, 0x048A...0x04BF, 0x04D0...0x052F: return .one(scalar | 1)
    default: return .one(scalar)
    }
  }

  private static func arabic(_ scalar: UInt32) -> Folded {
    switch scalar {
    case 0x0610...0x061A, 0x061C, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC,
      0x06DF...0x06E8, 0x06EA...0x06ED, 0xFBB2...0xFBC2, 0xFE70...0xFE7F:
      return .ignored
    case 0x0600...0x060F, 0x061B, 0x061D...0x061F, 0x066A...0x066D, 0x06D4, 0x06DD, 0x06DE,
      0x06E9, 0xFD3E, 0xFD3F:
      return .separator
    case 0x0660...0x0669: return .one(scalar - 0x0660 + 0x30)
    case 0x06F0...0x06F9: return .one(scalar - 0x06F0 + 0x30)
    // Lam with alef in one sign.
    case 0xFEF5...0xFEFC: return .two(0x0644, 0x0627)
    case 0xFE80...0xFEF4:
      guard let code = FoldingTables.byte(scalar - 0xFE80, of: FoldingTables.arabicForms) else {
        return .one(scalar)
      }
      return .one(arabicLetter(0x0600 + UInt32(code)))
    case 0xFB50...0xFBFF: return .one(arabicLetter(persianForm(scalar)))
    default: return .one(arabicLetter(scalar))
    }
  }

  /// Forms of one letter become the one that most people type.
  private static func arabicLetter(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x0622, 0x0623, 0x0625, 0x0671...0x0673: 0x0627
    case 0x0624: 0x0648
    case 0x0626, 0x0649, 0x06CC, 0x06D2, 0x06D3: 0x064A
    case 0x0629, 0x06BE, 0x06C0...0x06C3, 0x06D5: 0x0647
    case 0x06A9, 0x06AA: 0x0643
    default: scalar
    }
  }

  /// Letters of the presentation forms that Persian, Urdu, Pashto, Kurdish and Uyghur use.
  private static func persianForm(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFB50...0xFB51: 0x0671
    case 0xFB56...0xFB59: 0x067E
    case 0xFB66...0xFB69: 0x0679
    case 0xFB7A...0xFB7D: 0x0686
    case 0xFB88...0xFB89: 0x0688
    case 0xFB8A...0xFB8B: 0x0698
    case 0xFB8C...0xFB8D: 0x0691
    case 0xFB8E...0xFB91: 0x06A9
    case 0xFB92...0xFB95: 0x06AF
    case 0xFB9E...0xFB9F: 0x06BA
    case 0xFBA4...0xFBA5: 0x06C0
    case 0xFBA6...0xFBA9: 0x06C1
    case 0xFBAA...0xFBAD: 0x06BE
    case 0xFBAE...0xFBAF: 0x06D2
    case 0xFBB0...0xFBB1: 0x06D3
    case 0xFBD3...0xFBD6: 0x06AD
    case 0xFBD7...0xFBD8: 0x06C7
    case 0xFBD9...0xFBDA: 0x06C6
    case 0xFBE4...0xFBE7: 0x06D0
    case 0xFBE8...0xFBE9: 0x0649
    case 0xFBFC...0xFBFF: 0x06CC
    default: scalar
    }
  }

  /// Digits of other scripts, as ASCII; nil for everything else.
  private static func digit(_ scalar: UInt32) -> Folded? {
    let zero: UInt32
    switch scalar {
    case 0x07C0...0x07C9: zero = 0x07C0
    // The scripts of India and Sri Lanka: ten digits in every block of 128.
    case 0x0966...0x0D6F where scalar & 0x7F >= 0x66 && scalar & 0x7F <= 0x6F:
      zero = (scalar & ~0x7F) + 0x66
    case 0x0E50...0x0E59: zero = 0x0E50
    case 0x0ED0...0x0ED9: zero = 0x0ED0
    case 0x0F20...0x0F29: zero = 0x0F20
    case 0x1040...0x1049: zero = 0x1040
    case 0x17E0...0x17E9: zero = 0x17E0
    case 0x1810...0x1819: zero = 0x1810
    case 0xFF10...0xFF19: zero = 0xFF10
    case 0x1E950...0x1E959: zero = 0x1E950
    default: return nil
    }
    return .one(scalar - zero + 0x30)
  }

  private static func other(_ scalar: UInt32) -> Folded {
    switch scalar {
    case 0x0531...0x0556: return .one(scalar + 0x30)  // Armenian capitals
    case 0xFF21...0xFF3A: return .one(scalar - 0xFF21 + 0x61)  // wide Latin
    case 0xFF41...0xFF5A: return .one(scalar - 0xFF41 + 0x61)
    case 0x1E900...0x1E921: return .one(scalar + 0x22)  // Adlam capitals (Fulani)
    case 0x0591...0x05BD, 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7,  // Hebrew points
      0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
      0xFEFF:
      return .ignored
    case 0x055A...0x055F, 0x0589, 0x058A, 0x05BE, 0x05C0, 0x05C3, 0x05C6, 0x05F3, 0x05F4,
      0x0700...0x070D, 0x07F7...0x07F9, 0x0964, 0x0965, 0x0970, 0x0DF4, 0x0E4F, 0x0E5A, 0x0E5B,
      0x0F04...0x0F14, 0x104A...0x104F, 0x10FB, 0x1360...0x1368, 0x17D4...0x17D6,
      0x17D8...0x17DB, 0x1800...0x180A, 0x1680:
      return .separator
    case 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2FFF, 0x3000...0x3004,
      0x3008...0x3020, 0x3030, 0x303D, 0x30A0, 0x30FB, 0xA4FE, 0xA4FF, 0xE000...0xF8FF,
      0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF00...0xFF65, 0xFFE0...0xFFFF, 0x1E95E, 0x1E95F,
      0x1F000...0x1FAFF:
      return .separator
    default:
      return .one(scalar)
    }
  }
}
