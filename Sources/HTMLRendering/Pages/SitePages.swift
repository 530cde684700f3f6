public import CourseModel

/// The pages of one edition as a web server has them, each written when it is asked for.
///
/// `ToolkitPages.site` writes all of them for a build; a preview asks for one at a time.
public struct SitePages: Sendable {
  let pages: ToolkitPages
  let writer: ArticleWriter
  private let shell: Shell
  private let languages: [CourseData.LanguageEntry]
  /// Ids of the pages of each language, in the order of `languages`.
  private let others: [Set<String>]
  private let common: PageParts

  /// Prepares the pages of an edition.
  /// - Parameters:
  ///   - pages: The toolkit, its look and its scripts.
  ///   - edition: The language.
  ///   - audience: Whom they are for; only a preview asks for facilitators.
  public init(
    _ pages: ToolkitPages, _ edition: Edition, audience: Audience = .learner
  ) throws(ThemeError) {
    self.pages = pages
    writer = ArticleWriter(edition, audience: audience, form: .site, media: pages.siteMedia())
    languages = pages.languages(current: edition.language) { "../\($0.tag)/index.html" }
    shell = try pages.theme.shell(.site, writer.texts, hasLanguages: languages.count > 1)
    others = pages.toolkit.editions.map {
      PageMap($0, form: .site, audience: audience).allPages
    }
    common = Self.common(pages, writer, languages)
  }

  /// `assets/course-<language>.js`: what scripts need to know of the edition.
  public func courseScript() -> [UInt8] {
    let course = CourseData(pages.toolkit, writer, languages: languages).json()
    return Array("globalThis.AmparoCourse = ".utf8) + course + Array(";\n".utf8)
  }

  /// `assets/search-<language>.js`: the words of all pages, which have to be written for it.
  public func searchScript() -> [UInt8] { SearchEntry.script(writer.articles(), writer.map) }

  /// The whole document of an article.
  func page(_ article: Article) -> [UInt8] { shell.filled(parts(article)) }

  /// A page in two halves, between which a preview puts its own scripts.
  public struct Draft: Sendable {
    /// The page's id: `m01-s-risk`.
    public let id: String
    /// The module or tree it belongs to; nil for the toolkit's own pages.
    public let file: FileID?
    /// Everything up to the end of the scripts.
    public let start: [UInt8]
    /// The rest.
    public let end: [UInt8]
  }

  /// The page in a file of the edition's folder, `m01-s-risk.html`, without a policy in it: the
  /// server that adds to the page sends one. Nil when there is no such page.
  public func draft(of file: String) -> Draft? {
    guard let article = writer.article(inFile: file) else { return nil }
    var parts = parts(article)
    parts.policy = []
    let mark = Array("\u{F8F1}".utf8)
    parts.scripts += mark
    let html = shell.filled(parts)
    // The mark is a character of private use; an author's may stand before it, never behind.
    let place = html.lastRange(of: mark) ?? html.endIndex..<html.endIndex
    return Draft(
      id: article.id, file: article.file, start: Array(html[..<place.lowerBound]),
      end: Array(html[place.upperBound...]))
  }

  private func parts(_ article: Article) -> PageParts {
    let links = zip(languages, others).map { entry, pages in
      pages.contains(article.id) ? entry.leading(to: article.id) : entry
    }
    var parts = common
    parts.languageLinks = pages.languageLinks(links)
    parts.pageID = ToolkitPages.text(article.id)
    parts.contents = contents(article)
    parts.main = article.html
    parts.data = definitions(of: article)
    if article.title != writer.edition.title {
      parts.windowTitle = ToolkitPages.text("\(article.title) - \(writer.edition.title)")
    }
    return parts
  }

  /// What is the same on all pages of an edition.
  private static func common(
    _ pages: ToolkitPages, _ writer: ArticleWriter, _ languages: [CourseData.LanguageEntry]
  ) -> PageParts {
    let tag = writer.edition.language.tag
    var parts = pages.common(
      writer.edition, languages, home: PageMap.fileName(of: OwnPage.home.rawValue))
    parts.policy = ToolkitPages.text(ContentSecurityPolicy.site)
    parts.headScript = Array("<script src=\"../assets/head.js\"></script>".utf8)
    parts.styles = Array("<link rel=\"stylesheet\" href=\"../assets/learner.css\">".utf8)
    parts.scripts = Array(
      """
      <script src="../assets/engine.js"></script>
      <script src="../assets/course-\(tag).js"></script>
      <script src="../assets/learner.js"></script>
      """.utf8)
    return parts
  }

  private func contents(_ article: Article) -> [UInt8] {
    var html = HTMLBuffer()
    html.contents(writer, page: article.id, file: article.file)
    return html.bytes
  }

  /// The terms that a page links to, for pop-ups.
  private func definitions(of article: Article) -> [UInt8] {
    var html = HTMLBuffer()
    for id in article.linkedTerms {
      guard let term = writer.index.term(id) else { continue }
      html.open(
        "template", .value("data-definition", id),
        .language(term.language, in: writer.edition.language),
        .direction(term.language, in: writer.edition.language))
      html.entry(term, writer.scope(page: article.id))
      html.raw("</template>\n")
    }
    return html.bytes
  }
}

extension ArticleWriter {
  /// The article that a file of a site holds; nil when there is none.
  func article(inFile file: String) -> Article? {
    if let module = edition.modules.enumerated().first(where: {
      PageMap.fileName(of: $1.id.text) == file
    }) {
      return cover(of: module.element, position: module.offset)
    }
    for module in edition.modules where file.hasPrefix(module.id.text + "-") {
      let sections = module.sections(for: audience)
      if let place = sections.firstIndex(where: {
        PageMap.fileName(of: $0.anchor.htmlID) == file
      }) {
        return section(sections[place], place + 1, of: sections.count, in: module)
      }
    }
    if let tree = edition.trees.first(where: { PageMap.fileName(of: $0.id.text) == file }) {
      return self.tree(tree)
    }
    return ownPage(inFile: file)
  }

  /// One of the pages that belong to every toolkit.
  private func ownPage(inFile file: String) -> Article? {
    let own: [OwnPage] = [.home, .glossary, .sources, .support, .progress]
    guard let page = own.first(where: { PageMap.fileName(of: $0.rawValue) == file }),
      map.address(of: page, from: nil) != nil
    else { return nil }
    return switch page {
    case .home: home()
    case .glossary: glossary()
    case .sources: sources()
    case .support: support()
    case .progress: progress()
    }
  }
}

extension CourseData.LanguageEntry {
  /// The same language, leading to the same page there.
  fileprivate func leading(to page: String) -> CourseData.LanguageEntry {
    CourseData.LanguageEntry(
      tag: tag, name: name, href: "../\(tag)/\(PageMap.fileName(of: page))", current: current)
  }
}

extension [UInt8] {
  /// The last place where some bytes stand.
  fileprivate func lastRange(of other: [UInt8]) -> Range<Int>? {
    guard !other.isEmpty, count >= other.count else { return nil }
    for start in stride(from: count - other.count, through: 0, by: -1)
    where self[start..<start + other.count].elementsEqual(other) {
      return start..<start + other.count
    }
    return nil
  }
}
