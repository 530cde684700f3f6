internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds marks of Markdown that Markdown doesn't take for marks, so that learners read the signs or
/// miss the text: tables, footnotes and links with a slip.
///
/// One walk over the bytes finds places that could be such marks. The tree is asked only about
/// those, and only in files that have some.
enum LostMarks: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    let places = MarkPlaces.find(in: file)
    guard !places.isEmpty else { return [] }
    let leaves = SourceLeaves(file)
    var footnotes = Footnotes(file)
    var findings: [Diagnostic] = []
    for place in places {
      switch place {
      case .footnote(let range): findings += footnotes.check(range, leaves)
      case .delimiterRow(let line):
        if leaves.kind(at: line.lowerBound) == .text { findings.append(brokenTable(line, file)) }
      case .reference(let middle):
        guard leaves.kind(at: middle) == .text else { continue }
        findings += LostLinks.reference(at: middle, in: file)
      case .gap(let middle):
        guard leaves.kind(at: middle) == .text else { continue }
        findings += LostLinks.gap(at: middle, in: file)
      case .definition(let range):
        guard leaves.kind(at: range.lowerBound) == nil else { continue }
        findings += LostLinks.definition(range, in: file)
      case .swapped(let middle):
        guard leaves.kind(at: middle) == .text else { continue }
        findings += LostLinks.swapped(at: middle, in: file)
      case .alone(let open):
        guard leaves.kind(at: open) == .text else { continue }
        findings += LostLinks.alone(at: open, in: file)
      }
    }
    return findings
  }

  private static func brokenTable(_ line: Range<Int>, _ file: CheckedFile) -> Diagnostic {
    let start = file.lineStart(line.lowerBound)
    let isFirst = start == 0 || file.lineStart(start - 1) == start - 1
    return file.problem(
      .brokenTable, SourceRange(line.lowerBound, line.upperBound),
      isFirst
        ? "This line belongs under the head of a table, but there is none."
        : "This line should make a table, but the line above has another number of cells.",
      help: "A table begins with its head, then this line with `---` for each column: "
        + "`| A | B |`, then `|---|---|`.")
  }
}

/// A place that could be a mark with a slip.
enum MarkPlaces {
  /// `[^label]`, from the bracket to behind the label's bracket.
  case footnote(Range<Int>)
  /// A line of `|`, `-` and `:`.
  case delimiterRow(Range<Int>)
  /// The middle of `[words][label]`.
  case reference(Int)
  /// The middle of `[words] (address)`.
  case gap(Int)
  /// The middle of `(words)[address]`.
  case swapped(Int)
  /// The bracket of `[#id]` or `[glossary:id]`, with no words before it.
  case alone(Int)
  /// `[label]` with a colon behind it at the start of a line.
  case definition(Range<Int>)

  /// The places of a file in order.
  static func find(in file: CheckedFile) -> [MarkPlaces] {
    let start = file.source.document.frontMatter?.range.upper ?? 0
    return file.bytes.withUnsafeBufferPointer { bytes in
      var places: [MarkPlaces] = []
      var rowEnd = start
      var signs = RareSigns(in: bytes, from: start)
      while let offset = signs.next() {
        switch bytes[offset] {
        case UInt8(ascii: "["):
          if offset > start, bytes[offset - 1] == UInt8(ascii: "]"), !isBox(bytes, offset - 1) {
            places.append(.reference(offset))
          } else if offset > start, bytes[offset - 1] == UInt8(ascii: ")") {
            places.append(.swapped(offset))
          } else if offset + 1 < bytes.count,
            bytes[offset + 1] == UInt8(ascii: "#") || bytes[offset + 1] == UInt8(ascii: "g")
          {
            places.append(.alone(offset))
          }
        case UInt8(ascii: "]"):
          if offset + 2 < bytes.count, bytes[offset + 1] == UInt8(ascii: " "),
            bytes[offset + 2] == UInt8(ascii: "("), !isBox(bytes, offset)
          {
            places.append(.gap(offset))
          } else if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: ":"),
            let range = definition(bytes, offset, start)
          {
            places.append(.definition(range))
          }
        case UInt8(ascii: "^"):
          if let range = footnote(bytes, offset, start) { places.append(.footnote(range)) }
        case UInt8(ascii: "|"):
          guard offset >= rowEnd else { continue }
          let line = line(bytes, around: offset, start)
          rowEnd = line.upperBound
          if isDelimiterRow(bytes, line) { places.append(.delimiterRow(line)) }
        default: break
        }
      }
      return places
    }
  }

  /// The places of `[`, `]`, `^` and `|` one after the other: few, so that the bytes between them
  /// are left to the C library.
  private struct RareSigns {
    private let bytes: Bytes
    /// Where each sign stands next.
    private var open: Int
    private var close: Int
    private var caret: Int
    private var bar: Int

    init(in bytes: Bytes, from start: Int) {
      self.bytes = bytes
      open = Self.place(UInt8(ascii: "["), bytes, start)
      close = Self.place(UInt8(ascii: "]"), bytes, start)
      caret = Self.place(UInt8(ascii: "^"), bytes, start)
      bar = Self.place(UInt8(ascii: "|"), bytes, start)
    }

    mutating func next() -> Int? {
      let place = min(open, close, caret, bar)
      guard place < bytes.count else { return nil }
      if place == open { open = Self.place(UInt8(ascii: "["), bytes, place + 1) }
      if place == close { close = Self.place(UInt8(ascii: "]"), bytes, place + 1) }
      if place == caret { caret = Self.place(UInt8(ascii: "^"), bytes, place + 1) }
      if place == bar { bar = Self.place(UInt8(ascii: "|"), bytes, place + 1) }
      return place
    }

    private static func place(_ sign: UInt8, _ bytes: Bytes, _ start: Int) -> Int {
      bytes.offset(of: sign, from: start) ?? bytes.count
    }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Whether a bracket closes the box of a task.
  private static func isBox(_ bytes: Bytes, _ close: Int) -> Bool {
    close >= 2 && bytes[close - 2] == UInt8(ascii: "[")
      && (bytes[close - 1] == UInt8(ascii: " ") || bytes[close - 1] | 32 == UInt8(ascii: "x"))
  }

  /// `[label]` that ends at a bracket, when nothing but quote marks stands before it.
  private static func definition(_ bytes: Bytes, _ close: Int, _ start: Int) -> Range<Int>? {
    var open = close - 1
    while open >= start, bytes[open] != UInt8(ascii: "["), bytes[open] != 10 { open -= 1 }
    guard open >= start, bytes[open] == UInt8(ascii: "["), open + 1 < close,
      bytes[open + 1] != UInt8(ascii: "^")
    else { return nil }
    var offset = open
    while offset > start, bytes[offset - 1] != 10 {
      offset -= 1
      guard bytes[offset] == 32 || bytes[offset] == UInt8(ascii: ">") else { return nil }
    }
    return open..<close + 1
  }

  private static func footnote(_ bytes: Bytes, _ caret: Int, _ start: Int) -> Range<Int>? {
    guard caret > start, bytes[caret - 1] == UInt8(ascii: "["),
      caret < start + 2 || bytes[caret - 2] != UInt8(ascii: "\\")
    else { return nil }
    var end = caret + 1
    while end < bytes.count, end < caret + 80, bytes[end] > 32, bytes[end] != UInt8(ascii: "]") {
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "]"), end > caret + 1 else { return nil }
    return caret - 1..<end + 1
  }

  /// The line around an offset, without white space and the `>` of quotes.
  private static func line(_ bytes: Bytes, around offset: Int, _ start: Int) -> Range<Int> {
    var lower = offset
    while lower > start, bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
    while lower < offset, bytes[lower] <= 32 || bytes[lower] == UInt8(ascii: ">") { lower += 1 }
    var upper = offset
    while upper < bytes.count, bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
    while upper > lower, bytes[upper - 1] <= 32 { upper -= 1 }
    return lower..<upper
  }

  private static func isDelimiterRow(_ bytes: Bytes, _ line: Range<Int>) -> Bool {
    var dashes = 0
    for offset in line {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "-") {
        dashes += 1
      } else if byte != UInt8(ascii: "|"), byte != UInt8(ascii: ":"), byte > 32 {
        return false
      }
    }
    return dashes >= 2
  }
}
