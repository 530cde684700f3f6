internal import CourseModel
internal import MarkdownSyntax
internal import MarkupTree

/// Takes out of a text what a variant leaves out. Whoever comes after it sees a text without marks.
struct VariantFilter {
  let variant: Variant
  /// Whether the items under a heading are options or answers: a quote behind one belongs to it,
  /// however it is indented.
  let isChoice: (Heading) -> Bool
  private let outline: Outline
  private let marks: VariantMarks
  private var gone: Set<Markup.NodeID> = []

  private var markup: Markup { outline.document.markup }

  /// The document without what a variant leaves out; nil when it leaves nothing out.
  static func document(
    of outline: Outline, _ marks: VariantMarks, for variant: Variant,
    isChoice: @escaping (Heading) -> Bool
  ) -> MarkdownDocument? {
    guard marks.own.values.contains(where: { !$0.holds(in: variant) }) else { return nil }
    var filter = VariantFilter(outline, marks, variant, isChoice)
    filter.takeHeadings()
    filter.takeBlocks()
    return outline.document.removing(filter.gone)
  }

  private init(
    _ outline: Outline, _ marks: VariantMarks, _ variant: Variant,
    _ isChoice: @escaping (Heading) -> Bool
  ) {
    self.outline = outline
    self.marks = marks
    self.variant = variant
    self.isChoice = isChoice
  }

  private func leavesOut(_ node: Markup.NodeID) -> Bool {
    marks.own[node].map { !$0.holds(in: variant) } ?? false
  }

  /// Headings with all that stands under them, and the `---` that ends them.
  private mutating func takeHeadings() {
    var open = outline.headings.map { (heading: $0, isGone: false) }
    while let (heading, isOuterGone) = open.popLast() {
      let isGone = isOuterGone || leavesOut(heading.node)
      if isGone {
        gone.insert(heading.node)
        gone.formUnion(heading.blocks)
        if let end = heading.closingBreak { gone.insert(end) }
      } else if isChoice(heading) {
        heading.blocks.forEach { takeQuotes(behind: $0) }
      }
      open += heading.headings.map { ($0, isGone) }
    }
  }

  /// Quotes behind a list whose last item is left out, when they are that item's.
  private mutating func takeQuotes(behind list: Markup.NodeID) {
    guard markup.nodes[list].kind == .list,
      let last = Array(markup.children(of: list)).last, leavesOut(last)
    else { return }
    var next = Int(markup.nodes[list].end)
    while next < markup.nodes.count, markup.nodes[next].kind == .blockQuote,
      markup.nodes[next].parent == markup.nodes[list].parent, outline.document.alerts[next] == nil
    {
      gone.insert(next)
      next = Int(markup.nodes[next].end)
    }
  }

  /// Blocks and items; a list without items goes with its last.
  private mutating func takeBlocks() {
    var lists: Set<Markup.NodeID> = []
    for node in marks.nodes where markup.nodes[node].kind != .heading && leavesOut(node) {
      gone.insert(node)
      if markup.nodes[node].kind == .item { lists.insert(Int(markup.nodes[node].parent)) }
    }
    for list in lists where markup.children(of: list).allSatisfy(leavesOut) { gone.insert(list) }
  }
}
