internal import MarkdownSyntax
internal import MarkupTree

/// Items of a list with what belongs to each, the way trainers type it.
///
/// A quote behind an item is that item's, however it is indented, and the list goes on behind it.
struct ChoiceList {
  /// One item.
  struct Item {
    /// The item's node.
    let node: Markup.NodeID
    /// Quotes under it, whether indented or not.
    var quotes: [Markup.NodeID]
  }

  /// Blocks before the first list.
  private(set) var lead: [Markup.NodeID] = []
  /// Items of all lists that follow each other.
  private(set) var items: [Item] = []
  /// Alerts that stand between and behind, with their words in lower case.
  private(set) var alerts: [(word: String, node: Markup.NodeID)] = []
  /// Other blocks behind the first list.
  private(set) var rest: [Markup.NodeID] = []

  /// Sorts blocks.
  ///
  /// - Parameter isChoice: whether a list holds choices; other lists are ordinary text.
  init(_ blocks: [Markup.NodeID], in source: TextSource, isChoice: (Markup.NodeID) -> Bool) {
    let markup = source.markup
    for block in blocks {
      let kind = markup.nodes[block].kind
      if kind == .list, isChoice(block) {
        for item in markup.children(of: block) {
          let quotes = markup.children(of: item).filter {
            markup.nodes[$0].kind == .blockQuote && source.document.alerts[$0] == nil
          }
          items.append(Item(node: item, quotes: quotes))
        }
      } else if kind == .blockQuote, let alert = source.document.alerts[block] {
        alerts.append((alert.word.text.lowercased(), block))
      } else if kind == .blockQuote, !items.isEmpty {
        items[items.count - 1].quotes.append(block)
      } else if items.isEmpty {
        lead.append(block)
      } else {
        rest.append(block)
      }
    }
  }
}

extension TextSource {
  /// The words of an item without its quotes: its inline text when that is all, else its blocks.
  func words(of item: Markup.NodeID) -> (nodes: Range<Markup.NodeID>, extra: [Markup.NodeID]) {
    let children = markup.children(of: item).filter { markup.nodes[$0].kind != .blockQuote }
    guard let first = children.first else { return ((item + 1)..<(item + 1), []) }
    let end = Int(markup.nodes[first].end)
    if markup.nodes[first].kind == .paragraph {
      return ((first + 1)..<end, Array(children.dropFirst()))
    }
    return (first..<end, Array(children.dropFirst()))
  }
}
