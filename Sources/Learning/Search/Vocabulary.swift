/// The different folded words of all texts, numbered in order of appearance.
struct Vocabulary: Sendable {
  /// A word of the texts.
  struct Entry: Sendable {
    /// Its bytes in the store.
    var range: Range<Int32>
    /// Bytes of an Arabic article in front of it, 0 without one.
    var article: UInt8
    /// Whether it is a run of a script without spaces between words.
    var isUnsegmented: Bool
  }

  /// The words, one behind the other.
  private(set) var store: [UInt8] = []
  private(set) var entries: [Entry] = []
  /// Open addressing: numbers of entries plus one, 0 where free.
  ///
  /// A power of two in size.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// The number of a word; a new word gets the next one.
  @inline(never)
  mutating func number(of word: Word) -> UInt32 {
    if entries.count * 2 >= slots.count { grow() }
    var slot = slot(of: word.folded)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if equals(entries[Int(truncatingIfNeeded: number)], word) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(truncatingIfNeeded: entries.count)
    slots[slot] = number + 1
    let start = Int32(truncatingIfNeeded: store.count)
    store.append(contentsOf: word.folded)
    entries.append(
      Entry(
        range: start..<Int32(truncatingIfNeeded: store.count),
        article: UInt8(truncatingIfNeeded: ArabicArticle.length(in: word.folded)),
        isUnsegmented: word.isUnsegmented))
    return number
  }

  /// How well a word of the texts matches a word of the query.
  @inline(never)
  func match(_ entry: Entry, _ query: QueryWord) -> MatchQuality {
    let start = Int(entry.range.lowerBound)
    let end = Int(entry.range.upperBound)
    if query.isUnsegmented {
      guard entry.isUnsegmented else { return .none }
      return contains(start..<end, query.folded) ? .whole : .none
    }
    if hasPrefix(start, end, query.folded, from: 0) {
      return end - start == query.folded.count ? .whole : .prefix
    }
    let article = Int(entry.article)
    guard article > 0 || query.article > 0,
      hasPrefix(start + article, end, query.folded, from: query.article)
    else { return .none }
    let isWhole = end - start - article == query.folded.count - query.article
    return isWhole ? .wholeBesideArticle : .prefixBesideArticle
  }

  @inline(never)
  private func hasPrefix(_ start: Int, _ end: Int, _ prefix: [UInt8], from first: Int) -> Bool {
    guard end - start >= prefix.count - first else { return false }
    var position = start
    for index in first..<prefix.count {
      if store[position] != prefix[index] { return false }
      position += 1
    }
    return true
  }

  private func contains(_ range: Range<Int>, _ part: [UInt8]) -> Bool {
    guard part.count <= range.count else { return false }
    for start in range.lowerBound...range.upperBound - part.count
    where hasPrefix(start, range.upperBound, part, from: 0) {
      return true
    }
    return false
  }

  private func equals(_ entry: Entry, _ word: Word) -> Bool {
    entry.range.count == word.folded.count
      && hasPrefix(
        Int(entry.range.lowerBound), Int(entry.range.upperBound), word.folded, from: 0)
  }

  private func slot(of word: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    hash ^= hash >> 15
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for index in entries.indices {
      let range = entries[index].range
      var slot = slot(of: store[Int(range.lowerBound)..<Int(range.upperBound)])
      while slots[slot] != 0 {
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = UInt32(truncatingIfNeeded: index) + 1
    }
  }
}

/// A word that the learner typed.
struct QueryWord {
  /// Folded letters in UTF-8.
  var folded: [UInt8]
  /// Bytes of an Arabic article in front, 0 without one.
  var article: Int
  /// Whether to look for it inside runs of letters.
  var isUnsegmented: Bool
}

/// How well a word matches, as the points that it earns.
enum MatchQuality: Int32 {
  case none = 0
  case prefixBesideArticle = 1
  case prefix = 2
  case wholeBesideArticle = 3
  case whole = 4
}

/// The Arabic article and the one-letter words written together with it: who looks for "referral"
/// also means "the referral", "and the referral", "for the referral".
enum ArabicArticle {
  /// Bytes to pass over at the beginning of a folded word: ال, لل, or و ف ب ك before one of them;
  /// 0 when there is none or fewer than two letters would be left.
  static func length(in word: [UInt8]) -> Int {
    var length = 0
    if isLetter(0x48, at: 0, of: word) || isLetter(0x41, at: 0, of: word)
      || isLetter(0x28, at: 0, of: word) || isLetter(0x43, at: 0, of: word)
    {
      length = 2
    }
    guard isLetter(0x44, at: length + 2, of: word),
      isLetter(0x27, at: length, of: word) || isLetter(0x44, at: length, of: word)
    else { return 0 }
    length += 4
    return word.count - length >= 4 ? length : 0
  }

  /// Whether U+0600 + `letter` stands at an offset; these letters take two bytes in UTF-8.
  private static func isLetter(_ letter: UInt8, at offset: Int, of word: [UInt8]) -> Bool {
    guard offset + 1 < word.count else { return false }
    return word[offset] == 0xD8 + letter >> 6 && word[offset + 1] == 0x80 | letter & 0x3F
  }
}
