import Learning

// Edits of one question, one quiz, one tree.

extension CourseEditor {
  /// Edits a question, and says what becomes of its answer.
  mutating func change(_ position: Position, _ edit: QuestionEdit) -> Bool {
    let place = place(position)
    guard
      case .question(var question) = draft.files[position.file].activities[position.activity]
        .content,
      case .question(let chosen, _, let hintUsed)? = work.activities[place]
    else { return false }
    let others = question.optionTags.indices.filter { !chosen.contains(question.optionTags[$0]) }
    let open = LearnerWork.Seen.question(chosen: [], triesUsed: 0, hintUsed: hintUsed)
    var right = question.optionTags.indices
      .filter { question.correct >> UInt64($0) & 1 == 1 }.map { question.optionTags[$0] }
    switch edit {
    case .optionsReordered:
      question.optionTags.shuffle(using: &random)
    case .optionAdded:
      guard question.kind != .trueFalse else { return false }
      question.optionTags.insert(
        tags.next(), at: random.number(below: question.optionTags.count + 1))
    case .otherOptionRemoved:
      guard question.optionTags.count > 2, let other = others.randomElement(using: &random) else {
        return false
      }
      question.optionTags.remove(at: other)
    case .otherOptionReworded:
      guard let other = others.randomElement(using: &random) else { return false }
      question.optionTags[other] = tags.next()
    case .chosenOptionReworded:
      guard let tag = chosen.min(), let index = question.optionTags.firstIndex(of: tag) else {
        return false
      }
      question.optionTags[index] = tags.next()
      consequence.expected[place] = open
    case .singleBecomesMultiple:
      guard question.kind != .multiple else { return false }
      question.kind = .multiple
    case .multipleBecomesSingle:
      guard question.kind == .multiple else { return false }
      question.kind = .single
      right = [question.optionTags[0]]
      if chosen.count != 1 { consequence.expected[place] = open }
    case .triesChanged:
      question.tries = UInt8(random.number(below: 5))
    case .keyChanged:
      right = [question.optionTags[random.number(below: question.optionTags.count)]]
    }
    right.removeAll { !question.optionTags.contains($0) }
    if right.isEmpty { right = [question.optionTags[0]] }
    question.correct = right.reduce(0) { bits, tag in
      bits | 1 << UInt64(question.optionTags.firstIndex(of: tag) ?? 0)
    }
    draft.files[position.file].activities[position.activity].content = .question(question)
    recountQuizzes(of: place)
    return true
  }

  /// Edits a quiz.
  mutating func changeQuiz(_ position: Position, _ edit: QuizEdit) -> Bool {
    let file = draft.files[position.file]
    guard
      case .quiz(var questions, var passPercent, let tries) = file.activities[position.activity]
        .content
    else { return false }
    switch edit {
    case .passMarkChanged:
      passPercent = UInt8(random.number(below: 101))
    case .quizShrinks:
      guard questions.count > 1 else { return false }
      questions.remove(at: random.number(below: questions.count))
    case .quizGrows:
      let taken = file.activities.flatMap { activity -> [UInt16] in
        if case .quiz(let questions, _, _) = activity.content { questions } else { [] }
      }
      let free = file.activities.filter { activity in
        if case .question = activity.content { !taken.contains(activity.tag) } else { false }
      }
      guard let question = free.randomElement(using: &random) else { return false }
      questions.insert(question.tag, at: random.number(below: questions.count + 1))
    }
    draft.files[position.file].activities[position.activity].content = .quiz(
      questions: questions, passPercent: passPercent, tries: tries)
    consequence.recounted.insert(place(position))
    return true
  }

  private mutating func recountQuizzes(of question: ActivityPlace) {
    for file in draft.files where file.tag == question.file {
      for activity in file.activities {
        guard case .quiz(let questions, _, _) = activity.content,
          questions.contains(question.activity)
        else { continue }
        consequence.recounted.insert(ActivityPlace(file: file.tag, activity: activity.tag))
      }
    }
  }

  /// Edits a tree, and says what becomes of the path.
  mutating func changeTree(_ position: Position, _ edit: TreeEdit) -> Bool {
    let place = place(position)
    guard
      case .tree(var nodes) = draft.files[position.file].activities[position.activity].content,
      case .tree(let path, let answers, let node, let reachedEnd)? = work.activities[place]
    else { return false }
    let walked = path + [node]
    var survives = true
    switch edit {
    case .nodeAdded:
      let new = CourseDraft.Node(tag: tags.next(), kind: .question, answers: [.node(nodes[0].tag)])
      nodes.insert(new, at: 1 + random.number(below: nodes.count))
      // A tree that others lead to gets one at the same time.
      addNodeToLookup()
    case .nodesReordered:
      nodes = [nodes[0]] + nodes.dropFirst().shuffled(using: &random)
    case .answerAdded:
      let open = nodes.indices.filter { !nodes[$0].answers.isEmpty }
      guard let index = open.randomElement(using: &random) else { return false }
      nodes[index].answers.append(.node(nodes[0].tag))
    case .startChanged:
      let start = CourseDraft.Node(tag: tags.next(), kind: .step, answers: [.node(nodes[0].tag)])
      survives = walked[0] != nodes[0].tag
      nodes.insert(start, at: 0)
    case .answerRedirected:
      guard let step = path.indices.randomElement(using: &random),
        let index = nodes.firstIndex(where: { $0.tag == path[step] })
      else { return false }
      let new = CourseDraft.Node(tag: tags.next(), kind: .end, answers: [])
      nodes[index].answers[answers[step]] = .node(new.tag)
      nodes.append(new)
      survives = false
    case .nodeRemoved:
      guard
        let tag = walked.dropFirst().filter({ $0 != nodes[0].tag }).randomElement(using: &random)
      else { return false }
      nodes.removeAll { $0.tag == tag }
      for index in nodes.indices {
        nodes[index].answers = nodes[index].answers.map { answer in
          if case .node(tag) = answer { .node(nodes[0].tag) } else { answer }
        }
      }
      survives = false
    }
    draft.files[position.file].activities[position.activity].content = .tree(nodes)
    if !survives {
      consequence.expected[place] = .tree(
        path: [], answers: [], node: nodes[0].tag, reachedEnd: reachedEnd)
    }
    return true
  }

  private mutating func addNodeToLookup() {
    for file in draft.files.indices where draft.files[file].tag == CourseDraft.lookup.file {
      guard case .tree(var nodes) = draft.files[file].activities[0].content else { continue }
      nodes.insert(.init(tag: tags.next(), kind: .end, answers: []), at: 1)
      draft.files[file].activities[0].content = .tree(nodes)
    }
  }
}
