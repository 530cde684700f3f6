/// A walk through a decision tree: where the learner is and how they came there.
public struct TreeWalk: Equatable, Sendable {
  /// An answer at a node.
  public struct Step: Equatable, Sendable {
    /// Index of the node.
    public var node: Int
    /// Index of the answer.
    public var answer: Int
  }

  /// The steps so far.
  public private(set) var path: [Step] = []
  /// Index of the node where the learner is.
  ///
  /// After an answer that leads to another tree it is the node that was left.
  public private(set) var node: Int
  /// Where in another tree the last answer led.
  public private(set) var left: TreeTarget?

  /// Begins at a node.
  init(at node: Int) {
    self.node = node
  }

  /// Whether the walk is over: at an end, or in another tree.
  public func isFinished(in tree: TreeDefinition) -> Bool {
    left != nil || tree.nodes[node].isEnd
  }

  /// Takes an answer; false when the node has no such answer.
  mutating func take(_ answer: Int, in tree: TreeDefinition) -> Bool {
    let answers = tree.nodes[node].answers
    guard left == nil, answers.indices.contains(answer) else { return false }
    path.append(Step(node: node, answer: answer))
    switch answers[answer] {
    case .node(let next): node = next
    case .elsewhere: left = answers[answer]
    }
    if path.count > WalkRecord.longestPath {
      for step in 1..<path.count {
        path[step - 1] = path[step]
      }
      path.removeLast()
    }
    return true
  }

  /// Takes back the last answer; false when there is none.
  mutating func goBack() -> Bool {
    guard let last = path.popLast() else { return false }
    node = last.node
    left = nil
    return true
  }
}

extension Course {
  /// The walk that a record keeps, or nil when the tree was changed along the path since then.
  func walk(of record: WalkRecord, in tree: TreeDefinition) -> TreeWalk? {
    var start = 0
    if let tag = record.start {
      guard let index = tree.nodes.firstIndex(where: { $0.tag == tag }) else { return nil }
      start = index
    }
    var walk = TreeWalk(at: start)
    for answer in record.answers {
      guard walk.take(Int(answer), in: tree) else { return nil }
    }
    guard record.answers.isEmpty || check(of: walk, in: tree) == record.check else { return nil }
    return walk
  }

  /// What a state keeps of a walk; nil when there is nothing to keep.
  func record(of walk: TreeWalk, in tree: TreeDefinition, reachedEnd: Bool) -> WalkRecord? {
    let first = walk.path.first?.node ?? walk.node
    let hasReachedEnd = reachedEnd || walk.isFinished(in: tree)
    guard first != 0 || hasReachedEnd || !walk.path.isEmpty else { return nil }
    return WalkRecord(
      reachedEnd: hasReachedEnd, start: first == 0 ? nil : tree.nodes[first].tag,
      answers: walk.path.map { UInt8(clamping: $0.answer) },
      check: walk.path.isEmpty ? 0 : check(of: walk, in: tree))
  }

  /// ``ActivityTag`` over the tags of the nodes walked through and of where each answer led.
  ///
  /// An edit beside the path doesn't touch it.
  private func check(of walk: TreeWalk, in tree: TreeDefinition) -> UInt16 {
    var writer = ByteWriter()
    for step in walk.path {
      writer.fixed16(tree.nodes[step.node].tag)
      switch tree.nodes[step.node].answers[step.answer] {
      case .node(let next):
        writer.fixed16(tree.nodes[next].tag)
      case .elsewhere(let reference, let next):
        writer.fixed16(files[reference.file].tag)
        // Its tag: a node that another tree gets in front of it doesn't touch this path.
        if case .tree(let other)? = activity(reference)?.content {
          writer.fixed16(other.nodes[next].tag)
        }
      }
    }
    return ActivityTag.of(writer.bytes)
  }
}
