import Learning
import Testing

/// The bound of a state is reached in trees of any shape: found by a search of its own, then played.
@Suite("The most expensive walk")
struct LongestWalkTests {
  @Test("Trees with loops and ways into other trees get exactly to the bound")
  func bound() throws {
    var random = RandomSource(seed: 60)
    var full = 0
    for _ in 0..<ResumeTests.rounds(200) {
      var draft = CourseDraft.random(from: &random)
      for index in draft.files.indices {
        draft.files[index].sections = []
        draft.files[index].activities.removeAll {
          if case .tree = $0.content { false } else { true }
        }
      }
      let course = try draft.course()
      var session = LearnerSession(course: course)
      for (fileIndex, file) in course.files.enumerated() {
        for (index, activity) in file.activities.enumerated() {
          guard case .tree(let tree) = activity.content else { continue }
          let worst = LongestWalk.in(tree)
          if worst.answers.count > 200 { full += 1 }
          let place = ActivityReference(file: fileIndex, activity: index)
          _ = try session.restart(place, at: worst.start)
          for answer in worst.answers { _ = try session.take(Int(answer), at: place) }
        }
      }
      var revision = ByteWriter()
      revision.number(session.state.revision)
      let unplayed = 5 - revision.bytes.count
      let size = session.state.encoded().count + unplayed
      let bound = LearnerState.worstCaseSize(of: course)
      guard size == bound else {
        Issue.record("\(size) bytes played, the bound is \(bound): \(draft)")
        return
      }
    }
    #expect(full > ResumeTests.rounds(200) / 10, "loops must be among the trees")
  }
}

/// A walk that costs the most bytes, by trying every start, answer and step; of walks that stand at
/// the same node after the same number of steps only the width of their answers can matter later.
private struct LongestWalk {
  var start: Int
  var answers: [UInt8] = []
  var node: Int
  /// Bits of the widest answer.
  var width = 0

  /// Bytes as docs/engine.md lays out a record.
  var size: Int {
    let path = answers.isEmpty ? 0 : 1 + 2 + (answers.count * width + 7) / 8
    return 1 + (start == 0 ? 0 : 2) + path
  }

  static func `in`(_ tree: TreeDefinition) -> LongestWalk {
    var open = tree.nodes.indices.map { LongestWalk(start: $0, node: $0) }
    var longest = open.reversed().max { $0.size < $1.size } ?? LongestWalk(start: 0, node: 0)
    for _ in 0..<WalkRecord.longestPath {
      var next: [[Int]: LongestWalk] = [:]
      for walk in open {
        for (number, answer) in tree.nodes[walk.node].answers.enumerated() {
          var taken = walk
          taken.answers.append(UInt8(number))
          taken.width = max(walk.width, 1, Int.bitWidth - number.leadingZeroBitCount)
          if taken.size > longest.size { longest = taken }
          guard case .node(let target) = answer else { continue }
          taken.node = target
          next[[min(taken.start, 1), target, taken.width]] = taken
        }
      }
      open = next.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
    return longest
  }
}
