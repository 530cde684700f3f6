import CourseModel
import Learning

/// How long a learner's state can get in a package (docs/packages.md, "State in suspend_data").
enum StateBudget {
  /// What stands before the state: the version of the form.
  static let prefix = "a1."

  /// Digits of the mark of an attempt, which stands behind the state and a dot. SCORM doesn't name
  /// attempts; cmi5 does, so there is none.
  static func markDigits(in standard: PackageStandard) -> Int {
    switch standard {
    case .scorm12, .scorm2004: 12
    case .cmi5: 0
    }
  }

  /// Characters of `suspend_data` in the worst case: the prefix, base64url without `=`, the mark.
  static func characters(of course: Course, in standard: PackageStandard) -> Int {
    let digits = markDigits(in: standard)
    return prefix.utf8.count + base64Length(LearnerState.worstCaseSize(of: course))
      + (digits == 0 ? 0 : 1 + digits)
  }

  /// Characters of bytes in base64 without `=`.
  static func base64Length(_ bytes: Int) -> Int { (bytes * 8 + 5) / 6 }

  /// The activities of a package that cost most, dearest first, with their characters.
  static func dearest(
    _ content: PackageContent, _ activities: PackageActivities, most: Int = 5
  ) -> [(id: String, characters: Int)] {
    let sizes = content.course.files.map { LearnerState.worstCaseSizes(ofActivitiesIn: $0) }
    func cost(_ place: ActivityReference) -> Int {
      guard sizes.indices.contains(place.file),
        sizes[place.file].indices.contains(place.activity)
      else { return 0 }
      return base64Length(sizes[place.file][place.activity])
    }
    let questions = activities.questions.map { ($0.question.anchor.description, cost($0.place)) }
    let trees = activities.trees.map { tree in
      (tree.id.text, cost(ActivityReference(file: tree.engineIndex, activity: 0)))
    }
    return Array(
      (questions + trees).enumerated()
        .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
        .prefix(most).map { (id: $0.element.0, characters: $0.element.1) })
  }
}
