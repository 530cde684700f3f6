internal import Diagnostics
internal import MarkupTree

/// Compares what the line scanner noted with cmark's tree, ties notes to nodes, and looks for what
/// neither would show a learner rightly.
struct StructureChecks {
  let tree: TreeReader
  let normal: NormalisedText
  let source: SourceFile
  let scan: LineScanner
  /// Index of each line's first byte in `normal`; same numbering as in the original file.
  let positions: PositionFinder

  /// Lines of the file before the text that cmark read.
  let lineShift: Int

  private(set) var attributes: [Markup.NodeID: Attributes] = [:]
  private(set) var alerts: [Markup.NodeID: AlertMark] = [:]
  var diagnostics: [Diagnostic] = []
  /// Lines whose notes turned out to be no heading or item.
  private var disowned: [Int] = []

  var markup: Markup { tree.markup }

  init(
    tree: TreeReader, normal: NormalisedText, source: SourceFile, scan: LineScanner,
    text: UnsafeBufferPointer<UInt8>
  ) {
    self.tree = tree
    self.normal = normal
    self.source = source
    self.scan = scan
    positions = PositionFinder(text: text, lineStarts: normal.lineStarts)
    lineShift = source.position(of: normal.original(0)).line - 1
  }

  /// Ties notes to nodes.
  /// - Returns: The lines to protect in another run, when the scanner took for text what cmark takes
  ///   for something else; nil when both agree.
  mutating func tie() -> LineSet? {
    let code = codeLines()
    tieAttributes()
    let assumed = scan.protected ?? scan.fenced
    let touchesCode = scan.touched.contains { code.contains($0) }
    let isTooCareful = assumed.ranges.contains { range in
      range.contains { !code.contains($0) && !(scan.protected == nil && isBlankLine($0)) }
    }
    guard touchesCode || isTooCareful || !disowned.isEmpty else { return nil }
    var lines = LineSet()
    let all = code.ranges + disowned.map { $0..<$0 + 1 }
    for range in all.sorted(by: { $0.lowerBound < $1.lowerBound }) { lines.append(range) }
    return lines
  }

  func line(of offset: UInt32) -> Int { positions.lineIndex(of: Int(offset)) }

  private func isBlankLine(_ line: Int) -> Bool {
    source.line(line + 1 + lineShift).allSatisfy { $0 <= UInt8(ascii: " ") }
  }

  /// Lines of code blocks and HTML blocks.
  private func codeLines() -> LineSet {
    var lines = LineSet()
    for node in markup.nodes where node.kind == .codeBlock || node.kind == .htmlBlock {
      lines.append(self.lines(of: node))
    }
    return lines
  }

  /// The lines that a block covers.
  func lines(of node: Markup.Node) -> Range<Int> {
    let first = line(of: node.source.lower)
    let last = line(of: max(node.source.lower, node.source.upper == 0 ? 0 : node.source.upper - 1))
    return first..<max(first, last) + 1
  }

  private mutating func tieAttributes() {
    guard !scan.attributes.isEmpty else { return }
    var headings: [Int: Markup.NodeID] = [:]
    var items: [Int: Markup.NodeID] = [:]
    headings.reserveCapacity(scan.attributes.count)
    items.reserveCapacity(scan.attributes.count)
    attributes.reserveCapacity(scan.attributes.count)
    for (id, node) in markup.nodes.enumerated() {
      if node.kind == .heading { headings[line(of: node.source.lower)] = id }
      if node.kind == .item { items[line(of: node.source.lower)] = id }
    }
    for found in scan.attributes {
      let id = found.owner == .heading ? headings[found.line] : items[found.line]
      guard let id else {
        disowned.append(found.line)
        continue
      }
      if let first = attributes[id] {
        diagnostics.append(
          Diagnostic(
            .malformedAttribute, path: source.path, range: found.attributes.range,
            "This heading has braces on its own line already.",
            help: "Put everything into one pair.",
            notes: [Diagnostic.Note("The other pair is here.", range: first.range)]))
      } else {
        attributes[id] = found.attributes
      }
    }
  }

  /// Ties alert markers to the quotes that they begin; each other marker is a mistake.
  mutating func tieAlerts() {
    guard !scan.alerts.isEmpty else { return }
    var quotes: [Int: Markup.NodeID] = [:]
    quotes.reserveCapacity(2 * scan.alerts.count)
    alerts.reserveCapacity(scan.alerts.count)
    for (id, node) in markup.nodes.enumerated() where node.kind == .blockQuote {
      quotes[normal.original(Int(node.source.lower))] = id
    }
    for found in scan.alerts {
      if let id = quotes[found.quote] {
        alerts[id] = found.mark
      } else {
        reportMerged(found)
      }
    }
  }

  private mutating func reportMerged(_ found: LineScanner.FoundAlert) {
    let holder = alerts.keys.sorted().last { id in
      let node = markup.nodes[id]
      return lines(of: node).contains(found.line) || lines(of: node).upperBound == found.line
    }
    let word = found.mark.word.text
    let start = source.offset(ofLine: source.position(of: found.range.lower).line) ?? 0
    let fixes =
      source.bytes.indices.contains(start) && source.bytes[start] == UInt8(ascii: ">")
      ? [
        Diagnostic.Fix(
          "Put an empty line before it", range: SourceRange(start, start), replacement: "\n")
      ]
      : []
    if let holder, let first = alerts[holder] {
      diagnostics.append(
        Diagnostic(
          .mergedAlerts, path: source.path, range: found.range,
          "`[!\(word)]` stands inside the block `[!\(first.word.text)]`: there is no empty line between them.",
          help: "Leave an empty line, without `>`, before each block.",
          notes: [Diagnostic.Note("The block begins here.", range: first.word.range)], fixes: fixes)
      )
    } else {
      diagnostics.append(
        Diagnostic(
          .alertNotAtStart, path: source.path, range: found.range,
          "`[!\(word)]` isn't on the first line of its quote, so it begins no block.",
          help: "Leave an empty line, without `>`, before it.", fixes: fixes))
    }
  }
}
