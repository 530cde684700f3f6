import Preview
import Testing

/// Packages in the practice learning system of the preview.
@Suite struct PracticeSystemTests {
  @Test func `Packages of a standard are listed and lead to the practice system`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      let (list, html) = await fixture.get("/_amparo/lms/scorm12/")
      #expect(list.status == .ok && html.contains("SCORM 1.2") && !html.contains("cmi5"))
      #expect(
        html.contains(
          "player.html?package=/_amparo/lms/scorm12/m01-en/&amp;standard=scorm12&amp;lang=en"))
      let all = await fixture.get("/_amparo/lms/").1
      #expect(all.contains("SCORM 2004") && all.contains("cmi5"))
      #expect(await fixture.get("/_amparo/lms/scorm12").0.location == "/_amparo/lms/scorm12/")
    }
  }

  @Test func `What a learning system would trip over is said`() async throws {
    let fixture = try PreviewFixture()
    try fixture.write(
      "modules/m02/en.md",
      """
      ---
      id: m02
      title: For facilitators
      ---

      ## For you {#you .facilitator}

      Words for facilitators.

      """)
    try await fixture.whileRunning {
      let html = await fixture.get("/_amparo/lms/scorm12/").1
      #expect(html.contains("<a href=\"/_amparo/explain/AMP1104\">AMP1104</a>"))
    }
  }

  @Test func `Files of a package come as they are in its zip`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      let base = "/_amparo/lms/scorm2004/m01-en/"
      let (page, html) = await fixture.get(base + "index.html")
      #expect(page.status == .ok && page.policy == PreviewPolicy.packaged)
      #expect(html.contains("First text.") && !html.contains("Secret of First"))
      let (manifest, xml) = await fixture.get(base + "imsmanifest.xml")
      #expect(manifest.contentType == "application/xml" && xml.contains("2004 4th Edition"))
      #expect(
        await fixture.get(base + "assets/learner.js").0.contentType.hasPrefix("text/javascript"))
      for missing in [
        base + "nothing.js", "/_amparo/lms/scorm2004/m09-en/index.html",
        "/_amparo/lms/aicc/", "/_amparo/lms/player/nothing.js", "/_amparo/lms/player/a/b",
      ] {
        #expect(await fixture.get(missing).0.status == .notFound, "\(missing)")
      }
    }
  }

  @Test func `A saved text is in the package when it is opened again`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      let page = "/_amparo/lms/cmi5/m01-en/index.html"
      #expect(await fixture.get(page).1.contains("First text."))
      let revision = fixture.session.state.revision
      try fixture.write("modules/m01/en.md", PreviewFixture.module("Second"))
      #expect(await fixture.until { $0.revision > revision && $0.isCurrent })
      #expect(await fixture.get(page).1.contains("Second text."))
    }
  }

  @Test func `A wrong clock runs before the page's own scripts, and only when asked`() async throws
  {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      let page = "/_amparo/lms/scorm12/m01-en/index.html"
      let asked = await fixture.get(page, query: ["clock": "clock-jumps", "delay": "9<"]).1
      let clock = "<script src=\"/_amparo/lms/player/clock.js?clock=clock-jumps&amp;delay=5000\">"
      let start = try #require(asked.firstRange(of: "<script"))
      #expect(asked[start.lowerBound...].hasPrefix(clock))
      for query in [[:], ["clock": "\"><script>"]] {
        #expect(!(await fixture.get(page, query: query).1.contains("clock.js")))
      }
    }
  }

  @Test func `Only the practice system may show a package`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      let (player, html) = await fixture.get("/_amparo/lms/player/player.html")
      #expect(player.contentType == "text/html; charset=utf-8")
      #expect(player.policy.contains("default-src 'none'") && html.contains("player.js"))
      #expect(PreviewPolicy.packaged == "frame-ancestors 'self'")
      #expect(
        await fixture.get("/_amparo/lms/player/player.js").0.policy == PreviewPolicy.nothing)
    }
  }
}
