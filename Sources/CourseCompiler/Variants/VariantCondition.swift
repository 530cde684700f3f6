internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// What must have been chosen for something to be shown: `sector=wash,health`.
struct VariantCondition: Sendable, Hashable {
  /// Values of one key, any of which will do.
  struct Part: Sendable, Hashable {
    let key: VariantKey
    /// Sorted; empty when nothing will do.
    let values: [String]
  }

  /// Stands for "no value of this key is chosen".
  static let general = "general"

  /// In the order of the keys, all of which must fit; none for what everybody gets.
  let parts: [Part]

  /// What everybody gets.
  static let always = VariantCondition(parts: [])

  /// Whether it says nothing.
  var isAlways: Bool { parts.isEmpty }
  /// Whether no variant can fit.
  var isNever: Bool { parts.contains { $0.values.isEmpty } }
  /// As authors write it.
  var text: String {
    parts.map { "\($0.key.rawValue)=\($0.values.joined(separator: ","))" }.joined(separator: " ")
  }

  init(parts: [Part]) { self.parts = parts }

  /// What some braces ask for.
  init(_ attributes: Attributes) {
    self = attributes.variantMarks.reduce(.always) { condition, mark in
      condition.and(
        VariantCondition(parts: [
          Part(key: mark.key, values: Set(mark.values.map(\.text)).sorted())
        ]))
    }
  }

  /// Both this and another.
  func and(_ other: VariantCondition) -> VariantCondition {
    if isAlways { return other }
    if other.isAlways { return self }
    return VariantCondition(
      parts: VariantKey.allCases.compactMap { key in
        let both = [self, other].compactMap { $0.parts.first { $0.key == key }?.values }
        guard let first = both.first else { return nil }
        return Part(
          key: key, values: first.filter { value in both.allSatisfy { $0.contains(value) } })
      })
  }

  /// Whether a variant shows it.
  func holds(in variant: Variant) -> Bool {
    parts.allSatisfy { $0.values.contains(variant[$0.key] ?? Self.general) }
  }

  /// A variant that shows it; nil when there is none. Others may show it, too.
  var example: Variant? {
    if isNever { return nil }
    return Variant(
      parts.compactMap { part in
        guard !part.values.contains(Self.general) else { return nil }
        return part.values.first.map { Variant.Choice(part.key, $0) }
      })
  }
}

/// One `key=value,value` that picks variants.
struct VariantMark: Sendable, Hashable {
  let key: VariantKey
  /// Where the key stands.
  let keyWord: Word
  /// Its values.
  let values: [Word]
}

extension Attributes.Pair {
  /// The pair as a mark of variants; nil when it is something else, as the size of a group is in
  /// `group=4-6`.
  var variantMark: VariantMark? {
    guard let key = VariantKey(rawValue: key.text) else { return nil }
    if key == .group, let first = value.text.utf8.first, first < 58 { return nil }
    var offset = value.range.lower
    let values = value.text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      defer { offset += part.utf8.count + 1 }
      return Word(
        String(part),
        range: SourceRange(
          min(offset, value.range.upper), min(offset + part.utf8.count, value.range.upper)))
    }
    return VariantMark(key: key, keyWord: self.key, values: values.filter { !$0.text.isEmpty })
  }
}

extension Attributes {
  /// What picks variants in them.
  var variantMarks: [VariantMark] { pairs.compactMap(\.variantMark) }
}
