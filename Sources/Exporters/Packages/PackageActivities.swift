import CourseModel
import HTMLRendering
import Learning

/// The activities of a package, in the order of the text, each once.
struct PackageActivities: Sendable {
  /// A question and where it stands.
  struct QuestionPlace: Sendable {
    let question: Question
    /// Its indexes for the engine.
    let place: ActivityReference
    /// The page that it is on.
    let page: String
    /// Language of its words.
    let language: Language
    /// What it counts in a quiz.
    let weight: Int
  }

  /// A quiz that has something to pass.
  struct DecidingQuiz: Sendable {
    let place: ActivityReference
    let passPercent: Int
    /// Points that count.
    let weight: Int
    /// Whether one of its questions must be right.
    let hasCritical: Bool
  }

  /// An outcome that questions test.
  struct Objective: Sendable {
    let id: String
    let text: String
    let language: Language
    let activities: [ActivityReference]
  }

  private(set) var questions: [QuestionPlace] = []
  private(set) var deciding: [DecidingQuiz] = []
  private(set) var objectives: [Objective] = []
  /// Questions that are in the list; a quiz may ask one that stands elsewhere as well.
  private var known: Set<UInt64> = []
  /// The trees, with their index for the engine.
  let trees: [Tree]

  /// Gathers them.
  init(_ content: PackageContent) {
    trees = content.edition.trees
    for module in content.edition.modules {
      let first = questions.count
      for section in module.sections(for: .learner) { add(section, of: module, content) }
      let own = questions[first...]
      for outcome in module.outcomes {
        let tests = own.filter { $0.question.outcome == outcome.id }.map(\.place)
        guard !tests.isEmpty else { continue }
        objectives.append(
          Objective(
            id: Anchor(module.id, outcome.id).packageID, text: outcome.text.plainText.oneLine,
            language: outcome.language, activities: tests))
      }
    }
  }

  private mutating func add(_ section: Section, of module: Module, _ content: PackageContent) {
    BlockWalk.visit(section.blocks, for: .learner) { block in
      switch block {
      case .question(let question): add(question, in: section, of: module, content)
      // A tree is gathered as a file of its own; the others are nothing to do.
      case .tree, .prose, .heading, .callout, .figure, .steps, .passage: break
      }
    }
    switch section.kind {
    case .reading, .session: break
    case .quiz(let quiz):
      for question in quiz.questions { add(question, in: section, of: module, content) }
      guard let pass = quiz.passPercent else { return }
      let weights = quiz.questions.map {
        content.weight(of: ActivityReference(file: module.engineIndex, activity: $0.engineIndex))
      }
      deciding.append(
        DecidingQuiz(
          place: ActivityReference(file: module.engineIndex, activity: quiz.engineIndex),
          passPercent: pass, weight: max(1, weights.reduce(0, +)),
          hasCritical: quiz.questions.contains(where: \.isCritical)))
    }
  }

  private mutating func add(
    _ question: Question, in section: Section, of module: Module, _ content: PackageContent
  ) {
    let place = ActivityReference(file: module.engineIndex, activity: question.engineIndex)
    guard known.insert(place.key).inserted else { return }
    questions.append(
      QuestionPlace(
        question: question, place: place, page: section.anchor.htmlID,
        language: question.language ?? section.language, weight: content.weight(of: place)))
  }

  /// The mark of a quiz in percent when a system may decide by the score alone: it says the same as
  /// our own rule only for one quiz without critical questions.
  var mastery: Int? {
    guard deciding.count == 1, let quiz = deciding.first, !quiz.hasCritical else { return nil }
    return quiz.passPercent
  }
}

extension ActivityReference {
  /// The place as one number.
  var key: UInt64 {
    UInt64(truncatingIfNeeded: file) << 32 | UInt64(truncatingIfNeeded: activity)
  }
}

extension PackageContent {
  /// What a question counts in its quiz.
  fileprivate func weight(of place: ActivityReference) -> Int {
    guard case .question(let question)? = course.activity(place)?.content else { return 1 }
    return Int(question.weight)
  }
}
