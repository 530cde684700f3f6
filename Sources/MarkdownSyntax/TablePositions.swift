internal import CCMarkGFM
internal import MarkupTree

// Where tables, their rows and cells stand.
extension PositionFinder {
  mutating func openTable(_ raw: CMark.Node) {
    // A table may have begun as a paragraph of which only the last line became its header; so the
    // header is the line above the delimiter row.
    let first = Int(raw.pointee.start_line) - 1
    let last = max(first, Int(raw.pointee.end_line) - 1)
    headerLine = first
    tableStart = lineStart(first) + max(0, Int(raw.pointee.start_column) - 1)
    var line = first + 1
    while line <= last, line < lineStarts.count {
      if isDelimiterRow(line) {
        headerLine = line - 1
        break
      }
      line += 1
    }
    if headerLine > first { tableStart = rowStart(headerLine) }
  }

  private func isDelimiterRow(_ line: Int) -> Bool {
    var hasDash = false
    for byte in text[rowStart(line)..<lineEnd(line)] {
      if byte == UInt8(ascii: "-") {
        hasDash = true
      } else if byte != UInt8(ascii: "|"), byte != UInt8(ascii: ":"), !isBlank(byte) {
        return false
      }
    }
    return hasDash
  }

  /// Offset of a row's first byte behind indentation and the `>` of quotes.
  func rowStart(_ line: Int) -> Int {
    var offset = lineStart(line)
    let end = lineEnd(line)
    while offset < end, isBlank(text[offset]) || text[offset] == UInt8(ascii: ">") { offset += 1 }
    return offset
  }

  mutating func openRow(line: Int) -> Span {
    let start = lineIndex(of: tableStart) == line ? tableStart : rowStart(line)
    var end = lineEnd(line)
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    cells.removeAll(keepingCapacity: true)
    nextCell = 0
    var offset = start
    if offset < end, text[offset] == UInt8(ascii: "|") { offset += 1 }
    while offset < end {
      var pipe = offset
      while pipe < end,
        text[pipe] != UInt8(ascii: "|") || (pipe > offset && text[pipe - 1] == UInt8(ascii: "\\"))
      {
        pipe += 1
      }
      cells.append(trimmed(offset, pipe))
      offset = pipe + 1
    }
    return Span(start, end)
  }

  private func trimmed(_ lower: Int, _ upper: Int) -> Span {
    var lower = lower
    var upper = upper
    while upper > lower, isBlank(text[upper - 1]) { upper -= 1 }
    while lower < upper, isBlank(text[lower]) { lower += 1 }
    return Span(lower, upper)
  }

  mutating func openCell(_ raw: CMark.Node) -> Span {
    // cmark fills short rows up with empty cells; those stand at the end of the row.
    let end = cells.last.map { Int($0.upper) } ?? 0
    let span = nextCell < cells.count ? cells[nextCell] : Span(end, end)
    nextCell += 1
    inlines.begin(content(raw))
    inlines.addSegment(at: 0, source: Int(span.lower))
    // `\|` is one byte in the cell's text.
    var written = 0
    var offset = Int(span.lower)
    while offset < Int(span.upper) {
      if text[offset] == UInt8(ascii: "\\"), offset + 1 < Int(span.upper),
        text[offset + 1] == UInt8(ascii: "|")
      {
        offset += 1
        inlines.addSegment(at: written, source: offset)
      }
      written += 1
      offset += 1
    }
    return span
  }
}
