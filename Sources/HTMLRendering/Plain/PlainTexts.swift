package import CourseModel

/// Pieces of text as HTML for systems that put them into a form of their own: prompts, options,
/// feedback.
///
/// Every piece is one element that says its language and direction. Links lead outside only; other
/// words that are links in a page are plain here.
package struct PlainTexts: Sendable {
  private let writer: ArticleWriter

  /// Prepares the pieces of an edition.
  /// - Parameter media: address of every media file, seen from where the pieces go, by its path in
  ///   the content folder.
  package init(_ edition: Edition, media: [String: String]) {
    let bare = Edition(
      language: edition.language, title: edition.title, tracks: [], modules: [], trees: [],
      glossary: [], guidance: edition.guidance, support: []
    ).with(interface: edition.interface, original: edition.interface)
    writer = ArticleWriter(bare, audience: .learner, form: .alone, media: media)
  }

  /// A text that stands in a line: a `span`.
  package func inline(_ prose: Prose, in language: Language) -> [UInt8] {
    let scope = writer.scope(page: "p_piece", language: language)
    var html = HTMLBuffer()
    html.element(
      "span", .value("lang", language.tag), .value("dir", language.direction.rawValue),
      prose: prose, scope)
    return html.bytes
  }

  /// Texts with paragraphs: a `div`. Nothing when there are none for learners.
  /// - Parameters:
  ///   - title: stands above them as a paragraph of its own.
  ///   - id: keeps notes of one piece apart from those of others on the same page.
  package func blocks(
    _ blocks: [Block], in language: Language, id: String, title: Prose? = nil
  ) -> [UInt8] {
    let scope = writer.scope(page: id, language: language)
    var content = HTMLBuffer()
    if let title { content.element("p", prose: title, scope) }
    BlockWriter.write(blocks, scope, into: &content)
    content.footnotes(scope)
    guard !content.bytes.isEmpty else { return [] }
    var html = HTMLBuffer()
    html.open("div", .value("lang", language.tag), .value("dir", language.direction.rawValue))
    html.append(content.bytes)
    html.raw("</div>")
    return html.bytes
  }
}
