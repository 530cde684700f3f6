internal import CourseModel
internal import Diagnostics
internal import Learning
internal import MarkdownSyntax
internal import MarkupTree

extension SectionComposer {
  /// The quiz under a heading and the text around its questions; nil when it can't be taken.
  mutating func composeQuiz(_ pair: Pair) -> (Quiz, [Block])? {
    guard let id = pair.original.id?.text else { return nil }
    let index = engine.add(id, .quiz(QuizDefinition(questions: [], passPercent: 0)))
    var reader = QuizReader(path: path, attributes: pair.original.attributes)
    let pass = reader.number("pass", in: 0...100)
    let tries = reader.number("tries", in: 0...255) ?? 0
    for key in ["draw", "from"] where pair.original.attributes?[key] != nil {
      leavesOut("`\(key)=` on a quiz", pair.original)
    }
    let (items, diagnostics) = file.elements(under: pair)
    findings.add(diagnostics)
    var questions: [Question] = []
    var around: [Block] = []
    for item in items {
      switch item {
      case .blocks(let nodes, let source):
        let (_, others) = reader.splitAdvice(nodes, in: source)
        around += inLanguage(of: source, compose(others, in: source))
      case .heading(let inner):
        if let question = quizPart(inner, around: &around) { questions.append(question) }
      }
    }
    let advice = advice(pair, &reader)
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

  /// Advice by result; a translation's when it has the same ranges as the original.
  private mutating func advice(_ pair: Pair, _ reader: inout QuizReader) -> [Quiz.Advice] {
    var source = file.original
    var scores = reader.advice(under: pair.original, in: source)
    if let heading = pair.translated, let translation = file.translation {
      let translated = reader.advice(under: heading, in: translation)
      if translated.map(\.percents) == scores.map(\.percents) {
        scores = translated
        source = translation
      } else if !translated.isEmpty {
        findings.add(
          Diagnostic(
            .translationDiffers, path: translation.path, range: translation.range(of: heading.node),
            "The `[!SCORE]` blocks of this quiz have other ranges than in the original.",
            help: "Repeat the ranges of the original, in its order.",
            notes: [file.original.note(pair.original.node)]))
      }
    }
    return scores.map { score in
      let blocks = compose(Array(source.markup.children(of: score.node)), in: source)
      return .init(percents: score.percents, blocks: inLanguage(of: source, blocks))
    }
  }

  /// A heading inside a quiz: a question, or text around the questions.
  private mutating func quizPart(_ pair: Pair, around: inout [Block]) -> Question? {
    let kind = readHeading(pair)
    switch kind {
    case .question(let questionKind):
      return question(pair, questionKind, isInQuiz: true)
    case .outcomes, .session, .quiz, .callout, .treeNode, .later, nil:
      around += part(pair, kind: kind)
      return nil
    }
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
}
