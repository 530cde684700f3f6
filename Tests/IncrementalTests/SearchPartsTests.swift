import CourseCompiler
import CourseModel
import Exporters
import Foundation
import HTMLRendering
import Testing

/// The search data of a site with more pages than go into one file.
@Suite struct SearchPartsTests {
  private typealias Files = [String: [UInt8]]

  /// Two pages for each module, 200 for each file of search data.
  private static func content(_ modules: ClosedRange<Int>, changed: Int? = nil) -> InMemoryContent {
    var files = ["toolkit.yml": "id: big\ntitle: Big\nversion: \"1\"\ndefault-language: en\n"]
    for number in modules {
      files["modules/m\(number)/en.md"] = """
        ---
        id: m\(number)
        title: Module \(number)
        ---

        ## Part {#part}

        Text \(number)\(number == changed ? ", changed" : "").

        """
    }
    return InMemoryContent(files)
  }

  /// A site, and what each of its files rests on.
  private struct Site {
    var files: Files = [:]
    var keys: [String: ContentDigest] = [:]
    var sources: [String: [String]] = [:]
  }

  /// Builds a site; takes what comes out as before from the build before.
  private static func site(
    _ content: InMemoryContent, _ memory: PageMemory = PageMemory(), before: Site = Site()
  ) async throws -> Site {
    let compilation = await CourseCompiler.compile(content)
    let toolkit = try #require(compilation.toolkit)
    let look = try TestLook()
    memory.lookUpFiles { before.files["site/" + $0] }
    let (tree, _) = try SiteExporter().export(
      toolkit, theme: look.theme, assets: look.assets, memory: memory)
    var site = Site()
    for file in tree.files {
      let path = file.path.text
      if let key = file.key(), key == before.keys[path] {
        site.files[path] = before.files[path]
      } else {
        site.files[path] = try file.bytes()
      }
      site.keys[path] = file.key()
      site.sources[path] = file.sources
    }
    return site
  }

  /// The entries of all parts in order, as a page gets them.
  private static func entries(_ files: Files) throws -> [[String: String]] {
    let parts = files.keys.filter { $0.hasPrefix("site/assets/search-en-") }.count
    return try (1...parts).flatMap { part in
      let script = String(
        decoding: try #require(files["site/assets/search-en-\(part).js"]), as: UTF8.self)
      let start = try #require(script.firstRange(of: ".concat("))
      let json = script[start.upperBound...].dropLast(3)
      return try #require(
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
    }
  }

  @Test func `Parts hold every page once, in the order of the pages`() async throws {
    let files = try await Self.site(Self.content(100...250)).files
    #expect(files["site/assets/search-en-2.js"] != nil)
    #expect(files["site/assets/search-en-3.js"] == nil)
    let addresses = try Self.entries(files).compactMap { $0["href"] }
    let modules = (100...250).flatMap { ["m\($0).html", "m\($0)-part.html"] }
    #expect(addresses == ["index.html"] + modules + ["p_progress.html"])
    let course = String(
      decoding: try #require(files["site/assets/course-en.js"]), as: UTF8.self)
    #expect(
      course.contains(
        #""search":["..\/assets\/search-en-1.js","..\/assets\/search-en-2.js"]"#))
  }

  @Test func `A small site has one part`() async throws {
    let files = try await Self.site(Self.content(1...3)).files
    #expect(files.keys.filter { $0.contains("search-") } == ["site/assets/search-en-1.js"])
  }

  /// Pages move from one part to the next when a module comes in before them.
  @Test func `Parts made from those before are those of a clean build`() async throws {
    var memory = PageMemory()
    var before = try await Self.site(Self.content(100...250), memory)
    for content in [
      Self.content(100...250, changed: 240), Self.content(98...250), Self.content(120...250),
    ] {
      // As another process finds it on disk.
      memory = try #require(PageMemory(encoded: memory.encoded()))
      before = try await Self.site(content, memory, before: before)
      let clean = try await Self.site(content)
      #expect(before.files == clean.files)
    }
  }

  @Test func `A part rests on its own pages, and names their modules`() async throws {
    let memory = PageMemory()
    let before = try await Self.site(Self.content(100...350), memory)
    let after = try await Self.site(
      Self.content(100...350, changed: 340), memory, before: before)
    func kept(_ part: Int) throws -> Bool {
      let path = "site/assets/search-en-\(part).js"
      return try #require(before.keys[path]) == #require(after.keys[path])
    }
    // The first part has the start page, which shows something of every module.
    #expect(try [kept(1), kept(2), kept(3)] == [false, true, false])
    #expect(after.sources["site/assets/search-en-1.js"]?.count == 251)
    #expect(
      after.sources["site/assets/search-en-2.js"] == (199...299).map { "m\($0)" })
  }
}
