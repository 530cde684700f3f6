/// Syllables of French words as prose is read: the silent `e` at the end of a word doesn't count.
///
/// Vowel letters that stand together are one syllable (`eau`, `oui`), unless an accent or a `y`
/// between vowels parts them (`cré-a-tion`, `No-ël`, `pa-yer`). `-es` and, in verbs, `-ent` are silent.
enum FrenchSyllables {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// How many syllables a word has; elided parts such as `l’` have none.
  static func count(_ bytes: Bytes, _ word: Range<Int>) -> Int {
    var syllables = 0
    /// The vowel right before; 0 for a consonant.
    var previous: UInt8 = 0
    var previousIsAccented = false
    var offset = word.lowerBound
    let end = word.upperBound - silentEnd(bytes, word)
    while offset < end {
      let (vowel, isAccented, length) = vowel(bytes, offset, word)
      if vowel != 0 {
        let isApart =
          previous != 0
          && (previousIsAccented && vowel != UInt8(ascii: "e") || isAccented == .trema
            || isAccented == .acute || previous == UInt8(ascii: "y")
            || (previous == UInt8(ascii: "a") && vowel == UInt8(ascii: "o")))
        if previous == 0 || isApart { syllables += 1 }
        previousIsAccented = isAccented == .acute
      }
      previous = vowel
      offset += length
    }
    // `le`, `que`: the only vowel of a word is spoken.
    if syllables == 0, end < word.upperBound, word.count > 1 { return 1 }
    return syllables
  }

  private enum Accent { case none, acute, trema, other }

  /// The vowel at an offset without its accent; 0 for a consonant and for the silent `u` of `qu`.
  private static func vowel(
    _ bytes: Bytes, _ offset: Int, _ word: Range<Int>
  ) -> (UInt8, Accent, Int) {
    let byte = bytes[offset]
    if byte < 0x80 {
      let letter = byte | 32
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"):
        return (letter, .none, 1)
      case UInt8(ascii: "u"):
        let isSilent =
          offset > word.lowerBound && bytes[offset - 1] | 32 == UInt8(ascii: "q")
        return (isSilent ? 0 : letter, .none, 1)
      case UInt8(ascii: "y"): return (letter, .none, 1)
      default: return (0, .none, 1)
      }
    }
    guard byte == 0xC3 || byte == 0xC5, offset + 1 < word.upperBound else {
      return (0, .none, byte < 0xE0 ? 2 : 3)
    }
    if byte == 0xC5 {
      // œ and Œ.
      let isVowel = bytes[offset + 1] == 0x93 || bytes[offset + 1] == 0x92
      return (isVowel ? UInt8(ascii: "o") : 0, .none, 2)
    }
    switch bytes[offset + 1] | 32 {
    case 0xA0, 0xA2, 0xA6: return (UInt8(ascii: "a"), .other, 2)
    case 0xA9: return (UInt8(ascii: "e"), .acute, 2)
    case 0xA8, 0xAA: return (UInt8(ascii: "e"), .other, 2)
    case 0xAB: return (UInt8(ascii: "e"), .trema, 2)
    case 0xAE: return (UInt8(ascii: "i"), .other, 2)
    case 0xAF: return (UInt8(ascii: "i"), .trema, 2)
    case 0xB4: return (UInt8(ascii: "o"), .other, 2)
    case 0xB9, 0xBB: return (UInt8(ascii: "u"), .other, 2)
    case 0xBC: return (UInt8(ascii: "u"), .trema, 2)
    default: return (0, .none, 2)
    }
  }

  /// How many bytes at the end of a word are not spoken: `e`, `es`, and `ent` of verbs.
  private static func silentEnd(_ bytes: Bytes, _ word: Range<Int>) -> Int {
    guard word.count > 1 else { return 0 }
    let last = bytes[word.upperBound - 1] | 32
    let second = bytes[word.upperBound - 2] | 32
    if last == UInt8(ascii: "e") { return 1 }
    if last == UInt8(ascii: "s"), second == UInt8(ascii: "e"), word.count > 3 { return 2 }
    guard word.count > 5, last == UInt8(ascii: "t"), second == UInt8(ascii: "n"),
      bytes[word.upperBound - 3] | 32 == UInt8(ascii: "e")
    else { return 0 }
    return isVerbEnding(bytes, word.upperBound - 3, word) ? 3 : 0
  }

  /// Whether `-ent` is that of `ils viennent`, by the letters before it; nouns and adverbs in
  /// `-ment`, `-cent`, `-dent`, `-gent`, `-lent`, `-rent`, `-tent` are far more frequent.
  private static func isVerbEnding(_ bytes: Bytes, _ end: Int, _ word: Range<Int>) -> Bool {
    let before = bytes[end - 1] | 32
    let second = bytes[end - 2] | 32
    switch before {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "l"), UInt8(ascii: "s"),
      UInt8(ascii: "p"), UInt8(ascii: "r"):
      return second == before
    case UInt8(ascii: "v"):
      // `doivent`, `peuvent`, `servent`; not `souvent`, `couvent`.
      return !(second == UInt8(ascii: "u") && bytes[end - 3] | 32 == UInt8(ascii: "o"))
    case UInt8(ascii: "u"): return second == UInt8(ascii: "q") && word.count <= 9
    case UInt8(ascii: "i"): return second == UInt8(ascii: "a") || second == UInt8(ascii: "o")
    default: return false
    }
  }
}
