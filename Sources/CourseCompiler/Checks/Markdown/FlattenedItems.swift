internal import Diagnostics
internal import MarkupTree

/// Finds items that are indented, but not far enough to belong to the item above them.
enum FlattenedItems: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.nodes.lists.flatMap { list in
      inOneList(list, in: file) + afterNumbers(list, in: file)
    }
  }

  /// `- a`, then ` - b` with one space: both stand side by side.
  private static func inOneList(_ list: Markup.NodeID, in file: CheckedFile) -> [Diagnostic] {
    // Numbers are often aligned at their ends: ` 9.` above `10.`.
    guard !file.markup.nodes[list].flags.contains(.ordered) else { return [] }
    var items = file.markup.children(of: list)
    guard let first = items.next().flatMap({ column(of: $0, in: file) }) else { return [] }
    return items.compactMap { item in
      guard let column = column(of: item, in: file), column > first else { return nil }
      let start = file.range(of: item).lower
      return file.problem(
        .itemNotNested, SourceRange(start, start + 1),
        "This item is indented, but it stands beside the one above it, and not under it.",
        help: "Indent it by \(first + 2) spaces to put it under the item above, or by "
          + "\(first) to put it beside.")
    }
  }

  /// `1. a`, then `  - b` with two spaces: a list of its own, which also cuts the numbers in two.
  private static func afterNumbers(_ list: Markup.NodeID, in file: CheckedFile) -> [Diagnostic] {
    let next = Int(file.markup.nodes[list].end)
    guard file.markup.nodes[list].flags.contains(.ordered), next < file.markup.nodes.count,
      file.markup.nodes[next].kind == .list, !file.markup.nodes[next].flags.contains(.ordered),
      file.markup.nodes[next].parent == file.markup.nodes[list].parent,
      let last = Array(file.markup.children(of: list)).last, last + 1 < next,
      let outer = column(of: last, in: file), let inner = column(of: next, in: file),
      let content = column(of: last + 1, in: file), inner > outer, inner < content
    else { return [] }
    let range = file.range(of: next)
    return [
      file.problem(
        .itemNotNested, SourceRange(range.lower, range.lower + 1),
        "This list is indented, but not far enough to belong to the item above it.",
        help: "Indent it by \(content) spaces, as far as the text of that item.",
        fixes: [indent(range, by: content - inner, in: file)])
    ]
  }

  /// Moves the lines of a list to the right.
  private static func indent(
    _ range: SourceRange, by spaces: Int, in file: CheckedFile
  ) -> Diagnostic.Fix {
    let gap = [UInt8](repeating: 32, count: spaces)
    let start = file.lineStart(range.lower)
    var bytes = gap
    for (offset, byte) in file.bytes[start..<range.upper].enumerated() {
      bytes.append(byte)
      let following = start + offset + 1
      if byte == UInt8(ascii: "\n"), following < range.upper,
        file.bytes[following] != UInt8(ascii: "\n")
      {
        bytes += gap
      }
    }
    return Diagnostic.Fix(
      "Indent it", range: SourceRange(start, range.upper),
      replacement: String(decoding: bytes, as: UTF8.self))
  }

  /// How many spaces stand before a block on its line; nil when other signs do, such as `>`.
  private static func column(of node: Markup.NodeID, in file: CheckedFile) -> Int? {
    let offset = file.range(of: node).lower
    let start = file.lineStart(offset)
    let before = file.bytes[start..<offset]
    // The text of an item stands behind its marker.
    let marker = before.drop { $0 == 32 }
    let isMarker = marker.allSatisfy { (48...57).contains($0) || ".) ".utf8.contains($0) }
    return marker.isEmpty || isMarker ? before.count : nil
  }
}
