/// Why a course can't be built, and where.
public struct CourseProblem: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: UInt8, Sendable {
    /// Two files, sections, activities, options or nodes have the same tag.
    case duplicateTag
    /// There are more entries than ``CourseLimits`` allows.
    case tooMany
    /// A question has fewer than two options, or a true-false question not exactly two.
    case optionCount
    /// Not exactly one right option where one is meant, none at all, or one that doesn't exist.
    case key
    /// An index leads to nothing, or to an activity of another kind.
    case reference
    /// A question stands in two quizzes, or twice in one.
    case sharedQuestion
    /// A percentage passes 100, or a band ends before it begins.
    case percentage
    /// A quiz has no questions, or a tree no nodes.
    case empty
  }

  /// What is wrong.
  public var reason: Reason
  /// Index of the file; -1 for the course as a whole.
  public var file: Int
  /// Index of the activity; -1 for the file as a whole or one of its sections.
  public var activity: Int

  /// Describes a problem.
  public init(_ reason: Reason, file: Int = -1, activity: Int = -1) {
    self.reason = reason
    self.file = file
    self.activity = activity
  }
}

/// Checks that the parts of a course fit together.
struct CourseCheck {
  let files: [CourseFile]

  func run() throws(CourseProblem) {
    guard files.count <= CourseLimits.files else { throw CourseProblem(.tooMany) }
    guard areUnique(files.map { $0.tag }) else { throw CourseProblem(.duplicateTag) }
    for index in files.indices {
      try checkFile(index)
    }
  }

  private func checkFile(_ index: Int) throws(CourseProblem) {
    let file = files[index]
    guard file.sections.count <= CourseLimits.entries,
      file.activities.count <= CourseLimits.entries
    else { throw CourseProblem(.tooMany, file: index) }
    guard areUnique(file.sections.map { $0.tag }), areUnique(file.activities.map { $0.tag })
    else { throw CourseProblem(.duplicateTag, file: index) }
    for section in file.sections {
      try checkSection(section, of: index)
    }
    var isInQuiz = [Bool](repeating: false, count: file.activities.count)
    for activity in file.activities.indices {
      let reason: CourseProblem.Reason?
      switch file.activities[activity].content {
      case .question(let question): reason = problem(of: question)
      case .quiz(let quiz): reason = problem(of: quiz, in: file, isInQuiz: &isInQuiz)
      case .tree(let tree): reason = problem(of: tree)
      }
      if let reason { throw CourseProblem(reason, file: index, activity: activity) }
    }
  }

  private func checkSection(
    _ section: SectionDefinition, of index: Int
  ) throws(CourseProblem) {
    guard section.activities.count <= CourseLimits.entries,
      section.elsewhere.count <= CourseLimits.entries
    else { throw CourseProblem(.tooMany, file: index) }
    guard section.activities.allSatisfy({ files[index].activities.indices.contains($0) }),
      section.elsewhere.allSatisfy({ content(of: $0) != nil })
    else { throw CourseProblem(.reference, file: index) }
  }

  private func problem(of question: QuestionDefinition) -> CourseProblem.Reason? {
    let count = question.optionCount
    guard count <= CourseLimits.options else { return .tooMany }
    guard count >= 2 else { return .optionCount }
    guard areUnique(question.optionTags) else { return .duplicateTag }
    let existing: UInt64 = count == 64 ? .max : (1 << UInt64(count)) - 1
    guard question.correct != 0, question.correct & ~existing == 0 else { return .key }
    switch question.kind {
    case .multiple:
      return nil
    case .single:
      return question.correct.nonzeroBitCount == 1 ? nil : .key
    case .trueFalse:
      guard count == 2 else { return .optionCount }
      return question.correct.nonzeroBitCount == 1 ? nil : .key
    }
  }

  private func problem(
    of quiz: QuizDefinition, in file: CourseFile, isInQuiz: inout [Bool]
  ) -> CourseProblem.Reason? {
    guard quiz.questions.count <= CourseLimits.quizQuestions,
      quiz.advice.count <= CourseLimits.adviceBands
    else { return .tooMany }
    guard !quiz.questions.isEmpty else { return .empty }
    guard quiz.passPercent <= 100, quiz.advice.allSatisfy({ $0.from <= $0.to && $0.to <= 100 })
    else { return .percentage }
    for question in quiz.questions {
      guard file.activities.indices.contains(question),
        case .question = file.activities[question].content
      else { return .reference }
      guard !isInQuiz[question] else { return .sharedQuestion }
      isInQuiz[question] = true
    }
    return nil
  }

  private func problem(of tree: TreeDefinition) -> CourseProblem.Reason? {
    guard !tree.nodes.isEmpty else { return .empty }
    guard tree.nodes.count <= CourseLimits.entries else { return .tooMany }
    guard areUnique(tree.nodes.map { $0.tag }) else { return .duplicateTag }
    for node in tree.nodes {
      guard node.answers.count <= CourseLimits.answers else { return .tooMany }
      for target in node.answers {
        switch target {
        case .node(let next):
          guard tree.nodes.indices.contains(next) else { return .reference }
        case .elsewhere(let reference, let next):
          guard case .tree(let other)? = content(of: reference),
            other.nodes.indices.contains(next)
          else { return .reference }
        }
      }
    }
    return nil
  }

  private func content(of reference: ActivityReference) -> ActivityDefinition.Content? {
    guard files.indices.contains(reference.file),
      files[reference.file].activities.indices.contains(reference.activity)
    else { return nil }
    return files[reference.file].activities[reference.activity].content
  }

  private func areUnique(_ tags: [UInt16]) -> Bool {
    // One bit per tag: sorting costs more code than the whole check.
    var seen = [UInt64](repeating: 0, count: 1024)
    for tag in tags {
      let bit: UInt64 = 1 << UInt64(tag & 63)
      guard seen[Int(tag >> 6)] & bit == 0 else { return false }
      seen[Int(tag >> 6)] |= bit
    }
    return true
  }
}
