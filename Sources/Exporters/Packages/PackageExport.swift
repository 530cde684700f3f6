import CourseModel
import Diagnostics
import HTMLRendering
import Learning

/// All packages of a toolkit for one standard.
struct PackageExport {
  let toolkit: Toolkit
  let standard: PackageStandard
  let pages: ToolkitPages

  /// The zips, and what can't be brought into them.
  func files(in folder: String) -> (OutputTree, [Diagnostic]) {
    var output = OutputFiles(folder: folder)
    let (contents, diagnostics) = PackagePlan(toolkit: toolkit, standard: standard).packages()
    let shared = SharedFiles()
    let whole = pages.key(standard.rawValue)
    for content in contents {
      let archive = PackageArchive(
        content: content, standard: standard,
        pages: ToolkitPages(toolkit: content.toolkit, theme: pages.theme, assets: pages.assets),
        shared: shared)
      output.add(
        "\(content.name).zip", sources: content.edition.fileIDs,
        key: { whole }
      ) {
        try archive.bytes()
      }
    }
    let (tree, problems) = output.finish()
    return (tree, diagnostics + problems)
  }
}
