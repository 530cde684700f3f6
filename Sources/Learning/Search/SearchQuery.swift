/// What a learner looks for, matched with the vocabulary of an index.
struct SearchQuery {
  /// Most words of a query that count.
  static let wordLimit = 8
  /// Most bytes of a query that are read.
  static let byteLimit = 512

  /// The words.
  let words: [QueryWord]
  /// For each word of the vocabulary the words of the query that it matches, as bits.
  private(set) var masks: [UInt8]
  /// For each word of the vocabulary its best quality.
  private(set) var qualities: [UInt8]

  /// Folds a query and looks its words up; nil when there is no word in it.
  init?(_ text: [UInt8], vocabulary: Vocabulary) {
    var words: [QueryWord] = []
    var reader = WordReader(text, in: 0..<min(text.count, SearchQuery.byteLimit))
    while words.count < SearchQuery.wordLimit, let word = reader.next() {
      words.append(
        QueryWord(
          folded: word.folded, article: ArabicArticle.length(in: word.folded),
          isUnsegmented: word.isUnsegmented))
    }
    guard !words.isEmpty else { return nil }
    self.words = words
    masks = [UInt8](repeating: 0, count: vocabulary.entries.count)
    qualities = [UInt8](repeating: 0, count: vocabulary.entries.count)
    for index in vocabulary.entries.indices {
      for (number, word) in words.enumerated() {
        let quality = vocabulary.match(vocabulary.entries[index], word)
        guard quality != .none else { continue }
        masks[index] |= 1 << UInt8(truncatingIfNeeded: number)
        qualities[index] = max(qualities[index], UInt8(truncatingIfNeeded: quality.rawValue))
      }
    }
  }

  /// All words matched.
  var fullMask: UInt8 {
    words.count == 8 ? .max : (1 << UInt8(truncatingIfNeeded: words.count)) - 1
  }

  /// The words of the query that a token matches.
  @inline(never)
  func mask(_ token: SearchIndex.Token) -> UInt8 {
    masks[Int(truncatingIfNeeded: token.word)]
  }

  /// Points for a token.
  func quality(_ token: SearchIndex.Token) -> Int32 {
    Int32(qualities[Int(truncatingIfNeeded: token.word)])
  }
}
