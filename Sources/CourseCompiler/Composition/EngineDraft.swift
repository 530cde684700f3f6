internal import CourseModel
internal import Learning

/// What the engine must know of one file, collected while the default language is composed.
struct EngineDraft {
  /// An activity before trees of other files have their numbers.
  enum Activity {
    case question(QuestionDefinition)
    case quiz(QuizDefinition)
    case tree([TreeNodeDraft])
  }

  /// A node of a tree; answers still name their targets by id.
  struct TreeNodeDraft {
    let id: String
    let kind: CourseModel.Tree.Kind
    let answers: [Anchor]
  }

  /// A section of a module.
  struct SectionDraft {
    let id: String
    let isCounted: Bool
    var activities: [Int]
    /// Trees that the section plays.
    var trees: [FileID]
  }

  /// The file's id.
  let file: FileID
  /// Activities with their ids, in the order of the text.
  private(set) var activities: [(id: String, content: Activity)] = []
  /// Sections in the order of the text.
  var sections: [SectionDraft] = []

  init(file: FileID) { self.file = file }

  /// Adds an activity and says its index.
  mutating func add(_ id: String, _ content: Activity) -> Int {
    activities.append((id, content))
    return activities.count - 1
  }

  /// Replaces an activity whose contents came to light after its index was needed.
  mutating func replace(_ index: Int, with content: Activity) {
    activities[index].content = content
  }
}
