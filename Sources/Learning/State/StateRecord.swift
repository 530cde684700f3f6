/// What a learner's state keeps about one section or activity.
public enum StateRecord: Equatable, Sendable {
  /// The section was opened.
  case opened
  /// A question: the last answer.
  case choice(ChoiceRecord)
  /// A quiz: the attempts; its questions have records of their own.
  case quiz(QuizRecord)
  /// A decision tree: the path.
  case walk(WalkRecord)
  /// Written by a later version: kept, byte for byte.
  case later(kind: UInt8, [UInt8])

  /// The space of its key (``RecordKey/space``).
  ///
  /// A kind from 4 on is its own space for ever: engines that don't know it put its records there,
  /// and take records in another order for damage.
  var space: UInt8 {
    switch self {
    case .opened: 0
    case .choice, .quiz, .walk: 1
    case .later(let kind, _): kind
    }
  }
}

/// The last answer to a question.
public struct ChoiceRecord: Equatable, Sendable {
  /// How often it was answered; stops counting at 255.
  public var tries: UInt8
  /// Whether the hint was opened.
  public var hintUsed: Bool
  /// Tags of the chosen options, ascending; none when it isn't answered.
  public internal(set) var chosen: [UInt16]

  /// Describes an answer; the tags are put in order.
  public init(tries: UInt8 = 0, hintUsed: Bool = false, chosen: [UInt16] = []) {
    self.tries = tries
    self.hintUsed = hintUsed
    self.chosen = []
    for tag in chosen {
      let index = self.chosen.firstIndex { $0 > tag } ?? self.chosen.count
      self.chosen.append(tag)
      self.chosen.moveLast(to: index)
    }
  }
}

/// Attempts at a quiz.
public struct QuizRecord: Equatable, Sendable {
  /// Number of the current attempt, from 1; stops counting at 65,535.
  public private(set) var attempt: UInt16
  /// The best finished attempt.
  public var best: BestResult?

  /// Describes attempts.
  public init(attempt: UInt16 = 1, best: BestResult? = nil) {
    self.attempt = max(attempt, 1)
    self.best = best
  }

  /// Goes on to the next attempt.
  mutating func beginNext() {
    if attempt < .max { attempt += 1 }
  }
}

/// A path through a decision tree.
public struct WalkRecord: Equatable, Sendable {
  /// Longest path that is kept; when it is full, the first step is forgotten.
  public static let longestPath = 255

  /// Whether an end was ever reached.
  public var reachedEnd: Bool
  /// Tag of the node where the path begins; nil for the tree's first node.
  public var start: UInt16?
  /// Index of the answer at each step: at most 255 steps, indexes from 0 to 63.
  public internal(set) var answers: [UInt8]
  /// Digest of the nodes on the path: an edited tree is noticed by it.
  public var check: UInt16

  /// Describes a path.
  public init(
    reachedEnd: Bool = false, start: UInt16? = nil, answers: [UInt8] = [], check: UInt16 = 0
  ) {
    self.reachedEnd = reachedEnd
    self.start = start
    self.answers = answers.suffix(WalkRecord.longestPath).map { min($0, 63) }
    self.check = check
  }
}

/// Where a record belongs.
///
/// Sections and activities have tags of their own, so a section and the quiz that fills it may
/// share an id.
public struct RecordKey: Equatable, Comparable, Sendable {
  /// Tag of the file.
  public var file: UInt16
  /// 0 for sections, 1 for activities, and for records of later versions their kind (4 to 255).
  public var space: UInt8
  /// Tag of the section or activity.
  public var tag: UInt16

  /// The record of a section.
  public static func section(_ tag: UInt16, file: UInt16) -> RecordKey {
    RecordKey(file: file, space: 0, tag: tag)
  }

  /// The record of an activity.
  public static func activity(_ tag: UInt16, file: UInt16) -> RecordKey {
    RecordKey(file: file, space: 1, tag: tag)
  }

  /// The record that a later version wrote.
  public static func later(_ tag: UInt16, kind: UInt8, file: UInt16) -> RecordKey {
    RecordKey(file: file, space: kind, tag: tag)
  }

  /// By file, then space, then tag: the order of records in an encoded state.
  public static func < (left: RecordKey, right: RecordKey) -> Bool {
    left.order < right.order
  }

  private var order: UInt64 {
    UInt64(file) << 24 | UInt64(space) << 16 | UInt64(tag)
  }
}
