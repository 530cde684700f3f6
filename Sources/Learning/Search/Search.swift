// Ranking, for each document that holds every word of the query:
//
//   sum over the words:  rarity × (6 × best quality in the title + min(12, qualities in the body))
//   plus nearness:       rarity of the rarest word × 12, 6 or 0, for two or more words
//
// Quality: 4 whole word, 3 whole word beside an Arabic article, 2 beginning of a word, 1 both.
// Rarity: 2 + log2(documents ÷ documents with the word), rounded down.
// Nearness: 12 when the words stand together (at most two tokens per word), 6 within twelve per
// word. Equal points: the earlier document first.

extension SearchIndex {
  /// Looks for the documents that hold every word of a query, the best first.
  ///
  /// A word matches words that begin with it, whatever their case, accents or Arabic forms; in
  /// scripts without spaces it matches inside a run of letters.
  /// - Parameters:
  ///   - query: what the learner typed, in UTF-8.
  ///   - limit: the most hits to return.
  /// - Returns: hits, those with most points first.
  public func search(_ query: [UInt8], limit: Int) -> [SearchHit] {
    guard limit > 0, let query = SearchQuery(query, vocabulary: vocabulary) else { return [] }
    var found: [UInt8] = []
    found.reserveCapacity(documents.count)
    for document in documents {
      var mask: UInt8 = 0
      for token in tokens[document.titleTokens.lowerBound..<document.bodyTokens.upperBound] {
        mask |= query.mask(token)
      }
      found.append(mask)
    }
    let rarities = query.words.indices.map { word in
      rarity(of: found.count(where: { $0 & (1 << UInt8(truncatingIfNeeded: word)) != 0 }))
    }
    // The best so far, in order: a page shows few hits, and a general sort is much code.
    var ranked: [(document: Int, score: Int32)] = []
    for index in documents.indices where found[index] == query.fullMask {
      let score = score(documents[index], query, rarities)
      guard let place = place(of: score, in: ranked, limit: limit) else { continue }
      if ranked.count == limit { ranked.removeLast() }
      ranked.append((document: index, score: score))
      ranked.moveLast(to: place)
    }
    return ranked.map { hit(ofDocument: $0.document, score: $0.score, query) }
  }

  /// Where a score belongs, behind equal ones, or nil when the list is full of better ones.
  private func place(
    of score: Int32, in ranked: [(document: Int, score: Int32)], limit: Int
  ) -> Int? {
    var place = ranked.count
    while place > 0, ranked[place - 1].score < score { place -= 1 }
    return place < limit ? place : nil
  }

  private func rarity(of count: Int) -> Int32 {
    guard count > 0 else { return 2 }
    let ratio = UInt32(clamping: documents.count / count)
    return 2 + Int32(31 - ratio.leadingZeroBitCount)
  }

  private func score(_ document: Document, _ query: SearchQuery, _ rarities: [Int32]) -> Int32 {
    var score: Int32 = 0
    for (word, rarity) in rarities.enumerated() {
      let bit: UInt8 = 1 << UInt8(truncatingIfNeeded: word)
      var title: Int32 = 0
      for token in tokens[document.titleTokens] where query.mask(token) & bit != 0 {
        title = max(title, query.quality(token))
      }
      var body: Int32 = 0
      for token in tokens[document.bodyTokens] where query.mask(token) & bit != 0 {
        body += query.quality(token)
        if body >= 12 { break }
      }
      score += rarity * (6 * title + min(12, body))
    }
    guard rarities.count > 1 else { return score }
    let nearness = max(
      nearness(in: document.titleTokens, query), nearness(in: document.bodyTokens, query))
    return score + (rarities.max() ?? 0) * nearness
  }

  /// Points for the shortest stretch of tokens that holds every word.
  private func nearness(in range: Range<Int>, _ query: SearchQuery) -> Int32 {
    // Where each word of the query was seen last; the stretch begins at the oldest of them.
    var lastSeen = [Int](repeating: -1, count: query.words.count)
    var shortest = Int.max
    for index in range {
      let mask = query.mask(tokens[index])
      guard mask != 0 else { continue }
      for word in lastSeen.indices where mask & (1 << UInt8(truncatingIfNeeded: word)) != 0 {
        lastSeen[word] = index
      }
      guard let oldest = lastSeen.min(), oldest >= 0 else { continue }
      shortest = min(shortest, index - oldest + 1)
    }
    if shortest <= 2 * query.words.count { return 12 }
    return shortest <= 12 * query.words.count ? 6 : 0
  }
}
