/// The start of a quote that is meant as a block's marker but isn't one: `**FACILITATOR**`, the marker
/// in backticks, `**Note for the facilitator:** say …`.
struct QuoteTitle: Equatable {
  /// The word in capitals, one of `AlertMark.confidential`.
  let word: String
  /// What is typed there.
  let range: Range<Int>
  /// Where text follows on the line, which belongs on a line of its own; nil when none does.
  let text: Int?

  /// Looks at a line's text.
  /// - Parameters:
  ///   - text: The whole text.
  ///   - range: The line behind its `>`.
  ///   - isFirst: Whether it is the first line of its quote.
  /// - Returns: What stands there; nil when it is ordinary text.
  static func find(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isFirst: Bool
  ) -> QuoteTitle? {
    alone(text, range, isFirst: isFirst) ?? (isFirst ? label(text, range) : nil)
  }

  /// A line that holds the word and nothing else.
  private static func alone(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isFirst: Bool
  ) -> QuoteTitle? {
    let end = BraceFinder(text: text).trimmedEnd(range)
    // Nearly every line has more letters than such a word: they are counted first, then gathered.
    var count = 0
    var hasMark = false
    var isMarker = false
    var offset = range.lowerBound
    while offset < end {
      let byte = text[offset]
      let skip = TypedCharacters.skippable(text, offset)
      if TypedCharacters.isLetter(byte) {
        count += 1
      } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "[") {
        isMarker = true
      } else if isPunctuation(byte) {
        hasMark = true
      } else if skip == 0 {
        return nil
      }
      offset += max(1, skip)
      // The longest word is far shorter.
      if count > 20 { return nil }
    }
    let letters = text[range.lowerBound..<end].filter(TypedCharacters.isLetter)
    let typed = String(decoding: letters, as: UTF8.self)
    let word = typed.uppercased()
    guard AlertMark.confidential.contains(word), isMarker || isFirst,
      hasMark || isMarker || typed == word
    else { return nil }
    return QuoteTitle(word: word, range: range.lowerBound..<end, text: nil)
  }

  @inline(__always)
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "]"),
      UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "~"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// The longest label in bytes; Arabic letters have two.
  private static let longest = 80

  /// Words that name whom the quote is for, bold or with a colon, with or without text behind.
  private static func label(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> QuoteTitle? {
    let end = BraceFinder(text: text).trimmedEnd(range)
    func isMark(_ offset: Int) -> Bool {
      text[offset] == UInt8(ascii: "*") || text[offset] == UInt8(ascii: "_")
    }
    var start = range.lowerBound
    while start < end, isMark(start) { start += 1 }
    let isMarked = start > range.lowerBound
    var stop = start
    while stop < end, stop - start < longest, !isMark(stop), text[stop] != UInt8(ascii: ":") {
      stop += 1
    }
    // Marks and the colon, in any order; without one of them it is no label.
    var behind = stop
    while behind < end, isMark(behind) || text[behind] == UInt8(ascii: ":") { behind += 1 }
    guard behind > stop, stop > start else { return nil }
    let letters = BraceFinder(text: text).trimmedEnd(start..<stop)
    guard
      let word = RoleWords.block(
        for: String(decoding: text[start..<letters], as: UTF8.self), isMarked: isMarked)
    else { return nil }
    let label = range.lowerBound..<behind
    while behind < end, TypedCharacters.skippable(text, behind) > 0 {
      behind += TypedCharacters.skippable(text, behind)
    }
    return QuoteTitle(word: word, range: label, text: behind < end ? behind : nil)
  }
}
