internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Turns neighbouring blocks of a file into blocks of the model.
struct BlockComposer {
  /// The file it cuts from.
  let source: TextSource
  /// Files that others may take in.
  let includes: IncludeLibrary
  /// Included files that are open, outermost first; to find loops.
  let openIncludes: [String]
  /// Ids of the toolkit's trees; a link to one alone on a line plays it.
  let trees: Lookup<String>
  /// Minutes of steps by item; a translation's are completed from the original.
  var stepMinutes: [Markup.NodeID: Int]
  /// Bytes that includes may still take in.
  private(set) var budget: Int
  /// What it has to say.
  private(set) var findings = Findings()

  private var markup: Markup { source.markup }

  init(
    source: TextSource, includes: IncludeLibrary, openIncludes: [String] = [],
    trees: Lookup<String>, budget: Int = IncludeLibrary.budget
  ) {
    self.budget = budget
    stepMinutes = source.stepMinutes
    self.source = source
    self.includes = includes
    self.openIncludes = openIncludes
    self.trees = trees
  }

  /// Composes blocks; plain ones that stand next to each other become one piece of prose.
  mutating func compose(_ nodes: [Markup.NodeID]) -> [Block] {
    var blocks: [Block] = []
    var run: (first: Markup.NodeID, last: Markup.NodeID)?
    func endRun() {
      if let open = run {
        blocks.append(.prose(source.prose(from: open.first, through: open.last)))
      }
      run = nil
    }
    for node in nodes {
      if let special = special(node) {
        endRun()
        blocks += special
      } else if let open = run, Int(markup.nodes[open.last].end) == node {
        run = (open.first, node)
      } else {
        endRun()
        run = (node, node)
      }
    }
    endRun()
    return blocks
  }

  /// What a block becomes when it isn't plain text; nil when it is.
  private mutating func special(_ node: Markup.NodeID) -> [Block]? {
    switch markup.nodes[node].kind {
    case .blockQuote:
      guard let alert = source.document.alerts[node] else { return nil }
      return callout(node, alert).map { [$0] } ?? []
    case .htmlBlock:
      return markup.nodes[node].text.isEmpty ? [] : nil
    case .list:
      return steps(node).map { [.steps($0)] }
    case .paragraph:
      return include(node) ?? figure(node).map { [.figure($0)] } ?? tree(node).map { [.tree($0)] }
    case .document, .heading, .item, .codeBlock, .thematicBreak, .table, .tableHeader, .tableRow,
      .tableCell, .footnoteDefinition, .text, .softBreak, .lineBreak, .code, .htmlInline,
      .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference:
      return nil
    }
  }

  // MARK: Callouts

  private mutating func callout(_ node: Markup.NodeID, _ alert: AlertMark) -> Block? {
    let word = alert.word.text
    guard let kind = Callout.Kind(rawValue: word.lowercased()) else {
      sayWhere(word, alert.word.range)
      return nil
    }
    reportAttributes(of: alert)
    let children = Array(markup.children(of: node))
    let title = alert.title.flatMap { $0.text.isEmpty ? nil : $0.text }
    return .callout(
      Callout(
        kind: kind, title: kind == .adapt ? nil : title.map { Prose(plain: $0) }, anchor: nil,
        situation: kind == .adapt ? title : nil, blocks: compose(children)))
  }

  /// Says where a block belongs that means nothing here.
  private mutating func sayWhere(_ word: String, _ range: SourceRange) {
    let home: String
    switch word.lowercased() {
    case "hint": home = "under a question"
    case "score": home = "under a quiz"
    case "also": home = "under a node of a decision tree"
    default:
      findings.leavesOut("`[!\(word)]`", path: source.path, range: range)
      return
    }
    findings.misplaced(
      "`[!\(word)]` means nothing here; it belongs \(home).", path: source.path, range: range)
  }

  private mutating func reportAttributes(of alert: AlertMark) {
    guard let attributes = alert.attributes else { return }
    for pair in attributes.pairs where pair.variantMark == nil {
      findings.add(
        Diagnostic(
          .unknownAttribute, path: source.path, range: pair.key.range,
          "`\(pair.key.text)=` means nothing on `[!\(alert.word.text)]`.",
          help: Suggestion.help(for: pair.key.text, in: VariantKey.allCases.map(\.rawValue))))
    }
    for name in attributes.classes {
      findings.add(
        Diagnostic(
          .unknownKind, path: source.path, range: name.range,
          "`.\(name.text)` means nothing on `[!\(alert.word.text)]`."))
    }
  }

  // MARK: Steps

  /// A numbered list in which some item carries its time.
  private mutating func steps(_ list: Markup.NodeID) -> [Step]? {
    guard markup.nodes[list].flags.contains(.ordered) else { return nil }
    let items = Array(markup.children(of: list))
    guard items.contains(where: { stepMinutes[$0] != nil }) else { return nil }
    return items.map { item in
      Step(
        minutes: stepMinutes[item], blocks: compose(Array(markup.children(of: item))))
    }
  }

  // MARK: Paragraphs that stand for something else

  /// A picture alone in a paragraph, with the line under it as its caption.
  private func figure(_ paragraph: Markup.NodeID) -> Figure? {
    let image = paragraph + 1
    guard image < markup.nodes.count, markup.nodes[paragraph].end > image,
      markup.nodes[image].kind == .image, case .media(let path)? = source.text.references[image]
    else { return nil }
    let end = Int(markup.nodes[paragraph].end)
    let next = Int(markup.nodes[image].end)
    var caption: Prose?
    var credit: String?
    if next < end {
      guard markup.nodes[next].kind == .softBreak || markup.nodes[next].kind == .lineBreak else {
        return nil
      }
      let text = (next + 1)..<end
      let creditNode = text.first { source.credits[$0] != nil }
      credit = creditNode.flatMap { source.credits[$0] }
      let shown = text.lowerBound..<(creditNode.map { $0 + 1 } ?? end)
      let words = Prose(source.text, nodes: shown)
      caption = words.plainText.trimmed.isEmpty ? nil : words
    }
    return Figure(
      media: path, alternative: markup.plainText(markup.subtree(image)), caption: caption,
      credit: credit)
  }

  /// A link to a tree, alone in a paragraph.
  private func tree(_ paragraph: Markup.NodeID) -> FileID? {
    let link = paragraph + 1
    guard link < markup.nodes.count, markup.nodes[link].kind == .link,
      markup.nodes[link].end == markup.nodes[paragraph].end,
      case .place(let anchor)? = source.text.references[link], anchor.element == nil,
      trees.contains(anchor.file.text)
    else { return nil }
    return anchor.file
  }

  /// `{{include: shared/consent-script.md}}`, alone in a paragraph.
  private mutating func include(_ paragraph: Markup.NodeID) -> [Block]? {
    let nodes = (paragraph + 1)..<Int(markup.nodes[paragraph].end)
    guard nodes.count == 1, let node = nodes.first, markup.nodes[node].kind == .text else {
      return nil
    }
    guard markup.utf8(markup.nodes[node].text).holds(UInt8(ascii: "{")) else { return nil }
    let text = markup.string(markup.nodes[node].text).trimmed
    guard text.hasPrefix("{{"), text.hasSuffix("}}") else { return nil }
    let inner = text.dropFirst(2).dropLast(2)
    guard let colon = inner.firstIndex(of: ":"),
      String(inner[..<colon]).trimmed.lowercased() == "include"
    else { return nil }
    let address = String(inner[inner.index(after: colon)...]).trimmed
    let (blocks, diagnostics) = includes.blocks(
      of: address, from: source, at: source.range(of: paragraph), open: openIncludes, trees: trees,
      budget: &budget)
    findings.add(diagnostics)
    return blocks
  }
}
