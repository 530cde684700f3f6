import CourseModel
import HTMLRendering
import XMLDocuments
import ZipArchives

/// One package of questions, ready to be made.
struct QTIArchive: Sendable {
  let content: PackageContent

  /// The bytes of the zip; the same every time.
  func bytes() throws -> [UInt8] {
    let resources = try resources()
    let manifest = try QTIManifest(
      identifier: PackageIdentifiers.manifest(of: content, for: "qti2.1"),
      title: content.title.asTitle,
      description: content.description.oneLine.withoutControls.shortened(to: 1000),
      language: content.language, resources: resources
    ).document()
    let documents = Dictionary(
      resources.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    try OwnCheck.manifest(
      manifest, named: "imsmanifest.xml", files: ["imsmanifest.xml"] + resources.map(\.path),
      of: "package `\(content.id)` for QTI", read: { documents[$0] })
    return try ZipWriter.archive(
      [ZipEntry("imsmanifest.xml", manifest)] + resources.map { ZipEntry($0.path, $0.bytes) })
  }

  // MARK: Resources

  private static let styles = "style/texts.css"
  private static let stylesID = "S_texts"

  /// Items and tests, then what they show.
  private func resources() throws(XMLProblem) -> [QTIManifest.Resource] {
    let files = PackageFiles.mediaFiles(of: content)
    let texts = PlainTexts(
      content.edition,
      media: Dictionary(
        files.map { ($0.media, "../" + $0.path) }, uniquingKeysWith: { first, _ in first }))
    let media = zip(files, content.toolkit.media).enumerated().map { position, pair in
      QTIManifest.Resource(
        identifier: "M_\(position + 1)", kind: .media, path: pair.0.path, needs: [],
        bytes: pair.1.bytes)
    }
    let identifiers = Dictionary(
      media.map { ("../" + $0.path, $0.identifier) }, uniquingKeysWith: { first, _ in first })
    var builder = Builder(content: content, texts: texts, media: identifiers)
    for module in content.edition.modules { try builder.add(module) }
    let used = Set(builder.resources.flatMap(\.needs))
    let styles = QTIManifest.Resource(
      identifier: Self.stylesID, kind: .media, path: Self.styles, needs: [],
      bytes: Array(".rtl { direction: rtl; text-align: start }\n.ltr { direction: ltr }\n".utf8))
    return builder.resources + [styles] + media.filter { used.contains($0.identifier) }
  }

  /// Gathers items and tests.
  private struct Builder {
    let content: PackageContent
    let texts: PlainTexts
    /// Identifiers of media by their address.
    let media: [String: String]
    private(set) var resources: [QTIManifest.Resource] = []
    private var known: Set<Anchor> = []

    init(content: PackageContent, texts: PlainTexts, media: [String: String]) {
      self.content = content
      self.texts = texts
      self.media = media
    }

    mutating func add(_ module: Module) throws(XMLProblem) {
      for section in module.sections(for: .learner) {
        var found: [Question] = []
        BlockWalk.visit(section.blocks, for: .learner) { block in
          switch block {
          case .question(let question): found.append(question)
          case .prose, .heading, .callout, .figure, .steps, .tree, .passage: break
          }
        }
        for question in found { _ = try add(question, section, module) }
        switch section.kind {
        case .reading, .session: break
        case .quiz(let quiz): try add(quiz, section, module)
        }
      }
    }

    /// Adds an item, once.
    private mutating func add(
      _ question: Question, _ section: Section, _ module: Module
    ) throws(XMLProblem) -> BankQuestion {
      let bank = BankQuestion(
        question, content.definition(of: question, in: module), in: section.language, texts)
      guard known.insert(bank.anchor).inserted else { return bank }
      let hint = content.edition.interface(for: bank.language).script.question.hint
      let element = try QTIItem(question: bank, hintTitle: hint).element()
      try add(.item, "I_\(bank.anchor.xmlID)", "items/\(bank.anchor.xmlID).xml", element, [])
      return bank
    }

    private mutating func add(
      _ quiz: Quiz, _ section: Section, _ module: Module
    ) throws(XMLProblem) {
      var questions: [BankQuestion] = []
      for question in quiz.questions { questions.append(try add(question, section, module)) }
      guard !questions.isEmpty else { return }
      let id = quiz.anchor.xmlID
      let html = quiz.anchor.htmlID
      let test = QTITest(
        identifier: "\(id)_quiz", title: section.title.plainText.asTitle,
        text: texts.blocks(section.blocks, in: section.language, id: "\(html)_text"),
        passPercent: quiz.passPercent, questions: questions,
        advice: quiz.advice.enumerated().map { position, advice in
          (
            advice.percents,
            texts.blocks(
              advice.blocks, in: section.language, id: "\(html)_advice\(position + 1)")
          )
        })
      try add(
        .test, "T_\(id)", "tests/\(id).xml", try test.element(),
        questions.map { "I_\($0.anchor.xmlID)" })
    }

    private mutating func add(
      _ kind: QTIManifest.Resource.Kind, _ identifier: String, _ path: String,
      _ element: XMLElement, _ items: [String]
    ) throws(XMLProblem) {
      let shown = element.descendants.flatMap { element in
        [element.value(of: "src"), element.value(of: "href")].compactMap {
          $0.flatMap { media[$0] }
        }
      }
      resources.append(
        .init(
          identifier: identifier, kind: kind, path: path,
          needs: Set(items + shown + [QTIArchive.stylesID]).sorted(),
          bytes: try element.document()))
    }
  }
}
