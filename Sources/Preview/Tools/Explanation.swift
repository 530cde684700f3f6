import Diagnostics
import HTMLRendering
import MarkdownSyntax
import MarkupTree

/// The long explanation of a diagnostic: its entry of docs/diagnostics.md.
package struct Explanation {
  /// The entry as HTML.
  package let html: String

  /// Finds an entry; nil when there is none.
  package init?(_ code: String) {
    guard DiagnosticCode(rawValue: code) != nil else { return nil }
    var lines: [Substring] = []
    for line in PreviewAssets.explanations.split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("### \(code)") {
        lines = [line]
      } else if line.hasPrefix("## ") || line.hasPrefix("### ") {
        if !lines.isEmpty { break }
      } else if !lines.isEmpty {
        lines.append(line)
      }
    }
    guard !lines.isEmpty else { return nil }
    let text = lines.joined(separator: "\n") + "\n"
    let (document, _) = MarkdownParser.parse(SourceFile(path: "diagnostics.md", text: text))
    var bytes: [UInt8] = []
    MarkupWriter.write(
      document.markup, nodes: document.markup.nodes.indices, policy: ExplanationPolicy(),
      into: &bytes)
    html = String(decoding: bytes, as: UTF8.self)
  }
}

/// Plain Markdown, its heading as the page's, without links: they lead to files of the project.
private struct ExplanationPolicy: MarkupPolicy {
  func openHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    out += Array("<h1>".utf8)
  }
  func closeHeading(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {
    out += Array("</h1>".utf8)
  }
  func openLink(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {}
  func closeLink(_ id: Markup.NodeID, of markup: Markup, into out: inout [UInt8]) {}
}
