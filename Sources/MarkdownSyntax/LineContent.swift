internal import Diagnostics

// What stands behind the markers of a line.
extension LineScanner {
  /// More columns than this cost cmark minutes, and no page could show them.
  static let columnLimit = 64

  mutating func scanContent(_ content: Int, spaces: Range<Int>) {
    let first = text[content]
    if first == UInt8(ascii: "#"), scanHeading(content, spaces: spaces) { return }
    if first == UInt8(ascii: "{"), let heading = headingLine, heading == line - 1,
      quotes.isEmpty || itemMarks == 0, scanBracesUnderHeading(content)
    {
      return
    }
    if let marker = AlertReader.marker(text, content..<lineEnd) {
      putSpacesRight(spaces)
      scanAlert(marker)
      return
    }
    if first == UInt8(ascii: "`") || first == UInt8(ascii: "~"), opensFence(content) {
      putSpacesRight(spaces)
      return
    }
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ":") || first == UInt8(ascii: "-") {
      checkColumns(content)
      if first == UInt8(ascii: "|") { putSpacesRight(spaces) }
    }
    if headingLine == line - 1, first >= 0x80 || "([{.`".utf8.contains(first) {
      checkWords(of: content..<lineEnd, isWholeLine: true)
    }
    if !quotes.isEmpty, !endsWithItem,
      let mark = QuoteTitle.find(text, content..<lineEnd, isFirst: startsQuote)
    {
      reportTitle(mark)
    }
    headingLine = nil
    if endsWithItem {
      scanItemBraces(content)
      context = .item
    } else if context == .open {
      context = .text
    }
    if facts.hasSmartQuotes { straightenTitles(content) }
  }

  // MARK: Headings

  /// Reports braces that a heading's words hold, and what only looks like braces.
  ///
  /// `isWholeLine` is for the line under a heading, where braces stand alone or not at all.
  private mutating func checkWords(of words: Range<Int>, isWholeLine: Bool = false) {
    guard let found = HeadingBraces.suspect(in: text, words),
      !isWholeLine || found == words.lowerBound..<BraceFinder(text: text).trimmedEnd(words)
        || (found.lowerBound == words.lowerBound && text[found.lowerBound] == UInt8(ascii: "{"))
    else { return }
    let typed = String(decoding: text[found], as: UTF8.self)
    report(
      Diagnostic(
        .malformedAttribute, path: path, range: SourceRange(found.lowerBound, found.upperBound),
        "`\(typed)` sets no id and no kind here, so learners would read this heading and all that belongs to it.",
        help:
          "Write plain braces and a plain dot, as the last thing on the heading's line: `### Notes {.facilitator}`. If it is meant as words, write it without braces, brackets and dot.",
        fixes: Self.mirrored(typed).map {
          [
            Diagnostic.Fix(
              "Write `\($0)`", range: SourceRange(found.lowerBound, found.upperBound),
              replacement: $0)
          ]
        } ?? []
      ))
  }

  /// The braces that were meant where somebody typed them as a right-to-left line shows them:
  /// `}#danger{` or `}danger#{` for `{#danger}`.
  private static func mirrored(_ typed: String) -> String? {
    var signs = typed.unicodeScalars.filter { !$0.properties.isBidiControl }[...]
    guard signs.popFirst() == "}", signs.popLast() == "{" else { return nil }
    if let mark = signs.last, mark == "#" || mark == "." {
      signs.removeLast()
      signs.insert(mark, at: signs.startIndex)
    }
    guard let mark = signs.popFirst(), mark == "#" || mark == ".",
      BraceReader.isID(String(String.UnicodeScalarView(signs)))
    else { return nil }
    return "{\(mark)\(String(String.UnicodeScalarView(signs)))}"
  }

  private mutating func scanHeading(_ content: Int, spaces: Range<Int>) -> Bool {
    var end = content
    while end < lineEnd, text[end] == UInt8(ascii: "#") { end += 1 }
    let level = end - content
    guard level <= 6 else { return false }
    if end < lineEnd, TypedCharacters.skippable(text, end) == 0 {
      reportMissingSpace(content, end)
      return false
    }
    var body = end
    var hasSpace = end >= lineEnd
    while body < lineEnd, !hasSpace {
      let skip = TypedCharacters.skippable(text, body)
      if skip == 0 { break }
      hasSpace = TypedCharacters.invisible(text, body) == 0
      body += skip
    }
    guard hasSpace else { return false }
    putSpacesRight(spaces)
    putSpacesRight(end..<body)
    let reported = diagnostics.count
    if let marker = AlertReader.marker(text, body..<lineEnd), marker.known != nil {
      reportOutside(marker, inHeading: true)
    }
    let words = takeBraces(body..<lineEnd, owner: .heading)
    if diagnostics.count == reported { checkWords(of: words) }
    context = .open
    openMarker = nil
    headingLine = line
    return true
  }

  /// `##Heading`: no heading at all for Markdown, which nobody sees coming.
  private mutating func reportMissingSpace(_ content: Int, _ end: Int) {
    let braces = BraceFinder(text: text).find(in: end..<lineEnd, skipsHashes: true)
    guard context != .text, end - content > 1 || braces != .none else { return }
    report(
      Diagnostic(
        .headingWithoutSpace, path: path, range: SourceRange(content, lineEnd),
        "There is no space behind `\(String(repeating: "#", count: end - content))`, so this isn't a heading.",
        fixes: [
          Diagnostic.Fix("Put a space there", range: SourceRange(end, end), replacement: " ")
        ]))
  }

  /// `{#id}` alone on the line under a heading.
  private mutating func scanBracesUnderHeading(_ content: Int) -> Bool {
    let finder = BraceFinder(text: text)
    switch finder.find(in: content..<lineEnd, skipsHashes: false) {
    case .attributes(let open, let close, _) where open == content:
      add(open: open, close: close, owner: .heading, line: line - 1)
      edit(SourceEdit(content, lineEnd, ""))
    case .unclosed(let open, let end) where open == content:
      reportUnclosed(open, end)
    case .none, .attributes, .unclosed, .unopened:
      return false
    }
    headingLine = nil
    context = .open
    return true
  }

  // MARK: Braces

  private mutating func scanItemBraces(_ content: Int) {
    takeBraces(content..<lineEnd, owner: .item)
  }

  /// Takes the braces at the end of a heading or item out of the text.
  /// - Returns: The words in front of them.
  @discardableResult
  private mutating func takeBraces(
    _ range: Range<Int>, owner: FoundAttributes.Owner
  ) -> Range<Int> {
    let finder = BraceFinder(text: text)
    switch finder.find(in: range, skipsHashes: owner == .heading) {
    case .none: break
    case .attributes(let open, let close, let before):
      add(open: open, close: close, owner: owner, line: line)
      edit(SourceEdit(before, lineEnd, ""))
      reportSecondBraces(range.lowerBound..<before)
      return range.lowerBound..<max(range.lowerBound, before)
    case .unclosed(let open, let end): reportUnclosed(open, end)
    case .unopened(let start, let close): reportUnopened(start, close)
    }
    return range
  }

  mutating func add(open: Int, close: Int, owner: FoundAttributes.Owner, line: Int) {
    let (read, problems) = BraceReader.read(text, open: open, close: close, path: path)
    attributes.append(FoundAttributes(line: line, owner: owner, attributes: read))
    for problem in problems { report(problem) }
    if owner == .heading, let id = read.id, read.classes.isEmpty { checkID(id) }
  }

  /// `{#facilitator}`: an id where a kind was meant.
  private mutating func checkID(_ id: Word) {
    guard HeadingBraces.confidential.contains(id.text) else { return }
    report(
      Diagnostic(
        .malformedAttribute, path: path, range: id.range,
        "`#\(id.text)` is only an id, so learners would read this section.",
        help:
          "For the kind write a dot: `{.\(id.text)}`. If learners may read it, take another id, such as `#the-\(id.text)`."
      ))
  }

  private mutating func reportSecondBraces(_ range: Range<Int>) {
    guard
      case .attributes(let open, let close, _) =
        BraceFinder(text: text).find(in: range, skipsHashes: false)
    else { return }
    report(
      Diagnostic(
        .malformedAttribute, path: path, range: SourceRange(open, close),
        "There are two pairs of braces at the end of this line.",
        help: "Put everything into one pair: `{#id .kind key=value}`."))
  }

  mutating func reportUnclosed(_ open: Int, _ end: Int) {
    report(
      Diagnostic(
        .unclosedBrace, path: path, range: SourceRange(open, end),
        "This brace is never closed.",
        help: "Without it the words count as text that learners read.",
        fixes: [
          Diagnostic.Fix("Put `}` behind it", range: SourceRange(end, end), replacement: "}")
        ]))
  }

  mutating func reportUnopened(_ start: Int, _ close: Int) {
    report(
      Diagnostic(
        .unclosedBrace, path: path, range: SourceRange(start, close),
        "This brace is closed but never opened.",
        fixes: [
          Diagnostic.Fix("Put `{` before it", range: SourceRange(start, start), replacement: "{")
        ]))
  }

  // MARK: Tables and link titles

  /// Refuses a delimiter row of too many columns before cmark sees it.
  private mutating func checkColumns(_ content: Int) {
    var pipes = 0
    for offset in content..<lineEnd {
      let byte = text[offset]
      if byte == UInt8(ascii: "|") {
        pipes += 1
      } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: ":"), !TypedCharacters.isBlank(byte)
      {
        return
      }
    }
    guard pipes > Self.columnLimit + 1 else { return }
    isHostile = true
    report(
      Diagnostic(
        .tableTooWide, path: path, range: SourceRange(content, min(lineEnd, content + 40)),
        "This table has about \(pipes - 1) columns; at most \(Self.columnLimit) are allowed.",
        help:
          "Split the table, or turn it so that its rows become columns. Nothing of this file was read."
      ))
  }

  /// Link titles in curly quotes, which Markdown doesn't know: `[a](b “title”)`.
  mutating func straightenTitles(_ content: Int) {
    // Where code may stand on the line nothing is touched.
    let line = UnsafeBufferPointer(rebasing: text[content..<lineEnd])
    guard line.offset(of: UInt8(ascii: "`")) == nil else { return }
    var offset = content
    while offset + 1 < lineEnd {
      defer { offset += 1 }
      guard text[offset] == UInt8(ascii: "]"), text[offset + 1] == UInt8(ascii: "(") else {
        continue
      }
      var open = offset + 2
      while open < lineEnd, text[open] != UInt8(ascii: ")"), quoteLength(open) == 0 { open += 1 }
      guard open < lineEnd, quoteLength(open) > 0, TypedCharacters.isBlank(text[open - 1]) else {
        continue
      }
      var close = open + quoteLength(open)
      while close < lineEnd {
        let length = quoteLength(close)
        if length > 0, TypedCharacters.byte(text, close + length) == UInt8(ascii: ")"),
          close + length < lineEnd
        {
          let hasStraight = text[open..<close].contains(UInt8(ascii: "\""))
          guard !hasStraight else { break }
          edit(SourceEdit(open, open + quoteLength(open), "\"", .correction))
          edit(SourceEdit(close, close + length, "\"", .correction))
          break
        }
        close += 1
      }
    }
  }

  /// Length of a curly or angled quotation mark; or 0.
  private func quoteLength(_ offset: Int) -> Int {
    let second = TypedCharacters.byte(text, offset + 1)
    let third = TypedCharacters.byte(text, offset + 2)
    switch text[offset] {
    case 0xE2: return second == 0x80 && third >= 0x9C && third <= 0x9F ? 3 : 0
    case 0xC2: return second == 0xAB || second == 0xBB ? 2 : 0
    default: return 0
    }
  }
}
