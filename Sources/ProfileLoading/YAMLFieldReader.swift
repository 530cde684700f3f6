internal import CaseManagement
internal import Diagnostics
internal import Yams

/// Fills a record from a YAML map.
///
/// Every field must be there; every key must be known.
///
/// Nothing is thrown: what can't be read keeps its empty value and leaves a diagnostic.
struct YAMLFieldReader: FieldArchive {
  let file: SourceFile
  let map: Node.Mapping
  /// Keys of the file without a field, and fields without a key, become diagnostics at the end.
  private var read: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile, map: Node.Mapping) {
    self.file = file
    self.map = map
  }

  mutating func value<V: FieldValue>(_ name: StaticString, _ value: inout V) throws(Never) {
    guard let node = node(name) else { return }
    if let found: V = scalar(node, name) { value = found }
  }

  mutating func optional<V: FieldValue>(_ name: StaticString, _ value: inout V?) throws(Never) {
    guard let node = node(name, required: false) else { return }
    value = scalar(node, name)
  }

  mutating func values<V: FieldValue>(_ name: StaticString, _ values: inout [V]) throws(Never) {
    guard let node = node(name) else { return }
    guard let items = node.sequence else { return refuse(node, name, wanted: "a list") }
    var found: [V] = []
    for item in items {
      if let value: V = scalar(item, name) {
        if found.contains(value) {
          report(.doubledProfileRow, item, "`\(name)` names `\(item.string ?? "")` twice.")
        } else {
          found.append(value)
        }
      }
    }
    values = found
  }

  mutating func text(_ name: StaticString, _ text: inout UTF8Text) throws(Never) {
    guard let node = node(name) else { return }
    guard let string = node.scalar?.string else { return refuse(node, name, wanted: "a text") }
    text = UTF8Text(string)
  }

  mutating func record<R: Archivable>(_ name: StaticString, _ record: inout R) throws(Never) {
    guard let node = node(name) else { return }
    if let found: R = row(node, name) { record = found }
  }

  mutating func optionalRecord<R: Archivable>(
    _ name: StaticString, _ record: inout R?
  ) throws(Never) {
    guard let node = node(name, required: false) else { return }
    record = row(node, name)
  }

  mutating func records<R: Archivable>(_ name: StaticString, _ records: inout [R]) throws(Never) {
    guard let node = node(name) else { return }
    guard let items = node.sequence else { return refuse(node, name, wanted: "a list") }
    records = items.compactMap { row($0, name) }
  }

  /// Diagnostics of the whole map, unknown keys included.
  mutating func finish() -> [Diagnostic] {
    for (key, _) in map {
      let name = key.string ?? ""
      guard !read.contains(name) else { continue }
      report(
        .unknownKey, key, "A profile has no key `\(name)` here.",
        help: Suggestion.help(for: name, in: read))
    }
    return diagnostics
  }

  private mutating func node(_ name: StaticString, required: Bool = true) -> Node? {
    let key = "\(name)"
    read.append(key)
    if let node = map.first(where: { $0.key.string == key })?.value { return node }
    if required {
      report(
        .missingKey, .mapping(map), "The profile has a hole: `\(key)` is missing.")
    }
    return nil
  }

  private mutating func row<R: Archivable>(_ node: Node, _ name: StaticString) -> R? {
    guard let inner = node.mapping else {
      refuse(node, name, wanted: "keys with values")
      return nil
    }
    var reader = YAMLFieldReader(file: file, map: inner)
    var record = R()
    record.visitFields(&reader)
    diagnostics += reader.finish()
    return record
  }

  private mutating func scalar<V: FieldValue>(_ node: Node, _ name: StaticString) -> V? {
    guard let string = node.scalar?.string else {
      refuse(node, name, wanted: "one value")
      return nil
    }
    if let value = V(profileText: string) { return value }
    let words = V.profileWords
    if words.isEmpty {
      refuse(node, name, wanted: V.shape == .day ? "a day such as 2026-03-09" : "a whole number")
    } else {
      report(
        .wrongValue, node, "`\(string)` is no value of `\(name)`.",
        help: Suggestion.help(for: string, in: words)
          ?? "Allowed: \(words.joined(separator: ", ")).")
    }
    return nil
  }

  private mutating func refuse(_ node: Node, _ name: StaticString, wanted: String) {
    report(.wrongValue, node, "`\(name)` takes \(wanted).")
  }

  private mutating func report(
    _ code: DiagnosticCode, _ node: Node, _ message: String, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, path: file.path, range: file.range(of: node), message, help: help))
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

extension SourceFile {
  /// Where a node stands: from its mark to the end of the line.
  func range(of node: Node) -> SourceRange? {
    guard let mark = node.mark, let start = offset(ofLine: mark.line) else { return nil }
    let line = line(mark.line)
    let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
    let before = scalars.prefix(max(0, mark.column - 1)).reduce(0) { $0 + String($1).utf8.count }
    return SourceRange(start + before, start + line.count)
  }
}
