/// What was changed in a file, as `diff -u` writes it and `patch` and `git apply` read it.
public enum UnifiedDiff {
  /// Unchanged lines around a change.
  private static let context = 3

  /// Neighbouring lines that are replaced by others.
  private struct Change {
    /// Indices of lines of the original.
    var old: Range<Int>
    /// The lines in their place, with their line ends.
    var new: [ArraySlice<UInt8>]
  }

  /// The difference; empty when there is none.
  ///
  /// - Parameter path: how the file is called in the heading, behind `a/` and `b/`.
  public static func text(_ file: EditedFile, path: String) -> String {
    let lines = lines(of: file.original.bytes[...])
    let changes = changes(file, lines: lines)
    guard !changes.isEmpty else { return "" }
    // As GNU diff does: a tab ends a name that holds a space.
    let end = path.contains(" ") ? "\t\n" : "\n"
    var bytes = Array("--- a/\(path)\(end)+++ b/\(path)\(end)".utf8)
    var shift = 0
    var rest = changes[...]
    while let first = rest.first {
      var hunk = [first]
      rest.removeFirst()
      while let next = rest.first, let last = hunk.last,
        next.old.lowerBound - last.old.upperBound <= 2 * context
      {
        hunk.append(next)
        rest.removeFirst()
      }
      append(hunk, lines: lines, shift: &shift, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Lines with their ends; as for `diff`, only U+000A ends one.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.endIndex { lines.append(bytes[start...]) }
    return lines
  }

  /// Every changed line; differences in the same line, or in lines that they join, go together.
  private static func changes(_ file: EditedFile, lines: [ArraySlice<UInt8>]) -> [Change] {
    var blocks: [(lines: Range<Int>, differences: [(range: Range<Int>, bytes: [UInt8])])] = []
    var line = 0
    /// The line that holds an offset; offsets only grow.
    func index(of offset: Int) -> Int {
      while line < lines.count, lines[line].endIndex <= offset { line += 1 }
      let isOpenEnd = line == lines.count && lines.last?.last != UInt8(ascii: "\n")
      return isOpenEnd ? max(0, line - 1) : line
    }
    for difference in file.differences {
      let first = index(of: difference.range.lowerBound)
      let end = min(lines.count, index(of: difference.range.upperBound) + 1)
      if let last = blocks.last, first < last.lines.upperBound {
        blocks[blocks.count - 1].lines = last.lines.lowerBound..<max(end, last.lines.upperBound)
        blocks[blocks.count - 1].differences.append(difference)
      } else {
        blocks.append((first..<max(first, end), [difference]))
      }
    }
    let original = file.original.bytes
    return blocks.compactMap { block in
      var text: [UInt8] = []
      var offset = block.lines.isEmpty ? original.count : lines[block.lines.lowerBound].startIndex
      for difference in block.differences {
        text += original[offset..<difference.range.lowerBound] + difference.bytes
        offset = difference.range.upperBound
      }
      if let last = block.lines.last { text += original[offset..<lines[last].endIndex] }
      return trimmed(Change(old: block.lines, new: Self.lines(of: text[...])), lines: lines)
    }
  }

  /// A change without the lines at both ends that stay as they are; nil when all do.
  private static func trimmed(_ change: Change, lines: [ArraySlice<UInt8>]) -> Change? {
    var change = change
    while let old = change.old.first, let new = change.new.first, lines[old] == new {
      change.old = change.old.dropFirst()
      change.new.removeFirst()
    }
    while let old = change.old.last, let new = change.new.last, lines[old] == new {
      change.old = change.old.dropLast()
      change.new.removeLast()
    }
    return change.old.isEmpty && change.new.isEmpty ? nil : change
  }

  private static func append(
    _ hunk: [Change], lines: [ArraySlice<UInt8>], shift: inout Int, to bytes: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let start = max(0, first.old.lowerBound - context)
    let end = min(lines.count, last.old.upperBound + context)
    let growth = hunk.reduce(0) { $0 + $1.new.count - $1.old.count }
    let old = place(start, count: end - start)
    let new = place(start + shift, count: end - start + growth)
    bytes += Array("@@ -\(old) +\(new) @@\n".utf8)
    var line = start
    for change in hunk {
      for index in line..<change.old.lowerBound { append(lines[index], " ", to: &bytes) }
      for index in change.old { append(lines[index], "-", to: &bytes) }
      for text in change.new { append(text, "+", to: &bytes) }
      line = change.old.upperBound
    }
    for index in line..<end { append(lines[index], " ", to: &bytes) }
    shift += growth
  }

  /// `12,7`: first line and number of lines; an empty part is counted from the line before it.
  private static func place(_ start: Int, count: Int) -> String {
    "\(count == 0 ? start : start + 1)\(count == 1 ? "" : ",\(count)")"
  }

  private static func append(
    _ line: ArraySlice<UInt8>, _ sign: String, to bytes: inout [UInt8]
  ) {
    bytes += Array(sign.utf8) + line
    if line.last != UInt8(ascii: "\n") {
      bytes += Array("\n\\ No newline at end of file\n".utf8)
    }
  }
}
