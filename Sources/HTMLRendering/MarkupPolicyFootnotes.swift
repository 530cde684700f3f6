package import MarkupTree

// Footnotes as cmark-gfm writes them.
extension MarkupPolicy {
  /// `<sup><a>` with the footnote's number.
  package func footnoteReference(
    _ id: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer
  ) {
    let node = markup.nodes[id]
    let reference = markup.footnoteReferences[Int(node.detail)]
    MarkupBytes.put("<sup class=\"footnote-ref\"><a href=\"#fn-", &out)
    MarkupBytes.escapeAddress(markup.utf8(node.text), into: &out)
    MarkupBytes.put("\" id=\"fnref-", &out)
    MarkupBytes.escapeAddress(markup.utf8(node.text), into: &out)
    if reference.occurrence > 1 {
      out.append(UInt8(ascii: "-"))
      MarkupBytes.decimal(reference.occurrence, into: &out)
    }
    MarkupBytes.put("\" data-footnote-ref>", &out)
    MarkupBytes.decimal(reference.number, into: &out)
    MarkupBytes.put("</a></sup>", &out)
  }

  /// `<section><ol>`.
  package func openFootnotes(into out: inout ByteBuffer) {
    MarkupBytes.put("<section class=\"footnotes\" data-footnotes>\n<ol>\n", &out)
  }

  /// `</ol></section>`.
  package func closeFootnotes(into out: inout ByteBuffer) {
    MarkupBytes.put("</ol>\n</section>\n", &out)
  }

  /// `<li id>`.
  package func openFootnote(
    _ definition: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer
  ) {
    MarkupBytes.put("<li id=\"fn-", &out)
    MarkupBytes.escapeAddress(markup.utf8(markup.nodes[definition].text), into: &out)
    MarkupBytes.put("\">\n", &out)
  }

  /// One arrow for each reference.
  package func footnoteReturn(
    _ definition: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer
  ) {
    let node = markup.nodes[definition]
    let index = Int(node.detail) - 1
    let count =
      markup.footnotes.indices.contains(index) ? markup.footnotes[index].referenceCount : 1
    for occurrence in 1...max(1, count) {
      if occurrence > 1 { out.append(UInt8(ascii: " ")) }
      MarkupBytes.put("<a href=\"#fnref-", &out)
      MarkupBytes.escapeAddress(markup.utf8(node.text), into: &out)
      if occurrence > 1 {
        out.append(UInt8(ascii: "-"))
        MarkupBytes.decimal(occurrence, into: &out)
      }
      MarkupBytes.put(
        "\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩",
        &out)
      if occurrence > 1 {
        MarkupBytes.put("<sup class=\"footnote-ref\">", &out)
        MarkupBytes.decimal(occurrence, into: &out)
        MarkupBytes.put("</sup>", &out)
      }
      MarkupBytes.put("</a>", &out)
    }
  }

  /// `</li>`.
  package func closeFootnote(
    _ definition: Markup.NodeID, of markup: Markup, into out: inout ByteBuffer
  ) {
    MarkupBytes.put("</li>\n", &out)
  }
}
