import Diagnostics
import Foundation
import Preview
import Testing

/// What the preview answers.
struct RouteTests {
  @Test func `Learners' pages hold nothing for facilitators, facilitators' do`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      #expect(await !fixture.get("/en/m01-s-one.html").1.contains("Secret of"))
      let (response, page) = await fixture.get("/_amparo/facilitator/en/m01-s-one.html")
      #expect(response.status == .ok)
      #expect(page.contains("Secret of First"))
      #expect(page.contains("\"view\":\"facilitator\""))
      // A learner's work isn't touched by looking at facilitators' pages.
      let course = await fixture.get("/_amparo/facilitator/assets/course-en.js").1
      #expect(course.contains("\"id\":\"try_facilitators\""))
      #expect(await fixture.get("/assets/course-en.js").1.contains("\"id\":\"try\""))
    }
  }

  @Test func `The one-file form is what a build writes, without the preview`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      let (response, page) = await fixture.get("/_amparo/toolkit/en.html")
      #expect(response.status == .ok && page.contains("First text."))
      #expect(!page.contains("amparo_preview") && !page.contains("/_amparo/"))
      for path in ["/assets/learner.js", "/assets/learner.css", "/assets/head.js"] {
        let file = await fixture.get(path).1
        #expect(!file.isEmpty && !file.contains("/_amparo/"), "\(path)")
      }
    }
  }

  @Test func `Addresses lead to pages, or say that there are none`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      #expect(await fixture.get("/").0.location == "/en/index.html")
      #expect(await fixture.get("/ar").0.location == "/ar/index.html")
      #expect(
        await fixture.get("/_amparo/facilitator/").0.location
          == "/_amparo/facilitator/en/index.html")
      for path in ["/en/m02.html", "/fr/m01.html", "/en/x/m01.html", "/toolkit.yml"] {
        #expect(await fixture.get(path).0.status == .notFound, "\(path)")
      }
      for path in [
        "/" + "media/toolkit.yml", "/_amparo/picker/picture/toolkit.yml", "/_amparo/nothing",
        "/_amparo/explain/AMP9999", "/_amparo/toolkit/fr.html", "/assets/nothing.js",
      ] {
        #expect(await fixture.get(path).0.status == .notFound, "\(path)")
      }
    }
  }

  @Test func `Variants have addresses of their own, and none get lost`() async throws {
    let fixture = try PreviewFixture()
    try fixture.write(
      "toolkit.yml",
      "id: try\ntitle: Try\nversion: \"1\"\ndefault-language: en\nlanguages: [en, ar]\n"
        + "variants: { sector: { wash: { en: Water, ar: المياه }, health: Health } }\n")
    try fixture.write(
      "modules/m01/en.md",
      PreviewFixture.module("First") + "\n> [!KEY] {sector=health}\n> For health.\n\n"
        + "## At the tap {#tap sector=wash}\n\nFor water.\n")
    try await fixture.whileRunning {
      let general = await fixture.get("/en/m01-s-one.html").1
      #expect(!general.contains("For health.") && general.contains("\"tag\":\"sector=wash\""))
      #expect(await fixture.get("/~sector=health/en/m01-s-one.html").1.contains("For health."))
      #expect(await fixture.get("/~sector=wash/en/m01-tap.html").1.contains("For water."))
      let facilitator = await fixture.get("/_amparo/facilitator/~sector=wash/en/m01-tap.html")
      #expect(facilitator.0.status == .ok && facilitator.1.contains("Secret") == false)
      #expect(await fixture.get("/~sector=wash/").0.location == "/~sector=wash/en/index.html")
      #expect(await fixture.get("/~sector=wash/ar").0.location == "/~sector=wash/ar/index.html")
      // A page that only another variant has leads to its module.
      for path in ["/en/", "/~sector=health/en/"] {
        #expect(await fixture.get(path + "m01-tap.html").0.location == path + "m01.html")
        #expect(await fixture.get(path + "m01-tup.html").0.status == .notFound)
      }
      for path in [
        "/~sector=food/en/m01.html", "/~/en/m99.html", "/~sector=food/assets/learner.js",
      ] {
        #expect(await fixture.get(path).0.status == .notFound, "\(path)")
      }
      let state = await fixture.get(
        "/_amparo/state", query: ["page": "/~sector=wash/en/m01-tap.html"]
      ).1
      #expect(state.contains("\"version\"") && !state.contains("missing"))
      let course = await fixture.get("/~sector=wash/assets/course-en.js").1
      #expect(course.contains("\"id\":\"try\"") && course.contains("At the tap"))
      #expect(await fixture.get("/_amparo/toolkit/~sector=wash/ar.html").1.contains("المياه"))
    }
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `Every code has its explanation`(code: DiagnosticCode) async throws {
    let entry = try #require(ExplanationView(code.rawValue))
    #expect(entry.html.hasPrefix("<h1>\(code.rawValue): "))
    #expect(entry.html.contains("<strong>Why</strong>") && entry.html.contains("<pre>"))
    #expect(entry.html.components(separatedBy: "<h1>").count == 2)
  }

  @Test func `Code stays code, links become their words`() {
    let line = ExplanationView.line("See [the page](a.md) and `[x](<y>)`, [b] & [c](d).")
    #expect(line == "See the page and <code>[x](&lt;y&gt;)</code>, [b] &amp; c.")
  }

  @Test func `What stands in a file can't become a part of the page`() async throws {
    let fixture = try PreviewFixture()
    try fixture.write(
      "modules/m01/en.md",
      PreviewFixture.module("X") + "[x](m99</script><script>alert(1)</script>)\n")
    try await fixture.whileRunning {
      #expect(fixture.session.state.shown == nil)
      let (response, page) = await fixture.get("/en/m01.html")
      #expect(response.status == .unavailable)
      #expect(page.contains("AMP0"))
      #expect(!page.contains("<script>alert"))
    }
  }

  @Test func `The current page's file comes first, then files with errors`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      try fixture.write("modules/m01/en.md", PreviewFixture.module("One") + "[x](m98)\n")
      try fixture.write(
        "modules/m02/en.md",
        PreviewFixture.module("Two").replacing("m01", with: "m02") + "[x](m99)\n")
      #expect(await fixture.until { $0.problems.counts.error == 2 })
      let problems = fixture.session.state.problems
      #expect(
        problems.shown(first: "modules/m02/en.md").files.map(\.path)
          == ["modules/m02/en.md", "modules/m01/en.md", "toolkit.yml"])
      #expect(problems.shown(first: nil).files.first?.path == "modules/m01/en.md")
      let state = await fixture.get("/_amparo/state", query: ["page": "/en/m01.html"]).1
      #expect(state.contains("\"path\":\"modules/m01/en.md\""))
    }
  }

  @Test func `Too many problems are cut, and counted`() {
    let source = SourceFile(path: "a.md", text: "word\n")
    let many = (0..<1000).map {
      Diagnostic(.unknownTarget, path: "a.md", range: SourceRange(0, 4), "No `\($0)`.")
    }
    let shown = ProblemList(many, sources: ["a.md": source]).shown(first: nil)
    #expect(shown.counts.error == 1000)
    #expect(shown.files.flatMap(\.problems).count == 200)
    #expect(shown.more == 800)
  }

  @Test func `Only files of the content are opened`() async throws {
    let fixture = try PreviewFixture(editor: .editor(try EditorCommand("true")))
    try await fixture.whileRunning {
      func status(_ path: String) async -> PreviewResponse.Status {
        await fixture.post("/_amparo/open", "{\"path\":\"\(path)\",\"line\":3}").0.status
      }
      #expect(await status("modules/m01/en.md") == .ok)
      for path in ["../x", "/etc/passwd", "modules", "modules/m01/../m01/en.md", "", "no.md"] {
        #expect(await status(path) == .notFound, "\(path)")
      }
      #expect(await fixture.post("/_amparo/open", "what").0.status == .badRequest)
    }
  }
}
