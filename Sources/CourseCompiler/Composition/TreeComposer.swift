internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Composes one decision tree of one edition.
struct TreeComposer {
  let file: PairedFile
  let index: IDIndex
  let includes: IncludeLibrary
  /// Index of the file in the engine blob.
  let engineIndex: Int
  private(set) var findings = Findings()

  init(file: PairedFile, index: IDIndex, includes: IncludeLibrary, engineIndex: Int) {
    self.file = file
    self.index = index
    self.includes = includes
    self.engineIndex = engineIndex
  }

  private var path: String { file.original.path }

  /// The tree, and what the engine must know of it.
  mutating func compose() -> (Tree, EngineDraft) {
    let (items, diagnostics) = file.top()
    findings.add(diagnostics)
    var introduction: [Block] = []
    var nodes: [Tree.Node] = []
    for item in items {
      switch item {
      case .blocks(let blocks, let source):
        if nodes.isEmpty { introduction += composeBlocks(blocks, in: source) }
      case .heading(let pair):
        if let node = node(pair) { nodes.append(node) }
      }
    }
    findings.add(CheckList.findings(in: CheckedTree(file: file, nodes: nodes)))
    var engine = EngineDraft(file: file.file)
    _ = engine.add(
      file.file.text,
      .tree(
        nodes.map { node in
          .init(
            id: node.anchor.element ?? "", kind: node.kind, answers: node.answers.map(\.target))
        }))
    return (tree(introduction, nodes), engine)
  }

  private mutating func tree(_ introduction: [Block], _ nodes: [Tree.Node]) -> Tree {
    let (header, translated, problems) = FileHeader.read(file)
    findings.add(problems)
    findings.add(header.unknownReferences(in: file, index: index))
    return Tree(
      id: file.file, engineIndex: engineIndex,
      title: translated?.title ?? header.title ?? file.file.text,
      contentWarning: translated?.contentWarning ?? header.contentWarning,
      introduction: introduction, nodes: nodes,
      language: (file.translation ?? file.original).language)
  }

  // MARK: Nodes

  private mutating func node(_ pair: Pair) -> Tree.Node? {
    let heading = pair.original
    guard heading.level == 2 else {
      findings.misplaced(
        "Nodes of a tree are second-level headings.", path: path,
        range: file.original.range(of: heading.node), help: "Write `##`.")
      return nil
    }
    let kind = kind(of: pair)
    guard let id = heading.id else {
      findings.add(
        Diagnostic(
          .missingID, path: path, range: file.original.range(of: heading.node),
          "This node has no id, so no answer can lead to it.",
          help: "Write one behind the heading: `{#danger}`."))
      return nil
    }
    let original = NodeText(heading, in: file.original)
    let (words, source) = file.words(of: pair)
    let text = NodeText(words, in: source, likeOriginal: original)
    let answers = answers(original, text, kind: kind)
    checkCount(answers, kind: kind, heading: heading)
    return Tree.Node(
      anchor: Anchor(file.file, id.text), title: source.inlines(of: words.node), kind: kind,
      blocks: composeBlocks(text.blocks, in: source), answers: answers,
      also: text.also.map { composeBlocks(Array(source.markup.children(of: $0)), in: source) },
      language: source.language)
  }

  private mutating func kind(of pair: Pair) -> Tree.Kind {
    var reader = HeadingReader(path: path)
    let kind = reader.kind(of: pair.original)
    findings.add(reader.findings.all)
    if let translated = pair.translated, let translation = file.translation {
      var check = HeadingReader(path: translation.path)
      check.check(translated, against: pair.original, in: file.original)
      findings.add(check.findings.all)
    }
    switch kind {
    case .treeNode(let kind): return kind
    case nil: return .question
    case .outcomes, .session, .question, .quiz, .callout, .later:
      findings.misplaced(
        "A node of a tree is a question (no word in the braces), a `.step` or an end.", path: path,
        range: pair.original.attributes?.range,
        help: "Ends are `.end`, `.today` and `.emergency`.")
      return .question
    }
  }

  /// Pairs the answers of the original with their words.
  private mutating func answers(
    _ original: NodeText, _ text: NodeText, kind: Tree.Kind
  ) -> [Tree.Answer] {
    var words = text
    if text.answers.count != original.answers.count {
      findings.add(
        Diagnostic(
          .translationDiffers, path: text.source.path,
          range: text.source.range(of: text.heading.node),
          "The original has \(original.answers.count) answers here, the translation "
            + "\(text.answers.count).",
          help: "Answers are matched by their position.",
          notes: [original.source.note(original.heading.node)]))
      words = original
    } else {
      compareTargets(original, text)
    }
    return zip(original.answers, words.answers).compactMap { answer, translated in
      guard let target = target(of: answer, in: original.source) else { return nil }
      return Tree.Answer(
        text: words.words(of: translated), target: target,
        remark: translated.quotes.flatMap { quote in
          composeBlocks(Array(words.source.markup.children(of: quote)), in: words.source)
        })
    }
  }

  /// Answers are matched by position: a target repeated elsewhere shows that the order differs.
  private mutating func compareTargets(_ original: NodeText, _ text: NodeText) {
    for (answer, translated) in zip(original.answers, text.answers) {
      guard let link = NodeText.link(of: answer.node, in: original.source),
        let repeated = NodeText.link(of: translated.node, in: text.source),
        case .place(let anchor)? = original.source.text.references[link],
        case .place(let other)? = text.source.text.references[repeated], anchor != other
      else { continue }
      findings.add(
        Diagnostic(
          .translationDiffers, path: text.source.path, range: text.source.range(of: repeated),
          "This answer leads to `\(other)` here and to `\(anchor)` in the original.",
          help: "Write the answers in the original's order; where they lead may be left out.",
          notes: [original.source.note(link)]))
    }
  }

  private mutating func target(of answer: ChoiceList.Item, in source: TextSource) -> Anchor? {
    let range = source.range(of: answer.node)
    guard let link = NodeText.link(of: answer.node, in: source) else {
      findings.add(
        Diagnostic(
          .answerWithoutTarget, path: source.path, range: range,
          "This answer leads nowhere.",
          help: "Begin it with a link to a node of this tree or another: `- [Yes](#emergency)`."))
      return nil
    }
    let nodes = source.words(of: answer.node)
    let end = Int(source.markup.nodes[link].end)
    let behind = source.markup.plainText(end..<max(end, nodes.upperBound)).trimmed
    if !behind.isEmpty || !source.extraBlocks(of: answer.node).isEmpty {
      findings.misplaced(
        "Text behind an answer's link would not be shown.", path: source.path, range: range,
        help: "Put it into the link, or into a quote under the answer.")
    }
    guard case .place(let anchor)? = source.text.references[link] else { return nil }
    if anchor.file == file.file || index.trees[anchor.file.text] != nil { return anchor }
    findings.add(
      Diagnostic(
        .answerWithoutTarget, path: source.path, range: source.range(of: link),
        "An answer leads to a node of a tree; `\(anchor)` is none.",
        help: "Link to `#id`, or to another tree: `t2`, `t2#id`."))
    return nil
  }

  private mutating func checkCount(_ answers: [Tree.Answer], kind: Tree.Kind, heading: Heading) {
    let range = file.original.range(of: heading.node)
    switch kind {
    case .question:
      if answers.isEmpty {
        findings.add(
          Diagnostic(
            .deadEnd, path: path, range: range, "This node has no answers, so learners get stuck.",
            help: "Write answers as `- [Yes](#id)`, or mark it as an end: `.end`, `.today` or "
              + "`.emergency`."))
      }
    case .step:
      if answers.count > 1 {
        findings.misplaced(
          "A step has one way on at most.", path: path, range: range,
          help: "Leave `.step` out to make it a question.")
      }
    case .end, .today, .emergency:
      if !answers.isEmpty {
        findings.misplaced(
          "An end has no answers.", path: path, range: range,
          help: "Make it a `.step`, or put a plain link into its text.")
      }
    }
  }

  private mutating func composeBlocks(_ nodes: [Markup.NodeID], in source: TextSource) -> [Block] {
    findings.blocks(
      nodes,
      by: BlockComposer(source: source, includes: includes, trees: index.trees))
  }
}

/// A node of a tree as one file holds it.
private struct NodeText {
  let heading: Heading
  let source: TextSource
  /// Text of the node; answers and parallel trees left out.
  private(set) var blocks: [Markup.NodeID]
  /// Items that lead on.
  private(set) var answers: [ChoiceList.Item]
  /// `[!ALSO]` blocks.
  private(set) var also: [Markup.NodeID]

  /// Reads a node of the default language: a bulleted list with a link at the start of some item is
  /// the list of answers.
  init(_ heading: Heading, in source: TextSource) {
    self.init(heading, in: source) { list in
      source.markup.children(of: list).contains { Self.link(of: $0, in: source) != nil }
    }
  }

  /// Reads a translation, whose answers need no links: its last bulleted list holds the answers when
  /// the original has any.
  init(_ heading: Heading, in source: TextSource, likeOriginal original: NodeText) {
    let lists = heading.blocks.filter { block in
      source.markup.nodes[block].kind == .list
        && !source.markup.nodes[block].flags.contains(.ordered)
    }
    let hasLinks = lists.contains { list in
      source.markup.children(of: list).contains { Self.link(of: $0, in: source) != nil }
    }
    guard !hasLinks, !original.answers.isEmpty else {
      self.init(heading, in: source)
      return
    }
    self.init(heading, in: source) { lists.suffix(original.listCount).contains($0) }
  }

  /// In how many lists the answers stand: a quote at the wrong indent cuts one list in two.
  let listCount: Int

  private init(
    _ heading: Heading, in source: TextSource, isAnswers: (Markup.NodeID) -> Bool
  ) {
    self.heading = heading
    self.source = source
    let markup = source.markup
    let list = ChoiceList(heading.blocks, in: source) { block in
      !markup.nodes[block].flags.contains(.ordered) && isAnswers(block)
    }
    answers = list.items
    listCount = Set(list.items.map { markup.nodes[$0.node].parent }).count
    also = list.alerts.filter { $0.word == "also" }.map(\.node)
    let alerts = Set(also)
    let answered = Set(list.items.map { Int(markup.nodes[$0.node].parent) })
      .union(list.items.flatMap(\.quotes))
    blocks = heading.blocks.filter { !alerts.contains($0) && !answered.contains($0) }
  }

  /// The link that an item begins with.
  static func link(of item: Markup.NodeID, in source: TextSource) -> Markup.NodeID? {
    let markup = source.markup
    guard item + 2 < Int(markup.nodes[item].end), markup.nodes[item + 1].kind == .paragraph,
      markup.nodes[item + 2].kind == .link
    else { return nil }
    switch source.text.references[item + 2] {
    // A link that leads nowhere is an answer, too; the resolver has said what is wrong with it.
    case .place?, nil: return item + 2
    case .glossary?, .guidance?, .external?, .media?: return nil
    }
  }

  /// What an answer says: its link's words, or the whole item where it has no link.
  func words(of answer: ChoiceList.Item) -> Prose {
    if let link = Self.link(of: answer.node, in: source) { return source.inlines(of: link) }
    return Prose(source.text, nodes: source.words(of: answer.node))
  }
}
