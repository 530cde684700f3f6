internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds blocks that care for the reader but show no way out: no link to skip to, and nobody to
/// talk to.
///
/// Harm from training content is prevented by choice and support (IASC, Guidelines on Mental Health
/// and Psychosocial Support, 2007, action sheet 4.4; WHO, Ethical and safety recommendations, 2007).
enum SafeguardBlocks: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    let alerts = file.source.document.alerts
    guard !alerts.isEmpty else { return [] }
    return alerts.keys.sorted().compactMap { node in
      guard let mark = alerts[node], mark.word.text == "SAFEGUARD",
        !file.markup.subtree(node).contains(where: { leadsOn($0, in: file.markup) })
      else { return nil }
      return file.problem(
        .safeguardWithoutWayOut, mark.word.range,
        "This block says that something hard follows, but offers no way round and no support.",
        help: "Add a link to where a reader can go on, `[the close](#close)`, or a contact of the "
          + "place, `{{staff-support}}`.")
    }
  }

  /// Whether a node is a link or a slot.
  private static func leadsOn(_ node: Markup.NodeID, in markup: Markup) -> Bool {
    switch markup.nodes[node].kind {
    case .link: true
    case .text: !SlotScanner.slots(in: markup.utf8(markup.nodes[node].text)).isEmpty
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
      .thematicBreak, .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .softBreak,
      .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .image,
      .footnoteReference:
      false
    }
  }
}
