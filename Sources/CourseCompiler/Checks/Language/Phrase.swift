/// Words that a check looks for, and what they mean.
struct Phrase {
  /// What a phrase is a sign of.
  enum Matter: Equatable {
    /// Violence or abuse is spoken of.
    case violence
    /// A term that hurts or is wrong; what to write instead, and who says so.
    case term(better: String, source: TermSource)
    /// Text that somebody wanted to write later.
    case placeholder
    /// A date behind it is when someone was born.
    case birth
    /// A number behind it is one to call.
    case telephone
    /// A number behind it is that of a passport or another paper.
    case paper
    /// A word of negation; `second` words turn an earlier negation round again.
    case negation(second: Bool)
    /// A question asks which of several things: `which`.
    case choice
  }

  /// Who says that a term shouldn't be used.
  enum TermSource: String {
    case iomGlossary = "IOM, Glossary on Migration (2019)"
    case disabilityLanguage = "United Nations, Disability-Inclusive Language Guidelines (2021)"
    case luxembourg = "Terminology Guidelines for the Protection of Children (Luxembourg, 2016)"
    case suicideReporting = "WHO, Preventing suicide: a resource for media professionals (2023)"
    case unaids = "UNAIDS, Terminology Guidelines (2015)"
  }

  /// The words in small letters, as UTF-8.
  let words: [[UInt8]]
  /// Whether the last word may go on: `tortur*`.
  let isPrefix: Bool
  /// Whether only capitals count: `TODO`.
  let isCapital: Bool
  let matter: Matter

  /// Reads a phrase of a table: words with single spaces; `*` behind the last when it may go on.
  init(_ text: String, _ matter: Matter) {
    isPrefix = text.hasSuffix("*")
    let plain = isPrefix ? String(text.dropLast()) : text
    isCapital = plain.count > 1 && plain.allSatisfy { $0.isUppercase }
    words = plain.lowercased().split(separator: " ").map { word in
      Array(
        String(String.UnicodeScalarView(word.unicodeScalars.filter { !Self.isArabicMark($0) })).utf8
      )
    }
    self.matter = matter
  }

  /// Vowel signs and tatweel, which Arabic is written with or without.
  private static func isArabicMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x640 || (0x64B...0x65F).contains(scalar.value)
  }
}

/// The phrases of a language, ready to be found.
///
/// Nearly every word is passed by after a look at its first four bytes in a small table of bits
/// (Bloom 1970); only the others are compared.
struct Phrases {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// 8192 bits; one is set for each key of `byKey`.
  private(set) var filter = [UInt64](repeating: 0, count: 128)
  /// Phrases by the first four bytes of their first word.
  private var byKey: [UInt32: [Phrase]] = [:]

  init(_ tables: [[(String, Phrase.Matter)]]) {
    for (text, matter) in tables.joined() {
      let phrase = Phrase(text, matter)
      guard let first = phrase.words.first else { continue }
      let key = first.withUnsafeBufferPointer { Self.key($0, 0..<first.count) }
      byKey[key, default: []].append(phrase)
      let bit = Self.bit(key)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// The phrases of a language; those of all languages when it is another one.
  static func of(_ language: TextLanguage?) -> Phrases {
    switch language {
    case .english: english
    case .french: french
    case .spanish: spanish
    case .arabic: arabic
    case nil: anywhere
    }
  }

  private static let english = Phrases([Phrase.anywhere, Phrase.english])
  private static let french = Phrases([Phrase.anywhere, Phrase.french])
  private static let spanish = Phrases([Phrase.spanish])
  private static let arabic = Phrases([Phrase.anywhere, Phrase.arabic])
  private static let anywhere = Phrases([Phrase.anywhere])

  // MARK: Finding

  /// Whether a phrase may begin with a word: false for nearly all.
  @inline(__always)
  func mayBegin(
    _ bytes: Bytes, _ word: Range<Int>, filter: UnsafeBufferPointer<UInt64>, isArabic: Bool
  ) -> Bool {
    func isSet(_ range: Range<Int>) -> Bool {
      let bit = Self.bit(Self.key(bytes, range))
      return filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }
    if isSet(word) { return true }
    guard isArabic else { return false }
    var start = word.lowerBound
    while let next = Self.stripped(bytes, start..<word.upperBound) {
      start = next
      if isSet(start..<word.upperBound) { return true }
    }
    return false
  }

  /// Notes the phrases that begin with a word.
  ///
  /// - Parameters:
  ///   - block: the text that holds the word.
  ///   - end: where that text ends.
  func find(
    _ bytes: Bytes, _ word: Range<Int>, block: Int, _ end: Int, isArabic: Bool,
    hits: inout [Wording.Hit]
  ) {
    var start = word.lowerBound
    while true {
      for phrase in byKey[Self.key(bytes, start..<word.upperBound)] ?? [] {
        guard let upper = Self.end(of: phrase, bytes, start, end, isArabic: isArabic) else {
          continue
        }
        hits.append(Wording.Hit(block: block, range: start..<upper, matter: phrase.matter))
      }
      guard isArabic, let next = Self.stripped(bytes, start..<word.upperBound) else { break }
      start = next
    }
  }

  /// Where an Arabic word goes on behind one letter or article that is written together with it:
  /// و ف ب ل ك ال.
  private static func stripped(_ bytes: Bytes, _ word: Range<Int>) -> Int? {
    // What is left must be a word: two letters.
    guard word.count >= 6, bytes[word.lowerBound] == 0xD9 || bytes[word.lowerBound] == 0xD8
    else { return nil }
    switch (bytes[word.lowerBound], bytes[word.lowerBound + 1]) {
    case (0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x84), (0xD9, 0x83):
      return word.lowerBound + 2
    case (0xD8, 0xA7):
      let isArticle = bytes[word.lowerBound + 2] == 0xD9 && bytes[word.lowerBound + 3] == 0x84
      return isArticle && word.count >= 8 ? word.lowerBound + 4 : nil
    default: return nil
    }
  }

  private static func key(_ bytes: Bytes, _ word: Range<Int>) -> UInt32 {
    var key: UInt32 = 0
    var count = 0
    var offset = word.lowerBound
    while offset < word.upperBound, count < 4, bytes[offset] < 0x80 {
      let byte = bytes[offset]
      let isCapital = byte &- UInt8(ascii: "A") < 26
      key = key << 8 | UInt32(isCapital ? byte | 32 : byte)
      offset += 1
      count += 1
    }
    while offset < word.upperBound, count < 4 {
      offset = behindMarks(bytes, offset, word.upperBound)
      guard offset < word.upperBound else { break }
      key = key << 8 | UInt32(lowered(bytes, offset, word.lowerBound))
      offset += 1
      count += 1
    }
    return key
  }

  /// Where the next letter stands behind Arabic vowel signs and tatweel.
  @inline(__always)
  private static func behindMarks(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset + 1 < end, bytes[offset] == 0xD9,
      bytes[offset + 1] == 0x80 || (bytes[offset + 1] >= 0x8B && bytes[offset + 1] <= 0x9F)
    {
      offset += 2
    }
    return offset
  }

  private static func bit(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 19) }

  /// A byte with capitals made small, `É` included.
  @inline(__always)
  private static func lowered(_ bytes: Bytes, _ offset: Int, _ start: Int) -> UInt8 {
    let byte = bytes[offset]
    if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { return byte | 32 }
    if byte >= 0x80, byte <= 0x9E, offset > start, bytes[offset - 1] == 0xC3 { return byte | 32 }
    return byte
  }

  /// The end of a phrase that begins at an offset; nil when other words stand there.
  private static func end(
    of phrase: Phrase, _ bytes: Bytes, _ start: Int, _ end: Int, isArabic: Bool
  ) -> Int? {
    var offset = start
    for (index, word) in phrase.words.enumerated() {
      if index > 0 {
        guard let next = nextWord(bytes, offset, end) else { return nil }
        offset = next
        // The article and its like stand before later words of Arabic phrases, too.
        if isArabic, let plain = match(word, bytes, offset, end) {
          offset = plain
          continue
        } else if isArabic, let next = stripped(bytes, offset..<end) {
          offset = next
        }
      }
      guard let after = match(word, bytes, offset, end) else { return nil }
      if phrase.isCapital {
        guard bytes[offset..<after].allSatisfy({ $0 < UInt8(ascii: "a") }) else { return nil }
      }
      if index + 1 < phrase.words.count || !phrase.isPrefix {
        guard isEnd(bytes, after, end) else { return nil }
      }
      offset = after
    }
    guard phrase.isPrefix else { return offset }
    while offset < end, !isEnd(bytes, offset, end) {
      offset += Letter.at(offset, in: bytes, end).length
    }
    return offset
  }

  /// Where a word ends that stands at an offset; Arabic vowel signs between letters count for nothing.
  private static func match(_ word: [UInt8], _ bytes: Bytes, _ start: Int, _ end: Int) -> Int? {
    var offset = start
    for byte in word {
      offset = behindMarks(bytes, offset, end)
      guard offset < end, lowered(bytes, offset, start) == byte else { return nil }
      offset += 1
    }
    return offset
  }

  private static func isEnd(_ bytes: Bytes, _ offset: Int, _ end: Int) -> Bool {
    guard offset < end else { return true }
    switch Letter.at(offset, in: bytes, end).kind {
    case .letter, .capital, .caseless, .otherScript, .digit: return false
    case .mark, .joiner, .stop, .space, .bracket, .brace, .atSign, .code, .end, .credit,
      .invisible, .other:
      return true
    }
  }

  /// Where the next word of the same sentence begins.
  private static func nextWord(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int? {
    var offset = start
    while offset < end {
      let letter = Letter.at(offset, in: bytes, end)
      switch letter.kind {
      case .letter, .capital, .caseless, .otherScript, .digit: return offset
      case .space, .joiner, .mark, .invisible: offset += letter.length
      case .stop, .bracket, .brace, .atSign, .code, .end, .credit, .other: return nil
      }
    }
    return nil
  }
}
