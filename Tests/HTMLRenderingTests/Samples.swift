import CourseModel
import Foundation
import HTMLRendering
import SampleToolkit
import Testing

/// Pages of the sample toolkit in the repository's own theme.
enum Samples {
  /// The repository's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Text files of a folder, by name.
  static func files(in folder: String, _ endings: [String]) throws -> [(name: String, text: String)]
  {
    let url = root.appending(path: folder)
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
      .filter { name in endings.contains { name.hasSuffix($0) } }
      .map { ($0, try String(contentsOf: url.appending(path: $0), encoding: .utf8)) }
  }

  /// The default theme as it stands in the repository.
  static func theme() throws -> Theme { try Theme(files: themeFiles("default")) }

  /// The files of a theme of the repository.
  static func themeFiles(_ name: String) throws -> [Theme.File] {
    try files(in: "Themes/\(name)", [".css", ".mustache"]).map {
      Theme.File(name: $0.name, text: $0.text)
    }
  }

  /// The sample's pages, without scripts unless some are given.
  static func pages(
    _ toolkit: Toolkit = SampleToolkit.toolkit(), scripts: [(name: String, text: String)] = [],
    engine: String = ""
  ) throws -> ToolkitPages {
    ToolkitPages(
      toolkit: toolkit, theme: try theme(),
      assets: try PageAssets(scripts: scripts, engine: engine))
  }

  /// A page as text.
  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// Writes the sample's pages to the folder that `AMPARO_SAMPLE_DIR` names, to be looked at.
@Test(.enabled(if: ProcessInfo.processInfo.environment["AMPARO_SAMPLE_DIR"] != nil))
func writeSamplePages() throws {
  let folder = URL(filePath: ProcessInfo.processInfo.environment["AMPARO_SAMPLE_DIR"] ?? "")
  let scripts =
    ProcessInfo.processInfo.environment["AMPARO_SAMPLE_SCRIPTS"] == nil
    ? [] : try Samples.files(in: "Sources/LearnerRuntime/Scripts", [".js"])
  let pages = try Samples.pages(scripts: scripts)
  var files: [(path: String, bytes: [UInt8])] = [("index.html", try pages.index())]
  for edition in SampleToolkit.toolkit().editions {
    files.append(("\(edition.language.tag).html", try pages.page(for: edition)))
    files += try pages.site(for: edition).map { ("site/\($0.path)", $0.bytes) }
  }
  files += pages.siteAssets().map { ("site/\($0.path)", $0.bytes) }
  files.append(("site/index.html", try pages.siteIndex()))
  for file in files {
    let url = folder.appending(path: file.path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.bytes).write(to: url)
  }
}
