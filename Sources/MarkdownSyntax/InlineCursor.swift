internal import CCMarkGFM
internal import MarkupTree

/// Walks the text of one block along with its inline nodes and tells where each stands.
struct InlineCursor {
  /// The block's text as cmark parsed it: without indentation and marks of its containers.
  private(set) var content = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// From where on in `content` which place in the source holds; in order.
  private var segments: [(content: Int, source: Int)] = []
  private var segment = 0
  /// Offset in `content` behind the last node seen.
  var cursor = 0
  /// Length of the opening mark of each open container; 0 for a bare address.
  private var marks: [Int] = []

  /// Starts a block.
  mutating func begin(_ content: UnsafeBufferPointer<UInt8>) {
    self.content = content
    segments.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    segment = 0
    cursor = 0
  }

  /// From `offset` of the block's text on, it stands at `source`.
  mutating func addSegment(at offset: Int, source: Int) {
    if segments.last?.content == offset { segments.removeLast() }
    segments.append((offset, source))
  }

  /// A leaf's range, or where a container begins.
  mutating func open(_ kind: Markup.Kind, _ raw: CMark.Node) -> Markup.Span {
    switch kind {
    case .text:
      let literal = raw.pointee.as.literal
      // Behind a backslash and a line's end cmark keeps them, as part of the text.
      let keepsIndentation = literal.len > 0 && literal.data.map { isSpace($0[0]) } == true
      return leaf(skipping: !keepsIndentation) { $0.passText(literal) }
    case .htmlInline: return leaf { $0.passSlice(raw.pointee.as.literal) }
    case .code: return leaf { $0.passCode() }
    case .softBreak, .lineBreak: return passBreak()
    case .footnoteReference: return leaf { $0.pass(until: UInt8(ascii: "]")) }
    case .emphasis: return openContainer(mark: 1)
    case .strong: return openContainer(mark: 2)
    case .strikethrough:
      return openContainer(mark: byte(1) == UInt8(ascii: "~") ? 2 : 1)
    case .image: return openContainer(mark: 2)
    case .link:
      let opens = byte(0) == UInt8(ascii: "[") || byte(0) == UInt8(ascii: "<")
      return openContainer(mark: opens ? 1 : 0)
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
      .thematicBreak, .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition:
      return .empty
    }
  }

  /// Ends a container behind its closing mark.
  mutating func close(_ node: Markup.Node) -> Markup.Span {
    let mark = marks.popLast() ?? 0
    switch node.kind {
    case .link where byte(0) == UInt8(ascii: ">") && mark == 1: cursor += 1
    case .link where mark == 0: break
    case .link, .image: passLinkEnd()
    default: cursor += mark
    }
    cursor = min(cursor, content.count)
    return Markup.Span(Int(node.source.lower), sourceEnd())
  }

  // MARK: Places

  func byte(_ ahead: Int) -> UInt8 {
    cursor + ahead < content.count ? content[cursor + ahead] : 0
  }

  private mutating func source(_ offset: Int) -> Int {
    guard !segments.isEmpty else { return 0 }
    if segments[segment].content > offset { segment = 0 }
    while segment + 1 < segments.count, segments[segment + 1].content <= offset { segment += 1 }
    return segments[segment].source + offset - segments[segment].content
  }

  /// The cursor's place as the end of something: behind the byte before it, not at the next line.
  private mutating func sourceEnd() -> Int {
    cursor > 0 ? source(cursor - 1) + 1 : source(0)
  }

  private mutating func leaf(
    skipping: Bool = true, _ pass: (inout InlineCursor) -> Void
  ) -> Markup.Span {
    if skipping { skipIndentation() }
    let start = cursor
    pass(&self)
    cursor = min(max(cursor, start), content.count)
    let lower = source(start)
    return Markup.Span(lower, cursor > start ? sourceEnd() : lower)
  }

  private mutating func openContainer(mark: Int) -> Markup.Span {
    skipIndentation()
    let lower = source(cursor)
    marks.append(mark)
    cursor = min(cursor + mark, content.count)
    return Markup.Span(lower, lower)
  }

  /// cmark drops spaces at the start of lines.
  private mutating func skipIndentation() {
    guard cursor == 0 || content[cursor - 1] == UInt8(ascii: "\n") else { return }
    while byte(0) == UInt8(ascii: " ") || byte(0) == UInt8(ascii: "\t") { cursor += 1 }
  }
}

// How far each kind of leaf reaches
extension InlineCursor {
  /// Offset in the block's text of a literal that is a slice of it.
  private func offset(of chunk: cmark_chunk) -> Int? {
    guard let base = content.baseAddress, let data = chunk.data else { return nil }
    let offset = UnsafePointer(data) - base
    return offset >= 0 && offset + Int(chunk.len) <= content.count ? offset : nil
  }

  private mutating func passSlice(_ chunk: cmark_chunk) {
    cursor = max(cursor, offset(of: chunk) ?? cursor) + Int(chunk.len)
  }

  /// Passes a text: as it stands, or with escapes and entities where it was put together of parts.
  private mutating func passText(_ chunk: cmark_chunk) {
    if offset(of: chunk) != nil { return passSlice(chunk) }
    guard let literal = chunk.data else { return }
    var index = 0
    let length = Int(chunk.len)
    while index < length, cursor < content.count {
      let byte = content[cursor]
      if byte == literal[index], byte != UInt8(ascii: "&"), byte != UInt8(ascii: "\\") {
        cursor += 1
        index += 1
      } else if byte == UInt8(ascii: "\\"), self.byte(1) == literal[index],
        isPunctuation(self.byte(1))
      {
        cursor += 2
        index += 1
      } else if byte == UInt8(ascii: "&"), let entity = entityLength() {
        cursor += entity
        index = indexBehindEntity(literal, index, length)
      } else {
        cursor += 1
        index += 1
      }
    }
  }

  func isPunctuation(_ byte: UInt8) -> Bool {
    (byte >= 33 && byte <= 47) || (byte >= 58 && byte <= 64) || (byte >= 91 && byte <= 96)
      || (byte >= 123 && byte <= 126)
  }

  /// Length of an entity at the cursor, `&` and `;` included, that cmark would have decoded.
  private func entityLength() -> Int? {
    var length = 1
    while length < 36, cursor + length < content.count {
      let byte = content[cursor + length]
      if byte == UInt8(ascii: ";") { return length > 1 ? length + 1 : nil }
      let isPart =
        byte == UInt8(ascii: "#") && length == 1 || (byte >= 48 && byte <= 57)
        || (byte | 32 >= 97 && byte | 32 <= 122)
      guard isPart else { return nil }
      length += 1
    }
    return nil
  }

  /// Index in the literal behind what an entity became: one character, or two.
  ///
  /// An undecoded `&name;` stands in the literal itself.
  private mutating func indexBehindEntity(
    _ literal: UnsafePointer<UInt8>, _ index: Int, _ length: Int
  ) -> Int {
    let next = scalarEnd(literal, index, length)
    if literal[index] == UInt8(ascii: "&"), let semicolon = undecoded(literal, index, length) {
      return semicolon
    }
    return isSecondPart(literal, next, length, after: index)
      ? scalarEnd(literal, next, length) : next
  }

  private func scalarEnd(_ literal: UnsafePointer<UInt8>, _ index: Int, _ length: Int) -> Int {
    var end = index + 1
    while end < length, literal[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// Whether a character is the second of the two that some entities stand for.
  ///
  /// In HTML's list these are U+0331, 0333, 0338, 200A, 20D2, 20E5, FE00, and the j of `&fjlig;`.
  private func isSecondPart(
    _ literal: UnsafePointer<UInt8>, _ next: Int, _ length: Int, after index: Int
  ) -> Bool {
    guard next + 1 < length else {
      return next < length && literal[index] == UInt8(ascii: "f")
        && literal[next] == UInt8(ascii: "j")
    }
    let third = next + 2 < length ? literal[next + 2] : 0
    switch (literal[next], literal[next + 1]) {
    case (0xCC, 0xB1), (0xCC, 0xB3), (0xCC, 0xB8): return true
    case (0xE2, 0x80): return third == 0x8A
    case (0xE2, 0x83): return third == 0x92 || third == 0xA5
    case (0xEF, 0xB8): return third == 0x80
    case (UInt8(ascii: "j"), _): return literal[index] == UInt8(ascii: "f")
    default: return false
    }
  }

  /// When the entity just passed stands letter by letter in the literal: the index behind it.
  private func undecoded(_ literal: UnsafePointer<UInt8>, _ index: Int, _ length: Int) -> Int? {
    var back = cursor - 1
    while back > 0, content[back] != UInt8(ascii: "&") { back -= 1 }
    let count = cursor - back
    guard index + count <= length else { return nil }
    for offset in 0..<count where literal[index + offset] != content[back + offset] { return nil }
    return index + count
  }

  /// Passes a code span by its run of backticks.
  private mutating func passCode() {
    while cursor < content.count, byte(0) != UInt8(ascii: "`") { cursor += 1 }
    let run = runLength()
    cursor += run
    while cursor < content.count {
      if byte(0) != UInt8(ascii: "`") {
        cursor += 1
        continue
      }
      let closing = runLength()
      cursor += closing
      if closing == run { return }
    }
  }

  private func runLength() -> Int {
    var count = 0
    while byte(count) == UInt8(ascii: "`") { count += 1 }
    return count
  }

  private mutating func passBreak() -> Markup.Span {
    // Before a break stand dropped spaces, or the backslash of a hard break.
    let start = cursor
    pass(until: UInt8(ascii: "\n"))
    let lower = source(start)
    return Markup.Span(lower, max(lower, sourceEnd()))
  }

  private mutating func pass(until end: UInt8) {
    while cursor < content.count, content[cursor] != end { cursor += 1 }
    cursor += 1
    cursor = min(cursor, content.count)
  }
}
