/// A source line with a mark under a range of it.
struct SourceExcerpt: Equatable {
  /// The line as it is printed, cut around the range when it is long.
  let line: String
  /// Spaces and `^~~~`, to be printed under the line.
  let mark: String
  /// The marked text, where the line runs from right to left and columns may deceive.
  let markedText: String?
  /// The last line of the range, when it goes on behind this one.
  let continuesToLine: Int?

  /// Cuts a line out of a file.
  ///
  /// - Parameter width: most columns that the line may take.
  init(_ range: SourceRange, in source: SourceFile, width: Int) {
    let start = source.position(of: range.lower)
    let end = source.position(of: range.upper)
    let line = source.line(start.line)
    let lower = min(max(range.lower, line.startIndex), line.endIndex)
    let upper = min(max(range.upper, lower), line.endIndex)

    // Three pieces, so that broken UTF-8 on one side can't shift the other.
    let before = DisplayText.cells(of: String(decoding: line[..<lower], as: UTF8.self))
    let marked = String(decoding: line[lower..<upper], as: UTF8.self)
    let startColumn = Self.width(before)
    let inside = DisplayText.cells(of: marked, from: startColumn)
    let after = DisplayText.cells(
      of: String(decoding: line[upper...], as: UTF8.self), from: startColumn + Self.width(inside))

    let cut = Self.cut(before: before, inside: inside, after: after, width: max(20, width))
    self.line = cut.line
    mark =
      String(repeating: " ", count: cut.column) + "^"
      + String(repeating: "~", count: max(0, cut.markedWidth - 1))
    let whole = String(decoding: line, as: UTF8.self)
    markedText =
      DisplayText.runsRightToLeft(whole) && !marked.isEmpty ? DisplayText.oneLine(marked) : nil
    // A range that ends with its line's end doesn't go on.
    let lastLine = end.column == 1 && end.line > start.line ? end.line - 1 : end.line
    continuesToLine = lastLine > start.line ? lastLine : nil
  }

  private static func width(_ cells: [DisplayCell]) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }

  /// Cuts a line so that it fits, with `…` where something is left out. The start of the range
  /// always stays, with up to a third of the columns before it.
  private static func cut(
    before: [DisplayCell], inside: [DisplayCell], after: [DisplayCell], width: Int
  ) -> (line: String, column: Int, markedWidth: Int) {
    let cells = before + inside + after
    if Self.width(cells) <= width {
      return (cells.map(\.text).joined(), Self.width(before), Self.width(inside))
    }
    var first = before.count
    var column = 0
    let wanted = max(width / 3, width - 2 - Self.width(inside) - Self.width(after))
    while first > 0, column + cells[first - 1].width <= wanted {
      first -= 1
      column += cells[first].width
    }
    var line = first > 0 ? "…" : ""
    var used = first > 0 ? 1 : 0
    let markColumn = column + used
    var markedWidth = 0
    for index in first..<cells.count {
      let isLast = index == cells.count - 1
      guard used + cells[index].width + (isLast ? 0 : 1) <= width else {
        line += "…"
        break
      }
      line += cells[index].text
      used += cells[index].width
      if index >= before.count, index < before.count + inside.count {
        markedWidth += cells[index].width
      }
    }
    return (line, markColumn, markedWidth)
  }
}
