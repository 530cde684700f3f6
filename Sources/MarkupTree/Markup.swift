/// A Markdown document as one flat array of nodes in document order and one UTF-8 buffer.
///
/// Nodes stand in pre-order: a node's first child, if it has any, is the next node, and
/// `end` is the index behind its last descendant. So a walk is a loop over an array, a subtree is a
/// range of indices, and no walk can overflow the stack however deep the nesting is.
public struct Markup: Sendable {
  /// Index of a node in `nodes`.
  public typealias NodeID = Int

  /// All nodes in document order; the first is the document itself.
  public var nodes: [Node]

  /// The text of all nodes, UTF-8, unescaped.
  ///
  /// Nodes hold ranges into it.
  public var bytes: [UInt8]

  /// Titles of links and images and info strings of code blocks, as far as there are any: few, so
  /// nodes hold their numbers. `Node.detail` is such a number, from 1; 0 for none.
  public var titles: [Span]

  /// Column alignments of all tables, one after the other; `Node.detail` of a table is its first.
  public var alignments: [Alignment]

  /// All footnote definitions in document order; `Node.detail` of a definition is its number, so
  /// number n stands at n - 1.
  public var footnotes: [Footnote]

  /// All footnote references in document order; `Node.detail` of a reference is its index here.
  public var footnoteReferences: [FootnoteReference]

  /// Creates an empty document: one document node without children.
  public init() {
    nodes = [Node(kind: .document, end: 1, parent: -1)]
    bytes = []
    titles = []
    alignments = []
    footnotes = []
    footnoteReferences = []
  }

  /// The root node's index.
  public static let root: NodeID = 0
}

extension Markup {
  /// How a table column is aligned.
  public enum Alignment: UInt8, Sendable {
    case none, left, center, right
  }

  /// A footnote's text.
  public struct Footnote: Sendable, Hashable {
    /// The definition's node.
    public let definition: NodeID
    /// How often the document refers to it.
    ///
    /// More than the references in `footnoteReferences` when
    /// one stands inside a footnote that nobody refers to.
    public let referenceCount: Int

    /// Creates an entry.
    public init(definition: NodeID, referenceCount: Int) {
      self.definition = definition
      self.referenceCount = referenceCount
    }
  }

  /// A mark in the text that leads to a footnote.
  public struct FootnoteReference: Sendable, Hashable {
    /// The footnote's number, from 1, in the order in which the text refers to footnotes.
    public let number: Int
    /// The how-manieth reference to this footnote it is, from 1.
    public let occurrence: Int
    /// The definition's node.
    public let definition: NodeID

    /// Creates an entry.
    public init(number: Int, occurrence: Int, definition: NodeID) {
      self.number = number
      self.occurrence = occurrence
      self.definition = definition
    }
  }

  /// What a node is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    // Blocks
    case document, paragraph, heading, blockQuote, list, item
    case codeBlock, htmlBlock, thematicBreak
    case table, tableHeader, tableRow, tableCell, footnoteDefinition
    // Inlines
    case text, softBreak, lineBreak, code, htmlInline
    case emphasis, strong, strikethrough, link, image, footnoteReference
  }

  /// Marks on a node.
  ///
  /// Which ones can occur depends on the kind.
  public struct Flags: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Wraps bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A list whose items have no blank lines between them.
    public static let tight = Flags(rawValue: 1 << 0)
    /// A numbered list.
    public static let ordered = Flags(rawValue: 1 << 1)
    /// A numbered list with `)` behind its numbers.
    public static let parenthesis = Flags(rawValue: 1 << 2)
    /// A list item with a box: `- [ ]`.
    public static let task = Flags(rawValue: 1 << 3)
    /// A list item with a ticked box: `- [x]`.
    public static let ticked = Flags(rawValue: 1 << 4)
    /// A fenced (not indented) code block.
    public static let fenced = Flags(rawValue: 1 << 5)
  }

  /// One node, 32 bytes.
  public struct Node: Sendable {
    /// What it is.
    public var kind: Kind
    /// Marks on it.
    public var flags: Flags
    /// Level of a heading, 1 to 6; else 0.
    public var level: UInt8
    /// Index behind the last descendant.
    public var end: Int32
    /// Index of the parent, -1 for the document.
    public var parent: Int32
    /// The node's own text in `Markup.bytes`; empty for containers.
    ///
    /// Literal of text, code and HTML; address of a link or image; label of a footnote definition
    /// or reference.
    public var text: Span
    /// Number of the title of a link or image, or of the info string of a code block; number of an
    /// ordered list's first item; a table's first index in `alignments`; a table cell's
    /// column, from 0; a footnote definition's number, from 1; a footnote reference's index in
    /// `footnoteReferences`.
    public var detail: Int32
    /// Where it stands in the source file, as byte offsets.
    public var source: Span

    /// Creates a node; what isn't named is empty.
    public init(
      kind: Kind, flags: Flags = [], level: UInt8 = 0, end: Int32, parent: Int32,
      text: Span = .empty, detail: Int32 = 0, source: Span = .empty
    ) {
      self.kind = kind
      self.flags = flags
      self.level = level
      self.end = end
      self.parent = parent
      self.text = text
      self.detail = detail
      self.source = source
    }
  }

  /// A range of bytes, half open.
  public struct Span: Sendable, Hashable {
    /// First byte.
    public var lower: UInt32
    /// Byte behind the last.
    public var upper: UInt32

    /// Creates a range; a reversed one becomes empty.
    public init(_ lower: Int, _ upper: Int) {
      self.lower = UInt32(truncatingIfNeeded: max(0, lower))
      self.upper = UInt32(truncatingIfNeeded: max(max(0, lower), upper))
    }

    /// No bytes.
    public static let empty = Span(0, 0)

    /// Whether it holds no byte.
    public var isEmpty: Bool { lower >= upper }

    /// As a range of indices.
    @inlinable public var range: Range<Int> { Int(lower)..<Int(max(lower, upper)) }
  }
}

extension Markup {
  /// The bytes of a range; empty when it lies outside the buffer.
  @inlinable
  public func utf8(_ span: Span) -> ArraySlice<UInt8> {
    span.range.upperBound <= bytes.count ? bytes[span.range] : []
  }

  /// A second text of a node: title of a link or image, info string of a code block; empty for other
  /// nodes, and where there is none.
  public func title(of node: Node) -> Span {
    switch node.kind {
    case .link, .image, .codeBlock:
      let index = Int(node.detail) - 1
      return titles.indices.contains(index) ? titles[index] : .empty
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .htmlBlock, .thematicBreak,
      .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .text, .softBreak,
      .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .footnoteReference:
      return .empty
    }
  }

  /// A range as a string.
  public func string(_ span: Span) -> String {
    String(decoding: utf8(span), as: UTF8.self)
  }

  /// The children of a node, in order.
  @inlinable
  public func children(of id: NodeID) -> Children {
    Children(nodes: nodes, position: id + 1, end: Int(nodes[id].end))
  }

  /// Indices of a node and all its descendants.
  @inlinable
  public func subtree(_ id: NodeID) -> Range<NodeID> {
    id..<Int(nodes[id].end)
  }

  /// The text of a subtree without its marks: literals and code joined, breaks as spaces.
  public func plainText(_ range: Range<NodeID>) -> String {
    // Most texts are one node: their string is made without a copy.
    if range.count == 1, nodes[range.lowerBound].kind == .text {
      return string(nodes[range.lowerBound].text)
    }
    var result: [UInt8] = []
    result.reserveCapacity(64)
    for id in range {
      let node = nodes[id]
      switch node.kind {
      case .text, .code: result.append(contentsOf: utf8(node.text))
      case .softBreak, .lineBreak: result.append(UInt8(ascii: " "))
      case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
        .thematicBreak, .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition,
        .htmlInline, .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference:
        break
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Walks the children of one node.
  public struct Children: Sequence, IteratorProtocol {
    // The array alone: a walk through all children must not hold five of them.
    @usableFromInline let nodes: [Node]
    @usableFromInline var position: NodeID
    @usableFromInline let end: NodeID

    @usableFromInline init(nodes: [Node], position: NodeID, end: NodeID) {
      self.nodes = nodes
      self.position = position
      self.end = end
    }

    /// The next child's index.
    @inlinable
    public mutating func next() -> NodeID? {
      guard position < end else { return nil }
      defer { position = Int(nodes[position].end) }
      return position
    }
  }
}
