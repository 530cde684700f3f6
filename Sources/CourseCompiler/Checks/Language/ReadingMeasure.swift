/// How hard a text is to read, in years of school, by a formula made for its language.
///
/// - English: the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975).
/// - French: the reading ease of Kandel and Moles (1958), with the school years of Flesch's table.
/// - Spanish: the lecturabilidad of Fernández Huerta (1959) as Law (2011) corrected it: words in a
///   sentence, and not sentences in a hundred words. Its table of school years is its author's.
/// - Arabic: RIX with its table of school years (Anderson 1983), the form of LIX (Björnsson 1968)
///   that was made for comparing languages: long words in a sentence. It needs letters and sentences
///   only, so it works without vowel signs. OSMAN (El-Haj and Rayson 2016) counts syllables and so
///   needs the signs, or a program that puts them in; AARI (Al Tamimi and others 2014) adds up all
///   letters of a text, so that a longer text is a harder one. On the parts of the sample toolkit
///   that exist in both languages, RIX in Arabic and Flesch-Kincaid in English differ by half a year
///   on average.
package enum ReadingMeasure {
  case fleschKincaid, kandelMoles, fernandezHuerta, rix

  /// The formula for a language.
  package init(_ language: TextLanguage) {
    switch language {
    case .english: self = .fleschKincaid
    case .french: self = .kandelMoles
    case .spanish: self = .fernandezHuerta
    case .arabic: self = .rix
    }
  }

  /// What the formula is called.
  var name: String {
    switch self {
    case .fleschKincaid: "Flesch-Kincaid"
    case .kandelMoles: "Kandel-Moles"
    case .fernandezHuerta: "Fernández Huerta"
    case .rix: "RIX"
    }
  }

  /// The formula's own number; 0 without words.
  package func score(_ counts: TextCounts) -> Double {
    guard counts.words > 0, counts.sentences > 0 else { return 0 }
    let words = Double(counts.words)
    let inSentence = words / Double(counts.sentences)
    let syllables = Double(counts.syllables) / words
    switch self {
    case .fleschKincaid: return 0.39 * inSentence + 11.8 * syllables - 15.59
    case .kandelMoles: return 207 - 1.015 * inSentence - 73.6 * syllables
    case .fernandezHuerta: return 206.84 - 1.02 * inSentence - 60 * syllables
    case .rix: return Double(counts.longWords) / Double(counts.sentences)
    }
  }

  /// Years of school that a text asks for: 8.0 is the beginning of the eighth.
  package func years(_ counts: TextCounts) -> Double {
    let score = score(counts)
    switch self {
    case .fleschKincaid: return score
    // Flesch 1949: 60 to 70 is grade 8 and 9, 50 to 60 high school, 30 to 50 college.
    case .kandelMoles:
      return Self.between(
        [(100, 5), (90, 6), (80, 7), (70, 8), (60, 10), (50, 13), (30, 17)], score)
    // 60 to 70 is "7º u 8º grado", 50 to 60 "preuniversitario".
    case .fernandezHuerta:
      return Self.between(
        [(100, 4), (90, 5), (80, 6), (70, 7), (60, 9), (50, 13), (30, 17)], score)
    // 2.4 to 3.0 is grade 7, 3.0 to 3.7 grade 8, and so on; above 7.2 is college.
    case .rix:
      return Self.between(
        [
          (0, 1), (-0.2, 2), (-0.5, 3), (-0.8, 4), (-1.3, 5), (-1.8, 6), (-2.4, 7), (-3.0, 8),
          (-3.7, 9), (-4.5, 10), (-5.3, 11), (-6.2, 12), (-7.2, 13), (-12, 17),
        ], -score)
    }
  }

  /// The years of a score in a table of falling scores, with straight lines between.
  private static func between(_ table: [(score: Double, years: Double)], _ score: Double) -> Double
  {
    for (upper, lower) in zip(table, table.dropFirst()) where score >= lower.score {
      let part = (upper.score - score) / (upper.score - lower.score)
      return upper.years + part * (lower.years - upper.years)
    }
    return table.last?.years ?? 0
  }
}
