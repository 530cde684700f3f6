import Learning

/// What trainers do to a toolkit that somebody is working with.
enum CourseEdit: CaseIterable {
  case structure(StructureEdit)
  case question(QuestionEdit)
  case quiz(QuizEdit)
  case tree(TreeEdit)

  static var allCases: [CourseEdit] {
    StructureEdit.allCases.map { .structure($0) } + QuestionEdit.allCases.map { .question($0) }
      + QuizEdit.allCases.map { .quiz($0) } + TreeEdit.allCases.map { .tree($0) }
  }
}

/// Parts come, go, change places, or get another kind.
enum StructureEdit: CaseIterable {
  case filesReordered, fileAdded, fileRemoved
  case sectionsReordered, sectionAdded, sectionRemoved
  case activitiesReordered, questionAdded, questionRemoved, quizRemoved, treeRemoved
  case questionBecomesTree, treeBecomesQuestion
}

/// A question is edited.
enum QuestionEdit: CaseIterable {
  case optionsReordered, optionAdded, otherOptionRemoved, otherOptionReworded, chosenOptionReworded
  case singleBecomesMultiple, multipleBecomesSingle, triesChanged, keyChanged
}

/// A quiz is edited.
enum QuizEdit: CaseIterable {
  case passMarkChanged, quizGrows, quizShrinks
}

/// A tree is edited.
enum TreeEdit: CaseIterable {
  case nodeAdded, nodesReordered, answerAdded, startChanged, answerRedirected, nodeRemoved
}

/// What an edit does to a learner's work; everything that isn't named stays as it was.
struct Consequence {
  /// Activities that are no longer there.
  var gone: Set<ActivityPlace> = []
  /// Sections that are no longer there.
  var sectionsGone: Set<ActivityPlace> = []
  /// Activities that are seen otherwise.
  var expected: [ActivityPlace: LearnerWork.Seen] = [:]
  /// Quizzes whose result is counted anew; the attempt stays, and the best result isn't lost.
  var recounted: Set<ActivityPlace> = []
}

/// A draft under an editor's hands.
struct CourseEditor {
  var draft: CourseDraft
  /// What the learner had done before.
  let work: LearnerWork
  var random: RandomSource
  var tags = TagSource(from: 40_000)
  var consequence = Consequence()

  init(_ draft: CourseDraft, _ work: LearnerWork, _ random: RandomSource) {
    self.draft = draft
    self.work = work
    self.random = random
  }

  /// Makes the edit; false when the draft has nothing that could be edited so.
  mutating func make(_ edit: CourseEdit) -> Bool {
    switch edit {
    case .structure(let edit): makeStructure(edit)
    case .question(let edit): onQuestion { $0.change($1, edit) }
    case .quiz(let edit): onQuiz { $0.changeQuiz($1, edit) }
    case .tree(let edit): onTree { $0.changeTree($1, edit) }
    }
  }

  private mutating func makeStructure(_ edit: StructureEdit) -> Bool {
    switch edit {
    case .filesReordered: return Self.shuffle(&draft.files, &random)
    case .fileAdded: return addFile()
    case .fileRemoved: return removeFile()
    case .sectionsReordered:
      return inModule { Self.shuffle(&$0.draft.files[$1].sections, &$0.random) }
    case .sectionAdded: return inModule { $0.addSection($1) }
    case .sectionRemoved: return inModule { $0.removeSection($1) }
    case .activitiesReordered:
      return inModule { Self.shuffle(&$0.draft.files[$1].activities, &$0.random) }
    case .questionAdded: return inModule { $0.addQuestion($1) }
    case .questionRemoved: return onQuestion { $0.remove($1) }
    case .quizRemoved: return onQuiz { $0.remove($1) }
    case .treeRemoved: return onTree { $0.remove($1) }
    case .questionBecomesTree: return onQuestion { $0.makeTree($1) }
    case .treeBecomesQuestion: return onTree { $0.makeQuestion($1) }
    }
  }

  // MARK: - Choosing what to edit

  /// Where an activity stands in the draft.
  struct Position {
    var file: Int
    var activity: Int
  }

  private mutating func inModule(_ act: (inout CourseEditor, Int) -> Bool) -> Bool {
    let modules = draft.files.indices.filter { draft.files[$0].tag != CourseDraft.lookup.file }
    return act(&self, modules[random.number(below: modules.count)])
  }

  private mutating func onActivity(
    where fits: (CourseDraft.Content) -> Bool, _ act: (inout CourseEditor, Position) -> Bool
  ) -> Bool {
    let all = draft.files.indices
      .filter { draft.files[$0].tag != CourseDraft.lookup.file }
      .flatMap { file in
        draft.files[file].activities.indices.map { Position(file: file, activity: $0) }
      }
      .filter { fits(draft.files[$0.file].activities[$0.activity].content) }
    // One that the learner has worked with, where there is one: others tell little.
    let worked = all.filter { work.activities[place($0)]?.isUntouched == false }
    let choice = worked.isEmpty ? all : worked
    guard !choice.isEmpty else { return false }
    return act(&self, choice[random.number(below: choice.count)])
  }

  private mutating func onQuestion(_ act: (inout CourseEditor, Position) -> Bool) -> Bool {
    onActivity(where: { if case .question = $0 { true } else { false } }, act)
  }

  private mutating func onQuiz(_ act: (inout CourseEditor, Position) -> Bool) -> Bool {
    onActivity(where: { if case .quiz = $0 { true } else { false } }, act)
  }

  private mutating func onTree(_ act: (inout CourseEditor, Position) -> Bool) -> Bool {
    onActivity(where: { if case .tree = $0 { true } else { false } }, act)
  }

  func place(_ position: Position) -> ActivityPlace {
    let file = draft.files[position.file]
    return ActivityPlace(file: file.tag, activity: file.activities[position.activity].tag)
  }

  // MARK: - Files, sections, activities

  private static func shuffle<Element>(
    _ elements: inout [Element], _ random: inout RandomSource
  ) -> Bool {
    elements.shuffle(using: &random)
    return elements.count > 1
  }

  private mutating func addFile() -> Bool {
    draft.files.insert(
      .random(from: &random, &tags), at: random.number(below: draft.files.count + 1))
    return true
  }

  private mutating func removeFile() -> Bool {
    inModule { editor, index in
      let file = editor.draft.files.remove(at: index)
      let places = { (tag: UInt16) in ActivityPlace(file: file.tag, activity: tag) }
      editor.consequence.gone = Set(file.activities.map { places($0.tag) })
      editor.consequence.sectionsGone = Set(file.sections.map { places($0.tag) })
      return true
    }
  }

  private mutating func addSection(_ file: Int) -> Bool {
    let count = draft.files[file].sections.count
    draft.files[file].sections.insert(
      .init(tag: tags.next(), activities: []), at: random.number(below: count + 1))
    return true
  }

  private mutating func removeSection(_ file: Int) -> Bool {
    guard !draft.files[file].sections.isEmpty else { return false }
    let index = random.number(below: draft.files[file].sections.count)
    let section = draft.files[file].sections.remove(at: index)
    consequence.sectionsGone = [
      ActivityPlace(file: draft.files[file].tag, activity: section.tag)
    ]
    return true
  }

  private mutating func addQuestion(_ file: Int) -> Bool {
    let question = QuestionDefinition.random(from: &random, &tags)
    let count = draft.files[file].activities.count
    draft.files[file].activities.insert(
      .init(tag: tags.next(), content: .question(question)), at: random.number(below: count + 1))
    return true
  }

  private mutating func remove(_ position: Position) -> Bool {
    let place = place(position)
    takeOutOfQuizzes(position)
    guard let index = try? draft.files[position.file].index(of: place.activity) else {
      return false
    }
    draft.files[position.file].activities.remove(at: index)
    for section in draft.files[position.file].sections.indices {
      draft.files[position.file].sections[section].activities.removeAll { $0 == place.activity }
    }
    consequence.gone.insert(place)
    return true
  }

  /// Takes a question out of the quiz that it stands in; a quiz without questions goes, too.
  mutating func takeOutOfQuizzes(_ position: Position) {
    let place = place(position)
    for index in draft.files[position.file].activities.indices.reversed() {
      let other = draft.files[position.file].activities[index]
      guard case .quiz(let questions, let passPercent, let tries) = other.content,
        questions.contains(place.activity)
      else { continue }
      let left = questions.filter { $0 != place.activity }
      draft.files[position.file].activities[index].content = .quiz(
        questions: left, passPercent: passPercent, tries: tries)
      let quiz = Position(file: position.file, activity: index)
      if left.isEmpty { _ = remove(quiz) } else { consequence.recounted.insert(self.place(quiz)) }
    }
  }

  // MARK: - Another kind under the same id

  private mutating func makeTree(_ position: Position) -> Bool {
    let place = place(position)
    takeOutOfQuizzes(position)
    guard let index = try? draft.files[position.file].index(of: place.activity) else {
      return false
    }
    let nodes = CourseDraft.nodes(from: &random, &tags)
    draft.files[position.file].activities[index].content = .tree(nodes)
    consequence.expected[place] = .tree(
      path: [], answers: [], node: nodes[0].tag, reachedEnd: false)
    return true
  }

  private mutating func makeQuestion(_ position: Position) -> Bool {
    let question = QuestionDefinition.random(from: &random, &tags)
    draft.files[position.file].activities[position.activity].content = .question(question)
    consequence.expected[place(position)] = .question(chosen: [], triesUsed: 0, hintUsed: false)
    return true
  }
}
