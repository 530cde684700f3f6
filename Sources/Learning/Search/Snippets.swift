extension SearchIndex {
  /// Bytes of a snippet with its matches, and bytes shown before the first match.
  private static let snippetBytes = 240
  private static let leadBytes = 60

  /// A hit with what to show and to mark.
  func hit(ofDocument number: Int, score: Int32, _ query: SearchQuery) -> SearchHit {
    let document = documents[number]
    let snippet = snippet(of: document, query)
    let titleRanges = marks(in: document.titleTokens, query)
    let bodyRanges = marks(in: document.bodyTokens, query, inside: snippet)
    return SearchHit(
      document: number, score: score,
      titleRanges: titleRanges.map { relative($0, to: document.title) },
      snippet: relative(snippet, to: document.body),
      snippetRanges: bodyRanges.map { relative($0, to: document.body) })
  }

  /// The part of the body with most different words of the query, then most matches, then the
  /// first.
  private func snippet(of document: Document, _ query: SearchQuery) -> Range<Int> {
    let matches = document.bodyTokens.filter { query.mask(tokens[$0]) != 0 }
    var best = (words: 0, count: 0, start: document.body.lowerBound)
    var end = 0
    for first in matches.indices {
      let start = Int(truncatingIfNeeded: tokens[matches[first]].start)
      end = max(end, first)
      while end < matches.count,
        Int(truncatingIfNeeded: tokens[matches[end]].end) - start <= SearchIndex.snippetBytes
      {
        end += 1
      }
      let mask = matches[first..<max(end, first + 1)].reduce(0 as UInt8) {
        $0 | query.mask(tokens[$1])
      }
      let candidate = (words: mask.nonzeroBitCount, count: end - first, start: start)
      if (candidate.words, candidate.count) > (best.words, best.count) || best.words == 0 {
        best = candidate
      }
    }
    guard best.words > 0 else { return window(from: document.body.lowerBound, document) }
    // In a run without spaces the match may lie far behind the token's start.
    let token = matches.first { Int(truncatingIfNeeded: tokens[$0].start) == best.start }
    let mark = token.flatMap { self.mark(tokens[$0], query) } ?? best.start..<best.start
    return window(from: mark.lowerBound, document)
  }

  /// A window of the body that begins a little before a byte and cuts no word, or at least no
  /// scalar.
  private func window(from byte: Int, _ document: Document) -> Range<Int> {
    var start = max(document.body.lowerBound, byte - SearchIndex.leadBytes)
    var end = min(
      document.body.upperBound, byte + SearchIndex.snippetBytes + SearchIndex.leadBytes)
    let words = document.bodyTokens
    if start > document.body.lowerBound,
      let word = words.first(where: { Int(truncatingIfNeeded: tokens[$0].start) >= start }),
      Int(truncatingIfNeeded: tokens[word].start) <= byte
    {
      start = Int(truncatingIfNeeded: tokens[word].start)
    }
    if end < document.body.upperBound,
      let word = words.last(where: { Int(truncatingIfNeeded: tokens[$0].end) <= end }),
      Int(truncatingIfNeeded: tokens[word].end) > byte
    {
      end = Int(truncatingIfNeeded: tokens[word].end)
    }
    while start < end, texts[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < texts.count, texts[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  /// The bytes to mark of the matching tokens; with `inside` only what lies in there.
  private func marks(
    in range: Range<Int>, _ query: SearchQuery, inside window: Range<Int>? = nil
  ) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    for index in range where query.mask(tokens[index]) != 0 {
      guard let mark = mark(tokens[index], query) else { continue }
      if let window, mark.lowerBound < window.lowerBound || mark.upperBound > window.upperBound {
        continue
      }
      marks.append(mark)
    }
    return marks
  }

  /// What to mark of a matching token: the whole word, or in a run without spaces the first place
  /// where a word of the query stands.
  private func mark(_ token: Token, _ query: SearchQuery) -> Range<Int>? {
    let whole = Int(truncatingIfNeeded: token.start)..<Int(truncatingIfNeeded: token.end)
    guard vocabulary.entries[Int(truncatingIfNeeded: token.word)].isUnsegmented else {
      return whole
    }
    let mask = query.mask(token)
    let words = query.words.indices.filter { mask & (1 << UInt8(truncatingIfNeeded: $0)) != 0 }
    return words.compactMap { place(of: query.words[$0].folded, in: whole) }
      .min { $0.lowerBound < $1.lowerBound }
  }

  /// The original bytes of the first place where folded letters stand inside a run.
  private func place(of part: [UInt8], in run: Range<Int>) -> Range<Int>? {
    var reader = WordReader(texts, in: run)
    while reader.offset < run.upperBound {
      let start = reader.offset
      if let end = WordReader(texts, in: start..<run.upperBound).end(ofPrefix: part) {
        return start..<end
      }
      _ = reader.nextScalar()
    }
    return nil
  }

  private func relative(_ range: Range<Int>, to whole: Range<Int>) -> Range<Int> {
    range.lowerBound - whole.lowerBound..<range.upperBound - whole.lowerBound
  }
}
