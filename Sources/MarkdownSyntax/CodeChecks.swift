internal import Diagnostics
internal import MarkupTree

// Code and HTML where the author meant something else, and headings in the wrong place.
extension StructureChecks {
  mutating func checkFences() {
    for node in markup.nodes where node.kind == .codeBlock && node.flags.contains(.fenced) {
      guard !isClosed(node) else { continue }
      let first = lines(of: node).lowerBound
      let end = source.offset(ofLine: first + 2 + lineShift) ?? source.bytes.count
      let lower = normal.original(Int(node.source.lower))
      diagnostics.append(
        Diagnostic(
          .fenceNotClosed, path: source.path,
          range: SourceRange(lower, max(lower, end - 1)),
          "This code block is never closed, so everything behind it counts as code.",
          help: "Put a line with the same signs where the code ends."))
    }
  }

  /// Whether a fenced block's last line is its fence.
  private func isClosed(_ node: Markup.Node) -> Bool {
    let lines = self.lines(of: node)
    guard lines.count > 1 else { return false }
    let opening = normal.bytes[node.source.range].prefix {
      $0 == normal.bytes[Int(node.source.lower)]
    }
    let start = Int(normal.lineStarts[lines.upperBound - 1])
    let end = Int(normal.lineStarts[lines.upperBound])
    let last = normal.bytes[start..<end].filter {
      $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ">")
    }
    return last.count >= opening.count && last.allSatisfy { $0 == opening.first }
  }

  // MARK: Comments

  /// Comments without their end: at the start of a block they swallow the rest, in a line they show.
  mutating func checkComments() {
    let bytes = source.bytes
    // Nearly no file has a comment; then no text is looked at.
    guard bytes.withUnsafeBufferPointer({ $0.holds("<!--") }) else { return }
    for node in markup.nodes where node.kind == .htmlBlock || node.kind == .text {
      let text = markup.utf8(node.text)
      guard text.withUnsafeBufferPointer({ $0.holds("<!--") }) else { continue }
      let range = original(node.source)
      guard let start = commentStart(bytes, range),
        node.kind == .text
          || text.starts(with: Array("<!--".utf8))
            && !text.withUnsafeBufferPointer({ $0.holds("-->") })
      else { continue }
      diagnostics.append(
        Diagnostic(
          .commentNotClosed, path: source.path, range: SourceRange(start, start + 4),
          node.kind == .text
            ? "This comment doesn't end before the next empty line, so learners would read it."
            : "This comment is never closed, so everything behind it is missing from the page.",
          help: "Write `-->` where the comment ends."))
    }
  }

  /// Offset of a `<!--` that no backslash takes the meaning from.
  private func commentStart(_ bytes: [UInt8], _ range: SourceRange) -> Int? {
    let open = Array("<!--".utf8)
    var offset = range.lower
    while offset + open.count <= range.upper {
      if bytes[offset] == open[0], bytes[offset..<offset + open.count].elementsEqual(open),
        offset == 0 || bytes[offset - 1] != UInt8(ascii: "\\")
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  // MARK: Lines in code and HTML

  /// Blocks and headings that cmark takes for code or HTML: shown to everybody as they are.
  mutating func checkHiddenLines() {
    guard !scan.hiddenMarkers.isEmpty || !scan.hiddenHeadings.isEmpty else { return }
    for node in markup.nodes where node.kind == .codeBlock || node.kind == .htmlBlock {
      let isMeant =
        node.kind == .codeBlock
        ? node.flags.contains(.fenced) : markup.utf8(node.text).starts(with: Array("<!--".utf8))
      guard !isMeant else { continue }
      let lines = self.lines(of: node)
      for line in scan.hiddenMarkers where lines.contains(line) {
        reportHidden(line, node.kind, .alertNotAtStart, "begins no block")
      }
      for line in scan.hiddenHeadings where lines.contains(line) {
        reportHidden(line, node.kind, .misplaced, "is no heading")
      }
    }
  }

  private mutating func reportHidden(
    _ line: Int, _ kind: Markup.Kind, _ code: DiagnosticCode, _ effect: String
  ) {
    let start = source.offset(ofLine: line + 1 + lineShift) ?? 0
    let end = start + source.line(line + 1 + lineShift).count
    diagnostics.append(
      Diagnostic(
        code, path: source.path, range: SourceRange(start, end),
        kind == .codeBlock
          ? "This line is indented so far that it counts as code, so it \(effect) and learners would read it."
          : "This line is part of raw HTML, so it \(effect) and learners would read it.",
        help: kind == .codeBlock
          ? "Take spaces away from the start of the lines."
          : "Put an empty line between the HTML and the block."))
  }

  // MARK: Headings in quotes and lists

  /// Headings with kinds or values in a quote or a list, where these do nothing.
  mutating func checkNestedHeadings() {
    for id in attributes.keys.sorted() where markup.nodes[id].kind == .heading {
      let parent = Int(markup.nodes[id].parent)
      guard parent > 0, let found = attributes[id], !found.classes.isEmpty || !found.pairs.isEmpty
      else { continue }
      diagnostics.append(
        Diagnostic(
          .misplaced, path: source.path, range: found.range,
          "This heading stands in a quote or a list, where its braces do nothing and learners read what follows.",
          help: "Begin its line with `#`, without `>`, list marker or spaces in front."))
    }
  }
}
