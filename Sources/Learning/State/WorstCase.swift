extension LearnerState {
  /// Bytes that a state of this course takes at most: every section opened, every question
  /// answered with every option many times, every tree walked to the longest path.
  ///
  /// Records that are kept for other versions of the toolkit come on top.
  public static func worstCaseSize(of course: Course) -> Int {
    // Mark, version, revision, number of files, checksum.
    course.files.reduce(2 + 5 + 3 + 4) { $0 + worstCaseSize(of: $1) }
  }

  /// The part of ``worstCaseSize(of:)`` that one file takes.
  public static func worstCaseSize(of file: CourseFile) -> Int {
    let records = file.activities.reduce(file.sections.count * 3) {
      $0 + worstCaseSize(of: $1)
    }
    return 2 + 3 + records
  }

  /// The part of ``worstCaseSize(of:)`` that one activity takes.
  public static func worstCaseSize(of activity: ActivityDefinition) -> Int {
    switch activity.content {
    case .question(let question):
      let chosen = question.kind == .multiple ? question.optionCount : 1
      return 2 + 1 + 1 + (chosen > 2 ? 1 : 0) + 2 * chosen
    case .quiz:
      return 2 + 1 + 2 + 1
    case .tree(let tree):
      let largest = UInt8(clamping: tree.nodes.reduce(1) { max($0, $1.answers.count - 1) })
      let bits = WalkRecord.longestPath * (8 - largest.leadingZeroBitCount)
      return 2 + 1 + 2 + 1 + 2 + (bits + 7) / 8
    }
  }
}
