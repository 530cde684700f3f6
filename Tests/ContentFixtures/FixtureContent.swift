package import CourseCompiler
package import Foundation

/// A content folder written as one text file, with what the compiler should say about it.
///
/// `=== path` begins a file, `=== expect` the list of diagnostics: `AMP0601 path:line:column`.
/// Behind a path may stand `!unreadable`, `!symlink`, `!size=N`, `!none` (leave the file out) or
/// `!like=Content/…` (a copy of that file; lines `old => new` change it).
/// The lines from `=== repeat N` to `=== end` stand in the file N times, with the number for `{n}`.
/// A toolkit.yml is added when the fixture has none.
package struct FixtureContent: ContentSource {
  private struct File {
    var text = ""
    var kind = ContentEntry.Kind.file
    var size: Int?
    var isReadable = true
    /// Text of the file that this one is a changed copy of.
    var model: String?
  }

  /// Settings for English, and for Arabic where something is written in it.
  package static func toolkit(withArabic: Bool = true) -> String {
    """
    id: test
    title: Test
    version: "1"
    default-language: en
    languages: [\(withArabic ? "en, ar" : "en")]

    """
  }

  private var files: [String: File] = [:]
  /// Expected diagnostics, one a line, in file order.
  package private(set) var expected: [String] = []

  /// Reads a fixture.
  package init(_ text: String) {
    let lines = Self.repeated(text.split(separator: "\n", omittingEmptySubsequences: false))
    let hasArabic = lines.contains { $0.hasPrefix("=== ") && $0.contains("/ar.") }
    files["toolkit.yml"] = File(text: Self.toolkit(withArabic: hasArabic))
    var path = ""
    for line in lines {
      if line.hasPrefix("=== ") {
        path = begin(line.dropFirst(4))
      } else if path == "expect" {
        if !line.isEmpty { expected.append(String(line)) }
      } else if files[path]?.model != nil {
        change(path, String(line))
      } else {
        files[path]?.text += line + "\n"
      }
    }
    for (path, file) in files {
      if let model = file.model { files[path]?.text = model }
    }
    expected.sort()
  }

  /// Writes out what is to be repeated.
  private static func repeated(_ lines: [Substring]) -> [String] {
    var all: [String] = []
    var block: (count: Int, lines: [String])?
    for line in lines.map(String.init) {
      if line.hasPrefix("=== repeat ") {
        block = (Int(line.dropFirst(11)) ?? 0, [])
      } else if line == "=== end", let (count, lines) = block {
        for number in 0..<count {
          all += lines.map { $0.replacing("{n}", with: String(number + 1)) }
        }
        block = nil
      } else if block != nil {
        block?.lines.append(line)
      } else {
        all.append(line)
      }
    }
    return all
  }

  private mutating func begin(_ header: Substring) -> String {
    let parts = header.split(separator: " ").map(String.init)
    guard let path = parts.first, path != "expect" else { return "expect" }
    var file = File()
    for mark in parts.dropFirst() {
      switch mark {
      case "!unreadable": file.isReadable = false
      case "!symlink": file.kind = .symbolicLink
      case "!none":
        files[path] = nil
        return "left out"
      case _ where mark.hasPrefix("!like="):
        let source = repository.appending(path: String(mark.dropFirst("!like=".count)))
        file.model = (try? String(contentsOf: source, encoding: .utf8)) ?? ""
      default: file.size = Int(mark.dropFirst("!size=".count))
      }
    }
    files[path] = file
    return path
  }

  private mutating func change(_ path: String, _ line: String) {
    guard let arrow = line.range(of: " => "), let model = files[path]?.model else { return }
    files[path]?.model = model.replacing(
      line[..<arrow.lowerBound], with: line[arrow.upperBound...], maxReplacements: 1)
  }

  /// Puts another text in the place of a file's.
  package mutating func replace(_ path: String, by text: String) { files[path] = File(text: text) }

  package func entries() throws(ContentError) -> [ContentEntry] {
    files.map {
      ContentEntry(
        path: $0.key, kind: $0.value.kind, size: $0.value.size ?? $0.value.text.utf8.count)
    }
  }

  package func read(_ path: String) throws(ContentError) -> [UInt8] {
    guard let file = files[path], file.isReadable else {
      throw ContentError(path: path, reason: "Permission denied")
    }
    return Array(file.text.utf8)
  }
}

/// The folder of this repository.
package let repository = fixtures.deletingLastPathComponent().deletingLastPathComponent()

/// The folder Tests/Fixtures.
package let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent()
  .appending(path: "Fixtures")
