extension Markup {
  /// The document without some subtrees.
  ///
  /// Footnotes stay, also those that nothing refers to any more.
  ///
  /// - Parameter roots: the nodes to take out with all that is in them; any order, some may lie in
  ///   others.
  /// - Returns: what is left, and for each node of this document where it stands there; nil for
  ///   those that are gone.
  public func removing(_ roots: Set<NodeID>) -> (Markup, [NodeID?]) {
    var places = [NodeID?](repeating: nil, count: nodes.count)
    // How many nodes are left before each index, one more for the end.
    var left = [Int32](repeating: 0, count: nodes.count + 1)
    var kept: [Node] = []
    var goneUntil = 0
    for id in nodes.indices {
      left[id] = Int32(kept.count)
      if id != Self.root, roots.contains(id) { goneUntil = max(goneUntil, Int(nodes[id].end)) }
      guard id >= goneUntil else { continue }
      places[id] = kept.count
      kept.append(nodes[id])
    }
    left[nodes.count] = Int32(kept.count)
    for id in kept.indices {
      kept[id].end = left[Int(kept[id].end)]
      if kept[id].parent >= 0 { kept[id].parent = left[Int(kept[id].parent)] }
    }
    var markup = self
    markup.nodes = kept
    markup.footnotes = footnotes.map { footnote in
      Footnote(
        definition: places[footnote.definition] ?? Self.root,
        referenceCount: footnote.referenceCount)
    }
    markup.footnoteReferences = footnoteReferences.map { reference in
      FootnoteReference(
        number: reference.number, occurrence: reference.occurrence,
        definition: places[reference.definition] ?? Self.root)
    }
    return (markup, places)
  }
}
