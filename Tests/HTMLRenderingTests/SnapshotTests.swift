import CourseModel
import Foundation
import HTMLRendering
import SampleToolkit
import Testing

/// The sample's pages in a bare theme, so that a change of looks changes no snapshot.
///
/// `AMPARO_RECORD_SNAPSHOTS=1 swift test --filter snapshot` writes them anew; read the difference.
struct SnapshotTests {
  static let folder = Samples.root.appending(path: "Tests/HTMLRenderingTests/Snapshots")
  static let recording =
    ProcessInfo.processInfo.environment["AMPARO_RECORD_SNAPSHOTS"] != nil

  static func bareTheme() throws -> Theme {
    let parts = "{{language}} {{direction}} {{{windowTitle}}}\n{{{policy}}}\n"
    let page =
      "\(parts){{{headScript}}}{{{styles}}}\n{{{contents}}}\n{{{main}}}\n{{{data}}}{{{scripts}}}\n"
    return try Theme(files: [
      .init(name: "frame.mustache", text: ""), .init(name: "dialogs.mustache", text: ""),
      .init(name: "shell.mustache", text: page),
      .init(name: "site.mustache", text: page),
      .init(name: "package.mustache", text: page + "{{standard}}"),
      .init(name: "index.mustache", text: "\(parts){{{styles}}}{{{choices}}}\n"),
      .init(name: "10-tokens.css", text: "b{}"),
    ])
  }

  static func files() throws -> [(path: String, bytes: [UInt8])] {
    let toolkit = SampleToolkit.toolkit()
    let pages = ToolkitPages(
      toolkit: toolkit, theme: try bareTheme(),
      assets: try PageAssets(
        scripts: [("10-b.js", "b()"), ("00-a.js", "a()")], engine: "AGFzbQ=="))
    var files = [("index.html", try pages.index()), ("site/index.html", try pages.siteIndex())]
    for edition in toolkit.editions {
      files.append(("\(edition.language.tag).html", try pages.page(for: edition)))
      files += try pages.site(for: edition).map { ("site/\($0.path)", $0.bytes) }
    }
    return files + pages.siteAssets().map { ("site/\($0.path)", $0.bytes) }
  }

  @Test func snapshotsOfAllPages() throws {
    let files = try Self.files()
    let known = ["index.html", "en.html", "ar.html"]
    for file in files
    where known.contains(file.path) || file.path.hasPrefix("site/en/m01")
      || file.path.hasPrefix("site/ar/t1") || file.path.hasPrefix("site/assets/")
    {
      let url = Self.folder.appending(
        path: file.path.replacingOccurrences(of: "/", with: "_"))
      if Self.recording {
        try Data(file.bytes).write(to: url)
        continue
      }
      let expected = try? Data(contentsOf: url)
      #expect(
        expected == Data(file.bytes),
        "\(file.path) differs from its snapshot at \(Self.difference(expected, file.bytes))")
    }
  }

  private static func difference(_ expected: Data?, _ actual: [UInt8]) -> String {
    guard let expected else { return "the start: there is none" }
    let old = String(decoding: expected, as: UTF8.self).split(separator: "\n")
    let new = String(decoding: actual, as: UTF8.self).split(separator: "\n")
    let line =
      zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    return "line \(line + 1): \(new.indices.contains(line) ? String(new[line].prefix(300)) : "end")"
  }

  @Test func sameInputGivesSameBytes() throws {
    let first = try Self.files()
    let second = try Self.files()
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.bytes) == second.map(\.bytes))
    #expect(Set(first.map(\.path)).count == first.count)
  }
}
