internal import Diagnostics
internal import MarkupTree

/// Finds rows of tables that have more or fewer cells than the head, and text that a table swallows.
///
/// Markdown drops surplus cells without a word, and takes every line behind a table for a row.
enum TableRows: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.nodes.tables.flatMap { table in findings(in: file, table: table) }
  }

  private static func findings(in file: CheckedFile, table: Markup.NodeID) -> [Diagnostic] {
    let rows = Array(file.markup.children(of: table))
    guard let head = rows.first else { return [] }
    let columns = Array(file.markup.children(of: head)).count
    var findings: [Diagnostic] = []
    for (index, row) in rows.enumerated().dropFirst() {
      let cells = cells(of: file.range(of: row), in: file.bytes)
      if cells.count == 1, !hasPipe(file, row) {
        let isLast = rows[index...].allSatisfy { !hasPipe(file, $0) }
        findings.append(swallowed(file, row, isLast: isLast))
        break
      }
      let surplus = cells.dropFirst(columns).filter { !$0.isEmpty }
      if let first = surplus.first, let last = surplus.last {
        findings.append(
          file.problem(
            .tableRowTooLong, SourceRange(first.lowerBound, last.upperBound),
            "This row has \(cells.count) cells and the table \(columns) columns, so learners would "
              + "not get this.",
            help: "Add a column to the first two rows, or take a `|` out. A `|` that is meant as "
              + "text is written `\\|`.",
            notes: [.init("The head of the table.", path: file.path, range: file.range(of: head))]
          ))
      } else if cells.count < columns {
        findings.append(
          file.problem(
            .tableRowTooShort, file.range(of: row),
            "This row has \(cells.count) of \(columns) cells; the last ones stay empty.",
            help: "Write the missing cells. A cell that is empty on purpose is written `| |`.",
            notes: [.init("The head of the table.", path: file.path, range: file.range(of: head))]
          ))
      }
    }
    return findings
  }

  private static func swallowed(
    _ file: CheckedFile, _ row: Markup.NodeID, isLast: Bool
  ) -> Diagnostic {
    let range = file.range(of: row)
    let start = file.lineStart(range.lower)
    let isPlain = file.bytes[start..<range.lower].allSatisfy { $0 <= 32 }
    return file.problem(
      .tableSwallowsLine, range,
      "This line stands right under a table, so it becomes a row of it.",
      help: "Leave an empty line behind the table.",
      fixes: isPlain && isLast
        ? [
          Diagnostic.Fix(
            "Put an empty line before it", range: SourceRange(start, start), replacement: "\n")
        ] : [])
  }

  private static func hasPipe(_ file: CheckedFile, _ row: Markup.NodeID) -> Bool {
    let range = file.range(of: row)
    return file.bytes[range.lower..<range.upper].contains(UInt8(ascii: "|"))
  }

  /// The cells of a row as cmark-gfm cuts them: at each `|` without `\` before it.
  private static func cells(of row: SourceRange, in bytes: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var offset = row.lower
    if offset < row.upper, bytes[offset] == UInt8(ascii: "|") { offset += 1 }
    while offset < row.upper {
      var pipe = offset
      while pipe < row.upper,
        bytes[pipe] != UInt8(ascii: "|")
          || (pipe > offset && bytes[pipe - 1] == UInt8(ascii: "\\"))
      {
        pipe += 1
      }
      cells.append((offset..<pipe).trimmed(in: bytes))
      offset = pipe + 1
    }
    return cells
  }
}
