internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds files that no text uses: most often a slip of the name, and always a loss.
enum UnusedFiles {
  /// One diagnostic for each of some paths that nothing uses and nothing was said about yet.
  static func find(
    _ paths: [String], outlines: [String: Outline], known: [Diagnostic]
  ) -> [Diagnostic] {
    let said = known.filter { $0.code == .unexpectedFile }.map(\.path)
    let shown = outlines.values.flatMap { outline in
      outline.document.markup.nodes.filter { $0.kind == .image }.compactMap { node in
        ContentPath.resolve(
          outline.document.markup.string(node.text), from: outline.document.source.path)
      }
    }
    let used = Set(shown).union(outlines.keys).union(said)
    return paths.sorted().filter { !used.contains($0) }.map { path in
      Diagnostic(
        .unexpectedFile, path: path, "No text uses this file.",
        help: MediaType.of(path) == nil
          ? "Texts end in `.md`, settings in `.yml`. Rename it, or take it out."
          : "Show it with `![What it shows](…)`, or take it out.")
    }
  }
}
