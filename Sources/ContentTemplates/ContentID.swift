/// An id that files, folders and headings can have: small letters, digits and hyphens.
public struct ContentID: Sendable, Hashable {
  /// The id.
  public let text: String

  /// More bytes than this can't be an id.
  private static let limit = 64
  /// An id made from a name is cut at a word behind this many letters.
  private static let shortened = 40

  /// Takes an id as it is written; nil when it can't be one.
  public init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isPlain, !text.isEmpty, text.utf8.count <= Self.limit, !text.hasPrefix("-"),
      !text.hasSuffix("-")
    else { return nil }
    self.text = text
  }

  /// What an id for a name may be.
  public enum Suggestion: Sendable, Hashable {
    /// The name in plain letters; good to use as it is.
    case plain(ContentID)
    /// Letters of another script, put into those from a to z one by one: readable at best.
    case transliterated(ContentID)
    /// Nothing of the name can be put into letters from a to z.
    case none
  }

  /// An id for a name: accents are dropped, Arabic letters transliterated, all else made a hyphen.
  public static func suggestion(for name: String) -> Suggestion {
    var words: [String] = []
    var word = ""
    var isTransliterated = false
    for scalar in name.unicodeScalars {
      if let plain = plainLetters(scalar) {
        word += plain
      } else if let plain = arabicLetters(scalar) {
        word += plain
        isTransliterated = true
      } else if isPartOfWord(scalar) {
        // A letter of a script that isn't known here would be lost without a word.
        if scalar.properties.isAlphabetic, !isMark(scalar) { return .none }
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    guard let id = ContentID(shorten(words)) else { return .none }
    return isTransliterated ? .transliterated(id) : .plain(id)
  }

  /// As many whole words as make an id of ordinary length; the first one in any case.
  private static func shorten(_ words: [String]) -> String {
    var text = String((words.first ?? "").prefix(limit))
    for word in words.dropFirst() {
      guard text.utf8.count + 1 + word.utf8.count <= shortened else { break }
      text += "-" + word
    }
    return text
  }

  /// Letters and digits of English, and Latin letters without their accents.
  private static func plainLetters(_ scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        ? scalar.properties.lowercaseMapping : nil
    }
    switch scalar {
    case "ß", "ẞ": return "ss"
    case "ı": return "i"
    case "þ", "Þ": return "th"
    case "ð", "Ð": return "d"
    default: break
    }
    // "LATIN SMALL LETTER E WITH ACUTE", "LATIN CAPITAL LIGATURE OE", "LATIN SMALL LETTER AE".
    let name = (scalar.properties.name ?? "").split(separator: " ")
    guard name.count >= 4, name[0] == "LATIN", name[3].count <= 2 else { return nil }
    return name[3].lowercased()
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .modifierLetter: true
    default: false
    }
  }

  /// Whether a sign stands inside a word: letters, marks on them, and the apostrophe.
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isMark(scalar) || scalar == "'" || scalar == "\u{2019}"
  }

  /// Arabic letters and digits; vowel signs that are written count, others can't be known.
  private static func arabicLetters(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ا", "أ", "آ", "ٱ", "ى", "ة", "\u{064E}": "a"
    case "إ", "\u{0650}": "i"
    case "\u{064F}": "u"
    case "ب": "b"
    case "ت", "ط": "t"
    case "ث": "th"
    case "ج": "j"
    case "ح", "ه": "h"
    case "خ": "kh"
    case "د", "ض": "d"
    case "ذ": "dh"
    case "ر": "r"
    case "ز", "ظ": "z"
    case "س", "ص": "s"
    case "ش": "sh"
    case "ع", "ء": ""
    case "غ": "gh"
    case "ف": "f"
    case "ق": "q"
    case "ك": "k"
    case "ل": "l"
    case "م": "m"
    case "ن": "n"
    case "و", "ؤ": "w"
    case "ي", "ئ": "y"
    case "٠"..."٩": String(scalar.value - 0x660)
    default: nil
    }
  }
}
