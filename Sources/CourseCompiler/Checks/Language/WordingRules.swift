internal import CourseModel
internal import MarkdownSyntax
internal import MarkupTree

/// What the checks of words keep to in one toolkit.
struct WordingRules: Sendable {
  private let settings: WordingSettings
  /// Acronyms that the glossary of a language explains, by the language's tag.
  private let inGlossary: [String: Set<String>]

  /// Gathers the settings and the glossaries.
  init(_ settings: WordingSettings, glossaries: [WrittenFile]) {
    self.settings = settings
    var inGlossary: [String: Set<String>] = [:]
    for file in glossaries {
      let text = Wording(file, limit: nil)
      inGlossary[file.language.tag] = Set(
        text.finds.capitals.map { Acronym.plain(text.text.string($0.range)) })
    }
    self.inGlossary = inGlossary
  }

  /// How many words a sentence may have; nil when it doesn't matter.
  ///
  /// 25 words in English is what plain-language guides ask for (Government Digital Service, Content
  /// design, 2014). French and Spanish need a fifth more words for the same, Arabic a tenth less:
  /// it writes articles and prepositions together with the word.
  func sentenceLimit(_ language: TextLanguage?) -> Int? {
    switch settings.sentence {
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
    switch settings.grade {
    case .usual: 9
    case .at(let years): years
    case .off: nil
    }
  }

  /// A number that changes when something changes for texts of a language.
  func answer(for tag: String) -> UInt64 {
    var hash = StableHash()
    hash.add("\(settings.sentence) \(settings.grade)")
    for acronym in settings.knownAcronyms.sorted() { hash.add(acronym) }
    hash.add("glossary")
    for acronym in (inGlossary[tag] ?? []).sorted() { hash.add(acronym) }
    return hash.value
  }

  /// Whether readers of a language know an acronym without a word.
  func isKnown(_ acronym: String, in language: Language) -> Bool {
    settings.knownAcronyms.contains(acronym) || Acronym.everybodyKnows.contains(acronym)
      || inGlossary[language.tag]?.contains(acronym) ?? false
  }
}
