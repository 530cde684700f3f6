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
    let whole = source.line(start.line)
    let lower = min(max(range.lower, whole.startIndex), whole.endIndex)
    let line = Self.window(around: lower, of: whole, width: max(20, width))
    let isCut = (before: line.startIndex > whole.startIndex, after: line.endIndex < whole.endIndex)
    let upper = min(max(range.upper, lower), line.endIndex)

    // Three pieces, so that broken UTF-8 on one side can't shift the other.
    let before = DisplayText.cells(of: String(decoding: line[..<lower], as: UTF8.self))
    let marked = String(decoding: line[lower..<upper], as: UTF8.self)
    let startColumn = Self.width(before)
    let inside = DisplayText.cells(of: marked, from: startColumn)
    let after = DisplayText.cells(
      of: String(decoding: line[upper...], as: UTF8.self), from: startColumn + Self.width(inside))

    let cut = Self.cut(
      before: before, inside: inside, after: after, isCut: isCut, width: max(20, width))
    self.line = cut.line
    mark =
      String(repeating: " ", count: cut.column) + "^"
      + String(repeating: "~", count: max(0, cut.markedWidth - 1))
    let shown = String(decoding: line, as: UTF8.self)
    markedText =
      DisplayText.runsRightToLeft(shown) && !marked.isEmpty ? DisplayText.oneLine(marked) : nil
    // A range that ends with its line's end doesn't go on.
    let lastLine = end.column == 1 && end.line > start.line ? end.line - 1 : end.line
    continuesToLine = lastLine > start.line ? lastLine : nil
  }

  /// The part of a line that a range's start can be shown in: of a line of a hundred kilobytes with
  /// a thousand finds, each lays out its neighbourhood only.
  private static func window(
    around place: Int, of line: ArraySlice<UInt8>, width: Int
  ) -> ArraySlice<UInt8> {
    // A column takes up to four bytes; where letters carry marks, some columns stay free.
    let reach = 4 * width
    /// The start of a character of several bytes, or a byte of its own.
    func isStart(_ index: Int) -> Bool { line[index] & 0xC0 != 0x80 }
    var start = max(line.startIndex, place - reach)
    while start > line.startIndex, start < place, !isStart(start) { start += 1 }
    var end = min(line.endIndex, place + reach)
    while end < line.endIndex, end > place, !isStart(end) { end -= 1 }
    return line[start..<end]
  }

  private static func width(_ cells: [DisplayCell]) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }

  /// Cuts a line so that it fits, with `…` where something is left out. The start of the range
  /// always stays, with up to a third of the columns before it.
  ///
  /// - Parameter isCut: whether more stands before and behind the cells.
  private static func cut(
    before: [DisplayCell], inside: [DisplayCell], after: [DisplayCell],
    isCut: (before: Bool, after: Bool), width: Int
  ) -> (line: String, column: Int, markedWidth: Int) {
    let cells = before + inside + after
    if Self.width(cells) <= width, !isCut.before, !isCut.after {
      return (cells.map(\.text).joined(), Self.width(before), Self.width(inside))
    }
    var first = before.count
    var column = 0
    let wanted = max(width / 3, width - 2 - Self.width(inside) - Self.width(after))
    while first > 0, column + cells[first - 1].width <= wanted {
      first -= 1
      column += cells[first].width
    }
    let isCutBefore = first > 0 || isCut.before
    var line = isCutBefore ? "…" : ""
    var used = isCutBefore ? 1 : 0
    let markColumn = column + used
    var markedWidth = 0
    for index in first..<cells.count {
      let isLast = index == cells.count - 1 && !isCut.after
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
    if isCut.after, !line.hasSuffix("…") { line += "…" }
    return (line, markColumn, markedWidth)
  }
}
