// How large a learner's state can get: not a guess but the largest that the session can write.

extension LearnerState {
  /// Bytes that a state of this course takes at most: every section opened, every question
  /// answered with every option, every tree walked along its most expensive path, and as many
  /// changes as are counted.
  ///
  /// A state can be as large as that, so there is no smaller bound. Records that are kept for other
  /// versions of the toolkit come on top.
  public static func worstCaseSize(of course: Course) -> Int {
    let sizes = course.files.map { worstCaseSize(of: $0) }
    // Mark, version, revision, number of files, checksum.
    return sizes.reduce(2 + 5 + countSize(sizes.filter { $0 > 0 }.count) + 4) { $0 + $1 }
  }

  /// The part of ``worstCaseSize(of:)`` that one file takes; nothing when nothing is kept of it.
  public static func worstCaseSize(of file: CourseFile) -> Int {
    let records = file.sections.count + file.activities.count
    guard records > 0 else { return 0 }
    return worstCaseSizes(ofActivitiesIn: file)
      .reduce(2 + countSize(records) + file.sections.count * 3) { $0 + $1 }
  }

  /// The parts of ``worstCaseSize(of:)`` that the activities of a file take, in their order.
  public static func worstCaseSizes(ofActivitiesIn file: CourseFile) -> [Int] {
    var isInQuiz = [Bool](repeating: false, count: file.activities.count)
    for activity in file.activities {
      switch activity.content {
      case .quiz(let quiz): for question in quiz.questions { isInQuiz[question] = true }
      case .question, .tree: break
      }
    }
    return file.activities.indices.map { index in
      switch file.activities[index].content {
      case .question(let question): size(of: question, isInQuiz: isInQuiz[index])
      case .quiz(let quiz): size(of: quiz)
      case .tree(let tree): size(of: tree)
      }
    }
  }

  /// Tag, header, tries from 3 on, number of options from 3 on, their tags.
  private static func size(of question: QuestionDefinition, isInQuiz: Bool) -> Int {
    let tries = isInQuiz ? 1 : question.tries == 0 ? .max : question.tries
    let chosen = question.kind == .multiple ? question.optionCount : 1
    return 2 + 1 + (tries < 3 ? 0 : 1) + (chosen < 3 ? 0 : 1) + 2 * chosen
  }

  /// Tag, header, number of the attempt from 7 on, best result.
  private static func size(of quiz: QuizDefinition) -> Int {
    2 + 1 + (quiz.tries == 0 || quiz.tries >= 7 ? 2 : 0) + 1
  }

  /// The largest record of any walk, found by walking all of them step by step: which pairs of
  /// "where did it begin" and "how wide is its widest answer" can stand at a node.
  private static func size(of tree: TreeDefinition) -> Int {
    var here = tree.nodes.indices.map { WalkKinds(start: $0) }
    var largest = here.reduce(0) { max($0, $1.largestRecord(steps: 0)) }
    for step in 1...WalkRecord.longestPath {
      var next = [WalkKinds](repeating: WalkKinds(), count: tree.nodes.count)
      var isMoving = false
      for node in tree.nodes.indices where !here[node].isEmpty {
        for answer in tree.nodes[node].answers.indices {
          let taken = here[node].taking(answer)
          largest = max(largest, taken.largestRecord(steps: step))
          // An answer into another tree ends the walk.
          if case .node(let target) = tree.nodes[node].answers[answer] {
            next[target].add(taken)
            isMoving = true
          }
        }
      }
      guard isMoving else { break }
      here = next
    }
    return 2 + largest
  }

  /// Bytes of a count.
  private static func countSize(_ count: Int) -> Int {
    var size = 1
    var rest = count >> 7
    while rest > 0 {
      size += 1
      rest >>= 7
    }
    return size
  }
}

/// Which kinds of walks lead to a node: bit `width` for those that begin at the first node, bit
/// `width + 8` for others; the width is that of the widest answer so far, 0 to 6 bits.
private struct WalkKinds {
  private var bits: UInt16 = 0

  init() {}

  init(start: Int) {
    bits = start == 0 ? 1 : 1 << 8
  }

  var isEmpty: Bool { bits == 0 }

  mutating func add(_ other: WalkKinds) {
    bits |= other.bits
  }

  /// The walks after one more answer.
  func taking(_ answer: Int) -> WalkKinds {
    let width = max(1, 8 - UInt8(clamping: answer).leadingZeroBitCount)
    let narrower = (UInt16(1) << UInt16(width)) - 1
    var taken = WalkKinds()
    for shift in [UInt16(0), 8] {
      let kinds = bits >> shift & 0x7F
      taken.bits |= (kinds & ~narrower) << shift
      if kinds & narrower != 0 { taken.bits |= (1 << UInt16(width)) << shift }
    }
    return taken
  }

  /// Bytes of the largest record of these walks: header, first node, number of steps, check,
  /// answers.
  func largestRecord(steps: Int) -> Int {
    var largest = 0
    for width in 0...6 {
      let path = steps == 0 ? 0 : 1 + 2 + (steps * width + 7) / 8
      if bits >> UInt16(width) & 1 != 0 { largest = max(largest, 1 + path) }
      if bits >> UInt16(width + 8) & 1 != 0 { largest = max(largest, 1 + 2 + path) }
    }
    return largest
  }
}
