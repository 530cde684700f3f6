import Diagnostics
import Foundation
import Testing

/// Which repairs are made together, and how a file looks afterwards.
@Suite struct FixTests {
  private let source = SourceFile(path: "a.md", text: "0123456789\r\nabc\r\n")

  private func fixing(_ lower: Int, _ upper: Int, _ text: String) -> Diagnostic {
    Diagnostic(
      .unknownAlert, path: "a.md", "x",
      fixes: [.init("Write `\(text)`", range: SourceRange(lower, upper), replacement: text)])
  }

  private func result(_ diagnostics: [Diagnostic], quiet: [TextEdit] = []) -> String {
    var file = EditedFile(source)
    file.apply(FixSelection(diagnostics, quiet: quiet, in: source).edits)
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func `The first in file order wins, whatever order they are found in`() {
    let fixes = [fixing(3, 5, "c"), fixing(1, 4, "a"), fixing(4, 4, "b"), fixing(7, 8, "d")]
    #expect(result(fixes) == "0a456d89\r\nabc\r\n")
    #expect(result(fixes.reversed()) == "0a456d89\r\nabc\r\n")
  }

  @Test func `The same repair of two diagnostics is made once`() {
    #expect(result([fixing(2, 2, "+"), fixing(2, 2, "+")]) == "01+23456789\r\nabc\r\n")
  }

  @Test func `Characters put right quietly may touch each other but no repair`() {
    let quiet = [
      TextEdit(SourceRange(0, 1), ""), TextEdit(SourceRange(1, 2), " "),
      TextEdit(SourceRange(4, 5), "-"),
    ]
    #expect(result([fixing(3, 4, "x")], quiet: quiet) == " 2x456789\r\nabc\r\n")
    let selection = FixSelection([fixing(3, 4, "x")], quiet: quiet, in: source)
    #expect(selection.quietCount == 2)
    #expect(selection.summaries.map(\.summary) == ["Write `x`"])
  }

  @Test func `Line ends are those of the file, and nothing happens where nothing changes`() {
    #expect(result([fixing(12, 12, "> \n")]) == "0123456789\r\n> \r\nabc\r\n")
    #expect(result([fixing(12, 12, "a\r\nb\n")]) == "0123456789\r\na\r\nb\r\nabc\r\n")
    #expect(FixSelection([fixing(0, 1, "0")], quiet: [], in: source).edits.isEmpty)
    #expect(FixSelection([fixing(20, 30, "0")], quiet: [], in: source).edits.isEmpty)
  }

  @Test func `Rounds of changes add up`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var text = Array("The quick brown fox\njumps over\n\nthe lazy dog".utf8)
      var file = EditedFile(SourceFile(path: "a", bytes: text))
      for _ in 0..<4 {
        var edits: [TextEdit] = []
        var offset = 0
        while true {
          let lower = offset + Int.random(in: 0...9, using: &generator)
          let upper = lower + Int.random(in: 0...4, using: &generator)
          guard upper <= text.count else { break }
          edits.append(
            TextEdit(
              SourceRange(lower, upper),
              ["", "\n", "é", "ab\n"].randomElement(using: &generator) ?? ""))
          offset = upper
        }
        for edit in edits.reversed() {
          text.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
        }
        file.apply(edits)
        #expect(file.bytes == text)
      }
    }
  }
}

@Suite struct UnifiedDiffTests {
  private func diff(_ text: String, _ edits: [(Int, Int, String)], path: String = "a.md") -> String
  {
    var file = EditedFile(SourceFile(path: "a.md", text: text))
    file.apply(edits.map { TextEdit(SourceRange($0.0, $0.1), $0.2) })
    return UnifiedDiff.text(file, path: path)
  }

  private let lines = (1...20).map { "line \($0)\n" }.joined()

  @Test func `A changed line with three lines around it`() {
    #expect(
      diff(lines, [(35, 39, "LINE")], path: "a b.md") == """
        --- a/a b.md\t
        +++ b/a b.md\t
        @@ -3,7 +3,7 @@
         line 3
         line 4
         line 5
        -line 6
        +LINE 6
         line 7
         line 8
         line 9

        """)
  }

  @Test func `Nothing for no change`() {
    #expect(diff(lines, []) == "")
    #expect(diff(lines, [(0, 4, "line")]) == "")
  }

  @Test func `An inserted line, and a file without a last line end`() {
    #expect(
      diff("a\nb", [(2, 2, "x\n")]) == """
        --- a/a.md
        +++ b/a.md
        @@ -1,2 +1,3 @@
         a
        +x
         b
        \\ No newline at end of file

        """)
    #expect(
      diff("a\nb", [(3, 3, "c")]) == """
        --- a/a.md
        +++ b/a.md
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +bc
        \\ No newline at end of file

        """)
    #expect(diff("", [(0, 0, "a\n")]) == "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1 @@\n+a\n")
  }

  /// `patch` makes of the old text and the difference what the edits make.
  @Test func `patch agrees`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "amparo-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var generator = SystemRandomNumberGenerator()
    for round in 0..<40 {
      let old = lines + ["", "last", "\n"][round % 3]
      var file = EditedFile(SourceFile(path: "a.md", text: old))
      var edits: [TextEdit] = []
      var offset = 0
      while true {
        let lower = offset + Int.random(in: 0...40, using: &generator)
        let upper = lower + Int.random(in: 0...12, using: &generator)
        guard upper <= old.utf8.count else { break }
        edits.append(TextEdit(SourceRange(lower, upper), ["", "\n", "x\ny", "z"][upper % 4]))
        offset = upper
      }
      file.apply(edits)
      let target = folder.appending(path: "a.md")
      try Data(old.utf8).write(to: target)
      try Data(UnifiedDiff.text(file, path: "a.md").utf8)
        .write(to: folder.appending(path: "diff"))
      guard file.bytes != Array(old.utf8) else { continue }
      let patch = Process()
      patch.executableURL = URL(filePath: "/usr/bin/env")
      patch.arguments = ["git", "apply", "--whitespace=nowarn", "-p1", "diff"]
      patch.currentDirectoryURL = folder
      try patch.run()
      patch.waitUntilExit()
      #expect(patch.terminationStatus == 0)
      #expect(Array(try Data(contentsOf: target)) == file.bytes)
    }
  }
}
