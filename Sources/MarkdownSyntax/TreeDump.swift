internal import Diagnostics
internal import MarkupTree

extension MarkdownDocument {
  /// The tree as text, one node a line with its place, for golden tests.
  ///
  /// A line is indented two spaces per level and reads
  /// `kind marks "text" (line:column-line:column)`.
  public func dump() -> String {
    var lines: [String] = []
    if let frontMatter {
      lines.append("frontMatter (\(place(frontMatter.range)))")
      for entry in frontMatter.entries { dump(entry.value, key: entry.key, 1, &lines) }
    }
    var open: [Markup.NodeID] = []
    for (id, node) in markup.nodes.enumerated() {
      while let last = open.last, Int(markup.nodes[last].end) <= id { open.removeLast() }
      var line = String(repeating: "  ", count: open.count) + "\(node.kind)"
      line += details(of: node)
      if let alert = alerts[id] { line += " " + dump(alert) }
      if let attributes = attributes[id] { line += " " + dump(attributes) }
      lines.append(line + " (\(place(range(of: id))))")
      open.append(id)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(_ range: SourceRange) -> String {
    let lower = source.position(of: range.lower)
    let upper = source.position(of: range.upper)
    return "\(lower.line):\(lower.column)-\(upper.line):\(upper.column)"
  }

  private func details(of node: Markup.Node) -> String {
    var parts = ""
    switch node.kind {
    case .heading: parts += " \(node.level)"
    case .list:
      parts += node.flags.contains(.ordered) ? " from \(node.detail)" : ""
      parts += node.flags.contains(.parenthesis) ? " )" : ""
      parts += node.flags.contains(.tight) ? " tight" : ""
    case .item:
      if node.flags.contains(.task) { parts += node.flags.contains(.ticked) ? " [x]" : " [ ]" }
    case .codeBlock: parts += node.flags.contains(.fenced) ? " fenced" : ""
    case .tableCell: parts += " column \(node.detail)"
    case .footnoteDefinition: parts += " \(node.detail)"
    case .footnoteReference:
      let reference = markup.footnoteReferences[Int(node.detail)]
      parts += " \(reference.number).\(reference.occurrence)"
    case .document, .paragraph, .blockQuote, .htmlBlock, .thematicBreak, .table, .tableHeader,
      .tableRow, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
      .strikethrough, .link, .image:
      break
    }
    if !node.text.isEmpty { parts += " " + markup.string(node.text).debugDescription }
    let title = markup.title(of: node)
    if !title.isEmpty { parts += " " + markup.string(title).debugDescription }
    return parts
  }

  private func dump(_ alert: AlertMark) -> String {
    var text = "[!\(alert.word.text)]"
    if let title = alert.title { text += " \(title.text.debugDescription)(\(place(title.range)))" }
    if let attributes = alert.attributes { text += " " + dump(attributes) }
    return text
  }

  private func dump(_ attributes: Attributes) -> String {
    var parts = attributes.id.map { ["#\($0.text)"] } ?? []
    parts += attributes.classes.map { "." + $0.text }
    parts += attributes.pairs.map { "\($0.key.text)=\($0.value.text)" }
    return "{\(parts.joined(separator: " "))}(\(place(attributes.range)))"
  }

  /// Front matter is capped in depth, so this may call itself.
  private func dump(_ value: YAMLValue, key: Word?, _ depth: Int, _ lines: inout [String]) {
    var line = String(repeating: "  ", count: depth)
    line += key.map { "\($0.text): " } ?? "- "
    switch value {
    case .scalar(let word, let quoted):
      lines.append(
        "\(line)\(word.text.debugDescription)\(quoted ? " quoted" : "") (\(place(word.range)))")
    case .list(let items, let range):
      lines.append("\(line)list (\(place(range)))")
      for item in items { dump(item, key: nil, depth + 1, &lines) }
    case .map(let entries, let range):
      lines.append("\(line)map (\(place(range)))")
      for entry in entries { dump(entry.value, key: entry.key, depth + 1, &lines) }
    }
  }
}
