internal import Diagnostics

/// Goes through a file line by line before cmark does: puts right what people type for markers,
/// takes braces and alert markers out, and notes where they stood.
///
/// It knows containers and fences only as far as a single line and the last one show them.
/// `StructureChecks` compares its notes with cmark's tree afterwards; where cmark sees code or HTML
/// that this took for text, it runs again with those lines protected.
struct LineScanner {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Braces found on a line.
  struct FoundAttributes {
    /// What they belong to.
    enum Owner { case heading, item }
    let line: Int
    let owner: Owner
    let attributes: Attributes
  }

  /// An alert's marker line.
  struct FoundAlert {
    let line: Int
    /// Offset of the `>` right before it in the original file.
    let quote: Int
    let mark: AlertMark
    /// From `[` to `]`.
    let range: SourceRange
  }

  /// What a line before was, as far as lists may begin on the next.
  enum Context { case open, text, item }

  let text: Bytes
  let path: String
  let facts: TextFacts
  /// Lines of code and HTML as cmark saw them in the run before; nil in the first run.
  let protected: LineSet?

  var edits: [SourceEdit] = []
  var attributes: [FoundAttributes] = []
  var alerts: [FoundAlert] = []
  var diagnostics: [Diagnostic] = []
  /// Lines that hold edits or notes, in order.
  var touched: [Int] = []
  /// Lines inside what the scanner takes for fences.
  var fenced = LineSet()
  /// Lines in protected places that look like an alert's marker.
  var hiddenMarkers: [Int] = []
  /// Lines in protected places that look like a heading with braces.
  var hiddenHeadings: [Int] = []
  /// Set when the text must not go to cmark at all.
  var isHostile = false

  /// Square brackets that are open in the paragraph at hand.
  var openBrackets = 0
  /// The most of them at any place so far.
  var mostBrackets = 0
  /// More than this are no text; cmark takes seconds for thousands of them.
  static let bracketLimit = 200

  // The line at hand
  var line = 0
  var lineEnd = 0
  var quotes: [Int] = []
  /// How many quotes the line before was in.
  var lastDepth = 0
  var itemMarks = 0
  var endsWithItem = false
  /// Whether the line at hand is in a quote that the line before wasn't in.
  var startsQuote = false
  var context = Context.open
  /// Line of the last heading, when the next line may hold its braces.
  var headingLine: Int?
  /// The last line's alert marker: its line, depth and place.
  var openMarker: FoundAlert?
  var openMarkerDepth = 0
  private var fence: Fence?

  private struct Fence {
    let byte: UInt8
    let length: Int
    let quotes: Int
    let start: Int
  }

  init(_ text: Bytes, path: String, facts: TextFacts, protected: LineSet?) {
    self.text = text
    self.path = path
    self.facts = facts
    self.protected = protected
  }

  /// Reads all lines from an offset on.
  mutating func scan(from start: Int) {
    var offset = start
    line = 0
    while offset < text.count, !isHostile {
      let end = endOfLine(offset)
      lineEnd = end
      countBrackets(offset)
      if mostBrackets > Self.bracketLimit || end == offset { checkBrackets(offset) }
      if facts.hasNUL { replaceNULs(offset..<end) }
      scanLine(offset)
      offset = end
      if end < text.count {
        offset += 1
        if text[end] == UInt8(ascii: "\r") {
          if offset < text.count, text[offset] == UInt8(ascii: "\n") { offset += 1 }
          edits.append(SourceEdit(end, offset, "\n"))
        }
      }
      line += 1
    }
    if let fence { fenced.append(fence.start..<line) }
  }

  /// Where the line that begins at an offset ends, without its line end.
  private func endOfLine(_ start: Int) -> Int {
    guard facts.hasReturns else {
      return text.offset(of: UInt8(ascii: "\n"), from: start) ?? text.count
    }
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") {
      end += 1
    }
    return end
  }

  /// Counts the brackets that the line at hand opens and closes.
  private mutating func countBrackets(_ start: Int) {
    let line = UnsafeBufferPointer(rebasing: text[start..<lineEnd])
    guard openBrackets > 0 || line.offset(of: UInt8(ascii: "[")) != nil else { return }
    for byte in line {
      if byte == UInt8(ascii: "[") {
        openBrackets += 1
        mostBrackets = max(mostBrackets, openBrackets)
      } else if byte == UInt8(ascii: "]"), openBrackets > 0 {
        openBrackets -= 1
      }
    }
  }

  private mutating func replaceNULs(_ range: Range<Int>) {
    for offset in range where text[offset] == 0 {
      edits.append(SourceEdit(offset, offset + 1, "\u{FFFD}"))
    }
  }

  /// Stops at a line with too many open brackets; an empty line ends the paragraph they are in.
  private mutating func checkBrackets(_ start: Int) {
    guard start < lineEnd else {
      openBrackets = 0
      return
    }
    isHostile = true
    report(
      Diagnostic(
        .nestedTooDeep, path: path, range: SourceRange(start, min(lineEnd, start + 40)),
        "More than \(Self.bracketLimit) square brackets are open here at once.",
        help: "Close them or take them out. Nothing of this file was read."))
  }

  private mutating func scanLine(_ start: Int) {
    if let protected {
      if protected.contains(line) {
        noteHiddenMarker(start)
        leaveContext()
        return
      }
    } else if fence != nil {
      if continueFence(start) { return }
    }
    // The fast way for prose: a line that begins with a letter has no marker at all.
    if start < lineEnd, TypedCharacters.isLetter(text[start]) {
      scanProse(start)
      return
    }
    scanMarkers(start)
  }

  /// A line without container or marker.
  mutating func scanProse(_ start: Int) {
    quotes.removeAll(keepingCapacity: true)
    checkLineBehindMarker(start)
    headingLine = nil
    openMarker = nil
    if context == .open { context = .text }
    if facts.hasSmartQuotes { straightenTitles(start) }
  }

  mutating func leaveContext() {
    context = .open
    headingLine = nil
    openMarker = nil
  }

  mutating func touch() {
    if touched.last != line { touched.append(line) }
  }

  mutating func edit(_ edit: SourceEdit) {
    edits.append(edit)
    touch()
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    touch()
  }
}

// Fences
extension LineScanner {
  /// Whether the line still belongs to the open fence; closes the fence where it ends.
  private mutating func continueFence(_ start: Int) -> Bool {
    guard let fence else { return false }
    var offset = start
    var depth = 0
    while offset < lineEnd, depth <= fence.quotes {
      let byte = text[offset]
      if byte == UInt8(ascii: ">"), depth < fence.quotes {
        depth += 1
      } else if !TypedCharacters.isBlank(byte) {
        break
      }
      offset += 1
    }
    if depth < fence.quotes {
      fenced.append(fence.start..<line)
      self.fence = nil
      return false
    }
    var length = 0
    while offset + length < lineEnd, text[offset + length] == fence.byte { length += 1 }
    let rest = (offset + length)..<max(offset + length, lineEnd)
    if length >= fence.length, rest.allSatisfy({ TypedCharacters.isBlank(text[$0]) }) {
      fenced.append(fence.start..<line + 1)
      self.fence = nil
    } else {
      noteHiddenMarker(start)
    }
    return true
  }

  /// Opens a fence when the line's content is one.
  mutating func opensFence(_ content: Int) -> Bool {
    let byte = TypedCharacters.byte(text, content)
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return false }
    var length = 0
    while content + length < lineEnd, text[content + length] == byte { length += 1 }
    guard length >= 3 else { return false }
    if byte == UInt8(ascii: "`"),
      text[(content + length)..<lineEnd].contains(UInt8(ascii: "`"))
    {
      return false
    }
    if protected == nil {
      fence = Fence(byte: byte, length: length, quotes: quotes.count, start: line)
    }
    leaveContext()
    return true
  }
}

/// Lines, as ranges in order.
struct LineSet: Equatable {
  private(set) var ranges: [Range<Int>] = []

  /// Adds lines behind or within those that are there.
  mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = ranges.last, range.lowerBound <= last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      ranges.append(range)
    }
  }

  /// Whether a line is among them.
  func contains(_ line: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(line)
  }
}
