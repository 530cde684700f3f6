public import Diagnostics
internal import MarkupTree

/// Markdown as trainers type it, read into documents.
public enum MarkdownParser {
  /// Reads one file.
  ///
  /// Never fails: what can't be read gives diagnostics and a document that holds what could.
  public static func parse(_ source: SourceFile) -> (MarkdownDocument, [Diagnostic]) {
    let text = NormalisedText(source.bytes, from: 0, edits: [])
    let tree = text.bytes.withUnsafeBufferPointer {
      TreeReader($0, lineStarts: text.lineStarts, correctsTicks: true)
    }
    return (MarkdownDocument(source: source, markup: tree.markup), [])
  }
}
