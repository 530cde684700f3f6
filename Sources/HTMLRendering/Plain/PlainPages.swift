package import CourseModel

/// A page without scripts, as one HTML document.
package struct PlainPage: Sendable {
  /// Its id: `m01-s-risk`.
  package let id: String
  /// Its title, without marks.
  package let title: String
  /// The document, in UTF-8.
  package let html: [UInt8]

  /// The name of its file, where pages link to each other.
  package var fileName: String { PageMap.fileName(of: id) }
}

/// Pages for systems that show single pages inside their own frame: plain HTML without scripts.
///
/// Each works alone: the terms that it links to are explained at its end, publications are linked to
/// where they were published, and questions stand there to be read.
package struct PlainPages: Sendable {
  let writer: ArticleWriter

  /// Prepares the pages of an edition.
  /// - Parameters:
  ///   - edition: everything that the pages may link to.
  ///   - media: address of every media file, seen from a page, by its path in the content folder.
  ///   - linksPages: whether pages link to each other by the names of their files.
  ///   - absent: ids of pages that nobody asks for; links to them become words.
  package init(
    _ edition: Edition, media: [String: String], linksPages: Bool, absent: Set<String> = []
  ) {
    writer = ArticleWriter(
      edition, audience: .learner, form: linksPages ? .plain : .alone, media: media,
      absent: absent)
  }

  private var edition: Edition { writer.edition }
  private var texts: InterfaceTexts { writer.texts }

  /// What a module is about: outcomes, what to know before, what it rests on.
  package func cover(of module: Module) -> PlainPage {
    page(module.id.text, Prose(plain: module.title), module.language) { html, scope in
      html.own(scope) { html in
        html.facts(ModuleFacts(module, audience: .learner).sentences(texts))
        if let warning = module.contentWarning {
          html.contentWarning(
            warning, in: module.language, id: "\(module.id.text)_before", scope, skip: nil)
        }
      }
      writer.outcomes(of: module, into: &html, scope)
      BlockWriter.write(module.opening, scope, into: &html)
      html.own(scope) { html in
        titles(of: module.prerequisites, texts.page.module.prerequisites, into: &html, scope)
        sources(module.guidance, into: &html, scope)
      }
    }
  }

  /// A section of a module, without the questions of its quiz.
  package func section(_ section: Section) -> PlainPage {
    page(section.anchor.htmlID, section.title, section.language) { html, scope in
      write(section, into: &html, scope)
    }
  }

  /// The text of a section without its title, to stand inside something else.
  package func text(of section: Section) -> [UInt8] {
    fragment(section.anchor.htmlID, section.language) { html, scope in
      write(section, into: &html, scope)
    }
  }

  /// A decision tree: every node, and where each answer leads.
  package func tree(_ tree: Tree) -> PlainPage {
    page(tree.id.text, Prose(plain: tree.title), tree.language) { html, scope in
      if let warning = tree.contentWarning {
        html.own(scope) { html in
          html.contentWarning(
            warning, in: tree.language, id: "\(tree.id.text)_before", scope, skip: nil)
        }
      }
      BlockWriter.write(tree.introduction, scope, into: &html)
      for node in tree.nodes { html.plainNode(node, scope) }
    }
  }

  /// All terms of the edition.
  package func glossary() -> PlainPage {
    page(
      OwnPage.glossary.rawValue, Prose(plain: texts.page.frame.glossary), edition.language,
      explainsTerms: false
    ) { html, scope in
      for term in edition.glossary { html.plainEntry(term, scope) }
    }
  }

  /// Support for the learner.
  package func support() -> PlainPage {
    page(
      OwnPage.support.rawValue, Prose(plain: texts.page.frame.support), edition.language
    ) { html, scope in
      BlockWriter.write(edition.support, scope, into: &html)
    }
  }

  // MARK: Parts

  private func write(_ section: Section, into html: inout HTMLBuffer, _ scope: PageScope) {
    switch section.kind {
    case .reading: BlockWriter.write(section.blocks, scope, into: &html)
    case .session(let session):
      html.own(scope) { $0.facts(writer.sessionFacts(session)) }
      BlockWriter.write(section.blocks, scope, into: &html)
    case .quiz(let quiz):
      BlockWriter.write(section.blocks, scope, into: &html)
      html.own(scope) { html in
        html.element("p", text: HTMLBuffer.quizFacts(quiz, scope).joined(separator: " "))
      }
      html.advice(of: quiz, scope)
    }
  }

  private func titles(
    of files: [FileID], _ heading: String, into html: inout HTMLBuffer, _ scope: PageScope
  ) {
    let known = files.filter { writer.index.title($0) != nil }
    guard !known.isEmpty else { return }
    html.element("h2", text: heading)
    html.raw("<ul>\n")
    for id in known {
      guard let title = writer.index.title(id) else { continue }
      html.raw("<li>")
      html.plainLink(
        title.text, title.language, to: writer.map.address(of: Anchor(id), from: scope.page), scope)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func sources(_ ids: [String], into html: inout HTMLBuffer, _ scope: PageScope) {
    let entries = ids.compactMap(writer.index.source)
    guard !entries.isEmpty else { return }
    html.element("h2", text: texts.page.module.guidance)
    html.raw("<ul>\n")
    for entry in entries {
      html.raw("<li>")
      html.plainLink(
        entry.title, entry.language, to: writer.map.address(ofSource: entry.id, from: scope.page),
        scope)
      html.text(", " + entry.publisher + ", " + texts.numbers.ungrouped.text(entry.year))
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  // MARK: Frame

  private func page(
    _ id: String, _ title: Prose, _ language: Language, explainsTerms: Bool = true,
    _ body: (inout HTMLBuffer, PageScope) -> Void
  ) -> PlainPage {
    let content = fragment(id, language, explainsTerms: explainsTerms) { html, scope in
      html.element("h1", prose: title, scope)
      html.raw("\n")
      body(&html, scope)
    }
    var html = HTMLBuffer()
    html.raw("<!DOCTYPE html>\n")
    html.open(
      "html", .value("lang", language.tag), .value("dir", language.direction.rawValue))
    html.raw("\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.element("title", text: title.plainText)
    html.raw("\n<style>\n")
    html.raw(Self.styles)
    html.raw("</style>\n</head>\n<body>\n")
    html.append(content)
    html.raw("</body>\n</html>\n")
    return PlainPage(id: id, title: title.plainText, html: html.bytes)
  }

  /// A text with its terms and notes in an element that says its language: systems drop what stands
  /// outside the body.
  private func fragment(
    _ id: String, _ language: Language, explainsTerms: Bool = true,
    _ body: (inout HTMLBuffer, PageScope) -> Void
  ) -> [UInt8] {
    let scope = writer.scope(page: id, language: language)
    var html = HTMLBuffer(capacity: 8_000)
    html.open("div", .value("lang", language.tag), .value("dir", language.direction.rawValue))
    html.raw("\n")
    body(&html, scope)
    let explained = explainsTerms ? html.definitions(scope, after: 0) : 0
    html.footnotes(scope)
    // A note may use a word that the text doesn't.
    if explainsTerms { _ = html.definitions(scope, after: explained) }
    html.raw("</div>\n")
    return html.bytes
  }

  /// Enough to read a page outside of a system; inside, the system's own styles hold.
  private static let styles: StaticString = """
    body { font-family: sans-serif; line-height: 1.5; margin: 1rem auto; max-width: 45rem; padding: 0 1rem; }
    img { height: auto; max-width: 100%; }
    table { border-collapse: collapse; }
    td, th { border: 1px solid; padding: .25rem .5rem; text-align: start; vertical-align: top; }
    .callout, .node, .question { border: 1px solid; margin: 1rem 0; padding: 0 1rem; }

    """
}

extension HTMLBuffer {
  /// The terms that a page links to, from a position in their list on, and those they link to.
  /// - Returns: how many are explained now.
  fileprivate mutating func definitions(_ scope: PageScope, after first: Int) -> Int {
    var index = first
    guard scope.linkedTerms.ids.count > first else { return first }
    own(scope) { $0.element("h2", text: scope.texts.page.frame.glossary) }
    while index < scope.linkedTerms.ids.count {
      if let term = scope.index.term(scope.linkedTerms.ids[index]) { plainEntry(term, scope) }
      index += 1
    }
    return index
  }

  /// A term and what it means.
  fileprivate mutating func plainEntry(_ term: Term, _ scope: PageScope) {
    let inner = scope.within(term.language)
    open(
      "div", .classes("entry"), .id("term_\(term.id)"),
      .language(term.language, in: scope.language), .direction(term.language, in: scope.language))
    element("h3", prose: term.name, inner)
    BlockWriter.write(term.definition, inner, into: &self)
    raw("</div>\n")
  }

  /// What to read by result.
  fileprivate mutating func advice(of quiz: Quiz, _ scope: PageScope) {
    guard !quiz.advice.isEmpty else { return }
    raw("<ul>\n")
    for advice in quiz.advice {
      raw("<li>")
      let ends = [advice.percents.lowerBound, advice.percents.upperBound]
      let texts = scope.texts
      let range = ends.map {
        texts.script.progress.percent.filling("percent", $0, texts.numbers)
      }
      element("p", text: range.joined(separator: " – "))
      BlockWriter.write(advice.blocks, scope, into: &self)
      raw("</li>\n")
    }
    raw("</ul>\n")
  }

  /// A title that is a link where there is somewhere to go.
  mutating func plainLink(
    _ text: String, _ language: Language, to address: String?, _ scope: PageScope
  ) {
    if let address {
      element(
        "a", .href(address), .language(language, in: scope.edition.language),
        .direction(language, in: scope.edition.language), text: text)
    } else {
      element(
        "span", .language(language, in: scope.edition.language),
        .direction(language, in: scope.edition.language), text: text)
    }
  }
}
