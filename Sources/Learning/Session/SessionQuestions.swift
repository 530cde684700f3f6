/// A question as the page shows it.
public struct QuestionStatus: Equatable, Sendable {
  /// How many options may be ticked.
  public var kind: QuestionDefinition.Kind
  /// Tries allowed; 0 = as many as the learner likes.
  ///
  /// In a quiz 1, for each attempt.
  public var tries: UInt8
  /// Tries used.
  public var triesUsed: UInt8
  /// Whether it may not be answered (again).
  public var isLocked: Bool
  /// The last choice, or nil.
  ///
  /// Bit `n` is option `n`.
  public var chosen: UInt64?
  /// One per option.
  public var verdicts: [Verdict]
  /// What the last choice is worth.
  public var score: Score
  /// Whether the hint was opened.
  public var hintUsed: Bool
}

extension LearnerSession {
  /// How a question stands.
  public func question(_ place: ActivityReference) throws(SessionError) -> QuestionStatus {
    status(of: try questionDefinition(place), at: place)
  }

  /// Answers a question with the options of the given indexes.
  public mutating func answer(
    _ place: ActivityReference, options: [Int]
  ) throws(SessionError) -> QuestionStatus {
    let question = try questionDefinition(place)
    let chosen = try choice(of: options, in: question)
    let before = status(of: question, at: place)
    guard !before.isLocked else { throw .locked }
    let tries = before.triesUsed == .max ? .max : before.triesUsed + 1
    let record = ChoiceRecord(
      tries: tries, hintUsed: before.hintUsed, chosen: question.tags(of: chosen))
    keep(.choice(record), for: place)
    if let quiz = quiz(of: place) {
      recordBest(ActivityReference(file: place.file, activity: quiz))
    }
    return status(of: question, at: place)
  }

  /// Remembers that the hint was opened.
  public mutating func hint(_ place: ActivityReference) throws(SessionError) -> QuestionStatus {
    let question = try questionDefinition(place)
    let before = status(of: question, at: place)
    let chosen = before.chosen.map { question.tags(of: $0) } ?? []
    keep(
      .choice(ChoiceRecord(tries: before.triesUsed, hintUsed: true, chosen: chosen)), for: place)
    return status(of: question, at: place)
  }

  /// The choice that is kept for a question, or nil when there is none that still applies.
  func keptChoice(of question: QuestionDefinition, at place: ActivityReference) -> UInt64? {
    guard case .choice(let record)? = record(of: place) else { return nil }
    return question.choice(of: record.chosen)
  }

  private func questionDefinition(
    _ place: ActivityReference
  ) throws(SessionError) -> QuestionDefinition {
    guard case .question(let question) = try definition(place).content else { throw .wrongKind }
    return question
  }

  private func choice(
    of options: [Int], in question: QuestionDefinition
  ) throws(SessionError) -> UInt64 {
    var chosen: UInt64 = 0
    for option in options {
      guard question.optionTags.indices.contains(option) else { throw .noSuchOption }
      chosen |= 1 << UInt64(option)
    }
    guard chosen != 0 else { throw .nothingChosen }
    switch question.kind {
    case .single, .trueFalse:
      guard chosen.nonzeroBitCount == 1 else { throw .tooManyChosen }
    case .multiple:
      break
    }
    return chosen
  }

  private func status(
    of question: QuestionDefinition, at place: ActivityReference
  ) -> QuestionStatus {
    let allowed = quiz(of: place) == nil ? question.tries : 1
    var used: UInt8 = 0
    var hintUsed = false
    let chosen = keptChoice(of: question, at: place)
    if case .choice(let record)? = record(of: place) {
      // An answer to an earlier wording doesn't use up tries of this one.
      used = chosen == nil ? 0 : max(record.tries, 1)
      hintUsed = record.hintUsed
    }
    guard let chosen else {
      return QuestionStatus(
        kind: question.kind, tries: allowed, triesUsed: 0, isLocked: false, chosen: nil,
        verdicts: question.optionTags.map { _ in Verdict.none },
        score: Score(milli: 0, isRight: false), hintUsed: hintUsed)
    }
    let score = Scoring.score(question, chosen: chosen)
    let isLocked = score.isRight || (allowed > 0 && used >= allowed)
    return QuestionStatus(
      kind: question.kind, tries: allowed, triesUsed: used, isLocked: isLocked, chosen: chosen,
      verdicts: Scoring.verdicts(question, chosen: chosen, revealsMissed: isLocked),
      score: score, hintUsed: hintUsed)
  }
}
