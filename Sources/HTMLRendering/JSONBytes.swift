/// JSON under construction, for data that is too large to go through an encoder.
///
/// Keys are to be written in sorted order. Strings are escaped as `JSONEncoder` escapes them, and
/// `<` too, so that the JSON can stand inside a `script` element.
package struct JSONBytes: ~Copyable {
  private var out: ByteBuffer

  /// Nothing yet.
  package init() { out = ByteBuffer() }

  /// What has been written.
  package var bytes: [UInt8] { out.bytes }

  /// Nothing yet, with room.
  init(capacity: Int) { out = ByteBuffer(capacity: capacity) }

  /// Writes a key, which begins an object or goes on with it.
  package mutating func key(_ name: StaticString, isFirst: Bool = false) {
    out.append(UInt8(ascii: isFirst ? "{" : ","))
    out.append(UInt8(ascii: "\""))
    MarkupBytes.put(name, &out)
    MarkupBytes.put("\":", &out)
  }

  /// Writes a key and a text.
  package mutating func key(_ name: StaticString, _ value: String, isFirst: Bool = false) {
    key(name, isFirst: isFirst)
    string(value)
  }

  /// Writes a key and a number.
  package mutating func key(_ name: StaticString, _ value: Int) {
    key(name)
    MarkupBytes.decimal(value, into: &out)
  }

  /// Writes a key and a list, whose members are written one by one.
  package mutating func key<Value>(
    _ name: StaticString, _ values: [Value], isFirst: Bool = false,
    _ write: (Value, inout JSONBytes) -> Void
  ) {
    key(name, isFirst: isFirst)
    out.append(UInt8(ascii: "["))
    for (position, value) in values.enumerated() {
      if position > 0 { out.append(UInt8(ascii: ",")) }
      write(value, &self)
    }
    out.append(UInt8(ascii: "]"))
  }

  /// Writes a number.
  package mutating func number(_ value: Int) { MarkupBytes.decimal(value, into: &out) }

  /// Ends an object.
  package mutating func endObject() { out.append(UInt8(ascii: "}")) }

  /// Appends JSON that is ready.
  package mutating func append(_ json: [UInt8]) { out.append(contentsOf: json) }

  /// Writes a text.
  package mutating func string(_ text: String) {
    text.withBytes { string($0) }
  }

  /// Writes a text, given as UTF-8.
  package mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    out.append(UInt8(ascii: "\""))
    guard let source = text.baseAddress else { return out.append(UInt8(ascii: "\"")) }
    var index = 0
    while index < text.count {
      index = copyPlain(source, from: index, to: text.count)
      if index < text.count { escape(source[index]) }
      index += 1
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Copies bytes up to the next that needs escaping; returns where that stands.
  @inline(__always)
  private mutating func copyPlain(
    _ source: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    out.append(atMost: end - start) { target in
      while index + 8 <= end {
        let word = ByteWord(at: source + index)
        // What is below 0x20 has none of the upper three bits.
        if word.holds(0, mask: 0xE0) || word.holds(UInt8(ascii: "\""))
          || word.holds(UInt8(ascii: "/")) || word.holds(UInt8(ascii: "<"))
          || word.holds(UInt8(ascii: "\\"))
        {
          break
        }
        word.store(at: target + (index - start))
        index += 8
      }
      while index < end, !Self.isEscaped(source[index]) {
        target[index - start] = source[index]
        index += 1
      }
      return index - start
    }
    return index
  }

  @inline(__always)
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x08: MarkupBytes.put("\\b", &out)
    case 0x09: MarkupBytes.put("\\t", &out)
    case 0x0A: MarkupBytes.put("\\n", &out)
    case 0x0C: MarkupBytes.put("\\f", &out)
    case 0x0D: MarkupBytes.put("\\r", &out)
    case UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"):
      out.append(UInt8(ascii: "\\"))
      out.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      MarkupBytes.put("\\u00", &out)
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
  }
}
