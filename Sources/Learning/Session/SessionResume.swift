/// What became of a saved state.
public struct ResumeReport: Equatable, Sendable {
  /// Why a fresh state was begun instead.
  public enum Failure: UInt8, Sendable {
    /// The bytes were changed or cut off.
    case damaged = 1
    /// A later version of the engine wrote them.
    case newer = 2
    /// There were no bytes.
    case empty = 3
  }

  /// Nil when the state was resumed.
  public var failure: Failure?
  /// Records that apply to this course.
  public var kept: Int
  /// Records that don't: of activities that are gone, changed, or of another version.
  ///
  /// They stay in the state.
  public var dropped: Int
}

extension LearnerSession {
  /// Goes on from a saved state, or begins a fresh one and says why.
  public mutating func resume(_ bytes: [UInt8]) -> ResumeReport {
    guard !bytes.isEmpty else { return begin(because: .empty) }
    do throws(CodecError) {
      replaceState(try LearnerState.decode(bytes))
    } catch {
      return begin(because: error == .newerVersion ? .newer : .damaged)
    }
    let kept = state.entries.count(where: { applies($0) })
    return ResumeReport(failure: nil, kept: kept, dropped: state.entries.count - kept)
  }

  private mutating func begin(because failure: ResumeReport.Failure) -> ResumeReport {
    replaceState(LearnerState())
    return ResumeReport(failure: failure, kept: 0, dropped: 0)
  }

  /// Whether a record still means something in this course.
  private func applies(_ entry: LearnerState.Entry) -> Bool {
    guard let file = course.files.first(where: { $0.tag == entry.key.file }) else { return false }
    if case .opened = entry.record {
      return file.sections.contains { $0.tag == entry.key.tag }
    }
    guard let activity = file.activities.first(where: { $0.tag == entry.key.tag }) else {
      return false
    }
    // Every kind of activity says which record is its own.
    switch activity.content {
    case .question(let question):
      guard case .choice(let choice) = entry.record else { return false }
      return choice.chosen.isEmpty || question.choice(of: choice.chosen) != nil
    case .quiz:
      if case .quiz = entry.record { return true }
      return false
    case .tree(let tree):
      guard case .walk(let walk) = entry.record else { return false }
      return course.walk(of: walk, in: tree) != nil
    }
  }
}
