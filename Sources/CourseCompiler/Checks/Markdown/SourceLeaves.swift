internal import Diagnostics
internal import MarkupTree

/// What the bytes of a file became, asked by offset.
///
/// Made only for files in which something looks odd: it sorts all leaves of the tree.
struct SourceLeaves {
  /// Spans of nodes in the order of the file, none inside another.
  private var spans: [(lower: Int, upper: Int, kind: Markup.Kind)] = []

  init(_ file: CheckedFile) {
    spans.reserveCapacity(file.markup.nodes.count / 2)
    for (id, node) in file.markup.nodes.enumerated() {
      switch node.kind {
      case .text, .code, .codeBlock, .htmlBlock, .htmlInline, .footnoteReference:
        let range = file.range(of: id)
        if range.lower < range.upper { spans.append((range.lower, range.upper, node.kind)) }
      case .document, .paragraph, .heading, .blockQuote, .list, .item, .thematicBreak, .table,
        .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .softBreak, .lineBreak,
        .emphasis, .strong, .strikethrough, .link, .image:
        break
      }
    }
    // Footnotes stand at the end of the tree, wherever they stand in the file.
    spans.sort { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
  }

  /// The kind of leaf that holds an offset; nil when no page shows it.
  func kind(at offset: Int) -> Markup.Kind? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upper <= offset { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].lower <= offset ? spans[low].kind : nil
  }
}
