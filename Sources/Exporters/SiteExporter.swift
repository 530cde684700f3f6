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
    let pages = ToolkitPages(toolkit: toolkit, theme: theme, assets: assets)
    var files = OutputFiles(folder: name)
    files.add("index.html", sources: []) { try pages.siteIndex() }
    for edition in toolkit.editions {
      for (path, bytes) in try pages.site(for: edition) {
        files.add(path, sources: Self.sources(of: path, in: edition)) { bytes }
      }
    }
    for (path, bytes) in pages.siteAssets() {
      files.add(path, sources: []) { bytes }
    }
    files.add("engine.blob", sources: toolkit.fileIDs) { toolkit.engine }
    return files.finish()
  }

  /// Which files a page comes from: `en/m08-s-risk.html` from `m08`, a page that belongs to no
  /// single one (contents, glossary, search) from all of them, styles and scripts from none.
  static func sources(of path: String, in edition: Edition) -> [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let stem = name.withoutSuffix(".html") {
      let owners = edition.fileIDs.filter { stem == $0 || stem.hasPrefix($0 + "-") }
      // Of `m1` and `m1-camp`, both of which begin `m1-camp-s2`, the longer one is meant.
      guard let owner = owners.max(by: { $0.utf8.count < $1.utf8.count }) else {
        return edition.fileIDs
      }
      return [owner]
    }
    let tag = edition.language.tag
    return ["course-\(tag).js", "search-\(tag).js"].contains(name) ? edition.fileIDs : []
  }
}

extension String {
  fileprivate func withoutSuffix(_ suffix: String) -> String? {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
  }
}
