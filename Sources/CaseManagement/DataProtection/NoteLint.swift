/// Looks for things that do not belong in a note: numbers, addresses, incident words.
///
/// A lint, not a proof: it can't know every name. It catches what people slip in without thinking.
public enum NoteLint {
  /// What was found.
  public enum Finding: Equatable, Sendable {
    /// Seven or more digits that can be a telephone number.
    case telephoneNumber
    /// An electronic mail address.
    case address
    /// An account name that begins with `@`.
    case handle
    /// A word of the profile's list.
    case incidentWord
  }

  /// What a text holds that it should not, each kind once.
  public static func findings(in text: UTF8Text, words: [LintWord]) -> [Finding] {
    var found: [Finding] = []
    if hasTelephoneNumber(text.bytes) { found.append(.telephoneNumber) }
    let at = atSigns(text.bytes)
    if at.address { found.append(.address) }
    if at.handle { found.append(.handle) }
    for word in words where text.containsWord(word.word) {
      found.append(.incidentWord)
      break
    }
    return found
  }

  /// Digits, ASCII or Arabic-Indic, with at most one separator between them.
  private static func hasTelephoneNumber(_ bytes: [UInt8]) -> Bool {
    var digits = 0
    var gap = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let arabic =
        byte == 0xD9 && index + 1 < bytes.count && (0xA0...0xA9).contains(bytes[index + 1])
      if (48...57).contains(byte) || arabic {
        digits += 1
        gap = 0
        if digits >= 7 { return true }
      } else if byte == 32 || byte == 45 || byte == 46 || byte == 40 || byte == 41 || byte == 47 {
        gap += 1
        if gap > 2 { digits = 0 }
      } else {
        digits = 0
      }
      index += arabic ? 2 : 1
    }
    return false
  }

  private static func atSigns(_ bytes: [UInt8]) -> (address: Bool, handle: Bool) {
    var result = (address: false, handle: false)
    for index in bytes.indices where bytes[index] == 64 {
      let follows = index + 1 < bytes.count && isWordByte(bytes[index + 1])
      guard follows else { continue }
      if index > 0 && isWordByte(bytes[index - 1]) {
        result.address = true
      } else {
        result.handle = true
      }
    }
    return result
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 128 || (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
  }
}
