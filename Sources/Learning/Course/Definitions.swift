/// A choice question.
public struct QuestionDefinition: Equatable, Sendable {
  /// How many options may be ticked.
  public enum Kind: UInt8, Sendable {
    /// Exactly one option.
    case single = 0
    /// Any number of options, at least one.
    case multiple = 1
    /// Exactly one of two.
    case trueFalse = 2
  }

  /// How many options may be ticked.
  public var kind: Kind
  /// One tag per option, in the order of the text, unique in the question: from the option's own id
  /// or the digest of its source text (``ActivityTag/ofOptions(_:)``).
  ///
  /// A learner's choice is kept by these tags, so it survives a new order of options and edits of
  /// the others.
  public var optionTags: [UInt16]
  /// The right options: bit `n` is option `n`.
  public var correct: UInt64
  /// Whether a quiz can't be passed without it.
  public var isCritical: Bool
  /// Whether a partly right choice of several earns a part of the points.
  public var partialCredit: Bool
  /// How often it may be answered outside a quiz; 0 means as often as the learner likes.
  public var tries: UInt8
  /// Points in a quiz, relative to the other questions; 0 is practice that doesn't count.
  public var weight: UInt8

  /// Describes a question.
  public init(
    kind: Kind, optionTags: [UInt16], correct: UInt64, isCritical: Bool = false,
    partialCredit: Bool = false, tries: UInt8 = 0, weight: UInt8 = 1
  ) {
    self.kind = kind
    self.optionTags = optionTags
    self.correct = correct
    self.isCritical = isCritical
    self.partialCredit = partialCredit
    self.tries = tries
    self.weight = weight
  }

  /// Number of options.
  public var optionCount: Int { optionTags.count }
}

/// Questions of the same file answered together, once per attempt.
public struct QuizDefinition: Equatable, Sendable {
  /// Indexes of the questions in the file's activities; a question belongs to one quiz at most.
  public var questions: [Int]
  /// Smallest percentage that passes, 0 to 100.
  public var passPercent: UInt8
  /// Number of attempts; 0 means as many as the learner likes.
  public var tries: UInt8
  /// Advice by result; the first band that holds the percentage applies.
  public var advice: [AdviceBand]

  /// Describes a quiz.
  public init(
    questions: [Int], passPercent: UInt8, tries: UInt8 = 0, advice: [AdviceBand] = []
  ) {
    self.questions = questions
    self.passPercent = passPercent
    self.tries = tries
    self.advice = advice
  }
}

/// Percentages from `from` to `to`, both included, that share a piece of advice.
public struct AdviceBand: Equatable, Sendable {
  /// Lowest percentage.
  public var from: UInt8
  /// Highest percentage.
  public var to: UInt8

  /// Describes a band.
  public init(from: UInt8, to: UInt8) {
    self.from = from
    self.to = to
  }
}

/// A decision tree; its first node is the start.
public struct TreeDefinition: Equatable, Sendable {
  /// Nodes; answers lead to them by index.
  public var nodes: [TreeNode]

  /// Describes a tree.
  public init(nodes: [TreeNode]) {
    self.nodes = nodes
  }
}

/// A node of a decision tree.
public struct TreeNode: Equatable, Sendable {
  /// What a node is for.
  public enum Kind: UInt8, Sendable {
    /// Asks something.
    case question = 0
    /// Says what to do, and goes on.
    case step = 1
    /// An end without urgency.
    case end = 2
    /// An end: act today.
    case today = 3
    /// An end: act now.
    case emergency = 4
  }

  /// ``ActivityTag`` of the node's id, unique in the tree: a saved path is checked against it.
  public var tag: UInt16
  /// What the node is for.
  public var kind: Kind
  /// Where each answer leads.
  public var answers: [TreeTarget]

  /// Describes a node.
  public init(tag: UInt16, kind: Kind, answers: [TreeTarget] = []) {
    self.tag = tag
    self.kind = kind
    self.answers = answers
  }

  /// Whether the walk is over here: the node is an end, or nothing leads on.
  public var isEnd: Bool {
    switch kind {
    case .end, .today, .emergency: true
    case .question, .step: answers.isEmpty
    }
  }
}

/// Where an answer of a decision tree leads.
public enum TreeTarget: Equatable, Sendable {
  /// A node of the same tree.
  case node(Int)
  /// A node of another tree.
  case elsewhere(ActivityReference, node: Int)
}
