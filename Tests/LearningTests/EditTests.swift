import Learning
import Testing

@Suite("A state saved before an edit")
struct EditTests {
  /// Courses for each kind of edit; a debug build is many times slower.
  static let rounds: Int = {
    #if DEBUG
    40
    #else
    400
    #endif
  }()

  @Test("Resumes with everything that the edit didn't touch", arguments: CourseEdit.allCases)
  func edit(_ edit: CourseEdit) throws {
    var random = RandomSource(seed: 40)
    var made = 0
    while made < EditTests.rounds {
      let draft = CourseDraft.random(from: &random)
      let (bytes, before) = try EditTests.worked(draft, &random)
      var editor = CourseEditor(draft, before, RandomSource(seed: random.next()))
      guard editor.make(edit) else { continue }
      made += 1
      var session = LearnerSession(course: try editor.draft.course())
      let report = session.resume(bytes)
      #expect(report.failure == nil)
      // What doesn't apply stays in the state.
      #expect(session.state.encoded() == bytes)
      let problem = EditTests.problem(before, try LearnerWork(session), editor.consequence)
      if let problem {
        Issue.record("\(edit), course \(made): \(problem)")
        return
      }
      try EditTests.expectReturn(from: &session, to: draft, before, &random)
    }
  }

  /// A learner's work on a course, and its bytes.
  static func worked(
    _ draft: CourseDraft, _ random: inout RandomSource
  ) throws -> (bytes: [UInt8], work: LearnerWork) {
    var session = LearnerSession(course: try draft.course())
    session.playAnything(random.number(below: 40), &random)
    return (session.state.encoded(), try LearnerWork(session))
  }

  /// What isn't as it should be after an edit, or nil.
  static func problem(
    _ before: LearnerWork, _ after: LearnerWork, _ consequence: Consequence
  ) -> String? {
    if after.opened != before.opened.subtracting(consequence.sectionsGone) {
      return "sections \(before.opened) became \(after.opened)"
    }
    for (place, seen) in before.activities.sorted(by: { $0.key < $1.key }) {
      let found = after.activities[place]
      if consequence.gone.contains(place) {
        if found != nil { return "\(place) is still there" }
      } else if consequence.recounted.contains(place) {
        if let problem = recounting(seen, found) { return "\(place): \(problem)" }
      } else if found != consequence.expected[place] ?? seen {
        return "\(place) was \(seen), is \(String(describing: found))"
      }
    }
    let new = after.activities.filter { before.activities[$0.key] == nil }
    return new.allSatisfy { $0.value.isUntouched } ? nil : "something new has been worked with"
  }

  private static func recounting(
    _ before: LearnerWork.Seen, _ after: LearnerWork.Seen?
  ) -> String? {
    guard case .quiz(let attempt, let best) = before, case .quiz(attempt, let newBest)? = after
    else { return "\(before) became \(String(describing: after))" }
    guard let best else { return nil }
    guard let newBest, !best.isPassed || newBest.isPassed,
      newBest.isPassed != best.isPassed || newBest.percent >= best.percent
    else { return "the best result \(best) became \(String(describing: newBest))" }
    return nil
  }

  /// The old toolkit finds its work again, also after some work in the new one.
  private static func expectReturn(
    from session: inout LearnerSession, to draft: CourseDraft, _ before: LearnerWork,
    _ random: inout RandomSource
  ) throws {
    var old = LearnerSession(course: try draft.course())
    _ = old.resume(session.state.encoded())
    #expect(try LearnerWork(old) == before)
    session.playAnything(10, &random)
    let report = old.resume(session.state.encoded())
    #expect(report.failure == nil)
    #expect(try LearnerWork(old).opened.isSuperset(of: before.opened))
    old.playAnything(10, &random)
    #expect(try LearnerState.decode(old.state.encoded()) == old.state)
  }
}
