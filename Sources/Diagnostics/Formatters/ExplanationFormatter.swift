/// Writes explanations for a terminal.
public struct ExplanationFormatter: Sendable {
  /// Columns of the terminal; nil wraps nothing.
  public let width: Int?

  /// Creates a formatter; a width below 40 columns counts as 40.
  public init(width: Int?) {
    self.width = width.map { max(40, $0) }
  }

  /// One explanation: title, reason, repair, example.
  public func format(_ explanation: Explanation) -> String {
    let example = explanation.example.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    return """
      \(explanation.code.rawValue) (\(explanation.severity.rawValue)): \(explanation.title)

      \(part("Why", explanation.why))
      \(part("Mend", explanation.mend))
      Example

      \(example)
      """
  }

  /// All codes with their titles, under the titles of their groups.
  public func list(_ explanations: [Explanation]) -> String {
    var text = ""
    var group: String?
    for explanation in explanations {
      if explanation.group != group {
        text += "\(group == nil ? "" : "\n")\(explanation.group)\n"
        group = explanation.group
      }
      let severity = explanation.severity == .error ? "" : " (\(explanation.severity.rawValue))"
      text += "  \(explanation.code.rawValue)  \(Self.plain(explanation.title))\(severity)\n"
    }
    return text
  }

  private func part(_ label: String, _ text: String) -> String {
    let indent = String(repeating: " ", count: 7)
    let lines = TextWrap.lines(Self.plain(text), width: width, first: 7, indent: indent)
    return label + indent.dropFirst(label.count) + lines.joined(separator: "\n") + "\n"
  }

  /// Markdown as a terminal shows it: links as their words, emphasis without its stars.
  static func plain(_ markdown: String) -> String {
    markdown
      .replacing(/\[([^\]\[]*)\]\([^()\s]*\)/) { $0.output.1 }
      .replacing(/\*([A-Za-z][^*]*)\*/) { $0.output.1 }
  }
}
