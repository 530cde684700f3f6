import Diagnostics
import Foundation
import MarkdownSyntax

/// Files of Tests/Fixtures; see its README.
enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// Whether to write what is found instead of comparing with it.
  static let records =
    ProcessInfo.processInfo.environment["AMPARO_RECORD_SNAPSHOTS"] == "1"

  /// The codes that reading Markdown and YAML reports.
  static let codes = [
    "AMP0102", "AMP0107", "AMP0201", "AMP0202", "AMP0203", "AMP0205", "AMP0206", "AMP0207",
    "AMP0301", "AMP0302", "AMP0306", "AMP0307", "AMP0401", "AMP0402", "AMP0405", "AMP0406",
    "AMP0407", "AMP0409", "AMP0411", "AMP0412",
  ]

  /// Names of the files in a folder with an ending, in order.
  static func names(in folder: String, ending: String) -> [String] {
    let path = self.folder.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  static func source(_ folder: String, _ name: String) throws -> SourceFile {
    let url = self.folder.appendingPathComponent(folder).appendingPathComponent(name)
    return SourceFile(path: name, bytes: Array(try Data(contentsOf: url)))
  }

  /// What stands in the file beside a fixture; nil when there is none.
  static func text(_ folder: String, _ name: String) -> String? {
    let url = self.folder.appendingPathComponent(folder).appendingPathComponent(name)
    return try? String(contentsOf: url, encoding: .utf8)
  }

  static func write(_ text: String, _ folder: String, _ name: String) throws {
    let url = self.folder.appendingPathComponent(folder).appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
  }
}

/// One line per diagnostic, as in `.expect` files.
func expectation(_ diagnostics: [Diagnostic], in source: SourceFile) -> String {
  diagnostics.map { diagnostic in
    var line = diagnostic.code.rawValue
    if let range = diagnostic.range {
      let lower = source.position(of: range.lower)
      let upper = source.position(of: range.upper)
      line += " \(lower.line):\(lower.column)-\(upper.line):\(upper.column)"
    } else {
      line += " -"
    }
    for fix in diagnostic.fixes { line += " fix \(fix.replacement.debugDescription)" }
    return line + "\n"
  }.joined()
}

/// A file with fixes put into it, from the last to the first; of two that overlap the later one.
func applying(_ fixes: [Diagnostic.Fix], to source: SourceFile) -> SourceFile {
  var bytes = source.bytes
  var limit = bytes.count + 1
  for fix in fixes.sorted(by: { $0.range > $1.range }) where fix.range.upper < limit {
    bytes.replaceSubrange(fix.range.lower..<fix.range.upper, with: Array(fix.replacement.utf8))
    limit = max(1, fix.range.lower)
  }
  return SourceFile(path: source.path, bytes: bytes)
}
