/// Texts prepared for the search: every word with its place.
public struct SearchIndex: Sendable {
  /// Where a word stands.
  struct Token: Sendable {
    /// Number of the word in the vocabulary.
    var word: UInt32
    /// Its bytes in the texts.
    var start: UInt32
    var end: UInt32
  }

  /// A document: ranges of bytes in the texts, and of tokens.
  struct Document: Sendable {
    var title: Range<Int>
    var body: Range<Int>
    var titleTokens: Range<Int>
    var bodyTokens: Range<Int>
  }

  /// All titles and bodies, in UTF-8.
  let texts: [UInt8]
  private(set) var documents: [Document] = []
  private(set) var tokens: [Token] = []
  private(set) var vocabulary = Vocabulary()

  /// Most documents of an index, and most bytes of all texts.
  public static let documentLimit = 65_535
  /// Most bytes of all texts together.
  public static let byteLimit = 67_108_864

  /// Begins without documents.
  init() {
    texts = []
  }

  /// Prepares documents, given as UTF-8; those past the limits are left out.
  public init(documents: [(title: [UInt8], body: [UInt8])]) {
    var texts: [UInt8] = []
    var ranges: [(title: Range<Int>, body: Range<Int>)] = []
    for document in documents.prefix(SearchIndex.documentLimit) {
      let length = document.title.count + document.body.count
      guard texts.count + length <= SearchIndex.byteLimit else { break }
      let middle = texts.count + document.title.count
      ranges.append((title: texts.count..<middle, body: middle..<texts.count + length))
      texts.append(contentsOf: document.title)
      texts.append(contentsOf: document.body)
    }
    self.init(texts: texts, ranges: ranges)
  }

  /// Reads documents as the page sends them: their number, then title and body of each as blocks.
  ///
  /// The texts stay in the request's bytes.
  init(request: [UInt8]) throws(CodecError) {
    guard request.count <= SearchIndex.byteLimit else { throw .tooLong }
    var reader = ByteReader(request)
    var ranges: [(title: Range<Int>, body: Range<Int>)] = []
    for _ in 0..<(try reader.count(upTo: SearchIndex.documentLimit, eachAtLeast: 2)) {
      let title = try reader.blockRange(upTo: SearchIndex.byteLimit)
      ranges.append((title: title, body: try reader.blockRange(upTo: SearchIndex.byteLimit)))
    }
    try reader.finish()
    self.init(texts: request, ranges: ranges)
  }

  private init(texts: [UInt8], ranges: [(title: Range<Int>, body: Range<Int>)]) {
    self.texts = texts
    documents.reserveCapacity(ranges.count)
    for range in ranges {
      let titleTokens = readWords(range.title)
      let bodyTokens = readWords(range.body)
      documents.append(
        Document(
          title: range.title, body: range.body, titleTokens: titleTokens, bodyTokens: bodyTokens))
    }
  }

  private mutating func readWords(_ range: Range<Int>) -> Range<Int> {
    let first = tokens.count
    var reader = WordReader(texts, in: range)
    while let word = reader.next() {
      tokens.append(
        Token(
          word: vocabulary.number(of: word),
          start: UInt32(truncatingIfNeeded: word.range.lowerBound),
          end: UInt32(truncatingIfNeeded: word.range.upperBound)))
    }
    return first..<tokens.count
  }
}
