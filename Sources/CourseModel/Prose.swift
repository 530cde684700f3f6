public import MarkupTree

/// What a link or an image of a text stands for, once the compiler has found it.
public enum Reference: Sendable, Hashable {
  /// A term of the glossary, by its id.
  case glossary(String)
  /// An entry of the guidance register, by its id.
  case guidance(String)
  /// A place in the toolkit.
  case place(Anchor)
  /// An address outside: `https:`, `http:`, `mailto:` or `tel:`. Never fetched by a page.
  case external(String)
  /// A media file, by its path in the content folder.
  case media(String)
}

/// One document's text with every reference resolved; shared by all `Prose` cut from it.
public final class ResolvedText: Sendable {
  /// The arena.
  public let markup: Markup
  /// What each link and image node refers to.
  ///
  /// Every link and image node of the arena is in here.
  public let references: [Markup.NodeID: Reference]

  /// Joins an arena with its references.
  public init(markup: Markup, references: [Markup.NodeID: Reference] = [:]) {
    self.markup = markup
    self.references = references
  }
}

/// A piece of text with marks: some neighbouring subtrees of a resolved document.
public struct Prose: Sendable {
  /// The document it is cut from.
  public let text: ResolvedText
  /// The arena nodes of the piece: whole subtrees standing next to each other.
  public let nodes: Range<Markup.NodeID>

  /// Cuts a piece from a document.
  public init(_ text: ResolvedText, nodes: Range<Markup.NodeID>) {
    self.text = text
    self.nodes = nodes
  }

  /// A piece of plain text without marks: one paragraph, or nothing for an empty text.
  public init(plain: String) {
    var markup = Markup()
    markup.bytes = Array(plain.utf8)
    let count = markup.bytes.count
    if count > 0 {
      markup.nodes[Markup.root].end = 3
      markup.nodes.append(.init(kind: .paragraph, end: 3, parent: 0))
      markup.nodes.append(.init(kind: .text, end: 3, parent: 1, text: .init(0, count)))
    }
    self.init(ResolvedText(markup: markup), nodes: 1..<markup.nodes.count)
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { nodes.isEmpty }

  /// Its words without marks.
  public var plainText: String { text.markup.plainText(nodes) }
}
