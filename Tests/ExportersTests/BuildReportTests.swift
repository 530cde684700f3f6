import CourseModel
import Diagnostics
import Exporters
import HTMLRendering
import OfflineChecks
import Testing

@Suite struct BuildReportTests {
  private func section(_ id: String, _ language: String) -> Section {
    Section(
      anchor: Anchor(FileID("m1"), id), engineIndex: 0, title: Prose(plain: id), kind: .reading,
      audience: .learner, language: Language(language), blocks: [])
  }

  private func edition(_ tag: String, sections: [Section]) -> Edition {
    let module = Module(
      id: FileID("m1"), engineIndex: 0, title: "M", language: Language(tag), minutes: nil,
      prerequisites: [], guidance: [], contentWarning: nil, version: nil, review: nil, outcomes: [],
      sections: sections)
    return Edition(
      language: Language(tag), title: "Kits & <tools>", tracks: [], modules: [module], trees: [],
      glossary: [], guidance: [], support: [])
  }

  private func entry(_ target: String, _ path: String, size: Int, alone: Bool = false) throws
    -> Manifest.Entry
  {
    Manifest.Entry(
      target: target, path: try #require(OutputPath(path)), sources: [], isSelfContained: alone,
      bytes: Array(repeating: 32, count: size))
  }

  private func report(findings: [Diagnostic], losses: [Diagnostic] = []) throws -> String {
    let editions = [
      edition("en", sections: [section("s1", "en"), section("s2", "en")]),
      edition("ar", sections: [section("s1", "ar"), section("s2", "en")]),
    ]
    let toolkit = Toolkit(
      id: "t", version: "1.0", defaultLanguage: Language("en"), editions: editions, engine: [],
      media: [])
    let report = BuildReport(
      toolkit: toolkit,
      languages: [
        .init(Language("en"), parts: 2), .init(Language("ar"), parts: 2, missing: 1, stale: 3),
      ],
      targets: [
        .init(
          name: "toolkit", summary: "one file",
          files: [
            try entry("toolkit", "toolkit/index.html", size: 999),
            try entry("toolkit", "toolkit/en.html", size: 1_234_567, alone: true),
          ], losses: losses)
      ], findings: findings,
      sources: ["modules/m1/en.md": SourceFile(path: "modules/m1/en.md", text: "a\nb\nc\n")])
    return String(decoding: report.html(), as: UTF8.self)
  }

  @Test func `A report says what was built, in which languages, and that nothing is fetched`()
    throws
  {
    let html = try report(findings: [])
    #expect(html.contains("<h1>Kits &amp; &lt;tools&gt;</h1>"))
    #expect(html.contains("Ready to hand out.</p>"))
    #expect(html.contains("<td class=\"number\">1.2 MB</td>"))
    #expect(html.contains("<a href=\"toolkit/en.html\">toolkit/en.html</a>"))
    #expect(html.contains("<bdi lang=\"ar\">العربية</bdi></td><td>not complete</td>"))
    #expect(html.contains("<td class=\"number\">1</td><td class=\"number\">3</td>"))
    #expect(html.contains("of 2 pages comes from elsewhere"))
    #expect(html.contains("1 page holds everything inside"))
    #expect(SelfContained.siblings(Array(html.utf8)) == [])
    #expect(RemoteAddresses.inPage(Array(html.utf8)) == [])
  }

  @Test func `Remarks stand with their line, the worst first; losses with their output`() throws {
    let warning = Diagnostic(
      .optionWithoutFeedback, path: "modules/m1/en.md", range: SourceRange(2, 3), "No <feedback>.",
      help: "Write one.")
    let note = Diagnostic(.comesLater, path: "modules/m1/en.md", "This comes later.")
    let loss = Diagnostic(.layoutFailed, path: "trees/t1", "There is no drawing.")
    let html = try report(findings: [note, warning], losses: [loss])
    #expect(html.contains("Ready to hand out, with 1 thing to look at below."))
    #expect(html.contains("warning · AMP0604 · modules/m1/en.md, line 2"))
    #expect(html.contains("No &lt;feedback&gt;."))
    let first = try #require(html.ranges(of: "AMP0604").first)
    let second = try #require(html.ranges(of: "AMP0410").first)
    #expect(first.lowerBound < second.lowerBound)
    #expect(html.contains("<h3>toolkit</h3>"))
    #expect(!html.contains("Nothing. Each output"))
  }

  @Test func `Thousands of remarks don't make a report that nobody opens`() throws {
    let many = (0..<2000).map { Diagnostic(.comesLater, path: "m\($0)", "Later.") }
    #expect(try report(findings: many).contains("And 1,700 more"))
  }

  @Test(arguments: [
    ("<img src=logo.png>", ["logo.png"]), ("<link rel=icon href='i.ico'>", ["i.ico"]),
    ("<svg><use href=\"#a\"/></svg>", []), ("<img src=\"data:image/png;base64,AA\">", []),
    ("<a href=\"ar.html\">x</a><a href=\"x/y.html\">z</a>", []),
    ("<script src=a.js></script><script>'<img src=b.png>'</script>", ["a.js"]),
    ("<video poster=p.jpg></video>", ["p.jpg"]), ("<img src=\"\">", []),
  ])
  func `A file that a page would load from beside it is found`(html: String, found: [String]) throws
  {
    #expect(SelfContained.siblings(Array(html.utf8)) == found)
    let path = try #require(OutputPath("toolkit/en.html"))
    let alone = OutputTree.File(path, sources: [], isSelfContained: true) { Array(html.utf8) }
    #expect(
      try alone.render(target: "toolkit").diagnostics.map(\.code)
        == found.map { _ in .siblingFileInOutput })
    let among = OutputTree.File(path, sources: []) { Array(html.utf8) }
    #expect(try among.render(target: "toolkit").diagnostics == [])
  }

  @Test(arguments: ["fetch('x')", "new XMLHttpRequest()", "await import('x.js')"])
  func `A script that uses a network is refused`(script: String) {
    #expect(throws: ThemeError.self) {
      try PageAssets(scripts: [("a.js", script)], engine: "")
    }
  }
}
