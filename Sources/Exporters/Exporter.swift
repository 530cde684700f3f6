public import CourseModel
public import Diagnostics
public import HTMLRendering

/// One output that Amparo makes of a toolkit: files in a folder of that name.
///
/// An exporter is pure: it returns what is to be written and what it has to say, and writes nothing.
public protocol Exporter: Sendable {
  /// The word after `--target`.
  var name: String { get }
  /// The folder of its files: `packages/cmi5`. Its name, unless it says otherwise.
  var folder: String { get }
  /// What it makes, in a few words for `--help`.
  var summary: String { get }
  /// Whether it is made of a toolkit when nobody names targets.
  func isWanted(by toolkit: Toolkit) -> Bool
  /// The files of the output, with paths that start with `folder`.
  ///
  /// - Throws: when the theme can't be used.
  func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets
  ) throws(ThemeError) -> (OutputTree, [Diagnostic])

  /// The same files, with what pages left the last time.
  ///
  /// - Parameter memory: keys of files that it knows are there at once; what it doesn't know is made,
  ///   and left in it. An exporter that doesn't use it needn't have this.
  func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets, memory: PageMemory
  ) throws(ThemeError) -> (OutputTree, [Diagnostic])
}

extension Exporter {
  /// The files, made without a memory.
  public func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets, memory: PageMemory
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    try export(toolkit, theme: theme, assets: assets)
  }
}

/// Every output there is, in the order in which they are built and listed.
public let allExporters: [any Exporter] = [
  ToolkitExporter(),
  SiteExporter(),
  PackageExporter(.scorm12),
  PackageExporter(.scorm2004),
  PackageExporter(.cmi5),
  CartridgeExporter(),
  QTIExporter(),
]

extension Exporter {
  /// The name.
  public var folder: String { name }
  /// Yes.
  public func isWanted(by toolkit: Toolkit) -> Bool { true }
}
