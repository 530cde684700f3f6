internal import Learning

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
