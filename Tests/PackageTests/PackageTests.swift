import ContentFixtures
import CourseModel
import Diagnostics
import Exporters
import Foundation
import Learning
import PackageChecks
import Testing
import XMLDocuments

@Suite struct PackageTests {
  @Test(arguments: packageExporters)
  func `A package has its manifest first, is free of findings and small`(
    exporter: any Exporter
  ) async throws {
    let run = try await PackageRun()
    let (tree, diagnostics) = try run.export(exporter)
    #expect(!diagnostics.hasErrors)
    let names = tree.files.map { $0.path.text.dropFirst("packages/\(exporter.name)/".count) }
    #expect(names.count == Set(names).count && names.allSatisfy { $0.hasSuffix(".zip") })
    #expect(
      Set(names).isSuperset(of: [
        "m01-en.zip", "m01-ar.zip", "m01-fr.zip", "m01-es.zip", "m02-en.zip", "m08-fr.zip",
        "toolkit-ar.zip", "toolkit-en.zip", "toolkit-es.zip", "toolkit-fr.zip",
      ]))
    #expect(!names.contains("m02-ar.zip"), "There is no Arabic text of m02.")
    let manifest = exporter.name == "cmi5" ? "cmi5.xml" : "imsmanifest.xml"
    for file in tree.files {
      let bytes = try file.bytes()
      // A whole toolkit holds all texts of its modules, and has no limit of its own.
      #expect(bytes.count < (file.path.text.contains("/toolkit-") ? 400_000 : 250_000))
      let zip = try ReadZip(bytes)
      #expect(zip.entries.first?.name == manifest)
      #expect(zip.entries.dropFirst().first?.name == "index.html")
      let findings = PackageCheck.findings(
        files: zip.files, manifest: try zip.bytes(manifest), named: manifest)
      #expect(findings == [])
    }
  }

  @Test func `The same content gives the same packages`() async throws {
    for exporter in packageExporters {
      let first = try await PackageRun().zip(exporter, "m01-ar")
      let second = try await PackageRun().zip(exporter, "m01-ar")
      #expect(first == second)
    }
  }

  @Test func `Numbers in the page are those of the package's own engine blob`() async throws {
    let run = try await PackageRun()
    let zip = try ReadZip(try run.zip(PackageExporter(.scorm12), "m01-en"))
    let blob = try #require(Data(base64Encoded: try zip.script("p_engine")))
    let course = try Course.decode(Array(blob))
    let whole = try Course.decode(run.toolkit.engine)
    let data = try JSONSerialization.jsonObject(with: Data(try zip.script("p_data").utf8))
    let files = try #require((data as? [String: Any])?["files"] as? [[String: Any]])
    #expect(files.map { $0["id"] as? String } == ["m01", "t1"])
    for file in files {
      let id = try #require(file["id"] as? String)
      let index = try #require(file["index"] as? Int)
      #expect(course.files[index].tag == ActivityTag.of(id.utf8))
      // The same tags as in the whole toolkit, so that a state moves with the module.
      let original = try #require(whole.files.first { $0.tag == course.files[index].tag })
      #expect(course.files[index].activities.map(\.tag) == original.activities.map(\.tag))
      let activities = try #require(file["activities"] as? [[String: Any]])
      #expect(activities.count == course.files[index].activities.count)
    }
    let adapter = try zip.adapterData()
    for interaction in try #require(adapter["interactions"] as? [[String: Any]]) {
      let place = try #require(interaction["activity"] as? [Int])
      let activity = try #require(
        course.activity(ActivityReference(file: place[0], activity: place[1])))
      let response = try #require(interaction["response"] as? [String: Any])
      switch activity.content {
      case .question(let question):
        #expect((response["tokens"] as? [String])?.count == question.optionCount)
      case .tree(let tree):
        #expect((response["steps"] as? [String])?.count == tree.nodes.count)
      case .quiz: Issue.record("a quiz is no interaction")
      }
    }
  }

  @Test func `Right answers are written in the form of each standard`() async throws {
    let run = try await PackageRun(fixture: Self.course)
    func interactions(_ exporter: any Exporter) throws -> [[String: Any]] {
      try #require(
        try ReadZip(try run.zip(exporter, "m01-en")).adapterData()["interactions"]
          as? [[String: Any]])
    }
    let old = try interactions(PackageExporter(.scorm12))
    #expect(old.map { $0["id"] as? String } == ["m01.q_one", "m01.q_two", "t1"])
    #expect(old.map { $0["type"] as? String } == ["choice", "choice", "performance"])
    #expect(old.map { $0["correct"] as? [String] } == [["b"], ["{a,c}"], []])
    #expect(old.allSatisfy { $0["description"] is NSNull })
    let new = try interactions(PackageExporter(.scorm2004))
    #expect(new.map { $0["correct"] as? [String] } == [["b"], ["a[,]c"], []])
    #expect(
      new.map { $0["description"] as? String } == [
        "{lang=en}Which one?", "{lang=en}Which two?", "{lang=en}Tree",
      ])
    let path = try #require(new.last?["response"] as? [String: Any])
    #expect(path["steps"] as? [String] == ["first_node", "done"])
    #expect(path["ends"] as? [String: String] == ["1": "today"])
    let statements = try interactions(PackageExporter(.cmi5))
    #expect(statements.first?["id"] as? String == "https://example.org/c/test#m01.q_one")
    let definition = try #require(statements[1]["definition"] as? [String: Any])
    #expect(definition["correctResponsesPattern"] as? [String] == ["a[,]c"])
    #expect((definition["choices"] as? [[String: Any]])?.count == 3)
  }

  @Test func `A mark is told only where it says the same as our own rule`() async throws {
    let plain = try await PackageRun(fixture: Self.course)
    let critical = try await PackageRun(
      fixture: Self.course.replacing("{#q-one .single", with: "{#q-one .single .critical"))
    func manifest(_ run: PackageRun, _ exporter: any Exporter) throws -> String {
      let name = exporter.name == "cmi5" ? "cmi5.xml" : "imsmanifest.xml"
      let zip = try ReadZip(try run.zip(exporter, "m01-en"))
      return String(decoding: try zip.bytes(name), as: UTF8.self)
    }
    let marks = [
      "<adlcp:masteryscore>80</", "<imsss:minNormalizedMeasure>0.8</", "masteryScore=\"0.8\"",
    ]
    for (exporter, mark) in zip(packageExporters, marks) {
      #expect(try manifest(plain, exporter).contains(mark))
      #expect(try !manifest(critical, exporter).contains(mark))
    }
  }

  @Test func `Identifiers stay the same when the content changes, and differ between packages`()
    async throws
  {
    let before = try await PackageRun(fixture: Self.course)
    let after = try await PackageRun(
      fixture: Self.course.replacing("version: \"1\"", with: "version: \"2\"")
        .replacing("Which one?", with: "Which one now?"))
    var seen: Set<String> = []
    for exporter in packageExporters {
      for name in ["m01-en", "m02-en", "toolkit-en"] {
        let ids = try [before, after].map { run in
          let zip = try ReadZip(try run.zip(exporter, name))
          let root = try XMLElement(document: try #require(zip.entries.first).bytes)
          return root.descendants.compactMap { $0.value(of: "identifier") ?? $0.value(of: "id") }
        }
        #expect(ids[0] == ids[1])
        #expect(seen.insert(String(try #require(ids[0].first).suffix(60))).inserted)
      }
    }
    let short = try ["m01-en", "m02-en", "toolkit-en"].flatMap { name in
      try [PackageExporter(.scorm12), PackageExporter(.scorm2004)].map { (exporter: any Exporter) in
        let zip = try ReadZip(try before.zip(exporter, name))
        let root = try XMLElement(document: try #require(zip.entries.first).bytes)
        return String(try #require(root.value(of: "identifier")).prefix(15))
      }
    }
    #expect(Set(short).count == 6)
  }

  @Test func `A module's package has nothing of the others, and nothing for facilitators`()
    async throws
  {
    let run = try await PackageRun(fixture: Self.course)
    let page = String(
      decoding: try ReadZip(try run.zip(PackageExporter(.scorm12), "m01-en")).bytes("index.html"),
      as: UTF8.self)
    #expect(page.contains("id=\"m01-q-one\"") && page.contains("id=\"t1\""))
    #expect(page.contains("id=\"term_consent\""))
    for other in ["id=\"m02\"", "id=\"term_risk\"", "id=\"p_home\"", "SECRET", "href=\"#m02\""] {
      #expect(!page.contains(other), "\(other)")
    }
    // The words of a link that leads out of the package stay.
    #expect(page.contains("the next module"))
  }

  /// Two modules, a tree, a quiz with a mark.
  static let course = """
    === toolkit.yml
    id: test
    title: Test
    version: "1"
    default-language: en
    packages:
      id-prefix: https://example.org/c/
    === glossary/en.md
    ## consent {#consent}

    A free yes.

    ## risk {#risk}

    A danger.
    === trees/t1/en.md
    ---
    id: t1
    title: Tree
    ---

    ## First {#first-node}

    - [On](#done)

    ## Done {#done .today}

    Rest.
    === modules/m02/en.md
    ---
    id: m02
    title: Second
    ---

    ## Read {#s}

    A [risk](glossary:risk).
    === modules/m01/en.md
    ---
    id: m01
    title: First
    ---

    ## Read {#s}

    Ask for [consent](glossary:consent). More in [the next module](m02).

    > [!FACILITATOR]
    > SECRET

    [Play it](t1)

    ## Check {#quiz .quiz pass=80}

    ### Which one? {#q-one .single}

    - [ ] This
      > No.
    - [x] That
      > Yes.

    ### Which two? {#q-two .multiple}

    - [x] This
      > Yes.
    - [ ] That
      > No.
    - [x] Those
      > Yes.

    """
}
