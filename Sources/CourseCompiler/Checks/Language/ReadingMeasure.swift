/// How hard a text is to read, in years of school, by a formula made for its language.
///
/// - English: the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975).
/// - French: the reading ease of Kandel and Moles (1958), with the school years of Flesch's table.
/// - Spanish: the lecturabilidad of Fernández Huerta (1959) as Law (2011) corrected it: words in a
///   sentence, and not sentences in a hundred words. Its table of school years is its author's.
/// - Arabic: LIX (Björnsson 1968) with the school years of Anderson (1983). It needs words, letters
///   and sentences only, so it works without vowel signs. OSMAN (El-Haj and Rayson 2016) counts
///   syllables and so needs them, or a program that puts them in; AARI (Al Tamimi and others 2014)
///   adds up all letters of a text, so that a longer text is a harder one.
enum ReadingMeasure {
  case fleschKincaid, kandelMoles, fernandezHuerta, lix

  init(_ language: TextLanguage) {
    switch language {
    case .english: self = .fleschKincaid
    case .french: self = .kandelMoles
    case .spanish: self = .fernandezHuerta
    case .arabic: self = .lix
    }
  }

  /// What the formula is called.
  var name: String {
    switch self {
    case .fleschKincaid: "Flesch-Kincaid"
    case .kandelMoles: "Kandel-Moles"
    case .fernandezHuerta: "Fernández Huerta"
    case .lix: "LIX"
    }
  }

  /// The formula's own number; 0 without words.
  func score(_ counts: Wording.Counts) -> Double {
    guard counts.words > 0, counts.sentences > 0 else { return 0 }
    let words = Double(counts.words)
    let inSentence = words / Double(counts.sentences)
    let syllables = Double(counts.syllables) / words
    switch self {
    case .fleschKincaid: return 0.39 * inSentence + 11.8 * syllables - 15.59
    case .kandelMoles: return 207 - 1.015 * inSentence - 73.6 * syllables
    case .fernandezHuerta: return 206.84 - 1.02 * inSentence - 60 * syllables
    case .lix: return inSentence + 100 * Double(counts.longWords) / words
    }
  }

  /// Years of school that a text asks for.
  func years(_ counts: Wording.Counts) -> Double {
    let score = score(counts)
    switch self {
    case .fleschKincaid: return score
    // Flesch 1949: 60 to 70 is grade 8 and 9, 50 to 60 high school, 30 to 50 college.
    case .kandelMoles:
      return Self.between([(100, 4), (90, 5), (80, 6), (70, 7), (60, 9), (50, 12), (30, 16)], score)
    // 60 to 70 is "7º u 8º grado", 50 to 60 "preuniversitario".
    case .fernandezHuerta:
      return Self.between([(100, 3), (90, 4), (80, 5), (70, 6), (60, 8), (50, 12), (30, 16)], score)
    // 36 to 39 is grade 8, 40 to 43 grade 9, and so on.
    case .lix: return (score - 8) / 4
    }
  }

  /// The years of a score in a table of the lowest score of each level, with straight lines between.
  private static func between(_ table: [(score: Double, years: Double)], _ score: Double) -> Double {
    for (upper, lower) in zip(table, table.dropFirst()) where score >= lower.score {
      let part = (upper.score - score) / (upper.score - lower.score)
      return upper.years + part * (lower.years - upper.years)
    }
    return table.last?.years ?? 0
  }
}
