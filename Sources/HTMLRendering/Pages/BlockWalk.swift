package import CourseModel

/// Visits blocks and the blocks inside them in reading order, without recursion.
///
/// This and `BlockWriter` are the only places that look into blocks; both drop what is for another
/// audience in the same way.
package enum BlockWalk {
  /// Calls `visit` for every block that an audience may see.
  package static func visit(_ blocks: [Block], for audience: Audience, _ visit: (Block) -> Void) {
    var stack: [ArraySlice<Block>] = [blocks[...]]
    while var rest = stack.popLast() {
      guard let block = rest.popFirst() else { continue }
      stack.append(rest)
      guard audience.sees(block) else { continue }
      visit(block)
      switch block {
      case .prose, .heading, .figure, .tree: break
      case .callout(let callout): stack.append(callout.blocks[...])
      case .steps(let steps): stack.append(steps.flatMap(\.blocks)[...])
      case .question(let question):
        stack.append((question.introduction + question.hint)[...])
      case .passage(_, let blocks): stack.append(blocks[...])
      }
    }
  }
}

extension Audience {
  /// Whether a text for `other` may be shown.
  package func sees(_ other: Audience) -> Bool {
    switch (self, other) {
    case (.learner, .learner), (.facilitator, _): true
    case (.learner, .facilitator): false
    }
  }

  /// Whether a block may be shown; what is inside it is asked for separately.
  package func sees(_ block: Block) -> Bool {
    switch block {
    case .callout(let callout): sees(callout.kind.audience)
    case .prose, .heading, .figure, .steps, .question, .tree, .passage: true
    }
  }
}

extension Module {
  /// The sections that an audience may see.
  package func sections(for audience: Audience) -> [Section] {
    sections.filter { audience.sees($0.audience) }
  }
}
