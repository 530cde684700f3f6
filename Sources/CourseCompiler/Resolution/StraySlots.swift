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
    in bytes: ArraySlice<UInt8>, slots: [SlotScanner.Slot], known: Set<String>
  ) -> Stray? {
    let whole = String(decoding: bytes, as: UTF8.self).trimmed
    if whole.hasPrefix("{{include:"), whole.hasSuffix("}}"), !whole.dropFirst(2).contains("{{") {
      return nil
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if let slot = slots.first(where: { $0.range.contains(index) }) {
        index = slot.range.upperBound
        continue
      }
      if let stray = stray(at: index, in: bytes, known: known) { return stray }
      index += 1
    }
    return nil
  }

  private static func stray(
    at index: Int, in bytes: ArraySlice<UInt8>, known: Set<String>
  ) -> Stray? {
    let brace = bytes[index]
    guard brace == UInt8(ascii: "{") || brace == UInt8(ascii: "}") else { return nil }
    let isDouble = index + 1 < bytes.endIndex && bytes[index + 1] == brace
    let rest = bytes[index...].prefix { $0 != UInt8(ascii: "}") || brace == UInt8(ascii: "}") }
    let text = String(
      decoding: bytes[index..<min(bytes.endIndex, rest.endIndex + 1)].prefix(60),
      as: UTF8.self)
    let name = text.filter { !"{} ".contains($0) }
    guard isDouble || known.contains(name) else { return nil }
    let help =
      text.lowercased().contains("include")
      ? "Write an include alone on a line, with blank lines around it."
      : "Write a slot as `{{name}}`: small letters, digits and hyphens between two braces on each "
        + "side."
    return Stray(
      offset: index - bytes.startIndex, length: text.utf8.count, text: text, help: help)
  }
}
