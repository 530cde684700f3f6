import ContentFixtures
import CourseModel
import Diagnostics
import Exporters
import Foundation
import PackageChecks
import Testing
import XMLDocuments

@Suite struct CartridgeTests {
  /// A cartridge of the fixture.
  static func cartridge(_ name: String) async throws -> ReadZip {
    let run = try await PackageRun(fixture: ExchangeFixture.course)
    let (tree, _) = try run.export(CartridgeExporter())
    let file = try #require(tree.files.first { $0.path.text == "packages/cc/\(name).imscc" })
    return try ReadZip(try file.bytes())
  }

  private func text(_ zip: ReadZip, _ name: String) throws -> String {
    String(decoding: try zip.bytes(name), as: UTF8.self)
  }

  @Test func `Every cartridge has its manifest first and is free of findings`() async throws {
    for run in [
      try await PackageRun(fixture: ExchangeFixture.course), try await PackageRun(),
    ] {
      let (tree, diagnostics) = try run.export(CartridgeExporter())
      #expect(!diagnostics.hasErrors)
      #expect(tree.files.count >= 8)
      for file in tree.files {
        let bytes = try file.bytes()
        #expect(bytes == (try file.bytes()))
        let zip = try ReadZip(bytes)
        #expect(zip.entries.first?.name == "imsmanifest.xml")
        #expect(try zip.findings("imsmanifest.xml") == [], "\(file.path)")
      }
    }
  }

  @Test func `There is one for each module and language, in two versions`() async throws {
    let run = try await PackageRun(fixture: ExchangeFixture.course)
    let (tree, _) = try run.export(CartridgeExporter())
    let names = ["m01-ar", "m01-en", "m02-en", "toolkit-ar", "toolkit-en"]
    #expect(
      tree.files.map(\.path.text)
        == ["1.1", "1.3"].flatMap { version in names.map { "packages/cc/\(version)/\($0).imscc" } })
    #expect(run.toolkit.packages.formats == [.cc, .qti])
    #expect(CartridgeExporter().isWanted(by: run.toolkit))
    #expect(!PackageExporter(.scorm12).isWanted(by: run.toolkit))
  }

  @Test func `The contents are a folder for each module, then trees, support and sources`()
    async throws
  {
    let zip = try await Self.cartridge("1.3/m01-en")
    let root = try XMLElement(document: try zip.bytes("imsmanifest.xml"))
    let contents = try #require(
      root.first("organizations")?.first("organization")?.first("item"))
    #expect(
      contents.children("item").map { $0.first("title")?.text } == [
        "First", "Decision trees", "Sources",
      ])
    let module = try #require(contents.children("item").first).children("item")
    #expect(
      module.map { $0.first("title")?.text } == [
        "First", "Read", "Read · 1 question", "Talk about it", "Check", "Check",
      ])
    #expect(
      module.map { $0.value(of: "identifierref") } == [
        "P_m01", "P_m01-s", "A_m01_s_practice", "T_m01_talk", "P_m01-quiz", "A_m01_quiz_quiz",
      ])
    let resources = try #require(root.first("resources")).children("resource")
    let page = try #require(resources.first { $0.value(of: "identifier") == "P_m01-s" })
    #expect(page.children("dependency").map { $0.value(of: "identifierref") } == ["M_1"])
    #expect(zip.entries.map(\.name).contains("media/bucket.svg"))
  }

  @Test func `Pages work alone: no scripts, no dead links, and words explained at their end`()
    async throws
  {
    for name in ["1.3/toolkit-en", "1.3/m01-en", "1.1/toolkit-en", "1.1/m01-ar", "1.3/toolkit-ar"] {
      let zip = try await Self.cartridge(name)
      let paths = Set(zip.entries.map(\.name))
      for entry in zip.entries where entry.name.hasSuffix(".html") {
        let page = String(decoding: entry.bytes, as: UTF8.self)
        #expect(
          !page.contains("<script") && !page.contains("SECRET") && !page.contains("<template"))
        let ids = Set(page.matches(of: /\sid="([^"]*)"/).map { String($0.1) })
        for address in page.matches(of: /\s(?:href|src)="([^"]*)"/).map({ String($0.1) }) {
          if address.hasPrefix("https://") { continue }
          if address.hasPrefix("#") {
            #expect(ids.contains(String(address.dropFirst())), "\(name) \(entry.name) \(address)")
          } else if address.hasPrefix("../") {
            #expect(paths.contains(String(address.dropFirst(3))), "\(name) \(address)")
          } else {
            let file = "pages/" + address.prefix { $0 != "#" }
            #expect(paths.contains(file) && name.hasPrefix("1.3"), "\(name) \(address)")
          }
        }
      }
    }
    let page = try text(try await Self.cartridge("1.3/toolkit-en"), "pages/m01-s.html")
    #expect(page.contains("<a href=\"m02.html\">go on</a>") && page.contains("then talk and"))
    #expect(page.contains("id=\"term_consent\"") && page.contains("id=\"term_pressure\""))
    #expect(page.contains("href=\"https://example.org/guide?a=1&amp;b=2\""))
    #expect(page.contains("&lt;script&gt;alert") && page.contains("src=\"../media/bucket.svg\""))
    let still = try text(try await Self.cartridge("1.1/toolkit-en"), "pages/m01-s.html")
    #expect(
      still.contains("[go on]") == false && still.contains("go on") && !still.contains("m02.html"))
  }

  @Test func `Everything says its language and direction`() async throws {
    let zip = try await Self.cartridge("1.1/m01-ar")
    let page = try text(zip, "pages/m01-s.html")
    #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains("<div lang=\"ar\" dir=\"rtl\">"))
    let quiz = try XMLElement(document: try zip.bytes("quizzes/m01_quiz_quiz.xml"))
    for material in quiz.descendants where material.localName == "mattext" {
      #expect(material.text.contains(" lang=\"ar\" dir=\"rtl\">"))
    }
    let topic = try XMLElement(document: try zip.bytes("topics/m01_talk.xml"))
    #expect(topic.first("text")?.text.hasPrefix("<div lang=\"ar\" dir=\"rtl\">") == true)
    #expect(
      topic.first("text")?.text.contains("src=\"$IMS-CC-FILEBASE$../media/bucket.svg\"") == true)
  }

  @Test func `A quiz tells how often it may be taken; its page tells what passes`() async throws {
    let zip = try await Self.cartridge("1.3/m01-en")
    let quiz = try XMLElement(document: try zip.bytes("quizzes/m01_quiz_quiz.xml"))
    let assessment = try #require(quiz.first("assessment"))
    let fields = try #require(assessment.first("qtimetadata")).children.map { field in
      [field.first("fieldlabel")?.text, field.first("fieldentry")?.text]
    }
    #expect(
      fields.contains(["cc_maxattempts", "2"]) && fields.contains(["cc_profile", "cc.exam.v0p1"]))
    let page = try text(zip, "pages/m01-quiz.html")
    #expect(page.contains("80% is enough to pass.") && page.contains("Well done."))
    let practice = try text(zip, "quizzes/m01_s_practice.xml")
    #expect(practice.contains(">unlimited<"))
  }

  @Test func `Links lead to publications that have an address`() async throws {
    let zip = try await Self.cartridge("1.3/m01-en")
    let links = zip.entries.filter { $0.name.hasPrefix("links/") }
    #expect(links.count == 1)
    let link = try XMLElement(document: try #require(links.first).bytes)
    #expect(link.first("title")?.text == "A guide & more (Publisher, 2020)")
    #expect(link.first("url")?.value(of: "href") == "https://example.org/guide?a=1&b=2")
  }

  // MARK: Questions

  /// The items of a quiz.
  private func items(_ zip: ReadZip, _ name: String) throws -> [XMLElement] {
    try XMLElement(document: try zip.bytes("quizzes/\(name).xml")).descendants
      .filter { $0.localName == "item" }
  }

  @Test(arguments: ["1.1", "1.3"])
  func `Every choice scores as in the toolkit, all or nothing`(version: String) async throws {
    let zip = try await Self.cartridge("\(version)/m01-en")
    let found = try items(zip, "m01_s_practice") + items(zip, "m01_quiz_quiz")
    #expect(
      found.map { $0.value(of: "ident") } == [
        "m01_q-one", "m01_q-many", "m01_q-exact", "m01_q-true",
      ])
    let right: [Set<String>] = [["b"], ["a", "c", "d"], ["a", "b"], ["a"]]
    let counts = [2, 5, 3, 2]
    for (number, item) in found.enumerated() {
      let names = (0..<counts[number]).map { String(UnicodeScalar(UInt8(97 + $0))) }
      let isMany = number == 1 || number == 2
      for bits in 1..<(1 << names.count) {
        let chosen = Set(names.indices.filter { bits & (1 << $0) != 0 }.map { names[$0] })
        guard isMany || chosen.count == 1 else { continue }
        let result = QTI12Result(item, chosen: chosen)
        #expect(result.score == (chosen == right[number] ? 100 : 0), "\(number) \(chosen)")
      }
    }
  }

  @Test func `Feedback is that of the options that were chosen`() async throws {
    let new = try items(try await Self.cartridge("1.3/m01-en"), "m01_quiz_quiz")[0]
    #expect(QTI12Result(new, chosen: ["a", "c", "d"]).feedback == ["a_fb", "d_fb"])
    #expect(QTI12Result(new, chosen: ["a", "b"]).feedback == ["a_fb", "b_fb"])
    #expect(QTI12Result(new, chosen: ["e"]).feedback == [])
    let old = try items(try await Self.cartridge("1.1/m01-en"), "m01_quiz_quiz")[0]
    #expect(QTI12Result(old, chosen: ["a", "c", "d"]).feedback == ["a_fb", "d_fb"])
    // Moodle would tell of options that nobody chose.
    #expect(!old.descendants.contains { $0.value(of: "continue") == "Yes" })
    let one = try items(try await Self.cartridge("1.3/m01-en"), "m01_s_practice")[0]
    #expect(QTI12Result(one, chosen: ["a"]).feedback == ["a_fb"])
    #expect(QTI12Result(one, chosen: ["b"]).feedback == ["b_fb"])
    let feedback = try #require(
      one.children("itemfeedback").first { $0.value(of: "ident") == "a_fb" })
    #expect(
      feedback.descendants.last?.text
        == "<div lang=\"en\" dir=\"ltr\"><p>No: &quot;never&quot; &lt;so&gt;.</p>\n</div>")
  }

  @Test(arguments: ["1.1/toolkit-en", "1.3/toolkit-ar"])
  func `Items keep the rules of the standard that no schema says`(name: String) async throws {
    let zip = try await Self.cartridge(name)
    var seen: Set<String> = []
    for entry in zip.entries where entry.name.hasPrefix("quizzes/") {
      let root = try XMLElement(document: entry.bytes)
      for item in root.descendants where item.localName == "item" {
        let problems = QTI12Rules.problems(item)
        #expect(problems == [], "\(entry.name)")
        let profile = try #require(QTI12Rules.profile(item))
        seen.insert(profile)
      }
    }
    #expect(seen == ["cc.multiple_choice.v0p1", "cc.multiple_response.v0p1"])
  }
}
