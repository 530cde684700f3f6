internal import CCMarkGFM
package import MarkupTree

/// cmark's reading of a text, as an arena with offsets into that text.
package struct TreeReader {
  /// The arena.
  package let markup: Markup
  /// Levels of nesting at the deepest place.
  let deepest: Int
  /// Line of the text with the deepest place, from 0.
  let deepestLine: Int
  /// Headings underlined with `===` or `---`.
  let setextHeadings: [Markup.NodeID]

  /// Reads a text with table, task list and footnotes beside other threads, and once more alone with
  /// everything attached where the result could differ.
  init(_ text: UnsafeBufferPointer<UInt8>, lineStarts: [UInt32], correctsTicks: Bool) {
    let mayNeedAll = Self.holdsTrigger(text)
    let hasFootnotes = mayNeedAll && text.holds("[^")
    // Footnotes that nobody refers to vanish from the tree with their text, so there the text
    // nodes alone can't tell.
    if !hasFootnotes {
      let first = TreeReader(text, lineStarts, .shared, correctsTicks)
      if !mayNeedAll || !first.textHoldsTrigger() {
        self = first
        return
      }
    }
    self.init(text, lineStarts, .full, correctsTicks)
  }

  /// Reads a text as plain cmark-gfm does; for comparing with it.
  package init(plain bytes: [UInt8]) {
    let lineStarts = NormalisedText(bytes, from: 0, edits: []).lineStarts
    self = bytes.withUnsafeBufferPointer {
      TreeReader($0, lineStarts: lineStarts, correctsTicks: false)
    }
  }

  private init(
    _ text: UnsafeBufferPointer<UInt8>, _ lineStarts: [UInt32], _ syntax: CMark.Syntax,
    _ correctsTicks: Bool
  ) {
    var builder = ArenaBuilder(
      positions: PositionFinder(text: text, lineStarts: lineStarts), correctsTicks: correctsTicks)
    CMark.withTree(of: text, syntax: syntax) { root in
      if let root { builder.build(root) }
    }
    markup = builder.markup.nodes.isEmpty ? Markup() : builder.markup
    deepest = builder.deepest
    deepestLine = builder.deepestLine
    setextHeadings = builder.setextHeadings
  }

  // MARK: What strikethrough and plain addresses could change

  private static func holdsTrigger(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.offset(of: UInt8(ascii: "~")) != nil || text.offset(of: UInt8(ascii: "@")) != nil
      || text.holds("://") || text.holds("www.")
  }

  private func textHoldsTrigger() -> Bool {
    markup.bytes.withUnsafeBufferPointer { bytes in
      markup.nodes.contains { node in
        node.kind == .text
          && Self.holdsTrigger(UnsafeBufferPointer(rebasing: bytes[node.text.range]))
      }
    }
  }
}
