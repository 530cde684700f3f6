public import CourseModel
public import Diagnostics
public import HTMLRendering

/// Packages for SCORM 2004.
public struct SCORM2004Exporter: Exporter {
  /// The name of the target.
  public let name = "scorm2004"
  /// The folder of the zips.
  public let folder = "packages/scorm2004"
  /// What it makes.
  public let summary =
    "the same for SCORM 2004"

  /// Makes the exporter.
  public init() {}

  /// Where toolkit.yml has `packages:` and doesn't leave it out.
  public func isWanted(by toolkit: Toolkit) -> Bool { toolkit.packages.wants(.scorm2004) }

  /// One zip for each module and language, and one of everything; see docs/packages.md.
  ///
  /// Throws nothing: the pages are made when the files are asked for.
  public func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    PackageExport(
      toolkit: toolkit, standard: .scorm2004,
      pages: ToolkitPages(toolkit: toolkit, theme: theme, assets: assets)
    ).files(in: folder)
  }
}
