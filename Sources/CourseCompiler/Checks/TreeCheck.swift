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
    let reached = reachable(from: [0]) { node in next(node) }
    let leaving = reachable(from: Set(nodes.indices.filter { isExit(nodes[$0]) })) { previous($0) }
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

  private func next(_ node: Int) -> [Int] {
    nodes[node].answers.compactMap { answer in index(of: answer.target) }
  }

  private func previous(_ node: Int) -> [Int] {
    nodes.indices.filter { next($0).contains(node) }
  }

  /// A node's index; a link to the tree itself means its start.
  private func index(of target: Anchor) -> Int? {
    guard target.file == file.file else { return nil }
    return target.element == nil ? 0 : nodes.firstIndex { $0.anchor == target }
  }

  private func reachable(from start: Set<Int>, _ step: (Int) -> [Int]) -> Set<Int> {
    var found = start
    var open = start.sorted()
    while let node = open.popLast() {
      for other in step(node) where found.insert(other).inserted { open.append(other) }
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
