internal import Diagnostics
internal import MarkdownSyntax

/// Finds modules and trees that speak of violence or abuse and don't warn before they begin.
///
/// Readers who lived through it must be able to choose. The warning stands in the front matter, so
/// that it comes before anything else. Said once for each file of the default language.
enum ContentWarnings: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard file.written.isOriginal, file.written.role == .module || file.written.role == .tree,
      let front = file.source.document.frontMatter, front["content-warning"] == nil,
      let hit = file.wording.finds.hits.first(where: { $0.matter == .violence })
    else { return [] }
    let words = file.wording.text.string(hit.range)
    return [
      file.problem(
        .missingContentWarning, file.wording.source(hit.range),
        "This speaks of `\(words)`, and nothing warned the reader before.",
        help: "Add a line to the front matter that says what it is about, without detail: "
          + "`content-warning: \"Mentions violence. No detail.\"`.")
    ]
  }
}
