package import MarkupTree

/// Writes arena nodes as HTML into one byte buffer: a loop over the nodes that closes what ends
/// before the next one, so nesting costs neither memory nor call depth.
package struct MarkupWriter<Policy: MarkupPolicy> {
  /// What is written. Handed from call to call, where a property would be copied.
  private struct Input {
    let markup: Markup
    let policy: Policy
  }

  /// The innermost container whose end tag is still to come; -1 for none.
  private var container: Markup.NodeID = -1
  /// The image whose alternative text is being written; everything inside it loses its marks.
  private var image: Markup.NodeID?
  private var footnotes = 0
  private var returnedFootnotes = 0
  private var inTableHeader = false
  private var inTableBody = false

  private init() {}

  /// Writes nodes to the end of a buffer.
  /// - Parameters:
  ///   - markup: The document.
  ///   - nodes: Whole subtrees that follow each other: `markup.subtree(id)`, a run of siblings, or
  ///     all of `markup.nodes.indices`.
  ///   - policy: What differs from plain cmark-gfm.
  ///   - out: Where the HTML goes.
  package static func write(
    _ markup: Markup, nodes: Range<Markup.NodeID>, policy: Policy, into out: inout ByteBuffer
  ) {
    var writer = MarkupWriter()
    writer.run(
      nodes.clamped(to: 0..<markup.nodes.count), of: Input(markup: markup, policy: policy), &out)
  }

  private mutating func run(
    _ nodes: Range<Markup.NodeID>, of input: Input, _ out: inout ByteBuffer
  ) {
    var id = nodes.lowerBound
    while id < nodes.upperBound {
      closeContainers(endingBefore: id, in: nodes, of: input, &out)
      let end = max(id + 1, Int(input.markup.nodes[id].end))
      if image == nil, input.policy.writeInstead(id, of: input.markup, into: &out) {
        id = end
        continue
      }
      enter(id, of: input, &out)
      if end > id + 1 {
        container = id
      } else {
        close(id, of: input, &out)
      }
      id += 1
    }
    closeContainers(endingBefore: .max, in: nodes, of: input, &out)
    if footnotes > 0 { input.policy.closeFootnotes(into: &out) }
  }

  /// Writes the end tags that are due before a node.
  @inline(__always)
  private mutating func closeContainers(
    endingBefore id: Markup.NodeID, in nodes: Range<Markup.NodeID>, of input: Input,
    _ out: inout ByteBuffer
  ) {
    while container >= nodes.lowerBound, Int(input.markup.nodes[container].end) <= id {
      close(container, of: input, &out)
      // A parent stands before its children.
      container = min(Int(input.markup.nodes[container].parent), container - 1)
    }
  }

  /// Text inside an image's alternative text: literals escaped, breaks as spaces, no marks.
  private func writePlain(_ node: Markup.Node, of input: Input, _ out: inout ByteBuffer) {
    switch node.kind {
    case .text, .code, .htmlInline: escape(node.text, of: input, &out)
    case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
      .thematicBreak, .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .emphasis,
      .strong, .strikethrough, .link, .image, .footnoteReference:
      break
    }
  }

  private mutating func enter(_ id: Markup.NodeID, of input: Input, _ out: inout ByteBuffer) {
    let node = input.markup.nodes[id]
    if image != nil { return writePlain(node, of: input, &out) }
    switch node.kind {
    case .document: break
    case .paragraph: if !isTight(node, in: input.markup) { openBlock("<p>", &out) }
    case .heading:
      MarkupBytes.freshLine(&out)
      input.policy.openHeading(id, of: input.markup, into: &out)
    case .blockQuote: openBlock("<blockquote>\n", &out)
    case .list: enterList(node, of: input, &out)
    case .item:
      openBlock("<li>", &out)
      if node.flags.contains(.task) { input.policy.taskBox(id, of: input.markup, into: &out) }
    case .codeBlock: writeCodeBlock(node, of: input, &out)
    case .htmlBlock:
      MarkupBytes.freshLine(&out)
      input.policy.rawHTML(id, of: input.markup, into: &out)
      MarkupBytes.freshLine(&out)
    case .thematicBreak: openBlock("<hr />\n", &out)
    case .table, .tableHeader, .tableRow, .tableCell: enterTable(node, of: input, &out)
    case .footnoteDefinition:
      if footnotes == 0 { input.policy.openFootnotes(into: &out) }
      footnotes += 1
      input.policy.openFootnote(id, of: input.markup, into: &out)
    case .text: escape(node.text, of: input, &out)
    case .softBreak: out.append(UInt8(ascii: "\n"))
    case .lineBreak: MarkupBytes.put("<br />\n", &out)
    case .code:
      MarkupBytes.put("<code>", &out)
      escape(node.text, of: input, &out)
      MarkupBytes.put("</code>", &out)
    case .htmlInline: input.policy.rawHTML(id, of: input.markup, into: &out)
    case .emphasis: MarkupBytes.put("<em>", &out)
    case .strong: MarkupBytes.put("<strong>", &out)
    case .strikethrough: MarkupBytes.put("<del>", &out)
    case .link: input.policy.openLink(id, of: input.markup, into: &out)
    case .image:
      input.policy.openImage(id, of: input.markup, into: &out)
      image = id
    case .footnoteReference: input.policy.footnoteReference(id, of: input.markup, into: &out)
    }
  }

  private mutating func close(_ id: Markup.NodeID, of input: Input, _ out: inout ByteBuffer) {
    if let current = image {
      guard current == id else { return }
      image = nil
    }
    let node = input.markup.nodes[id]
    switch node.kind {
    case .paragraph: closeParagraph(node, of: input, &out)
    case .heading:
      input.policy.closeHeading(id, of: input.markup, into: &out)
      out.append(UInt8(ascii: "\n"))
    case .blockQuote: openBlock("</blockquote>\n", &out)
    case .list:
      if node.flags.contains(.ordered) {
        MarkupBytes.put("</ol>\n", &out)
      } else {
        MarkupBytes.put("</ul>\n", &out)
      }
    case .item: MarkupBytes.put("</li>\n", &out)
    case .table, .tableHeader, .tableRow, .tableCell: closeTable(node, of: input, &out)
    case .footnoteDefinition:
      if putFootnoteReturn(id, of: input, &out) { out.append(UInt8(ascii: "\n")) }
      input.policy.closeFootnote(id, of: input.markup, into: &out)
    case .emphasis: MarkupBytes.put("</em>", &out)
    case .strong: MarkupBytes.put("</strong>", &out)
    case .strikethrough: MarkupBytes.put("</del>", &out)
    case .link: input.policy.closeLink(id, of: input.markup, into: &out)
    case .image: input.policy.closeImage(id, of: input.markup, into: &out)
    case .document, .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code,
      .htmlInline, .footnoteReference:
      break
    }
  }
}

extension MarkupWriter {
  /// A tag on a line of its own.
  @inline(__always)
  private func openBlock(_ tag: StaticString, _ out: inout ByteBuffer) {
    MarkupBytes.freshLine(&out)
    MarkupBytes.put(tag, &out)
  }

  @inline(__always)
  private func escape(_ span: Markup.Span, of input: Input, _ out: inout ByteBuffer) {
    guard span.range.upperBound <= input.markup.bytes.count else { return }
    input.markup.bytes.withUnsafeBufferPointer {
      MarkupBytes.escape(UnsafeBufferPointer(rebasing: $0[span.range]), into: &out)
    }
  }

  /// Whether a paragraph stands in an item of a list without blank lines, which shows no `<p>`.
  private func isTight(_ node: Markup.Node, in markup: Markup) -> Bool {
    guard node.parent >= 0 else { return false }
    let grandparent = Int(markup.nodes[Int(node.parent)].parent)
    guard grandparent >= 0 else { return false }
    let list = markup.nodes[grandparent]
    return list.kind == .list && list.flags.contains(.tight)
  }

  private mutating func closeParagraph(
    _ node: Markup.Node, of input: Input, _ out: inout ByteBuffer
  ) {
    if isTight(node, in: input.markup) { return }
    let parent = Int(node.parent)
    if parent >= 0, input.markup.nodes[parent].kind == .footnoteDefinition,
      node.end == input.markup.nodes[parent].end
    {
      // The space is cmark's, and stands even where the way back was written before.
      out.append(UInt8(ascii: " "))
      _ = putFootnoteReturn(parent, of: input, &out)
    }
    MarkupBytes.put("</p>\n", &out)
  }

  private mutating func enterList(_ node: Markup.Node, of input: Input, _ out: inout ByteBuffer) {
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

  private mutating func writeCodeBlock(
    _ node: Markup.Node, of input: Input, _ out: inout ByteBuffer
  ) {
    MarkupBytes.freshLine(&out)
    let info = input.markup.title(of: node)
    if info.isEmpty {
      MarkupBytes.put("<pre><code>", &out)
    } else {
      let language = input.markup.utf8(info).prefix { !($0 == 32 || ($0 >= 9 && $0 <= 13)) }
      MarkupBytes.put("<pre><code class=\"language-", &out)
      MarkupBytes.escape(language, into: &out)
      MarkupBytes.put("\">", &out)
    }
    escape(node.text, of: input, &out)
    MarkupBytes.put("</code></pre>\n", &out)
  }

  /// Writes the way back from a footnote, once per footnote.
  private mutating func putFootnoteReturn(
    _ definition: Markup.NodeID, of input: Input, _ out: inout ByteBuffer
  ) -> Bool {
    guard returnedFootnotes < footnotes else { return false }
    returnedFootnotes = footnotes
    input.policy.footnoteReturn(definition, of: input.markup, into: &out)
    return true
  }

  private mutating func enterTable(_ node: Markup.Node, of input: Input, _ out: inout ByteBuffer) {
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
      switch alignment(of: node, in: input.markup) {
      case .none: break
      case .left: MarkupBytes.put(" align=\"left\"", &out)
      case .center: MarkupBytes.put(" align=\"center\"", &out)
      case .right: MarkupBytes.put(" align=\"right\"", &out)
      }
      out.append(UInt8(ascii: ">"))
    }
  }

  private func alignment(of cell: Markup.Node, in markup: Markup) -> Markup.Alignment {
    let row = Int(cell.parent)
    guard row >= 0, markup.nodes[row].parent >= 0 else { return .none }
    let index = Int(markup.nodes[Int(markup.nodes[row].parent)].detail) + Int(cell.detail)
    return markup.alignments.indices.contains(index) ? markup.alignments[index] : .none
  }

  private mutating func closeTable(_ node: Markup.Node, of input: Input, _ out: inout ByteBuffer) {
    if node.kind == .table {
      if inTableBody { openBlock("</tbody>\n", &out) }
      inTableBody = false
      openBlock("</table>\n", &out)
    } else if node.kind == .tableHeader {
      openBlock("</tr>\n</thead>", &out)
      inTableHeader = false
    } else if node.kind == .tableRow {
      openBlock("</tr>", &out)
    } else if inTableHeader {
      MarkupBytes.put("</th>", &out)
    } else {
      MarkupBytes.put("</td>", &out)
    }
  }
}
