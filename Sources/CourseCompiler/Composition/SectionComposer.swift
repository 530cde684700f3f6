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
  let trees: Set<String>
  /// What the engine must know; grows with every activity.
  private(set) var engine: EngineDraft
  private(set) var findings = Findings()
  /// Trees that the section being composed plays.
  private var playedTrees: [FileID] = []
  /// Activities of the section being composed, questions of a quiz left out.
  private var sectionActivities: [Int] = []
  /// Language of what surrounds the block being composed.
  private var surrounding: Language

  init(
    file: PairedFile, outcomes: Set<String>, includes: IncludeLibrary, trees: Set<String>
  ) {
    self.file = file
    self.outcomes = outcomes
    self.includes = includes
    self.trees = trees
    engine = EngineDraft(file: file.file)
    surrounding = file.original.language
  }

  private var path: String { file.original.path }

  /// Composes one section.
  ///
  /// Its position counts from 1 and makes an id when the author gave none.
  mutating func compose(_ pair: Pair, position: Int) -> Section? {
    let kind = readHeading(pair)
    if pair.original.isVariant {
      leavesOut("A variant", pair.original)
      return nil
    }
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

  private mutating func readHeading(_ pair: Pair) -> HeadingKind? {
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
      check.check(translated, against: pair.original)
      findings.add(check.findings.all)
    }
    findings.add(reader.findings.all)
    return kind
  }

  private func session(
    _ form: CourseModel.Session.Form, _ heading: Heading
  ) -> CourseModel.Session {
    let minutes = heading.attributes?.value("minutes").flatMap { Int($0.text) }
    return CourseModel.Session(form: form, minutes: minutes, groupSize: groupSize(heading))
  }

  /// `group=3` or `group=4-6`.
  private func groupSize(_ heading: Heading) -> ClosedRange<Int>? {
    let parts = heading.attributes?.value("group")?.text.split(separator: "-").map { Int($0) } ?? []
    guard let low = parts.first ?? nil, let high = parts.last ?? nil, low > 0, low <= high else {
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
  private mutating func part(_ pair: Pair) -> [Block] {
    let kind = readHeading(pair)
    if pair.original.isVariant {
      leavesOut("A variant", pair.original)
      return []
    }
    let (words, source) = file.words(of: pair)
    let outer = surrounding
    surrounding = source.language
    let composed = composePart(pair, kind: kind, title: source.inlines(of: words.node))
    surrounding = outer
    return inLanguage(of: source, composed)
  }

  /// A heading of level three or deeper, in the language of its own words.
  private mutating func composePart(
    _ pair: Pair, kind: HeadingKind?, title: Prose
  ) -> [Block] {
    let anchor = pair.original.id.map { Anchor(file.file, $0.text) }
    switch kind {
    case nil:
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

  private mutating func question(
    _ pair: Pair, _ kind: Question.Kind, isInQuiz: Bool
  ) -> Question? {
    guard let id = pair.original.id?.text else { return nil }
    let (includes, trees) = (includes, trees)
    var composer = QuestionComposer(
      file: file, kind: kind, outcomes: outcomes, isInQuiz: isInQuiz
    ) { source in
      BlockComposer(source: source, includes: includes, trees: trees)
    }
    let question = composer.compose(pair, id: id, engine: &engine)
    findings.add(composer.findings.all)
    return question
  }

  private mutating func compose(
    _ nodes: [Markup.NodeID], in source: TextSource, minutes: [Markup.NodeID: Int]? = nil
  ) -> [Block] {
    var composer = BlockComposer(source: source, includes: includes, trees: trees)
    if let minutes, source.language != file.original.language { composer.stepMinutes = minutes }
    let blocks = composer.compose(nodes)
    findings.add(composer.findings.all)
    for case .tree(let tree) in blocks where !playedTrees.contains(tree) {
      playedTrees.append(tree)
    }
    return blocks
  }

  /// Marks blocks that stand in for a missing translation.
  private func inLanguage(of source: TextSource, _ blocks: [Block]) -> [Block] {
    source.language == surrounding || blocks.isEmpty
      ? blocks : [.passage(language: source.language, blocks: blocks)]
  }

  // MARK: Quizzes

  private mutating func composeQuiz(_ pair: Pair) -> (Quiz, [Block])? {
    guard let id = pair.original.id?.text else { return nil }
    let index = engine.add(id, .quiz(QuizDefinition(questions: [], passPercent: 0)))
    var reader = QuizReader(path: path, attributes: pair.original.attributes)
    let pass = reader.number("pass", in: 0...100)
    let tries = reader.number("tries", in: 0...255) ?? 0
    for key in ["draw", "from"] where pair.original.attributes?.value(key) != nil {
      leavesOut("`\(key)=` on a quiz", pair.original)
    }
    let (items, diagnostics) = file.elements(under: pair)
    findings.add(diagnostics)
    var questions: [Question] = []
    var around: [Block] = []
    var advice: [Quiz.Advice] = []
    for item in items {
      switch item {
      case .blocks(let nodes, let source):
        let (scores, others) = reader.splitAdvice(nodes, in: source)
        advice += scores.map { composeAdvice($0, in: source) }
        around += inLanguage(of: source, compose(others, in: source))
      case .heading(let inner):
        guard let question = quizPart(inner, around: &around) else { continue }
        questions.append(question)
        // Advice behind the last question belongs to the quiz, with or without `---` before it.
        let (words, source) = file.words(of: inner)
        let (scores, _) = reader.splitAdvice(words.blocks, in: source)
        advice += scores.map { composeAdvice($0, in: source) }
      }
    }
    findings.add(reader.findings.all)
    guard !questions.isEmpty, questions.count <= CourseLimits.quizQuestions else {
      emptyQuiz(pair.original, count: questions.count)
      return nil
    }
    sectionActivities.append(index)
    let bands = advice.map { band in
      AdviceBand(
        from: UInt8(clamping: band.percents.lowerBound),
        to: UInt8(clamping: band.percents.upperBound))
    }
    engine.replace(
      index,
      with: .quiz(
        QuizDefinition(
          questions: questions.map(\.engineIndex), passPercent: UInt8(clamping: pass ?? 0),
          tries: UInt8(clamping: tries), advice: bands)))
    let quiz = Quiz(
      anchor: Anchor(file.file, id), engineIndex: index, passPercent: pass, tries: tries,
      questions: questions, advice: advice)
    return (quiz, around)
  }

  private mutating func composeAdvice(
    _ score: (percents: ClosedRange<Int>, node: Markup.NodeID), in source: TextSource
  ) -> Quiz.Advice {
    let blocks = compose(Array(source.markup.children(of: score.node)), in: source)
    return .init(percents: score.percents, blocks: inLanguage(of: source, blocks))
  }

  /// A heading inside a quiz: a question, or text around the questions.
  private mutating func quizPart(_ pair: Pair, around: inout [Block]) -> Question? {
    var reader = HeadingReader(path: path)
    guard case .question(let kind)? = reader.kind(of: pair.original), !pair.original.isVariant
    else {
      around += part(pair)
      return nil
    }
    _ = readHeading(pair)
    return question(pair, kind, isInQuiz: true)
  }

  private mutating func emptyQuiz(_ heading: Heading, count: Int) {
    findings.add(
      Diagnostic(
        .emptyQuiz, path: path, range: file.original.range(of: heading.node),
        count == 0
          ? "This quiz has no question that can be asked."
          : "A quiz has \(CourseLimits.quizQuestions) questions at most; this one has \(count).",
        help: "Write questions under it: `### What do you do first? {#q-first .single}`."))
  }

  private mutating func leavesOut(_ what: String, _ heading: Heading) {
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
