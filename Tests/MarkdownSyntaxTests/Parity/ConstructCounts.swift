import MarkupTree

/// A GFM construct, finer than a node kind where syntax differs.
enum Construct: Int, CaseIterable {
  case blockQuote, bulletItem, orderedItem, taskItem, footnoteDefinition
  case paragraph, heading, table, headerCell, bodyCell, fencedCode, indentedCode, htmlBlock
  case thematicBreak
  case emphasis, strong, strikethrough, link, image
  case text, code, htmlInline, softBreak, lineBreak, footnoteReference
}

/// How often each construct stood somewhere inside each other.
struct ConstructCounts {
  private(set) var counts = [Int](
    repeating: 0, count: Construct.allCases.count * Construct.allCases.count)

  func count(_ inner: Construct, in outer: Construct) -> Int {
    counts[outer.rawValue * Construct.allCases.count + inner.rawValue]
  }

  /// Adds the nestings of a document.
  mutating func add(_ markup: Markup) {
    // The constructs around each open node, as bits.
    var open: [(end: Int, around: UInt32)] = []
    for (id, node) in markup.nodes.enumerated() {
      while let last = open.last, last.end <= id { open.removeLast() }
      let around = open.last?.around ?? 0
      let construct = Self.construct(of: node, in: markup)
      if let construct {
        for outer in Construct.allCases where around & (1 << UInt32(outer.rawValue)) != 0 {
          counts[outer.rawValue * Construct.allCases.count + construct.rawValue] += 1
        }
      }
      let own = construct.map { UInt32(1) << UInt32($0.rawValue) } ?? 0
      open.append((Int(node.end), around | own))
    }
  }

  mutating func add(_ other: ConstructCounts) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  private static func construct(of node: Markup.Node, in markup: Markup) -> Construct? {
    switch node.kind {
    case .document, .list, .tableHeader, .tableRow: nil
    case .paragraph: .paragraph
    case .heading: .heading
    case .blockQuote: .blockQuote
    case .item:
      node.flags.contains(.task)
        ? .taskItem
        : markup.nodes[Int(node.parent)].flags.contains(.ordered) ? .orderedItem : .bulletItem
    case .codeBlock: node.flags.contains(.fenced) ? .fencedCode : .indentedCode
    case .htmlBlock: .htmlBlock
    case .thematicBreak: .thematicBreak
    case .table: .table
    case .tableCell:
      markup.nodes[Int(node.parent)].kind == .tableHeader ? .headerCell : .bodyCell
    case .footnoteDefinition: .footnoteDefinition
    case .text: .text
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .code: .code
    case .htmlInline: .htmlInline
    case .emphasis: .emphasis
    case .strong: .strong
    case .strikethrough: .strikethrough
    case .link: .link
    case .image: .image
    case .footnoteReference: .footnoteReference
    }
  }
}
