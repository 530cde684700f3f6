/// A line in a quote that holds a block's word and nothing else, but isn't a marker: `**FACILITATOR**`
/// or `[!FACILITATOR]` in backticks.
struct QuoteTitle: Equatable {
  /// The word in capitals, one of `AlertMark.confidential`.
  let word: String
  /// The line's text.
  let range: Range<Int>

  /// Looks at a line's text.
  /// - Parameters:
  ///   - text: The whole text.
  ///   - range: The line behind its `>`.
  ///   - isFirst: Whether it is the first line of its quote.
  /// - Returns: What stands there; nil when it holds more than the word, or another word.
  static func find(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isFirst: Bool
  ) -> QuoteTitle? {
    let end = BraceFinder(text: text).trimmedEnd(range)
    var letters: [UInt8] = []
    var hasMark = false
    var isMarker = false
    var offset = range.lowerBound
    while offset < end {
      let byte = text[offset]
      let skip = TypedCharacters.skippable(text, offset)
      if TypedCharacters.isLetter(byte) {
        letters.append(byte)
      } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "[") {
        isMarker = true
      } else if "*_`]:.(){}<>~#".utf8.contains(byte) {
        hasMark = true
      } else if skip == 0 {
        return nil
      }
      offset += max(1, skip)
      // The longest word is far shorter.
      if letters.count > 20 { return nil }
    }
    let typed = String(decoding: letters, as: UTF8.self)
    let word = typed.uppercased()
    guard AlertMark.confidential.contains(word), isMarker || isFirst,
      hasMark || isMarker || typed == word
    else { return nil }
    return QuoteTitle(word: word, range: range.lowerBound..<end)
  }
}
