import Learning

/// What a learner sees of their work, by tags: independent of where things stand in the course.
struct LearnerWork: Equatable {
  enum Seen: Equatable {
    case question(chosen: Set<UInt16>, triesUsed: UInt8, hintUsed: Bool)
    case quiz(attempt: UInt16, best: BestResult?)
    case tree(path: [UInt16], answers: [Int], node: UInt16, reachedEnd: Bool)

    /// An activity that nothing was done with.
    var isUntouched: Bool {
      switch self {
      case .question(let chosen, let triesUsed, let hintUsed):
        chosen.isEmpty && triesUsed == 0 && !hintUsed
      case .quiz(let attempt, let best): attempt == 1 && best == nil
      case .tree(let path, _, _, let reachedEnd): path.isEmpty && !reachedEnd
      }
    }
  }

  var activities: [ActivityPlace: Seen] = [:]
  /// File and tag of each opened section.
  var opened: Set<ActivityPlace> = []

  init(_ session: LearnerSession) throws {
    let progress = session.progress()
    for (fileIndex, file) in session.course.files.enumerated() {
      for (section, shown) in zip(file.sections, progress.files[fileIndex].sections)
      where shown.isOpened {
        opened.insert(ActivityPlace(file: file.tag, activity: section.tag))
      }
      for (index, activity) in file.activities.enumerated() {
        let seen = try session.seen(ActivityReference(file: fileIndex, activity: index), activity)
        activities[ActivityPlace(file: file.tag, activity: activity.tag)] = seen
      }
    }
  }
}

extension LearnerSession {
  fileprivate func seen(
    _ place: ActivityReference, _ activity: ActivityDefinition
  ) throws -> LearnerWork.Seen {
    switch activity.content {
    case .question(let definition):
      let status = try question(place)
      let chosen = definition.optionTags.enumerated()
        .filter { (status.chosen ?? 0) >> UInt64($0.offset) & 1 == 1 }.map(\.element)
      return .question(
        chosen: Set(chosen), triesUsed: status.triesUsed, hintUsed: status.hintUsed)
    case .quiz:
      let status = try quiz(place)
      return .quiz(attempt: status.attempt, best: status.best)
    case .tree(let tree):
      let status = try self.tree(place)
      return .tree(
        path: status.walk.path.map { tree.nodes[$0.node].tag },
        answers: status.walk.path.map(\.answer), node: tree.nodes[status.walk.node].tag,
        reachedEnd: status.reachedEnd)
    }
  }

  /// Does things that a learner may do, or may not: then nothing happens.
  mutating func playAnything(_ count: Int, _ random: inout RandomSource) {
    for _ in 0..<count {
      let file = random.number(below: course.files.count)
      let activities = course.files[file].activities
      if random.number(below: 4) == 0 {
        _ = try? open(section: random.number(below: 4), file: file)
      }
      guard !activities.isEmpty else { continue }
      playAnything(
        ActivityReference(file: file, activity: random.number(below: activities.count)), &random)
    }
  }

  private mutating func playAnything(_ place: ActivityReference, _ random: inout RandomSource) {
    switch course.activity(place)?.content {
    case .question(let question)?:
      let options = Array(question.optionTags.indices).filter { _ in random.flag() }
      let chosen = question.kind == .multiple ? options : Array(options.prefix(1))
      _ = try? answer(place, options: chosen)
      if random.number(below: 4) == 0 { _ = try? hint(place) }
    case .quiz(let quiz)?:
      for index in quiz.questions where random.number(below: 5) > 0 {
        playAnything(ActivityReference(file: place.file, activity: index), &random)
      }
      if random.flag() { _ = try? retry(place) }
    case .tree(let tree)?:
      if random.number(below: 4) == 0 {
        _ = try? restart(place, at: random.number(below: tree.nodes.count))
      }
      for _ in 0...random.number(below: 4) { _ = try? take(random.number(below: 4), at: place) }
      if random.number(below: 4) == 0 { _ = try? goBack(place) }
    case nil:
      break
    }
  }
}
