public import CourseModel
public import Diagnostics
public import HTMLRendering

/// Common Cartridges: pages, quizzes, topics and links that a learning system takes over as its own.
public struct CartridgeExporter: Exporter {
  /// The name of the target.
  public let name = "cc"
  /// The folder of the cartridges; one inside for each version of the standard.
  public let folder = "packages/cc"
  /// What it makes.
  public let summary =
    "Common Cartridges 1.3, and 1.1 for Moodle: pages and quizzes that a learning system takes over"

  /// Makes the exporter.
  public init() {}

  /// Where toolkit.yml has `packages:` and doesn't leave it out.
  public func isWanted(by toolkit: Toolkit) -> Bool { toolkit.packages.wants(.cc) }

  /// A cartridge for each module, language and version, and one of everything; see docs/packages.md.
  ///
  /// Throws nothing: the pages are made when the files are asked for.
  public func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    var output = OutputFiles(folder: folder)
    let (contents, diagnostics) = ExchangePlan(toolkit: toolkit, standard: .cartridge).packages()
    let shared = SharedFiles()
    let key = ToolkitPages(toolkit: toolkit, theme: theme, assets: assets).key("cc")
    for version in CartridgeVersion.allCases {
      for content in contents {
        let archive = CartridgeArchive(content: content, version: version, shared: shared)
        output.add(
          "\(version.rawValue)/\(content.name).imscc",
          sources: content.edition.fileIDs, key: { key }
        ) {
          try archive.bytes()
        }
      }
    }
    let (tree, problems) = output.finish()
    return (tree, diagnostics + problems)
  }
}
