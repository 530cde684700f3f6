internal import Diagnostics

/// Reads what stands between braces: `#id .kind key=value`.
struct BraceReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let text: Bytes
  let path: String
  private(set) var diagnostics: [Diagnostic] = []
  private var attributes: Attributes

  /// Reads from `{` to behind `}`.
  static func read(
    _ text: Bytes, open: Int, close: Int, path: String
  ) -> (Attributes, [Diagnostic]) {
    var reader = BraceReader(text, path: path, range: SourceRange(open, close))
    reader.readWords(open + 1..<close - 1)
    return (reader.attributes, reader.diagnostics)
  }

  private init(_ text: Bytes, path: String, range: SourceRange) {
    self.text = text
    self.path = path
    attributes = Attributes(range: range)
  }

  private mutating func readWords(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let skip = TypedCharacters.skippable(text, offset)
      if skip > 0 {
        offset += skip
        continue
      }
      let start = offset
      offset = joined(wordEnd(start, range.upperBound), range.upperBound)
      readWord(word(start..<offset))
    }
  }

  /// The end of a word with spaces around its `=`: `minutes = 20` is one, though wrong.
  private func joined(_ end: Int, _ limit: Int) -> Int {
    var next = end
    while next < limit, TypedCharacters.skippable(text, next) > 0 {
      next += TypedCharacters.skippable(text, next)
    }
    guard next > end, next < limit,
      text[next] == UInt8(ascii: "=") || text[end - 1] == UInt8(ascii: "=")
    else { return end }
    return joined(wordEnd(next, limit), limit)
  }

  /// The end of a word; a quoted text with its spaces belongs to the word it began in.
  private func wordEnd(_ start: Int, _ limit: Int) -> Int {
    var offset = start
    var closing: [UInt8]?
    while offset < limit {
      if let quote = closing {
        if quote.indices.allSatisfy({ TypedCharacters.byte(text, offset + $0) == quote[$0] }) {
          closing = nil
          offset += quote.count
          continue
        }
      } else if TypedCharacters.isBlank(text[offset]) || TypedCharacters.wideSpace(text, offset) > 0
      {
        break
      } else if let quote = closingQuote(offset), quoteCloses(quote, offset + 1, limit) {
        closing = quote
        offset += text[offset] < 0x80 ? 1 : text[offset] == 0xC2 ? 2 : 3
        continue
      }
      offset += 1
    }
    return offset
  }

  /// The bytes that close the quotation mark at an offset.
  private func closingQuote(_ offset: Int) -> [UInt8]? {
    switch (
      text[offset], TypedCharacters.byte(text, offset + 1), TypedCharacters.byte(text, offset + 2)
    ) {
    case (UInt8(ascii: "\""), _, _): [UInt8(ascii: "\"")]
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9E), (0xE2, 0x80, 0x9D): [0xE2, 0x80, 0x9D]
    case (0xC2, 0xAB, _): [0xC2, 0xBB]
    default: nil
    }
  }

  private func quoteCloses(_ quote: [UInt8], _ start: Int, _ limit: Int) -> Bool {
    var offset = start
    while offset + quote.count <= limit {
      if quote.indices.allSatisfy({ text[offset + $0] == quote[$0] }) { return true }
      offset += 1
    }
    return false
  }

  /// A word without the invisible characters in it and with Western digits.
  private func word(_ range: Range<Int>) -> Word {
    if range.allSatisfy({ text[$0] < 0x80 }) {
      return Word(
        String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self),
        range: SourceRange(range.lowerBound, range.upperBound))
    }
    var bytes: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let skip = TypedCharacters.invisible(text, offset)
      if skip > 0 {
        offset += skip
      } else if let digit = TypedCharacters.arabicDigit(text, offset) {
        bytes.append(UInt8(ascii: "0") + digit)
        offset += 2
      } else {
        bytes.append(text[offset])
        offset += 1
      }
    }
    return Word(
      String(decoding: bytes, as: UTF8.self), range: SourceRange(range.lowerBound, range.upperBound)
    )
  }

  private mutating func readWord(_ word: Word) {
    guard let first = word.text.utf8.first else { return }
    if first == UInt8(ascii: "#") {
      addID(Word(String(word.text.dropFirst()), range: word.range), whole: word)
    } else if first == UInt8(ascii: ".") {
      addClass(word)
    } else if let sign = word.text.utf8.firstIndex(of: UInt8(ascii: "=")) {
      addPair(word, sign)
    } else {
      reportBare(word)
    }
  }
}

// What each word is, and what is wrong with it
extension BraceReader {
  private mutating func addID(_ id: Word, whole: Word) {
    if !Self.isID(id.text) {
      let better = Self.slug(id.text)
      diagnostics.append(
        Diagnostic(
          .malformedID, path: path, range: whole.range,
          "The id `\(id.text)` holds signs that an id can't have.",
          help: "An id is made of small letters a to z, digits and hyphens: `{#safe-place}`.",
          fixes: better.map {
            [Diagnostic.Fix("Write `#\($0)`", range: whole.range, replacement: "#\($0)")]
          } ?? []))
    }
    if let first = attributes.id {
      malformed(
        whole, "There are two ids in one pair of braces: `#\(first.text)` and `\(whole.text)`.",
        help: "Keep one. Other marks in braces begin with a dot: `.critical`.")
    } else {
      attributes.id = id
    }
  }

  private mutating func addClass(_ word: Word) {
    let name = String(word.text.dropFirst())
    if Self.isName(name) {
      attributes.classes.append(Word(name, range: word.range))
      return
    }
    let translated = TranslatedWords.original(of: name)
    let better = translated ?? Self.slug(name)
    malformed(
      word, "`\(word.text)` isn't the name of a kind.",
      help: translated == nil
        ? "A kind is a dot and a word in small letters: `.role-play`."
        : "Kinds are the same words in every language.",
      fix: better.map { ".\($0)" })
    if let better { attributes.classes.append(Word(better, range: word.range)) }
  }

  private mutating func addPair(_ word: Word, _ sign: String.Index) {
    let hasQuotes = word.text.utf8.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 0xE2 || $0 == 0xC2
    }
    if !hasQuotes, word.text.utf8.contains(where: { TypedCharacters.isBlank($0) }) {
      let tight = word.text.filter { !$0.isWhitespace }
      malformed(
        word, "There is a space beside `=`.", help: "Write it without spaces: `minutes=20`.",
        fix: tight.count { $0 == "=" } == 1 ? tight : nil)
      return
    }
    let key = String(word.text[..<sign])
    let value = String(word.text[word.text.index(after: sign)...])
    let plain = hasQuotes ? value.filter { !Self.quotes.contains($0) } : value
    // One word needs no quotation marks, but word processors and habit put them there.
    let isQuoted =
      hasQuotes && value.count == plain.count + 2
      && value.first.map { Self.quotes.contains($0) } == true
      && value.last.map { Self.quotes.contains($0) } == true
    if plain != value, !(isQuoted && Self.isValue(plain) && Self.isName(key.lowercased())) {
      malformed(
        word, "The value of `\(key)` stands in quotation marks.",
        help: "Values in braces are numbers, words or ids, never prose. Put prose in the text.",
        fix: Self.isValue(plain) ? "\(key)=\(plain)" : nil)
    } else if !Self.isName(key.lowercased()) || !Self.isValue(plain) {
      malformed(
        word, "`\(word.text)` isn't a key with a value.",
        help: "Write it without spaces around `=`: `minutes=20`.")
      return
    }
    attributes.pairs.append(
      Attributes.Pair(
        key: Word(key.lowercased(), range: word.range.prefix(key.utf8.count)),
        value: Word(plain, range: word.range.dropping(key.utf8.count + 1))))
  }

  private mutating func reportBare(_ word: Word) {
    if word.text.hasSuffix("#"), Self.isID(String(word.text.dropLast())) {
      malformed(
        word, "The `#` of an id stands in front of it, not behind.",
        help:
          "Right-to-left editors can show it on the other side. What counts is the order of typing.",
        fix: "#\(word.text.dropLast())")
      attributes.id = attributes.id ?? Word(String(word.text.dropLast()), range: word.range)
    } else if word.text.hasSuffix("."), Self.isName(String(word.text.dropLast())) {
      malformed(
        word, "The dot of a kind stands in front of it, not behind.", help: nil,
        fix: ".\(word.text.dropLast())")
    } else {
      malformed(
        word, "`\(word.text)` in braces has no `#`, `.` or `=`.",
        help: "Braces hold an id, kinds and values: `{#id .kind key=value}`.",
        fix: Self.isName(word.text) ? ".\(word.text)" : nil)
    }
  }

  private mutating func malformed(
    _ word: Word, _ message: String, help: String?, fix: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .malformedAttribute, path: path, range: word.range, message, help: help,
        fixes: fix.map {
          [Diagnostic.Fix("Write `\($0)`", range: word.range, replacement: $0)]
        } ?? []))
  }

  private static let quotes: Set<Character> = ["\"", "'", "“", "”", "„", "«", "»", "‘", "’"]

  /// `[a-z0-9][a-z0-9-]*`.
  static func isID(_ text: String) -> Bool {
    text.utf8.allSatisfy { isNameByte($0) }
      && text.utf8.first.map { $0 != UInt8(ascii: "-") } == true
  }

  /// `[a-z][a-z0-9-]*`.
  private static func isName(_ text: String) -> Bool {
    isID(text) && text.utf8.first.map { TypedCharacters.isLetter($0) } == true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || TypedCharacters.isDigit(byte)
      || byte == UInt8(ascii: "-")
  }

  /// Numbers, words, ids, dates, ranges and lists of them: no spaces, quotes or further signs.
  private static func isValue(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        TypedCharacters.isLetter(byte) || TypedCharacters.isDigit(byte) || byte >= 0x80
          || "-_.,:/+#%".utf8.contains(byte)
      }
  }

  /// The id that was probably meant: small letters, hyphens for spaces and underscores.
  private static func slug(_ text: String) -> String? {
    let slug = String(
      text.lowercased().map { "_ .".contains($0) ? "-" : $0 })
    return isID(slug) && slug != text ? slug : nil
  }
}

extension SourceRange {
  /// The first bytes of a range.
  fileprivate func prefix(_ count: Int) -> SourceRange {
    SourceRange(lower, min(upper, lower + count))
  }

  /// A range without its first bytes.
  fileprivate func dropping(_ count: Int) -> SourceRange {
    SourceRange(min(upper, lower + count), upper)
  }
}
