public import MarkupTree

/// Writes arena nodes as HTML into one byte buffer: a loop over the nodes with a stack of those
/// still open, so nesting costs memory but never call depth.
public struct MarkupWriter<Policy: MarkupPolicy> {
  /// What is written. In an object, so that no call copies it.
  private final class Input {
    let markup: Markup
    let policy: Policy

    init(markup: Markup, policy: Policy) {
      self.markup = markup
      self.policy = policy
    }
  }

  private let input: Input
  private var out: [UInt8]
  /// Containers whose end tag is still to come.
  private var open: [Markup.NodeID] = []
  /// The image whose alternative text is being written; everything inside it loses its marks.
  private var image: Markup.NodeID?
  private var footnotes = 0
  private var returnedFootnotes = 0
  private var inTableHeader = false
  private var inTableBody = false

  private init(markup: Markup, policy: Policy, out: [UInt8]) {
    input = Input(markup: markup, policy: policy)
    self.out = out
  }

  @inline(__always)
  private var markup: Markup { input.markup }
  @inline(__always)
  private var policy: Policy { input.policy }

  /// Writes nodes to the end of a buffer.
  /// - Parameters:
  ///   - markup: The document.
  ///   - nodes: Whole subtrees that follow each other: `markup.subtree(id)`, a run of siblings, or
  ///     all of `markup.nodes.indices`.
  ///   - policy: What differs from plain cmark-gfm.
  ///   - out: Where the HTML goes.
  public static func write(
    _ markup: Markup, nodes: Range<Markup.NodeID>, policy: Policy, into out: inout [UInt8]
  ) {
    var buffer: [UInt8] = []
    swap(&buffer, &out)
    var writer = MarkupWriter(markup: markup, policy: policy, out: buffer)
    buffer = []
    writer.run(nodes.clamped(to: 0..<markup.nodes.count))
    swap(&writer.out, &out)
  }

  private mutating func run(_ nodes: Range<Markup.NodeID>) {
    var id = nodes.lowerBound
    while id < nodes.upperBound {
      while let last = open.last, Int(markup.nodes[last].end) <= id {
        open.removeLast()
        close(last)
      }
      let end = max(id + 1, Int(markup.nodes[id].end))
      if image == nil, policy.writeInstead(id, of: markup, into: &out) {
        id = end
        continue
      }
      enter(id)
      if end > id + 1 {
        open.append(id)
      } else {
        close(id)
      }
      id += 1
    }
    while let last = open.popLast() { close(last) }
    if footnotes > 0 { policy.closeFootnotes(into: &out) }
  }

  /// Text inside an image's alternative text: literals escaped, breaks as spaces, no marks.
  private mutating func writePlain(_ node: Markup.Node) {
    switch node.kind {
    case .text, .code, .htmlInline: escape(node.text)
    case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
      .thematicBreak, .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .emphasis,
      .strong, .strikethrough, .link, .image, .footnoteReference:
      break
    }
  }

  private mutating func enter(_ id: Markup.NodeID) {
    let node = markup.nodes[id]
    if image != nil { return writePlain(node) }
    switch node.kind {
    case .document: break
    case .paragraph: if !isTight(node) { openBlock("<p>") }
    case .heading:
      MarkupBytes.freshLine(&out)
      policy.openHeading(id, of: markup, into: &out)
    case .blockQuote: openBlock("<blockquote>\n")
    case .list: enterList(node)
    case .item:
      openBlock("<li>")
      if node.flags.contains(.task) { policy.taskBox(id, of: markup, into: &out) }
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock:
      MarkupBytes.freshLine(&out)
      policy.rawHTML(id, of: markup, into: &out)
      MarkupBytes.freshLine(&out)
    case .thematicBreak: openBlock("<hr />\n")
    case .table, .tableHeader, .tableRow, .tableCell: enterTable(node)
    case .footnoteDefinition:
      if footnotes == 0 { policy.openFootnotes(into: &out) }
      footnotes += 1
      policy.openFootnote(id, of: markup, into: &out)
    case .text: escape(node.text)
    case .softBreak: out.append(UInt8(ascii: "\n"))
    case .lineBreak: MarkupBytes.put("<br />\n", &out)
    case .code:
      MarkupBytes.put("<code>", &out)
      escape(node.text)
      MarkupBytes.put("</code>", &out)
    case .htmlInline: policy.rawHTML(id, of: markup, into: &out)
    case .emphasis: MarkupBytes.put("<em>", &out)
    case .strong: MarkupBytes.put("<strong>", &out)
    case .strikethrough: MarkupBytes.put("<del>", &out)
    case .link: policy.openLink(id, of: markup, into: &out)
    case .image:
      policy.openImage(id, of: markup, into: &out)
      image = id
    case .footnoteReference: policy.footnoteReference(id, of: markup, into: &out)
    }
  }

  private mutating func close(_ id: Markup.NodeID) {
    if let current = image {
      guard current == id else { return }
      image = nil
    }
    let node = markup.nodes[id]
    switch node.kind {
    case .paragraph: closeParagraph(id, node)
    case .heading:
      policy.closeHeading(id, of: markup, into: &out)
      out.append(UInt8(ascii: "\n"))
    case .blockQuote: openBlock("</blockquote>\n")
    case .list:
      if node.flags.contains(.ordered) {
        MarkupBytes.put("</ol>\n", &out)
      } else {
        MarkupBytes.put("</ul>\n", &out)
      }
    case .item: MarkupBytes.put("</li>\n", &out)
    case .table, .tableHeader, .tableRow, .tableCell: closeTable(node)
    case .footnoteDefinition:
      if putFootnoteReturn(id) { out.append(UInt8(ascii: "\n")) }
      policy.closeFootnote(id, of: markup, into: &out)
    case .emphasis: MarkupBytes.put("</em>", &out)
    case .strong: MarkupBytes.put("</strong>", &out)
    case .strikethrough: MarkupBytes.put("</del>", &out)
    case .link: policy.closeLink(id, of: markup, into: &out)
    case .image: policy.closeImage(id, of: markup, into: &out)
    case .document, .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code,
      .htmlInline, .footnoteReference:
      break
    }
  }
}

extension MarkupWriter {
  /// A tag on a line of its own.
  @inline(__always)
  private mutating func openBlock(_ tag: StaticString) {
    MarkupBytes.freshLine(&out)
    MarkupBytes.put(tag, &out)
  }

  @inline(__always)
  private mutating func escape(_ span: Markup.Span) {
    MarkupBytes.escape(markup.utf8(span), into: &out)
  }

  /// Whether a paragraph stands in an item of a list without blank lines, which shows no `<p>`.
  private func isTight(_ node: Markup.Node) -> Bool {
    guard node.parent >= 0 else { return false }
    let grandparent = Int(markup.nodes[Int(node.parent)].parent)
    guard grandparent >= 0 else { return false }
    let list = markup.nodes[grandparent]
    return list.kind == .list && list.flags.contains(.tight)
  }

  private mutating func closeParagraph(_ id: Markup.NodeID, _ node: Markup.Node) {
    if isTight(node) { return }
    let parent = Int(node.parent)
    if parent >= 0, markup.nodes[parent].kind == .footnoteDefinition,
      node.end == markup.nodes[parent].end
    {
      // The space is cmark's, and stands even where the way back was written before.
      out.append(UInt8(ascii: " "))
      _ = putFootnoteReturn(parent)
    }
    MarkupBytes.put("</p>\n", &out)
  }

  private mutating func enterList(_ node: Markup.Node) {
    MarkupBytes.freshLine(&out)
    if !node.flags.contains(.ordered) {
      MarkupBytes.put("<ul>\n", &out)
    } else if node.detail == 1 {
      MarkupBytes.put("<ol>\n", &out)
    } else {
      MarkupBytes.put("<ol start=\"", &out)
      MarkupBytes.decimal(Int(node.detail), into: &out)
      MarkupBytes.put("\">\n", &out)
    }
  }

  private mutating func writeCodeBlock(_ node: Markup.Node) {
    MarkupBytes.freshLine(&out)
    if node.title.isEmpty {
      MarkupBytes.put("<pre><code>", &out)
    } else {
      let info = markup.utf8(node.title)
      let language = info.prefix { !($0 == 32 || ($0 >= 9 && $0 <= 13)) }
      MarkupBytes.put("<pre><code class=\"language-", &out)
      MarkupBytes.escape(language, into: &out)
      MarkupBytes.put("\">", &out)
    }
    escape(node.text)
    MarkupBytes.put("</code></pre>\n", &out)
  }

  /// Writes the way back from a footnote, once per footnote.
  private mutating func putFootnoteReturn(_ definition: Markup.NodeID) -> Bool {
    guard returnedFootnotes < footnotes else { return false }
    returnedFootnotes = footnotes
    policy.footnoteReturn(definition, of: markup, into: &out)
    return true
  }

  private mutating func enterTable(_ node: Markup.Node) {
    MarkupBytes.freshLine(&out)
    if node.kind == .table {
      MarkupBytes.put("<table>", &out)
      inTableBody = false
    } else if node.kind == .tableHeader {
      inTableHeader = true
      MarkupBytes.put("<thead>\n<tr>", &out)
    } else if node.kind == .tableRow {
      if !inTableBody { MarkupBytes.put("<tbody>\n", &out) }
      inTableBody = true
      MarkupBytes.put("<tr>", &out)
    } else {
      if inTableHeader {
        MarkupBytes.put("<th", &out)
      } else {
        MarkupBytes.put("<td", &out)
      }
      switch alignment(of: node) {
      case .none: break
      case .left: MarkupBytes.put(" align=\"left\"", &out)
      case .center: MarkupBytes.put(" align=\"center\"", &out)
      case .right: MarkupBytes.put(" align=\"right\"", &out)
      }
      out.append(UInt8(ascii: ">"))
    }
  }

  private func alignment(of cell: Markup.Node) -> Markup.Alignment {
    let row = Int(cell.parent)
    guard row >= 0, markup.nodes[row].parent >= 0 else { return .none }
    let index = Int(markup.nodes[Int(markup.nodes[row].parent)].detail) + Int(cell.detail)
    return markup.alignments.indices.contains(index) ? markup.alignments[index] : .none
  }

  private mutating func closeTable(_ node: Markup.Node) {
    if node.kind == .table {
      if inTableBody { openBlock("</tbody>\n") }
      inTableBody = false
      openBlock("</table>\n")
    } else if node.kind == .tableHeader {
      openBlock("</tr>\n</thead>")
      inTableHeader = false
    } else if node.kind == .tableRow {
      openBlock("</tr>")
    } else if inTableHeader {
      MarkupBytes.put("</th>", &out)
    } else {
      MarkupBytes.put("</td>", &out)
    }
  }
}
