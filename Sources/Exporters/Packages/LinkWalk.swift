import CourseModel
import HTMLRendering
import MarkupTree

/// What learners' texts lead to: terms, publications, pictures, trees.
struct LinkWalk {
  private(set) var terms: Set<String> = []
  private(set) var guidance: Set<String> = []
  private(set) var media: Set<String> = []
  /// Trees that are played here.
  private(set) var playedTrees: Set<FileID> = []
  /// Places that are linked to.
  private(set) var places: Set<Anchor> = []

  /// Goes through a module.
  mutating func add(_ module: Module) {
    guidance.formUnion(module.guidance)
    for outcome in module.outcomes { add(outcome.text) }
    add(module.opening)
    for section in module.sections(for: .learner) {
      add(section.title)
      add(section.blocks)
      guard case .quiz(let quiz) = section.kind else { continue }
      for question in quiz.questions {
        add(question.introduction + question.hint)
        add(question)
      }
      for advice in quiz.advice { add(advice.blocks) }
    }
  }

  /// Goes through a tree.
  mutating func add(_ tree: Tree) {
    add(tree.introduction)
    for node in tree.nodes {
      add(node.title)
      add(node.blocks)
      for also in node.also { add(also) }
      for answer in node.answers {
        add(answer.text)
        add(answer.remark)
      }
    }
  }

  /// Goes through blocks and what is in them.
  mutating func add(_ blocks: [Block]) {
    BlockWalk.visit(blocks, for: .learner) { block in
      switch block {
      case .prose(let prose), .heading(_, _, let prose): add(prose)
      case .callout(let callout): if let title = callout.title { add(title) }
      case .figure(let figure):
        media.insert(figure.media)
        if let caption = figure.caption { add(caption) }
      case .tree(let tree): playedTrees.insert(tree)
      case .question(let question): add(question)
      case .steps, .passage: break  // their blocks are visited
      }
    }
  }

  /// A question without its introduction and hint, which are visited as blocks.
  private mutating func add(_ question: Question) {
    add(question.prompt)
    for option in question.options {
      add(option.text)
      add(option.feedback)
    }
  }

  private mutating func add(_ prose: Prose) {
    let markup = prose.text.markup
    // Footnotes stand elsewhere in the document.
    var open = [prose.nodes]
    var footnotes: Set<Markup.NodeID> = []
    while let nodes = open.popLast() {
      for node in nodes {
        switch markup.nodes[node].kind {
        case .link, .image:
          if let reference = prose.text.references[node] { add(reference) }
        case .footnoteReference:
          let index = Int(markup.nodes[node].detail)
          guard markup.footnoteReferences.indices.contains(index) else { continue }
          let definition = markup.footnoteReferences[index].definition
          guard footnotes.insert(definition).inserted else { continue }
          open.append(definition + 1..<Int(markup.nodes[definition].end))
        case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
          .thematicBreak, .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .text,
          .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough:
          break
        }
      }
    }
  }

  private mutating func add(_ reference: Reference) {
    switch reference {
    case .glossary(let term): terms.insert(term)
    case .guidance(let source): guidance.insert(source)
    case .media(let path): media.insert(path)
    case .place(let anchor): places.insert(anchor)
    case .external: break
    }
  }
}
