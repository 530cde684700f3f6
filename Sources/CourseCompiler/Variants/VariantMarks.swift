internal import CourseModel
internal import MarkdownSyntax
internal import MarkupTree

/// What picks variants in one text: headings, blocks and items of lists that not everybody gets.
struct VariantMarks: Sendable {
  /// What each marked node asks for itself.
  let own: [Markup.NodeID: VariantCondition]
  /// The marked nodes in document order.
  let nodes: [Markup.NodeID]

  /// The marks as they are written.
  init(_ document: MarkdownDocument) {
    var own: [Markup.NodeID: VariantCondition] = [:]
    for (node, attributes) in document.attributes where !attributes.variantMarks.isEmpty {
      own[node] = VariantCondition(attributes)
    }
    for (node, alert) in document.alerts {
      guard let attributes = alert.attributes, !attributes.variantMarks.isEmpty else { continue }
      own[node] = VariantCondition(attributes)
    }
    self.init(own)
  }

  /// Marks that come from elsewhere.
  init(_ own: [Markup.NodeID: VariantCondition]) {
    self.own = own
    nodes = own.keys.sorted()
  }

  var isEmpty: Bool { own.isEmpty }

  /// Whether something is marked in a subtree.
  func areIn(_ subtree: Range<Markup.NodeID>) -> Bool {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < subtree.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] < subtree.upperBound
  }

  /// What nodes ask for together with everything around them.
  func conditions(in outline: Outline) -> VariantConditions {
    if isEmpty { return VariantConditions(marks: self, markup: Markup(), top: [:]) }
    var top: [Markup.NodeID: VariantCondition] = [:]
    var open = outline.headings.map { ($0, VariantCondition.always) }
    while let (heading, outer) = open.popLast() {
      let condition = own[heading.node].map(outer.and) ?? outer
      for node in [heading.node] + heading.blocks { top[node] = condition }
      open += heading.headings.map { ($0, condition) }
    }
    return VariantConditions(marks: self, markup: outline.document.markup, top: top)
  }
}

/// What each node of a text asks for, together with everything around it.
struct VariantConditions {
  fileprivate let marks: VariantMarks
  fileprivate let markup: Markup
  /// What headings ask for, for themselves and for the blocks under them.
  fileprivate let top: [Markup.NodeID: VariantCondition]

  /// What must be chosen for a node to be shown.
  func callAsFunction(_ node: Markup.NodeID) -> VariantCondition {
    if marks.isEmpty { return .always }
    var condition = VariantCondition.always
    var node = node
    while node > Markup.root {
      if markup.nodes[node].kind != .heading, let own = marks.own[node] {
        condition = condition.and(own)
      }
      let parent = Int(markup.nodes[node].parent)
      if parent == Markup.root { condition = condition.and(top[node] ?? .always) }
      node = parent
    }
    return condition
  }

  /// Every marked node in document order, with what it asks for.
  var marked: [(node: Markup.NodeID, condition: VariantCondition)] {
    marks.nodes.map { ($0, self($0)) }
  }
}
