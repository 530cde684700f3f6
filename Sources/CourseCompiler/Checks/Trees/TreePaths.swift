internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Finds nodes that nobody can reach, loops that nobody can leave, and trees without an end.
///
/// A way to another tree counts as a way out.
enum TreePaths: TreeCheck {
  static func findings(in tree: CheckedTree) -> [Diagnostic] {
    let nodes = tree.nodes
    let path = tree.file.original.path
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
    let reached = reachable(from: [0], tree.next)
    let leaving = reachable(
      from: Set(nodes.indices.filter { isExit(nodes[$0]) }), tree.previous)
    return nodes.indices.compactMap { index in
      if !reached.contains(index) {
        return tree.problem(
          .unreachableNode, index, "No answer leads to this node.",
          help: "Lead an answer to `#\(nodes[index].anchor.element ?? "")`, or take it out.")
      }
      if !leaving.contains(index), !nodes[index].answers.isEmpty {
        return tree.problem(
          .loopWithoutExit, index, "From here no way leads to an end, only around in a circle.",
          help: "Give one of the nodes on the way an answer that leads to an end.")
      }
      return nil
    }
  }

  private static func isExit(_ node: Tree.Node) -> Bool {
    node.kind.isEnd || (node.kind == .step && node.answers.isEmpty)
      || node.answers.contains { $0.target.file != node.anchor.file }
  }

  private static func reachable(from start: Set<Int>, _ ways: [[Int]]) -> Set<Int> {
    var found = start
    var open = start.sorted()
    while let node = open.popLast() {
      for other in ways[node] where found.insert(other).inserted { open.append(other) }
    }
    return found
  }
}
