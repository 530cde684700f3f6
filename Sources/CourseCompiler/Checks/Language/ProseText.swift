internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// The words of a file one after the other, as people read them: no marks, addresses or code.
///
/// Texts that belong together but stand in several nodes (`**Do:** call`) are joined here, so that
/// whoever looks for words needs no tree. `source(of:)` leads back to the file.
struct ProseText {
  /// Where a text comes from.
  enum Kind: Equatable {
    /// A paragraph, or the words of a list item.
    case paragraph
    /// A heading of this level.
    case heading(Int)
    case tableCell
    /// A title or a content warning of the front matter, or a block's title.
    case title
  }

  /// One text: a paragraph, a heading, a cell.
  struct Block {
    let kind: Kind
    /// The paragraph's node; -1 when the text stands in no node.
    let node: Markup.NodeID
    /// Its bytes.
    var range: Range<Int>
    /// Whether only facilitators read it.
    let isForFacilitators: Bool
  }

  /// Bytes that stand for what is no word.
  enum Sign {
    /// Code: something to read, but no word of the language.
    static let code: UInt8 = 0x1A
    /// A sentence ends here, whatever stands before: the edge of a picture's description.
    static let end: UInt8 = 0x1E
  }

  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  /// Where each stretch of bytes comes from, in order.
  private var pieces: [Piece] = []

  /// Bytes from one place of the file.
  private struct Piece {
    /// Its first byte in `bytes`.
    let start: Int
    let source: SourceRange
    let node: Markup.NodeID
    /// Whether the file has the very same bytes there.
    let isExact: Bool
  }

  /// Gathers the words of a file.
  init(_ written: WrittenFile) {
    let document = written.outline.document
    let markup = document.markup
    bytes.reserveCapacity(document.source.bytes.count)
    pieces.reserveCapacity(markup.nodes.count / 2)
    let facilitators = FacilitatorText(in: written.outline, like: written.original)
    if let front = document.frontMatter {
      for key in ["title", "content-warning"] {
        if let word = front[key]?.word { add(word, isForFacilitators: false) }
      }
    }
    var pictureEnd = 0
    for (id, node) in markup.nodes.enumerated() {
      switch node.kind {
      case .paragraph: open(.paragraph, id, facilitators)
      case .heading: open(.heading(Int(node.level)), id, facilitators)
      case .tableCell: open(.tableCell, id, facilitators)
      case .text:
        if id == pictureEnd { bytes.append(Sign.end) }
        let lower = bytes.count
        bytes.append(contentsOf: markup.utf8(node.text))
        let source = document.range(of: id)
        pieces.append(
          Piece(
            start: lower, source: source, node: id,
            isExact: source.upper - source.lower == bytes.count - lower))
      case .softBreak, .lineBreak: bytes.append(id == pictureEnd ? Sign.end : UInt8(ascii: " "))
      case .code: bytes.append(Sign.code)
      case .image:
        bytes.append(Sign.end)
        pictureEnd = Int(node.end)
      case .blockQuote:
        if let title = document.alerts[id]?.title, document.alerts[id]?.word.text != "ADAPT" {
          add(title, isForFacilitators: facilitators.contains(id))
        }
      case .document, .list, .item, .codeBlock, .htmlBlock, .thematicBreak, .table, .tableHeader,
        .tableRow, .footnoteDefinition, .htmlInline, .emphasis, .strong, .strikethrough, .link,
        .footnoteReference:
        break
      }
    }
    close()
  }

  private mutating func open(
    _ kind: Kind, _ node: Markup.NodeID, _ facilitators: FacilitatorText
  ) {
    close()
    blocks.append(
      Block(
        kind: kind, node: node, range: bytes.count..<bytes.count,
        isForFacilitators: facilitators.contains(node)))
  }

  /// Ends the last text; a line end stands between two texts.
  private mutating func close() {
    guard let last = blocks.indices.last, blocks[last].range.isEmpty else { return }
    blocks[last].range = blocks[last].range.lowerBound..<bytes.count
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ word: Word, isForFacilitators: Bool) {
    close()
    let lower = bytes.count
    bytes.append(contentsOf: word.text.utf8)
    pieces.append(
      Piece(
        start: lower, source: word.range, node: -1,
        isExact: word.range.upper - word.range.lower == bytes.count - lower))
    blocks.append(
      Block(
        kind: .title, node: -1, range: lower..<bytes.count, isForFacilitators: isForFacilitators))
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension ProseText {
  /// Where words stand in the file; the whole text they are in when it isn't written as it reads.
  func source(of range: Range<Int>) -> SourceRange {
    guard let first = piece(at: range.lowerBound),
      let last = piece(at: max(range.lowerBound, range.upperBound - 1))
    else { return SourceRange(0, 0) }
    let lower =
      pieces[first].isExact
      ? pieces[first].source.lower + min(range.lowerBound - pieces[first].start, length(first))
      : pieces[first].source.lower
    let upper =
      pieces[last].isExact
      ? pieces[last].source.lower + min(range.upperBound - pieces[last].start, length(last))
      : pieces[last].source.upper
    return SourceRange(lower, upper)
  }

  /// The node that holds a byte; -1 when none does.
  func node(at offset: Int) -> Markup.NodeID {
    piece(at: offset).map { pieces[$0].node } ?? -1
  }

  /// The words of a range as a string.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func length(_ piece: Int) -> Int {
    pieces[piece].source.upper - pieces[piece].source.lower
  }

  /// The last stretch that begins at an offset or before, by bisection.
  private func piece(at offset: Int) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

extension FacilitatorText {
  /// What facilitators alone read in a file; a translation may leave the kinds of its headings to
  /// the original.
  fileprivate init(in outline: Outline, like original: Outline?) {
    guard let original else {
      self.init(in: outline)
      return
    }
    let known = PlacedHeading.all(in: original).map(\.heading).filter(\.isForFacilitators)
    self.init(in: outline, ids: Set(known.compactMap { $0.id?.text }))
  }
}
