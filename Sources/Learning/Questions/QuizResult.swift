/// How an attempt at a quiz went so far.
public struct QuizResult: Equatable, Sendable {
  /// Questions answered.
  public var answered: Int
  /// Questions asked.
  public var total: Int
  /// Thousandths of points earned, weighted.
  public var milli: Int32
  /// Thousandths of points that can be earned, weighted.
  public var possible: Int32
  /// Critical questions answered, but not rightly.
  public var criticalMissed: Int
  /// Smallest percentage that passes.
  public var passPercent: UInt8

  /// Whether every question is answered.
  public var isFinished: Bool { answered == total }

  /// The result, 0 to 100, rounded down: 79.9 is not 80.
  ///
  /// A quiz whose questions all weigh nothing counts as full.
  public var percent: UInt8 {
    guard possible > 0 else { return 100 }
    // 64 bits, because 255 questions of weight 255 pass 2^31 when multiplied by 100. The product
    // can't overflow, and a checked one would need a 128-bit function that wasm hasn't got.
    return UInt8(clamping: Int64(milli) &* 100 / Int64(possible))
  }

  /// Whether it is finished, reaches the pass mark, and every critical question is right.
  public var isPassed: Bool {
    isFinished && percent >= passPercent && criticalMissed == 0
  }

  /// Adds up the choices of an attempt: one per question of the quiz, nil where none was made.
  public init(passPercent: UInt8, items: [(question: QuestionDefinition, chosen: UInt64?)]) {
    self.init(
      answered: 0, total: items.count, milli: 0, possible: 0, criticalMissed: 0,
      passPercent: passPercent)
    for item in items {
      let weight = Int32(item.question.weight)
      possible += weight * 1000
      guard let chosen = item.chosen else { continue }
      let score = Scoring.score(item.question, chosen: chosen)
      answered += 1
      milli += weight * score.milli
      if item.question.isCritical && !score.isRight { criticalMissed += 1 }
    }
  }

  private init(
    answered: Int, total: Int, milli: Int32, possible: Int32, criticalMissed: Int,
    passPercent: UInt8
  ) {
    self.answered = answered
    self.total = total
    self.milli = milli
    self.possible = possible
    self.criticalMissed = criticalMissed
    self.passPercent = passPercent
  }
}

/// The best attempt at a quiz.
public struct BestResult: Equatable, Sendable {
  /// Its percentage, at most 100.
  public let percent: UInt8
  /// Whether it passed.
  public let isPassed: Bool

  /// Describes a result.
  public init(percent: UInt8, isPassed: Bool) {
    self.percent = min(percent, 100)
    self.isPassed = isPassed
  }

  /// The better of two: a pass beats any percentage that missed a critical question.
  static func better(_ one: BestResult?, _ other: BestResult?) -> BestResult? {
    guard let one else { return other }
    guard let other else { return one }
    if one.isPassed != other.isPassed { return one.isPassed ? one : other }
    return one.percent >= other.percent ? one : other
  }
}

extension QuizDefinition {
  /// Index of the first band of advice that holds the percentage, or nil.
  public func advice(for percent: UInt8) -> Int? {
    advice.firstIndex { $0.from <= percent && percent <= $0.to }
  }
}
