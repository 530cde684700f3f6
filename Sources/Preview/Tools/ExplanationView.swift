import DiagnosticTexts
import Diagnostics

/// The long explanation of a code as HTML.
package struct ExplanationView {
  /// What stands in the page.
  package let html: String

  /// Finds the explanation of a code; nil when there is no such code.
  package init?(_ code: String) {
    guard let code = DiagnosticCode(rawValue: code),
      let text = DiagnosticTexts.explanation(of: code)
    else { return nil }
    html = """
      <h1>\(code.rawValue): \(Self.line(text.title))</h1>
      <p><strong>Why</strong> \(Self.line(text.why))</p>
      <p><strong>Mend</strong> \(Self.line(text.mend))</p>
      <pre><code>\(ToolPage.escaped(text.example))</code></pre>
      """
  }

  /// A line of Markdown: code in backticks; links as their words, since they lead to files of the
  /// project.
  package static func line(_ markdown: String) -> String {
    var html = ""
    for (number, part) in markdown.split(separator: "`", omittingEmptySubsequences: false)
      .enumerated()
    {
      html +=
        number.isMultiple(of: 2)
        ? ToolPage.escaped(withoutLinks(part)) : "<code>\(ToolPage.escaped(String(part)))</code>"
    }
    return html
  }

  private static func withoutLinks(_ text: Substring) -> String {
    var rest = text
    var words = ""
    while let middle = rest.firstRange(of: "]("),
      let open = rest[..<middle.lowerBound].lastIndex(of: "["),
      let close = rest[middle.upperBound...].firstIndex(of: ")")
    {
      words += rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    return words + rest
  }
}
