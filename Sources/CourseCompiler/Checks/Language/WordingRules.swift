internal import CourseModel

/// What the checks of words keep to in one toolkit.
struct WordingRules: Sendable {
  /// The rules by themselves.
  struct Table: Sendable {
    fileprivate let settings: WordingSettings
    /// Acronyms that the glossary of a language explains, by the language's tag.
    fileprivate let inGlossary: [String: Set<String>]
    /// A number that changes when a limit does.
    let limits: UInt64

    /// Gathers the settings and the glossaries.
    init(_ settings: WordingSettings, glossaries: [(language: Language, outline: Outline)]) {
      self.settings = settings
      limits = StableHash.of("\(settings.grade) \(settings.sentence)")
      inGlossary = Dictionary(
        glossaries.map { ($0.language.tag, Self.acronyms(in: $0.outline, $0.language)) },
        uniquingKeysWith: { first, _ in first })
    }

    private static func acronyms(in glossary: Outline, _ language: Language) -> Set<String> {
      let file = WrittenFile(
        role: .glossary, id: "", language: language, outline: glossary, original: nil)
      let wording = Wording(file, limit: nil)
      return Set(
        wording.finds.capitals.map { Acronym.plain(wording.text.string($0.range)) })
    }

    /// A number that changes when anything here does.
    var everything: UInt64 {
      var hash = StableHash()
      hash.add(limits)
      for acronym in settings.knownAcronyms.sorted() { hash.add(acronym) }
      for (tag, acronyms) in inGlossary.sorted(by: { $0.key < $1.key }) {
        hash.add(tag)
        for acronym in acronyms.sorted() { hash.add(acronym) }
      }
      return hash.value
    }
  }

  private let table: Table
  private let trace: Trace?

  /// Answers from a table.
  /// - Parameter trace: remembers what was asked.
  init(_ table: Table, trace: Trace?) {
    self.table = table
    self.trace = trace
  }

  /// How many words a sentence may have; nil when it doesn't matter.
  ///
  /// 25 words in English is what plain-language guides ask for (Government Digital Service, Content
  /// design, 2014). French and Spanish need a fifth more words for the same, Arabic a tenth less:
  /// it writes articles and prepositions together with the word.
  func sentenceLimit(_ language: TextLanguage?) -> Int? {
    trace?.note(.readability)
    switch table.settings.sentence {
    case .off: return nil
    case .at(let words): return words
    case .usual: break
    }
    switch language {
    case .english: return 25
    case .french, .spanish: return 30
    case .arabic: return 23
    case nil: return nil
    }
  }

  /// Years of school that a text may ask for; nil when it doesn't matter.
  ///
  /// The aim is grade 8. The formulas differ by a year from text to text, so 9 is said.
  var gradeLimit: Int? {
    trace?.note(.readability)
    return switch table.settings.grade {
    case .usual: 9
    case .at(let years): years
    case .off: nil
    }
  }

  /// Whether readers of a language know an acronym without a word.
  func isKnown(_ acronym: String, in language: Language) -> Bool {
    if Acronym.everybodyKnows.contains(acronym) { return true }
    trace?.note(.acronym(acronym, language: language.tag))
    return table.settings.knownAcronyms.contains(acronym)
      || table.inGlossary[language.tag]?.contains(acronym) ?? false
  }
}
