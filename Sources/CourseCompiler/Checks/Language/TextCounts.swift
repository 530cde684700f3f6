/// How much there is to read in a text.
package struct TextCounts: Sendable, Equatable {
  package var sentences = 0
  package var words = 0
  /// Syllables, for the languages that are measured by them.
  package var syllables = 0
  /// Words of more than six letters.
  package var longWords = 0

  /// Creates counts.
  package init(sentences: Int = 0, words: Int = 0, syllables: Int = 0, longWords: Int = 0) {
    self.sentences = sentences
    self.words = words
    self.syllables = syllables
    self.longWords = longWords
  }

  /// Counts what is in a text without marks.
  package init(_ text: String, in language: TextLanguage) {
    let bytes = Array(text.utf8)
    let phrases = Phrases.of(language)
    self = bytes.withUnsafeBufferPointer { bytes in
      phrases.filter.withUnsafeBufferPointer { filter in
        var walk = WordWalk(
          bytes, language: language, phrases: phrases, filter: filter, limit: Int.max)
        walk.run(0, 0..<bytes.count)
        return walk.finds.counts.first ?? TextCounts()
      }
    }
  }

  static func + (left: TextCounts, right: TextCounts) -> TextCounts {
    TextCounts(
      sentences: left.sentences + right.sentences, words: left.words + right.words,
      syllables: left.syllables + right.syllables, longWords: left.longWords + right.longWords)
  }
}
