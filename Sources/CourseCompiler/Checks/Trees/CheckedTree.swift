internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// A composed tree with the ways between its nodes.
struct CheckedTree {
  let file: PairedFile
  let nodes: [Tree.Node]
  /// The nodes of this tree that each node's answers lead to, by index.
  let next: [[Int]]
  /// Headings of the default language by id.
  private let headings: [String: Heading]

  init(file: PairedFile, nodes: [Tree.Node]) {
    self.file = file
    self.nodes = nodes
    headings = Dictionary(
      file.original.outline.headings.compactMap { heading in heading.id.map { ($0.text, heading) }
      },
      uniquingKeysWith: { first, _ in first })
    let numbers = Dictionary(
      nodes.enumerated().map { ($1.anchor, $0) }, uniquingKeysWith: { first, _ in first })
    next = nodes.map { node in
      node.answers.compactMap { answer -> Int? in
        // A link to the tree itself means its start.
        answer.target.file != file.file
          ? nil : answer.target.element == nil ? 0 : numbers[answer.target]
      }
    }
  }

  /// The nodes with an answer that leads to each node.
  var previous: [[Int]] {
    var previous = [[Int]](repeating: [], count: nodes.count)
    for (node, targets) in next.enumerated() {
      for target in targets { previous[target].append(node) }
    }
    return previous
  }

  /// The heading of a node in the default language.
  func heading(of index: Int) -> Heading? {
    nodes[index].anchor.element.flatMap { headings[$0] }
  }

  /// A diagnostic at a node's heading in the default language.
  func problem(
    _ code: DiagnosticCode, _ index: Int, _ message: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      code, path: file.original.path,
      range: heading(of: index).map { file.original.range(of: $0.node) }, message, help: help)
  }

  /// Where a piece of text stands; the default language's file when it isn't a translation's.
  func place(of text: Prose) -> (path: String, range: SourceRange) {
    let source =
      [file.translation, file.original].compactMap { $0 }
      .first { $0.text === text.text } ?? file.original
    guard let first = text.nodes.first, let last = text.nodes.last else {
      return (source.path, SourceRange(0, 0))
    }
    return (
      source.path, SourceRange(source.range(of: first).lower, source.range(of: last).upper)
    )
  }
}
