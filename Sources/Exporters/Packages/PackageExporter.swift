public import CourseModel
public import Diagnostics
public import HTMLRendering

/// Packages that are played, for one standard: the toolkit's page, which reports to the system.
public struct PackageExporter: Exporter {
  private let standard: PackageStandard

  /// Makes the exporter for a standard.
  public init(_ standard: PackageStandard) { self.standard = standard }

  /// The name of the target: that of the standard.
  public var name: String { standard.rawValue }
  /// The folder of the zips.
  public var folder: String { "packages/\(name)" }
  /// What it makes.
  public var summary: String {
    switch standard {
    case .scorm12:
      "zips for learning systems that know SCORM 1.2: one per module and language, and one of everything"
    case .scorm2004: "the same for SCORM 2004"
    case .cmi5: "the same for cmi5, with xAPI statements"
    }
  }

  /// Where toolkit.yml has `packages:` and doesn't leave the standard out.
  public func isWanted(by toolkit: Toolkit) -> Bool {
    switch standard {
    case .scorm12: toolkit.packages.wants(.scorm12)
    case .scorm2004: toolkit.packages.wants(.scorm2004)
    case .cmi5: toolkit.packages.wants(.cmi5)
    }
  }

  /// One zip for each module and language, and one of everything; see docs/packages.md.
  ///
  /// Throws nothing: the pages are made when the files are asked for.
  public func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    var output = OutputFiles(folder: folder)
    let (contents, diagnostics) = PackagePlan(toolkit: toolkit, standard: standard).packages()
    let shared = SharedFiles()
    let key = ToolkitPages(toolkit: toolkit, theme: theme, assets: assets).key(name)
    for content in contents {
      let archive = PackageArchive(
        content: content, standard: standard,
        pages: ToolkitPages(toolkit: content.toolkit, theme: theme, assets: assets),
        shared: shared)
      output.add("\(content.name).zip", sources: content.edition.fileIDs, key: { key }) {
        try archive.bytes()
      }
    }
    let (tree, problems) = output.finish()
    return (tree, diagnostics + problems)
  }
}
