package import MarkupTree

/// What a course does differently from plain cmark-gfm when Markdown becomes HTML.
///
/// Every requirement has a default that equals cmark-gfm's own HTML, except raw HTML, which is
/// escaped so that the learner sees it as text. The writer is generic over the policy, so a default
/// costs nothing. Methods append UTF-8 to `out`.
package protocol MarkupPolicy {
  /// Writes a node and everything below it in its own way. Asked for every node.
  /// - Returns: true when it did; false to leave the node to the writer.
  func writeInstead(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) -> Bool

  /// Start tag of a heading: level, id, classes.
  func openHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)
  /// End tag of a heading, without the line break behind it.
  func closeHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)

  /// Start tag of a link.
  func openLink(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)
  /// End tag of a link.
  func closeLink(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)

  /// Start of an image up to and with `alt="`; the writer adds the escaped text.
  func openImage(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)
  /// End of an image from the `"` that closes its alternative text.
  func closeImage(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)

  /// An HTML block or inline HTML tag that the author typed.
  func rawHTML(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)

  /// Box of a task list item.
  func taskBox(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)

  /// A mark in the text that leads to a footnote.
  func footnoteReference(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)
  /// Before the first footnote of the written range.
  func openFootnotes(into out: inout ByteBuffer)
  /// Behind the last footnote of the written range.
  func closeFootnotes(into out: inout ByteBuffer)
  /// Start of one footnote.
  func openFootnote(_ definition: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)
  /// The ways back from a footnote to its references.
  func footnoteReturn(_ definition: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)
  /// End of one footnote.
  func closeFootnote(_ definition: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer)
}

extension MarkupPolicy {
  /// Leaves every node to the writer.
  package func writeInstead(
    _ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer
  ) -> Bool { false }

  /// `<h1>` to `<h6>`.
  package func openHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.put("<h", &out)
    out.append(UInt8(ascii: "0") + markup.nodes[id].level)
    out.append(UInt8(ascii: ">"))
  }

  /// `</h1>` to `</h6>`.
  package func closeHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.put("</h", &out)
    out.append(UInt8(ascii: "0") + markup.nodes[id].level)
    out.append(UInt8(ascii: ">"))
  }

  /// `<a href title>`; an unsafe address (`javascript:` and its like) becomes empty.
  package func openLink(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.openLink(markup.nodes[id], of: markup, allowingUnsafe: false, into: &out)
  }

  /// `</a>`.
  package func closeLink(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.put("</a>", &out)
  }

  /// `<img src alt="`; an unsafe address becomes empty.
  package func openImage(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.openImage(markup.nodes[id], of: markup, allowingUnsafe: false, into: &out)
  }

  /// `" title />`.
  package func closeImage(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.titleAttribute(markup.nodes[id], of: markup, into: &out)
    MarkupBytes.put("\" />", &out)
  }

  /// The author's tag as text.
  package func rawHTML(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.escape(markup.utf8(markup.nodes[id].text), into: &out)
  }

  /// A disabled check box.
  package func taskBox(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    if markup.nodes[id].flags.contains(.ticked) {
      MarkupBytes.put("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ", &out)
    } else {
      MarkupBytes.put("<input type=\"checkbox\" disabled=\"\" /> ", &out)
    }
  }
}

/// Plain cmark-gfm: what `cmark-gfm` itself would write for the same document.
package struct PlainMarkup: MarkupPolicy {
  /// Whether raw HTML and unsafe addresses pass, as with cmark's `--unsafe`.
  ///
  /// Otherwise a comment stands in the place of raw HTML, and the address is empty.
  package let allowsUnsafe: Bool

  /// Creates the policy.
  package init(allowsUnsafe: Bool = false) {
    self.allowsUnsafe = allowsUnsafe
  }

  /// `<a href title>`.
  package func openLink(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.openLink(markup.nodes[id], of: markup, allowingUnsafe: allowsUnsafe, into: &out)
  }

  /// `<img src alt="`.
  package func openImage(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    MarkupBytes.openImage(markup.nodes[id], of: markup, allowingUnsafe: allowsUnsafe, into: &out)
  }

  /// The author's tag as it is, or a comment.
  package func rawHTML(_ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer) {
    if allowsUnsafe {
      out.append(contentsOf: markup.utf8(markup.nodes[id].text))
    } else {
      MarkupBytes.put("<!-- raw HTML omitted -->", &out)
    }
  }
}
