internal import CourseModel
internal import FoundationEssentials

/// What scripts need to know of an edition, as docs/page.md describes it.
struct CourseData: Encodable {
  let format = 1
  let toolkit: ToolkitEntry
  let form: String
  let language: String
  let direction: String
  let languages: [LanguageEntry]
  let pages: Pages
  let search: String?
  let files: [FileEntry]
  let texts: ScriptTexts

  struct ToolkitEntry: Encodable {
    let id, version, title: String
  }

  struct LanguageEntry: Encodable {
    let tag, name, href: String
    let current: Bool
  }

  /// Addresses of the toolkit's own pages; nil is written as null.
  struct Pages: Encodable {
    let home, glossary, sources, support, progress: String?

    enum CodingKeys: CodingKey {
      case home, glossary, sources, support, progress
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(home, forKey: .home)
      try container.encode(glossary, forKey: .glossary)
      try container.encode(sources, forKey: .sources)
      try container.encode(support, forKey: .support)
      try container.encode(progress, forKey: .progress)
    }
  }

  struct FileEntry: Encodable {
    let id: String
    let index: Int
    let kind: String
    let title: String
    let href: String
    let minutes: Int?
    let sections: [SectionEntry]
    let activities: [ActivityEntry]
  }

  struct SectionEntry: Encodable {
    let page: String
    let index: Int
    let kind: String
    let title: String
    let href: String
  }

  struct ActivityEntry: Encodable {
    let id: String
    let index: Int
    let kind: String
    let page: String
    let critical: Bool
    let quiz: Int?
  }

  /// JSON that can stand inside a `script` element: `<` is escaped, so nothing can close it.
  func json() -> [UInt8] { Self.json(self) }

  /// The same for any value.
  static func json(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    // Strings, numbers and lists always encode.
    let plain = (try? encoder.encode(value)).map(Array.init) ?? Array("null".utf8)
    var safe: [UInt8] = []
    safe.reserveCapacity(plain.count)
    for byte in plain {
      if byte == UInt8(ascii: "<") {
        safe += Array("\\u003c".utf8)
      } else {
        safe.append(byte)
      }
    }
    return safe
  }
}

extension CourseData {
  /// Gathers the data of an edition.
  init(_ toolkit: Toolkit, _ writer: ArticleWriter, languages: [LanguageEntry]) {
    let edition = writer.edition
    let map = writer.map
    self.toolkit = ToolkitEntry(id: toolkit.id, version: toolkit.version, title: edition.title)
    form = map.form.rawValue
    language = edition.language.tag
    direction = edition.language.direction.rawValue
    self.languages = languages
    pages = Pages(
      home: map.address(of: .home, from: nil), glossary: map.address(of: .glossary, from: nil),
      sources: map.address(of: .sources, from: nil),
      support: map.address(of: .support, from: nil),
      progress: map.address(of: .progress, from: nil))
    search =
      switch map.form {
      case .file: nil
      case .site: "../assets/search-\(edition.language.tag).js"
      }
    files =
      edition.modules.map { FileEntry($0, writer) } + edition.trees.map { FileEntry($0, writer) }
    texts = writer.texts.script
  }
}

extension CourseData.FileEntry {
  fileprivate init(_ module: Module, _ writer: ArticleWriter) {
    let sections = module.sections(for: writer.audience)
    id = module.id.text
    index = module.engineIndex
    kind = "module"
    title = module.title
    href = writer.map.address(of: module.id.text, on: module.id.text, from: nil)
    minutes = module.minutes
    self.sections = sections.map { section in
      let page = section.anchor.htmlID
      return CourseData.SectionEntry(
        page: page, index: section.engineIndex, kind: Self.kind(of: section),
        title: section.title.plainText, href: writer.map.address(of: page, on: page, from: nil))
    }
    activities = sections.flatMap { Self.activities(in: $0, for: writer.audience) }
  }

  fileprivate init(_ tree: Tree, _ writer: ArticleWriter) {
    id = tree.id.text
    index = tree.engineIndex
    kind = "tree"
    title = tree.title
    href = writer.map.address(of: tree.id.text, on: tree.id.text, from: nil)
    minutes = nil
    sections = []
    activities = [
      CourseData.ActivityEntry(
        id: tree.id.text, index: 0, kind: "tree", page: tree.id.text, critical: false, quiz: nil)
    ]
  }

  private static func kind(of section: Section) -> String {
    switch section.kind {
    case .reading: "reading"
    case .session: "session"
    case .quiz: "quiz"
    }
  }

  private static func activities(
    in section: Section, for audience: Audience
  ) -> [CourseData.ActivityEntry] {
    let page = section.anchor.htmlID
    var entries: [CourseData.ActivityEntry] = []
    BlockWalk.visit(section.blocks, for: audience) { block in
      if case .question(let question) = block {
        entries.append(.init(question, page: page, quiz: nil))
      }
    }
    guard case .quiz(let quiz) = section.kind else { return entries }
    entries.append(
      .init(
        id: quiz.anchor.htmlID, index: quiz.engineIndex, kind: "quiz", page: page,
        critical: false, quiz: nil))
    entries += quiz.questions.map { .init($0, page: page, quiz: quiz.engineIndex) }
    return entries
  }
}

extension CourseData.ActivityEntry {
  fileprivate init(_ question: Question, page: String, quiz: Int?) {
    self.init(
      id: question.anchor.htmlID, index: question.engineIndex, kind: question.kind.rawValue,
      page: page, critical: question.isCritical, quiz: quiz)
  }
}
