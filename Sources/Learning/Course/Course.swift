/// What one version of a toolkit asks of a learner: no prose, only what must be scored, walked and
/// counted.
///
/// The compiler builds it and writes it into pages as the engine blob (``encoded()``). A value of
/// this type is always consistent: every index leads somewhere and every tag is unique.
public struct Course: Equatable, Sendable {
  /// Modules and tree files, in the toolkit's order.
  public let files: [CourseFile]

  /// Checks that everything fits together.
  /// - Throws: the first problem, with its place.
  public init(files: [CourseFile]) throws(CourseProblem) {
    try CourseCheck(files: files).run()
    self.files = files
  }

  /// The activity that a reference names, or nil.
  public func activity(_ reference: ActivityReference) -> ActivityDefinition? {
    guard files.indices.contains(reference.file),
      files[reference.file].activities.indices.contains(reference.activity)
    else { return nil }
    return files[reference.file].activities[reference.activity]
  }
}

/// A module or a tree file.
public struct CourseFile: Equatable, Sendable {
  /// ``ActivityTag`` of the file's id, unique in the toolkit.
  public var tag: UInt16
  /// Whether the file counts towards the progress of the whole course.
  ///
  /// A decision tree that is there to be looked up shouldn't stand between a learner and
  /// "finished".
  public var isCounted: Bool
  /// Sections in the order of the text; none in a tree file.
  public var sections: [SectionDefinition]
  /// Activities; others refer to them by their index.
  public var activities: [ActivityDefinition]

  /// Describes a file.
  public init(
    tag: UInt16, isCounted: Bool = true, sections: [SectionDefinition] = [],
    activities: [ActivityDefinition] = []
  ) {
    self.tag = tag
    self.isCounted = isCounted
    self.sections = sections
    self.activities = activities
  }
}

/// A section of a module: what a learner opens.
public struct SectionDefinition: Equatable, Sendable {
  /// ``ActivityTag`` of the section's id, unique among the sections of its file.
  public var tag: UInt16
  /// Indexes of the activities in it; a quiz stands for its questions.
  public var activities: [Int]
  /// Activities of other files that it plays, such as a decision tree.
  public var elsewhere: [ActivityReference]
  /// Whether it counts towards progress; a section that learners never see doesn't.
  public var isCounted: Bool

  /// Describes a section.
  public init(
    tag: UInt16, activities: [Int] = [], elsewhere: [ActivityReference] = [],
    isCounted: Bool = true
  ) {
    self.tag = tag
    self.activities = activities
    self.elsewhere = elsewhere
    self.isCounted = isCounted
  }
}

/// An activity anywhere in the course.
public struct ActivityReference: Equatable, Sendable {
  /// Index of the file.
  public var file: Int
  /// Index of the activity in the file.
  public var activity: Int

  /// Names an activity.
  public init(file: Int, activity: Int) {
    self.file = file
    self.activity = activity
  }
}

/// Something a learner does: its tag and what it asks.
public struct ActivityDefinition: Equatable, Sendable {
  /// ``ActivityTag`` of the activity's id, unique among the activities of its file.
  public var tag: UInt16
  /// What it asks.
  public var content: Content

  /// Describes an activity.
  public init(tag: UInt16, content: Content) {
    self.tag = tag
    self.content = content
  }

  /// The kinds of activity.
  ///
  /// A new kind is a new case: the compiler then names every switch that must learn it.
  public enum Content: Equatable, Sendable {
    /// A choice question.
    case question(QuestionDefinition)
    /// Questions answered together, with a result.
    case quiz(QuizDefinition)
    /// A decision tree.
    case tree(TreeDefinition)
  }
}

/// Sizes that no course passes; what is larger is refused when it is built or read.
public enum CourseLimits {
  /// Files of a course.
  public static let files = 16_384
  /// Sections of a file, activities of a file, nodes of a tree.
  public static let entries = 1024
  /// Options of a question, because a choice is a set of 64 bits.
  public static let options = 64
  /// Questions of a quiz.
  public static let quizQuestions = 255
  /// Bands of advice of a quiz.
  public static let adviceBands = 16
  /// Answers of a node.
  public static let answers = 64
  /// Bytes of an encoded course.
  public static let bytes = 4_194_304
}
