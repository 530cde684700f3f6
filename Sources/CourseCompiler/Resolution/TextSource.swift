internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// One file of one language with its links, images and slots resolved: what composers cut from.
///
/// A class, since every part of a file refers to it.
final class TextSource: Sendable {
  /// The file's headings and the parsed document.
  let outline: Outline
  /// The arena with slots filled, and what its links and images stand for.
  let text: ResolvedText
  /// Minutes that stood in front of list items, as in `1. 7′ Mark three risks`.
  ///
  /// The mark is gone from the arena.
  let stepMinutes: [Markup.NodeID: Int]
  /// Credits of pictures by the text node they stood in; gone from the arena.
  let credits: [Markup.NodeID: String]
  /// The language it is written in.
  let language: Language

  init(
    outline: Outline, text: ResolvedText, stepMinutes: [Markup.NodeID: Int],
    credits: [Markup.NodeID: String], language: Language
  ) {
    self.outline = outline
    self.text = text
    self.stepMinutes = stepMinutes
    self.credits = credits
    self.language = language
  }

  var document: MarkdownDocument { outline.document }
  var markup: Markup { text.markup }
  var path: String { document.source.path }

  /// Where a node stands, for diagnostics.
  func range(of node: Markup.NodeID) -> SourceRange { document.range(of: node) }

  /// A note that shows a node, for what a translation does otherwise.
  func note(_ node: Markup.NodeID) -> Diagnostic.Note {
    Diagnostic.Note("The original.", path: path, range: range(of: node))
  }

  /// The inline nodes under a heading or paragraph.
  func inlines(of node: Markup.NodeID) -> Prose {
    Prose(text, nodes: (node + 1)..<Int(markup.nodes[node].end))
  }

  /// Whole subtrees that stand next to each other, the first and the last given.
  func prose(from first: Markup.NodeID, through last: Markup.NodeID) -> Prose {
    Prose(text, nodes: first..<Int(markup.nodes[last].end))
  }
}
