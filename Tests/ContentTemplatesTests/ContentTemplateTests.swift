import ContentTemplates
import CourseCompiler
import CourseModel
import Diagnostics
import Testing

/// Everything that `amparo new` makes is valid at once, in every language.
@Suite struct ContentTemplateTests {
  private func toolkit(_ language: String) throws -> InMemoryContent {
    let id = try #require(ContentID("demo"))
    let files = ContentTemplate.toolkit(id: id, title: nil, language: language)
    return InMemoryContent(
      Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first }))
  }

  /// A message for each diagnostic; empty when the content is all right and gives a toolkit.
  private func problems(_ content: InMemoryContent) async -> [String] {
    let compilation = await CourseCompiler.compile(content)
    return compilation.diagnostics.map { "\($0.path) \($0.code.rawValue) \($0.message)" }
      + (compilation.toolkit == nil ? ["no toolkit"] : [])
  }

  @Test(arguments: ContentTemplate.languages)
  func `A new toolkit has nothing to mend`(language: String) async throws {
    let content = try toolkit(language)
    #expect(content.files.count == 6)
    #expect(await problems(content) == [])
    for (path, bytes) in content.files {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("@"), "a gap is left open in \(path)")
      #expect(text.contains("<!-- ") || text.contains("# "), "no comment explains \(path)")
    }
  }

  @Test(arguments: ContentTemplate.languages)
  func `A new module, tree and question have nothing to mend`(language: String) async throws {
    var content = try toolkit(language)
    let titles = [nil, "Les \"lieux\" sûrs: \\ première fois"]
    for (number, title) in titles.enumerated() {
      let module = ContentTemplate.module(
        id: try #require(ContentID("m-\(number)")), title: title, tag: language)
      let tree = ContentTemplate.tree(
        id: try #require(ContentID("t-\(number)")), title: title, tag: language, hasContact: true)
      let source = SourceFile(path: module.path, text: module.text)
      let place = QuestionInsertion(source)
      #expect(place.hasQuiz && place.outcome == "o1")
      var edited = EditedFile(source)
      edited.apply([
        place.edit(
          ContentTemplate.question(
            id: try #require(ContentID("q-new")), text: title, tag: language,
            outcome: place.outcome),
          tag: language)
      ])
      content.files[module.path] = edited.bytes
      content.files[tree.path] = Array(tree.text.utf8)
      #expect(!module.text.contains("@") && !tree.text.contains("@"))
    }
    #expect(await problems(content) == [])
    let compilation = await CourseCompiler.compile(content)
    let edition = try #require(compilation.toolkit?.editions.first)
    #expect(edition.modules.contains { $0.title.contains("première fois") })
  }

  @Test(arguments: ContentTemplate.languages)
  func `A new tree names the slot of the contact only where it is filled`(language: String) throws {
    let id = try #require(ContentID("t9"))
    func tree(_ hasContact: Bool) -> String {
      ContentTemplate.tree(id: id, title: nil, tag: language, hasContact: hasContact).text
    }
    #expect(tree(true).contains("{{emergency-contact}}"))
    #expect(!tree(false).contains("{{") && !tree(false).contains("|"))
    #expect(tree(true).split(separator: "\n").count == tree(false).split(separator: "\n").count)
  }

  @Test func `A contact is there when every place has one`() {
    func place(_ text: String) -> SourceFile { SourceFile(path: "places/a.yml", text: text) }
    let whole = place("id: a\nslots:\n  emergency-contact: { en: the team }\n")
    #expect(ContentTemplate.haveContact([whole]))
    #expect(!ContentTemplate.haveContact([]))
    #expect(!ContentTemplate.haveContact([whole, place("id: b\nslots:\n  other: x\n")]))
    #expect(!ContentTemplate.haveContact([whole, place("- a\n")]))
  }

  @Test func `A language is that of the tag's first part, or English`() {
    #expect(ContentTemplate.language(for: "es-MX") == "es")
    #expect(ContentTemplate.language(for: "AR") == "ar")
    #expect(ContentTemplate.language(for: "sw") == "en")
    let module = ContentID("m9").map { ContentTemplate.module(id: $0, title: nil, tag: "sw") }
    #expect(module?.path == "modules/m9/sw.md")
  }

  @Test func `Languages are read from toolkit.yml alone`() {
    func read(_ text: String) -> ToolkitLanguages? {
      ToolkitLanguages(SourceFile(path: "toolkit.yml", text: text))
    }
    #expect(read("default-language: ar\nlanguages: [en, ar]\n")?.tags == ["ar", "en"])
    #expect(read("default-language: fr\n")?.tags == ["fr"])
    #expect(read("default-language: ../../x\n") == nil)
    #expect(read("languages: [en]\n") == nil)
    #expect(read("- a\n") == nil)
  }
}

@Suite struct ContentIDTests {
  @Test(arguments: [
    ("Safe places", "safe-places"), ("L'éducation à l'abri", "leducation-a-labri"),
    ("¿Niños en peligro?", "ninos-en-peligro"), ("Straße Œuvre Łódź", "strasse-oeuvre-lodz"),
    ("  M 02  ", "m-02"), ("Lieu su\u{302}r", "lieu-sur"),
    (
      "A very long title that nobody would want to read in the address of a page",
      "a-very-long-title-that-nobody-would-want"
    ),
  ])
  func `Latin names become ids`(name: String, id: String) {
    #expect(ContentID.suggestion(for: name) == ContentID(id).map { .plain($0) })
  }

  @Test func `Arabic names get an id to choose, others none`() {
    #expect(
      ContentID.suggestion(for: "الأماكن الآمنة ٢")
        == ContentID("alamakn-alamna-2").map { .transliterated($0) })
    #expect(ContentID.suggestion(for: "安全") == .none)
    #expect(ContentID.suggestion(for: "…") == .none)
  }

  @Test(arguments: ["", "-a", "a-", "A", "a b", "é", String(repeating: "a", count: 65)])
  func `What can't be an id`(text: String) {
    #expect(ContentID(text) == nil)
  }
}

@Suite struct QuestionInsertionTests {
  private func put(_ module: String) -> String {
    let source = SourceFile(path: "modules/m01/en.md", text: module)
    var edited = EditedFile(source)
    edited.apply([QuestionInsertion(source).edit("### New {#q-new .single}\n", tag: "en")])
    return String(decoding: edited.bytes, as: UTF8.self)
  }

  private let quiz =
    "## Text {#a}\n\nWords.\n\n## Quiz {#quiz .quiz}\n\n### One {#q-1 .single}\n\n- [x] a\n"

  @Test func `At the end of the quiz`() {
    #expect(put(quiz) == quiz + "\n### New {#q-new .single}\n")
    #expect(put(quiz + "\n") == quiz + "\n### New {#q-new .single}\n")
  }

  @Test func `Before the advice by result`() {
    let score = "\n> [!SCORE] 0-50\n> Read again.\n\n> [!SCORE] 51-100\n> Well done.\n"
    #expect(put(quiz + score) == quiz + "\n### New {#q-new .single}\n" + score)
  }

  @Test func `Before the next section`() {
    #expect(
      put(quiz + "\n## After {#z}\n\nWords.\n")
        == quiz + "\n### New {#q-new .single}\n\n## After {#z}\n\nWords.\n")
  }

  @Test func `With a new quiz where there is none, under an id that is free`() {
    #expect(
      put("## Text {#quiz}\n\nWords.")
        == "## Text {#quiz}\n\nWords.\n\n## Check yourself {#quiz-2 .quiz}\n\n### New {#q-new .single}\n"
    )
    #expect(put("") == "## Check yourself {#quiz .quiz}\n\n### New {#q-new .single}\n")
  }

  @Test func `With the line ends of the file`() {
    let windows = quiz.replacing("\n", with: "\r\n")
    #expect(put(windows) == windows + "\r\n### New {#q-new .single}\r\n")
  }
}
