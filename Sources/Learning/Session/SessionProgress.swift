/// How much of something is done.
public struct DoneCount: Equatable, Sendable {
  /// Parts done.
  public var done: Int = 0
  /// Parts in all.
  public var total: Int = 0
}

/// Progress of one section.
public struct SectionProgress: Equatable, Sendable {
  /// Whether it was opened.
  public var isOpened: Bool
  /// Whether it was opened and all its activities are done.
  public var isDone: Bool
}

/// Progress of one file.
public struct FileProgress: Equatable, Sendable {
  /// The sections that count, and the activities that stand in no section.
  public var parts: DoneCount
  /// Every section, in order.
  public var sections: [SectionProgress]
}

/// Progress of the course.
public struct CourseProgress: Equatable, Sendable {
  /// Parts of the files that count.
  public var parts: DoneCount
  /// Every file, in order.
  public var files: [FileProgress]
}

extension LearnerSession {
  /// What is done and what is left.
  ///
  /// A question is done when it has an answer, a quiz when an attempt was finished, a tree when
  /// an end was reached, a section when it was opened and all its activities are done.
  public func progress() -> CourseProgress {
    var course = CourseProgress(parts: DoneCount(), files: [])
    for index in self.course.files.indices {
      let file = progress(ofFile: index)
      if self.course.files[index].isCounted {
        course.parts.done += file.parts.done
        course.parts.total += file.parts.total
      }
      course.files.append(file)
    }
    return course
  }

  private func progress(ofFile index: Int) -> FileProgress {
    let file = course.files[index]
    var progress = FileProgress(parts: DoneCount(), sections: [])
    var isInSection = [Bool](repeating: false, count: file.activities.count)
    for section in file.sections {
      var isDone = true
      for activity in section.activities {
        isInSection[activity] = true
        isDone = isDone && self.isDone(ActivityReference(file: index, activity: activity))
      }
      isDone = isDone && section.elsewhere.allSatisfy { self.isDone($0) }
      let isOpened = state.record(at: .section(section.tag, file: file.tag)) != nil
      progress.sections.append(SectionProgress(isOpened: isOpened, isDone: isOpened && isDone))
      if section.isCounted { progress.parts.add(isOpened && isDone) }
    }
    for activity in file.activities.indices where !isInSection[activity] {
      let place = ActivityReference(file: index, activity: activity)
      if quiz(of: place) == nil { progress.parts.add(isDone(place)) }
    }
    return progress
  }

  /// Whether an activity that exists is done.
  private func isDone(_ place: ActivityReference) -> Bool {
    guard let activity = course.activity(place) else { return false }
    switch activity.content {
    case .question(let question):
      if keptChoice(of: question, at: place) != nil { return true }
      // A question of a quiz that was finished once stays done while a new attempt is under way.
      guard let quiz = quiz(of: place) else { return false }
      return isDone(ActivityReference(file: place.file, activity: quiz))
    case .quiz:
      return (try? quiz(place))?.best != nil
    case .tree:
      return (try? tree(place))?.reachedEnd ?? false
    }
  }
}

extension DoneCount {
  /// Counts one more part.
  fileprivate mutating func add(_ isDone: Bool) {
    total += 1
    if isDone { done += 1 }
  }
}
