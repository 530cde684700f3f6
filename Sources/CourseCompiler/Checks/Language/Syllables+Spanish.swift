/// Syllables of Spanish words by the rules of its spelling (RAE, Ortografía, 2010, I 3.3): each of
/// a, e, o begins a syllable; unaccented i and u join a neighbour; í and ú beside a, e, o don't.
enum SpanishSyllables {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// What a letter is.
  private enum Sound { case consonant, strong, weak, accentedWeak }

  /// How many syllables a word has.
  static func count(_ bytes: Bytes, _ word: Range<Int>) -> Int {
    var syllables = 0
    var previous = Sound.consonant
    var offset = word.lowerBound
    while offset < word.upperBound {
      let (sound, length) = sound(bytes, offset, word)
      switch (previous, sound) {
      case (_, .consonant): break
      case (.consonant, _), (.strong, .strong), (.strong, .accentedWeak), (.accentedWeak, .strong):
        syllables += 1
      case (.strong, .weak), (.weak, _), (.accentedWeak, .weak), (.accentedWeak, .accentedWeak):
        break
      }
      // `estudiáis`: i joins á, and the second i the same syllable.
      previous = previous == .weak && sound == .accentedWeak ? .strong : sound
      offset += length
    }
    return syllables
  }

  private static func sound(_ bytes: Bytes, _ offset: Int, _ word: Range<Int>) -> (Sound, Int) {
    let byte = bytes[offset]
    guard byte >= 0x80 else { return (plain(bytes, offset, word), 1) }
    guard byte == 0xC3, offset + 1 < word.upperBound else {
      return (.consonant, byte < 0xE0 ? 2 : 3)
    }
    switch bytes[offset + 1] | 32 {
    case 0xA1, 0xA9, 0xB3: return (.strong, 2)
    case 0xAD, 0xBA:
      // Beside another weak vowel the accent only shows the stress: `lingüística`, `cuídate`.
      return (.accentedWeak, 2)
    case 0xBC: return (.weak, 2)
    default: return (.consonant, 2)
    }
  }

  private static func plain(_ bytes: Bytes, _ offset: Int, _ word: Range<Int>) -> Sound {
    switch bytes[offset] | 32 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"): return .strong
    case UInt8(ascii: "i"): return .weak
    case UInt8(ascii: "u"): return isSilent(bytes, offset, word) ? .consonant : .weak
    case UInt8(ascii: "y"):
      // A vowel at the end only: `hoy`, `y`.
      return offset + 1 == word.upperBound ? .weak : .consonant
    default: return .consonant
    }
  }

  /// The `u` of `que`, `guerra`.
  private static func isSilent(_ bytes: Bytes, _ offset: Int, _ word: Range<Int>) -> Bool {
    guard offset > word.lowerBound, offset + 1 < word.upperBound else { return false }
    let before = bytes[offset - 1] | 32
    if before == UInt8(ascii: "q") { return true }
    guard before == UInt8(ascii: "g") else { return false }
    let next = bytes[offset + 1]
    if next | 32 == UInt8(ascii: "e") || next | 32 == UInt8(ascii: "i") { return true }
    return next == 0xC3 && offset + 2 < word.upperBound
      && (bytes[offset + 2] | 32 == 0xA9 || bytes[offset + 2] | 32 == 0xAD)
  }
}
