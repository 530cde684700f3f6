internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Gives a translation the marks of its original: headings are paired by id, blocks and items by
/// their position among those of their sort.
struct VariantInheritance {
  private let original: Outline
  private let translation: Outline
  private let marks: VariantMarks
  /// The translation's own marks, which must be the original's.
  private let repeated: VariantMarks
  private var inherited: [Markup.NodeID: VariantCondition] = [:]
  private var diagnostics: [Diagnostic] = []

  /// The marks that count in a translation, and where its own are others.
  static func marks(
    of translation: Outline, like original: Outline, _ marks: VariantMarks
  ) -> (VariantMarks, [Diagnostic]) {
    let repeated = VariantMarks(translation.document)
    guard !marks.isEmpty || !repeated.isEmpty else { return (repeated, []) }
    var inheritance = VariantInheritance(original, translation, marks, repeated)
    inheritance.pairHeadings()
    return (VariantMarks(inheritance.inherited), inheritance.diagnostics.inFileOrder)
  }

  private init(
    _ original: Outline, _ translation: Outline, _ marks: VariantMarks, _ repeated: VariantMarks
  ) {
    self.original = original
    self.translation = translation
    self.marks = marks
    self.repeated = repeated
  }

  private mutating func pairHeadings() {
    var byID: [String: Heading] = [:]
    var all = translation.headings
    while let heading = all.popLast() {
      if let id = heading.id?.text { byID[id] = heading }
      all += heading.headings
    }
    pairBlocks(original.preamble, translation.preamble)
    var open = [(original.headings, translation.headings)]
    while let (originals, others) = open.popLast() {
      var unnamed = others.filter { $0.id == nil }.makeIterator()
      for heading in originals {
        let match = heading.id.map { byID[$0.text] } ?? unnamed.next()
        guard let match else {
          // Parts of it may be translated though it is not.
          open.append((heading.headings, []))
          continue
        }
        pair(heading.node, match.node)
        pairBlocks(heading.blocks, match.blocks)
        open.append((heading.headings, match.headings))
      }
    }
  }

  /// Hands a mark on.
  private mutating func pair(_ node: Markup.NodeID, _ translated: Markup.NodeID) {
    inherited[translated] = marks.own[node]
    guard let own = repeated.own[translated], own != marks.own[node] else { return }
    let there = marks.own[node].map { "the original has `\($0.text)`" }
    let path = translation.document.source.path
    diagnostics.append(
      Diagnostic(
        .translationDiffers, path: path, range: translation.document.range(of: translated),
        "`\(own.text)` stands here, and \(there ?? "the original has no variant there").",
        help: "Leave it out: a translation takes its variants from the original.",
        notes: [note(node)]))
  }

  /// Pairs what can be marked among some blocks, and in it.
  private mutating func pairBlocks(_ blocks: [Markup.NodeID], _ translated: [Markup.NodeID]) {
    var open = [(blocks, translated)]
    while let (blocks, others) = open.popLast() {
      guard !others.isEmpty,
        isMarked(blocks, in: original, marks)
          || isMarked(others, in: translation, repeated)
      else { continue }
      let groups = Self.groups(blocks, in: original.document)
      let otherGroups = Self.groups(others, in: translation.document)
      for name in Set(groups.keys).union(otherGroups.keys).sorted() {
        let (nodes, same) = (groups[name] ?? [], otherGroups[name] ?? [])
        guard same.count == nodes.count else {
          reportCount(nodes, same)
          continue
        }
        for (node, other) in zip(nodes, same) {
          pair(node, other)
          open.append(
            (
              Array(original.document.markup.children(of: node)),
              Array(translation.document.markup.children(of: other))
            ))
        }
      }
    }
  }

  private func isMarked(
    _ blocks: [Markup.NodeID], in outline: Outline, _ marks: VariantMarks
  ) -> Bool {
    blocks.contains { marks.areIn(outline.document.markup.subtree($0)) }
  }

  /// Blocks by their sort: alerts by their word, items of all lists with bullets, with numbers, and
  /// quotes. A quote at another indent may cut a list in two.
  private static func groups(
    _ blocks: [Markup.NodeID], in document: MarkdownDocument
  ) -> [String: [Markup.NodeID]] {
    let markup = document.markup
    var groups: [String: [Markup.NodeID]] = [:]
    for block in blocks {
      if let alert = document.alerts[block] {
        groups["[!\(alert.word.text)]", default: []].append(block)
      } else if markup.nodes[block].kind == .list {
        let isNumbered = markup.nodes[block].flags.contains(.ordered)
        groups[isNumbered ? "1." : "-", default: []] += markup.children(of: block)
      } else if markup.nodes[block].kind == .blockQuote {
        groups[">", default: []].append(block)
      }
    }
    return groups
  }

  /// Says that positions can't tell which is which.
  private mutating func reportCount(_ nodes: [Markup.NodeID], _ others: [Markup.NodeID]) {
    guard let first = others.first,
      isMarked(nodes, in: original, marks) || isMarked(others, in: translation, repeated)
    else { return }
    let node = nodes.first { marks.own[$0] != nil } ?? nodes.first
    let what =
      translation.document.alerts[first].map { "blocks `[!\($0.word.text)]`" } ?? "items"
    diagnostics.append(
      Diagnostic(
        .variantUnpaired, path: translation.document.source.path,
        range: translation.document.range(of: first),
        "The original has \(nodes.count) \(what) here and the translation \(others.count), so "
          + "nobody can say which of them are for one variant only.",
        help: "Translate all of them, in the original's order.",
        notes: node.map { [note($0)] } ?? []))
  }

  private func note(_ node: Markup.NodeID) -> Diagnostic.Note {
    Diagnostic.Note(
      "The original.", path: original.document.source.path,
      range: original.document.range(of: node))
  }
}
