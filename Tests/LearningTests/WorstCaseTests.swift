import Learning
import Testing

@Suite("The worst case of a state")
struct WorstCaseTests {
  @Test("A learner who does the most expensive things gets exactly to the bound")
  func bound() throws {
    var random = RandomSource(seed: 1100)
    for _ in 0..<300 {
      let course = try Course.random(from: &random)
      var session = LearnerSession(course: course)
      try session.playTheWorst()
      let state = session.state
      // More than four thousand million changes can't be played; the rest of the bound can.
      let unplayed = 5 - size(ofRevision: state.revision)
      #expect(state.encoded().count + unplayed == LearnerState.worstCaseSize(of: course))
    }
  }

  @Test("Nobody gets over the bound")
  func neverOver() throws {
    var random = RandomSource(seed: 1101)
    for _ in 0..<100 {
      let course = try Course.random(from: &random, isAcyclic: false)
      let bound = LearnerState.worstCaseSize(of: course)
      var session = LearnerSession(course: course)
      for _ in 0..<400 { session.playSomething(&random) }
      #expect(session.state.encoded().count <= bound)
    }
  }

  @Test("A tree in which one can go round costs the longest path that is kept")
  func loop() throws {
    let tree = TreeDefinition(nodes: [
      TreeNode(tag: 1, kind: .question, answers: [.node(1)]),
      TreeNode(
        tag: 2, kind: .question, answers: [.node(0), .node(0), .node(1), .node(1), .node(2)]),
      TreeNode(tag: 3, kind: .end),
    ])
    let file = CourseFile(tag: 1, activities: [ActivityDefinition(tag: 1, content: .tree(tree))])
    // Tag, header, first node, steps, check, 255 answers of 3 bits.
    #expect(LearnerState.worstCaseSizes(ofActivitiesIn: file) == [2 + 1 + 2 + 1 + 2 + 96])
    var session = LearnerSession(course: try Course(files: [file]))
    let place = ActivityReference(file: 0, activity: 0)
    _ = try session.restart(place, at: 1)
    for _ in 0..<260 { _ = try session.take(2, at: place) }
    _ = try session.take(4, at: place)
    let unplayed = 5 - size(ofRevision: session.state.revision)
    #expect(
      session.state.encoded().count + unplayed == LearnerState.worstCaseSize(of: session.course))
  }

  @Test("A file of which nothing is kept costs nothing")
  func nothing() throws {
    let course = try Course(files: [CourseFile(tag: 1)])
    #expect(LearnerState.worstCaseSize(of: course) == 2 + 5 + 1 + 4)
  }

  private func size(ofRevision revision: UInt32) -> Int {
    var writer = ByteWriter()
    writer.number(revision)
    return writer.bytes.count
  }
}

extension Course {
  /// A small course with questions, a quiz and a tree.
  fileprivate static func random(
    from random: inout RandomSource, isAcyclic: Bool = true
  ) throws -> Course {
    var files: [CourseFile] = []
    for tag in 1...UInt16(1 + random.number(below: 3)) {
      var file = CourseFile(tag: tag)
      for section in 0..<UInt16(random.number(below: 4)) {
        file.sections.append(SectionDefinition(tag: section))
      }
      let questions = random.number(below: 6)
      for _ in 0..<questions { file.add(.question(.random(from: &random))) }
      if questions > 2 {
        let tries = [0, 1, 2, 6, 7, 9][random.number(below: 6)]
        file.add(
          .quiz(
            QuizDefinition(questions: [0, 2], passPercent: 50, tries: UInt8(tries))))
      }
      if random.flag() { file.add(.tree(.random(from: &random, isAcyclic: isAcyclic))) }
      files.append(file)
    }
    return try Course(files: files)
  }
}

extension CourseFile {
  fileprivate mutating func add(_ content: ActivityDefinition.Content) {
    activities.append(ActivityDefinition(tag: UInt16(activities.count), content: content))
  }
}

extension QuestionDefinition {
  fileprivate static func random(from random: inout RandomSource) -> QuestionDefinition {
    let kinds: [Kind] = [.single, .multiple, .trueFalse]
    let kind = kinds[random.number(below: 3)]
    let count = kind == .trueFalse ? 2 : 2 + random.number(below: 9)
    let correct: UInt64 =
      kind == .multiple ? 1 + UInt64(random.number(below: (1 << count) - 1)) : 1
    return QuestionDefinition(
      kind: kind, optionTags: (0..<UInt16(count)).map { $0 * 7 }, correct: correct,
      tries: UInt8(random.number(below: 5)))
  }
}

extension TreeDefinition {
  fileprivate static func random(
    from random: inout RandomSource, isAcyclic: Bool
  ) -> TreeDefinition {
    let count = 1 + random.number(below: 6)
    return TreeDefinition(
      nodes: (0..<count).map { node in
        let targets = isAcyclic ? count - node - 1 : count
        let answers = targets == 0 ? 0 : random.number(below: 6)
        return TreeNode(
          tag: UInt16(node), kind: .question,
          answers: (0..<answers).map { _ in
            .node((isAcyclic ? node + 1 : 0) + random.number(below: targets))
          })
      })
  }
}

extension LearnerSession {
  /// Opens everything, answers everything at length, walks the most expensive paths.
  fileprivate mutating func playTheWorst() throws {
    for (fileIndex, file) in course.files.enumerated() {
      for section in file.sections.indices { try open(section: section, file: fileIndex) }
      let quizzes = file.activities.indices.compactMap { index -> (Int, QuizDefinition)? in
        if case .quiz(let quiz) = file.activities[index].content { (index, quiz) } else { nil }
      }
      let inQuiz = Set(quizzes.flatMap(\.1.questions))
      for (index, activity) in file.activities.enumerated() {
        let place = ActivityReference(file: fileIndex, activity: index)
        switch activity.content {
        case .question(let question):
          if !inQuiz.contains(index) { try playTheWorst(question, at: place) }
        case .quiz(let quiz): try playTheWorst(quiz, at: place)
        case .tree(let tree): try playTheWorst(tree, at: place)
        }
      }
    }
  }

  private mutating func playTheWorst(
    _ question: QuestionDefinition, at place: ActivityReference
  ) throws {
    // An option that isn't the whole answer, so that one may go on.
    let wrong = question.optionTags.indices.first { question.correct != 1 << UInt64($0) } ?? 0
    for _ in 1..<(question.tries == 0 ? 3 : max(1, min(3, question.tries))) {
      _ = try answer(place, options: [wrong])
    }
    let all = Array(question.optionTags.indices)
    _ = try answer(place, options: question.kind == .multiple ? all : [wrong])
  }

  private mutating func playTheWorst(
    _ quiz: QuizDefinition, at place: ActivityReference
  ) throws {
    for attempt in 1...(quiz.tries == 0 ? 7 : min(7, quiz.tries)) {
      if attempt > 1 { _ = try retry(place) }
      for index in quiz.questions {
        let reference = ActivityReference(file: place.file, activity: index)
        guard case .question(let question)? = course.activity(reference)?.content else { continue }
        let all = Array(question.optionTags.indices)
        _ = try answer(reference, options: question.kind == .multiple ? all : [0])
      }
    }
  }

  /// Walks every path of a tree without loops, and the most expensive one again.
  private mutating func playTheWorst(
    _ tree: TreeDefinition, at place: ActivityReference
  ) throws {
    var worst: (size: Int, start: Int, answers: [Int]) = (-1, 0, [])
    for start in tree.nodes.indices {
      var open: [(node: Int, answers: [Int])] = [(start, [])]
      while let (node, answers) = open.popLast() {
        try walk(from: start, answers, at: place)
        let size = state.encoded().count
        if size > worst.size { worst = (size, start, answers) }
        for (number, answer) in tree.nodes[node].answers.enumerated() {
          if case .node(let next) = answer { open.append((next, answers + [number])) }
        }
      }
    }
    try walk(from: worst.start, worst.answers, at: place)
    // A revision that has grown by a byte meanwhile isn't the path's.
    #expect(state.encoded().count >= worst.size)
  }

  private mutating func walk(
    from start: Int, _ answers: [Int], at place: ActivityReference
  ) throws {
    _ = try restart(place, at: start)
    for answer in answers { _ = try take(answer, at: place) }
  }

  /// One thing that a learner may do, or may not: then nothing happens.
  fileprivate mutating func playSomething(_ random: inout RandomSource) {
    let file = random.number(below: course.files.count)
    let activities = course.files[file].activities
    let place = ActivityReference(file: file, activity: random.number(below: activities.count))
    _ = try? open(section: random.number(below: 4), file: file)
    guard let activity = course.activity(place) else { return }
    switch activity.content {
    case .question(let question):
      let options = question.optionTags.indices.filter { _ in random.flag() }
      _ = try? answer(place, options: options)
      if random.flag() { _ = try? hint(place) }
    case .quiz: _ = try? retry(place)
    case .tree(let tree):
      if random.number(below: 40) == 0 {
        _ = try? restart(place, at: random.number(below: tree.nodes.count))
      }
      for _ in 0..<20 { _ = try? take(random.number(below: 6), at: place) }
    }
  }
}
