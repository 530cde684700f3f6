/// A form that a word takes beside a number.
public enum PluralCategory: String, CaseIterable, Sendable, Comparable {
  case zero, one, two, few, many, other

  /// CLDR's order.
  public static func < (left: PluralCategory, right: PluralCategory) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// Which form of a text a whole number takes in a language.
///
/// Source: Unicode CLDR, plural rules for cardinals, as far as they are about whole numbers. The
/// page carries the rule as data, so that scripts choose exactly as the host does, on every
/// browser and for languages that browsers don't know.
public struct PluralRule: Sendable, Equatable {
  /// One comparison of a number, or of what is left when it is divided.
  struct Condition: Sendable, Equatable {
    /// Divisor; 0 to compare the number itself.
    let modulus: Int
    let ranges: [ClosedRange<Int>]
    let isNegated: Bool

    func holds(for count: Int) -> Bool {
      let value = modulus == 0 ? count : count % modulus
      return ranges.contains { $0.contains(value) } != isNegated
    }
  }

  /// A category and when it is taken: when all conditions of one alternative hold.
  struct Case: Sendable, Equatable {
    let category: PluralCategory
    let alternatives: [[Condition]]
  }

  /// In the order in which they are tried; what fits none is `other`.
  let cases: [Case]

  /// The category of a number; its sign doesn't count.
  public func category(of count: Int) -> PluralCategory {
    let count = count == .min ? .max : abs(count)
    let found = cases.first { form in
      form.alternatives.contains { $0.allSatisfy { $0.holds(for: count) } }
    }
    return found?.category ?? .other
  }

  /// Every category of the language, in CLDR's order.
  public var categories: [PluralCategory] { (cases.map(\.category) + [.other]).sorted() }
}

extension PluralRule: Encodable {
  /// Writes `[["one", [[[modulus, negated, from, to, …], …], …]], …]`: see docs/page.md.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for form in cases {
      var pair = list.nestedUnkeyedContainer()
      try pair.encode(form.category.rawValue)
      try pair.encode(
        form.alternatives.map { conditions in
          conditions.map { condition in
            [condition.modulus, condition.isNegated ? 1 : 0]
              + condition.ranges.flatMap { [$0.lowerBound, $0.upperBound] }
          }
        })
    }
  }
}
