public import CourseModel
public import Diagnostics
public import HTMLRendering

/// Many small pages per language, for a web server.
public struct SiteExporter: Exporter {
  /// Creates the exporter.
  public init() {}

  /// The word after `--target`.
  public var name: String { "site" }
  /// What it makes.
  public var summary: String { "many small pages for a web server" }

  /// `index.html`, the pages of every language, what they share, and `engine.blob`.
  public func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    try export(ToolkitPages(toolkit: toolkit, theme: theme, assets: assets), toolkit)
  }

  /// The same, with what pages left the last time.
  public func export(
    _ toolkit: Toolkit, theme: Theme, assets: PageAssets, memory: PageMemory
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    let (tree, diagnostics) = try export(
      ToolkitPages(toolkit: toolkit, theme: theme, assets: assets, memory: memory), toolkit)
    memory.forget(
      except: toolkit, paths: Set(tree.files.map { String($0.path.text.dropFirst(name.count + 1)) })
    )
    return (tree, diagnostics)
  }

  private func export(
    _ pages: ToolkitPages, _ toolkit: Toolkit
  ) throws(ThemeError) -> (OutputTree, [Diagnostic]) {
    var files = OutputFiles(folder: name)
    let whole = pages.key("site")
    files.add("index.html", sources: [], key: { whole }) { try pages.siteIndex() }
    for edition in toolkit.editions {
      let all = edition.fileIDs
      for file in try pages.site(for: edition) {
        files.add(
          file.path, sources: Self.sources(of: file, all), isLast: file.isLast, key: { file.key }
        ) { file.bytes }
      }
    }
    for file in pages.siteAssets() {
      files.add(file.path, sources: [], key: { whole }) { file.bytes }
    }
    files.add("engine.blob", sources: toolkit.fileIDs, key: { whole }) { toolkit.engine }
    return files.finish()
  }

  /// Ids of the modules and trees that a file comes from.
  private static func sources(of file: SiteFile, _ all: [String]) -> [String] {
    switch file.origin {
    case .none: []
    case .file(let id): [id.text]
    case .files(let ids): ids.map(\.text)
    case .edition: all
    }
  }
}
