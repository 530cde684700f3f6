import CourseCompiler
import CourseModel
import Diagnostics
import Testing

/// Interface texts that a toolkit brings along.
struct InterfaceTests {
  private static func toolkit(
    _ files: [String: String], languages: String, more: String = ""
  ) async throws -> Toolkit {
    var files = files
    files["toolkit.yml"] = """
      id: test
      title: Test
      version: "1"
      default-language: en
      languages: [\(languages)]
      \(more)
      """
    return try #require(await CourseCompiler.compile(InMemoryContent(files)).toolkit)
  }

  @Test func changesStandBesideBuiltInTexts() async throws {
    let toolkit = try await Self.toolkit(
      ["interface/fr.yml": "frame:\n  contents: Table\nquiz:\n  passed: Bravo.\n"],
      languages: "en, fr")
    let french = toolkit.editions[1].interface
    #expect(french.page.frame.contents == "Table")
    #expect(french.script.quiz.passed == "Bravo.")
    #expect(french.page.frame.glossary == "Glossaire")
    let original = toolkit.editions[1].interface(for: Language("en"))
    #expect(original.page.frame.contents == "Contents")
    #expect(toolkit.editions[0].interface.page.frame.contents == "Contents")
  }

  @Test func aNewLanguageHasItsOwnPluralForms() async throws {
    let toolkit = try await Self.toolkit(
      [
        "interface/ru.yml": """
        module:
          minutes:
            one: "{count} минута"
            few: "{count} минуты"
            many: "{count} минут"
            other: "{count} минуты"
        """
      ], languages: "en, ru")
    let russian = toolkit.editions[1].interface
    #expect(russian.language == Language("ru"))
    let minutes = [1, 3, 5, 21].map { russian.page.module.minutes($0, russian.numbers) }
    #expect(minutes == ["1 минута", "3 минуты", "5 минут", "21 минута"])
    // What is still English must not say "21 question".
    #expect(russian.page.module.questions(21, russian.numbers) == "21 questions")
    #expect(russian.plurals == russian.page.module.questions.rule)
  }

  @Test func regionsUseTheFileOfTheirLanguage() async throws {
    let toolkit = try await Self.toolkit(
      [
        "interface/es.yml": "frame:\n  contents: Índice\n",
        "interface/es-MX.yml": "number:\n  group: \",\"\n  groupFrom: \"1000\"\n  decimal: \".\"\n",
      ], languages: "en, es-AR, es-MX")
    #expect(toolkit.editions[1].interface.page.frame.contents == "Índice")
    #expect(toolkit.editions[2].interface.page.frame.contents == "Contenido")
    #expect(toolkit.editions[1].interface.numbers.text(12_345) == "12.345")
    #expect(toolkit.editions[1].interface.numbers.text(1_234) == "1234")
    #expect(toolkit.editions[2].interface.numbers.text(1_234) == "1,234")
  }

  @Test(arguments: [
    ("", "120"), ("digits: latin", "120"), ("digits: native", "١٢٠"),
    ("digits: { ar: native }", "١٢٠"), ("digits: { en: native }", "120"),
  ])
  func digitsAreTheToolkitsChoice(setting: String, number: String) async throws {
    let toolkit = try await Self.toolkit([:], languages: "en, ar", more: setting)
    #expect(toolkit.editions[1].interface.numbers.text(120) == number)
    #expect(toolkit.editions[0].interface.numbers.text(120) == "120")
  }

  @Test(arguments: [
    ("en", "22 November 2026"), ("fr", "22 novembre 2026"), ("es", "22 de noviembre de 2026"),
    ("ar", "22 نوفمبر 2026"),
  ])
  func datesAreWrittenOut(tag: String, text: String) {
    let texts = InterfaceTexts.texts(for: Language(tag))
    #expect(texts.page.date.text("2026-11-22", texts.numbers) == text)
    for wrong in ["2026-13-01", "2026-00-10", "2026-1-1", "soon", "2026-01-32", "٢٠٢٦-٠١-٠١"] {
      #expect(texts.page.date.text(wrong, texts.numbers) == nil)
    }
  }

  @Test func theFirstIsAnOrdinalInFrench() {
    let texts = InterfaceTexts.texts(for: Language("fr"))
    #expect(texts.page.date.text("2027-03-01", texts.numbers) == "1er mars 2027")
  }

  @Test(arguments: [
    ("en", "1,234,567", "1,234"), ("fr", "1\u{202F}234\u{202F}567", "1\u{202F}234"),
    ("es", "1.234.567", "1234"), ("ar", "1,234,567", "1,234"),
  ])
  func numbersHaveTheLanguagesSeparators(tag: String, large: String, small: String) {
    let numbers = InterfaceTexts.texts(for: Language(tag)).numbers
    #expect(numbers.text(1_234_567) == large)
    #expect(numbers.text(1234) == small)
    #expect(numbers.text(-12) == "-12")
    #expect(numbers.text(.min).hasPrefix("-9"))
  }

  /// `amparo interface` prints entries; a file of all of them changes nothing.
  @Test(arguments: ["ar", "en", "es", "fr"])
  func entriesAreComplete(tag: String) {
    let texts = InterfaceTexts.texts(for: Language(tag))
    #expect(texts.entries.count > 230)
    #expect(texts.entries.map(\.name).allSatisfy { !$0.isEmpty })
    #expect(texts.changed(to: Language(tag), texts.entries) == texts)
    let english = InterfaceTexts.texts(for: Language("en")).entries
    #expect(texts.entries.map { [$0.group, $0.name] } == english.map { [$0.group, $0.name] })
  }

  @Test(arguments: ["ar", "es", "fr"])
  func everyTextHasThePlacesOfTheEnglishOne(tag: String) {
    func places(_ text: String) -> [String] {
      text.matches(of: #/\{[a-z]+\}/#).map { String($0.output) }.sorted()
    }
    let english = InterfaceTexts.texts(for: Language("en")).entries
    let texts = InterfaceTexts.texts(for: Language(tag)).entries
    for (original, translated) in zip(english, texts) {
      switch (original.value, translated.value) {
      case (.text(let one), .text(let other)):
        #expect(places(one) == places(other), "\(original.group).\(original.name)")
        #expect(!other.isEmpty)
      case (.list(let one), .list(let other)):
        #expect(one.count == other.count && !other.contains(""))
      case (.counted, .counted(let forms)):
        let large = forms.filter { $0.key >= .few }.values
        #expect(large.allSatisfy { places($0) == ["{count}"] }, "\(original.name)")
        #expect(!forms.values.contains(""))
      case (.text, _), (.list, _), (.counted, _): Issue.record("\(original.name)")
      }
    }
  }

  @Test func frenchSpacesDontBreak() {
    let texts = InterfaceTexts.texts(for: Language("fr")).entries.flatMap { entry in
      switch entry.value {
      case .text(let text): [text]
      case .list(let list): list
      case .counted(let forms): Array(forms.values)
      }
    }
    for text in texts {
      #expect(!text.contains(#/ [:;?!%»]|« |[^\u{202F}][;?!%]|'/#), "\(text)")
    }
  }
}
