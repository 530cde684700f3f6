internal import CourseModel
internal import MarkupTree

extension HTMLBuffer {
  /// Appends text with its paragraphs, lists and tables.
  mutating func prose(_ prose: Prose, _ scope: PageScope) {
    let policy = CourseMarkup(scope: scope, text: prose.text, allowsLinks: true)
    write { MarkupWriter.write(prose.text.markup, nodes: prose.nodes, policy: policy, into: &$0) }
  }

  /// Appends text for a place that may hold no blocks: a heading, an option, a link.
  ///
  /// Blocks lose their frame and keep their words, with a space between them.
  mutating func inline(_ prose: Prose, _ scope: PageScope, allowsLinks: Bool = true) {
    let markup = prose.text.markup
    let policy = CourseMarkup(scope: scope, text: prose.text, allowsLinks: allowsLinks)
    var id = prose.nodes.lowerBound
    var isFirst = true
    while id < prose.nodes.upperBound {
      switch markup.nodes[id].kind {
      case .document, .paragraph, .heading, .blockQuote, .list, .item, .table, .tableHeader,
        .tableRow, .tableCell, .thematicBreak:
        // Its words follow as the next nodes.
        if !isFirst, out.last != UInt8(ascii: " ") { raw(" ") }
        id += 1
      case .footnoteDefinition:
        id = max(id + 1, Int(markup.nodes[id].end))
      case .codeBlock, .htmlBlock:
        text(markup.string(markup.nodes[id].text))
        isFirst = false
        id += 1
      case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough,
        .link, .image, .footnoteReference:
        // All that stand next to each other go to one writer.
        var end = id
        repeat {
          end = min(max(end + 1, Int(markup.nodes[end].end)), prose.nodes.upperBound)
        } while end < prose.nodes.upperBound && markup.nodes[end].kind.isInline
        write { MarkupWriter.write(markup, nodes: id..<end, policy: policy, into: &$0) }
        isFirst = false
        id = end
      }
    }
  }

  /// Appends an element that holds inline text.
  @inline(__always)  // So that the list of attributes needs no memory of its own.
  mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute?..., prose: Prose, _ scope: PageScope
  ) {
    raw("<")
    raw(name)
    for case .some(let attribute) in attributes { add(attribute) }
    raw(">")
    inline(prose, scope)
    close(name)
  }

  /// Appends the footnotes that the page has referred to so far, and those they refer to.
  mutating func footnotes(_ scope: PageScope) {
    guard !scope.footnotes.entries.isEmpty else { return }
    let texts = scope.texts
    raw("<div class=\"footnotes\">\n")
    element(
      "h2", .language(scope.edition.language, in: scope.language),
      .direction(scope.edition.language, in: scope.language), text: texts.page.reference.notes)
    raw("<ol>\n")
    var index = 0
    // A footnote may refer to another one, which then joins the list while it is written.
    while index < scope.footnotes.entries.count {
      let entry = scope.footnotes.entries[index]
      index += 1
      open("li", .id("fn_\(scope.page)_\(index)"))
      let policy = CourseMarkup(scope: scope, text: entry.text, allowsLinks: true)
      let nodes = entry.definition + 1..<Int(entry.text.markup.nodes[entry.definition].end)
      write { MarkupWriter.write(entry.text.markup, nodes: nodes, policy: policy, into: &$0) }
      let references = scope.footnotes.entries[index - 1].references
      for occurrence in 1...max(1, references) {
        let label =
          references == 1
          ? texts.page.reference.backToText
          : texts.page.reference.backToReference.filling("number", occurrence, scope.texts.numbers)
        element(
          "a", .classes("note-return"), .href("#fnref_\(scope.page)_\(index)_\(occurrence)"),
          .value("role", "doc-backlink"), .label(label), text: "↩")
      }
      raw("</li>\n")
    }
    raw("</ol></div>\n")
  }
}

extension Markup.Kind {
  /// Whether it stands inside a line of text.
  fileprivate var isInline: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough,
      .link, .image, .footnoteReference:
      true
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
      .thematicBreak, .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition:
      false
    }
  }
}
