internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// A part of a file as it stands under a heading, before anybody knows what it means.
///
/// A class, since every piece of the file hands its heading on.
final class Heading: Sendable {
  /// The heading's node.
  let node: Markup.NodeID
  /// 1 to 6.
  let level: Int
  /// Its braces.
  let attributes: Attributes?
  /// Text and sub-headings under it, in order.
  let elements: [Element]
  /// Blocks directly under the heading, sub-headings left out.
  let blocks: [Markup.NodeID]
  /// Headings directly under this one.
  let headings: [Heading]
  /// The thematic break that ends it, when it is an activity and one does.
  let closingBreak: Markup.NodeID?

  init(
    node: Markup.NodeID, level: Int, attributes: Attributes?, elements: [Element],
    closingBreak: Markup.NodeID?
  ) {
    self.node = node
    self.level = level
    self.attributes = attributes
    self.elements = elements
    blocks = elements.blocks
    headings = elements.headings
    self.closingBreak = closingBreak
  }

  /// Something under a heading.
  enum Element: Sendable {
    /// A top-level block that is no heading.
    case block(Markup.NodeID)
    /// A heading of a deeper level, with what is under it.
    case heading(Heading)
  }

  /// The author's id.
  var id: Word? { attributes?.id }
}

extension [Heading.Element] {
  fileprivate var blocks: [Markup.NodeID] {
    compactMap { if case .block(let node) = $0 { node } else { nil } }
  }

  fileprivate var headings: [Heading] {
    compactMap { if case .heading(let heading) = $0 { heading } else { nil } }
  }
}

/// A file sorted by its headings.
final class Outline: Sendable {
  /// The parsed file.
  let document: MarkdownDocument
  /// What stands before the first heading, and the headings, nested by level.
  let elements: [Heading.Element]
  /// Headings of the top.
  let headings: [Heading]

  /// Blocks before the first heading.
  var preamble: [Markup.NodeID] { elements.blocks }

  /// Sorts a document by its headings.
  ///
  /// A thematic break ends an activity: what follows it belongs to the heading above.
  ///
  /// - Parameter endsAtBreak: whether a heading with these braces is an activity.
  init(_ document: MarkdownDocument, endsAtBreak: (Attributes?) -> Bool) {
    self.document = document
    let markup = document.markup
    var open: [Open] = []
    var top: [Heading.Element] = []

    func close() {
      guard let heading = open.popLast()?.heading else { return }
      if open.isEmpty {
        top.append(.heading(heading))
      } else {
        open[open.count - 1].elements.append(.heading(heading))
      }
    }

    for node in markup.children(of: Markup.root) {
      switch markup.nodes[node].kind {
      case .heading:
        let level = Int(markup.nodes[node].level)
        // A first-level heading is a slip (the title stands in the front matter): it must not swallow
        // the sections behind it.
        while let last = open.last, max(2, last.level) >= max(2, level) { close() }
        open.append(Open(node: node, level: level, attributes: document.attributes[node]))
      case .thematicBreak:
        if let last = open.last, endsAtBreak(last.attributes) {
          open[open.count - 1].closingBreak = node
          close()
        } else if open.isEmpty {
          top.append(.block(node))
        } else {
          open[open.count - 1].elements.append(.block(node))
        }
      case .footnoteDefinition:
        break  // Rendered with the section that refers to it.
      case .document, .paragraph, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .table,
        .tableHeader, .tableRow, .tableCell, .text, .softBreak, .lineBreak, .code, .htmlInline,
        .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference:
        if open.isEmpty {
          top.append(.block(node))
        } else {
          open[open.count - 1].elements.append(.block(node))
        }
      }
    }
    while !open.isEmpty { close() }
    elements = top
    headings = top.headings
  }

  /// A heading under which more may come.
  private struct Open {
    let node: Markup.NodeID
    let level: Int
    let attributes: Attributes?
    var elements: [Heading.Element] = []
    var closingBreak: Markup.NodeID?

    var heading: Heading {
      Heading(
        node: node, level: level, attributes: attributes, elements: elements,
        closingBreak: closingBreak)
    }
  }
}
