/// Visits the fields of a record, to write it, read it, count it or make one up.
///
/// Each record says once which fields it has (``Archivable``). JSON, YAML, the page's codec, forms
/// and the random generator of the tests are archives over that one description.
public protocol FieldArchive {
  /// What goes wrong when reading; `Never` for writers.
  associatedtype Failure: Error
  /// A single value.
  mutating func value<V: FieldValue>(_ name: StaticString, _ value: inout V) throws(Failure)
  /// A value that may be absent.
  mutating func optional<V: FieldValue>(_ name: StaticString, _ value: inout V?) throws(Failure)
  /// A list of values.
  mutating func values<V: FieldValue>(_ name: StaticString, _ values: inout [V]) throws(Failure)
  /// Text.
  mutating func text(_ name: StaticString, _ text: inout UTF8Text) throws(Failure)
  /// A record inside the record.
  mutating func record<R: Archivable>(_ name: StaticString, _ record: inout R) throws(Failure)
  /// A record that may be absent.
  mutating func optionalRecord<R: Archivable>(
    _ name: StaticString, _ record: inout R?
  ) throws(Failure)
  /// A list of records.
  mutating func records<R: Archivable>(
    _ name: StaticString, _ records: inout [R]
  ) throws(Failure)
}

extension FieldArchive {
  /// A set of choices, written as the list of its words in the order of the list.
  public mutating func set<C: Choice>(
    _ name: StaticString, _ set: inout ChoiceSet<C>
  ) throws(Failure) {
    var elements = set.elements
    try values(name, &elements)
    set = ChoiceSet(elements)
  }
}

/// A record that can name its fields.
public protocol Archivable: Equatable, Sendable {
  /// An empty record, to be filled.
  init()
  /// Hands every field to the archive, in a fixed order.
  mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure)
}
