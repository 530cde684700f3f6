/// A text whose words depend on a number, with every plural category its language has.
///
/// Each built-in language has a function of its own, so that a form that is missing doesn't compile.
public struct CountedText: Sendable, Equatable {
  /// Chooses the form.
  package let rule: PluralRule
  /// One text for each category of the rule.
  package let forms: [PluralCategory: String]

  /// Gathers the forms; nil when one that the rule asks for is missing, or one is too many.
  package init?(_ rule: PluralRule, _ forms: [PluralCategory: String]) {
    guard rule.categories == forms.keys.sorted() else { return nil }
    self.rule = rule
    self.forms = forms
  }

  private init(_ rule: PluralRule, complete forms: [PluralCategory: String]) {
    self.rule = rule
    self.forms = forms
  }

  /// English.
  public static func oneOther(one: String, other: String) -> CountedText {
    CountedText(.english, complete: [.one: one, .other: other])
  }

  /// Arabic: 0, 1, 2, 3 to 10 and 11 to 99 by the last two digits, and the rest.
  public static func six(
    zero: String, one: String, two: String, few: String, many: String, other: String
  ) -> CountedText {
    CountedText(
      .arabic,
      complete: [.zero: zero, .one: one, .two: two, .few: few, .many: many, .other: other])
  }

  /// French: 0 and 1, round millions, and the rest.
  public static func french(one: String, many: String, other: String) -> CountedText {
    CountedText(.french, complete: [.one: one, .many: many, .other: other])
  }

  /// Spanish: 1, round millions, and the rest.
  public static func spanish(one: String, many: String, other: String) -> CountedText {
    CountedText(.spanish, complete: [.one: one, .many: many, .other: other])
  }

  /// The text for a number, with `{count}` filled in.
  public func callAsFunction(_ count: Int, _ numbers: NumberStyle) -> String {
    (forms[rule.category(of: count)] ?? "").filling("count", count, numbers)
  }
}

extension String {
  /// The text with `{name}` replaced by a value.
  package func filling(_ name: String, _ value: String) -> String {
    var (text, name, value) = (self, name, value)
    let filled = text.withUTF8 { text in
      name.withUTF8 { name in value.withUTF8 { Self.filling(text, name, $0) } }
    }
    return filled ?? self
  }

  /// The text with `{name}` replaced by a number.
  package func filling(_ name: String, _ number: Int, _ numbers: NumberStyle) -> String {
    filling(name, numbers.text(number))
  }

  /// The text with a title filled in, isolated where it runs the other way: otherwise its quotation
  /// marks would change sides.
  package func filling(title: String, _ language: Language, in outer: Language) -> String {
    filling(
      "title",
      language.direction == outer.direction ? title : "\u{2068}\(title)\u{2069}")
  }

  /// The same in bytes; nil when there is nothing to replace.
  private static func filling(
    _ text: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>,
    _ value: UnsafeBufferPointer<UInt8>
  ) -> String? {
    var count = 0
    var index = 0
    while let place = place(of: name, in: text, from: index) {
      count += 1
      index = place + name.count + 2
    }
    guard count > 0 else { return nil }
    let capacity = text.count + count * (value.count - name.count - 2)
    return String(unsafeUninitializedCapacity: capacity) { filled in
      var (count, start) = (0, 0)
      while let place = place(of: name, in: text, from: start) {
        count = filled[count...].initialize(fromContentsOf: text[start..<place])
        count = filled[count...].initialize(fromContentsOf: value)
        start = place + name.count + 2
      }
      return filled[count...].initialize(fromContentsOf: text[start...])
    }
  }

  /// Where `{name}` stands next.
  private static func place(
    of name: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while index + name.count + 2 <= text.count {
      let end = index + name.count + 1
      if text[index] == UInt8(ascii: "{"), text[end] == UInt8(ascii: "}"),
        text[index + 1..<end].elementsEqual(name)
      {
        return index
      }
      index += 1
    }
    return nil
  }
}

extension CountedText: Codable {
  private struct Category: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes an object from category to text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Category.self)
    for (category, text) in forms.sorted(by: { $0.key < $1.key }) {
      try container.encode(text, forKey: Category(stringValue: category.rawValue))
    }
  }

  /// Where a decoder finds the `PluralRule`.
  static let ruleKey = CodingUserInfoKey(rawValue: "plural rule")

  /// Reads such an object by the rule that the decoder carries.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Category.self)
    var forms: [PluralCategory: String] = [:]
    for key in container.allKeys {
      guard let category = PluralCategory(rawValue: key.stringValue) else { continue }
      forms[category] = try container.decode(String.self, forKey: key)
    }
    let rule = Self.ruleKey.flatMap { decoder.userInfo[$0] as? PluralRule } ?? .english
    guard let text = CountedText(rule, forms) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath, debugDescription: "other plural categories"))
    }
    self = text
  }
}
