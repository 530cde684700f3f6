internal import Learning
internal import MarkupTree

/// Texts compared as readers hear them: case and accents count for nothing.
enum FoldedText {
  /// The words with single spaces between them; everything that is no letter and no digit is a space.
  static func words(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isInWord = false
    func put(_ letter: UInt32) {
      guard let scalar = Unicode.Scalar(letter) else { return }
      if !isInWord, !result.isEmpty { result.append(" ") }
      isInWord = true
      result.append(scalar)
    }
    for scalar in text.unicodeScalars {
      switch Folding.fold(scalar.value) {
      case .separator: isInWord = false
      case .ignored: break
      case .one(let letter): put(letter)
      case .two(let first, let second):
        put(first)
        put(second)
      }
    }
    return String(result)
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
      let scalars = Substring(decoding: markup.utf8(markup.nodes[node].text), as: UTF8.self)
        .unicodeScalars
      let found =
        fromEnd
        ? scalars.reversed().lazy.map { Folding.fold($0.value) }.first(where: isLetter)
        : scalars.lazy.map { Folding.fold($0.value) }.first(where: isLetter)
      if let found { return found }
    }
    return nil
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
