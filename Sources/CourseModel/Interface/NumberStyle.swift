/// Digits that numbers of the interface are written with.
public enum Digits: String, Sendable, CaseIterable {
  /// 0 to 9: the same on every device, and in most field manuals.
  case latin
  /// Those of the language's own script, where it has some.
  case native
}

/// How a language writes whole numbers; the page carries it, so that scripts write them alike.
public struct NumberStyle: Sendable, Equatable, Encodable {
  /// Ten characters.
  let digits: String
  /// Between thousands.
  let group: String
  /// The least number with something between its thousands.
  private(set) var groupFrom: Int
  /// Before a fraction.
  let decimal: String
  /// Between entries in a line.
  package let list: String

  private static let latin = "0123456789"

  /// Digits of scripts, by language. Source: CLDR, native numbering systems.
  private static func native(_ language: Language) -> String? {
    switch language.primary {
    case "ar", "ckb", "sd": "٠١٢٣٤٥٦٧٨٩"
    case "fa", "ps", "ur", "ks": "۰۱۲۳۴۵۶۷۸۹"
    case "as", "bn": "০১২৩৪৫৬৭৮৯"
    case "hi", "mr", "ne": "०१२३४५६७८९"
    case "my": "၀၁၂၃၄၅၆၇၈၉"
    default: nil
    }
  }

  /// - Parameters:
  ///   - texts: what stands between Latin digits.
  ///   - language: the language; its own digits bring their own separators, as CLDR has them.
  init(_ texts: NumberTexts, digits: Digits, language: Language) {
    let native = digits == .native ? Self.native(language) : nil
    let isArabic = native.map { "٠۰".contains($0.first ?? "0") } ?? false
    self.digits = native ?? Self.latin
    group = isArabic ? "٬" : texts.group
    decimal = isArabic ? "٫" : texts.decimal
    groupFrom = Int(texts.groupFrom) ?? 1000
    list = texts.list
  }

  /// A whole number as text.
  public func text(_ number: Int) -> String {
    // Nearly all numbers are small and written as the machine writes them.
    if number >= 0, number < groupFrom, digits == Self.latin { return String(number) }
    let characters = Array(digits)
    let plain = Array(String(number.magnitude).utf8)
    var text = number < 0 ? "-" : ""
    for (index, digit) in plain.enumerated() {
      let left = plain.count - index
      if index > 0, left.isMultiple(of: 3), number.magnitude >= groupFrom { text += group }
      let value = Int(digit) - 48
      text.append(characters.indices.contains(value) ? characters[value] : "?")
    }
    return text
  }
}

extension DateTexts {
  /// A date such as `2026-11-22` as people write it; nil when it isn't one.
  package func text(_ date: String, _ numbers: NumberStyle) -> String? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      months.indices.contains(month - 1), (1...31).contains(day)
    else { return nil }
    // A year has nothing between its thousands.
    let ungrouped = numbers.ungrouped
    let dayText = day == 1 ? first.replacing("1", with: ungrouped.text(1)) : ungrouped.text(day)
    return long.filling("day", dayText).filling("month", months[month - 1])
      .filling("year", ungrouped.text(year))
  }
}

extension NumberStyle {
  /// The same without anything between thousands: for years.
  package var ungrouped: NumberStyle {
    var style = self
    style.groupFrom = .max
    return style
  }
}
