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

  /// Words that end in a full stop in the middle of a sentence, in small letters.
  var abbreviations: Set<String> {
    switch self {
    case .english:
      [
        "e.g", "i.e", "eg", "ie", "dr", "mr", "mrs", "ms", "st", "no", "nos", "vol", "p", "pp",
        "ch",
        "fig", "vs", "cf", "al", "approx", "prof", "art", "sect",
      ]
    case .french:
      [
        "m", "mm", "mme", "dr", "pr", "p", "pp", "art", "chap", "fig", "cf", "ex", "vol", "no",
        "éd",
      ]
    case .spanish:
      [
        "sr", "sra", "srta", "dr", "dra", "ud", "uds", "p", "pp", "pág", "págs", "art", "cap",
        "fig",
        "núm", "vol", "ej", "cf", "ee", "uu",
      ]
    case .arabic: ["د", "أ", "م", "ص", "ج", "ق", "هـ", "ه"]
    }
  }
}
