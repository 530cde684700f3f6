import Learning
import Testing

@Suite("Resuming in a course")
struct ResumeTests {
  /// A debug build is many times slower.
  static func rounds(_ release: Int) -> Int {
    #if DEBUG
    release / 20
    #else
    release
    #endif
  }

  @Test("A learner's work is the same after saving and resuming")
  func roundTrip() throws {
    var random = RandomSource(seed: 50)
    for round in 0..<ResumeTests.rounds(20_000) {
      let draft = CourseDraft.random(from: &random)
      let (bytes, work) = try EditTests.worked(draft, &random)
      var session = LearnerSession(course: try draft.course())
      #expect(bytes.count <= LearnerState.worstCaseSize(of: session.course))
      let report = session.resume(bytes)
      let isSame = try LearnerWork(session) == work && session.state.encoded() == bytes
      guard report.failure == nil, report.dropped == 0, isSame else {
        Issue.record("course \(round): \(report)")
        return
      }
    }
  }

  @Test("Damaged states are refused, or can be worked with; never a crash")
  func damage() throws {
    var random = RandomSource(seed: 51)
    var seen: [ResumeReport.Failure?: Int] = [:]
    for round in 0..<ResumeTests.rounds(100_000) / 50 {
      let draft = CourseDraft.random(from: &random)
      var session = LearnerSession(course: try draft.course())
      let (good, _) = try EditTests.worked(draft, &random)
      let (other, _) = try EditTests.worked(draft, &random)
      for _ in 0..<50 {
        var bytes = good
        if random.number(below: 8) == 0 {
          // The head of one state and the tail of another.
          bytes =
            good.prefix(random.number(below: good.count))
            + other.suffix(random.number(below: other.count))
        }
        for _ in 0...random.number(below: 3) { bytes.damage(&random) }
        if random.number(below: 4) > 0 { bytes.seal() }
        seen[session.resume(bytes).failure, default: 0] += 1
        session.playAnything(2, &random)
        let state = session.state
        guard (try? LearnerState.decode(state.encoded())) == state else {
          Issue.record("round \(round): a damaged state became one that can't be saved: \(bytes)")
          return
        }
      }
    }
    // Each way out was taken often enough to tell something.
    let least = ResumeTests.rounds(100_000) / 500
    #expect((seen[nil] ?? 0) > least)
    #expect((seen[.damaged] ?? 0) > least)
    #expect((seen[.newer] ?? 0) > least)
  }

  @Test("A state of another version or another toolkit is told apart and loses nothing")
  func others() throws {
    var random = RandomSource(seed: 52)
    for _ in 0..<ResumeTests.rounds(2000) {
      let draft = CourseDraft.random(from: &random)
      let (bytes, work) = try EditTests.worked(draft, &random)
      var newer = bytes
      newer[1] = UInt8(2 + random.number(below: 254))
      newer.seal()
      var session = LearnerSession(course: try draft.course())
      #expect(session.resume(newer).failure == .newer)
      // Of another toolkit: no tag is shared.
      var files = draft.files
      for index in files.indices { files[index].tag += 20_001 }
      for file in files.indices {
        for activity in files[file].activities.indices {
          files[file].activities[activity].content = files[file].activities[activity].content
            .leading(to: { $0 + 20_001 })
        }
      }
      var stranger = LearnerSession(course: try CourseDraft(files: files).course())
      let report = stranger.resume(bytes)
      #expect(report.failure == nil && report.kept == 0)
      #expect(report.dropped == stranger.state.entries.count)
      #expect(try LearnerWork(stranger).activities.allSatisfy { $0.value.isUntouched })
      _ = session.resume(stranger.state.encoded())
      #expect(try LearnerWork(session) == work)
    }
  }
}

extension CourseDraft.Content {
  /// With answers into other trees leading to files of other tags.
  fileprivate func leading(to tag: (UInt16) -> UInt16) -> CourseDraft.Content {
    guard case .tree(let nodes) = self else { return self }
    return .tree(
      nodes.map { node in
        var node = node
        node.answers = node.answers.map { answer in
          guard case .elsewhere(var place, let target) = answer else { return answer }
          place.file = tag(place.file)
          return .elsewhere(place, node: target)
        }
        return node
      })
  }
}
