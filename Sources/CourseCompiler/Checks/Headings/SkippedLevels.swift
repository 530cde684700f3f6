internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds headings that lie more than one level below the heading they belong to.
///
/// Those who listen to a page or read its contents take the gap for a part that is missing. A
/// translation takes its levels from the original.
enum SkippedLevels: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard file.written.isOriginal, file.written.role != .glossary else { return [] }
    var open: [(typed: Int, wanted: Int)] = []
    var findings: [Diagnostic] = []
    for node in file.nodes.headings where file.markup.nodes[node].parent == Int32(Markup.root) {
      // A first-level heading is a slip for the second, and said elsewhere.
      let level = max(2, Int(file.markup.nodes[node].level))
      while let last = open.last, last.typed >= level { open.removeLast() }
      let wanted = open.last.map { $0.wanted + 1 } ?? level
      if wanted != level, let above = open.last {
        findings.append(problem(file, node, level: level, wanted: wanted, above: above.typed))
      }
      open.append((level, wanted))
    }
    return findings
  }

  private static func problem(
    _ file: CheckedFile, _ node: Markup.NodeID, level: Int, wanted: Int, above: Int
  ) -> Diagnostic {
    let start = file.range(of: node).lower
    let hashes = SourceRange(start, start + level)
    let isTyped =
      hashes.upper <= file.bytes.count
      && file.bytes[hashes.lower..<hashes.upper].allSatisfy { $0 == UInt8(ascii: "#") }
    let mark = String(repeating: "#", count: wanted)
    let gap = level - above > 1
    return file.problem(
      .skippedLevel, isTyped ? hashes : file.range(of: node),
      gap
        ? "This heading has level \(level), but the one it belongs to has level \(above)."
        : "This heading moves up together with the one it belongs to.",
      help: "Write `\(mark)`. People who listen to the page would look for the missing level.",
      fixes: isTyped
        ? [Diagnostic.Fix("Write `\(mark)`", range: hashes, replacement: mark)] : [])
  }
}
