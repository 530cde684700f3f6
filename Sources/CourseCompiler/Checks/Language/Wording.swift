internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// What one walk over a file's words found: everything that the checks of words begin at.
struct Wording {
  /// A sentence with more words than the limit.
  struct LongSentence {
    let block: Int
    let range: Range<Int>
    let words: Int
  }

  /// A word, or several, at a place of the text.
  struct Place {
    let block: Int
    let range: Range<Int>
  }

  /// Words that stand in the tables of phrases.
  struct Hit {
    let block: Int
    let range: Range<Int>
    let matter: Phrase.Matter
  }

  let text: ProseText
  /// nil for a language whose words the checks don't know.
  let language: TextLanguage?
  let finds: Finds

  /// What the walk notes down.
  struct Finds {
    /// For each text of `text.blocks`, how much there is to read; syllables of paragraphs only.
    var counts: [TextCounts] = []
    var longSentences: [LongSentence] = []
    /// Words of capitals.
    var capitals: [Place] = []
    /// Words with digits.
    var numbers: [Place] = []
    /// `@` signs.
    var atSigns: [Place] = []
    /// `[` and `(` signs.
    var brackets: [Place] = []
    /// Words that stand in the tables of phrases.
    var hits: [Hit] = []
    /// Words with letters of more than one script.
    var mixed: [Place] = []
    /// Invisible characters between two letters, and signs that turn a text over.
    var hidden: [Place] = []
  }

  /// Walks over the words of a file.
  ///
  /// - Parameter limit: how many words a sentence may have; nil when it doesn't matter.
  init(_ written: WrittenFile, limit: Int?) {
    let text = ProseText(written)
    let language = TextLanguage(written.language)
    let phrases = Phrases.of(language)
    finds = text.bytes.withUnsafeBufferPointer { bytes in
      phrases.filter.withUnsafeBufferPointer { filter in
        var walk = WordWalk(
          bytes, language: language, phrases: phrases, filter: filter, limit: limit ?? Int.max)
        for (number, block) in text.blocks.enumerated() {
          // Headings, cells and titles are no sentences, so nobody measures how hard they are.
          walk.run(number, block.range, isMeasured: block.kind == .paragraph)
        }
        return walk.finds
      }
    }
    self.text = text
    self.language = language
  }
}

extension Wording {
  /// Whether learners read a text.
  func isForLearners(_ block: Int) -> Bool { !text.blocks[block].isForFacilitators }

  /// Bytes around a place, as far as they belong to its text: looking further would make a text
  /// without end slow to check.
  func around(_ place: Place, _ distance: Int) -> (
    before: ArraySlice<UInt8>, after: ArraySlice<UInt8>
  ) {
    let block = text.blocks[place.block].range
    let lower = max(block.lowerBound, place.range.lowerBound - distance)
    let upper = min(block.upperBound, place.range.upperBound + distance)
    return (
      text.bytes[lower..<place.range.lowerBound], text.bytes[place.range.upperBound..<upper]
    )
  }

  /// Where a place stands in the file.
  func source(_ range: Range<Int>) -> SourceRange { text.source(of: range) }

  /// Whether words are set off from the sentence, by quotation marks or emphasis: they are spoken
  /// about then, and not used.
  func isMentioned(_ range: Range<Int>, in markup: Markup) -> Bool {
    let before = String(decoding: text.bytes[..<range.lowerBound].suffix(5), as: UTF8.self)
    let quotes = ["\"", "'", "“", "«", "‘", "« ", "«\u{00A0}", "«\u{202F}", "”", "„"]
    if quotes.contains(where: { before.hasSuffix($0) }) { return true }
    let node = text.node(at: range.lowerBound)
    guard node >= 0 else { return false }
    let parent = Int(markup.nodes[node].parent)
    return parent >= 0
      && (markup.nodes[parent].kind == .emphasis || markup.nodes[parent].kind == .strong
        || markup.nodes[parent].kind == .strikethrough)
  }
}
