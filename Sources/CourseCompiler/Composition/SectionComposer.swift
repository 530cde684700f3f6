internal import CourseModel
internal import Diagnostics
internal import Learning
internal import MarkdownSyntax
internal import MarkupTree

/// Composes what stands under a second-level heading of a module.
struct SectionComposer {
  let file: PairedFile
  let outcomes: Set<String>
  let includes: IncludeLibrary
  let trees: Lookup<String>
  /// What the engine must know; grows with every activity.
  var engine: EngineDraft
  var findings = Findings()
  /// Trees that the section being composed plays.
  private var playedTrees: [FileID] = []
  /// Activities of the section being composed, questions of a quiz left out.
  var sectionActivities: [Int] = []
  /// Language of what surrounds the block being composed.
  private var surrounding: Language

  init(
    file: PairedFile, outcomes: Set<String>, includes: IncludeLibrary, trees: Lookup<String>
  ) {
    self.file = file
    self.outcomes = outcomes
    self.includes = includes
    self.trees = trees
    engine = EngineDraft(file: file.file)
    surrounding = file.original.language
  }

  var path: String { file.original.path }

  /// Composes one section.
  ///
  /// Its position counts from 1 and makes an id when the author gave none.
  mutating func compose(_ pair: Pair, position: Int) -> Section? {
    let kind = readHeading(pair)
    playedTrees = []
    sectionActivities = []
    let (words, source) = file.words(of: pair)
    surrounding = source.language
    let id = pair.original.id?.text ?? "section-\(position)"
    var audience = Audience.learner
    var sectionKind = Section.Kind.reading
    var blocks: [Block] = []
    switch kind {
    case nil:
      blocks = self.blocks(under: pair)
    case .session(let form):
      sectionKind = .session(session(form, pair.original))
      blocks = self.blocks(under: pair)
    case .callout(let callout):
      audience = callout.audience
      blocks = self.blocks(under: pair)
      if callout.audience == .learner {
        blocks = [
          .callout(.init(kind: callout, title: nil, anchor: nil, situation: nil, blocks: blocks))
        ]
      }
    case .quiz:
      guard let (quiz, around) = composeQuiz(pair) else { return nil }
      sectionKind = .quiz(quiz)
      blocks = around
    case .later(let word):
      leavesOut("`.\(word)`", pair.original)
      return nil
    case .question, .treeNode, .outcomes:
      misplaced(kind, pair.original)
      return nil
    }
    let index = engine.sections.count
    engine.sections.append(
      .init(
        id: id, isCounted: audience == .learner, activities: sectionActivities,
        trees: playedTrees))
    return Section(
      anchor: Anchor(file.file, id), engineIndex: index,
      title: source.inlines(of: words.node), kind: sectionKind, audience: audience,
      language: source.language, blocks: blocks)
  }

  // MARK: Headings

  mutating func readHeading(_ pair: Pair) -> HeadingKind? {
    var reader = HeadingReader(path: path)
    let kind = reader.kind(of: pair.original)
    if kind?.isActivity ?? false, pair.original.id == nil {
      let range = pair.original.attributes?.range ?? file.original.range(of: pair.original.node)
      findings.add(
        Diagnostic(
          .missingID, path: path, range: range, "This activity has no id.",
          help: "Write one into the braces: `{#q-first .single}`. Learners' answers are kept by it."
        ))
    }
    if let translated = pair.translated, let translation = file.translation {
      var check = HeadingReader(path: translation.path)
      check.check(translated, against: pair.original, in: file.original)
      findings.add(check.findings.all)
      findings.add(file.blockDifference(under: pair).map { [$0] } ?? [])
    }
    if pair.translated != nil, pair.original.id == nil, case .callout(let callout)? = kind,
      callout.audience == .facilitator
    {
      findings.add(
        Diagnostic(
          .missingID, path: path, range: pair.original.attributes?.range,
          "This heading for facilitators has a translation but no id.",
          help: "Give it one in both files, so that its translation can't be taken for learners' "
            + "text: `{#fac-start .facilitator}`."))
    }
    findings.add(reader.findings.all)
    return kind
  }

  private mutating func session(
    _ form: CourseModel.Session.Form, _ heading: Heading
  ) -> CourseModel.Session {
    let (minutes, problem) = heading.attributes.number("minutes", in: 1...6000, path: path)
    if let problem { findings.add(problem) }
    return CourseModel.Session(form: form, minutes: minutes, groupSize: groupSize(heading))
  }

  /// `group=3` or `group=4-6`.
  private mutating func groupSize(_ heading: Heading) -> ClosedRange<Int>? {
    let pair = heading.attributes?.pairs.first { $0.key.text == "group" && $0.variantMark == nil }
    guard let word = pair?.value else { return nil }
    let parts = word.text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let low = parts[0], let high = parts[parts.count - 1],
      low >= 1, low <= high
    else {
      findings.add(
        Diagnostic(
          .outOfRange, path: path, range: word.range,
          "`group` must be the size of a group, or the smallest and the largest.",
          help: "Write `group=3` or `group=4-6`."))
      return nil
    }
    return low...high
  }

  // MARK: Content

  /// Everything under a heading, deeper headings included.
  private mutating func blocks(under pair: Pair) -> [Block] {
    let (items, diagnostics) = file.elements(under: pair)
    let (minutes, disagreements) = file.stepMinutes(under: pair)
    findings.add(diagnostics + disagreements)
    return items.flatMap { item -> [Block] in
      switch item {
      case .blocks(let nodes, let source):
        inLanguage(of: source, compose(nodes, in: source, minutes: minutes))
      case .heading(let inner): part(inner)
      }
    }
  }

  /// A heading of level three or deeper.
  mutating func part(_ pair: Pair) -> [Block] { part(pair, kind: readHeading(pair)) }

  /// The same for a heading whose braces were read.
  mutating func part(_ pair: Pair, kind: HeadingKind?) -> [Block] {
    let (words, source) = file.words(of: pair)
    let outer = surrounding
    surrounding = source.language
    let composed = composePart(pair, kind: kind, title: source.inlines(of: words.node))
    surrounding = outer
    return inLanguage(of: source, composed)
  }

  /// A plain heading over a list with a ticked box would show the answers to everybody.
  private mutating func reportQuestionWithoutKind(_ heading: Heading) {
    let markup = file.original.markup
    let ticked = heading.blocks.filter { markup.nodes[$0].kind == .list }
      .flatMap { Array(markup.children(of: $0)) }
      .first { markup.nodes[$0].flags.contains(.ticked) }
    guard let ticked else { return }
    findings.add(
      Diagnostic(
        .questionWithoutKind, path: path, range: file.original.range(of: heading.node),
        "This looks like a question, but nothing says so. Learners would see the ticks.",
        help: "Write the kind behind the heading: `{#q-first .single}`. In a list that is no "
          + "question, leave the boxes empty.",
        notes: [.init("Ticked here.", path: path, range: file.original.range(of: ticked))]))
  }

  /// A heading of level three or deeper, in the language of its own words.
  private mutating func composePart(
    _ pair: Pair, kind: HeadingKind?, title: Prose
  ) -> [Block] {
    let anchor = pair.original.id.map { Anchor(file.file, $0.text) }
    switch kind {
    case nil:
      reportQuestionWithoutKind(pair.original)
      let heading = Block.heading(level: pair.original.level, anchor: anchor, title: title)
      return [heading] + blocks(under: pair)
    case .callout(let callout):
      let inner = blocks(under: pair)
      return [
        .callout(.init(kind: callout, title: title, anchor: anchor, situation: nil, blocks: inner))
      ]
    case .question(let questionKind):
      guard let question = question(pair, questionKind, isInQuiz: false) else { return [] }
      sectionActivities.append(question.engineIndex)
      return [.question(question)]
    case .later(let word):
      leavesOut("`.\(word)`", pair.original)
      return []
    case .session, .quiz, .outcomes, .treeNode:
      misplaced(kind, pair.original)
      return []
    }
  }

  mutating func question(
    _ pair: Pair, _ kind: Question.Kind, isInQuiz: Bool
  ) -> Question? {
    guard let id = pair.original.id?.text else { return nil }
    let (includes, trees) = (includes, trees)
    var composer = QuestionComposer(
      file: file, kind: kind, outcomes: outcomes, quizLanguage: isInQuiz ? surrounding : nil
    ) { source in
      BlockComposer(source: source, includes: includes, trees: trees)
    }
    let question = composer.compose(pair, id: id, engine: &engine)
    findings.add(composer.findings.all)
    return question
  }

  mutating func compose(
    _ nodes: [Markup.NodeID], in source: TextSource, minutes: [Markup.NodeID: Int]? = nil
  ) -> [Block] {
    var composer = BlockComposer(source: source, includes: includes, trees: trees)
    if let minutes, source.language != file.original.language { composer.stepMinutes = minutes }
    let blocks = findings.blocks(nodes, by: composer)
    for case .tree(let tree) in blocks where !playedTrees.contains(tree) {
      playedTrees.append(tree)
    }
    return blocks
  }

  /// Marks blocks that stand in for a missing translation.
  func inLanguage(of source: TextSource, _ blocks: [Block]) -> [Block] {
    source.language == surrounding || blocks.isEmpty
      ? blocks : [.passage(language: source.language, blocks: blocks)]
  }

  mutating func leavesOut(_ what: String, _ heading: Heading) {
    findings.leavesOut(what, path: path, range: heading.attributes?.range)
  }

  private mutating func misplaced(_ kind: HeadingKind?, _ heading: Heading) {
    let help: String
    switch kind {
    case .question: help = "Write a question as `###`, under the `##` of its section."
    case .session, .quiz: help = "Give the heading the level `##`."
    case .treeNode: help = "Ends and steps belong into a decision tree: `trees/<id>/<language>.md`."
    case .outcomes: help = "A module has one heading with `{.outcomes}`, at level `##`."
    case .callout, .later, nil: help = "Give the heading another level."
    }
    findings.misplaced(
      "A heading of this kind can't stand here.", path: path,
      range: heading.attributes?.range ?? file.original.range(of: heading.node), help: help)
  }
}
