/// A learner at work on a course: answers every call of the page, natively and as wasm.
public struct LearnerSession: Sendable {
  /// What is asked.
  public let course: Course
  /// What the learner did.
  public private(set) var state: LearnerState
  /// What can be searched.
  public private(set) var searchIndex: SearchIndex
  /// For each file and activity the quiz that it is a question of.
  private let quizzes: [[Int?]]

  /// Begins with a fresh state.
  public init(course: Course) {
    self.course = course
    state = LearnerState()
    searchIndex = SearchIndex()
    quizzes = course.files.map { file in
      var quizOf = [Int?](repeating: nil, count: file.activities.count)
      for (index, activity) in file.activities.enumerated() {
        guard case .quiz(let quiz) = activity.content else { continue }
        for question in quiz.questions {
          quizOf[question] = index
        }
      }
      return quizOf
    }
  }

  /// Marks a section as opened.
  public mutating func open(section: Int, file: Int) throws(SessionError) {
    guard course.files.indices.contains(file) else { throw .noSuchFile }
    guard course.files[file].sections.indices.contains(section) else { throw .noSuchSection }
    let definition = course.files[file]
    state.set(.opened, at: .section(definition.sections[section].tag, file: definition.tag))
  }

  /// Forgets everything the learner did; the revision counter goes on.
  public mutating func reset() {
    state.removeAll()
  }

  /// Replaces the searchable texts.
  public mutating func index(_ index: SearchIndex) {
    searchIndex = index
  }

  // MARK: - Shared with the extensions

  /// The activity at a place.
  func definition(_ place: ActivityReference) throws(SessionError) -> ActivityDefinition {
    guard course.files.indices.contains(place.file) else { throw .noSuchFile }
    guard let activity = course.activity(place) else { throw .noSuchActivity }
    return activity
  }

  /// Index of the quiz that the question at a place belongs to, or nil.
  func quiz(of place: ActivityReference) -> Int? {
    quizzes[place.file][place.activity]
  }

  /// Key of the record of an activity that exists.
  func key(of place: ActivityReference) -> RecordKey {
    let file = course.files[place.file]
    let activity = file.activities[place.activity]
    switch activity.content {
    // An activity whose record older engines carry along has the place of its kind instead.
    case .question, .quiz, .tree: return .activity(activity.tag, file: file.tag)
    }
  }

  /// The record of an activity that exists, or nil.
  func record(of place: ActivityReference) -> StateRecord? {
    state.record(at: key(of: place))
  }

  /// Keeps the record of an activity that exists; nil removes it.
  mutating func keep(_ record: StateRecord?, for place: ActivityReference) {
    state.set(record, at: key(of: place))
  }

  /// Replaces the state.
  mutating func replaceState(_ state: LearnerState) {
    self.state = state
  }
}
