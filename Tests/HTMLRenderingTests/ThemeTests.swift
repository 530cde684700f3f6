import CourseModel
import Foundation
import HTMLRendering
import OfflineChecks
import SampleToolkit
import Testing

/// Themes: what is wrong with one is said with file and line.
struct ThemeTests {
  private static func problem(
    replacing name: String, _ change: (String) -> String
  ) throws -> ThemeError? {
    let theme = try Samples.theme()
    let text = try #require(theme.files.first { $0.name == name }?.text)
    do {
      _ = try theme.replacing([.init(name: name, text: change(text))])
      return nil
    } catch {
      return error
    }
  }

  @Test func brokenThemesAreRefused() throws {
    #expect(
      try Self.problem(replacing: "shell.mustache") { "<p>\n{{nothing}}\n" + $0 }
        == ThemeError(file: "shell.mustache", line: 2, problem: .unknownName("nothing")))
    #expect(
      try Self.problem(replacing: "shell.mustache") {
        $0.replacingOccurrences(of: "{{{data}}}", with: "")
      } == ThemeError(file: "shell.mustache", line: 1, problem: .missingPart("data")))
    #expect(
      try Self.problem(replacing: "20-base.css") {
        "a{}\nb{background:url(https://example.org/x.png)}\n" + $0
      }
        == ThemeError(
          file: "20-base.css", line: 2, problem: .remoteAddress("https://example.org/x.png")))
    #expect(
      try Self.problem(replacing: "20-base.css") { $0 + "</STYLE>" }?.problem
        == .endsItsElement("</style"))
    let unclosed = try Self.problem(replacing: "frame.mustache") { "\n{{#hasLanguages}}\n" + $0 }
    #expect(unclosed?.file == "frame.mustache")
    guard case .template = unclosed?.problem else {
      Issue.record("\(String(describing: unclosed))")
      return
    }
  }

  @Test func everyFileIsNeededAndNoOtherIsTaken() throws {
    let theme = try Samples.theme()
    for name in [
      "shell.mustache", "site.mustache", "index.mustache", "frame.mustache", "dialogs.mustache",
    ] {
      #expect(throws: ThemeError(file: name, line: 1, problem: .missing)) {
        try Theme(files: theme.files.filter { $0.name != name })
      }
    }
    #expect(throws: ThemeError(file: "notes.txt", line: 1, problem: .unknownFile)) {
      try theme.replacing([.init(name: "notes.txt", text: "")])
    }
  }

  @Test func everyProblemIsSaidAtOnce() throws {
    let theme = try Samples.theme()
    let files =
      theme.files.filter { $0.name != "index.mustache" } + [
        .init(name: "95-ours.css", text: "a { color: red }\n}\nb { background: url(//e.org/x) }"),
        .init(name: "notes.txt", text: ""),
      ]
    #expect(
      Theme.problems(in: files) == [
        ThemeError(file: "95-ours.css", line: 2, problem: .strayBrace),
        ThemeError(file: "95-ours.css", line: 3, problem: .remoteAddress("//e.org/x")),
        ThemeError(file: "index.mustache", line: 1, problem: .missing),
        ThemeError(file: "notes.txt", line: 1, problem: .unknownFile),
      ])
  }

  @Test(arguments: [
    ("<p onclick=\"x()\">", "The attribute `onclick`"), ("<p style='x'>", "The attribute `style`"),
    ("<script>1</script>", "`<script>`"), ("<style>a{}</style>", "`<style>`"),
  ])
  func whatThePolicyForbidsIsRefused(html: String, what: String) throws {
    #expect(
      try Self.problem(replacing: "frame.mustache") { $0 + "\n<p>\n" + html }?.problem
        == .forbidden(what))
  }

  @Test(arguments: [
    ("a { b: c", 1), ("a {\n  b: c;\n}\n}", 4), ("@media print {\na { b: c }", 1),
    ("/* { */ a { b: \"{\"; c: url('}') }", nil), ("a { b: '\\'{' } c { d: e }", nil), ("", nil),
  ])
  func bracesOfStyleSheetsHavePartners(css: String, line: Int?) throws {
    let files = try Samples.theme().files + [.init(name: "95-ours.css", text: css)]
    #expect(
      Theme.problems(in: files)
        == (line.map { [ThemeError(file: "95-ours.css", line: $0, problem: .strayBrace)] } ?? []))
  }

  @Test func weakColoursAreWarnedOf() throws {
    let css = """
      :root { --ink: #777 }
      :root[data-theme="dark"] {
        --paper: var(--sunken);
        --brand: #123;
      }
      :root[data-contrast="high"] { --exit: #757575 }
      .x { color: var(--inkk); background: var(--ours, red) }
      @media print { :root { --ink: #fff } }
      """
    let files = try Samples.theme().files + [.init(name: "95-ours.css", text: css)]
    let problems = Theme.problems(in: files)
    #expect(!problems.contains { !$0.isWarning })
    #expect(
      problems.map(\.description) == [
        "95-ours.css:1: `--ink` is hard to read on `--paper` (contrast 4.2), `--surface` (contrast "
          + "4.4), `--sunken` (contrast 3.8), `--brand-soft` (contrast 3.8). People need a contrast "
          + "of 4.5.",
        "95-ours.css:4: `--brand` is hard to read on `--paper` (contrast 1.1), `--surface` "
          + "(contrast 1) in `:root[data-theme=\"dark\"]`. People need a contrast of 4.5.",
        "95-ours.css:4: `--brand-ink` is hard to read on `--brand` (contrast 1) in "
          + "`:root[data-theme=\"dark\"]`. People need a contrast of 4.5.",
        "95-ours.css:6: `--exit-ink` is hard to read on `--exit` (contrast 4.6) in "
          + "`:root[data-contrast=\"high\"]`. People need a contrast of 7.",
        "95-ours.css:7: No style sheet sets `--inkk`, so this rule has no effect.",
      ])
    // Such a theme can be used.
    _ = try Theme(files: files)
  }

  @Test(arguments: ["default", "low-ink"])
  func shippedThemesHaveNoWeakness(name: String) throws {
    let own = try Samples.themeFiles(name)
    let names = Set(own.map(\.name))
    let files = try Samples.theme().files.filter { !names.contains($0.name) } + own
    #expect(Theme.problems(in: files) == [])
  }

  @Test func aFileOfAThemeTakesThePlaceOfTheDefaultOne() throws {
    let theme = try Samples.theme().replacing([
      .init(name: "10-tokens.css", text: ":root { --brand: #123456 }"),
      .init(name: "95-ours.css", text: ".ours {}"),
    ])
    let toolkit = SampleToolkit.toolkit()
    let pages = ToolkitPages(
      toolkit: toolkit, theme: theme, assets: try PageAssets(scripts: [], engine: ""))
    let page = Samples.text(try pages.page(for: toolkit.editions[0]))
    #expect(page.contains("--brand: #123456"))
    #expect(page.contains(".ours {}"))
    #expect(!page.contains("--brand: #0b5a63"))
  }

  @Test func scriptsThatEndTheirElementAreRefused() {
    #expect(throws: ThemeError(file: "a.js", line: 2, problem: .endsItsElement("</script"))) {
      try PageAssets(scripts: [("a.js", "x\n'</SCRIPT>'")], engine: "")
    }
  }

  @Test(arguments: [
    ("<img src=\"https://e.org/a.png\">", "https://e.org/a.png"),
    ("<img\nsrc='//e.org/a'>", "//e.org/a"), ("<img src=\\\\e.org\\a>", "\\\\e.org\\a"),
    ("<IMG SRC=h&#116;tps://e.org>", "https://e.org"),
    ("<img srcset=\"a.png 1x, http://e.org/b.png 2x\">", "http://e.org/b.png"),
    ("<link rel=stylesheet href=http://e.org/a.css>", "http://e.org/a.css"),
    ("<script src=\"ftp://e.org/a.js\"></script>", "ftp://e.org/a.js"),
    ("<svg><use xlink:href='https://e.org/x#a'/></svg>", "https://e.org/x#a"),
    ("<style>a{background:URL( 'http://e.org/x' )}</style>", "http://e.org/x"),
    ("<style>@import \"https://e.org/x.css\";</style>", "https://e.org/x.css"),
    ("<p style='background:url(//e.org/x)'>", "//e.org/x"),
    ("<video poster=\"https://e.org/p\"></video>", "https://e.org/p"),
    ("<object data=https://e.org></object>", "https://e.org"),
    ("<meta http-equiv=refresh content='0; url=https://e.org'>", "https://e.org"),
    ("<form action=\"https://e.org\">", "https://e.org"),
    ("<template><iframe src=\"https://e.org\"></iframe></template>", "https://e.org"),
  ])
  func remoteAddressesAreFound(html: String, address: String) {
    let page = "<!DOCTYPE html>\n<p>\n" + html
    let found = RemoteAddresses.inPage(Array(page.utf8))
    #expect(found.map(\.address) == [address])
    #expect(found.first.map { $0.line >= 3 } == true)
  }

  @Test(arguments: [
    "<a href=\"https://e.org\">x</a>", "<img src=\"data:image/png;base64,AA//BB\">",
    "<img src=\"../media/a b.png\">", "<!-- <img src=\"https://e.org\"> -->",
    "<script>const a = '<img src=\"https://e.org\">'</script>",
    "<p>https://e.org url(https://x)</p>",
    "<style>a{background:url(data:image/png;base64,AA)}</style>", "<a href=\"about:blank\">x</a>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"#a\"/></svg>", "<", "<a", "<a href",
    "<a href=\"",
  ])
  func whatIsNotFetchedIsNotFound(html: String) {
    #expect(RemoteAddresses.inPage(Array(html.utf8)) == [])
  }
}
