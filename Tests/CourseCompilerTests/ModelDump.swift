import CourseModel

/// Writes a model as indented lines, so that tests can compare and people can read.
struct ModelDump {
  private var lines: [String] = []

  static func of(_ module: Module) -> String {
    var dump = ModelDump()
    dump.add(0, "module \(module.id) [\(module.language)] \(module.title) \(module.minutes ?? 0)′")
    for outcome in module.outcomes {
      dump.add(1, "outcome \(outcome.id) .\(outcome.level ?? "-") \(outcome.text.plainText)")
    }
    dump.blocks(module.opening, 1)
    for section in module.sections { dump.section(section) }
    return dump.lines.joined(separator: "\n")
  }

  static func of(_ tree: Tree) -> String {
    var dump = ModelDump()
    dump.add(0, "tree \(tree.id) [\(tree.language)] \(tree.title)")
    dump.blocks(tree.introduction, 1)
    for node in tree.nodes {
      dump.add(
        1, "\(node.kind.rawValue) \(node.anchor) [\(node.language)] \(node.title.plainText)")
      dump.blocks(node.blocks, 2)
      for answer in node.answers {
        dump.add(2, "-> \(answer.target) \(answer.text.plainText)")
        dump.blocks(answer.remark, 3)
      }
      for also in node.also {
        dump.add(2, "also")
        dump.blocks(also, 3)
      }
    }
    return dump.lines.joined(separator: "\n")
  }

  private mutating func add(_ depth: Int, _ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private mutating func section(_ section: Section) {
    let kind: String
    switch section.kind {
    case .reading: kind = "reading"
    case .session(let session):
      let group = session.groupSize.map { " in \($0.lowerBound)-\($0.upperBound)" } ?? ""
      kind = "\(session.form.rawValue) \(session.minutes ?? 0)′\(group)"
    case .quiz(let quiz):
      kind = "quiz pass \(quiz.passPercent ?? 0) tries \(quiz.tries)"
    }
    let audience = section.audience == .facilitator ? " for facilitators" : ""
    add(
      1,
      "section \(section.anchor) #\(section.engineIndex) [\(section.language)] \(kind)\(audience): "
        + section.title.plainText)
    blocks(section.blocks, 2)
    guard case .quiz(let quiz) = section.kind else { return }
    for item in quiz.questions { question(item, 2) }
    for advice in quiz.advice {
      add(2, "advice \(advice.percents.lowerBound)-\(advice.percents.upperBound)")
      blocks(advice.blocks, 3)
    }
  }

  private mutating func blocks(_ blocks: [Block], _ depth: Int) {
    for block in blocks {
      switch block {
      case .prose(let prose): add(depth, "prose \(prose.plainText)")
      case .heading(let level, let anchor, let title):
        add(depth, "heading \(level) \(anchor.map(\.description) ?? "-") \(title.plainText)")
      case .callout(let callout):
        let title = callout.title.map { " \"\($0.plainText)\"" } ?? ""
        add(
          depth, "\(callout.kind.rawValue)\(title)\(callout.situation.map { " for \($0)" } ?? "")")
        self.blocks(callout.blocks, depth + 1)
      case .figure(let figure):
        add(
          depth,
          "figure \(figure.media) | \(figure.alternative) | \(figure.caption?.plainText ?? "-") | "
            + (figure.credit ?? "-"))
      case .steps(let steps):
        for step in steps {
          add(depth, "step \(step.minutes ?? 0)′")
          self.blocks(step.blocks, depth + 1)
        }
      case .question(let item): question(item, depth)
      case .tree(let id): add(depth, "play \(id)")
      case .passage(let language, let inner):
        add(depth, "passage [\(language)]")
        self.blocks(inner, depth + 1)
      }
    }
  }

  private mutating func question(_ question: Question, _ depth: Int) {
    let critical = question.isCritical ? " critical" : ""
    add(
      depth,
      "\(question.kind.rawValue) \(question.anchor) #\(question.engineIndex)\(critical) tries "
        + "\(question.tries) outcome \(question.outcome ?? "-"): \(question.prompt.plainText)")
    blocks(question.introduction, depth + 1)
    for option in question.options {
      add(depth + 1, "[\(option.isRight ? "x" : " ")] \(option.text.plainText)")
      blocks(option.feedback, depth + 2)
    }
    if !question.hint.isEmpty {
      add(depth + 1, "hint")
      blocks(question.hint, depth + 2)
    }
  }
}
