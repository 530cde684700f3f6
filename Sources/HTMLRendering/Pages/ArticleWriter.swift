internal import CourseModel

/// A page of the toolkit: one `article` element.
final class Article {
  /// HTML id; also the name of its file on a site.
  let id: String
  /// Title for the browser's window.
  let title: String
  /// What stands above the title: the module of a section.
  let context: String
  /// The element.
  let html: HTMLBuffer
  /// The module or tree it belongs to.
  let file: FileID?
  /// Terms it links to, for a site's pop-ups.
  let linkedTerms: [String]

  fileprivate init(
    _ heading: ArticleWriter.Heading, context: String, html: consuming HTMLBuffer,
    linkedTerms: [String]
  ) {
    id = heading.id
    title = heading.title.plainText
    file = heading.file
    self.context = context
    self.html = html
    self.linkedTerms = linkedTerms
  }
}

/// Writes the articles of one edition.
///
/// A class, since every piece of a page refers to it.
final class ArticleWriter: Sendable {
  let edition: Edition
  /// What other pages show of each module, in the order of the modules.
  let summaries: [ModuleSummary]
  let audience: Audience
  let index: EditionIndex
  let map: PageMap
  let texts: InterfaceTexts
  let media: [String: String]
  /// The module that stands alone, without a start page; nil for a toolkit.
  let onlyModule: FileID?
  /// Drawings that other packages may have needed already.
  let drawings: TreeDrawings?
  /// Remembers what the page asks that is being written; nil where nobody wants to know.
  let trace: PageTrace?

  /// Prepares an edition.
  /// - Parameters:
  ///   - memory: where summaries of modules are kept from one build to the next.
  ///   - absent: ids of pages that there are none of, though their sections exist.
  init(
    _ edition: Edition, audience: Audience, form: PageForm, media: [String: String],
    memory: PageMemory? = nil, onlyModule: FileID? = nil, drawings: TreeDrawings? = nil,
    absent: Set<String> = []
  ) {
    self.edition = edition
    self.audience = audience
    self.onlyModule = onlyModule
    self.drawings = drawings
    trace = nil
    summaries = ModuleSummary.all(edition, audience, memory)
    index = EditionIndex(edition, summaries)
    map = PageMap(edition, summaries, form: form, home: onlyModule, absent: absent)
    texts = edition.interface
    self.media = media
  }

  private init(_ writer: ArticleWriter, trace: PageTrace) {
    edition = writer.edition
    summaries = writer.summaries
    audience = writer.audience
    onlyModule = writer.onlyModule
    drawings = writer.drawings
    self.trace = trace
    index = writer.index.traced(trace)
    map = writer.map.traced(trace)
    texts = writer.texts
    media = writer.media
  }

  /// A writer for one page, which remembers what the page asks.
  func traced(_ trace: PageTrace) -> ArticleWriter { ArticleWriter(self, trace: trace) }

  /// All articles in the order of the one-file page.
  func articles() -> [UInt8] {
    var html = HTMLBuffer()
    for planned in plan() { html.append(planned.write(self).html) }
    return html.bytes
  }

  /// What an article is, besides its content.
  struct Heading {
    let id: String
    let kind: StaticString
    let title: Prose
    let language: Language
    var kicker: (text: String, address: String?, rest: String)?
    var file: FileID?
    var attributes: [HTMLAttribute] = []
  }

  /// The surroundings of a page.
  func scope(page: String, language: Language? = nil) -> PageScope {
    PageScope(writer: self, page: page, language: language ?? edition.language)
  }

  /// Writes an article: frame, kicker and title here, the rest by `body`.
  func article(
    _ heading: Heading, context: String = "", body: (inout HTMLBuffer, PageScope) -> Void
  ) -> Article {
    let scope = scope(page: heading.id, language: heading.language)
    // Most pages fit.
    var html = HTMLBuffer(capacity: 16_000)
    html.raw("<article")
    html.add(.classes("page \(heading.kind)-page"))
    html.add(.id(heading.id))
    html.add(.value("data-page-kind", "\(heading.kind)"))
    if let file = heading.file { html.add(.value("data-file", file.text)) }
    for attribute in heading.attributes { html.add(attribute) }
    if heading.language != edition.language {
      html.add(.value("lang", heading.language.tag))
      html.add(.value("dir", heading.language.direction.rawValue))
    }
    html.add(.labelledBy("\(heading.id)_title"))
    html.raw(">\n")
    if let kicker = heading.kicker { html.kicker(kicker, scope) }
    html.element(
      "h1", .id("\(heading.id)_title"), .number("tabindex", -1), prose: heading.title, scope)
    html.raw("\n")
    body(&html, scope)
    html.footnotes(scope)
    html.turn(
      [context, heading.title.plainText].filter { !$0.isEmpty }.joined(
        separator: texts.numbers.list), scope)
    html.raw("</article>\n")
    return Article(heading, context: context, html: html, linkedTerms: scope.linkedTerms.ids)
  }
}

extension HTMLBuffer {
  /// The line above a title, in the interface's language.
  fileprivate mutating func kicker(
    _ kicker: (text: String, address: String?, rest: String), _ scope: PageScope
  ) {
    let own = scope.edition.language
    open(
      "p", .classes("kicker"), .language(own, in: scope.language),
      .direction(own, in: scope.language))
    if let address = kicker.address {
      element("a", .href(address), text: kicker.text)
    } else {
      text(kicker.text)
    }
    if !kicker.rest.isEmpty {
      raw(" <span class=\"kicker-rest\">")
      text(kicker.rest)
      raw("</span>")
    }
    raw("</p>\n")
  }

  /// Links to the pages before and behind; nothing for pages outside the reading order.
  fileprivate mutating func turn(_ title: String, _ scope: PageScope) {
    let texts = scope.texts
    let before = scope.index.page(before: scope.page)
    guard let next = scope.index.page(after: scope.page) ?? before.map({ _ in end(scope) }) else {
      return
    }
    open(
      "nav", .classes("turn"), .label(texts.page.frame.turn.filling("title", title)),
      .language(scope.edition.language, in: scope.language),
      .direction(scope.edition.language, in: scope.language))
    if let before { turnLink(before, "previous", "prev", texts.page.frame.back, scope) }
    turnLink(next, "next", "next", texts.page.frame.next, scope)
    raw("</nav>\n")
  }

  /// Behind the last page stands the learner's progress.
  private func end(_ scope: PageScope) -> EditionIndex.Stop {
    EditionIndex.Stop(
      id: OwnPage.progress.rawValue, title: scope.texts.page.frame.progress,
      language: scope.edition.language)
  }

  private mutating func turnLink(
    _ stop: EditionIndex.Stop, _ name: String, _ relation: String, _ label: String,
    _ scope: PageScope
  ) {
    open(
      "a", .classes(name), .value("rel", relation),
      .href(scope.map.address(of: stop.id, on: stop.id, from: scope.page)))
    element("span", .classes("turn-label"), text: label)
    raw(" ")
    element(
      "span", .classes("turn-title"), .language(stop.language, in: scope.edition.language),
      .direction(stop.language, in: scope.edition.language), text: stop.title)
    raw("</a>")
  }
}
