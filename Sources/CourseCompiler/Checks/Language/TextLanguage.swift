internal import CourseModel

/// A language whose words the checks know.
///
/// What these checks know of a language stands in plain tables: `Phrases+English.swift` and its
/// neighbours, `Syllables+English.swift` and its neighbours. Texts in other languages get the checks
/// that need no words.
package enum TextLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"
  case spanish = "es"
  case arabic = "ar"

  /// The language of a text; nil when it is another one.
  init?(_ language: Language) {
    self.init(rawValue: language.primary)
  }

  /// Words that end in a full stop in the middle of a sentence, in small letters, as UTF-8.
  var abbreviations: [[UInt8]] {
    switch self {
    case .english: Self.englishAbbreviations
    case .french: Self.frenchAbbreviations
    case .spanish: Self.spanishAbbreviations
    case .arabic: Self.arabicAbbreviations
    }
  }

  private static let englishAbbreviations = bytes([
    "e.g", "i.e", "eg", "ie", "dr", "mr", "mrs", "ms", "st", "no", "nos", "vol", "pp", "ch", "fig",
    "vs", "cf", "al", "approx", "prof", "art", "sect",
  ])
  private static let frenchAbbreviations = bytes([
    "mm", "mme", "dr", "pr", "pp", "art", "chap", "fig", "cf", "ex", "vol", "no", "éd",
  ])
  private static let spanishAbbreviations = bytes([
    "sr", "sra", "srta", "dr", "dra", "ud", "uds", "pp", "pág", "págs", "art", "cap", "fig", "núm",
    "vol", "ej", "cf", "ee", "uu",
  ])
  private static let arabicAbbreviations = bytes(["د", "أ", "م", "ص", "ج", "ق", "هـ", "ه"])

  private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
}
