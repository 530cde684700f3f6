internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Finds nodes that nobody can reach, loops that nobody can leave, and trees without an end.
struct TreeCheck {
  let file: PairedFile
  let nodes: [Tree.Node]

  /// Checks a tree.
  ///
  /// A way to another tree counts as a way out.
  func run() -> [Diagnostic] {
    let path = file.original.path
    guard !nodes.isEmpty else {
      return [
        Diagnostic(
          .emptyTree, path: path, range: SourceRange(0, 0), "This tree has no nodes.",
          help:
            "Write its first question as a heading: `## Is the person in danger now? {#danger}`.")
      ]
    }
    guard nodes.contains(where: isExit) else {
      return [
        Diagnostic(
          .treeWithoutEnd, path: path, range: SourceRange(0, 0),
          "This tree has no end: nobody who plays it learns what to do.",
          help: "Mark the nodes where a path stops: `.end`, `.today` or `.emergency`.")
      ]
    }
    let numbers = Dictionary(
      nodes.enumerated().map { ($1.anchor, $0) }, uniquingKeysWith: { first, _ in first })
    let next = nodes.map { node in
      node.answers.compactMap { answer -> Int? in
        // A link to the tree itself means its start.
        answer.target.file != file.file
          ? nil : answer.target.element == nil ? 0 : numbers[answer.target]
      }
    }
    var previous = [[Int]](repeating: [], count: nodes.count)
    for (node, targets) in next.enumerated() {
      for target in targets { previous[target].append(node) }
    }
    let reached = reachable(from: [0], next)
    let leaving = reachable(from: Set(nodes.indices.filter { isExit(nodes[$0]) }), previous)
    return nodes.indices.compactMap { index in
      if !reached.contains(index) {
        return problem(
          .unreachableNode, index, "No answer leads to this node.",
          help: "Lead an answer to `#\(nodes[index].anchor.element ?? "")`, or take it out.")
      }
      if !leaving.contains(index), !nodes[index].answers.isEmpty {
        return problem(
          .loopWithoutExit, index, "From here no way leads to an end, only around in a circle.",
          help: "Give one of the nodes on the way an answer that leads to an end.")
      }
      return nil
    }
  }

  private func isExit(_ node: Tree.Node) -> Bool {
    node.kind.isEnd || (node.kind == .step && node.answers.isEmpty)
      || node.answers.contains { $0.target.file != node.anchor.file }
  }

  private func reachable(from start: Set<Int>, _ ways: [[Int]]) -> Set<Int> {
    var found = start
    var open = start.sorted()
    while let node = open.popLast() {
      for other in ways[node] where found.insert(other).inserted { open.append(other) }
    }
    return found
  }

  private func problem(
    _ code: DiagnosticCode, _ index: Int, _ message: String, help: String
  ) -> Diagnostic {
    let heading = file.original.outline.headings.first {
      $0.id?.text == nodes[index].anchor.element
    }
    return Diagnostic(
      code, path: file.original.path, range: heading.map { file.original.range(of: $0.node) },
      message, help: help)
  }
}
