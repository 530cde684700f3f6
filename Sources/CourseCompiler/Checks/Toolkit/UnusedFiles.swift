internal import Diagnostics

/// Finds files that no text uses: most often a slip of the name, and always a loss.
enum UnusedFiles {
  /// One diagnostic for each of some paths that nothing uses and nothing was said about yet.
  static func find(
    _ paths: [String], used: Set<String>, known: [Diagnostic]
  ) -> [Diagnostic] {
    let used = used.union(known.filter { $0.code == .unexpectedFile }.map(\.path))
    return paths.sorted().filter { !used.contains($0) }.map { path in
      Diagnostic(
        .unexpectedFile, path: path, "No text uses this file.",
        help: MediaType.of(path) == nil
          ? "Texts end in `.md`, settings in `.yml`. Rename it, or take it out."
          : "Show it with `![What it shows](…)`, or take it out.")
    }
  }
}
