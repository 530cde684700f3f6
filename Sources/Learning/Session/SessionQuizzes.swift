/// A quiz as the page shows it.
public struct QuizStatus: Equatable, Sendable {
  /// Number of the current attempt, from 1.
  public var attempt: UInt16
  /// Attempts allowed; 0 = as many as the learner likes.
  public var tries: UInt8
  /// The current attempt.
  public var result: QuizResult
  /// The best finished attempt, this one included.
  public var best: BestResult?
  /// Index of the band of advice for a finished attempt, or nil.
  public var advice: Int?
  /// Whether another attempt may begin.
  public var canRetry: Bool
}

extension LearnerSession {
  /// How a quiz stands.
  public func quiz(_ place: ActivityReference) throws(SessionError) -> QuizStatus {
    status(of: try quizDefinition(place), at: place)
  }

  /// Begins the next attempt: its questions are unanswered again, the best result stays.
  public mutating func retry(_ place: ActivityReference) throws(SessionError) -> QuizStatus {
    let quiz = try quizDefinition(place)
    let before = status(of: quiz, at: place)
    guard before.result.isFinished else { throw .notFinished }
    guard before.canRetry else { throw .noTriesLeft }
    var record = QuizRecord(attempt: before.attempt, best: before.best)
    record.beginNext()
    keep(.quiz(record), for: place)
    for question in quiz.questions {
      keep(nil, for: ActivityReference(file: place.file, activity: question))
    }
    return status(of: quiz, at: place)
  }

  /// Keeps the result of a quiz if its attempt is finished now.
  mutating func recordBest(_ place: ActivityReference) {
    guard case .quiz(let quiz)? = course.activity(place)?.content else { return }
    let now = status(of: quiz, at: place)
    guard now.result.isFinished else { return }
    keep(.quiz(QuizRecord(attempt: now.attempt, best: now.best)), for: place)
  }

  private func quizDefinition(
    _ place: ActivityReference
  ) throws(SessionError) -> QuizDefinition {
    guard case .quiz(let quiz) = try definition(place).content else { throw .wrongKind }
    return quiz
  }

  private func status(of quiz: QuizDefinition, at place: ActivityReference) -> QuizStatus {
    var items: [(question: QuestionDefinition, chosen: UInt64?)] = []
    for index in quiz.questions {
      let reference = ActivityReference(file: place.file, activity: index)
      guard case .question(let question)? = course.activity(reference)?.content else { continue }
      items.append((question: question, chosen: keptChoice(of: question, at: reference)))
    }
    let result = QuizResult(passPercent: quiz.passPercent, items: items)
    var record = QuizRecord()
    if case .quiz(let kept)? = self.record(of: place) { record = kept }
    let finished =
      result.isFinished ? BestResult(percent: result.percent, isPassed: result.isPassed) : nil
    return QuizStatus(
      attempt: record.attempt, tries: quiz.tries, result: result,
      best: BestResult.better(record.best, finished),
      advice: result.isFinished ? quiz.advice(for: result.percent) : nil,
      canRetry: result.isFinished && (quiz.tries == 0 || record.attempt < UInt16(quiz.tries)))
  }
}
