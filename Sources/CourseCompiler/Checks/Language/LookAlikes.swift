internal import Diagnostics
internal import MarkupTree

/// Letters of other scripts that look like Latin ones.
enum LookAlike {
  /// The Latin letter that a Cyrillic or Greek letter can't be told from (Unicode Technical
  /// Standard 39, confusables); nil for other letters.
  static func latin(_ scalar: Unicode.Scalar) -> Character? {
    letters[scalar]
  }

  private static let letters: [Unicode.Scalar: Character] = {
    let cyrillic: [(String, String)] = [
      ("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw"), ("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS"),
    ]
    let greek: [(String, String)] = [
      ("οανικρυχε", "oavikpuxe"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ]
    var result: [Unicode.Scalar: Character] = [:]
    for (foreign, latin) in cyrillic + greek {
      for (scalar, letter) in zip(foreign.unicodeScalars, latin) { result[scalar] = letter }
    }
    // Lowercase к, м, т and в look like small capitals, which people don't see at a glance.
    for (scalar, letter) in zip("кмтв".unicodeScalars, "kmtb") { result[scalar] = letter }
    return result
  }()

  /// A word with every look-alike put right; nil when it holds another foreign letter.
  static func plain(_ word: String) -> String? {
    var result = ""
    for character in word {
      guard let scalar = character.unicodeScalars.first else { continue }
      if isForeign(scalar) {
        guard let letter = latin(scalar) else { return nil }
        result.append(letter)
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Whether a letter is Greek or Cyrillic.
  static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x52F).contains(scalar.value)
  }
}

/// Finds look-alike letters in what the compiler reads: braces, block words, slots, addresses.
///
/// `{.fаcilitator}` with a Cyrillic а names nothing, and nobody can see why. So such a place gets
/// this message in the place of any other.
enum LookAlikesInMarks: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    let bytes = file.bytes
    // No file without Greek or Cyrillic goes on from here.
    let isForeign = bytes.withUnsafeBufferPointer { $0.contains { $0 &- 0xCD < 8 } }
    guard isForeign else { return [] }
    var findings: [Diagnostic] = []
    var mark: (start: Int, close: UInt8)?
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if let open = mark {
        if byte == open.close || byte == UInt8(ascii: "\n") {
          findings += words(open.start..<offset, file)
          mark = nil
        }
      } else if let close = opens(bytes, offset) {
        mark = (offset + 1, close)
      }
      offset += 1
    }
    return findings
  }

  /// The byte that ends what begins here; nil when nothing does.
  private static func opens(_ bytes: [UInt8], _ offset: Int) -> UInt8? {
    switch bytes[offset] {
    case UInt8(ascii: "{"): return UInt8(ascii: "}")
    case UInt8(ascii: "["):
      let isBlock = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "!")
      return isBlock ? UInt8(ascii: "]") : nil
    case UInt8(ascii: "("):
      return offset > 0 && bytes[offset - 1] == UInt8(ascii: "]") ? UInt8(ascii: ")") : nil
    default: return nil
    }
  }

  private static func words(_ range: Range<Int>, _ file: CheckedFile) -> [Diagnostic] {
    // What stands around the name in a slot and in a block's word is no part of it.
    file.bytes[range].split { " {!".utf8.contains($0) }.compactMap { word in
      guard word.contains(where: { $0 >= 0xCD && $0 <= 0xD4 }) else { return nil }
      let typed = String(decoding: word, as: UTF8.self)
      guard let plain = LookAlike.plain(typed), plain != typed,
        // A word wholly in another script isn't mixed up; its own message says more.
        plain.allSatisfy(\.isASCII)
      else { return nil }
      let letters = typed.unicodeScalars.filter(LookAlike.isForeign).map { "`\($0)`" }
      let place = SourceRange(word.startIndex, word.endIndex)
      return file.problem(
        .lookAlikeInMark, place,
        "`\(typed)` holds \(letters.joined(separator: ", ")) of another script, which only "
          + "\(letters.count == 1 ? "looks" : "look") like Latin.",
        help: "Write `\(plain)`. Nothing is found under a name with such letters.",
        fixes: [.init("Write `\(plain)`", range: place, replacement: plain)])
    }
  }
}

/// Finds words that mix Latin letters with Greek or Cyrillic ones.
///
/// A search doesn't find them, and a voice spells them out.
enum LookAlikesInWords: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.wording.finds.mixed.map { place in
      let typed = file.wording.text.string(place.range)
      let range = file.wording.source(place.range)
      let plain = LookAlike.plain(typed)
      let isExact = range.upper - range.lower == place.range.count
      return file.problem(
        .lookAlikeLetter, range, "The letters of `\(typed)` belong to more than one script.",
        help: "Type the word again. No search finds it, and a screen reader spells it out.",
        fixes: plain.map { plain in
          isExact ? [.init("Write `\(plain)`", range: range, replacement: plain)] : []
        } ?? [])
    }
  }
}
