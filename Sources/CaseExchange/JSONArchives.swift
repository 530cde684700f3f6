internal import CaseManagement

/// Writes a record as a JSON object.
///
/// Absent values are left out.
struct JSONWriter: FieldArchive {
  var object: [String: JSONValue] = [:]

  static func write<R: Archivable>(_ record: R) -> JSONValue {
    var record = record
    var writer = JSONWriter()
    record.visitFields(&writer)
    return .object(writer.object)
  }

  mutating func value<V: FieldValue>(_ name: StaticString, _ value: inout V) throws(Never) {
    object["\(name)"] = value.jsonValue
  }

  mutating func optional<V: FieldValue>(_ name: StaticString, _ value: inout V?) throws(Never) {
    if let value { object["\(name)"] = value.jsonValue }
  }

  mutating func values<V: FieldValue>(_ name: StaticString, _ values: inout [V]) throws(Never) {
    object["\(name)"] = .list(values.map(\.jsonValue))
  }

  mutating func text(_ name: StaticString, _ text: inout UTF8Text) throws(Never) {
    object["\(name)"] = .string(text.string)
  }

  mutating func record<R: Archivable>(_ name: StaticString, _ record: inout R) throws(Never) {
    object["\(name)"] = JSONWriter.write(record)
  }

  mutating func optionalRecord<R: Archivable>(
    _ name: StaticString, _ record: inout R?
  ) throws(Never) {
    if let record { object["\(name)"] = JSONWriter.write(record) }
  }

  mutating func records<R: Archivable>(_ name: StaticString, _ records: inout [R]) throws(Never) {
    object["\(name)"] = .list(records.map(JSONWriter.write))
  }
}

/// Reads a record from a JSON object.
///
/// Every key must be known and every needed key there.
struct JSONReader: FieldArchive {
  let object: [String: JSONValue]
  /// Where in the file, as in `events[3].what`.
  let path: String
  private var read: Set<String> = []

  init(object: [String: JSONValue], path: String) {
    self.object = object
    self.path = path
  }

  static func read<R: Archivable>(
    _ type: R.Type, from value: JSONValue, path: String
  ) throws(ExchangeError) -> R {
    guard case .object(let object) = value else { throw .wrongValue(path: path) }
    var reader = JSONReader(object: object, path: path)
    var record = R()
    try record.visitFields(&reader)
    if let stray = object.keys.filter({ !reader.read.contains($0) }).min() {
      throw .unknownKey(path: "\(path).\(stray)")
    }
    return record
  }

  private mutating func need(_ name: StaticString) throws(ExchangeError) -> (JSONValue, String) {
    let key = "\(name)"
    read.insert(key)
    guard let value = object[key] else { throw .missingKey(path: "\(path).\(key)") }
    return (value, "\(path).\(key)")
  }

  private mutating func find(_ name: StaticString) -> (JSONValue, String)? {
    let key = "\(name)"
    read.insert(key)
    guard let value = object[key], value != .null else { return nil }
    return (value, "\(path).\(key)")
  }

  private func list(_ value: JSONValue, _ path: String) throws(ExchangeError) -> [JSONValue] {
    guard case .list(let items) = value else { throw .wrongValue(path: path) }
    return items
  }

  mutating func value<V: FieldValue>(
    _ name: StaticString, _ value: inout V
  ) throws(ExchangeError) {
    let (json, path) = try need(name)
    guard let found = V(jsonValue: json) else { throw .wrongValue(path: path) }
    value = found
  }

  mutating func optional<V: FieldValue>(
    _ name: StaticString, _ value: inout V?
  ) throws(ExchangeError) {
    value = nil
    guard let (json, path) = find(name) else { return }
    guard let found = V(jsonValue: json) else { throw .wrongValue(path: path) }
    value = found
  }

  mutating func values<V: FieldValue>(
    _ name: StaticString, _ values: inout [V]
  ) throws(ExchangeError) {
    let (json, path) = try need(name)
    var found: [V] = []
    for (index, item) in try list(json, path).enumerated() {
      guard let value = V(jsonValue: item) else { throw .wrongValue(path: "\(path)[\(index)]") }
      found.append(value)
    }
    values = found
  }

  mutating func text(_ name: StaticString, _ text: inout UTF8Text) throws(ExchangeError) {
    let (json, path) = try need(name)
    guard case .string(let string) = json else { throw .wrongValue(path: path) }
    guard string.utf8.count <= 10_000 else { throw .tooLarge(path: path) }
    text = UTF8Text(string)
  }

  mutating func record<R: Archivable>(
    _ name: StaticString, _ record: inout R
  ) throws(ExchangeError) {
    let (json, path) = try need(name)
    record = try JSONReader.read(R.self, from: json, path: path)
  }

  mutating func optionalRecord<R: Archivable>(
    _ name: StaticString, _ record: inout R?
  ) throws(ExchangeError) {
    record = nil
    guard let (json, path) = find(name) else { return }
    record = try JSONReader.read(R.self, from: json, path: path)
  }

  mutating func records<R: Archivable>(
    _ name: StaticString, _ records: inout [R]
  ) throws(ExchangeError) {
    let (json, path) = try need(name)
    var found: [R] = []
    for (index, item) in try list(json, path).enumerated() {
      found.append(try JSONReader.read(R.self, from: item, path: "\(path)[\(index)]"))
    }
    records = found
  }
}
