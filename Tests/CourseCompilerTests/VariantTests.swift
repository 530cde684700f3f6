import ContentFixtures
import CourseCompiler
import CourseModel
import Diagnostics
import Testing

/// What each variant of a toolkit holds, and what is said of all of them together.
@Suite struct VariantTests {
  private static func compile(_ fixture: String, _ variant: [String] = []) async -> Compilation {
    await CourseCompiler.compile(FixtureContent(fixture), options: .init(variant: variant))
  }

  /// The module in a variant and a language.
  private static func dump(
    _ fixture: String, _ variant: [String] = [], language: Int = 0
  ) async throws -> String {
    let result = await compile(fixture, variant)
    let toolkit = try #require(
      result.toolkit, "\(result.diagnostics.map { "\($0.code.rawValue) \($0.message)" })")
    return ModelDump.of(toolkit.editions[language].modules[0])
  }

  @Test func theGeneralToolkitLeavesMarkedPartsOut() async throws {
    let dump = try await Self.dump(VariantFixture.settings + VariantFixture.english)
    #expect(
      dump == """
        module m01 [en] Module 0′
          outcome o1 .- Listen
          section m01#all #0 [en] reading: Everybody
            prose Before the list.OneThree
            key
              prose For all.First
            single m01#q-1 #0 tries 0 outcome o1: First?
              [x] Ask
                prose Right.
              [ ] Wait
                prose Not now.
            prose After the question.
        """, "\(dump)")
  }

  @Test func aVariantHasItsOwnPartsAndTheGeneralOnes() async throws {
    let dump = try await Self.dump(
      VariantFixture.settings + VariantFixture.english, ["sector=wash"])
    #expect(
      dump == """
        module m01 [en] Module 0′
          outcome o1 .- Listen
          outcome o2 .- Guard a tap
          section m01#all #0 [en] reading: Everybody
            prose Before the list.OneTwo
            key
              prose For water.
            key
              prose For all.First
            single m01#q-1 #0 tries 0 outcome o1: First?
              [x] Ask
                prose Right.
              [ ] Run
                prose Stay.
              [ ] Wait
                prose Not now.
              [ ] Hide
                prose Not needed.
            prose After the question.
          section m01#tap #1 [en] reading: The tap
            prose At night.
        """, "\(dump)")
  }

  @Test func severalValuesAtOnce() async throws {
    let dump = try await Self.dump(
      VariantFixture.settings + VariantFixture.english, ["format=online", "sector=health"])
    #expect(
      dump == """
        module m01 [en] Module 0′
          outcome o1 .- Listen
          section m01#all #0 [en] reading: Everybody
            prose Before the list.OneTwo
            key
              prose For all.FirstSecond
            prose After the question.
        """, "\(dump)")
    let both = try await Self.dump(
      VariantFixture.settings + VariantFixture.english, ["sector=wash", "format=online"])
    #expect(both.contains("heading 3 m01#call In a call"))
  }

  @Test func translationsTakeTheirMarksFromTheOriginal() async throws {
    let fixture = VariantFixture.settings + VariantFixture.english + VariantFixture.arabic
    let general = try await Self.dump(fixture, language: 1)
    #expect(
      general == """
        module m01 [ar] وحدة 0′
          outcome o1 .- يصغي
          section m01#all #0 [ar] reading: الجميع
            prose قبل القائمة.واحدثلاثة
            key
              prose للجميع.أول
            single m01#q-1 #0 tries 0 outcome o1: الأول؟
              [x] اسأل
                prose صحيح.
              [ ] انتظر
                prose ليس الآن.
            prose بعد السؤال.
        """, "\(general)")
    let wash = try await Self.dump(fixture, ["sector=wash"], language: 1)
    for words in ["يحرس", "اثنان", "للماء", "اركض", "اختبئ", "الحنفية", "ليلًا"] {
      #expect(wash.contains(words) && !general.contains(words), "\(words)")
    }
    // Marks may be repeated.
    let repeated = fixture.replacing("- اركض", with: "- اركض {sector=wash}")
    #expect(try await Self.dump(repeated, ["sector=wash"], language: 1) == wash)
  }

  @Test func everyVariantIsThereWithItsNames() async throws {
    let result = await Self.compile(VariantFixture.settings + VariantFixture.english)
    #expect(
      result.variants.map(\.variant.text)
        == ["", "sector=wash", "sector=health", "format=online"])
    let wash = result.variants[1]
    #expect(wash.names[Language("ar")] == "المياه")
    #expect(result.variants[2].names[Language("ar")] == "Health")
    #expect(
      wash.toolkit.editions.map(\.title) == ["Test – Water and sanitation", "اختبار – المياه"])
    #expect(result.toolkit?.editions.map(\.title) == ["Test", "اختبار"])
    #expect(result.variants[0].names.isEmpty)
    // Learners keep their work whichever variant they use.
    #expect(Set(result.variants.map(\.toolkit.id)) == ["test"])
  }

  @Test func whatIsWrongInSomeVariantsNamesThem() async throws {
    let text = VariantFixture.english.replacing(
      "Before the list.", with: "See [it](#tap) and [no](m77).")
    let result = await Self.compile(VariantFixture.settings + text)
    #expect(result.toolkit == nil && result.variants.isEmpty)
    let leftOut = try #require(result.diagnostics.first { $0.code == .targetLeftOut })
    #expect(
      leftOut.notes.map(\.message)
        == ["Only in the general toolkit, `sector=health`, `format=online`."])
    let unknown = result.diagnostics.filter { $0.code == .unknownTarget }
    #expect(unknown.count == 1 && unknown[0].notes.isEmpty)
  }

  /// No value alone shows it; so the check looks at both together.
  @Test func whatNeedsTwoValuesIsLookedAt() async throws {
    let text = VariantFixture.english.replacing("Mute yourself.", with: "See [it](m77).")
    let result = await Self.compile(VariantFixture.settings + text)
    let unknown = try #require(result.diagnostics.first { $0.code == .unknownTarget })
    #expect(unknown.notes.map(\.message) == ["Only in `sector=wash format=online`."])
  }

  @Test func unknownVariantIsSaid() async throws {
    let result = await Self.compile(
      VariantFixture.settings + VariantFixture.english, ["sector=wahs"])
    let problem = try #require(result.diagnostics.first { $0.severity == .error })
    #expect(problem.code == .unknownVariant && result.toolkit == nil)
    #expect(problem.help == "Did you mean `sector=wash`?")
  }

  @Test func recordsOfTranslationsDontDependOnVariants() async throws {
    let result = await Self.compile(
      VariantFixture.settings + VariantFixture.english + VariantFixture.arabic)
    let state = try #require(result.translations.first)
    #expect(
      state.parts.map(\.variants) == [
        nil, nil, nil, "sector=general,wash", "sector=wash", "sector=wash format=online",
      ])
    #expect(state.parts.map(\.standing).last == .missing)
    #expect(state.shown(in: .general).parts.count == 4)
    #expect(state.shown(in: .general).count(.missing) == 0)
    let wash = try #require(result.variants.first { $0.variant.text == "sector=wash" })
    #expect(state.shown(in: wash.variant).parts.count == 5)
  }

  @Test func glossaryAndIncludesFollow() async throws {
    let fixture =
      VariantFixture.settings + """
        === glossary/en.md
        ## Tap {#tap sector=wash}

        Water.

        ## Risk {#risk}

        - One
        - Two {format=online}
        === glossary/ar.md
        ## حنفية {#tap}

        ماء.

        ## خطر {#risk}

        - واحد
        - اثنان
        === shared/rules.md
        > [!TIP] {sector=health}
        > On the ward.

        For all.
        === modules/m01/en.md
        ---
        id: m01
        title: Module
        ---

        ## A {#a}

        {{include: shared/rules.md}}

        [Risk](glossary:risk)

        > [!TIP] {sector=wash}
        > [Tap](glossary:tap)

        """
    let result = await Self.compile(fixture)
    let terms = result.variants.map { variant in
      variant.toolkit.editions.map { $0.glossary.map(\.id).joined(separator: " ") }
    }
    #expect(
      terms == [["risk", "risk"], ["risk tap", "tap risk"], ["risk", "risk"], ["risk", "risk"]])
    #expect(!(try await Self.dump(fixture)).contains("On the ward."))
    #expect((try await Self.dump(fixture, ["sector=health"])).contains("On the ward."))
    func definition(_ number: Int) throws -> String {
      let variant = try #require(
        result.variants.indices.contains(number) ? result.variants[number] : nil)
      return variant.toolkit.editions[1].glossary.filter { $0.id == "risk" }.flatMap(\.definition)
        .map { if case .prose(let prose) = $0 { prose.plainText } else { "" } }.joined()
    }
    #expect(try definition(0) == "واحد")
    #expect(try definition(3) == "واحداثنان")
  }

  /// Numbers of a tree's nodes and answers change with the variant; nothing else must.
  @Test func treesHaveVariants() async throws {
    let fixture =
      VariantFixture.settings + """
        === trees/t1/en.md
        ---
        id: t1
        title: Tree
        ---

        ## Where? {#where}

        - [At home](#end)
        - [At the tap](#tap) {sector=wash}
          > Mind the light.
        - [On the ward](#ward) {sector=health}
        > Mind the night.

        - [In a call](#end) {format=online}

        ## At the tap {#tap .today sector=wash}

        Call.

        ## On the ward {#ward .today sector=health}

        Call.

        ## End {#end .end}

        """
    let result = await Self.compile(fixture)
    #expect(!result.diagnostics.hasErrors, "\(result.diagnostics.map(\.message))")
    let dumps = result.variants.map { ModelDump.of($0.toolkit.editions[0].trees[0]) }
    #expect(dumps.map { $0.contains("Mind the light.") } == [false, true, false, false])
    #expect(dumps.map { $0.contains("Mind the night.") } == [false, false, true, false])
    #expect(dumps.map { $0.components(of: "-> ") } == [1, 2, 2, 2])
  }

  /// A text with a mark on every item, nested as deep as can be.
  @Test func manyMarksTakeNoLongTime() async throws {
    var text = VariantFixture.english
    for number in 0..<3000 {
      text += "- Item \(number) {sector=\(number.isMultiple(of: 2) ? "wash" : "health")}\n"
    }
    for depth in 0..<60 {
      text += String(repeating: "  ", count: depth) + "- Deep {sector=general,wash}\n"
    }
    let result = await Self.compile(VariantFixture.settings + text + VariantFixture.arabic)
    #expect(!result.diagnostics.hasErrors, "\(result.diagnostics.prefix(3).map(\.message))")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
