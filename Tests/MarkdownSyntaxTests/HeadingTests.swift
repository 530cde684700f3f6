import Diagnostics
import MarkdownSyntax
import Testing

/// A heading of a kind that learners must not see is understood or an error, however it is typed.
@Suite struct HeadingTests {
  private func problems(_ text: String) -> [Diagnostic] {
    MarkdownParser.parse(SourceFile(path: "a.md", text: text)).1
  }

  @Test(arguments: [
    "{facilitator}", "{facilitators}", "{Facilitator notes}", "{#facilitator}", "{#limit}",
    "(.facilitator)", "[.facilitator]", "[facilitator]", "(facilitator)", "{. facilitator}",
    "{ . facilitator }", "{.facilitator} more words", "{.facilitator} <!-- x -->",
    "{.facilitator} {x}", "\u{FF5B}.facilitator\u{FF5D}", "\u{FF5B}facilitator\u{FF5D}",
    "{\u{FF0E}facilitator}", "{\u{6D4}facilitator}", "{\u{B7}facilitator}", "`{.facilitator}`",
    ".facilitator", "\u{FF08}.facilitator\u{FF09}", "{:.facilitator}", "{.facilitator)",
    "[.facilitator}", "{{.facilitator}}", "{#a} {.facilitator} b", "<.facilitator>",
    "{.role-play} b", "{\u{FF03}play}", "{#play .role-play} <!-- x -->", "{minutes=5} b",
    "}facilitator.{", "{.\u{FF46}acilitator}", "&#123;.facilitator&#125;",
  ])
  func refuses(_ braces: String) {
    for text in [
      "### Notes \(braces)\n\nSay this.", "\u{200F}## \u{200F}\(braces) Notes\n\nSay this.",
      "    ## Notes \(braces)\n",
    ] {
      // Braces in front of the words are attributes to nobody, valid or not.
      let found = problems(text)
      #expect(found.hasErrors, "\(text)")
      #expect(found.allSatisfy { $0.range.map { $0.lower < $0.upper } == true }, "\(text)")
    }
  }

  @Test(arguments: [
    "(.facilitator)", "\u{FF5B}.facilitator\u{FF5D}", "{\u{FF0E}facilitator}", "{facilitator}",
    "{.facilitator} x",
  ])
  func refusesUnderHeading(_ braces: String) {
    #expect(problems("### Notes\n\(braces)\n\nSay this.").hasErrors)
  }

  @Test(arguments: [
    "> ### F {.facilitator}\n> Say this.", "- ### F {.facilitator}\n\n  Say this.",
    "- a\n\n  ### F {.facilitator}\n\n  Say this.", "1. ### F {.facilitator}",
    "> > ### F {minutes=5}", "- a\n\n      ### F {.facilitator}",
  ])
  func refusesNested(_ text: String) {
    #expect(problems(text).contains { $0.code == .misplaced }, "\(problems(text))")
  }

  @Test(arguments: [
    "## Notes {.facilitator}", "## Notes { .facilitator }", "## Notes {#materials .group-work}",
    "## A {this}", "## A {{slot}} {#a}", "## {{materials}}", "## Use `{#id}`",
    "## The facilitator (and you)", "## See [materials](#materials)", "## Step 1. Facilitator",
    "## [facilitator](glossary:facilitator)", "## Wait\u{2026} facilitator", "## A (.5 km)",
    "## A\n\nSay {facilitator} or (.facilitator).", "## A\n{this} is prose.",
    "## A\n(facilitator) is a word.", "> ## A {#a}\n> b", "## A\n\n> Facilitator",
    "## A\n\n> The facilitator\n> said", "## \u{62A}\u{639}\u{644}\u{645}\u{6D4}",
    "<!-- a -->", "a <!-- b --> c", "`<!--`", "a \\<!-- b", "<!--->\n-->", "```\n<!-- a\n```",
  ])
  func leavesAlone(_ text: String) {
    #expect(problems(text).isEmpty, "\(text) \(problems(text).map(\.message))")
  }

  @Test func quotedValuesLoseTheirQuotes() throws {
    for value in ["\u{201C}25\u{201D}", "\"25\"", "\u{AB}25\u{BB}", "\u{2018}25\u{2019}", "'25'"] {
      let (document, found) = MarkdownParser.parse(
        SourceFile(path: "a.md", text: "## A {#a minutes=\(value)}\n"))
      #expect(found.isEmpty, "\(value)")
      #expect(document.attributes.values.first?["minutes"]?.text == "25", "\(value)")
    }
    #expect(problems("## A {#a minutes=\"25}").hasErrors)
  }

  @Test func bracketsWithoutEndAreRefusedAtOnce() {
    let many = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let text = "# A\n\ntext\n\n\(many)\n"
    let found = problems(text)
    #expect(found.map(\.code) == [.nestedTooDeep])
    #expect(found.first?.range?.lower == 11)
  }

  /// Takes minutes when each brace looks for its end through the whole line.
  @Test(.timeLimit(.minutes(1))) func manyBracesAreReadOnce() {
    #expect(!problems("## " + String(repeating: "{", count: 100_000)).hasErrors)
    #expect(!problems("## " + String(repeating: "{{", count: 50_000)).hasErrors)
    #expect(problems("## " + String(repeating: "{a ", count: 50_000) + "{facilitator}").hasErrors)
  }

  @Test(arguments: [("*", "*"), ("![", "](a)")])
  func deepInlinesAreRefusedAtTheirLine(_ open: String, _ close: String) {
    let count = open == "*" ? 500 : 150
    let deep =
      String(repeating: "\(open)a ", count: count)
      + String(repeating: " a\(close)", count: count)
    let source = SourceFile(path: "a.md", text: "---\nid: a\n---\n\n# A\n\ntext\n\n\(deep)\n")
    let (_, found) = MarkdownParser.parse(source)
    for problem in found where problem.code == .nestedTooDeep {
      let range = problem.range
      #expect(range.map { source.position(of: $0.lower).line } == 9)
      #expect(range.map { $0.lower < $0.upper } == true)
    }
    #expect(open != "*" || found.contains { $0.code == .nestedTooDeep })
  }
}
