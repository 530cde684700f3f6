/// A decision tree as the page shows it.
public struct TreeStatus: Equatable, Sendable {
  /// The walk so far.
  public var walk: TreeWalk
  /// Kind of the node where the learner is.
  public var kind: TreeNode.Kind
  /// Whether the walk is over.
  public var isFinished: Bool
  /// Whether an end was ever reached.
  public var reachedEnd: Bool
}

extension LearnerSession {
  /// How a walk through a tree stands.
  public func tree(_ place: ActivityReference) throws(SessionError) -> TreeStatus {
    status(of: try treeDefinition(place), at: place)
  }

  /// Takes an answer at the current node.
  public mutating func take(
    _ answer: Int, at place: ActivityReference
  ) throws(SessionError) -> TreeStatus {
    let tree = try treeDefinition(place)
    var walk = status(of: tree, at: place).walk
    guard walk.take(answer, in: tree) else { throw .noSuchAnswer }
    return keep(walk, of: tree, at: place)
  }

  /// Takes back the last answer.
  public mutating func goBack(_ place: ActivityReference) throws(SessionError) -> TreeStatus {
    let tree = try treeDefinition(place)
    var walk = status(of: tree, at: place).walk
    guard walk.goBack() else { throw .atStart }
    return keep(walk, of: tree, at: place)
  }

  /// Begins again, at the first node or at the one where another tree leads in.
  public mutating func restart(
    _ place: ActivityReference, at node: Int = 0
  ) throws(SessionError) -> TreeStatus {
    let tree = try treeDefinition(place)
    guard tree.nodes.indices.contains(node) else { throw .noSuchNode }
    return keep(TreeWalk(at: node), of: tree, at: place)
  }

  private func treeDefinition(
    _ place: ActivityReference
  ) throws(SessionError) -> TreeDefinition {
    guard case .tree(let tree) = try definition(place).content else { throw .wrongKind }
    return tree
  }

  private mutating func keep(
    _ walk: TreeWalk, of tree: TreeDefinition, at place: ActivityReference
  ) -> TreeStatus {
    let reachedEnd = status(of: tree, at: place).reachedEnd
    keep(course.record(of: walk, in: tree, reachedEnd: reachedEnd).map { .walk($0) }, for: place)
    return status(of: tree, at: place)
  }

  private func status(of tree: TreeDefinition, at place: ActivityReference) -> TreeStatus {
    var walk = TreeWalk(at: 0)
    var reachedEnd = false
    if case .walk(let record)? = record(of: place) {
      reachedEnd = record.reachedEnd
      if let kept = course.walk(of: record, in: tree) { walk = kept }
    }
    return TreeStatus(
      walk: walk, kind: tree.nodes[walk.node].kind, isFinished: walk.isFinished(in: tree),
      reachedEnd: reachedEnd)
  }
}
