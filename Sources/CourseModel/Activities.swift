/// A question with options.
///
/// A class, as all large parts of the model that never change: they are handed on at every step of
/// a build, and a copy would touch each of their texts.
public final class Question: Sendable {
  /// Its place.
  public let anchor: Anchor
  /// Index of the activity in its file of the engine blob.
  public let engineIndex: Int
  /// What it asks: the heading.
  public let prompt: Prose
  /// Kind of question.
  public let kind: Kind
  /// Text between the heading and the options.
  public let introduction: [Block]
  /// Options in the author's order.
  public let options: [Option]
  /// Shown on request, before answering.
  public let hint: [Block]
  /// Whether a quiz can't be passed without it.
  public let isCritical: Bool
  /// How often it may be answered outside a quiz; 0 without limit.
  public let tries: Int
  /// Outcome it tests, by id inside the module.
  public let outcome: String?
  /// Language of its words, when it differs from that of the quiz it stands in.
  public let language: Language?

  /// Gathers a question.
  public init(
    anchor: Anchor, engineIndex: Int, prompt: Prose, kind: Kind, introduction: [Block],
    options: [Option], hint: [Block], isCritical: Bool, tries: Int, outcome: String?,
    language: Language? = nil
  ) {
    self.anchor = anchor
    self.engineIndex = engineIndex
    self.prompt = prompt
    self.kind = kind
    self.introduction = introduction
    self.options = options
    self.hint = hint
    self.isCritical = isCritical
    self.tries = tries
    self.outcome = outcome
    self.language = language
  }

  /// Kinds of questions.
  public enum Kind: String, Sendable, CaseIterable {
    /// One right option of several.
    case single
    /// Any number of right options.
    case multiple
    /// Two options, one right.
    case trueFalse = "true-false"
  }

  /// One option.
  public struct Option: Sendable {
    /// What it says.
    public let text: Prose
    /// Whether it is right.
    public let isRight: Bool
    /// Why it is right or wrong; shown once it was chosen.
    public let feedback: [Block]
    /// Describes an option.
    public init(text: Prose, isRight: Bool, feedback: [Block]) {
      self.text = text
      self.isRight = isRight
      self.feedback = feedback
    }
  }
}

/// A quiz.
public struct Quiz: Sendable {
  /// Its place.
  public let anchor: Anchor
  /// Index of the activity in its file of the engine blob.
  public let engineIndex: Int
  /// Percent that pass; nil when there is nothing to pass.
  public let passPercent: Int?
  /// How often it may be taken; 0 without limit.
  public let tries: Int
  /// Its questions in order.
  public let questions: [Question]
  /// What to read by result.
  public let advice: [Advice]

  /// Gathers a quiz.
  public init(
    anchor: Anchor, engineIndex: Int, passPercent: Int?, tries: Int, questions: [Question],
    advice: [Advice]
  ) {
    self.anchor = anchor
    self.engineIndex = engineIndex
    self.passPercent = passPercent
    self.tries = tries
    self.questions = questions
    self.advice = advice
  }

  /// Advice for results of a range of percents.
  public struct Advice: Sendable {
    /// The results it is for.
    public let percents: ClosedRange<Int>
    /// What it says.
    public let blocks: [Block]
    /// Describes advice.
    public init(percents: ClosedRange<Int>, blocks: [Block]) {
      self.percents = percents
      self.blocks = blocks
    }
  }
}

/// A decision tree.
public struct Tree: Sendable {
  /// The author's id.
  public let id: FileID
  /// Index of the file in the engine blob; the tree is its activity 0.
  public let engineIndex: Int
  /// Title.
  public let title: String
  /// What may distress a reader.
  public let contentWarning: String?
  /// Text before the first node.
  public let introduction: [Block]
  /// Nodes in the author's order; the first is the start.
  public let nodes: [Node]
  /// Language of the title.
  public let language: Language
  /// Digest of everything it was made from, its engine index left out; nil when nobody vouches.
  public let digest: ContentDigest?

  /// Gathers a tree.
  public init(
    id: FileID, engineIndex: Int, title: String, contentWarning: String?, introduction: [Block],
    nodes: [Node], language: Language, digest: ContentDigest? = nil
  ) {
    self.digest = digest
    self.id = id
    self.engineIndex = engineIndex
    self.title = title
    self.contentWarning = contentWarning
    self.introduction = introduction
    self.nodes = nodes
    self.language = language
  }

  /// The same tree with a number and a digest.
  public init(_ tree: Tree, engineIndex: Int, digest: ContentDigest?) {
    self.init(
      id: tree.id, engineIndex: engineIndex, title: tree.title,
      contentWarning: tree.contentWarning, introduction: tree.introduction, nodes: tree.nodes,
      language: tree.language, digest: digest)
  }

  /// One node of a tree.
  public struct Node: Sendable {
    /// Its place.
    public let anchor: Anchor
    /// Heading: the question, the step, or the end.
    public let title: Prose
    /// What it is.
    public let kind: Kind
    /// Text under the heading.
    public let blocks: [Block]
    /// Ways on, in the author's order; empty for ends.
    public let answers: [Answer]
    /// Trees to go through beside this one.
    public let also: [[Block]]
    /// Language of its text.
    public let language: Language
    /// Describes a node.
    public init(
      anchor: Anchor, title: Prose, kind: Kind, blocks: [Block], answers: [Answer],
      also: [[Block]], language: Language
    ) {
      self.anchor = anchor
      self.title = title
      self.kind = kind
      self.blocks = blocks
      self.answers = answers
      self.also = also
      self.language = language
    }
  }

  /// Kinds of nodes.
  public enum Kind: String, Sendable, CaseIterable {
    /// Asks something.
    case question
    /// Says what to do now; one way on at most.
    case step
    /// An end without hurry.
    case end
    /// An end to act on today.
    case today
    /// An end to act on at once.
    case emergency

    /// Whether a path stops here.
    public var isEnd: Bool {
      switch self {
      case .question, .step: false
      case .end, .today, .emergency: true
      }
    }
  }

  /// A way on from a node.
  public struct Answer: Sendable {
    /// What the learner chooses.
    public let text: Prose
    /// Where it leads; in another tree when the file differs.
    public let target: Anchor
    /// Shown when it is taken.
    public let remark: [Block]
    /// Describes an answer.
    public init(text: Prose, target: Anchor, remark: [Block]) {
      self.text = text
      self.target = target
      self.remark = remark
    }
  }
}
