internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Composes one module of one edition.
struct ModuleComposer {
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

  /// The module, and what the engine must know of it.
  mutating func compose() -> (Module, EngineDraft) {
    let (items, diagnostics) = file.top()
    findings.add(diagnostics)
    var opening: [Block] = []
    let outcomes = items.compactMap { item -> [Outcome]? in
      guard case .heading(let pair) = item, pair.original.attributes?.has("outcomes") ?? false
      else {
        return nil
      }
      opening += composeOpening(pair)
      return composeOutcomes(pair)
    }.flatMap { $0 }
    var sections = SectionComposer(
      file: file, outcomes: Set(outcomes.map(\.id)), includes: includes,
      trees: index.trees)
    var composed: [Section] = []
    for (position, item) in items.enumerated() {
      switch item {
      case .blocks(let nodes, let source): beforeFirstHeading(nodes, in: source)
      case .heading(let pair):
        guard pair.original.level == 2 else {
          wrongLevel(pair.original)
          continue
        }
        if pair.original.attributes?.has("outcomes") ?? false { continue }
        if let section = sections.compose(pair, position: position + 1) { composed.append(section) }
      }
    }
    findings.add(sections.findings.all)
    return (module(outcomes, opening, composed), sections.engine)
  }

  private mutating func module(
    _ outcomes: [Outcome], _ opening: [Block], _ sections: [Section]
  ) -> Module {
    let (header, translated, problems) = FileHeader.read(file)
    findings.add(problems)
    findings.add(header.unknownReferences(in: file, index: index))
    return Module(
      id: file.file, engineIndex: engineIndex,
      title: translated?.title ?? header.title ?? file.file.text,
      language: (file.translation ?? file.original).language, minutes: header.minutes,
      prerequisites: header.prerequisites.map { FileID($0.text) },
      guidance: header.guidance.map(\.text),
      contentWarning: translated?.contentWarning ?? header.contentWarning,
      version: header.version, review: header.review, outcomes: outcomes,
      opening: opening, sections: sections)
  }

  /// Blocks under the heading with `{.outcomes}` beside the list.
  private mutating func composeOpening(_ pair: Pair) -> [Block] {
    let (heading, source) = file.words(of: pair)
    findings.add(file.blockDifference(under: pair).map { [$0] } ?? [])
    let blocks = findings.blocks(
      heading.blocks.filter { source.markup.nodes[$0].kind != .list },
      by: BlockComposer(source: source, includes: includes, trees: index.trees))
    return source.language == (file.translation ?? file.original).language || blocks.isEmpty
      ? blocks : [.passage(language: source.language, blocks: blocks)]
  }

  /// Items under the heading with `{.outcomes}`.
  private mutating func composeOutcomes(_ pair: Pair) -> [Outcome] {
    let items = listItems(pair.original, in: file.original)
    reportLostText(pair.original, in: file.original)
    if let translated = pair.translated, let translation = file.translation {
      reportLostText(translated, in: translation)
    }
    var words = items
    var source = file.original
    if let translated = pair.translated, let translation = file.translation {
      let translatedItems = listItems(translated, in: translation)
      if translatedItems.count == items.count {
        words = translatedItems
        source = translation
      } else {
        findings.add(
          Diagnostic(
            .translationDiffers, path: translation.path,
            range: translation.range(of: translated.node),
            "The original has \(items.count) outcomes, the translation \(translatedItems.count).",
            notes: [file.original.note(pair.original.node)]))
      }
    }
    return zip(items, words).compactMap { item, word in
      let attributes = file.original.document.attributes[item]
      guard let id = attributes?.id else {
        findings.add(
          Diagnostic(
            .missingID, path: file.original.path, range: file.original.range(of: item),
            "This outcome has no id, so no question can name it.",
            help: "Write one behind it: `{#o1 .apply}`."))
        return nil
      }
      return Outcome(
        id: id.text, level: attributes?.classes.first?.text,
        text: Prose(source.text, nodes: source.words(of: word)), language: source.language)
    }
  }

  private func listItems(_ heading: Heading, in source: TextSource) -> [Markup.NodeID] {
    heading.blocks.filter { source.markup.nodes[$0].kind == .list }
      .flatMap { Array(source.markup.children(of: $0)) }
  }

  // MARK: Problems

  /// Outcomes are one-paragraph items; what else an item holds, and deeper headings, have no place.
  private mutating func reportLostText(_ heading: Heading, in source: TextSource) {
    let markup = source.markup
    let inItems = listItems(heading, in: source).flatMap { item in
      source.extraBlocks(of: item)
        + markup.children(of: item).filter { markup.nodes[$0].kind == .blockQuote }
    }
    for node in (inItems + heading.headings.map(\.node)).sorted() {
      findings.misplaced(
        "An outcome is one sentence, and no heading stands under them; this would not be shown.",
        path: source.path, range: source.range(of: node),
        help: "Write it under another heading, and each outcome as one sentence: "
          + "`- Listen first {#o1 .apply}`.")
    }
    if listItems(heading, in: source).isEmpty, source.language == file.original.language {
      findings.misplaced(
        "There is no list of outcomes under this heading.", path: source.path,
        range: source.range(of: heading.node),
        help: "Write each outcome as an item: `- Listen first {#o1 .apply}`.")
    }
  }

  private mutating func beforeFirstHeading(_ nodes: [Markup.NodeID], in source: TextSource) {
    let shown = nodes.first { node in
      source.markup.nodes[node].kind != .htmlBlock || !source.markup.nodes[node].text.isEmpty
    }
    guard let shown else { return }
    findings.misplaced(
      "Text before the first heading belongs to no section.", path: source.path,
      range: source.range(of: shown),
      help: "Put a heading before it: `## Before you begin {#start}`.")
  }

  private mutating func wrongLevel(_ heading: Heading) {
    findings.misplaced(
      heading.level == 1
        ? "A module has no first-level heading: its title stands in the front matter."
        : "This heading belongs to no section.",
      path: file.original.path, range: file.original.range(of: heading.node),
      help: heading.level == 1 ? "Write `##`." : "Write a `##` heading before it.")
  }
}
