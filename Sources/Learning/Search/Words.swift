/// A word found in a text: where it stands, and its folded letters.
struct Word {
  /// Bytes of the original text, from its first letter to behind its last letter or mark.
  var range: Range<Int>
  /// The folded letters in UTF-8.
  var folded: [UInt8]
  /// Whether it begins in a script without spaces between words.
  var isUnsegmented: Bool
}

/// Cuts UTF-8 into folded words.
///
/// Bytes that aren't UTF-8 separate words; none makes it fail.
struct WordReader {
  private let text: [UInt8]
  private var position: Int
  private let end: Int

  init(_ text: [UInt8], in range: Range<Int>) {
    self.text = text
    let inside = range.clamped(to: 0..<text.count)
    position = inside.lowerBound
    end = inside.upperBound
  }

  /// The next word, or nil at the end.
  @inline(never)
  mutating func next() -> Word? {
    var word = Word(range: position..<position, folded: [], isUnsegmented: false)
    while position < end {
      let start = position
      let scalar = nextScalar()
      switch Folding.fold(scalar) {
      case .separator:
        if !word.folded.isEmpty { return word }
        continue
      case .ignored:
        break
      case .one(let letter):
        guard word.begin(at: start, with: scalar) else {
          position = start
          return word
        }
        word.append(letter)
      case .two(let first, let second):
        guard word.begin(at: start, with: scalar) else {
          position = start
          return word
        }
        word.append(first)
        word.append(second)
      }
      if !word.folded.isEmpty { word.range = word.range.lowerBound..<position }
    }
    return word.folded.isEmpty ? nil : word
  }

  /// The next scalar; a byte that begins none is read alone, as a separator.
  @inline(never)
  mutating func nextScalar() -> UInt32 {
    let lead = text[position]
    let length: Int
    switch lead {
    case 0x00...0x7F: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: length = 0
    }
    guard length > 0, position + length <= end else {
      position += 1
      return 0
    }
    guard length > 1 else {
      position += 1
      return UInt32(lead)
    }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in text[position + 1..<position + length] {
      guard byte & 0xC0 == 0x80 else {
        position += 1
        return 0
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    position += length
    return scalar
  }

  /// Where the next scalar begins.
  var offset: Int { position }
}

extension Word {
  /// Notes where the word begins, at its first letter.
  ///
  /// False when the letter begins another word, because scripts with and without spaces between
  /// words meet here.
  fileprivate mutating func begin(at start: Int, with scalar: UInt32) -> Bool {
    let letterIsUnsegmented = Folding.isUnsegmented(scalar)
    guard folded.isEmpty else { return letterIsUnsegmented == isUnsegmented }
    range = start..<start
    isUnsegmented = letterIsUnsegmented
    return true
  }

  /// Appends a scalar in UTF-8.
  @inline(never)
  fileprivate mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      folded.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      folded.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      folded.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      folded.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18 & 7))
      folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}

extension WordReader {
  /// Where the text that folds to `part` ends, if the text begins with it.
  func end(ofPrefix part: [UInt8]) -> Int? {
    var reader = self
    var word = Word(range: 0..<0, folded: [], isUnsegmented: false)
    while reader.offset < reader.end, word.folded.count < part.count {
      switch Folding.fold(reader.nextScalar()) {
      case .separator: return nil
      case .ignored: break
      case .one(let letter): word.append(letter)
      case .two(let first, let second):
        word.append(first)
        word.append(second)
      }
      guard part.starts(with: word.folded) else { return nil }
    }
    return word.folded.count == part.count ? reader.offset : nil
  }
}
