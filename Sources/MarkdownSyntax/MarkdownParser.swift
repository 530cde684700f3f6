public import Diagnostics
internal import MarkupTree

/// Markdown as trainers type it, read into documents.
///
/// The way of a file: bytes are checked to be UTF-8 (`TextFacts`); front matter is read
/// (`FrontMatterReader`); lines are put right and braces and alert markers taken out
/// (`LineScanner`); cmark reads the rest into an arena with exact places (`TreeReader`); both
/// readings are compared (`StructureChecks`); places are led back to the original file.
public enum MarkdownParser {
  /// More levels than this in a tree are no text.
  static let depthLimit = 200

  /// Reads one file.
  ///
  /// Never fails: what can't be read gives diagnostics and a document that holds what could.
  public static func parse(_ source: SourceFile) -> (MarkdownDocument, [Diagnostic]) {
    var (facts, diagnostics) = TextFacts.check(source)
    guard facts.isReadable else { return (MarkdownDocument(source: source), diagnostics) }
    let (frontMatter, body, problems) = FrontMatterReader.read(source, from: facts.start)
    diagnostics += problems
    let (document, more) = parseBody(source, facts, frontMatter, from: body)
    return (document, (diagnostics + more).inFileOrder)
  }

  /// Reads many files, several at a time.
  /// - Parameters:
  ///   - sources: The files.
  ///   - jobs: How many at a time; at least one.
  /// - Returns: One result per file, in the order of the files.
  public static func parseAll(
    _ sources: [SourceFile], jobs: Int
  ) async -> [(MarkdownDocument, [Diagnostic])] {
    let jobs = max(1, min(jobs, sources.count))
    // Every job takes each so-manieth file: no shared state, and neighbours of like size are spread.
    let parts = await withTaskGroup(of: (Int, [(MarkdownDocument, [Diagnostic])]).self) { group in
      for job in 0..<jobs {
        group.addTask {
          (job, stride(from: job, to: sources.count, by: jobs).map { parse(sources[$0]) })
        }
      }
      var parts = [[(MarkdownDocument, [Diagnostic])]](repeating: [], count: jobs)
      for await (job, part) in group { parts[job] = part }
      return parts
    }
    return sources.indices.map { parts[$0 % jobs][$0 / jobs] }
  }

  private static func parseBody(
    _ source: SourceFile, _ facts: TextFacts, _ frontMatter: FrontMatter?, from start: Int
  ) -> (MarkdownDocument, [Diagnostic]) {
    var protected: LineSet?
    // The second run nearly always settles it; a text made to never settle ends after the fourth.
    var run = 0
    while true {
      run += 1
      let scan = source.bytes.withUnsafeBufferPointer { bytes in
        var scan = LineScanner(bytes, path: source.path, facts: facts, protected: protected)
        scan.scan(from: start)
        return scan
      }
      if scan.isHostile {
        return (MarkdownDocument(source: source, frontMatter: frontMatter), scan.diagnostics)
      }
      let normal = NormalisedText(source.bytes, from: start, edits: scan.orderedEdits)
      let result = normal.bytes.withUnsafeBufferPointer { text -> Result in
        let tree = TreeReader(text, lineStarts: normal.lineStarts, correctsTicks: true)
        var checks = StructureChecks(
          tree: tree, normal: normal, source: source, scan: scan, text: text)
        if tree.deepest > depthLimit { return .tooDeep(checks.lineShift + tree.deepestLine + 1) }
        if let lines = checks.tie(), run < 4 { return .again(lines) }
        checks.tieAlerts()
        checks.check()
        return .done(checks)
      }
      switch result {
      case .again(let lines): protected = lines
      case .tooDeep(let line):
        return (
          MarkdownDocument(source: source, frontMatter: frontMatter),
          scan.diagnostics + [nesting(source, line)]
        )
      case .done(let checks):
        let document = MarkdownDocument(
          source: source, markup: checks.markupInOriginal(), frontMatter: frontMatter,
          attributes: checks.attributes, alerts: checks.alerts,
          corrections: scan.orderedEdits.filter { $0.purpose == .correction }.map(\.textEdit))
        return (document, scan.diagnostics + checks.diagnostics)
      }
    }
  }

  private enum Result {
    case again(LineSet)
    case tooDeep(Int)
    case done(StructureChecks)
  }

  private static func nesting(_ source: SourceFile, _ line: Int) -> Diagnostic {
    let start = source.offset(ofLine: line) ?? 0
    return Diagnostic(
      .nestedTooDeep, path: source.path,
      range: SourceRange(start, start + min(40, source.line(line).count)),
      "This text is nested more than \(depthLimit) levels deep.",
      help: "Take out surplus indentation, `>` and marks. Nothing of this file was read.")
  }
}

extension LineScanner {
  /// The edits in the order of the file, without overlaps.
  var orderedEdits: [SourceEdit] {
    var end: UInt32 = 0
    var isOrdered = true
    for edit in edits {
      if edit.lower < end { isOrdered = false }
      end = max(end, edit.upper)
    }
    if isOrdered { return edits }
    end = 0
    return edits.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }.filter { edit in
      guard edit.lower >= end else { return false }
      end = edit.upper
      return true
    }
  }
}

extension StructureChecks {
  /// The arena with its places led back to the original file.
  func markupInOriginal() -> Markup {
    // Copied, since what cmark's tree was read into has room for more than it holds.
    var markup = self.markup
    markup.bytes = markup.bytes.withUnsafeBufferPointer { Array($0) }
    markup.nodes.withUnsafeMutableBufferPointer { nodes in
      var place = 0
      for id in nodes.indices {
        let span = nodes[id].source
        let lower = normal.original(Int(span.lower), near: &place)
        var end = place
        let upper = normal.original(Int(span.upper), isEnd: true, near: &end)
        nodes[id].source = Markup.Span(lower, upper)
      }
    }
    return markup
  }
}
