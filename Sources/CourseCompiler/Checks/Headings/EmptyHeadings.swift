internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds headings without words: pages and links would have no name.
enum EmptyHeadings: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.nodes.headings.filter { node in
      // Nearly every heading ends here, at its first letter.
      let words = file.markup.subtree(node)
      return FoldedText.ends(of: words, in: file.markup) == nil
        && file.markup.plainText(words).allSatisfy(\.isWhitespace)
    }.map { node in
      file.problem(
        .misplaced, file.range(of: node), "This heading has no words.",
        help: "Write what the part is about, or take the heading out.")
    }
  }
}
