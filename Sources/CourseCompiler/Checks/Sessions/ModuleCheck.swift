internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Checks what a module promises against what it holds.
struct ModuleCheck {
  let module: Module
  let source: TextSource

  /// Compares minutes and outcomes.
  func run() -> [Diagnostic] {
    sessionMinutes() + moduleMinutes() + outcomes()
  }

  /// The steps of a session against its minutes.
  private func sessionMinutes() -> [Diagnostic] {
    module.sections.compactMap { section in
      guard case .session(let session) = section.kind, let planned = session.minutes else {
        return nil
      }
      let steps = stepMinutes(section.blocks)
      guard !steps.isEmpty, steps.reduce(0, +) != planned else { return nil }
      return problem(
        .minutesDontAddUp, section.anchor,
        "The steps of this session take \(steps.reduce(0, +)) minutes; its heading says \(planned).",
        help: "Change a step or write `minutes=\(steps.reduce(0, +))`.")
    }
  }

  /// The sessions against the module, once every section says its minutes.
  private func moduleMinutes() -> [Diagnostic] {
    let sessions = module.sections.compactMap { section -> Int? in
      guard case .session(let session) = section.kind else { return nil }
      return session.minutes
    }
    let sum = sessions.reduce(0, +)
    guard let planned = module.minutes, sum > planned else { return [] }
    return [
      Diagnostic(
        .minutesDontAddUp, path: source.path, range: SourceRange(0, 0),
        "The sessions of this module take \(sum) minutes; its front matter says \(planned).",
        help: "Shorten a session or write `minutes: \(sum)`.")
    ]
  }

  private func stepMinutes(_ blocks: [Block]) -> [Int] {
    blocks.flatMap { block -> [Int] in
      switch block {
      case .steps(let steps): steps.compactMap(\.minutes)
      case .passage(_, let inner): stepMinutes(inner)
      case .prose, .heading, .callout, .figure, .question, .tree: []
      }
    }
  }

  /// Outcomes that no question tests, in a module that has questions.
  private func outcomes() -> [Diagnostic] {
    let questions = module.sections.flatMap { section -> [Question] in
      let inText = section.blocks.flatMap { block -> [Question] in
        switch block {
        case .question(let question): [question]
        case .prose, .heading, .callout, .figure, .steps, .tree, .passage: []
        }
      }
      if case .quiz(let quiz) = section.kind { return inText + quiz.questions }
      return inText
    }
    guard !questions.isEmpty else { return [] }
    let tested = Set(questions.compactMap(\.outcome))
    return module.outcomes.filter { !tested.contains($0.id) }.map { outcome in
      problem(
        .outcomeWithoutQuestion, Anchor(module.id, outcome.id),
        "No question tests the outcome `\(outcome.id)`.",
        help: "Write `outcome=\(outcome.id)` into the braces of a question that does.")
    }
  }

  private func problem(
    _ code: DiagnosticCode, _ anchor: Anchor, _ message: String, help: String
  ) -> Diagnostic {
    let place = source.document.attributes.values.first { $0.id?.text == anchor.element }
    return Diagnostic(
      code, path: source.path, range: place?.range ?? SourceRange(0, 0), message, help: help)
  }
}
