import ContentFixtures
import CourseCompiler
import CourseModel
import Diagnostics
import Testing

/// What is remembered of the originals of translations.
struct TranslationTests {
  private static let english = """
    ---
    id: m01
    title: Module
    ---

    ## Listen {#listen}

    She tells you that a *neighbour*
    hurts her.[^1]

    ### First? {#q .single}

    - [x] Listen
    - [ ] Call {#call}

    ### Without an id

    Text

    ## Close {#close}

    See [above](#listen).

    [^1]: A note.
    """

  private static let arabic = """
    ---
    id: m01
    title: وحدة
    ---

    ## أصغ {#listen}

    كلمات

    ### ماذا أولًا؟ {#q}

    - أصغي
    - أتصل

    ### بلا

    نص

    ## ختام {#close}
    """

  private static func content(
    _ change: (String) -> String = { $0 }, record: String? = nil
  ) -> InMemoryContent {
    var files = [
      "toolkit.yml": FixtureContent.toolkit(), "modules/m01/en.md": change(english),
      "modules/m01/ar.md": arabic,
    ]
    files["modules/m01/ar.source.tsv"] = record
    return InMemoryContent(files)
  }

  private static func state(_ content: InMemoryContent) async throws -> TranslationState {
    try #require(await CourseCompiler.compile(content).translations.first)
  }

  /// A record of the whole translation as the sample stands.
  private static func record() async throws -> String {
    try #require(try await state(content()).recording(.all)).text
  }

  @Test func statesNameEveryPart() async throws {
    let state = try await Self.state(Self.content())
    #expect(state.language == Language("ar"))
    #expect(state.original == "modules/m01/en.md")
    #expect(state.path == "modules/m01/ar.md")
    #expect(state.parts.map(\.key) == [".title", "listen", "q", "listen.1", "close"])
    #expect(
      state.parts.map(\.standing)
        == [.unrecorded, .unrecorded, .unrecorded, .unrecorded, .missing])
    #expect(state.percent == 80)
  }

  @Test(arguments: [
    ("that a *neighbour*\nhurts her", "that\na   *neighbour* hurts\nher"),
    ("- [x] Listen\n- [ ] Call", "* [ ] Listen\n* [x] Call"),
    ("{#q .single}", "{#q .single tries=3}"),
    ("\nText\n", "\nText <!-- for us -->\n"), ("\n\n## Close", "\n\n\n\n##  Close"),
    ("title: Module", "title: \"Module\"\nminutes: 20"),
  ])
  func whatIsNoWordDoesntCount(old: String, new: String) async throws {
    let record = try await Self.record()
    let state = try await Self.state(
      Self.content({ $0.replacing(old, with: new) }, record: record))
    #expect(Self.content().files != Self.content({ $0.replacing(old, with: new) }).files)
    #expect(state.count(.stale) == 0, "\(state.parts.filter { $0.standing == .stale })")
  }

  @Test(arguments: [
    ("hurts her", "hurts them", "listen"), ("*neighbour*", "neighbour", "listen"),
    ("A note.", "Another note.", "listen"), ("First?", "What first?", "q"),
    ("Call {", "Phone {", "q"), ("\nText", "\nTexts", "listen.1"),
    ("title: Module", "title: Modules", ".title"),
    ("title: Module", "title: Module\ncontent-warning: Hard.", ".title"),
  ])
  func wordsCount(old: String, new: String, key: String) async throws {
    let record = try await Self.record()
    let content = Self.content({ $0.replacing(old, with: new) }, record: record)
    let result = await CourseCompiler.compile(content)
    let state = try #require(result.translations.first)
    #expect(state.parts.filter { $0.standing == .stale }.map(\.key) == [key])
    let warning = try #require(result.diagnostics.first { $0.code == .translationStale })
    #expect(warning.path == "modules/m01/ar.md")
    #expect(warning.notes.map(\.path) == ["modules/m01/en.md"])
    #expect(result.toolkit != nil)
  }

  @Test func staleStaysStaleUntilItIsNamed() async throws {
    let content = Self.content(
      { $0.replacing("hurts her", with: "hurts them") }, record: try await Self.record())
    let state = try await Self.state(content)
    let careful = try #require(state.recording(.new))
    #expect(careful.recorded.isEmpty)
    #expect(careful.stale.map(\.key) == ["listen"])
    #expect(careful.text == (try await Self.record()))
    let named = try #require(state.recording(.named(["listen", "nowhere"])))
    #expect(named.recorded.map(\.key) == ["listen"])
    #expect(named.unknown == ["nowhere"])
    var mended = content
    mended.files["modules/m01/ar.source.tsv"] = Array(named.text.utf8)
    #expect(try await Self.state(mended).count(.stale) == 0)
  }

  @Test func translationsOfAWholeNewLanguageAreMissing() async throws {
    var content = Self.content()
    content.files["modules/m01/ar.md"] = nil
    let state = try await Self.state(content)
    #expect(state.path == nil)
    #expect(state.percent == 0)
    #expect(state.recording(.all) == nil)
  }

  /// The digest is kept in files: it must be the same for ever.
  @Test func digestsAreAsPublished() async throws {
    let record = try await Self.record()
    #expect(record.contains("\nlisten\ta1d9c857c2ad\n"), "\(record)")
  }

  /// What right-to-left editors put into a line: marks round braces, in ids and boxes, digits of
  /// the script.
  @Test func marksOfRightToLeftEditorsMeanNothing() async throws {
    let original = """
      ---
      id: m01
      title: Module
      ---

      ## A {#a .discussion minutes=10}

      1. 3′ One
      2. 7′ Two

      ### Q? {#q .single}

      - [x] Yes
        > Why
      - [ ] No
        > Not yet
      """
    let translation = """
      ---
      id: m01
      title: وحدة
      ---

      ## أ \u{200F}{\u{200F}#a\u{200F} minutes=١٠}\u{200F}

      ١. \u{200F}٣′ واحد
      ٢. ٧′ اثنان

      ### سؤال؟\u{61C}
      \u{200F}\u{2067}{\u{200E}#q\u{200E}}\u{2069}\u{200F}

      - [\u{200F}x] نعم
        > لأن
      - \u{200F}[ \u{200F}] لا
        > ليس بعد
      """
    let content = InMemoryContent([
      "toolkit.yml": FixtureContent.toolkit(), "modules/m01/en.md": original,
      "modules/m01/ar.md": translation,
    ])
    let result = await CourseCompiler.compile(content)
    #expect(result.diagnostics.map(\.message) == [])
    let state = try #require(result.translations.first)
    #expect(state.parts.map(\.key) == [".title", "a", "q"])
    #expect(state.percent == 100)
  }
}
