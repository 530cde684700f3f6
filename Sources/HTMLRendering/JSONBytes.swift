/// JSON under construction, for data that is too large to go through an encoder.
///
/// Keys are to be written in sorted order. Strings are escaped as `JSONEncoder` escapes them, and
/// `<` too, so that the JSON can stand inside a `script` element.
package struct JSONBytes {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// Nothing yet, with room.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Writes a key, which begins an object or goes on with it.
  package mutating func key(_ name: StaticString, isFirst: Bool = false) {
    bytes.append(UInt8(ascii: isFirst ? "{" : ","))
    bytes.append(UInt8(ascii: "\""))
    MarkupBytes.put(name, &bytes)
    MarkupBytes.put("\":", &bytes)
  }

  /// Writes a key and a text.
  package mutating func key(_ name: StaticString, _ value: String, isFirst: Bool = false) {
    key(name, isFirst: isFirst)
    string(value)
  }

  /// Writes a key and a number.
  package mutating func key(_ name: StaticString, _ value: Int) {
    key(name)
    MarkupBytes.decimal(value, into: &bytes)
  }

  /// Writes a key and a list, whose members are written one by one.
  package mutating func key<Value>(
    _ name: StaticString, _ values: [Value], isFirst: Bool = false,
    _ write: (Value, inout JSONBytes) -> Void
  ) {
    key(name, isFirst: isFirst)
    bytes.append(UInt8(ascii: "["))
    for (position, value) in values.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      write(value, &self)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes a number.
  package mutating func number(_ value: Int) { MarkupBytes.decimal(value, into: &bytes) }

  /// Ends an object.
  package mutating func endObject() { bytes.append(UInt8(ascii: "}")) }

  /// Appends JSON that is ready.
  package mutating func append(_ json: [UInt8]) { bytes += json }

  /// Writes a text.
  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  /// Writes a text, given as UTF-8.
  package mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "/")
          || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\\")
      else { continue }
      bytes.append(contentsOf: text[start..<index])
      start = index + 1
      escape(byte)
    }
    bytes.append(contentsOf: text[start..<text.count])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x08: MarkupBytes.put("\\b", &bytes)
    case 0x09: MarkupBytes.put("\\t", &bytes)
    case 0x0A: MarkupBytes.put("\\n", &bytes)
    case 0x0C: MarkupBytes.put("\\f", &bytes)
    case 0x0D: MarkupBytes.put("\\r", &bytes)
    case UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      MarkupBytes.put("\\u00", &bytes)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
