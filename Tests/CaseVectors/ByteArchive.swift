#if canImport(CaseManagement)
public import CaseManagement
#endif

/// Writes records as bytes: eight per number, a count before each list.
///
/// For the tests' crossings into wasm; the page has its own codec.
public struct ByteWriter: FieldArchive {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []

  /// A writer of nothing yet.
  public init() {}

  private mutating func put(_ number: Int64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
  }

  /// A single value.
  public mutating func value<V: FieldValue>(_ name: StaticString, _ value: inout V) throws(Never) {
    put(value.number)
  }

  /// A value that may be absent.
  public mutating func optional<V: FieldValue>(
    _ name: StaticString, _ value: inout V?
  ) throws(Never) {
    put(value == nil ? 0 : 1)
    if let value { put(value.number) }
  }

  /// A list of values.
  public mutating func values<V: FieldValue>(
    _ name: StaticString, _ values: inout [V]
  ) throws(Never) {
    put(Int64(values.count))
    for value in values { put(value.number) }
  }

  /// Text.
  public mutating func text(_ name: StaticString, _ text: inout UTF8Text) throws(Never) {
    put(Int64(text.bytes.count))
    bytes += text.bytes
  }

  /// A record inside the record.
  public mutating func record<R: Archivable>(
    _ name: StaticString, _ record: inout R
  ) throws(Never) { record.visitFields(&self) }

  /// A record that may be absent.
  public mutating func optionalRecord<R: Archivable>(
    _ name: StaticString, _ record: inout R?
  ) throws(Never) {
    put(record == nil ? 0 : 1)
    record?.visitFields(&self)
  }

  /// A list of records.
  public mutating func records<R: Archivable>(
    _ name: StaticString, _ records: inout [R]
  ) throws(Never) {
    put(Int64(records.count))
    for index in records.indices { records[index].visitFields(&self) }
  }
}

/// Bytes that are no record.
public enum ByteError: Error { case malformed }

/// Reads records that ``ByteWriter`` wrote.
public struct ByteReader: FieldArchive {
  private let bytes: [UInt8]
  private var place = 0

  /// A reader at the start of some bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func take() throws(ByteError) -> Int64 {
    guard place + 8 <= bytes.count else { throw .malformed }
    var number: UInt64 = 0
    for index in 0..<8 { number |= UInt64(bytes[place + index]) << UInt64(8 * index) }
    place += 8
    return Int64(bitPattern: number)
  }

  private mutating func takeCount() throws(ByteError) -> Int {
    let number = try take()
    guard number >= 0, number <= Int64(bytes.count) else { throw .malformed }
    return Int(number)
  }

  private mutating func takeValue<V: FieldValue>(_ type: V.Type) throws(ByteError) -> V {
    guard let value = V(number: try take()) else { throw .malformed }
    return value
  }

  /// A single value.
  public mutating func value<V: FieldValue>(
    _ name: StaticString, _ value: inout V
  ) throws(ByteError) { value = try takeValue(V.self) }

  /// A value that may be absent.
  public mutating func optional<V: FieldValue>(
    _ name: StaticString, _ value: inout V?
  ) throws(ByteError) { value = try takeCount() == 0 ? nil : try takeValue(V.self) }

  /// A list of values.
  public mutating func values<V: FieldValue>(
    _ name: StaticString, _ values: inout [V]
  ) throws(ByteError) {
    values = []
    for _ in 0..<(try takeCount()) { values.append(try takeValue(V.self)) }
  }

  /// Text.
  public mutating func text(_ name: StaticString, _ text: inout UTF8Text) throws(ByteError) {
    let count = try takeCount()
    guard place + count <= bytes.count else { throw .malformed }
    text = UTF8Text(bytes: Array(bytes[place..<(place + count)]))
    place += count
  }

  /// A record inside the record.
  public mutating func record<R: Archivable>(
    _ name: StaticString, _ record: inout R
  ) throws(ByteError) { try record.visitFields(&self) }

  /// A record that may be absent.
  public mutating func optionalRecord<R: Archivable>(
    _ name: StaticString, _ record: inout R?
  ) throws(ByteError) {
    guard try takeCount() != 0 else {
      record = nil
      return
    }
    var made = R()
    try made.visitFields(&self)
    record = made
  }

  /// A list of records.
  public mutating func records<R: Archivable>(
    _ name: StaticString, _ records: inout [R]
  ) throws(ByteError) {
    records = []
    for _ in 0..<(try takeCount()) {
      var made = R()
      try made.visitFields(&self)
      records.append(made)
    }
  }
}
