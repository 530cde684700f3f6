internal import CaseManagement
internal import Diagnostics
internal import MarkdownSyntax

/// Fills a record from a YAML map.
///
/// Every field must be there; every key must be known.
///
/// Nothing is thrown: what can't be read keeps its empty value and leaves a diagnostic.
struct ProfileFieldReader: FieldArchive {
  private var fields: FieldReader

  init(_ entries: [YAMLEntry], path: String, range: SourceRange) {
    fields = FieldReader(entries, path: path, range: SourceRange(range.lower, range.lower))
  }

  mutating func value<V: FieldValue>(_ name: StaticString, _ value: inout V) throws(Never) {
    guard let found = fields.value("\(name)", required: true) else { return }
    if let found: V = scalar(found, name) { value = found }
  }

  mutating func optional<V: FieldValue>(_ name: StaticString, _ value: inout V?) throws(Never) {
    guard let found = fields.value("\(name)") else { return }
    value = scalar(found, name)
  }

  mutating func values<V: FieldValue>(_ name: StaticString, _ values: inout [V]) throws(Never) {
    guard let items = items(name) else { return }
    var found: [V] = []
    for item in items {
      guard let value: V = scalar(item, name) else { continue }
      if found.contains(value) {
        report(.doubledProfileRow, item, "`\(name)` names `\(item.string ?? "")` twice.")
      } else {
        found.append(value)
      }
    }
    values = found
  }

  mutating func text(_ name: StaticString, _ text: inout UTF8Text) throws(Never) {
    guard let value = fields.value("\(name)", required: true) else { return }
    guard let string = value.string else { return fields.wrong("\(name)", value, "a text") }
    text = UTF8Text(string)
  }

  mutating func record<R: Archivable>(_ name: StaticString, _ record: inout R) throws(Never) {
    guard let value = fields.value("\(name)", required: true) else { return }
    if let found: R = row(value, name) { record = found }
  }

  mutating func optionalRecord<R: Archivable>(
    _ name: StaticString, _ record: inout R?
  ) throws(Never) {
    guard let value = fields.value("\(name)") else { return }
    record = row(value, name)
  }

  mutating func records<R: Archivable>(_ name: StaticString, _ records: inout [R]) throws(Never) {
    guard let items = items(name) else { return }
    records = items.compactMap { row($0, name) }
  }

  /// Everything found wrong in the whole map, unknown keys included.
  consuming func finish() -> [Diagnostic] { fields.finish() }

  private mutating func items(_ name: StaticString) -> [YAMLValue]? {
    guard let value = fields.value("\(name)", required: true) else { return nil }
    if value.items == nil { fields.wrong("\(name)", value, "a list") }
    return value.items
  }

  private mutating func row<R: Archivable>(_ value: YAMLValue, _ name: StaticString) -> R? {
    guard let entries = value.entries else {
      fields.wrong("\(name)", value, "keys with values")
      return nil
    }
    var reader = ProfileFieldReader(entries, path: fields.path, range: value.range)
    var record = R()
    record.visitFields(&reader)
    for diagnostic in reader.finish() { fields.add(diagnostic) }
    return record
  }

  private mutating func scalar<V: FieldValue>(_ value: YAMLValue, _ name: StaticString) -> V? {
    guard let string = value.string else {
      fields.wrong("\(name)", value, "one value")
      return nil
    }
    if let value = V(profileText: string) { return value }
    let words = V.profileWords
    if words.isEmpty {
      fields.wrong(
        "\(name)", value, V.shape == .day ? "a day such as 2026-03-09" : "a whole number")
    } else {
      report(
        .wrongValue, value, "`\(string)` is no value of `\(name)`.",
        help: Suggestion.help(for: string, in: words)
          ?? "Allowed: \(words.joined(separator: ", ")).")
    }
    return nil
  }

  private mutating func report(
    _ code: DiagnosticCode, _ value: YAMLValue, _ message: String, help: String? = nil
  ) {
    fields.add(Diagnostic(code, path: fields.path, range: value.range, message, help: help))
  }
}

extension FieldValue {
  /// The value a profile writes like this, nil when it means none.
  fileprivate init?(profileText text: String) {
    switch Self.shape {
    case .flag:
      switch text {
      case "yes", "true": self.init(number: 1)
      case "no", "false": self.init(number: 0)
      default: return nil
      }
    case .number, .identifier:
      guard let number = Int64(text) else { return nil }
      self.init(number: number)
    case .day:
      guard let day = UTF8Text(text).calendarDay else { return nil }
      self.init(number: day.number)
    case .moment: return nil
    case .choice:
      for number in Self.range where "\(Self.word(of: number) ?? "")" == text {
        self.init(number: number)
        return
      }
      return nil
    }
  }

  /// The words of a choice, in its order.
  fileprivate static var profileWords: [String] {
    switch shape {
    case .choice: range.compactMap { number in word(of: number).map { "\($0)" } }
    case .flag: ["yes", "no"]
    case .number, .day, .moment, .identifier: []
    }
  }
}
