import ContentFixtures
import CourseModel
import Diagnostics
import Exporters
import Foundation
import Learning
import PackageChecks
import Testing
import XMLDocuments

@Suite struct QTITests {
  /// A package of the fixture.
  private func package(_ name: String) async throws -> ReadZip {
    try ReadZip(
      try await PackageRun(fixture: ExchangeFixture.course).zip(QTIExporter(), name))
  }

  private func item(_ zip: ReadZip, _ id: String) throws -> XMLElement {
    try XMLElement(document: try zip.bytes("items/\(id).xml"))
  }

  @Test func `Every package has its manifest first and is free of findings`() async throws {
    for run in [
      try await PackageRun(fixture: ExchangeFixture.course), try await PackageRun(),
    ] {
      let (tree, diagnostics) = try run.export(QTIExporter())
      #expect(!diagnostics.hasErrors && tree.files.count >= 4)
      for file in tree.files {
        let bytes = try file.bytes()
        #expect(bytes == (try file.bytes()))
        let zip = try ReadZip(bytes)
        #expect(zip.entries.first?.name == "imsmanifest.xml")
        #expect(try zip.findings("imsmanifest.xml") == [], "\(file.path)")
      }
    }
  }

  @Test func `A module without questions has no package`() async throws {
    let run = try await PackageRun(fixture: ExchangeFixture.course)
    let (tree, diagnostics) = try run.export(QTIExporter())
    #expect(
      tree.files.map(\.path.text)
        == ["m01-ar", "m01-en", "toolkit-ar", "toolkit-en"].map { "packages/qti/\($0).zip" })
    #expect(diagnostics.map(\.code).contains(.noQuestionsForPackage))
  }

  @Test func `Items are all questions, tests are quizzes`() async throws {
    let zip = try await package("m01-en")
    #expect(
      zip.entries.map(\.name) == [
        "imsmanifest.xml", "items/m01_q-one.xml", "items/m01_q-many.xml", "items/m01_q-exact.xml",
        "items/m01_q-true.xml", "tests/m01_quiz.xml", "style/texts.css",
      ])
    let test = try XMLElement(document: try zip.bytes("tests/m01_quiz.xml"))
    let references = test.descendants.filter { $0.localName == "assessmentItemRef" }
    #expect(
      references.map { $0.value(of: "identifier") } == ["m01_q-many", "m01_q-exact", "m01_q-true"])
    let text = String(decoding: try zip.bytes("tests/m01_quiz.xml"), as: UTF8.self)
    #expect(text.contains("Take your time.") && text.contains("Well done."))
    #expect(!text.contains("SECRET"))
  }

  @Test func `Every choice scores as in the toolkit, within a thousandth`() async throws {
    let zip = try await package("m01-en")
    let questions: [(String, QuestionDefinition)] = [
      ("m01_q-one", .init(kind: .single, optionTags: [1, 2], correct: 0b10)),
      (
        "m01_q-many",
        .init(
          kind: .multiple, optionTags: [1, 2, 3, 4, 5], correct: 0b1101, partialCredit: true)
      ),
      ("m01_q-exact", .init(kind: .multiple, optionTags: [1, 2, 3], correct: 0b11)),
      ("m01_q-true", .init(kind: .trueFalse, optionTags: [1, 2], correct: 0b1)),
    ]
    for (id, definition) in questions {
      let item = try item(zip, id)
      for bits in 1..<(UInt64(1) << UInt64(definition.optionCount)) {
        if definition.kind != .multiple, bits.nonzeroBitCount > 1 { continue }
        let chosen = Set(
          (0..<definition.optionCount).filter { bits & (1 << UInt64($0)) != 0 }
            .map { String(UnicodeScalar(UInt8(97 + $0))) })
        let score = try #require(QTI21Result(item, chosen: chosen)).score
        let ours = Double(Scoring.score(definition, chosen: bits).milli) / 1000
        #expect(abs(score - ours) <= 0.001, "\(id) \(chosen): \(score), \(ours)")
        if ours == 1 { #expect(score == 1) }
      }
    }
  }

  @Test func `A choice shows the feedback of each chosen option`() async throws {
    let item = try item(try await package("m01-en"), "m01_q-many")
    let shown = item.children("modalFeedback").compactMap { $0.value(of: "identifier") }
    #expect(shown == ["a", "b", "d"])
    #expect(QTI21Result(item, chosen: ["a", "b", "e"])?.feedback == ["a", "b", "e"])
  }

  @Test func `Texts keep their marks and lose links inside`() async throws {
    let item = try item(try await package("m01-en"), "m01_q-one")
    let body = try #require(item.first("itemBody"))
    let prompt = try #require(body.descendants.first { $0.localName == "prompt" })
    #expect(prompt.descendants.map(\.localName) == ["prompt", "span", "em"])
    #expect(prompt.descendants.map(\.text).joined().contains(" of <these> & those?"))
    #expect(!body.descendants.contains { $0.localName == "a" })
    #expect(body.first("infoControl")?.value(of: "title") == "Show a hint")
    // The words of the link stay, and nothing is put between them.
    let words = try #require(body.first("div")?.first("p"))
    #expect(words.text == "Look at consent first.")
  }

  @Test func `Arabic has its language, and its direction by a style`() async throws {
    let zip = try await package("m01-ar")
    for entry in zip.entries where entry.name.hasPrefix("items/") {
      let item = try XMLElement(document: entry.bytes)
      #expect(item.value(of: "xml:lang") == "ar")
      let texts = item.descendants.filter {
        ["prompt", "simpleChoice", "modalFeedback", "infoControl"].contains($0.localName)
      }
      #expect(texts.count >= 4)
      for text in texts {
        let inner = try #require(text.children.first)
        #expect(inner.value(of: "class") == "rtl" && inner.value(of: "xml:lang") == "ar")
      }
    }
    #expect(
      String(decoding: try zip.bytes("style/texts.css"), as: UTF8.self)
        .contains(".rtl { direction: rtl"))
  }

  @Test func `A quiz is passed by its mark and its critical questions; advice goes by percent`()
    async throws
  {
    let test = try XMLElement(
      document: try await package("m01-en").bytes("tests/m01_quiz.xml"))
    let processing = try #require(test.first("outcomeProcessing"))
    // Points by question, what they are in percent, whether that passes, and which advice.
    let table: [([Double], Double, Bool, String)] = [
      ([1, 1, 1], 100, true, "advice-2"), ([1, 0, 1], 66.67, false, "advice-1"),
      ([0.4, 1, 1], 80, true, "advice-2"), ([0.39, 1, 1], 79.67, false, "advice-1"),
      ([0, 0, 0], 0, false, "advice-1"),
    ]
    for (points, percent, passed, advice) in table {
      var outcome = QTI21Outcome(
        items: Dictionary(
          uniqueKeysWithValues: zip(["m01_q-many", "m01_q-exact", "m01_q-true"], points)))
      outcome.run(processing)
      #expect(abs((outcome.numbers["PERCENT"] ?? -1) - percent) < 0.01)
      #expect((outcome.words["PASSED"] == "true") == passed, "\(points)")
      #expect(outcome.words["ADVICE"] == advice, "\(points)")
    }
  }
}
