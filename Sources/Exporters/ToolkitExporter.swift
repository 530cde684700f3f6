public import CourseModel
public import Diagnostics
public import HTMLRendering

/// One self-contained HTML file per language, and a small page that chooses among them: for USB
/// sticks, mail and computers without a network.
public struct ToolkitExporter: Exporter {
  /// Creates the exporter.
  public init() {}

  /// The word after `--target`.
  public var name: String { "toolkit" }
  /// What it makes.
  public var summary: String { "one HTML file per language that works without a network" }

  /// `index.html`, `<language>.html` and `engine.blob`.
  public func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    let pages = ToolkitPages(toolkit: toolkit, theme: theme, assets: assets)
    var files = OutputFiles(folder: name)
    let whole = pages.key("toolkit")
    files.add("index.html", sources: [], key: { whole }) { try pages.index() }
    for edition in toolkit.editions {
      files.add(
        "\(edition.language.tag).html", sources: edition.fileIDs, isSelfContained: true,
        key: { whole }
      ) {
        try pages.page(for: edition)
      }
    }
    files.add("engine.blob", sources: toolkit.fileIDs, key: { whole }) { toolkit.engine }
    let (tree, diagnostics) = files.finish()
    return (tree, diagnostics + undrawnTrees(pages))
  }

  private func undrawnTrees(_ pages: ToolkitPages) -> [Diagnostic] {
    pages.undrawnTrees().map { tree, reason in
      Diagnostic(
        .layoutFailed, path: "trees/\(tree)",
        "There is no drawing of this tree. \(reason)",
        help: "Learners can still read and play it.")
    }
  }
}
