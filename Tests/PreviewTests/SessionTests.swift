import Foundation
import Preview
import Testing

/// How a preview follows the files.
struct SessionTests {
  @Test func `A save shows, an error keeps the last good pages, mending shows again`() async throws
  {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      #expect(fixture.session.state.isCurrent)
      try fixture.write("modules/m01/en.md", PreviewFixture.module("Second"))
      #expect(await fixture.until { $0.revision > 1 && $0.isCurrent })
      #expect(await fixture.get("/en/m01-s-one.html").1.contains("Second text."))

      try fixture.write("modules/m01/en.md", PreviewFixture.module("Third") + "[x](m99)\n")
      #expect(await fixture.until { !$0.isCurrent })
      #expect(fixture.session.state.problems.counts.error == 1)
      let (_, page) = await fixture.get("/en/m01-s-one.html")
      #expect(page.contains("Second text.") && page.contains("AMP0502"))

      try fixture.write("modules/m01/en.md", PreviewFixture.module("Fourth"))
      #expect(await fixture.until { $0.isCurrent })
      #expect(await fixture.get("/en/m01-s-one.html").1.contains("Fourth text."))
    }
  }

  @Test func `A folder that goes away and comes back`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      try FileManager.default.moveItem(atPath: fixture.folder, toPath: fixture.folder + "-away")
      #expect(await fixture.until { !$0.isCurrent && $0.problems.counts.error > 0 })
      #expect(await fixture.get("/en/m01-s-one.html").1.contains("First text."))
      try FileManager.default.moveItem(atPath: fixture.folder + "-away", toPath: fixture.folder)
      #expect(await fixture.until { $0.isCurrent })
    }
  }

  /// One save a millisecond, for two seconds.
  @Test func `Many saves are taken together, and the last one shows`() async throws {
    let fixture = try PreviewFixture()
    try await fixture.whileRunning {
      let saves = 2000
      for save in 1...saves {
        try fixture.write("modules/m01/en.md", PreviewFixture.module("Save \(save)"))
        try await Task.sleep(for: .milliseconds(1))
      }
      let end = ContinuousClock.now + PreviewFixture.patience
      var page = ""
      while ContinuousClock.now < end, !page.contains("Save \(saves) text.") {
        page = await fixture.get("/en/m01-s-one.html").1
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(page.contains("Save \(saves) text."))
      #expect(!page.contains("\"error\":1"))
    }
    let compilations = fixture.session.state.revision
    #expect(compilations > 2, "the page follows while saves go on")
    #expect(compilations < 200)
  }

  @Test func `A slow listener hears of the newest state only, and all end with the preview`()
    async throws
  {
    let fixture = try PreviewFixture()
    let running = Task { await fixture.session.run() }
    await fixture.session.firstState()
    let changes = fixture.session.changes()
    for words in ["One", "Two"] {
      let before = fixture.session.state.revision
      try fixture.write("modules/m01/en.md", PreviewFixture.module(words))
      #expect(await fixture.until { $0.revision > before })
    }
    let newest = fixture.session.state.revision
    running.cancel()
    await running.value
    var heard: [Int] = []
    for await revision in changes { heard.append(revision) }
    #expect(heard == [newest])
  }
}
