public import Diagnostics
public import MarkupTree

/// One Markdown file, parsed: what CommonMark and GitHub know as a tree of nodes, and what Amparo
/// adds beside it.
public struct MarkdownDocument: Sendable {
  /// The file.
  public let source: SourceFile
  /// The nodes.
  ///
  /// `Node.source` holds byte offsets into `source.bytes`.
  public let markup: Markup
  /// The keys before the text; nil when there are none.
  public let frontMatter: FrontMatter?
  /// Braces behind headings and list items, by node.
  ///
  /// Braces of alerts are in `alerts`.
  public let attributes: [Markup.NodeID: Attributes]
  /// Quotes that are alerts, by node.
  ///
  /// Their marker line isn't part of the tree.
  public let alerts: [Markup.NodeID: AlertMark]
  /// What was put right in markers without a word, in the order of the file, without overlaps.
  ///
  /// The document reads the same when the file is changed so.
  public let corrections: [TextEdit]

  /// Creates a document.
  package init(
    source: SourceFile, markup: Markup = Markup(), frontMatter: FrontMatter? = nil,
    attributes: [Markup.NodeID: Attributes] = [:], alerts: [Markup.NodeID: AlertMark] = [:],
    corrections: [TextEdit] = []
  ) {
    self.source = source
    self.markup = markup
    self.frontMatter = frontMatter
    self.attributes = attributes
    self.alerts = alerts
    self.corrections = corrections
  }

  /// Where a node stands in the file.
  public func range(of id: Markup.NodeID) -> SourceRange {
    guard markup.nodes.indices.contains(id) else { return SourceRange(0, 0) }
    let span = markup.nodes[id].source.range
    return SourceRange(span.lowerBound, span.upperBound)
  }

  /// The document without some nodes and what is in them.
  ///
  /// Places in the file stay what they are.
  public func removing(_ nodes: Set<Markup.NodeID>) -> MarkdownDocument {
    let (markup, places) = markup.removing(nodes)
    func moved<Value>(_ table: [Markup.NodeID: Value]) -> [Markup.NodeID: Value] {
      table.reduce(into: [:]) { moved, entry in
        if let place = places[entry.key] { moved[place] = entry.value }
      }
    }
    return MarkdownDocument(
      source: source, markup: markup, frontMatter: frontMatter, attributes: moved(attributes),
      alerts: moved(alerts), corrections: corrections)
  }
}
