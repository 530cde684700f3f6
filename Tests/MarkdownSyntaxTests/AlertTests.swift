import Diagnostics
import MarkdownSyntax
import MarkupTree
import Testing

/// Nothing that a trainer meant for facilitators may reach a learner: each way of typing it is either
/// understood or an error.
@Suite struct AlertTests {
  /// Ways of typing a block that are understood.
  @Test(arguments: [
    "> [!FACILITATOR]\n> Say this.", "> [!facilitator]\n> Say this.", ">[!FACILITATOR]\n>Say this.",
    "> [! FACILITATOR ]\n> Say this.", "> \\[!FACILITATOR]\n> Say this.",
    "> \\[!FACILITATOR\\]\n> Say this.", "> [\\!FACILITATOR]\n> Say this.",
    "> ［！FACILITATOR］\n> Say this.", "\u{200F}> [!FACILITATOR]\n> Say this.",
    "> \u{200F}[!FACILITATOR\u{200F}]\n> Say this.",
    "> [\u{200E}!\u{200E}FACILITATOR]\n> Say this.",
    ">\u{A0}[!FACILITATOR]\n> Say this.", "   > [!FACILITATOR]\n   > Say this.",
    "- item\n  > [!FACILITATOR]\n  > Say this.", "1. item\n\n   > [!FACILITATOR]\n   > Say this.",
    "> > [!FACILITATOR]\n> > Say this.", "> text\n>\n> > [!FACILITATOR]\n> > Say this.",
    "> [!KEY]\n> text\n>\n> > [!FACILITATOR]\n> > Say this.", "> [!FACILITATOR]:\n> Say this.",
    "> [!FACILITATOR]\n>\n> Say this.", "> [!FACILITATOR]\n> 2. Say this.",
    "> [!FACILITATOR]\n> | a |\n> |---|\n> | Say this. |", "> [!FACILITATOR]\n>     Say this.",
    "> [!FACILITATOR] {format=online}\n> Say this.", "> [!FAC\u{200B}ILITATOR]\n> Say this.",
    "> [!FACILITATOR]\r\n> Say this.\r\n", "# A\n> [!FACILITATOR]\n> Say this.",
    "> [!FACILITATOR]\n> - Say\nthis. Say this.",
  ])
  func understands(_ text: String) {
    let (document, problems) = MarkdownParser.parse(SourceFile(path: "a.md", text: text))
    #expect(problems.isEmpty, "\(problems.map(\.message))")
    #expect(document.alerts.values.contains { $0.word.text == "FACILITATOR" })
    #expect(!shown(document).contains("Say"))
  }

  /// Ways of typing a block that must stop the build.
  @Test(arguments: [
    "[!FACILITATOR]\nSay this.", "- [!FACILITATOR] Say this.", "> - [!FACILITATOR]\n> Say this.",
    "> text\n> [!FACILITATOR]\n> Say this.", "> [!KEY]\n> text\n> [!FACILITATOR]\n> Say this.",
    "> [!KEY]\n> text\nlazy\n> [!FACILITATOR]\n> Say this.", "> [!FACILITATER]\n> Say this.",
    "> [!FACILITATORS]\n> Say this.", "> [FACILITATOR]\n> Say this.", "> !FACILITATOR\n> Say this.",
    "> ![FACILITATOR]\n> Say this.", "> [FACILITATOR!]\n> Say this.",
    "> ]!FACILITATOR[\n> Say this.",
    "> (!FACILITATOR)\n> Say this.", "> **[!FACILITATOR]**\n> Say this.",
    "> [!FACILITATOR\n> Say this.",
    "> *[!FACILITATOR]*\n> Say this.", "> [!\u{0424}ACILITATOR]\n> Say this.",
    "    > [!FACILITATOR]\n    > Say this.", "- item\n\n      > [!FACILITATOR]\n      > Say this.",
    "<div>\n> [!FACILITATOR]\n> Say this.\n</div>", "> [!FACILITATOR]\nSay this.",
    "> [!FACILITATOR]\n- Say this.", "> [!FACILITATOR]\n\n> Say this.",
    "> [!FACILITATOR]\n> Ask.\n\n> Say this.", "> [!FACILITATOR]\n> - Ask\n- Say this.",
    "> [!FACILITATOR]\n> Ask.\n>\nSay this.", "> [!FACILITATOR] Say this.",
    "> [!FACILITATOR] {format=online\n> Say this.", "Text [!FACILITATOR] Say this.",
    "> [!FACILITATOR]: /x\n> Say this.\n> [!FACILITATOR]", "## [!FACILITATOR]\n\nSay this.",
    "Say this. {.facilitator}", "**For facilitators** {.facilitator}\n\nSay this.",
    "## For facilitators {.facilitator\n\nSay this.",
    "## For facilitators .facilitator}\n\nSay this.",
    "## For facilitators {facilitator#}\n\nSay this.",
    "##For facilitators {.facilitator}\n\nSay this.",
    "For facilitators {.facilitator}\n---\n\nSay this.",
    "## For facilitators\n\n{.facilitator}\n\nSay this.",
    "```\ncode\n\n> [!FACILITATOR]\n> Say this.", "> 【!FACILITATOR】\n> [!FACILITATOR]\n> Say this.",
    "|a|\n|-|\n| [!FACILITATOR] Say this. |", "> > [!FACILITATOR]\n> Say this.",
    "> [\u{A1}FACILITATOR]\n> Say this.", "> [\u{A1}FACILITADOR!]\n> Say this.",
    "> `[!FACILITATOR]`\n> Say this.", "> **FACILITATOR**\n> Say this.",
    "> **Facilitator:**\n> Say this.", "> FACILITATOR\n> Say this.",
    "# A\n\n    ## B {.facilitator}\n", "<div>\n## B {.facilitator}\n</div>",
    "text\n\n<!-- a comment\n\n## B {.facilitator}", "text <!-- Say this.\n\nmore -->",
  ])
  func refuses(_ text: String) {
    let (_, problems) = MarkdownParser.parse(SourceFile(path: "a.md", text: text))
    #expect(problems.hasErrors)
    #expect(problems.allSatisfy { $0.range != nil })
  }

  /// What only looks like one.
  @Test(arguments: [
    "> [key](m08) text", "![Picture](a.png)", "> ![Picture](a.png)", "[![Badge](a.png)](b)",
    "- [ ] !important", "- [x] text", "> A quote [with](a) words!", "`> [!KEY]`",
    "```\n> [!FACILITATOR]\n> x\n```", "<!--\n> [!FACILITATOR]\n-->", "> [a][b]\n\n[b]: /x",
    "[1] text",
    "> Note: this", "Wow! [link](a)", "> [!KEY]\n> a\n\n> a quote", "> [!KEY]\n> a\n\n## Next",
    "> [!FACILITATOR]\n> a\n## Next", "> [!FACILITATOR]\n> a\n\ntext\n\n> quote",
    "{this} and {{that}}",
    "## A {this}", "## A {{slot}}", "- say {this}", "## Use `{#id}`",
    "> [!KEY] **Bold** title\n> x",
    "# A\n\n    code {#x}\n\n    ## B\n", "> [!FACILITATOR]\n> ```\n> [!KEY]\n> ```",
  ])
  func leavesAlone(_ text: String) {
    let (_, problems) = MarkdownParser.parse(SourceFile(path: "a.md", text: text))
    #expect(problems.isEmpty, "\(problems.map { "\($0.code.rawValue) \($0.message)" })")
  }

  @Test func titlesAndBracesAreTaken() throws {
    let text = "> [!SLIDE] Chances *can* be {{x}} designed {sector=wash}\n> - a\n"
    let (document, problems) = MarkdownParser.parse(SourceFile(path: "a.md", text: text))
    let mark = try #require(document.alerts.values.first)
    #expect(problems.isEmpty)
    #expect(mark.title?.text == "Chances *can* be {{x}} designed")
    #expect(mark.attributes?["sector"]?.text == "wash")
    #expect(document.markup.plainText(document.markup.nodes.indices) == "a")
  }

  /// The text outside alerts, code and headings' braces.
  private func shown(_ document: MarkdownDocument) -> String {
    var text = ""
    var id = 0
    while id < document.markup.nodes.count {
      if document.alerts[id] != nil {
        id = Int(document.markup.nodes[id].end)
        continue
      }
      text += document.markup.string(document.markup.nodes[id].text) + " "
      id += 1
    }
    return text
  }
}
