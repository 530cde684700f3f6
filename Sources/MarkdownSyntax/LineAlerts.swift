internal import Diagnostics

// Alerts: marker lines, and text that would fall out of them.
extension LineScanner {
  /// A line that begins with a marker, right or wrong.
  mutating func scanAlert(_ marker: AlertReader.Marker) {
    headingLine = nil
    context = .open
    let isInQuote = !quotes.isEmpty && !endsWithItem
    guard isInQuote else {
      // Without `[!` and outside a quote only what would leak is worth a stop.
      let isStrong = marker.isWellFormed || !AlertMark.words.contains(marker.word)
      if isStrong || AlertMark.confidential.contains(marker.word) { reportOutside(marker) }
      context = .text
      return
    }
    guard marker.isWellFormed, let known = marker.known, let quote = quotes.last else {
      reportUnknown(marker)
      return
    }
    take(marker, known, quote)
  }

  private mutating func take(_ marker: AlertReader.Marker, _ known: String, _ quote: Int) {
    var start = marker.range.upperBound
    if TypedCharacters.byte(text, start) == UInt8(ascii: ":") { start += 1 }
    var titleEnd = lineEnd
    var braces: Attributes?
    let finder = BraceFinder(text: text)
    switch finder.find(in: min(start, lineEnd)..<lineEnd, skipsHashes: false) {
    case .none: break
    case .attributes(let open, let close, let before):
      let (read, problems) = BraceReader.read(text, open: open, close: close, path: path)
      braces = read
      titleEnd = before
      for problem in problems { report(problem) }
    case .unclosed(let open, let end): reportUnclosed(open, end)
    case .unopened(let start, let close): reportUnopened(start, close)
    }
    let mark = AlertMark(
      word: Word(known, range: range(marker.wordRange)),
      title: title(min(start, titleEnd)..<titleEnd), attributes: braces)
    let found = FoundAlert(
      line: line, quote: quote, mark: mark, range: range(marker.range))
    alerts.append(found)
    edit(SourceEdit(marker.range.lowerBound, lineEnd, ""))
    openMarker = found
    openMarkerDepth = quotes.count
  }

  private func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(bytes.lowerBound, bytes.upperBound)
  }

  private func title(_ bytes: Range<Int>) -> Word? {
    var lower = bytes.lowerBound
    while lower < bytes.upperBound {
      let skip = TypedCharacters.skippable(text, lower)
      if skip == 0 { break }
      lower += skip
    }
    guard lower < bytes.upperBound else { return nil }
    let upper = BraceFinder(text: text).trimmedEnd(lower..<bytes.upperBound)
    guard lower < upper else { return nil }
    return Word(
      String(decoding: text[lower..<upper], as: UTF8.self), range: SourceRange(lower, upper))
  }

  // MARK: Problems

  private mutating func reportUnknown(_ marker: AlertReader.Marker) {
    let typed = String(decoding: text[marker.range], as: UTF8.self)
    let meant =
      marker.known ?? TranslatedWords.original(of: marker.word)?.uppercased().known
      ?? Suggestion.nearest(to: marker.word, in: AlertMark.words)
    let message =
      marker.known == nil
      ? "`\(marker.word)` isn't the name of a block."
      : "`\(typed)` isn't the way to begin a block."
    report(
      Diagnostic(
        .unknownAlert, path: path, range: range(marker.range), message,
        help: meant.map { "Did you mean `[!\($0)]`?" }
          ?? "Blocks are \(AlertMark.words.map { "`[!\($0)]`" }.joined(separator: ", ")).",
        fixes: meant.map {
          [
            Diagnostic.Fix(
              "Write `[!\($0)]`", range: range(marker.range), replacement: "[!\($0)]")
          ]
        } ?? []))
  }

  /// A quote that begins like a block for facilitators, but without `[!`.
  mutating func reportTitle(_ found: QuoteTitle) {
    let whole = range(found.range)
    report(
      Diagnostic(
        .unknownAlert, path: path, range: whole,
        "`\(String(decoding: text[found.range], as: UTF8.self))` isn't the way to begin a block, so learners would read this quote.",
        help: "Did you mean `[!\(found.word)]`?",
        fixes: titleFixes(found)))
  }

  /// The marker, and behind it a new line of the same quote when text follows.
  private func titleFixes(_ found: QuoteTitle) -> [Diagnostic.Fix] {
    var line = ""
    if found.text != nil {
      var start = found.range.lowerBound
      while start > 0, text[start - 1] == UInt8(ascii: " ") || text[start - 1] == UInt8(ascii: ">")
      {
        start -= 1
      }
      // In a list the next line would need another beginning.
      guard start == 0 || text[start - 1] == UInt8(ascii: "\n") else { return [] }
      line = "\n" + String(decoding: text[start..<found.range.lowerBound], as: UTF8.self)
    }
    return [
      Diagnostic.Fix(
        "Write `[!\(found.word)]`",
        range: SourceRange(found.range.lowerBound, found.text ?? found.range.upperBound),
        replacement: "[!\(found.word)]" + line)
    ]
  }

  /// A marker outside a quote: in running text, in a list item, behind `##`.
  mutating func reportOutside(_ marker: AlertReader.Marker, inHeading: Bool = false) {
    let isAlone = quotes.isEmpty && itemMarks == 0 && !inHeading && marker.isWellFormed
    let start = marker.range.lowerBound
    report(
      Diagnostic(
        .alertNotAtStart, path: path, range: range(marker.range),
        "The block `[!\(marker.word.uppercased())]` doesn't begin with `>`, so learners would read all of it as plain text.",
        help: "Begin each line of the block with `> `.",
        fixes: isAlone ? [quotingFix(start)] : []))
  }

  /// Puts `> ` before every line up to the next empty one.
  private func quotingFix(_ start: Int) -> Diagnostic.Fix {
    var bytes = Array("> ".utf8)
    var offset = start
    while offset < text.count {
      let byte = text[offset]
      let next = TypedCharacters.byte(text, offset + 1)
      let endsLine = byte == UInt8(ascii: "\n")
      if endsLine, next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") || next == 0 { break }
      bytes.append(byte)
      if endsLine { bytes += Array("> ".utf8) }
      offset += 1
    }
    return Diagnostic.Fix(
      "Put `> ` before each line", range: SourceRange(start, offset),
      replacement: String(decoding: bytes, as: UTF8.self))
  }

  /// A line right behind a marker that has fewer `>`: meant as the block's text, but outside it.
  mutating func checkLineBehindMarker(_ start: Int) {
    guard let marker = openMarker, marker.line == line - 1, quotes.count < openMarkerDepth else {
      return
    }
    openMarker = nil
    report(
      Diagnostic(
        .alertLosesText, path: path, range: SourceRange(start, lineEnd),
        "This line has no `>`, so it isn't part of the block `[!\(marker.mark.word.text)]` above.",
        help:
          "Begin it with `> ` if it belongs to the block; leave an empty line before it if not.",
        notes: [Diagnostic.Note("The block begins here.", range: marker.range)],
        fixes: openMarkerDepth == 1
          ? [
            Diagnostic.Fix(
              "Put `> ` before it", range: SourceRange(start, start), replacement: "> ")
          ]
          : []))
  }

  /// Notes a line of code or HTML that looks like an alert.
  mutating func noteHiddenMarker(_ start: Int) {
    var offset = start
    while offset < lineEnd {
      let byte = text[offset]
      let isSkipped =
        TypedCharacters.isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "-")
      guard isSkipped else { break }
      offset += 1
    }
    var heading = offset
    while heading < lineEnd, "0123456789.)*+-> \t".utf8.contains(text[heading]) { heading += 1 }
    if heading < lineEnd, HeadingBraces.isHeading(text, heading..<lineEnd) {
      hiddenHeadings.append(line)
    }
    guard offset < lineEnd, let marker = AlertReader.marker(text, offset..<lineEnd),
      marker.known != nil
    else { return }
    hiddenMarkers.append(line)
  }
}

extension String {
  /// The word when it names a block.
  fileprivate var known: String? { AlertMark.words.contains(self) ? self : nil }
}
