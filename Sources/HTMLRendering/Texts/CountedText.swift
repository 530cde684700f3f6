internal import CourseModel

/// A text whose words depend on a number, with every plural category its language has.
///
/// Source of the categories and rules: Unicode CLDR, plural rules for cardinals.
public enum CountedText: Sendable, Equatable {
  /// Languages with two forms where only 1 is `one`: English.
  case oneOther(one: String, other: String)
  /// Arabic: 0, 1, 2, 3 to 10 and 11 to 99 by the last two digits, and the rest.
  case six(zero: String, one: String, two: String, few: String, many: String, other: String)

  /// The text for a number, with `{count}` filled in.
  public func callAsFunction(_ count: Int) -> String {
    template(for: count).filling("count", String(count))
  }

  private func template(for count: Int) -> String {
    switch self {
    case .oneOther(let one, let other):
      return count == 1 ? one : other
    case .six(let zero, let one, let two, let few, let many, let other):
      switch (count, count % 100) {
      case (0, _): return zero
      case (1, _): return one
      case (2, _): return two
      case (_, 3...10): return few
      case (_, 11...99): return many
      case (_, _): return other
      }
    }
  }

  /// Category names and texts, as scripts read them.
  var categories: [(name: String, text: String)] {
    switch self {
    case .oneOther(let one, let other): [("one", one), ("other", other)]
    case .six(let zero, let one, let two, let few, let many, let other):
      [
        ("zero", zero), ("one", one), ("two", two), ("few", few), ("many", many), ("other", other),
      ]
    }
  }
}

extension String {
  /// The text with `{name}` replaced by a value.
  func filling(_ name: String, _ value: String) -> String { filling(place: "{\(name)}", with: value) }

  /// The text with a title filled in, isolated where it runs the other way: otherwise its quotation
  /// marks would change sides.
  func filling(title: String, _ language: Language, in outer: Language) -> String {
    filling(
      "title",
      language.direction == outer.direction ? title : "\u{2068}\(title)\u{2069}")
  }

  /// The text with every occurrence of another replaced.
  ///
  /// The place begins with `{`.
  private func filling(place: String, with value: String) -> String {
    var result = ""
    var start = utf8.startIndex
    var index = start
    while let open = utf8[index...].firstIndex(of: UInt8(ascii: "{")) {
      index = utf8.index(after: open)
      guard utf8[open...].starts(with: place.utf8) else { continue }
      result += self[start..<open]
      result += value
      index = utf8.index(open, offsetBy: place.utf8.count)
      start = index
    }
    return start == utf8.startIndex ? self : result + self[start...]
  }
}

extension CountedText: Encodable {
  private struct Category: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes an object from category to text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Category.self)
    for category in categories {
      try container.encode(category.text, forKey: Category(stringValue: category.name))
    }
  }
}
