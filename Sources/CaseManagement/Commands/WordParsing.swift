extension UTF8Text {
  /// The words of the text, parted by spaces.
  public var words: [UTF8Text] {
    var result: [UTF8Text] = []
    var word: [UInt8] = []
    for byte in bytes {
      if byte == 32 {
        if !word.isEmpty { result.append(UTF8Text(bytes: word)) }
        word = []
      } else {
        word.append(byte)
      }
    }
    if !word.isEmpty { result.append(UTF8Text(bytes: word)) }
    return result
  }

  /// A whole number from 0 to 999 999, or nil.
  var wholeNumber: Int64? {
    guard !bytes.isEmpty, bytes.count <= 6 else { return nil }
    var number: Int64 = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      number = number &* 10 + Int64(byte - 48)
    }
    return number
  }

  /// The day written `2026-03-09`, or nil.
  public var calendarDay: Day? {
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    let year = UTF8Text(bytes: Array(bytes[0..<4])).wholeNumber
    let month = UTF8Text(bytes: Array(bytes[5..<7])).wholeNumber
    let day = UTF8Text(bytes: Array(bytes[8..<10])).wholeNumber
    guard let year, let month, let day else { return nil }
    return Day(
      year: Int32(truncatingIfNeeded: year), month: Int32(truncatingIfNeeded: month),
      day: Int32(truncatingIfNeeded: day))
  }

  /// Whether the text is the word without its last `s`: `day` for `days`.
  func isSingular(of plural: StaticString) -> Bool {
    plural.withUTF8Buffer { buffer in
      guard buffer.count == bytes.count + 1, buffer.last == 115 else { return false }
      for index in bytes.indices where buffer[index] != bytes[index] { return false }
      return true
    }
  }
}
