/// JSON with the order of its author, so that the same value is the same bytes.
indirect enum JSONText: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case text(String)
  case number(Int)
  /// A number from 0 to 1 in hundredths.
  case hundredths(Int)
  case flag(Bool)
  case null
  case list([JSONText])
  case object([(String, JSONText)])

  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(arrayLiteral elements: JSONText...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSONText)...) { self = .object(elements) }

  /// A text, or null.
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  /// A number, or null.
  init(_ number: Int?) { self = number.map { .number($0) } ?? .null }
  /// A list of texts.
  init(_ texts: [String]) { self = .list(texts.map { .text($0) }) }

  /// The bytes, fit for a `script` element: `<` is escaped, so nothing can close it.
  ///
  /// Recursion is as deep as the value, whose shape is ours.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(&bytes)
    return bytes
  }

  private func write(_ out: inout [UInt8]) {
    switch self {
    case .text(let text): Self.write(text, &out)
    case .number(let number): out += String(number).utf8
    case .hundredths(let number): out += decimal(hundredths: number).utf8
    case .flag(let flag): out += (flag ? "true" : "false").utf8
    case .null: out += "null".utf8
    case .list(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        item.write(&out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        Self.write(member.0, &out)
        out.append(UInt8(ascii: ":"))
        member.1.write(&out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, _ out: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0..<32, UInt8(ascii: "<"), 127:
        out += "\\u00".utf8
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}

/// Hundredths as a decimal number without needless digits: 80 is `0.8`, 100 is `1`.
func decimal(hundredths: Int) -> String {
  let rest = hundredths % 100
  if rest == 0 { return String(hundredths / 100) }
  let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? String(rest / 10) : String(rest)
  return "\(hundredths / 100).\(digits)"
}
