internal import CourseModel
internal import FoundationEssentials

/// What scripts need to know of an edition, as docs/page.md describes it.
struct CourseData {
  private let toolkit: ToolkitEntry
  private let writer: ArticleWriter
  private let languages: [LanguageEntry]

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

  /// What scripts of a package say: the texts of all pages, and those of its own.
  private struct AllTexts: Encodable {
    let texts: InterfaceTexts

    func encode(to encoder: any Encoder) throws {
      try texts.script.encode(to: encoder)
      try texts.packages.encode(to: encoder)
    }
  }

  /// Gathers the data of an edition.
  init(_ toolkit: Toolkit, _ writer: ArticleWriter, languages: [LanguageEntry]) {
    self.toolkit = ToolkitEntry(
      id: toolkit.id, version: toolkit.version, title: writer.edition.title)
    self.writer = writer
    self.languages = languages
  }

  /// JSON that can stand inside a `script` element: `<` is escaped, so nothing can close it.
  ///
  /// The entries of modules are written by hand: a large site has ten thousand of them.
  func json() -> [UInt8] {
    var json = JSONBytes()
    write(into: &json)
    return json.bytes
  }

  /// Appends that JSON.
  func write(into json: inout JSONBytes) {
    let edition = writer.edition
    let map = writer.map
    json.key("direction", edition.language.direction.rawValue, isFirst: true)
    json.key("files", edition.modules.indices.map(File.module) + edition.trees.map(File.tree)) {
      write($0, into: &$1)
    }
    json.key("form", map.form.rawValue)
    json.key("format", 1)
    json.key("language", edition.language.tag)
    json.key("languages")
    json.append(Self.json(languages))
    json.key("numbers")
    json.append(Self.json(writer.texts.numbers))
    json.key("pages")
    json.append(
      Self.json(
        Pages(
          home: map.address(of: .home, from: nil), glossary: map.address(of: .glossary, from: nil),
          sources: map.address(of: .sources, from: nil),
          support: map.address(of: .support, from: nil),
          progress: map.address(of: .progress, from: nil))))
    json.key("plurals")
    json.append(Self.json(writer.texts.plurals))
    switch map.form {
    case .file, .package, .plain, .alone: break
    case .site:
      let parts = SearchPart.count(pages: writer.plan().count)
      json.key("search", Array(0..<parts)) {
        $1.string("../" + SearchPart.path($0, edition.language.tag))
      }
    }
    json.key("texts")
    switch map.form {
    case .file, .site, .plain, .alone: json.append(Self.json(writer.texts.script))
    case .package: json.append(Self.json(AllTexts(texts: writer.texts)))
    }
    json.key("toolkit")
    json.append(Self.json(toolkit))
    json.endObject()
  }

  /// Any small value as such JSON.
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

// Modules and trees
extension CourseData {
  private enum File {
    case module(Int)
    case tree(Tree)
  }

  private func write(_ file: File, into json: inout JSONBytes) {
    switch file {
    case .module(let position):
      let module = writer.edition.modules[position]
      let entry =
        switch writer.map.form {
        case .site: writer.summaries[position].course
        case .file, .package, .plain, .alone:
          Self.entry(of: module, module.sections(for: writer.audience), writer.audience) {
            "#\($0)"
          }
        }
      json.append(entry.before)
      json.number(module.engineIndex)
      json.append(entry.behind)
    case .tree(let tree): write(tree, into: &json)
    }
  }

  /// A module's entry for a site, before and behind its number in the engine.
  static func siteEntry(
    of module: Module, _ sections: [Section], _ audience: Audience
  ) -> (before: [UInt8], behind: [UInt8]) {
    entry(of: module, sections, audience, address: PageMap.fileName)
  }

  private static func entry(
    of module: Module, _ sections: [Section], _ audience: Audience, address: (String) -> String
  ) -> (before: [UInt8], behind: [UInt8]) {
    var json = JSONBytes()
    json.key("activities", sections.flatMap { activities(in: $0, for: audience) }, isFirst: true) {
      write($0, into: &$1)
    }
    json.key("href", address(module.id.text))
    json.key("id", module.id.text)
    json.key("index")
    let before = json.bytes
    json = JSONBytes()
    json.key("kind", "module")
    if let minutes = module.minutes { json.key("minutes", minutes) }
    json.key("sections", sections) { section, json in
      let page = section.anchor.htmlID
      json.key("href", address(page), isFirst: true)
      json.key("index", section.engineIndex)
      json.key("kind", Self.kind(of: section))
      json.key("page", page)
      json.key("title", section.title.plainText)
      json.endObject()
    }
    json.key("title", module.title)
    json.endObject()
    return (before, json.bytes)
  }

  private func write(_ tree: Tree, into json: inout JSONBytes) {
    let activity = ActivityEntry(
      id: tree.id.text, index: 0, kind: "tree", page: tree.id.text, critical: false, quiz: nil)
    json.key("activities", [activity], isFirst: true) { Self.write($0, into: &$1) }
    json.key("href", address(tree.id.text))
    json.key("id", tree.id.text)
    json.key("index", tree.engineIndex)
    json.key("kind", "tree")
    json.key("sections", [Section]()) { _, _ in }
    json.key("title", tree.title)
    json.endObject()
  }

  private struct ActivityEntry {
    let id: String
    let index: Int
    let kind: String
    let page: String
    let critical: Bool
    let quiz: Int?
  }

  private static func write(_ activity: ActivityEntry, into json: inout JSONBytes) {
    json.key("critical", isFirst: true)
    json.append(Array((activity.critical ? "true" : "false").utf8))
    json.key("id", activity.id)
    json.key("index", activity.index)
    json.key("kind", activity.kind)
    json.key("page", activity.page)
    if let quiz = activity.quiz { json.key("quiz", quiz) }
    json.endObject()
  }

  private func address(_ page: String) -> String {
    writer.map.address(of: page, on: page, from: nil)
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
  ) -> [ActivityEntry] {
    let page = section.anchor.htmlID
    func entry(_ question: Question, quiz: Int?) -> ActivityEntry {
      ActivityEntry(
        id: question.anchor.htmlID, index: question.engineIndex, kind: question.kind.rawValue,
        page: page, critical: question.isCritical, quiz: quiz)
    }
    var entries: [ActivityEntry] = []
    BlockWalk.visit(section.blocks, for: audience) { block in
      switch block {
      case .question(let question): entries.append(entry(question, quiz: nil))
      // A tree is a file of its own; the others are nothing to do.
      case .tree, .prose, .heading, .callout, .figure, .steps, .passage: break
      }
    }
    guard case .quiz(let quiz) = section.kind else { return entries }
    entries.append(
      ActivityEntry(
        id: quiz.anchor.htmlID, index: quiz.engineIndex, kind: "quiz", page: page, critical: false,
        quiz: nil))
    return entries + quiz.questions.map { entry($0, quiz: quiz.engineIndex) }
  }
}
