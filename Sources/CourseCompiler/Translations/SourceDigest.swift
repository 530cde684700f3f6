internal import MarkdownSyntax
internal import MarkupTree

/// A short digest of what a translator reads in a part of a file.
///
/// Only words count, and marks that change how they are read. White space, where lines are broken,
/// braces, ticks and comments don't: a translation takes those from the original anyway.
///
/// **The published form**: FNV-1a with 64 bits over the UTF-8 bytes described at `letter`, as the
/// first 12 of 16 hexadecimal digits. It is kept in files, so it must never change.
struct SourceDigest {
  private var hash: UInt64 = 14_695_981_039_346_656_037
  /// Whether nothing of the present block has been read.
  private var isAtStart = true
  /// Whether white space was read that counts if words follow.
  private var hasSpace = false
  private let document: MarkdownDocument
  /// Footnotes that were read already, by node.
  private var footnotes: Set<Markup.NodeID> = []

  init(_ document: MarkdownDocument) { self.document = document }

  /// The digest of what was added.
  var text: String {
    let digits = String(hash, radix: 16)
    let full = String(repeating: "0", count: 16 - digits.count) + digits
    return String(full.prefix(Self.length))
  }

  /// How many digits a digest has.
  static let length = 12

  /// Adds a subtree, and the footnotes that it refers to.
  mutating func add(_ node: Markup.NodeID) {
    var waiting = [document.markup.subtree(node)]
    while let range = waiting.popLast() {
      for index in range where !isComment(index) { addAlone(index, &waiting) }
    }
  }

  /// Adds text from outside the tree: a title, a warning.
  mutating func add(_ words: String) {
    mark(UInt8(ascii: "="))
    words.utf8.forEach { add(byte: $0) }
  }

  private mutating func addAlone(_ id: Markup.NodeID, _ waiting: inout [Range<Markup.NodeID>]) {
    let markup = document.markup
    let node = markup.nodes[id]
    if let letter = Self.letter(of: node.kind) { mark(letter) }
    if let alert = document.alerts[id] {
      add(alert.word.text)
      if let title = alert.title { add(title.text) }
    }
    switch node.kind {
    case .text, .code, .codeBlock, .htmlBlock, .htmlInline:
      markup.utf8(node.text).forEach { add(byte: $0) }
    case .softBreak, .lineBreak: add(byte: UInt8(ascii: " "))
    case .image: markup.utf8(node.text).forEach { add(byte: $0) }
    case .link:
      // Where an answer leads is the original's to say: it is no word.
      if !isAnswer(id) { markup.utf8(node.text).forEach { add(byte: $0) } }
    case .footnoteReference:
      let number = Int(node.detail)
      guard markup.footnoteReferences.indices.contains(number) else { return }
      let definition = markup.footnoteReferences[number].definition
      guard markup.nodes.indices.contains(definition), footnotes.insert(definition).inserted
      else { return }
      waiting.append(markup.subtree(definition))
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .thematicBreak, .table,
      .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .emphasis, .strong,
      .strikethrough:
      break
    }
  }

  /// What stands for a kind of node; nil where only its text counts.
  ///
  /// A byte 0 and this letter go in front of the node's own bytes: alert words and titles behind
  /// `=`, literals, addresses. Runs of spaces, tabs and line breaks count as one space, none at the
  /// start or the end of a block.
  private static func letter(of kind: Markup.Kind) -> UInt8? {
    switch kind {
    case .document, .text, .softBreak, .lineBreak: nil
    case .paragraph: UInt8(ascii: "p")
    case .heading: UInt8(ascii: "h")
    case .blockQuote: UInt8(ascii: "q")
    case .list: UInt8(ascii: "l")
    case .item: UInt8(ascii: "i")
    case .codeBlock: UInt8(ascii: "c")
    case .htmlBlock, .htmlInline: UInt8(ascii: "x")
    case .thematicBreak: UInt8(ascii: "-")
    case .table: UInt8(ascii: "t")
    case .tableHeader: UInt8(ascii: "H")
    case .tableRow: UInt8(ascii: "r")
    case .tableCell: UInt8(ascii: "d")
    case .footnoteDefinition: UInt8(ascii: "n")
    case .code: UInt8(ascii: "`")
    case .emphasis: UInt8(ascii: "e")
    case .strong: UInt8(ascii: "s")
    case .strikethrough: UInt8(ascii: "k")
    case .link: UInt8(ascii: "a")
    case .image: UInt8(ascii: "m")
    case .footnoteReference: UInt8(ascii: "f")
    }
  }

  /// Whether a link begins a list item, as an answer of a tree does.
  private func isAnswer(_ id: Markup.NodeID) -> Bool {
    let nodes = document.markup.nodes
    let paragraph = Int(nodes[id].parent)
    guard nodes.indices.contains(paragraph), nodes[paragraph].kind == .paragraph,
      paragraph + 1 == id
    else { return false }
    let item = Int(nodes[paragraph].parent)
    return nodes.indices.contains(item) && nodes[item].kind == .item && item + 1 == paragraph
  }

  private func isComment(_ id: Markup.NodeID) -> Bool {
    let node = document.markup.nodes[id]
    guard node.kind == .htmlBlock || node.kind == .htmlInline else { return false }
    return document.markup.utf8(node.text).starts(with: Array("<!--".utf8))
  }

  private mutating func mark(_ letter: UInt8) {
    if Self.inline.contains(letter) {
      addSpace()
    } else {
      isAtStart = true
      hasSpace = false
    }
    mix(0)
    mix(letter)
  }

  /// Letters of nodes inside a line, before which a space counts.
  private static let inline = Set("esk`afmx".utf8)

  private mutating func add(byte: UInt8) {
    switch byte {
    case 9, 10, 13, 32: hasSpace = true
    default:
      addSpace()
      mix(byte)
      isAtStart = false
    }
  }

  private mutating func addSpace() {
    if hasSpace, !isAtStart { mix(32) }
    hasSpace = false
  }

  private mutating func mix(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
  }
}
