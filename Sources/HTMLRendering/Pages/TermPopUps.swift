internal import CourseModel
internal import Synchronization

/// The terms that a site's pages link to, as each page holds them for its pop-ups.
///
/// A page explains every term that it links to, and the explanation is nearly always the same to the
/// letter: it is written once then.
final class TermPopUps: Sendable {
  /// An explanation, and what it asks about the rest of the edition.
  fileprivate struct PopUp: Equatable {
    let html: [UInt8]
    let inquiries: [PageInquiry]
  }

  /// By term; nil for one that differs from page to page.
  private let known = Mutex<[String: PopUp?]>([:])

  /// Writes the terms that a page links to.
  /// - Parameter writer: the one that wrote the page.
  func write(for article: Article, _ writer: ArticleWriter, into html: inout HTMLBuffer) {
    for id in article.linkedTerms {
      // The toolkit's own pages are where links lead to, so they see other addresses.
      if article.file != nil, let popUp = shared(id, writer) {
        writer.trace?.note(popUp.inquiries)
        html.append(popUp.html)
      } else {
        html.popUp(id, on: article.id, writer)
      }
    }
  }

  /// An explanation that is the same on all pages of modules and trees.
  private func shared(_ id: String, _ writer: ArticleWriter) -> PopUp? {
    if let popUp = known.withLock({ $0[id] }) { return popUp }
    // What differs between two pages that there aren't names the page it stands on.
    let popUp = Self.popUp(id, on: " 1", writer)
    let isShared = popUp == Self.popUp(id, on: " 2", writer) && popUp.leadsToOwnPagesOnly
    known.withLock { $0[id] = .some(isShared ? popUp : nil) }
    return isShared ? popUp : nil
  }

  private static func popUp(_ id: String, on page: String, _ writer: ArticleWriter) -> PopUp {
    let trace = PageTrace()
    var html = HTMLBuffer()
    html.popUp(id, on: page, writer.traced(trace))
    return PopUp(html: html.bytes, inquiries: trace.inquiries)
  }
}

extension TermPopUps.PopUp {
  /// Whether all its links lead to the toolkit's own pages: an address inside a page's own module
  /// would be another on that page.
  fileprivate var leadsToOwnPagesOnly: Bool {
    inquiries.allSatisfy { inquiry in
      switch inquiry {
      case .term, .hasTerm, .hasSource, .ownPages: true
      case .after, .before, .afterModule, .position, .title, .number, .tree, .node, .source, .place,
        .contents, .editions:
        false
      }
    }
  }
}

extension HTMLBuffer {
  /// The explanation of a term for a pop-up; nothing for one that the glossary lacks.
  fileprivate mutating func popUp(_ id: String, on page: String, _ writer: ArticleWriter) {
    guard let term = writer.index.term(id) else { return }
    open(
      "template", .value("data-definition", id),
      .language(term.language, in: writer.edition.language),
      .direction(term.language, in: writer.edition.language))
    entry(term, writer.scope(page: page))
    raw("</template>\n")
  }
}
