extension PluralRule {
  /// The rule of a language; for one that CLDR doesn't list, singular and plural.
  public static func rule(for language: Language) -> PluralRule {
    if language.tag == "pt-PT" { return spanish }
    for (rule, languages) in families where languages.contains(language.primary) { return rule }
    return english
  }

  /// Languages by rule, where it isn't `english`.
  private static let families: [(rule: PluralRule, languages: Set<String>)] = [
    (
      oneForm,
      [
        "bm", "bo", "dz", "id", "ig", "ii", "in", "ja", "jbo", "jv", "kea", "km", "ko", "lo", "ms",
        "my", "sah", "sg", "su", "th", "to", "tpi", "vi", "wo", "yo", "yue", "zh",
      ]
    ),
    (
      zeroAsOne,
      [
        "ak", "am", "as", "bho", "bn", "doi", "fa", "ff", "gu", "guw", "hi", "hy", "kab", "kn",
        "kok", "ln", "mg", "nso", "pa", "pcm", "si", "ti", "wa", "zu",
      ]
    ),
    (french, ["fr", "pt"]), (spanish, ["ca", "es", "it", "scn", "vec"]), (arabic, ["ar", "ars"]),
    (hebrew, ["he", "iw"]), (russian, ["be", "ru", "uk"]), (polish, ["pl"]),
    (czech, ["cs", "sk"]), (serbian, ["bs", "hr", "sh", "sr"]), (romanian, ["mo", "ro"]),
    (lithuanian, ["lt"]), (latvian, ["lv"]), (slovenian, ["sl"]), (icelandic, ["is", "mk"]),
    (filipino, ["ceb", "fil", "tl"]), (tamazight, ["tzm"]), (tachelhit, ["shi"]),
    (irish, ["ga"]), (welsh, ["cy"]), (maltese, ["mt"]), (dual, ["iu", "naq", "sat", "se"]),
  ]

  static let oneForm = PluralRule(cases: [])
  static let english = PluralRule(cases: [.init(.one, [.is(1)])])
  static let zeroAsOne = PluralRule(cases: [.init(.one, [.is(0...1)])])
  static let french = PluralRule(cases: [.init(.one, [.is(0...1)]), millions])
  static let spanish = PluralRule(cases: [.init(.one, [.is(1)]), millions])
  static let arabic = PluralRule(cases: [
    .init(.zero, [.is(0)]), .init(.one, [.is(1)]), .init(.two, [.is(2)]),
    .init(.few, [.last(100, 3...10)]), .init(.many, [.last(100, 11...99)]),
  ])
  static let hebrew = dual
  static let dual = PluralRule(cases: [.init(.one, [.is(1)]), .init(.two, [.is(2)])])
  static let russian = PluralRule(cases: [
    .init(.one, [.last(10, 1...1), .lastNot(100, 11...11)]),
    .init(.few, [.last(10, 2...4), .lastNot(100, 12...14)]),
    .init(.many, [.last(10, 0...0)], [.last(10, 5...9)], [.last(100, 11...14)]),
  ])
  static let polish = PluralRule(cases: [
    .init(.one, [.is(1)]), .init(.few, [.last(10, 2...4), .lastNot(100, 12...14)]),
    .init(.many, [.last(10, 0...1)], [.last(10, 5...9)], [.last(100, 12...14)]),
  ])
  static let czech = PluralRule(cases: [.init(.one, [.is(1)]), .init(.few, [.is(2...4)])])
  static let serbian = PluralRule(cases: [
    .init(.one, [.last(10, 1...1), .lastNot(100, 11...11)]),
    .init(.few, [.last(10, 2...4), .lastNot(100, 12...14)]),
  ])
  static let romanian = PluralRule(cases: [
    .init(.one, [.is(1)]), .init(.few, [.is(0)], [.last(100, 1...19)]),
  ])
  static let lithuanian = PluralRule(cases: [
    .init(.one, [.last(10, 1...1), .lastNot(100, 11...19)]),
    .init(.few, [.last(10, 2...9), .lastNot(100, 11...19)]),
  ])
  static let latvian = PluralRule(cases: [
    .init(.zero, [.last(10, 0...0)], [.last(100, 11...19)]),
    .init(.one, [.last(10, 1...1), .lastNot(100, 11...11)]),
  ])
  static let slovenian = PluralRule(cases: [
    .init(.one, [.last(100, 1...1)]), .init(.two, [.last(100, 2...2)]),
    .init(.few, [.last(100, 3...4)]),
  ])
  static let icelandic = PluralRule(cases: [
    .init(.one, [.last(10, 1...1), .lastNot(100, 11...11)])
  ])
  static let filipino = PluralRule(cases: [
    .init(.one, [.is(1...3)], [.lastNot(10, 4...4, 6...6, 9...9)])
  ])
  static let tamazight = PluralRule(cases: [.init(.one, [.is(0...1)], [.is(11...99)])])
  static let tachelhit = PluralRule(cases: [
    .init(.one, [.is(0...1)]), .init(.few, [.is(2...10)]),
  ])
  static let irish = PluralRule(cases: [
    .init(.one, [.is(1)]), .init(.two, [.is(2)]), .init(.few, [.is(3...6)]),
    .init(.many, [.is(7...10)]),
  ])
  static let welsh = PluralRule(cases: [
    .init(.zero, [.is(0)]), .init(.one, [.is(1)]), .init(.two, [.is(2)]), .init(.few, [.is(3)]),
    .init(.many, [.is(6)]),
  ])
  static let maltese = PluralRule(cases: [
    .init(.one, [.is(1)]), .init(.two, [.is(2)]),
    .init(.few, [.is(0)], [.last(100, 3...10)]), .init(.many, [.last(100, 11...19)]),
  ])

  /// Round millions: "1 000 000 de minutes".
  private static let millions = Case(.many, [.isNot(0), .last(1_000_000, 0...0)])
}

extension PluralRule.Case {
  fileprivate init(_ category: PluralCategory, _ alternatives: [PluralRule.Condition]...) {
    self.init(category: category, alternatives: alternatives)
  }
}

extension PluralRule.Condition {
  fileprivate static func `is`(_ value: Int) -> Self { .is(value...value) }
  fileprivate static func `is`(_ range: ClosedRange<Int>) -> Self {
    Self(modulus: 0, ranges: [range], isNegated: false)
  }
  fileprivate static func isNot(_ value: Int) -> Self {
    Self(modulus: 0, ranges: [value...value], isNegated: true)
  }
  fileprivate static func last(_ modulus: Int, _ ranges: ClosedRange<Int>...) -> Self {
    Self(modulus: modulus, ranges: ranges, isNegated: false)
  }
  fileprivate static func lastNot(_ modulus: Int, _ ranges: ClosedRange<Int>...) -> Self {
    Self(modulus: modulus, ranges: ranges, isNegated: true)
  }
}
