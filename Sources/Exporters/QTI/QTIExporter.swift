public import CourseModel
public import Diagnostics
public import HTMLRendering

/// Packages of questions and quizzes in QTI 2.1.
public struct QTIExporter: Exporter {
  /// The name of the target.
  public let name = "qti"
  /// The folder of the zips.
  public let folder = "packages/qti"
  /// What it makes.
  public let summary = "the questions and quizzes alone, as QTI 2.1 for question banks"

  /// Makes the exporter.
  public init() {}

  /// Where toolkit.yml has `packages:` and doesn't leave it out.
  public func isWanted(by toolkit: Toolkit) -> Bool { toolkit.packages.wants(.qti) }

  /// One zip for each module with questions and each language, and one of everything; see
  /// docs/packages.md.
  ///
  /// Throws nothing: the files are made when they are asked for.
  public func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    var output = OutputFiles(folder: folder)
    let (contents, diagnostics) = ExchangePlan(toolkit: toolkit, standard: .questions).packages()
    let key = ToolkitPages(toolkit: toolkit, theme: theme, assets: assets).key("qti")
    for content in contents {
      let archive = QTIArchive(content: content)
      output.add(
        "\(content.name).zip", sources: content.edition.fileIDs, key: { key }
      ) {
        try archive.bytes()
      }
    }
    let (tree, problems) = output.finish()
    return (tree, diagnostics + problems)
  }
}
