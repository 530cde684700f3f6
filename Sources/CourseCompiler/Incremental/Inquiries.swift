internal import CourseModel
internal import Diagnostics
internal import Learning

/// What a file asked about others, with the answers it got: as bytes, since they are looked at only
/// when an answer may have changed.
struct Inquiries: Sendable {
  /// The count, then each question and its answer, sorted.
  let bytes: [UInt8]

  /// Writes questions down.
  init(_ answers: [Inquiry: UInt64]) {
    let entries = answers.map { inquiry, answer in
      var writer = ByteWriter()
      inquiry.encode(to: &writer)
      writer.fixed64(answer)
      return writer.bytes
    }.sorted { $0.lexicographicallyPrecedes($1) }
    var writer = ByteWriter()
    writer.count(entries.count)
    for entry in entries { writer.raw(entry) }
    bytes = writer.bytes
  }

  /// Wraps bytes that were written down before.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether every question still has the answer it had; false for bytes that can't be read.
  func stillHold(_ facts: Facts) -> Bool {
    do throws(CodecError) {
      var reader = ByteReader(bytes)
      for _ in 0..<(try reader.count(upTo: 1 << 24, eachAtLeast: 9)) {
        let inquiry = try Inquiry(from: &reader)
        if facts.answer(inquiry) != (try reader.fixed64()) { return false }
      }
      try reader.finish()
      return true
    } catch {
      return false
    }
  }
}

extension Inquiry {
  fileprivate func encode(to writer: inout ByteWriter) {
    switch self {
    case .named(let kind, let name):
      writer.byte(0)
      writer.byte(kind.rawValue)
      writer.text(name)
    case .all(let kind):
      writer.byte(1)
      writer.byte(kind.rawValue)
    case .element(let file, let id):
      writer.byte(2)
      writer.text(file)
      writer.text(id)
    case .elements(let file):
      writer.byte(3)
      writer.text(file)
    case .slot(let name, let language):
      writer.byte(4)
      writer.text(name)
      writer.text(language)
    case .readability:
      writer.byte(5)
    case .acronym(let acronym, let language):
      writer.byte(6)
      writer.text(acronym)
      writer.text(language)
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(CodecError) {
    switch try reader.byte() {
    case 0: self = .named(try Self.kind(&reader), try reader.text())
    case 1: self = .all(try Self.kind(&reader))
    case 2: self = .element(file: try reader.text(), id: try reader.text())
    case 3: self = .elements(file: try reader.text())
    case 4: self = .slot(try reader.text(), language: try reader.text())
    case 5: self = .readability
    case 6: self = .acronym(try reader.text(), language: try reader.text())
    default: throw .unknownValue
    }
  }

  private static func kind(_ reader: inout ByteReader) throws(CodecError) -> Kind {
    guard let kind = Kind(rawValue: try reader.byte()) else { throw .unknownValue }
    return kind
  }
}

extension ByteWriter {
  /// Appends a text: its length and its bytes.
  mutating func text(_ text: String) {
    count(text.utf8.count)
    for byte in text.utf8 { self.byte(byte) }
  }

  /// Appends a text, or that there is none.
  mutating func text(_ text: String?) {
    flag(text != nil)
    if let text { self.text(text) }
  }

  /// Appends how many values there are, and each of them.
  mutating func list<Value>(_ values: [Value], _ write: (Value, inout ByteWriter) -> Void) {
    count(values.count)
    for value in values { write(value, &self) }
  }

  /// Appends a range.
  mutating func range(_ range: SourceRange) {
    count(range.lower)
    count(range.upper)
  }

  /// Appends a range, or that there is none.
  mutating func range(_ range: SourceRange?) {
    flag(range != nil)
    if let range { self.range(range) }
  }

  /// Appends a digest, or that there is none.
  mutating func digest(_ digest: ContentDigest?) {
    flag(digest != nil)
    if let digest { raw(digest.bytes) }
  }
}

extension ByteReader {
  /// Reads a text; bytes that aren't UTF-8 are refused.
  mutating func text() throws(CodecError) -> String {
    let bytes = try block(upTo: 1 << 28)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .unknownValue }
    return text
  }

  /// Reads a text, or that there is none.
  mutating func optionalText() throws(CodecError) -> String? { try flag() ? try text() : nil }

  /// Reads as many values as there are said to be; each takes a byte or more.
  mutating func list<Value>(
    _ read: (inout ByteReader) throws(CodecError) -> Value
  ) throws(CodecError) -> [Value] {
    let count = try count(upTo: 1 << 26)
    var values: [Value] = []
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// Reads a range.
  mutating func range() throws(CodecError) -> SourceRange {
    let lower = try number(upTo: 1 << 30)
    return SourceRange(lower, try number(upTo: 1 << 30))
  }

  /// Reads a range, or that there is none.
  mutating func optionalRange() throws(CodecError) -> SourceRange? {
    try flag() ? try range() : nil
  }

  /// Reads a digest.
  mutating func digest() throws(CodecError) -> ContentDigest {
    guard let digest = try optionalDigest() else { throw .unknownValue }
    return digest
  }

  /// Reads a digest, or that there is none.
  mutating func optionalDigest() throws(CodecError) -> ContentDigest? {
    guard try flag() else { return nil }
    guard let digest = ContentDigest(try raw(32)) else { throw .truncated }
    return digest
  }
}
