public import CourseModel

/// The pages of one edition as a web server has them, each written when it is asked for.
///
/// `ToolkitPages.site` writes all of them for a build; a preview asks for one at a time.
public struct SitePages: Sendable {
  let pages: ToolkitPages
  let writer: ArticleWriter
  let shell: Shell
  private let dialogs: Shell
  let languages: [CourseData.LanguageEntry]
  /// Ids of the pages of each language, in the order of `languages`.
  private let others: [Set<String>]
  let common: PageParts
  /// The document with all of that in its place.
  private let frame: Shell
  private let contents: SiteContents
  private let popUps = TermPopUps()
  /// What pages ask about the rest of the edition.
  let answers: PageAnswers
  /// Its articles, in the order of the one-file page.
  let plan: [PlannedArticle]

  /// Prepares the pages of an edition.
  /// - Parameters:
  ///   - pages: The toolkit, its look and its scripts.
  ///   - edition: The language.
  ///   - audience: Whom they are for; only a preview asks for facilitators.
  public init(
    _ pages: ToolkitPages, _ edition: Edition, audience: Audience = .learner
  ) throws(ThemeError) {
    self.pages = pages
    writer = ArticleWriter(
      edition, audience: audience, form: .site, media: pages.siteMedia(), memory: pages.memory)
    languages = pages.languages(current: edition.language) { "../\($0.tag)/index.html" }
    shell = try pages.theme.shell(.site, writer.texts, hasLanguages: languages.count > 1)
    dialogs = try pages.theme.shell(.dialogs, writer.texts, hasLanguages: languages.count > 1)
    others =
      languages.count < 2
      ? []
      : pages.toolkit.editions.map { edition in
        let summaries = ModuleSummary.all(edition, audience, pages.memory)
        return PageMap(edition, summaries, form: .site).allPages
      }
    common = Self.common(pages, writer, languages)
    frame = shell.filled(common, without: Self.own)
    contents = SiteContents(writer)
    answers = PageAnswers(writer, contents, others: others)
    plan = writer.plan()
  }

  /// `assets/course-<language>.js`: what scripts need to know of the edition, and the dialogs, which
  /// nobody sees without scripts.
  public func courseScript() -> [UInt8] {
    // That of ten thousand modules is long: it gets its room at once, and is not copied.
    let entries = writer.summaries.lazy.map { $0.course.before.count + $0.course.behind.count + 10 }
    var script = JSONBytes(capacity: entries.reduce(100_000, +))
    script.append(Array("globalThis.AmparoCourse = ".utf8))
    CourseData(pages.toolkit, writer, languages: languages).write(into: &script)
    script.append(Array(";\nglobalThis.AmparoDialogs = ".utf8))
    dialogs.filled(common).withUnsafeBufferPointer { script.string($0) }
    script.append(Array(";\n".utf8))
    return script.bytes
  }

  /// `assets/search-<language>-<part>.js`: the words of some pages, which have to be written for it.
  /// - Parameter name: the last part of the file's path.
  /// - Returns: nil when there is no such file.
  public func searchScript(_ name: String) -> [UInt8]? {
    let search = SearchGathering(plan, writer)
    return (0..<search.parts).first { name == SearchPart.name($0, writer.edition.language.tag) }
      .map { search.script($0).bytes }
  }

  /// The whole document of an article.
  /// - Parameter writer: the one that wrote it, when that remembers what the page asks.
  func page(_ article: Article, by writer: ArticleWriter? = nil) -> [UInt8] {
    document(article, writer ?? self.writer, in: frame)
  }

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
    guard let article = plan.first(where: { PageMap.fileName(of: $0.id) == file })?.write(writer)
    else {
      return nil
    }
    var parts = common
    parts.policy = []
    let mark = Array("\u{F8F1}".utf8)
    parts.scripts += mark
    let html = document(article, writer, in: shell.filled(parts, without: Self.own))
    // The mark is a character of private use; an author's may stand before it, never behind.
    let place = html.lastRange(of: mark) ?? html.endIndex..<html.endIndex
    return Draft(
      id: article.id, file: article.file, start: Array(html[..<place.lowerBound]),
      end: Array(html[place.upperBound...]))
  }

  /// The parts that differ from page to page.
  private static let own: Set<PagePart> = [
    .pageID, .windowTitle, .languageLinks, .contents, .main, .data,
  ]

  private func document(_ article: Article, _ writer: ArticleWriter, in frame: Shell) -> [UInt8] {
    // Most pages fit.
    var html = HTMLBuffer(capacity: article.html.out.count + 16_000)
    frame.write(into: &html) { part, html in
      switch part {
      case .pageID: html.text(article.id)
      case .windowTitle: windowTitle(of: article, into: &html)
      case .languageLinks: languageLinks(of: article, writer, into: &html)
      case .contents:
        if let file = article.file { writer.trace?.note(.contents(file)) }
        contents.write(for: article.id, of: article.file, into: &html)
      case .main: html.append(article.html)
      case .data: popUps.write(for: article, writer, into: &html)
      case .language, .direction, .toolkitTitle, .homeAddress, .policy, .headScript, .styles,
        .scripts, .languageName, .version, .choices, .standard:
        // Filled in before.
        break
      }
    }
    return html.bytes
  }

  private func windowTitle(of article: Article, into html: inout HTMLBuffer) {
    if article.title != writer.edition.title {
      html.text(article.title)
      html.raw(" - ")
    }
    html.text(writer.edition.title)
  }

  private func languageLinks(
    of article: Article, _ writer: ArticleWriter, into html: inout HTMLBuffer
  ) {
    guard languages.count > 1 else { return }
    writer.trace?.note(.editions(article.id))
    let links = zip(languages, others).map { entry, pages in
      pages.contains(article.id) ? entry.leading(to: article.id) : entry
    }
    html.append(pages.languageLinks(links))
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
