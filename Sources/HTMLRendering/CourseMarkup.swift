internal import CourseModel
internal import MarkupTree

/// What a course page does differently from plain cmark-gfm: links go to places of the toolkit,
/// tables can be scrolled by keyboard, footnotes are gathered per page, raw HTML is shown as text.
struct CourseMarkup: MarkupPolicy {
  let scope: PageScope
  let text: ResolvedText
  /// False inside something that is a link itself.
  let allowsLinks: Bool

  /// How a link is written; nil when only its words are.
  private enum Link {
    case term(String, address: String)
    case source(address: String)
    case place(address: String)
    case outside(String)
    case download(address: String, name: String)
  }

  private func link(_ id: Markup.NodeID) -> Link? {
    guard allowsLinks, let reference = text.references[id] else { return nil }
    switch reference {
    case .glossary(let term):
      return scope.map.address(ofTerm: term, from: scope.page).map { .term(term, address: $0) }
    case .guidance(let source):
      return scope.map.address(ofSource: source, from: scope.page).map { .source(address: $0) }
    case .place(let anchor):
      return scope.map.address(of: anchor, from: scope.page).map { .place(address: $0) }
    case .external(let address):
      return OutsideAddress.isAllowed(address) ? .outside(address) : nil
    case .media(let path):
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return scope.media[path].map { .download(address: $0, name: name) }
    }
  }

  func openLink(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    let link = link(id)
    scope.beginLink(isWritten: link != nil)
    guard let link else { return }
    HTMLBuffer.write(into: &out) { html in
      switch link {
      case .term(let term, let address):
        scope.linkedTerms.add(term)
        html.open("a", .classes("term"), .href(address), .value("data-term", term))
      case .source(let address): html.open("a", .classes("source"), .href(address))
      case .place(let address): html.open("a", .href(address))
      case .outside(let address):
        html.open("a", .classes("outside"), .href(address), .value("rel", "noreferrer"))
      case .download(let address, let name):
        html.open("a", .href(address), .value("download", name))
      }
    }
  }

  func closeLink(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    if scope.endLink() { MarkupBytes.put("</a>", &out) }
  }

  private func image(_ id: Markup.NodeID) -> String? {
    guard case .media(let path) = text.references[id] else { return nil }
    return scope.media[path]
  }

  func openImage(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    guard let source = image(id) else {
      // Never fetched: its words stand in its place.
      return MarkupBytes.put("<span class=\"no-image\">", &out)
    }
    MarkupBytes.put("<img src=\"", &out)
    source.withBytes { MarkupBytes.escape($0, into: &out) }
    MarkupBytes.put("\" alt=\"", &out)
  }

  func closeImage(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    if image(id) == nil {
      MarkupBytes.put("</span>", &out)
    } else {
      MarkupBytes.put("\">", &out)
    }
  }

  /// A page's own heading is `h1`, so everything inside moves by one: Markdown level 3 is `h2`.
  static func level(_ markdown: Int) -> Int { min(6, max(2, markdown - 1)) }

  func openHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.put("<h", &out)
    MarkupBytes.decimal(Self.level(Int(markup.nodes[id].level)), into: &out)
    MarkupBytes.put(">", &out)
  }

  func closeHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.put("</h", &out)
    MarkupBytes.decimal(Self.level(Int(markup.nodes[id].level)), into: &out)
    MarkupBytes.put(">", &out)
  }

  func taskBox(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    if markup.nodes[id].flags.contains(.ticked) {
      MarkupBytes.put("<span class=\"box ticked\" aria-hidden=\"true\">☑</span> ", &out)
    } else {
      MarkupBytes.put("<span class=\"box\" aria-hidden=\"true\">☐</span> ", &out)
    }
  }

  func rawHTML(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    let isBlock = markup.nodes[id].kind == .htmlBlock
    if isBlock { MarkupBytes.put("<p>", &out) }
    MarkupBytes.escape(markup.utf8(markup.nodes[id].text), into: &out)
    if isBlock { MarkupBytes.put("</p>", &out) }
  }

  func writeInstead(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) -> Bool {
    switch markup.nodes[id].kind {
    case .footnoteDefinition:
      // Written at the end of the page that refers to it.
      return true
    case .table:
      writeTable(id, into: &out)
      return true
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
      .thematicBreak, .tableHeader, .tableRow, .tableCell, .text, .softBreak, .lineBreak, .code,
      .htmlInline, .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference:
      return false
    }
  }

  func footnoteReference(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    let index = Int(markup.nodes[id].detail)
    guard allowsLinks, markup.footnoteReferences.indices.contains(index) else { return }
    let target = markup.footnoteReferences[index].definition
    let (number, occurrence) = scope.footnotes.refer(to: target, in: text)
    HTMLBuffer.write(into: &out) { html in
      html.raw("<sup>")
      html.element(
        "a", .id("fnref_\(scope.page)_\(number)_\(occurrence)"),
        .href("#fn_\(scope.page)_\(number)"), .value("role", "doc-noteref"),
        text: String(number))
      html.raw("</sup>")
    }
  }
}

extension CourseMarkup {
  /// A table in a frame that can be scrolled sideways, also by keyboard.
  ///
  /// Cells hold only inline nodes, so the call back into the writer is one level deep.
  private func writeTable(_ table: Markup.NodeID, into out: inout ByteBuffer) {
    let markup = text.markup
    let name = scope.texts.page.reference.table.filling(
      "number", scope.counters.number("table"), scope.texts.numbers)
    HTMLBuffer.write(into: &out) { html in
      html.open(
        "div", .classes("table-scroll"), .value("role", "group"), .number("tabindex", 0),
        .label(name))
      html.raw("<table>")
      var inBody = false
      for row in markup.children(of: table) {
        let isHeader = markup.nodes[row].kind == .tableHeader
        if isHeader {
          html.raw("<thead>")
        } else if !inBody {
          html.raw("<tbody>")
          inBody = true
        }
        writeRow(row, isHeader: isHeader, of: table, into: &html)
        if isHeader { html.raw("</thead>\n") }
      }
      html.raw(inBody ? "</tbody></table></div>\n" : "</table></div>\n")
    }
  }

  private func writeRow(
    _ row: Markup.NodeID, isHeader: Bool, of table: Markup.NodeID, into html: inout HTMLBuffer
  ) {
    let markup = text.markup
    html.raw("<tr>")
    for cell in markup.children(of: row) {
      let index = Int(markup.nodes[table].detail) + Int(markup.nodes[cell].detail)
      let alignment = markup.alignments.indices.contains(index) ? markup.alignments[index] : .none
      if isHeader {
        html.open("th", .value("scope", "col"), Self.alignment(alignment))
      } else {
        html.open("td", Self.alignment(alignment))
      }
      html.write {
        MarkupWriter.write(
          markup, nodes: cell + 1..<Int(markup.nodes[cell].end), policy: self, into: &$0)
      }
      html.close(isHeader ? "th" : "td")
    }
    html.raw("</tr>\n")
  }

  /// The class of a column: a policy against inline styles rules out the rest.
  private static func alignment(_ alignment: Markup.Alignment) -> HTMLAttribute? {
    switch alignment {
    case .none, .left: nil
    case .center: .classes("centre")
    case .right: .classes("end")
    }
  }
}

/// Which addresses outside the toolkit a link may lead to.
enum OutsideAddress {
  /// `https:`, `http:`, `mailto:` and `tel:`; nothing that runs or reads.
  static func isAllowed(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return ["https:", "http:", "mailto:", "tel:"].contains { start.hasPrefix($0) }
  }
}
