internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds blocks for people and includes at places where they would be read as ordinary text.
///
/// A facilitator's block in a list item or a plain quote would reach learners; so no block may stand
/// there. Blocks may stand at the top, inside other blocks, and in the steps of a session.
struct MisplacedBlocks {
  let outline: Outline
  let markup: Markup
  let stepMinutes: [Markup.NodeID: Int]

  /// One diagnostic for each.
  func find() -> [Diagnostic] {
    let path = outline.document.source.path
    let blocks = outline.document.alerts.sorted { $0.key < $1.key }.compactMap {
      node, alert -> Diagnostic? in
      guard let place = place(of: node) else { return nil }
      return Diagnostic(
        .misplaced, path: path, range: alert.word.range,
        "`[!\(alert.word.text)]` can't stand inside \(place): it would be shown as ordinary text.",
        help: "Put it behind, with a blank line before it and `>` at the start of its lines.")
    }
    return blocks + misplacedIncludes(path)
  }

  private func misplacedIncludes(_ path: String) -> [Diagnostic] {
    // Nearly no file takes others in; then no text is looked at.
    guard markup.bytes.withUnsafeBufferPointer({ $0.holds("{{include:") }) else { return [] }
    return markup.nodes.indices.compactMap { node -> Diagnostic? in
      guard markup.nodes[node].kind == .text, isInclude(node) else { return nil }
      let paragraph = Int(markup.nodes[node].parent)
      let isAlone =
        markup.nodes[paragraph].kind == .paragraph && Int(markup.nodes[paragraph].end) == node + 1
        && paragraph + 1 == node
      guard !isAlone || place(of: paragraph) != nil else { return nil }
      return Diagnostic(
        .misplaced, path: path, range: outline.document.range(of: node),
        "An include can't stand inside other text.",
        help: "Write it alone on a line, with blank lines around it.")
    }
  }

  /// What a node stands in that is read as ordinary text; nil when blocks may stand there.
  private func place(of node: Markup.NodeID) -> String? {
    var parent = Int(markup.nodes[node].parent)
    while parent > Markup.root {
      switch markup.nodes[parent].kind {
      case .blockQuote:
        if outline.document.alerts[parent] == nil { return "a plain quote" }
      case .item:
        if !isSteps(Int(markup.nodes[parent].parent)) { return "a list" }
      case .footnoteDefinition: return "a footnote"
      case .document, .list, .paragraph, .heading, .codeBlock, .htmlBlock, .thematicBreak, .table,
        .tableHeader, .tableRow, .tableCell, .text, .softBreak, .lineBreak, .code, .htmlInline,
        .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference:
        break
      }
      parent = Int(markup.nodes[parent].parent)
    }
    return nil
  }

  /// Whether a list is a plan of steps with times, whose items are composed block by block.
  private func isSteps(_ list: Markup.NodeID) -> Bool {
    markup.nodes[list].flags.contains(.ordered)
      && markup.children(of: list).contains { stepMinutes[$0] != nil }
  }

  private func isInclude(_ node: Markup.NodeID) -> Bool {
    let text = markup.utf8(markup.nodes[node].text)
    guard text.contains(UInt8(ascii: "{")) else { return false }
    return String(decoding: text, as: UTF8.self).trimmed.hasPrefix("{{include:")
  }
}
