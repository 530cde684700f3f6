internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds rules of quizzes that can't work as written.
enum QuizRules: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard file.written.isOriginal, file.written.role == .module else { return [] }
    let quizzes = file.headings.indices.filter { file.headings[$0].holdsQuestions }
    let questions = Dictionary(
      grouping: file.headings.filter { $0.quiz != nil && $0.isQuestion }
    ) { $0.quiz }
    // A quiz may take in questions from elsewhere.
    let linking = quizzes.filter { linksToQuestions(file.headings[$0].heading, in: file) }
    return quizzes.flatMap { index -> [Diagnostic] in
      let quiz = file.headings[index].heading
      let rules: [Diagnostic?] =
        quiz.attributes?["from"] != nil || linking.contains(index)
        ? []
        : [
          draw(quiz, questions[index] ?? [], in: file),
          pass(quiz, questions[index] ?? [], in: file),
        ]
      return rules.compactMap { $0 } + advice(quiz, in: file)
    } + criticalWithoutEffect(in: file, mayBeTakenIn: !linking.isEmpty)
  }

  /// `draw=8` of five questions.
  private static func draw(
    _ quiz: Heading, _ questions: [PlacedHeading], in file: CheckedFile
  ) -> Diagnostic? {
    guard let word = quiz.attributes?["draw"], let wanted = Int(word.text), !questions.isEmpty,
      wanted > questions.count
    else { return nil }
    return file.problem(
      .drawTooLarge, word.range, "This quiz has only \(questions.count) questions to draw from.",
      help: "Write more questions, or `draw=\(questions.count)` at most.")
  }

  /// With fewer questions than this a mark between none and all of them says nothing of its own.
  private static let fewest = 3

  /// A pass mark below 100 that allows no mistake.
  private static func pass(
    _ quiz: Heading, _ questions: [PlacedHeading], in file: CheckedFile
  ) -> Diagnostic? {
    guard let word = quiz.attributes?["pass"], let pass = Int(word.text), pass < 100, pass > 0,
      // Other kinds give points for a part.
      !questions.isEmpty, questions.allSatisfy(isAllOrNothing)
    else { return nil }
    let count = quiz.attributes?["draw"].flatMap { Int($0.text) } ?? questions.count
    guard count >= fewest, (count - 1) * 100 < pass * count else { return nil }
    let best = (count - 1) * 100 / count
    return file.problem(
      .passNeedsEverything, word.range,
      "With \(count) questions nobody who makes one mistake can pass.",
      help: "Write `pass=\(best)` to allow one mistake, or `pass=100` if that is meant.")
  }

  private static func isAllOrNothing(_ placed: PlacedHeading) -> Bool {
    guard case .question(let kind)? = placed.kind else { return false }
    return kind == .single || kind == .trueFalse
      || placed.heading.attributes?.has("all-or-nothing") ?? false
  }

  /// Ranges of `[!SCORE]` that overlap, or leave results between them out.
  ///
  /// Who has the best or the worst result may need no advice.
  private static func advice(_ quiz: Heading, in file: CheckedFile) -> [Diagnostic] {
    var reader = QuizReader(path: file.path, attributes: nil)
    let bands = reader.advice(under: quiz, in: file.source).sorted {
      ($0.percents.lowerBound, $0.node) < ($1.percents.lowerBound, $1.node)
    }
    var next = bands.first?.percents.lowerBound ?? 0
    return bands.compactMap { band in
      let low = band.percents.lowerBound
      defer { next = max(next, band.percents.upperBound + 1) }
      guard low != next else { return nil }
      let range = file.source.document.alerts[band.node]?.title?.range ?? file.range(of: band.node)
      return file.problem(
        .adviceGap, range,
        low < next
          ? "There is advice for a result of \(low) already."
          : "No advice is for results \(low - next == 1 ? "of \(next)" : "from \(next) to \(low - 1)").",
        help: "Let the ranges follow each other: `0-49`, `50-79`, `80-100`.")
    }
  }

  /// `.critical` where nothing can be passed or failed.
  private static func criticalWithoutEffect(
    in file: CheckedFile, mayBeTakenIn: Bool
  ) -> [Diagnostic] {
    file.headings.compactMap { placed in
      guard placed.isQuestion,
        let word = placed.heading.attributes?.classes.first(where: { $0.text == "critical" })
      else { return nil }
      if let quiz = placed.quiz.map({ file.headings[$0] }) {
        guard quiz.kind == .quiz, quiz.heading.attributes?["pass"] == nil else { return nil }
      } else if mayBeTakenIn {
        return nil
      }
      return file.problem(
        .criticalWithoutEffect, word.range,
        placed.quiz == nil
          ? "`.critical` does nothing outside of a quiz."
          : "`.critical` does nothing in a quiz that can't be passed or failed.",
        help: placed.quiz == nil
          ? "Take it out, or move the question into a quiz."
          : "Write `pass=80` into the braces of the quiz.")
    }
  }

  /// Whether a quiz takes in questions from elsewhere.
  private static func linksToQuestions(_ quiz: Heading, in file: CheckedFile) -> Bool {
    quiz.blocks.contains { block in
      file.markup.nodes[block].kind == .list
        && file.markup.nodes[file.markup.subtree(block)].contains { $0.kind == .link }
    }
  }
}

extension PlacedHeading {
  /// Whether its kind asks something.
  fileprivate var isQuestion: Bool {
    switch kind {
    case .question: true
    case .later(let word):
      [
        "numeric", "short-text", "gap", "matching", "ordering", "categorise", "hotspot",
      ].contains(word)
    case .outcomes, .session, .quiz, .callout, .treeNode, nil: false
    }
  }
}
