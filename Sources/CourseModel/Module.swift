/// One module of the toolkit in one language.
public struct Module: Sendable {
  /// The author's id.
  public let id: FileID
  /// Index of the file in the engine blob; the page hands it to the engine.
  public let engineIndex: Int
  /// Title.
  public let title: String
  /// Language of title and front matter: the default language where no translation exists.
  public let language: Language
  /// Minutes that the author plans for it.
  public let minutes: Int?
  /// What to take before it.
  public let prerequisites: [FileID]
  /// Guidance it rests on, by id.
  public let guidance: [String]
  /// What may distress a reader; shown before anything else.
  public let contentWarning: String?
  /// The author's version.
  public let version: String?
  /// State and date of the last review, as written: ("reviewed", "2026-03-01").
  public let review: Review?
  /// Its outcomes, opening and sections, which need not be in memory.
  public let text: ModuleText
  /// Digest of everything it was made from, its engine index left out: equal digests, equal modules.
  /// Nil when nobody vouches for that.
  public let digest: ContentDigest?

  /// What a learner can do afterwards.
  public var outcomes: [Outcome] { text.content.outcomes }
  /// What else stands under the heading of the outcomes: key messages, materials.
  public var opening: [Block] { text.content.opening }
  /// The text, section by section; outcomes are not among them.
  public var sections: [Section] { text.content.sections }

  /// Gathers a module.
  public init(
    id: FileID, engineIndex: Int, title: String, language: Language, minutes: Int?,
    prerequisites: [FileID], guidance: [String], contentWarning: String?, version: String?,
    review: Review?, outcomes: [Outcome], opening: [Block] = [], sections: [Section]
  ) {
    self.id = id
    self.engineIndex = engineIndex
    self.title = title
    self.language = language
    self.minutes = minutes
    self.prerequisites = prerequisites
    self.guidance = guidance
    self.contentWarning = contentWarning
    self.version = version
    self.review = review
    text = ModuleText(.init(outcomes: outcomes, opening: opening, sections: sections))
    digest = nil
  }

  /// The same module with a number, a digest, and a text that can be put away.
  public init(_ module: Module, engineIndex: Int, digest: ContentDigest?, text: ModuleText) {
    id = module.id
    self.engineIndex = engineIndex
    title = module.title
    language = module.language
    minutes = module.minutes
    prerequisites = module.prerequisites
    guidance = module.guidance
    contentWarning = module.contentWarning
    version = module.version
    review = module.review
    self.text = text
    self.digest = digest
  }

  /// State of a review.
  public struct Review: Sendable, Hashable {
    /// The author's word for the state.
    public let status: String
    /// ISO date of it.
    public let date: String?
    /// Describes a review.
    public init(status: String, date: String?) {
      self.status = status
      self.date = date
    }
  }
}

/// Something a learner can do after a module.
public struct Outcome: Sendable {
  /// The author's id inside the module.
  public let id: String
  /// The author's class of it: "apply".
  public let level: String?
  /// The text, without "you can".
  public let text: Prose
  /// Language of the text.
  public let language: Language
  /// Describes an outcome.
  public init(id: String, level: String?, text: Prose, language: Language) {
    self.id = id
    self.level = level
    self.text = text
    self.language = language
  }
}

/// A second-level heading of a module and everything up to the next: one page for the learner.
public final class Section: Sendable {
  /// Its place; the author's id, or one that the compiler made from its position: `section-3`.
  public let anchor: Anchor
  /// Index of the section in its file of the engine blob.
  public let engineIndex: Int
  /// Heading.
  public let title: Prose
  /// What kind it is.
  public let kind: Kind
  /// Whom it is for.
  public let audience: Audience
  /// Language of its text: the default language where it isn't translated yet.
  public let language: Language
  /// Its content.
  public let blocks: [Block]

  /// Gathers a section.
  public init(
    anchor: Anchor, engineIndex: Int, title: Prose, kind: Kind, audience: Audience,
    language: Language, blocks: [Block]
  ) {
    self.anchor = anchor
    self.engineIndex = engineIndex
    self.title = title
    self.kind = kind
    self.audience = audience
    self.language = language
    self.blocks = blocks
  }

  /// What a section is.
  public enum Kind: Sendable {
    /// Text to read, with or without activities.
    case reading
    /// Something a group does together.
    case session(Session)
    /// A quiz; its questions are in `Quiz.questions`, texts around them in the blocks.
    case quiz(Quiz)
  }
}

/// A piece of work for a group, with its plan.
public struct Session: Sendable, Hashable {
  /// What the group does.
  public let form: Form
  /// Minutes that the author plans for it.
  public let minutes: Int?
  /// Smallest and largest size of a group; nil when it doesn't matter.
  public let groupSize: ClosedRange<Int>?
  /// Describes a session.
  public init(form: Form, minutes: Int?, groupSize: ClosedRange<Int>?) {
    self.form = form
    self.minutes = minutes
    self.groupSize = groupSize
  }

  /// Forms of sessions.
  public enum Form: String, Sendable, CaseIterable {
    case groupWork = "group-work"
    case discussion
    case caseStudy = "case-study"
    case demonstration
    case energiser
    case rolePlay = "role-play"
  }
}
