internal import CourseModel
internal import Diagnostics

/// Finds trees whose nodes lie so far from the start that nobody gets there under pressure.
enum TreeLength: TreeCheck {
  /// The most steps on the shortest way to a node.
  private static let limit = 12

  static func findings(in tree: CheckedTree) -> [Diagnostic] {
    guard !tree.nodes.isEmpty else { return [] }
    var steps = [Int?](repeating: nil, count: tree.nodes.count)
    steps[0] = 0
    var open = [0]
    var next = 0
    while next < open.count {
      let node = open[next]
      next += 1
      for other in tree.next[node] where steps[other] == nil {
        steps[other] = (steps[node] ?? 0) + 1
        open.append(other)
      }
    }
    let far = tree.nodes.indices.compactMap { index in steps[index].map { ($0, index) } }
      .max { ($0.0, -$0.1) < ($1.0, -$1.1) }
    guard let (count, index) = far, count > limit else { return [] }
    return [
      tree.problem(
        .longTree, index, "Even the shortest way to this node takes \(count) steps.",
        help: "Ask less, or make two trees: an answer may lead to another tree.")
    ]
  }
}
