public import CourseModel
public import Diagnostics
public import HTMLRendering

/// Packages for cmi5.
public struct CMI5Exporter: Exporter {
  /// The name of the target.
  public let name = "cmi5"
  /// The folder of the zips.
  public let folder = "packages/cmi5"
  /// What it makes.
  public let summary =
    "the same for cmi5, with xAPI statements"

  /// Makes the exporter.
  public init() {}

  /// Where toolkit.yml has `packages:` and doesn't leave it out.
  public func isWanted(by toolkit: Toolkit) -> Bool { toolkit.packages.wants(.cmi5) }

  /// One zip for each module and language, and one of everything; see docs/packages.md.
  ///
  /// Throws nothing: the pages are made when the files are asked for.
  public func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    PackageExport(
      toolkit: toolkit, standard: .cmi5,
      pages: ToolkitPages(toolkit: toolkit, theme: theme, assets: assets)
    ).files(in: folder)
  }
}
