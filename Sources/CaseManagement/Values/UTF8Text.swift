/// Text as UTF-8 bytes.
///
/// The engine compares and stores text without `String`, whose comparison brings Unicode tables
/// into a WebAssembly build. Two values are equal when their bytes are equal.
public struct UTF8Text: Equatable, Sendable, ExpressibleByStringLiteral {
  /// The bytes, in UTF-8.
  public var bytes: [UInt8]

  /// Empty text.
  public init() { bytes = [] }

  /// Text from UTF-8 bytes.
  ///
  /// The bytes are kept as they are.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Text from a `String`.
  public init(_ string: String) { bytes = Array(string.utf8) }

  /// Text from a literal.
  public init(stringLiteral value: StaticString) { self.init(word: value) }

  /// Text from one of the library's own words.
  public init(word: StaticString) {
    bytes = word.withUTF8Buffer { Array($0) }
  }

  /// Whether there is no text.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The text as a `String`; bytes that are not UTF-8 become replacement characters.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the text is exactly the given word.
  public func matches(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { buffer in
      guard buffer.count == bytes.count else { return false }
      for index in 0..<buffer.count where buffer[index] != bytes[index] { return false }
      return true
    }
  }

  /// Whether the text holds `part` between two non-letters, small and capital ASCII letters alike.
  ///
  /// Used by the lint of notes. Words of other scripts are compared byte by byte.
  public func containsWord(_ part: UTF8Text) -> Bool {
    let size = part.bytes.count
    guard size > 0, size <= bytes.count else { return false }
    for start in 0...(bytes.count - size) {
      var index = 0
      while index < size, lowered(bytes[start + index]) == lowered(part.bytes[index]) { index += 1 }
      guard index == size else { continue }
      let before = start == 0 || !isLetter(bytes[start - 1])
      let after = start + size == bytes.count || !isLetter(bytes[start + size])
      if before && after { return true }
    }
    return false
  }

  private func lowered(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 128 || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
  }
}
