public import Diagnostics

/// Reads a YAML map field by field and says what is missing, unknown or of the wrong form.
///
/// Every field that is asked for becomes a known key; `finish()` reports the keys nobody asked for.
public struct FieldReader: Sendable {
  /// File the map stands in.
  public let path: String
  /// The map's fields by name.
  private let fields: [String: YAMLEntry]
  /// Where the map stands, for what is missing.
  private let range: SourceRange?
  /// Names asked for.
  private var known: Set<String> = []
  /// What was found wrong.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Wraps the entries of a map.
  public init(_ entries: [YAMLEntry], path: String, range: SourceRange?) {
    self.path = path
    self.range = range
    fields = Dictionary(entries.map { ($0.key.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The value of a field, whatever it is.
  ///
  /// Missing is an error when it is required.
  public mutating func value(_ name: String, required: Bool = false) -> YAMLValue? {
    known.insert(name)
    guard let field = fields[name] else {
      if required { missing(name) }
      return nil
    }
    return field.value
  }

  /// A text.
  ///
  /// Missing is an error when it is required.
  public mutating func text(_ name: String, required: Bool = false) -> Word? {
    guard let value = value(name, required: required) else { return nil }
    guard case .scalar(let word, _) = value, !word.text.isEmpty else {
      wrong(name, value, "a text")
      return nil
    }
    return word
  }

  /// A whole number in a range.
  public mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(name) else { return nil }
    guard case .scalar(let word, _) = value, let number = Int(word.text), range.contains(number)
    else {
      wrong(name, value, "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// `true` or `false`.
  public mutating func flag(_ name: String) -> Bool {
    guard let value = value(name) else { return false }
    switch value.string {
    case "true": return true
    case "false": return false
    default:
      wrong(name, value, "`true` or `false`")
      return false
    }
  }

  /// A list of texts; a single text counts as a list of one.
  public mutating func texts(_ name: String, required: Bool = false) -> [Word] {
    guard let value = value(name, required: required) else { return [] }
    switch value {
    case .scalar(let word, _): return [word]
    case .map:
      wrong(name, value, "a list: `[first, second]`")
      return []
    case .list(let items, _):
      return items.compactMap { item in
        guard case .scalar(let word, _) = item else {
          wrong(name, item, "a list of texts")
          return nil
        }
        return word
      }
    }
  }

  /// A map of texts, or one text for all: the key is nil then.
  public mutating func textsByKey(_ name: String, required: Bool = false) -> [(
    key: String?, value: Word
  )] {
    guard let value = value(name, required: required) else { return [] }
    switch value {
    case .scalar(let word, _): return [(nil, word)]
    case .list:
      wrong(name, value, "a text, or one text for each language")
      return []
    case .map(let entries, _):
      return entries.compactMap { entry in
        guard case .scalar(let word, _) = entry.value else {
          wrong(name, entry.value, "a text for each language")
          return nil
        }
        return (entry.key.text, word)
      }
    }
  }

  /// Everything found wrong, unknown keys included.
  public consuming func finish() -> [Diagnostic] {
    for (name, field) in fields where !known.contains(name) {
      diagnostics.append(
        Diagnostic(
          .unknownKey, path: path, range: field.key.range, "Nothing reads the key `\(name)`.",
          help: Suggestion.help(for: name, in: known)
            ?? "Known keys here: \(known.sorted().map { "`\($0)`" }.joined(separator: ", "))."))
    }
    return diagnostics
  }

  /// Adds something else that is wrong with a value.
  public mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports a value of the wrong form.
  public mutating func wrong(_ name: String, _ value: YAMLValue, _ expected: String) {
    diagnostics.append(
      Diagnostic(
        .wrongValue, path: path, range: value.range, "`\(name)` must be \(expected)."))
  }

  /// Reports a field that must be there.
  private mutating func missing(_ name: String) {
    diagnostics.append(
      Diagnostic(
        .missingKey, path: path, range: range, "The key `\(name)` is missing.",
        help: "Add a line `\(name): …`."))
  }
}
