internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds emergencies that don't say whom to call.
enum EmergencyContacts: TreeCheck {
  static func findings(in tree: CheckedTree) -> [Diagnostic] {
    guard tree.nodes.contains(where: { $0.kind == .emergency }) else { return [] }
    let previous = tree.previous
    let named = tree.nodes.indices.map { namesContact($0, in: tree) }
    return tree.nodes.indices.compactMap { index in
      // The step right before may have named the contact already.
      guard tree.nodes[index].kind == .emergency, !named[index],
        previous[index].isEmpty || !previous[index].allSatisfy({ named[$0] })
      else { return nil }
      return tree.problem(
        .emergencyWithoutContact, index, "This emergency doesn't say whom to call.",
        help: "Name the contact of the place: `Call {{emergency-contact}}.`")
    }
  }

  /// Whether a node's text as written holds a slot, a number or a link to call or write to.
  private static func namesContact(_ index: Int, in tree: CheckedTree) -> Bool {
    guard let heading = tree.heading(of: index) else { return true }
    let markup = tree.file.original.document.markup
    return ([heading.node] + heading.blocks).contains { block in
      markup.nodes[markup.subtree(block)].contains { node in
        switch node.kind {
        case .text:
          let text = markup.string(node.text)
          return text.contains("{{") || text.count(where: \.isNumber) >= 3
        case .link:
          let address = markup.string(node.text)
          return ["tel:", "mailto:"].contains { address.hasPrefix($0) }
        case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
          .thematicBreak, .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition,
          .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .image,
          .footnoteReference:
          return false
        }
      }
    }
  }
}
