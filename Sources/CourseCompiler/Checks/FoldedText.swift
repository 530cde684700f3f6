internal import Learning
internal import MarkupTree

/// Texts compared as readers hear them: case and accents count for nothing.
enum FoldedText {
  /// The words with single spaces between them; everything that is no letter and no digit is a space.
  static func words(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for letter in Letters(text) {
      if letter < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: letter))
      } else if let scalar = Unicode.Scalar(letter) {
        bytes.append(contentsOf: scalar.utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether two texts have the same words, and have any; nearly all differ after a few letters.
  static func haveSameWords(_ first: String, _ second: String) -> Bool {
    var letters = Letters(first).makeIterator()
    return letters.next() != nil && Letters(first).elementsEqual(Letters(second))
  }

  /// The letters of the words of a text, folded, with one space between two words.
  private struct Letters: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    /// What comes before the next scalar is read.
    private var next1: UInt32?
    private var next2: UInt32?
    private var isBehindWord = false
    private var isGap = false

    init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

    mutating func next() -> UInt32? {
      if let letter = next1 {
        (next1, next2) = (next2, nil)
        return letter
      }
      while let scalar = scalars.next() {
        switch Folding.fold(scalar.value) {
        case .separator: isGap = isBehindWord
        case .ignored: break
        case .one(let letter): return space(before: letter, nil)
        case .two(let first, let second): return space(before: first, second)
        }
      }
      return nil
    }

    /// The space that stands before a letter, or the letter; keeps what follows.
    private mutating func space(before letter: UInt32, _ second: UInt32?) -> UInt32 {
      isBehindWord = true
      guard isGap else {
        next1 = second
        return letter
      }
      isGap = false
      (next1, next2) = (letter, second)
      return 0x20
    }
  }

  /// The letters and digits, and the signs that change what is said: `+`, `<`, `%`.
  static func key(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !passedOver.contains(scalar) {
      switch Folding.fold(scalar.value) {
      case .separator: if !scalar.properties.isWhitespace { result.append(scalar) }
      case .ignored: break
      case .one(let letter): Unicode.Scalar(letter).map { result.append($0) }
      case .two(let first, let second):
        Unicode.Scalar(first).map { result.append($0) }
        Unicode.Scalar(second).map { result.append($0) }
      }
    }
    return String(result)
  }

  /// Signs between and around words that change nothing.
  private static let passedOver = Set(".,;:!?…'\"“”‘’«»‹›()[]،؛؟–—".unicodeScalars)
}

extension FoldedText {
  /// The first and the last letter or digit of a text, folded.
  struct Ends: Equatable {
    let first: Folded
    let last: Folded
  }

  /// How a text begins and ends, read without making a string of it; nil when it holds no letter.
  ///
  /// Texts that differ here differ for readers, too.
  static func ends(of nodes: Range<Markup.NodeID>, in markup: Markup) -> Ends? {
    guard let first = letter(nodes, in: markup, fromEnd: false),
      let last = letter(nodes, in: markup, fromEnd: true)
    else { return nil }
    return Ends(first: first, last: last)
  }

  private static func letter(
    _ nodes: Range<Markup.NodeID>, in markup: Markup, fromEnd: Bool
  ) -> Folded? {
    for position in nodes {
      let node = fromEnd ? nodes.upperBound - 1 - (position - nodes.lowerBound) : position
      let kind = markup.nodes[node].kind
      guard kind == .text || kind == .code else { continue }
      let text = markup.utf8(markup.nodes[node].text)
      if let plain = fromEnd ? plainLetter(text.reversed()) : plainLetter(text) {
        if isLetter(plain) { return plain }
        continue
      }
      let scalars = Substring(decoding: text, as: UTF8.self).unicodeScalars
      let found =
        fromEnd
        ? scalars.reversed().lazy.map { Folding.fold($0.value) }.first(where: isLetter)
        : scalars.lazy.map { Folding.fold($0.value) }.first(where: isLetter)
      if let found { return found }
    }
    return nil
  }

  /// The first letter or digit of an ASCII text, or a separator when it has none; nil when another
  /// character comes before.
  private static func plainLetter(_ text: some Sequence<UInt8>) -> Folded? {
    for byte in text {
      guard byte < 0x80 else { return nil }
      let folded = Folding.fold(UInt32(byte))
      if isLetter(folded) { return folded }
    }
    return .separator
  }

  private static func isLetter(_ folded: Folded) -> Bool {
    switch folded {
    case .separator, .ignored: false
    case .one, .two: true
    }
  }
}

extension Markup {
  /// The first word of a text as it is typed, with punctuation; nil when a mark stands before it.
  func firstWord(_ range: Range<NodeID>) -> String? {
    guard let node = range.first, nodes[node].kind == .text else { return nil }
    let text = utf8(nodes[node].text)
    return String(decoding: text.prefix { $0 != UInt8(ascii: " ") }.prefix(40), as: UTF8.self)
  }

  /// How many characters a text has, letters with marks counted as several.
  func length(_ range: Range<NodeID>) -> Int {
    nodes[range].reduce(0) { sum, node in
      node.kind == .text || node.kind == .code
        ? sum + utf8(node.text).count { $0 & 0xC0 != 0x80 } : sum
    }
  }
}
