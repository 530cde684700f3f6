/// Walks over the bytes of one text once and cuts it into words and sentences.
///
/// A word is what stands between spaces (Flesch 1949: contractions and words with hyphens are one),
/// but its parts, `l’` and `eau`, are looked up one by one. A sentence ends at `.`, `!`, `?`, `…` and
/// their Arabic forms when the next word begins with a capital, a digit or a letter without case,
/// and at the end of the text; not behind an abbreviation or a single letter. The Arabic comma and
/// semicolon end none.
struct WordWalk {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private let bytes: Bytes
  private let language: TextLanguage?
  private let abbreviations: [[UInt8]]
  private let phrases: Phrases
  private let filter: UnsafeBufferPointer<UInt64>
  /// More words than this make a sentence long.
  private let limit: Int

  private(set) var finds = Wording.Finds()
  /// The text that is read now, its place and what is in it.
  private var block = 0
  private var range = 0..<0
  private var counts = TextCounts()
  private var isMeasured = true

  /// Where the sentence begins; nil before its first word.
  private var sentenceStart: Int?
  private var sentenceWords = 0
  /// Syllables of the word so far; -1 between words.
  private var wordSyllables = -1
  /// Where the last word ended.
  private var lastEnd = 0
  /// The last word, when it may be an abbreviation.
  private var lastWord = 0..<0
  /// A full stop or its like stands behind the last word.
  private var hasStop = false
  /// The stop is a full stop, which may belong to an abbreviation.
  private var isFullStop = false
  /// White space or a sign stands between the last word and here.
  private var hasGap = true

  init(
    _ bytes: Bytes, language: TextLanguage?, phrases: Phrases,
    filter: UnsafeBufferPointer<UInt64>, limit: Int
  ) {
    self.bytes = bytes
    self.language = language
    abbreviations = language?.abbreviations ?? []
    self.phrases = phrases
    self.filter = filter
    self.limit = limit
  }

  /// Walks over a text.
  /// - Parameter isMeasured: whether anybody asks how many syllables it has.
  mutating func run(_ block: Int, _ range: Range<Int>, isMeasured: Bool = true) {
    self.block = block
    self.range = range
    self.isMeasured = isMeasured
    counts = TextCounts()
    lastEnd = range.lowerBound
    lastWord = range.lowerBound..<range.lowerBound
    var offset = range.lowerBound
    while offset < range.upperBound {
      let letter = Letter.at(offset, in: bytes, range.upperBound)
      switch letter.kind {
      case .letter, .capital, .caseless, .digit, .otherScript: offset = word(from: offset)
      case .space:
        hasGap = true
        offset += letter.length
      case .stop(let isFullStop):
        hasStop = true
        self.isFullStop = isFullStop
        offset += letter.length
      case .bracket:
        finds.brackets.append(place(offset..<offset + 1))
        hasGap = true
        offset += 1
      case .brace: offset = slot(from: offset)
      case .atSign:
        finds.atSigns.append(place(offset..<offset + 1))
        offset += 1
      case .code:
        countWord(offset..<offset + 1, syllables: 1, isLong: false)
        offset += 1
      case .end:
        endSentence()
        offset += 1
      case .credit: offset = range.upperBound
      case .invisible:
        if turnsOver(offset, letter.length) {
          finds.hidden.append(place(offset..<offset + letter.length))
        }
        offset += letter.length
      case .joiner, .mark: offset += letter.length
      case .other:
        hasGap = true
        offset += letter.length
      }
    }
    endSentence()
    finds.counts.append(counts)
  }

  private func place(_ range: Range<Int>) -> Wording.Place {
    Wording.Place(block: block, range: range)
  }

  /// `{{slot}}` counts as a word; any other brace is a sign.
  private mutating func slot(from start: Int) -> Int {
    guard start + 1 < range.upperBound, bytes[start + 1] == UInt8(ascii: "{") else {
      hasGap = true
      return start + 1
    }
    var offset = start + 2
    while offset + 1 < range.upperBound, bytes[offset] != UInt8(ascii: "}"), offset < start + 80 {
      offset += 1
    }
    guard offset < range.upperBound, bytes[offset] == UInt8(ascii: "}") else {
      hasGap = true
      return start + 2
    }
    countWord(start..<offset + 1, syllables: 2, isLong: false)
    return min(offset + 2, range.upperBound)
  }

  /// Whether a sign turns the direction of a text over, which can make it read as something else.
  private func turnsOver(_ offset: Int, _ length: Int) -> Bool {
    length == 3 && bytes[offset + 1] == 0x80
      && (bytes[offset + 2] == 0xAD || bytes[offset + 2] == 0xAE)
  }

  // MARK: Words

  /// Reads a word, or a part of one, and returns its end.
  private mutating func word(from start: Int) -> Int {
    var shape = WordShape()
    var offset = start
    var lastLetterEnd = start
    var invisible: Range<Int>?
    while offset < range.upperBound {
      let letter = Letter.at(offset, in: bytes, range.upperBound)
      switch letter.kind {
      case .letter: shape.letters += 1
      case .capital:
        shape.letters += 1
        shape.capitals += 1
      case .caseless:
        shape.letters += 1
        shape.caseless += 1
      case .otherScript:
        shape.letters += 1
        shape.others += 1
      case .digit: shape.digits += 1
      case .mark: break
      case .invisible:
        if invisible == nil { invisible = offset..<offset + letter.length }
        offset += letter.length
        continue
      case .space, .stop, .bracket, .brace, .atSign, .code, .end, .credit, .joiner, .other:
        finish(start..<lastLetterEnd, shape)
        return offset
      }
      if let hidden = invisible {
        finds.hidden.append(place(hidden))
        invisible = nil
      }
      offset += letter.length
      let smallLetters = smallLetters(from: offset)
      shape.letters += smallLetters
      offset += smallLetters
      lastLetterEnd = offset
    }
    finish(start..<lastLetterEnd, shape)
    return offset
  }

  /// How many ASCII letters without capitals stand next to each other: most of nearly every word.
  private func smallLetters(from start: Int) -> Int {
    var offset = start
    let end = range.upperBound
    while offset < end, bytes[offset] &- UInt8(ascii: "a") < 26 { offset += 1 }
    return offset - start
  }

  private mutating func finish(_ word: Range<Int>, _ shape: WordShape) {
    if shape.others > 0, shape.letters > shape.others + shape.caseless {
      finds.mixed.append(place(word))
    }
    if shape.digits > 0 {
      finds.numbers.append(place(word))
    } else if shape.capitals > 1, shape.letters - shape.capitals <= 1 {
      finds.capitals.append(place(word))
    }
    countWord(
      word, syllables: isMeasured ? syllables(of: word, shape) : 0, isLong: shape.letters > 6)
    guard phrases.mayBegin(bytes, word, filter: filter, isArabic: language == .arabic) else {
      return
    }
    phrases.find(
      bytes, word, block: block, range.upperBound, isArabic: language == .arabic,
      hits: &finds.hits)
  }

  private func syllables(of word: Range<Int>, _ shape: WordShape) -> Int {
    switch language {
    case .english: shape.letters == 0 ? 1 : EnglishSyllables.count(bytes, word)
    case .french: shape.letters == 0 ? 1 : FrenchSyllables.count(bytes, word)
    case .spanish: shape.letters == 0 ? 1 : SpanishSyllables.count(bytes, word)
    case .arabic, nil: 0
    }
  }

  private mutating func countWord(_ word: Range<Int>, syllables: Int, isLong: Bool) {
    if hasStop, hasGap, beginsSentence(word.lowerBound) { endSentence() }
    hasStop = false
    if hasGap || sentenceStart == nil {
      endWord()
      sentenceWords += 1
      counts.words += 1
      wordSyllables = 0
    }
    // The parts of one word follow each other without a gap: `aujourd’hui`, `long-term`.
    wordSyllables += syllables
    if isLong { counts.longWords += 1 }
    if sentenceStart == nil { sentenceStart = word.lowerBound }
    lastEnd = word.upperBound
    lastWord = word
    hasGap = false
  }

  // MARK: Sentences

  /// Whether a word behind a stop begins a new sentence.
  private func beginsSentence(_ offset: Int) -> Bool {
    if Letter.at(offset, in: bytes, range.upperBound).kind == .letter { return false }
    guard isFullStop else { return true }
    // `J. Smith`, `e.g. Marenda`.
    if lastWord.count == 1 {
      return Letter.at(lastWord.lowerBound, in: bytes, range.upperBound).kind == .digit
    }
    guard lastWord.count <= 6 else { return true }
    return !abbreviations.contains { isLastWord($0) }
  }

  /// Whether the last word is this one, in small letters or with a capital first.
  private func isLastWord(_ word: [UInt8]) -> Bool {
    guard word.count == lastWord.count, bytes[lastWord.lowerBound] | 32 == word[0] | 32 else {
      return false
    }
    return word.indices.dropFirst().allSatisfy { bytes[lastWord.lowerBound + $0] == word[$0] }
  }

  /// Counts the syllables of a whole word; every word has one at least, `km` and `Dr`, too.
  private mutating func endWord() {
    if wordSyllables >= 0 { counts.syllables += max(1, wordSyllables) }
    wordSyllables = -1
  }

  private mutating func endSentence() {
    endWord()
    if let start = sentenceStart, sentenceWords > 0 {
      counts.sentences += 1
      if sentenceWords > limit {
        finds.longSentences.append(
          Wording.LongSentence(block: block, range: start..<lastEnd, words: sentenceWords))
      }
    }
    sentenceStart = nil
    sentenceWords = 0
    hasStop = false
    hasGap = true
  }
}

/// What the letters of a word are.
private struct WordShape {
  var letters = 0
  var capitals = 0
  var digits = 0
  /// Arabic letters and others that have no case.
  var caseless = 0
  /// Greek and Cyrillic letters.
  var others = 0
}
