import CourseModel
import HTMLRendering
import Learning
import XMLDocuments

/// What a cartridge holds: a folder for each module with its pages, quizzes and topics, then
/// decision trees, support and sources.
struct CartridgeContents {
  private(set) var folders: [CartridgeManifest.Folder] = []
  private(set) var resources: [CartridgeResource] = []

  private let content: PackageContent
  private let version: CartridgeVersion
  private let media: CartridgeMedia
  private let pages: PlainPages
  /// The same for texts that stand inside XML.
  private let inner: PlainPages
  private let texts: PlainTexts
  private var entries: [CartridgeManifest.Entry] = []

  /// Writes everything.
  ///
  /// - Throws: when a document can't be written as XML.
  init(_ content: PackageContent, version: CartridgeVersion) throws(XMLProblem) {
    self.content = content
    self.version = version
    let media = CartridgeMedia(content)
    self.media = media
    let edition = content.edition
    let topics = Set(
      edition.modules.flatMap { $0.sections(for: .learner) }.filter(\.isDiscussion)
        .map(\.anchor.htmlID))
    pages = PlainPages(
      edition, media: media.addresses(.page), linksPages: version.linksPages, absent: topics)
    let inDocuments = media.addresses(.document)
    inner = PlainPages(edition, media: inDocuments, linksPages: false)
    texts = PlainTexts(edition, media: inDocuments)
    for module in edition.modules { try add(module) }
    addReference()
    try addSources()
    resources += media.resources
  }

  private var words: InterfaceTexts { content.edition.interface }

  // MARK: Modules

  private mutating func add(_ module: Module) throws(XMLProblem) {
    addPage(pages.cover(of: module))
    for section in module.sections(for: .learner) {
      if section.isDiscussion {
        try addTopic(section)
      } else {
        addPage(pages.section(section))
      }
      let (practice, quiz) = questions(of: section, in: module)
      let title = section.title.plainText
      let count = words.page.module.questions(practice.count, words.numbers)
      try addAssessment(
        "practice", "\(title) · \(count)", section, questions: practice, tries: 0)
      if let quiz {
        try addAssessment("quiz", title, section, questions: quiz.questions, tries: quiz.tries)
      }
    }
    close("F_\(Anchor(module.id).xmlID)", module.title)
  }

  /// The questions in a section's text, and those of its quiz.
  private func questions(
    of section: Section, in module: Module
  ) -> (practice: [BankQuestion], quiz: (questions: [BankQuestion], tries: Int)?) {
    func question(_ question: Question) -> BankQuestion {
      BankQuestion(
        question, content.definition(of: question, in: module), in: section.language, texts)
    }
    var practice: [BankQuestion] = []
    BlockWalk.visit(section.blocks, for: .learner) { block in
      switch block {
      case .question(let found): practice.append(question(found))
      case .prose, .heading, .callout, .figure, .steps, .tree, .passage: break
      }
    }
    switch section.kind {
    case .reading, .session: return (practice, nil)
    case .quiz(let quiz): return (practice, (quiz.questions.map(question), quiz.tries))
    }
  }

  // MARK: Resources

  private mutating func addPage(_ page: PlainPage) {
    add(
      CartridgeResource(
        identifier: "P_\(page.id)", kind: .page, path: "pages/\(page.fileName)",
        media: media.used(in: page.html, .page), bytes: page.html), title: page.title)
  }

  private mutating func addTopic(_ section: Section) throws(XMLProblem) {
    let html = inner.text(of: section)
    let title = section.title.plainText.asTitle
    let id = section.anchor.xmlID
    add(
      CartridgeResource(
        identifier: "T_\(id)", kind: .topic, path: "topics/\(id).xml",
        media: media.used(in: html, .document),
        bytes: try CartridgeDocuments.topic(title, html: html, version)), title: title)
  }

  private mutating func addAssessment(
    _ kind: String, _ title: String, _ section: Section, questions: [BankQuestion], tries: Int
  ) throws(XMLProblem) {
    guard !questions.isEmpty else { return }
    let id = "\(section.anchor.xmlID)_\(kind)"
    let assessment = CartridgeAssessment(
      identifier: "A_\(id)", title: title.asTitle, language: section.language, tries: tries,
      questions: questions)
    let bytes = try assessment.document(version)
    add(
      CartridgeResource(
        identifier: assessment.identifier, kind: .assessment, path: "quizzes/\(id).xml",
        media: media.used(in: bytes, .document), bytes: bytes), title: assessment.title)
  }

  /// Decision trees, glossary and support.
  private mutating func addReference() {
    let edition = content.edition
    for tree in edition.trees { addPage(pages.tree(tree)) }
    close("F__trees", words.page.frame.trees)
    // A module's pages explain their own words.
    if content.module == nil, !edition.glossary.isEmpty { addPage(pages.glossary()) }
    close("F__glossary", words.page.frame.glossary)
    if !edition.support.isEmpty { addPage(pages.support()) }
    close("F__support", words.page.frame.support)
  }

  /// A link for each publication that has an address.
  private mutating func addSources() throws(XMLProblem) {
    for (position, source) in content.edition.guidance.enumerated() {
      guard let address = source.address?.withoutControls, address.isWebAddress else { continue }
      let title = "\(source.title) (\(source.publisher), \(source.year))".asTitle
      add(
        CartridgeResource(
          identifier: "L_\(position + 1)", kind: .link, path: "links/\(position + 1).xml",
          media: [], bytes: try CartridgeDocuments.link(title, to: address, version)),
        title: title)
    }
    close("F__sources", words.page.frame.sources)
  }

  private mutating func add(_ resource: CartridgeResource, title: String) {
    resources.append(resource)
    entries.append(.init(title: title.asTitle, resource: resource.identifier))
  }

  /// Ends a folder; one without anything in it isn't made.
  private mutating func close(_ identifier: String, _ title: String) {
    guard !entries.isEmpty else { return }
    folders.append(.init(identifier: identifier, title: title.asTitle, entries: entries))
    entries = []
  }
}

extension Section {
  /// Whether a group talks about it: what systems have forums for.
  fileprivate var isDiscussion: Bool {
    switch kind {
    case .reading, .quiz: false
    case .session(let session):
      switch session.form {
      case .discussion: true
      case .groupWork, .caseStudy, .demonstration, .energiser, .rolePlay: false
      }
    }
  }
}

extension PackageContent {
  /// What the engine knows of a question.
  func definition(of question: Question, in module: Module) -> QuestionDefinition? {
    let place = ActivityReference(file: module.engineIndex, activity: question.engineIndex)
    guard case .question(let definition)? = course.activity(place)?.content else { return nil }
    return definition
  }
}

extension String {
  /// In one line and of a length that every system takes.
  var asTitle: String { oneLine.withoutControls.shortened(to: PackageContent.longestTitle) }

  /// Whether a system can make a link of it.
  fileprivate var isWebAddress: Bool {
    let start = prefix(8).lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://")
  }
}
