/// Finds braces in text that are no slot but were most likely meant as one.
enum StraySlots {
  /// A brace that learners would read.
  struct Stray {
    /// Where it begins in the text, in bytes.
    let offset: Int
    /// How many bytes it has.
    let length: Int
    /// What is typed there.
    let text: String
    /// What to type instead.
    let help: String
  }

  /// The first stray `{{`, `}}` or `{known-slot}` of a text; an include alone in its text is none.
  static func find(
    in bytes: ArraySlice<UInt8>, slots: [SlotScanner.Slot], isKnown: (String) -> Bool
  ) -> Stray? {
    let whole = String(decoding: bytes, as: UTF8.self).trimmed
    if whole.hasPrefix("{{include:"), whole.hasSuffix("}}"), !whole.dropFirst(2).contains("{{") {
      return nil
    }
    var index = bytes.startIndex
    var next = slots[...]
    while index < bytes.endIndex {
      if let slot = next.first, slot.range.lowerBound == index {
        index = slot.range.upperBound
        next.removeFirst()
        continue
      }
      if let stray = stray(at: index, in: bytes, isKnown: isKnown) { return stray }
      index += 1
    }
    return nil
  }

  /// More bytes of it are neither a slot's name nor worth showing.
  private static let longest = 60

  private static func stray(
    at index: Int, in bytes: ArraySlice<UInt8>, isKnown: (String) -> Bool
  ) -> Stray? {
    let brace = bytes[index]
    guard brace == UInt8(ascii: "{") || brace == UInt8(ascii: "}") else { return nil }
    let isDouble = index + 1 < bytes.endIndex && bytes[index + 1] == brace
    // A text without end must not be looked through for each of its braces.
    let rest = bytes[index...].prefix(longest).prefix {
      $0 != UInt8(ascii: "}") || brace == UInt8(ascii: "}")
    }
    let text = String(
      decoding: bytes[index..<min(bytes.endIndex, rest.endIndex + 1)].prefix(longest),
      as: UTF8.self)
    let name = text.filter { !"{} ".contains($0) }
    guard isDouble || isKnown(name) else { return nil }
    let help =
      text.lowercased().contains("include")
      ? "Write an include alone on a line, with blank lines around it."
      : "Write a slot as `{{name}}`: small letters, digits and hyphens between two braces on each "
        + "side."
    return Stray(
      offset: index - bytes.startIndex, length: text.utf8.count, text: text, help: help)
  }
}
