/// What an answer is worth.
public struct Score: Equatable, Sendable {
  /// 0 to 1000 thousandths of the question's points.
  public var milli: Int32
  /// Whether exactly the right options were ticked.
  public var isRight: Bool
}

/// What is said about one option after an answer.
public enum Verdict: UInt8, Sendable {
  /// Nothing: it was rightly left, or it isn't told yet.
  case none = 0
  /// Rightly ticked.
  case right = 1
  /// Wrongly ticked.
  case wrong = 2
  /// It should have been ticked; told only when there are no tries left.
  case missed = 3
}

/// Scores choices.
///
/// The learner's page, the compiler and the analyser all call this code.
public enum Scoring {
  /// Scores a choice; bit `n` of `chosen` is option `n`.
  ///
  /// One right option, or several without partial credit: 1000 for exactly the right options, else
  /// nothing. With partial credit (rights ticked − wrongs ticked) ÷ rights, never below nothing and
  /// rounded down, so that ticking everything earns nothing for the wrong ones.
  public static func score(_ question: QuestionDefinition, chosen: UInt64) -> Score {
    if chosen == question.correct {
      return Score(milli: 1000, isRight: true)
    }
    switch question.kind {
    case .single, .trueFalse:
      return Score(milli: 0, isRight: false)
    case .multiple:
      let rights = Int32(truncatingIfNeeded: question.correct.nonzeroBitCount)
      let hits = Int32(truncatingIfNeeded: (chosen & question.correct).nonzeroBitCount)
      let wrongs = Int32(truncatingIfNeeded: (chosen & ~question.correct).nonzeroBitCount)
      guard question.partialCredit, rights > 0, hits > wrongs else {
        return Score(milli: 0, isRight: false)
      }
      return Score(milli: (hits - wrongs) * 1000 / rights, isRight: false)
    }
  }

  /// What to say about each option.
  /// - Parameters:
  ///   - question: the question.
  ///   - chosen: the choice; bit `n` is option `n`.
  ///   - revealsMissed: whether right options that weren't ticked may be shown; while there are
  ///     tries left that would give the answer away.
  /// - Returns: one verdict per option.
  public static func verdicts(
    _ question: QuestionDefinition, chosen: UInt64, revealsMissed: Bool
  ) -> [Verdict] {
    question.optionTags.indices.map { option in
      let bit: UInt64 = 1 << UInt64(option)
      switch (chosen & bit != 0, question.correct & bit != 0) {
      case (true, true): return .right
      case (true, false): return .wrong
      case (false, true): return revealsMissed ? .missed : .none
      case (false, false): return .none
      }
    }
  }
}

extension QuestionDefinition {
  /// The tags of the chosen options; a record puts them in order.
  func tags(of chosen: UInt64) -> [UInt16] {
    var tags: [UInt16] = []
    for option in optionTags.indices where chosen & (1 << UInt64(option)) != 0 {
      tags.append(optionTags[option])
    }
    return tags
  }

  /// The options that the tags name, or nil when one of them is gone or they don't make a choice
  /// of this kind: the question was changed since, and the answer no longer applies.
  func choice(of tags: [UInt16]) -> UInt64? {
    var chosen: UInt64 = 0
    for tag in tags {
      guard let option = optionTags.firstIndex(of: tag) else { return nil }
      chosen |= 1 << UInt64(option)
    }
    switch kind {
    case .single, .trueFalse: return tags.count == 1 ? chosen : nil
    case .multiple: return tags.isEmpty ? nil : chosen
    }
  }
}
