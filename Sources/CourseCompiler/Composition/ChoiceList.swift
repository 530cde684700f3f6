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
  /// The words of an item: the inline text of its first block that is no quote, or that block.
  func words(of item: Markup.NodeID) -> Range<Markup.NodeID> {
    let nodes = markup.nodes
    let end = Int(nodes[item].end)
    var first = item + 1
    while first < end, nodes[first].kind == .blockQuote { first = Int(nodes[first].end) }
    guard first < end else { return (item + 1)..<(item + 1) }
    return (nodes[first].kind == .paragraph ? first + 1 : first)..<Int(nodes[first].end)
  }

  /// What an item holds behind its words, quotes left out.
  func extraBlocks(of item: Markup.NodeID) -> [Markup.NodeID] {
    let nodes = markup.nodes
    return Array(
      markup.children(of: item).lazy.filter { nodes[$0].kind != .blockQuote }.dropFirst())
  }
}
