internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds numbered lists that begin again by accident, or go on where they were meant to begin again.
enum ListNumbers: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    let lists = file.nodes.lists.filter { file.markup.nodes[$0].flags.contains(.ordered) }
    return restarts(lists, in: file) + lists.flatMap { runsBack($0, in: file) }
  }

  /// Lists of one item each, all numbered 1, with text between them: the text was meant to belong to
  /// the item above it.
  private static func restarts(_ lists: [Markup.NodeID], in file: CheckedFile) -> [Diagnostic] {
    var last: [Int32: (list: Markup.NodeID, number: Int)] = [:]
    var findings: [Diagnostic] = []
    for list in lists {
      let node = file.markup.nodes[list]
      let items = Array(file.markup.children(of: list))
      defer { if items.count != 1 || node.detail != 1 { last[node.parent] = nil } }
      guard items.count == 1, node.detail == 1 else { continue }
      guard let earlier = last[node.parent], isOneText(from: earlier.list, to: list, in: file)
      else {
        last[node.parent] = (list, 1)
        continue
      }
      let number = earlier.number + 1
      last[node.parent] = (list, number)
      findings.append(restart(list, number: number, after: earlier.list, in: file))
    }
    return findings
  }

  private static func restart(
    _ list: Markup.NodeID, number: Int, after earlier: Markup.NodeID, in file: CheckedFile
  ) -> Diagnostic {
    let start = file.range(of: list).lower
    let marker = SourceRange(start, start + 1)
    let isTyped = start < file.bytes.count && file.bytes[start] == UInt8(ascii: "1")
    return file.problem(
      .listRestarts, marker, "The numbers begin again here, since text stands between the items.",
      help: "Write `\(number)`, or indent the text so that it belongs to the item above it.",
      notes: [
        .init("The item before.", path: file.path, range: file.range(of: earlier))
      ],
      fixes: isTyped
        ? [Diagnostic.Fix("Write `\(number)`", range: marker, replacement: "\(number)")] : [])
  }

  /// Whether only paragraphs and the like stand between two lists.
  private static func isOneText(
    from first: Markup.NodeID, to second: Markup.NodeID, in file: CheckedFile
  ) -> Bool {
    var node = Int(file.markup.nodes[first].end)
    guard node < second else { return false }
    while node < second {
      switch file.markup.nodes[node].kind {
      case .paragraph, .codeBlock, .table: break
      case .blockQuote: if file.source.document.alerts[node] != nil { return false }
      case .document, .heading, .list, .item, .htmlBlock, .thematicBreak, .tableHeader, .tableRow,
        .tableCell, .footnoteDefinition, .text, .softBreak, .lineBreak, .code, .htmlInline,
        .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference:
        return false
      }
      node = Int(file.markup.nodes[node].end)
    }
    return true
  }

  /// `1. 2. 3. 1. 2.` without anything between them: pages show 1 to 5.
  private static func runsBack(_ list: Markup.NodeID, in file: CheckedFile) -> [Diagnostic] {
    var before = 0
    var position = Int(file.markup.nodes[list].detail)
    var findings: [Diagnostic] = []
    for item in file.markup.children(of: list) {
      let start = file.range(of: item).lower
      let digits = file.bytes[min(start, file.bytes.count)...].prefix(9)
        .prefix { (48...57).contains($0) }
      let typed = Int(String(decoding: digits, as: UTF8.self)) ?? 0
      if typed == 1, before > 1 {
        findings.append(
          file.problem(
            .numbersRunBack, SourceRange(start, start + digits.count),
            "The numbers begin again here, but pages would show \(position): it is still the same "
              + "list.",
            help: "Put a sentence or a heading between two lists."))
      }
      before = typed
      position += 1
    }
    return findings
  }
}
