public import MarkupTree

/// What a course does differently from plain cmark-gfm when Markdown becomes HTML.
///
/// Every requirement has a default that equals cmark-gfm's own HTML, except raw HTML, which is
/// escaped so that the learner sees it as text. The writer is generic over the policy, so a default
/// costs nothing. Methods append UTF-8 to `out`.
public protocol MarkupPolicy {
  /// Writes a node and everything below it in its own way. Asked for every node.
  /// - Returns: true when it did; false to leave the node to the writer.
  func writeInstead(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) -> Bool

  /// Start tag of a heading: level, id, classes.
  func openHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8])
  /// End tag of a heading, without the line break behind it.
  func closeHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8])

  /// Start tag of a link.
  func openLink(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8])
  /// End tag of a link.
  func closeLink(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8])

  /// Start of an image up to and with `alt="`; the writer adds the escaped text.
  func openImage(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8])
  /// End of an image from the `"` that closes its alternative text.
  func closeImage(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8])

  /// An HTML block or inline HTML tag that the author typed.
  func rawHTML(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8])

  /// Box of a task list item.
  func taskBox(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8])

  /// A mark in the text that leads to a footnote.
  func footnoteReference(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8])
  /// Before the first footnote of the written range.
  func openFootnotes(into out: inout [UInt8])
  /// Behind the last footnote of the written range.
  func closeFootnotes(into out: inout [UInt8])
  /// Start of one footnote.
  func openFootnote(_ definition: Markup.NodeID, of markup: Markup, into out: inout [UInt8])
  /// The ways back from a footnote to its references.
  func footnoteReturn(_ definition: Markup.NodeID, of markup: Markup, into out: inout [UInt8])
  /// End of one footnote.
  func closeFootnote(_ definition: Markup.NodeID, of markup: Markup, into out: inout [UInt8])
}

extension MarkupPolicy {
  /// Leaves every node to the writer.
  @inlinable public func writeInstead(
    _ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]
  ) -> Bool { false }

  /// `<h1>` to `<h6>`.
  public func openHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    MarkupBytes.put("<h", &out)
    out.append(UInt8(ascii: "0") + markup.nodes[id].level)
    out.append(UInt8(ascii: ">"))
  }

  /// `</h1>` to `</h6>`.
  public func closeHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    MarkupBytes.put("</h", &out)
    out.append(UInt8(ascii: "0") + markup.nodes[id].level)
    out.append(UInt8(ascii: ">"))
  }

  /// `<a href title>`; an unsafe address (`javascript:` and its like) becomes empty.
  public func openLink(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    MarkupBytes.openLink(markup.nodes[id], of: markup, allowingUnsafe: false, into: &out)
  }

  /// `</a>`.
  public func closeLink(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    MarkupBytes.put("</a>", &out)
  }

  /// `<img src alt="`; an unsafe address becomes empty.
  public func openImage(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    MarkupBytes.openImage(markup.nodes[id], of: markup, allowingUnsafe: false, into: &out)
  }

  /// `" title />`.
  public func closeImage(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    MarkupBytes.titleAttribute(markup.nodes[id], of: markup, into: &out)
    MarkupBytes.put("\" />", &out)
  }

  /// The author's tag as text.
  public func rawHTML(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    MarkupBytes.escape(markup.utf8(markup.nodes[id].text), into: &out)
  }

  /// A disabled check box.
  public func taskBox(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    if markup.nodes[id].flags.contains(.ticked) {
      MarkupBytes.put("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ", &out)
    } else {
      MarkupBytes.put("<input type=\"checkbox\" disabled=\"\" /> ", &out)
    }
  }
}

/// Plain cmark-gfm: what `cmark-gfm` itself would write for the same document.
public struct PlainMarkup: MarkupPolicy {
  /// Whether raw HTML and unsafe addresses pass, as with cmark's `--unsafe`.
  ///
  /// Otherwise a comment stands in the place of raw HTML, and the address is empty.
  public let allowsUnsafe: Bool

  /// Creates the policy.
  public init(allowsUnsafe: Bool = false) {
    self.allowsUnsafe = allowsUnsafe
  }

  /// `<a href title>`.
  public func openLink(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    MarkupBytes.openLink(markup.nodes[id], of: markup, allowingUnsafe: allowsUnsafe, into: &out)
  }

  /// `<img src alt="`.
  public func openImage(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    MarkupBytes.openImage(markup.nodes[id], of: markup, allowingUnsafe: allowsUnsafe, into: &out)
  }

  /// The author's tag as it is, or a comment.
  public func rawHTML(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    if allowsUnsafe {
      out.append(contentsOf: markup.utf8(markup.nodes[id].text))
    } else {
      MarkupBytes.put("<!-- raw HTML omitted -->", &out)
    }
  }
}
