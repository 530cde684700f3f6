import ContentFixtures
import CourseCompiler
import CourseModel
import Diagnostics
import Learning
import Testing

/// Compiles a fixture and hands back the toolkit; says why when there is none.
private func compile(
  _ fixture: String, languages: [String]? = nil, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> Toolkit {
  let result = await CourseCompiler.compile(
    FixtureContent(fixture), options: .init(languages: languages, jobs: 2))
  return try #require(
    result.toolkit, "\(result.diagnostics.map { "\($0.code.rawValue) \($0.message)" })",
    sourceLocation: sourceLocation)
}

@Suite struct CompositionTests {
  @Test func composesModule() async throws {
    let toolkit = try await compile(CompositionFixture.module, languages: ["en"])
    #expect(
      ModelDump.of(toolkit.editions[0].modules[0]) == """
        module m01 [en] Listening 30′
          outcome o1 .apply listen
          key
            prose Listen and link first.
          section m01#risk #0 [en] reading: Why risk matters
            prose Call extension 100. Shelter: none. See consent.
            figure modules/m01/media/site.svg | The path | The path to the tap. | © Harbour, CC BY
            key "Remember"
              prose Listen and link.
            facilitator
              prose Watch who goes quiet.
            play t1
            facilitator "Notes"
              prose Secret plan.
          section m01#tap #1 [en] role-play 10′ in 3-4: At the tap
            step 3′
              prose Look.
            step 7′
              prose Talk in pairs.
            multiple m01#q-first #0 critical tries 2 outcome o1: What first?
              prose Think of the girl.
              [x] Listen
                prose Right.
              [ ] Run
                prose Wrong.
              [x] Thank her
              hint
                prose Who could be harmed?
            prose That was a question.
          section m01#quiz #2 [en] quiz pass 80 tries 2: Check
            prose Take your time.
            true-false m01#q-true #2 tries 0 outcome -: True?
              [ ] Yes
                prose No.
              [x] No
                prose Yes.
            advice 0-79
              prose Read again.
        """)
  }

  @Test func composesTree() async throws {
    let toolkit = try await compile(CompositionFixture.module, languages: ["en"])
    #expect(
      ModelDump.of(toolkit.editions[0].trees[0]) == """
        tree t1 [en] Someone tells you
          prose Read this first.
          question t1#danger [en] Danger?
            prose Look around.
            -> t1#call Yes
              prose Better safe.
            -> t2#start No
          step t1#call [en] Call
            -> t1#end Done
            also
              prose Then play the other.
          today t1#end [en] End
        """)
  }

  @Test func buildsEngine() async throws {
    let toolkit = try await compile(CompositionFixture.module)
    let course = try Course.decode(toolkit.engine)
    #expect(course.files.map(\.tag) == ["m01", "t1", "t2"].map { ActivityTag.of($0.utf8) })
    #expect(course.files.map(\.isCounted) == [true, false, false])
    #expect(course.files[0].sections.map(\.activities) == [[], [0], [1]])
    #expect(course.files[0].sections[0].elsewhere == [ActivityReference(file: 1, activity: 0)])
    guard case .question(let question) = course.files[0].activities[0].content,
      case .quiz(let quiz) = course.files[0].activities[1].content,
      case .tree(let tree) = course.files[1].activities[0].content
    else {
      Issue.record("other kinds than expected")
      return
    }
    #expect(question.correct == 0b101)
    #expect(question.isCritical && question.partialCredit && question.tries == 2)
    #expect(
      question.optionTags
        == ActivityTag.ofOptions(["Listen", "Run", "Thank her"].map { Array($0.utf8) }))
    #expect(quiz.questions == [2] && quiz.passPercent == 80 && quiz.tries == 2)
    #expect(quiz.advice == [AdviceBand(from: 0, to: 79)])
    #expect(
      tree.nodes.map(\.answers) == [
        [.node(1), .elsewhere(ActivityReference(file: 2, activity: 0), node: 0)], [.node(2)], [],
      ])
  }

  @Test func translationBorrowsStructure() async throws {
    let arabic = """
      === modules/m01/ar.md
      ---
      id: m01
      title: الإصغاء
      ---

      ## عند الصنبور
      {#tap}

      ١. ٣′ انظر.
      ٢. تحدث.

      ### ماذا أولا؟
      {#q-first}

      - أصغي
      > صحيح.
      - أركض
      - أشكرها

      ## افحص {#quiz}

      ### صحيح؟ {#q-true}

      - نعم
        > لا.
      - لا
        > نعم.

      """
    let toolkit = try await compile(CompositionFixture.module + arabic)
    #expect(toolkit.editions.map(\.language.tag) == ["en", "ar"])
    #expect(
      ModelDump.of(toolkit.editions[1].modules[0]) == """
        module m01 [ar] الإصغاء 30′
          outcome o1 .apply listen
          passage [en]
            key
              prose Listen and link first.
          section m01#risk #0 [en] reading: Why risk matters
            prose Call extension 100. Shelter: none. See consent.
            figure modules/m01/media/site.svg | The path | The path to the tap. | © Harbour, CC BY
            key "Remember"
              prose Listen and link.
            facilitator
              prose Watch who goes quiet.
            play t1
            facilitator "Notes"
              prose Secret plan.
          section m01#tap #1 [ar] role-play 10′ in 3-4: عند الصنبور
            step 3′
              prose انظر.
            step 7′
              prose تحدث.
            multiple m01#q-first #0 critical tries 2 outcome o1: ماذا أولا؟
              [x] أصغي
                prose صحيح.
              [ ] أركض
              [x] أشكرها
          section m01#quiz #2 [ar] quiz pass 80 tries 2: افحص
            passage [en]
              prose Take your time.
            true-false m01#q-true #2 tries 0 outcome -: صحيح؟
              [ ] نعم
                prose لا.
              [x] لا
                prose نعم.
            advice 0-79
              passage [en]
                prose Read again.
        """)
    let english = try await compile(CompositionFixture.module)
    #expect(english.engine == toolkit.engine, "languages share one engine blob")
  }

  @Test func translationMayHoldQuestionsAlone() async throws {
    let arabic = """
      === modules/m01/ar.md
      ---
      id: m01
      title: الإصغاء
      ---

      ### صحيح؟
      {#q-true}

      - نعم
        > لا.
      - لا
        > نعم.

      """
    let toolkit = try await compile(CompositionFixture.module + arabic)
    let dump = ModelDump.of(toolkit.editions[1].modules[0])
    #expect(dump.contains("true-false m01#q-true #2 tries 0 outcome -: صحيح؟\n      [ ] نعم"))
    #expect(dump.contains("section m01#quiz #2 [en]"))
    guard case .quiz(let quiz)? = toolkit.editions[1].modules[0].sections.last?.kind else {
      Issue.record("no quiz")
      return
    }
    #expect(quiz.questions.map(\.language) == [Language("ar")])
  }

  @Test func includesAreTakenIn() async throws {
    let toolkit = try await compile(
      """
      === shared/script.md
      Say [who you are](m01#a). Call {{phone}}.

      ## Then

      Wait.
      === places/here.yml
      id: here
      slots: { phone: 100 }
      === modules/m01/en.md
      ---
      id: m01
      title: M
      ---

      ## A {#a}

      Before.

      {{include: shared/script.md}}

      """, languages: ["en"])
    #expect(
      ModelDump.of(toolkit.editions[0].modules[0]) == """
        module m01 [en] M 0′
          section m01#a #0 [en] reading: A
            prose Before.
            passage [en]
              prose Say who you are. Call 100.
              heading 3 - Then
              prose Wait.
        """)
  }

  @Test func includesCantGrowWithoutEnd() async throws {
    let line = "{{include: shared/NEXT.md}}\n\n"
    var fixture = "=== modules/m01/en.md\n---\nid: m01\ntitle: M\n---\n\n## A {#a}\n\n"
    fixture += line.replacing("NEXT", with: "f0")
    for level in 0..<12 {
      let next = String(repeating: line.replacing("NEXT", with: "f\(level + 1)"), count: 30)
      fixture += "=== shared/f\(level).md\n" + next
    }
    fixture += "=== shared/f12.md\nThe end.\n"
    let result = await CourseCompiler.compile(FixtureContent(fixture))
    #expect(result.diagnostics.contains { $0.code == .includeLoop })
  }

  @Test func unknownLanguageIsSaid() async throws {
    let result = await CourseCompiler.compile(
      FixtureContent(CompositionFixture.module), options: .init(languages: ["enn"]))
    let problem = try #require(result.diagnostics.first { $0.severity == .error })
    #expect(problem.code == .unknownLanguage)
    #expect(problem.help == "Did you mean `en`?")
  }

  @Test func deepNestingIsSaid() async {
    let quotes = String(repeating: ">", count: 10_000) + " deep\n"
    let result = await CourseCompiler.compile(
      FixtureContent("=== modules/m01/en.md\n---\nid: m01\ntitle: M\n---\n\n## A {#a}\n\n" + quotes)
    )
    #expect(result.diagnostics.map(\.code) == [.nestedTooDeep])
  }

  @Test func sameContentGivesSameEngine() async throws {
    let first = try await compile(CompositionFixture.module)
    let second = try await compile(CompositionFixture.module)
    #expect(first.engine == second.engine)
    #expect(!first.engine.isEmpty)
  }
}
