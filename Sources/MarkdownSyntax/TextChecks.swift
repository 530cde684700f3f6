internal import Diagnostics
internal import MarkupTree

// What is wrong with the tree, as far as Markdown itself goes.
extension StructureChecks {
  /// Runs all checks; after `tie` and `tieAlerts`.
  mutating func check() {
    checkSetextHeadings()
    checkNestedHeadings()
    checkFences()
    checkComments()
    checkHiddenLines()
    for id in alerts.keys.sorted() { checkEnd(of: id) }
    checkTexts()
  }

  func original(_ span: Markup.Span) -> SourceRange {
    let lower = normal.original(Int(span.lower))
    return SourceRange(lower, max(lower, normal.original(Int(span.upper), isEnd: true)))
  }

  // MARK: Headings

  private mutating func checkSetextHeadings() {
    for id in tree.setextHeadings {
      let node = markup.nodes[id]
      let range = original(node.source)
      let bytes = source.bytes[range.lower..<range.upper]
      let breaks = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let isDashed = node.level == 2
      let text = String(decoding: breaks.first ?? [], as: UTF8.self).trimmingBlanks
      let hashes = String(repeating: "#", count: Int(node.level))
      diagnostics.append(
        Diagnostic(
          .setextHeading, path: source.path, range: range,
          "The line of `\(isDashed ? "-" : "=")` makes a heading of the line above it.",
          help: isDashed
            ? "Write headings with `#`. If you meant a dividing line, leave an empty line before `---`."
            : "Write headings with `#`.",
          fixes: breaks.count == 2
            ? [
              Diagnostic.Fix(
                "Write `\(hashes) \(text)`", range: range, replacement: "\(hashes) \(text)")
            ] : []))
    }
  }

  // MARK: Text that falls out of a block

  private mutating func checkEnd(of id: Markup.NodeID) {
    guard let mark = alerts[id] else { return }
    let node = markup.nodes[id]
    let next = Int(node.end)
    let isEmpty = next == id + 1
    let mayBeEmpty = mark.word.text == "SLIDE" || mark.word.text == "ADAPT"
    if isEmpty, !(mayBeEmpty && mark.title != nil), !isReported(mark) {
      reportEmpty(mark, node)
      return
    }
    guard next < markup.nodes.count, markup.nodes[next].parent == node.parent else { return }
    let follower = markup.nodes[next]
    let line = self.line(of: follower.source.lower)
    if follower.kind == .heading || follower.kind == .thematicBreak { return }
    let before = source.line(line + lineShift)
    if !isEmpty, !before.allSatisfy({ $0 <= UInt8(ascii: " ") || $0 >= 0x80 }), !hasOuterQuote(id) {
      loses(
        mark, at: firstLine(follower),
        "This text stands right under the block `[!\(mark.word.text)]`, but isn't part of it.")
    } else if follower.kind == .blockQuote, alerts[next] == nil,
      AlertMark.confidential.contains(mark.word.text)
    {
      loses(
        mark, at: firstLine(follower),
        "This quote follows the block `[!\(mark.word.text)]`, but isn't part of it, so learners would read it.",
        help:
          "If it belongs to the block, put `>` on the empty line between them. If it is for learners, put a sentence between them."
      )
    }
  }

  private mutating func reportEmpty(_ mark: AlertMark, _ node: Markup.Node) {
    guard let title = mark.title, mark.word.text != "SCORE" else {
      loses(mark, at: original(node.source), "The block `[!\(mark.word.text)]` holds no text.")
      return
    }
    let start = source.bytes[mark.word.range.upper..<title.range.lower]
      .lastIndex(of: UInt8(ascii: "]"))
    let gap = SourceRange(start.map { $0 + 1 } ?? title.range.lower, title.range.lower)
    let line = source.line(source.position(of: title.range.lower).line)
    let isPlain = line.first == UInt8(ascii: ">") && mark.attributes == nil
    diagnostics.append(
      Diagnostic(
        .alertLosesText, path: source.path, range: title.range,
        "The text of the block `[!\(mark.word.text)]` stands on its first line, where only a title goes.",
        help: "Put the text on the next line, behind `> `.",
        notes: [Diagnostic.Note("The block begins here.", range: mark.word.range)],
        fixes: isPlain
          ? [Diagnostic.Fix("Begin a new line", range: gap, replacement: "\n> ")] : []))
  }

  /// Whether a block stands in another quote, where every line begins with `>`.
  private func hasOuterQuote(_ id: Markup.NodeID) -> Bool {
    var parent = Int(markup.nodes[id].parent)
    while parent >= 0 {
      if markup.nodes[parent].kind == .blockQuote { return true }
      parent = Int(markup.nodes[parent].parent)
    }
    return false
  }

  /// Whether the scanner has spoken of the block's next line.
  private func isReported(_ mark: AlertMark) -> Bool {
    scan.diagnostics.contains { diagnostic in
      diagnostic.code == .alertLosesText
        && diagnostic.notes.contains {
          $0.range?.upper ?? 0 >= mark.word.range.upper
            && $0.range?.lower ?? 0 <= mark.word.range.lower
        }
    }
  }

  private func firstLine(_ node: Markup.Node) -> SourceRange {
    let range = original(node.source)
    let end = source.bytes[range.lower..<range.upper].firstIndex {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    return SourceRange(range.lower, end ?? range.upper)
  }

  private mutating func loses(
    _ mark: AlertMark, at range: SourceRange, _ message: String,
    help: String =
      "Begin each line of the block with `> `, and leave an empty line behind its last line."
  ) {
    diagnostics.append(
      Diagnostic(
        .alertLosesText, path: source.path, range: range, message, help: help,
        notes: [Diagnostic.Note("The block begins here.", range: mark.word.range)]))
  }

  // MARK: Running text

  /// Markers and braces that nobody took out of the text.
  private mutating func checkTexts() {
    let reported = Set(
      (scan.diagnostics + diagnostics).compactMap {
        $0.range.map { source.position(of: $0.lower).line }
      })
    let nodes = markup.nodes
    markup.bytes.withUnsafeBufferPointer { bytes in
      // Texts without these signs end here as a whole.
      let mayHoldMarker = bytes.offset(of: UInt8(ascii: "[")) != nil
      let mayHoldBraces = bytes.offset(of: UInt8(ascii: "}")) != nil
      guard mayHoldMarker || mayHoldBraces else { return }
      for id in nodes.indices where nodes[id].kind == .text {
        let range = nodes[id].text.range
        if mayHoldMarker, let marker = findMarker(bytes, range) {
          reportText(id, marker, reported)
        } else if mayHoldBraces, let braces = findBraces(bytes, range), endsLine(id) {
          reportBraces(id, braces, reported)
        }
      }
    }
  }

  private func findMarker(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> AlertReader.Marker? {
    let text = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var next = range.lowerBound
    while let offset = text.offset(of: UInt8(ascii: "["), from: next) {
      next = offset + 1
      guard let marker = AlertReader.marker(bytes, offset..<range.upperBound), marker.known != nil,
        marker.isWellFormed
      else { continue }
      return marker
    }
    return nil
  }

  private func findBraces(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int>? {
    let finder = BraceFinder(text: bytes)
    let end = finder.trimmedEnd(range)
    guard end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "}"),
      case .attributes(let open, let close, _) = finder.find(in: range, skipsHashes: false)
    else { return nil }
    return open..<close
  }

  /// Whether a text is the last of its line.
  private func endsLine(_ id: Markup.NodeID) -> Bool {
    let next = id + 1
    guard next < markup.nodes.count, markup.nodes[next].parent == markup.nodes[id].parent else {
      return true
    }
    let kind = markup.nodes[next].kind
    return kind == .softBreak || kind == .lineBreak
  }

  private mutating func reportText(
    _ id: Markup.NodeID, _ marker: AlertReader.Marker, _ reported: Set<Int>
  ) {
    let range = original(markup.nodes[id].source)
    guard !reported.contains(source.position(of: range.lower).line) else { return }
    diagnostics.append(
      Diagnostic(
        .alertNotAtStart, path: source.path, range: range,
        "`[!\(marker.word)]` stands in the middle of a text, so it begins no block.",
        help:
          "Put it on a line of its own, behind `> `, with an empty line before. To write about it, put it in backticks."
      ))
  }

  private mutating func reportBraces(
    _ id: Markup.NodeID, _ braces: Range<Int>, _ reported: Set<Int>
  ) {
    let whole = original(markup.nodes[id].source)
    guard !reported.contains(source.position(of: whole.lower).line) else { return }
    let lower = max(whole.lower, whole.upper - braces.count)
    diagnostics.append(
      Diagnostic(
        .misplaced, path: source.path, range: SourceRange(lower, whole.upper),
        "These braces stand behind plain text, where they do nothing and learners read them.",
        help:
          "Braces go behind a heading, behind the first line of a list item, or behind a block's marker. Right under a heading they may stand alone."
      ))
  }
}

extension String {
  /// Without spaces and tabs at both ends.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return String(text)
  }
}
