internal import Diagnostics
internal import MarkdownSyntax

/// Finds modules that no track leads to, in toolkits that have tracks.
enum ModulesInTracks: ContentCheck {
  static func findings(in content: CheckedContent) -> [Diagnostic] {
    guard !content.settings.tracks.isEmpty else { return [] }
    let items = Set(content.settings.tracks.flatMap(\.items).map(\.text))
    return content.originals.filter { $0.role == .module && !items.contains($0.id) }.map { file in
      Diagnostic(
        .moduleInNoTrack, path: file.path,
        range: file.idRange,
        "No track leads to this module, so learners find it only in the list of all modules.",
        help: "Add `\(file.id)` to the `items` of a track in toolkit.yml.")
    }
  }
}
