internal import CourseModel
internal import MarkupTree

/// Finds which media files learners' texts show.
///
/// A picture that stands in facilitators' text only may be their secret, so it must not go out.
struct MediaUse {
  /// Paths found so far.
  private(set) var paths: Set<String> = []

  /// Paths of files that learners' texts in some modules and trees show, sorted.
  static func paths(in modules: [Module], _ trees: [Tree]) -> [String] {
    var use = MediaUse()
    for module in modules {
      for section in module.sections where section.audience == .learner { use.add(section) }
      use.add(module.opening)
      for outcome in module.outcomes { use.add(outcome.text) }
    }
    for tree in trees {
      use.add(tree.introduction)
      for node in tree.nodes { use.add(node) }
    }
    return use.paths.sorted()
  }

  /// Paths of files that the parts of an edition show which belong to no single file, sorted.
  static func paths(inFrameOf edition: Edition) -> [String] {
    var use = MediaUse()
    for term in edition.glossary { use.add(term.definition) }
    use.add(edition.support)
    return use.paths.sorted()
  }

  private mutating func add(_ section: Section) {
    add(section.title)
    add(section.blocks)
    guard case .quiz(let quiz) = section.kind else { return }
    for question in quiz.questions { add(question) }
    for advice in quiz.advice { add(advice.blocks) }
  }

  private mutating func add(_ node: Tree.Node) {
    add(node.title)
    add(node.blocks)
    for answer in node.answers {
      add(answer.text)
      add(answer.remark)
    }
    for also in node.also { add(also) }
  }

  private mutating func add(_ question: Question) {
    add(question.prompt)
    add(question.introduction)
    for option in question.options {
      add(option.text)
      add(option.feedback)
    }
    add(question.hint)
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .prose(let prose), .heading(_, _, let prose): add(prose)
      case .callout(let callout):
        if callout.kind.audience == .learner { add(callout.blocks) }
      case .figure(let figure): paths.insert(figure.media)
      case .steps(let steps): for step in steps { add(step.blocks) }
      case .question(let question): add(question)
      case .tree: break
      case .passage(_, let inner): add(inner)
      }
    }
  }

  private mutating func add(_ prose: Prose) {
    for node in prose.nodes where prose.text.markup.nodes[node].kind == .image {
      if case .media(let path)? = prose.text.references[node] { paths.insert(path) }
    }
  }
}
