internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds headings without words: pages and links would have no name.
enum EmptyHeadings {
  /// One diagnostic for each.
  static func find(in document: MarkdownDocument) -> [Diagnostic] {
    let markup = document.markup
    return markup.nodes.indices.filter { node in
      markup.nodes[node].kind == .heading
        && markup.plainText(markup.subtree(node)).allSatisfy(\.isWhitespace)
    }.map { node in
      Diagnostic(
        .misplaced, path: document.source.path, range: document.range(of: node),
        "This heading has no words.", help: "Write what the part is about, or take the heading out."
      )
    }
  }
}
