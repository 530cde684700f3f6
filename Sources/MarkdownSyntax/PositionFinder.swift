internal import CCMarkGFM
internal import MarkupTree

/// Finds where nodes stand in the text that cmark read, as byte offsets.
///
/// cmark gives lines and columns. Those of blocks are mostly right. Those of inlines assume that
/// every line of a paragraph is indented as the first, and go wrong behind footnotes, task boxes
/// and backslashes. But the inlines of a block tile its text without gaps: each begins where the one
/// before it ended. So this walks the block's own text along with the tree (`InlineCursor`).
struct PositionFinder {
  typealias Span = Markup.Span

  /// The text that cmark read.
  let text: UnsafeBufferPointer<UInt8>
  /// Offset of each line's first byte, and the text's length.
  let lineStarts: [UInt32]
  var inlines = InlineCursor()
  /// Trimmed cells of the table row that was opened last.
  var cells: [Span] = []
  var nextCell = 0
  /// Line of the header row of the table that was opened last, from 0.
  var headerLine = 0
  var tableStart = 0
  /// Where the block that was closed last ends.
  private var lastBlockEnd: UInt32 = 0

  init(text: UnsafeBufferPointer<UInt8>, lineStarts: [UInt32]) {
    self.text = text
    self.lineStarts = lineStarts
  }

  /// Where a node begins; for blocks also where it ends as far as cmark knows.
  mutating func open(_ kind: Markup.Kind, _ raw: CMark.Node) -> Span {
    switch kind {
    case .document: return Span(0, text.count)
    case .paragraph:
      let span = paragraphSpan(raw)
      inlines.begin(content(raw))
      alignLines(raw, span)
      return span
    case .heading:
      // cmark ends an underlined heading at the line behind its underline.
      let isSetext = raw.pointee.as.heading.setext
      let span = isSetext ? setextSpan(raw) : blockSpan(raw)
      inlines.begin(content(raw))
      if isSetext { alignLines(raw, span) } else { alignHeading(span) }
      return span
    case .table:
      openTable(raw)
      return Span(tableStart, Int(trimmingEnd(blockSpan(raw)).upper))
    case .codeBlock where raw.pointee.as.code.fenced != 0: return fenceSpan(raw)
    case .tableHeader: return openRow(line: headerLine)
    case .tableRow: return openRow(line: Int(raw.pointee.start_line) - 1)
    case .tableCell: return openCell(raw)
    case .footnoteDefinition: return footnoteSpan(raw)
    case .thematicBreak, .codeBlock: return trimmingEnd(blockSpan(raw))
    case .blockQuote, .list, .item, .htmlBlock: return blockSpan(raw)
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough,
      .link, .image, .footnoteReference:
      return inlines.open(kind, raw)
    }
  }

  /// A node's final range, once everything below it has been seen.
  mutating func close(_ node: Markup.Node, _ raw: CMark.Node) -> Span {
    switch node.kind {
    case .emphasis, .strong, .strikethrough, .link, .image:
      return inlines.close(node)
    case .list, .item, .blockQuote, .footnoteDefinition:
      // cmark counts the blank lines behind them as part of them.
      let span =
        raw.pointee.first_child == nil
        ? trimmingEnd(node.source) : Span(Int(node.source.lower), Int(lastBlockEnd))
      lastBlockEnd = span.upper
      return span
    case .paragraph, .heading, .table, .codeBlock, .htmlBlock, .thematicBreak:
      lastBlockEnd = node.source.upper
      return node.source
    case .document, .tableHeader, .tableRow, .tableCell, .text, .softBreak, .lineBreak, .code,
      .htmlInline, .footnoteReference:
      return node.source
    }
  }

  /// Whether the first box of an item is ticked.
  func hasTick(_ item: Span) -> Bool {
    var offset = Int(item.lower)
    while offset + 1 < text.count, text[offset] != UInt8(ascii: "[") { offset += 1 }
    return offset + 1 < text.count && text[offset + 1] | 32 == UInt8(ascii: "x")
  }

  // MARK: Lines

  /// Offset of a line's first byte; lines count from 0.
  func lineStart(_ line: Int) -> Int {
    Int(lineStarts[min(max(0, line), lineStarts.count - 1)])
  }

  /// Offset behind a line's last byte, without its line break.
  func lineEnd(_ line: Int) -> Int {
    let end = lineStart(line + 1)
    return end > lineStart(line) && text[end - 1] == UInt8(ascii: "\n") ? end - 1 : end
  }

  func content(_ raw: CMark.Node) -> UnsafeBufferPointer<UInt8> {
    let buffer = raw.pointee.content
    return UnsafeBufferPointer(start: buffer.ptr, count: buffer.ptr == nil ? 0 : Int(buffer.size))
  }
}

// Blocks
extension PositionFinder {
  /// cmark's range of a block, made to fit the text: never reversed, never beyond its last line.
  private func blockSpan(_ raw: CMark.Node) -> Span {
    let startLine = Int(raw.pointee.start_line) - 1
    let lower = min(lineStart(startLine) + max(0, Int(raw.pointee.start_column) - 1), text.count)
    let endLine = Int(raw.pointee.end_line) - 1
    // A column of 0 stands for an empty last line.
    let upper = min(lineStart(endLine) + max(0, Int(raw.pointee.end_column)), lineEnd(endLine))
    return Span(lower, upper)
  }

  /// A fenced block's range: cmark counts the line that ended it as its fence, whether it is one or
  /// lies beyond the block's quote or item.
  private func fenceSpan(_ raw: CMark.Node) -> Span {
    let span = blockSpan(raw)
    let line = lineIndex(of: Int(span.upper))
    guard line > Int(raw.pointee.start_line) - 1 else { return span }
    var quotes = 0
    // In an item, a line that begins left of the item's text is beyond it.
    var least = 0
    var ancestor = raw.pointee.parent
    while let node = ancestor {
      if node.pointee.type == UInt16(CMARK_NODE_BLOCK_QUOTE.rawValue) { quotes += 1 }
      if node.pointee.type == UInt16(CMARK_NODE_ITEM.rawValue) {
        least = Int(raw.pointee.start_column) - 1 - Int(raw.pointee.as.code.fence_offset)
      }
      ancestor = node.pointee.parent
    }
    var offset = lineStart(line)
    while offset < lineEnd(line), isBlank(text[offset]) || text[offset] == UInt8(ascii: ">") {
      if text[offset] == UInt8(ascii: ">") { quotes -= 1 }
      offset += 1
    }
    let column = offset - lineStart(line)
    let isFence =
      quotes == 0 && offset < text.count && text[offset] == raw.pointee.as.code.fence_char
      && column >= least
    return isFence ? span : Span(Int(span.lower), max(Int(span.lower), lineEnd(line - 1)))
  }

  /// The range of a heading with its underline, which is the line before the one that cmark names,
  /// or that one at the text's end.
  private func setextSpan(_ raw: CMark.Node) -> Span {
    let span = blockSpan(raw)
    let first = Int(raw.pointee.start_line) - 1
    let last = lineIndex(of: Int(span.upper))
    let line = last - 1 > first && isUnderline(last - 1) ? last - 1 : last
    return trimmingEnd(Span(Int(span.lower), lineEnd(line)))
  }

  private func isUnderline(_ line: Int) -> Bool {
    let start = rowStart(line)
    let piece = text[start..<max(start, lineEnd(line))]
    return !piece.isEmpty
      && piece.allSatisfy { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") || isBlank($0) }
  }

  private func trimmingEnd(_ span: Span) -> Span {
    var upper = Int(span.upper)
    while upper > Int(span.lower), text[upper - 1] <= UInt8(ascii: " ") { upper -= 1 }
    return Span(Int(span.lower), upper)
  }

  /// A footnote's range, from its `[^`, where cmark counts from behind the colon.
  private func footnoteSpan(_ raw: CMark.Node) -> Span {
    let span = blockSpan(raw)
    let start = lineStart(Int(raw.pointee.start_line) - 1)
    var lower = Int(span.lower)
    while lower > start, lower >= text.count || text[lower] != UInt8(ascii: "[") { lower -= 1 }
    return Span(lower, max(lower, Int(span.upper)))
  }

  /// A paragraph's range; one that cmark split off a table has no position of its own.
  private func paragraphSpan(_ raw: CMark.Node) -> Span {
    guard raw.pointee.start_line == 0, let table = raw.pointee.next else { return blockSpan(raw) }
    let breaks = content(raw).count { $0 == UInt8(ascii: "\n") }
    let first = Int(table.pointee.start_line) - 1
    return Span(
      lineStart(first) + max(0, Int(table.pointee.start_column) - 1), lineEnd(first + breaks))
  }

  /// Ties each line of a paragraph's text to its place: the text is the end of the source line.
  private mutating func alignLines(_ raw: CMark.Node, _ span: Span) {
    let content = inlines.content
    var breaks = 0
    var next = 0
    while let end = lineEnd(in: content, from: next) {
      breaks += 1
      next = end + 1
    }
    let lines = next == content.count && next > 0 ? breaks : breaks + 1
    var line = lineIndex(of: Int(span.upper)) - (lines - 1)
    if raw.pointee.type == UInt16(CMARK_NODE_HEADING.rawValue) { line -= 1 }
    var start = 0
    while start < content.count {
      let end = lineEnd(in: content, from: start) ?? content.count
      inlines.addSegment(at: start, source: place(of: start..<end, onLine: line))
      start = end + 1
      line += 1
    }
  }

  private func lineEnd(in content: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    content.offset(of: UInt8(ascii: "\n"), from: start)
  }

  /// Index of the line that holds an offset; the last entry of `lineStarts` begins no line.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = max(1, lineStarts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a line of a block's text begins in the source line that ends with it.
  private func place(of range: Range<Int>, onLine line: Int) -> Int {
    var upper = range.upperBound
    while upper > range.lowerBound, isBlank(inlines.content[upper - 1]) { upper -= 1 }
    var end = lineEnd(line)
    while end > lineStart(line), isBlank(text[end - 1]) { end -= 1 }
    return max(lineStart(line), end - (upper - range.lowerBound))
  }

  @inline(__always)
  func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// Ties the text of `## Heading` to its place behind the marks.
  private mutating func alignHeading(_ span: Span) {
    var offset = Int(span.lower)
    while offset < text.count, text[offset] == UInt8(ascii: "#") { offset += 1 }
    while offset < text.count, isBlank(text[offset]) { offset += 1 }
    inlines.addSegment(at: 0, source: offset)
  }
}
