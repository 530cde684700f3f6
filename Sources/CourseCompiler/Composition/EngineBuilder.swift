internal import CourseModel
internal import Diagnostics
internal import Learning

/// Joins what the engine must know of each file into one engine blob.
enum EngineBuilder {
  /// The blob, or why there is none.
  static func build(
    _ drafts: [EngineDraft], paths: [FileID: String]
  ) -> ([UInt8], [Diagnostic]) {
    let diagnostics = collisions(in: drafts, paths: paths)
    guard diagnostics.isEmpty else { return ([], diagnostics) }
    let numbers = Dictionary(
      drafts.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
    let files = drafts.map { file($0, numbers: numbers, drafts: drafts) }
    do {
      return (try Course(files: files).encoded(), [])
    } catch {
      let draft = drafts.indices.contains(error.file) ? drafts[error.file] : nil
      let activity = draft.flatMap { draft in
        draft.activities.indices.contains(error.activity)
          ? draft.activities[error.activity].id : nil
      }
      let place = draft.map { "`\($0.file)\(activity.map { "#\($0)" } ?? "")`" } ?? "the toolkit"
      let problem = Diagnostic(
        .outOfRange, path: draft.flatMap { paths[$0.file] } ?? "",
        "The engine can't hold \(place): \(reason(error.reason)).")
      return ([], [problem])
    }
  }

  private static func file(
    _ draft: EngineDraft, numbers: [FileID: Int], drafts: [EngineDraft]
  ) -> CourseFile {
    let sections = draft.sections.map { section in
      SectionDefinition(
        tag: tag(section.id), activities: section.activities,
        elsewhere: section.trees.compactMap { tree in
          numbers[tree].map { ActivityReference(file: $0, activity: 0) }
        }, isCounted: section.isCounted)
    }
    let activities = draft.activities.map { activity in
      ActivityDefinition(
        tag: tag(activity.id),
        content: content(activity.content, file: draft.file, numbers: numbers, drafts: drafts))
    }
    // A tree is there to be looked up; it counts where a section plays it.
    return CourseFile(
      tag: tag(draft.file.text), isCounted: !draft.sections.isEmpty, sections: sections,
      activities: activities)
  }

  private static func content(
    _ activity: EngineDraft.Activity, file: FileID, numbers: [FileID: Int], drafts: [EngineDraft]
  ) -> ActivityDefinition.Content {
    switch activity {
    case .question(let question): return .question(question)
    case .quiz(let quiz): return .quiz(quiz)
    case .tree(let nodes):
      return .tree(
        TreeDefinition(
          nodes: nodes.map { node in
            TreeNode(
              tag: tag(node.id), kind: kind(node.kind),
              answers: node.answers.compactMap { anchor in
                target(anchor, from: file, numbers: numbers, drafts: drafts)
              })
          }))
    }
  }

  /// Where an answer leads; a tree without a node means its start.
  private static func target(
    _ anchor: Anchor, from file: FileID, numbers: [FileID: Int], drafts: [EngineDraft]
  ) -> TreeTarget? {
    guard let number = numbers[anchor.file],
      case .tree(let nodes)? = drafts[number].activities.first?.content
    else { return nil }
    let node = anchor.element.map { id in nodes.firstIndex { $0.id == id } } ?? 0
    guard let node else { return nil }
    return anchor.file == file
      ? .node(node) : .elsewhere(ActivityReference(file: number, activity: 0), node: node)
  }

  private static func kind(_ kind: CourseModel.Tree.Kind) -> TreeNode.Kind {
    switch kind {
    case .question: .question
    case .step: .step
    case .end: .end
    case .today: .today
    case .emergency: .emergency
    }
  }

  private static func tag(_ id: String) -> UInt16 { ActivityTag.of(id.utf8) }

  /// Ids whose tags are the same: learners' work could not tell them apart.
  private static func collisions(
    in drafts: [EngineDraft], paths: [FileID: String]
  ) -> [Diagnostic] {
    var problems = pairs(drafts.map(\.file.text)).map { first, second in
      problem(first, second, path: paths[FileID(second)] ?? "")
    }
    for draft in drafts {
      let nodes = draft.activities.compactMap { activity -> [String]? in
        guard case .tree(let nodes) = activity.content else { return nil }
        return nodes.map(\.id)
      }
      for ids in [draft.activities.map(\.id), draft.sections.map(\.id)] + nodes {
        problems += pairs(ids).filter { $0.0 != $0.1 }.map { first, second in
          problem(first, second, path: paths[draft.file] ?? "")
        }
      }
    }
    return problems
  }

  private static func pairs(_ ids: [String]) -> [(String, String)] {
    ActivityTag.collisions(in: ids.map(tag)).map { (ids[$0.first], ids[$0.second]) }
  }

  private static func problem(_ first: String, _ second: String, path: String) -> Diagnostic {
    Diagnostic(
      .tagsCollide, path: path,
      "The ids `\(first)` and `\(second)` can't stand together: learners' work is kept by a short "
        + "number made from the id, and theirs is the same.",
      help: "Change one of them, for example to `\(second)-2`.")
  }

  private static func reason(_ reason: CourseProblem.Reason) -> String {
    switch reason {
    case .duplicateTag: "two ids have the same tag"
    case .tooMany: "there are too many parts"
    case .optionCount: "the number of options doesn't fit"
    case .key: "the right options don't fit the kind"
    case .reference: "a way leads nowhere"
    case .sharedQuestion: "a question stands in two quizzes"
    case .percentage: "a percentage is over 100"
    case .empty: "it is empty"
    }
  }
}
