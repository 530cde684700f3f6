internal import Diagnostics

// The containers a line is in, and the marker its content begins with.
extension LineScanner {
  /// More containers than this on one line are no text but an attack, or a stuck key.
  static let containerLimit = 100

  /// A line that may begin with quotes, list markers, a heading, a fence or an alert.
  mutating func scanMarkers(_ start: Int) {
    lastDepth = quotes.count
    quotes.removeAll(keepingCapacity: true)
    itemMarks = 0
    endsWithItem = false
    var offset = start
    var content = start
    while true {
      content = skipSpaces(offset)
      guard content < lineEnd else { break }
      if text[content] == UInt8(ascii: ">") {
        putSpacesRight(offset..<content)
        quotes.append(content)
        if quotes.count > lastDepth { context = .open }
        endsWithItem = false
        offset = content + 1
      } else if isRule(content) {
        endBlock()
        return
      } else if let end = listMarker(content, spaces: offset..<content) {
        itemMarks += 1
        endsWithItem = true
        offset = end
        fixBox(offset)
      } else {
        break
      }
      if quotes.count + itemMarks > Self.containerLimit {
        reportNesting(start)
        return
      }
    }
    startsQuote = quotes.count > lastDepth
    if content < lineEnd { checkLineBehindMarker(start) }
    guard content < lineEnd else {
      if offset < content { putSpacesRight(offset..<content) }
      let wasItem = endsWithItem
      endBlock()
      if wasItem { context = .item }
      return
    }
    scanContent(content, spaces: offset..<content)
  }

  private mutating func endBlock() {
    context = .open
    headingLine = nil
    openMarker = nil
  }

  /// The first offset that holds neither space nor invisible character.
  private func skipSpaces(_ offset: Int) -> Int {
    var offset = offset
    while offset < lineEnd {
      let skip = TypedCharacters.skippable(text, offset)
      if skip == 0 { break }
      offset += skip
    }
    return min(offset, lineEnd)
  }

  /// Wide spaces become plain ones, invisible characters go: a marker follows.
  mutating func putSpacesRight(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let space = TypedCharacters.wideSpace(text, offset)
      let mark = space > 0 ? 0 : TypedCharacters.invisible(text, offset)
      if space > 0 { edit(SourceEdit(offset, offset + space, " ", .correction)) }
      if mark > 0 { edit(SourceEdit(offset, offset + mark, "", .correction)) }
      offset += max(1, space + mark)
    }
  }

  /// A thematic break: three or more of one sign and nothing else.
  private func isRule(_ content: Int) -> Bool {
    let sign = text[content]
    guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_") else {
      return false
    }
    var count = 0
    for offset in content..<lineEnd {
      if text[offset] == sign {
        count += 1
      } else if !TypedCharacters.isBlank(text[offset]) {
        return false
      }
    }
    return count >= 3
  }

  /// The end of a list marker at an offset, put right where it is typed wrong; nil for none.
  private mutating func listMarker(_ content: Int, spaces: Range<Int>) -> Int? {
    let byte = text[content]
    let mayBegin = context != .text || itemMarks > 0
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") {
      return finishMarker(content + 1, spaces: spaces)
    }
    var bullet = byte < 0x80 ? 0 : TypedCharacters.typedBullet(text, content)
    if !mayBegin, !isAnswer(content + bullet) { bullet = 0 }
    if bullet > 0 {
      guard content + bullet < lineEnd, isSpace(content + bullet) else { return nil }
      putSpacesRight(spaces)
      edit(SourceEdit(content, content + bullet, "-", .correction))
      return finishMarker(content + bullet, spaces: content..<content)
    }
    return numberMarker(content, spaces: spaces, mayBegin: mayBegin)
  }

  /// Whether a box or a link follows a quote here: the next answer behind the feedback of one. Other
  /// words behind a dash may say whose words the quote is.
  private func isAnswer(_ offset: Int) -> Bool {
    quotes.count < lastDepth
      && TypedCharacters.byte(text, skipSpaces(offset)) == UInt8(ascii: "[")
  }

  private func isSpace(_ offset: Int) -> Bool {
    TypedCharacters.isBlank(TypedCharacters.byte(text, offset))
      || TypedCharacters.wideSpace(text, offset) > 0
  }

  /// Needs a space behind a marker, or the line's end; makes a wide one plain.
  private mutating func finishMarker(_ end: Int, spaces: Range<Int>) -> Int? {
    if end >= lineEnd {
      putSpacesRight(spaces)
      return end
    }
    let mark = TypedCharacters.invisible(text, end)
    guard isSpace(end) || (mark > 0 && isSpace(end + mark)) else { return nil }
    putSpacesRight(spaces)
    if mark > 0 { edit(SourceEdit(end, end + mark, "", .correction)) }
    let space = TypedCharacters.wideSpace(text, end + mark)
    if space > 0 { edit(SourceEdit(end + mark, end + mark + space, " ", .correction)) }
    return end + mark + max(1, space)
  }

  private mutating func numberMarker(
    _ content: Int, spaces: Range<Int>, mayBegin: Bool
  ) -> Int? {
    var offset = content
    var digits = 0
    var typed: [(Int, UInt8)] = []
    while offset < lineEnd, digits < 10 {
      if TypedCharacters.isDigit(text[offset]) {
        offset += 1
      } else if let digit = TypedCharacters.arabicDigit(text, offset) {
        typed.append((offset, digit))
        offset += 2
      } else {
        break
      }
      digits += 1
    }
    guard digits > 0, digits < 10, typed.isEmpty || mayBegin else { return nil }
    let mark = TypedCharacters.invisible(text, offset)
    let sign = TypedCharacters.byte(text, offset + mark)
    guard offset + mark < lineEnd, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")") else {
      return nil
    }
    let end = offset + mark + 1
    guard end >= lineEnd || isSpace(end) || TypedCharacters.invisible(text, end) > 0 else {
      return nil
    }
    putSpacesRight(spaces)
    for (place, digit) in typed {
      edit(SourceEdit(place, place + 2, byte: UInt8(ascii: "0") + digit))
    }
    if mark > 0 { edit(SourceEdit(offset, offset + mark, "", .correction)) }
    return finishMarker(end, spaces: end..<end)
  }

  /// Puts a task box right: `[X]`, `[ x ]`, `[✓]`, `[]`, a wide space inside or behind it.
  private mutating func fixBox(_ marker: Int) {
    let open = skipSpaces(marker)
    guard TypedCharacters.byte(text, open) == UInt8(ascii: "["), open < lineEnd else { return }
    var offset = skipSpaces(open + 1)
    let tick = offset < lineEnd ? TypedCharacters.typedTick(text, offset) : 0
    offset = skipSpaces(offset + tick)
    guard offset < lineEnd, text[offset] == UInt8(ascii: "]") else { return }
    let close = offset + 1
    // A link, or `[x]` as a word's start.
    guard close >= lineEnd || TypedCharacters.skippable(text, close) > 0 else { return }
    putSpacesRight(marker..<open)
    let isRight =
      close - open == 3
      && (text[open + 1] == UInt8(ascii: " ") || text[open + 1] == UInt8(ascii: "x")
        || text[open + 1] == UInt8(ascii: "X"))
    if !isRight { edit(SourceEdit(open, close, tick > 0 ? "[x]" : "[ ]", .correction)) }
    if close < lineEnd, !TypedCharacters.isBlank(text[close]) {
      let skip = TypedCharacters.skippable(text, close)
      edit(SourceEdit(close, close + skip, " ", .correction))
    }
  }

  private mutating func reportNesting(_ start: Int) {
    isHostile = true
    report(
      Diagnostic(
        .nestedTooDeep, path: path, range: SourceRange(start, min(lineEnd, start + 40)),
        "This line is nested more than \(Self.containerLimit) levels deep.",
        help: "Take out the surplus `>` and list markers. Nothing of this file was read."))
  }
}
