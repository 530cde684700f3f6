internal import Diagnostics
internal import MarkdownSyntax

/// Finds modules that no track leads to, in toolkits that have tracks.
///
/// A draft isn't expected in one: it gets there when it is ready.
enum ModulesInTracks: ContentCheck {
  static func findings(in content: CheckedContent) -> [Diagnostic] {
    guard !content.settings.tracks.isEmpty else { return [] }
    let items = Set(content.settings.tracks.flatMap(\.items).map(\.text))
    let left = content.originals.filter {
      $0.role == .module && !$0.isDraft && !items.contains($0.id)
    }
    return left.map { file in
      Diagnostic(
        .moduleInNoTrack, path: file.path,
        range: file.idRange,
        "No track leads to this module, so learners find it only in the list of all modules.",
        help: "Add `\(file.id)` to the `items` of a track in toolkit.yml.")
    }
  }
}
