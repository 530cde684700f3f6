internal import Foundation

/// Looks through the bytes of a file before they are decoded.
///
/// A decoder of the standard library is lenient where files from strangers need it strict: of a key
/// that stands twice it takes the first, others take the last; it takes UTF-16 and byte order marks,
/// and `1.0` for a whole number. What passes here means one thing only. Whether it is JSON at all
/// is left to the decoder.
///
/// One pass, a stack instead of recursion, and work in proportion to the bytes.
struct JSONScan {
  /// Deepest nesting; a case log needs seven levels.
  static let deepest = 32
  /// Most values of a file, some fifteen for each event; a case has hundreds of events.
  static let mostValues = 1_000_000

  /// An object or a list that is open.
  private struct Frame {
    let isObject: Bool
    var keys: Set<String> = []
    var key = ""
    var index = 0
    var expectsKey: Bool
  }

  private let bytes: [UInt8]
  private var place = 0
  private var frames: [Frame] = []
  private var values = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Checks a file.
  ///
  /// - Throws: ``ExchangeError``: `notUTF8`, `tooDeep`, `tooLarge`, `duplicateKey` or `wrongValue`,
  ///   naming the place.
  static func check(_ data: Data) throws(ExchangeError) {
    let bytes = [UInt8](data)
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), !bytes.contains(0),
      String(validating: bytes, as: UTF8.self) != nil
    else { throw .notUTF8 }
    var scan = JSONScan(bytes)
    while scan.place < scan.bytes.count { try scan.step() }
  }

  private mutating func step() throws(ExchangeError) {
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try count()
      let isObject = byte == UInt8(ascii: "{")
      guard frames.count < Self.deepest else { throw .tooDeep(path: path) }
      frames.append(Frame(isObject: isObject, expectsKey: isObject))
      place += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard let last = frames.popLast(), last.isObject == (byte == UInt8(ascii: "}")) else {
        throw .notJSON
      }
      place += 1
    case UInt8(ascii: ","):
      guard let top = frames.indices.last else { throw .notJSON }
      frames[top].index += 1
      frames[top].expectsKey = frames[top].isObject
      place += 1
    case UInt8(ascii: ":"):
      place += 1
    case UInt8(ascii: "\""):
      try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number()
    default:
      // Letters of true, false and null, white space, or nothing that the decoder lets pass.
      place += 1
    }
  }

  private mutating func count() throws(ExchangeError) {
    values += 1
    guard values <= Self.mostValues else { throw .tooLarge(path: path) }
  }

  private mutating func string() throws(ExchangeError) {
    let start = place
    var escaped = false
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") {
        escaped = true
        // A zero would end the text in half of the programs that read on from here.
        let zero = bytes[(place + 1)...].starts(with: Array("u0000".utf8))
        guard !zero else { throw .wrongValue(path: path) }
        place += 1
      }
      place += 1
    }
    guard place < bytes.count else { throw .notJSON }
    place += 1
    guard let top = frames.indices.last, frames[top].expectsKey else { return try count() }
    let key = try text(Array(bytes[start..<place]), escaped: escaped)
    frames[top].expectsKey = false
    frames[top].key = key
    guard frames[top].keys.insert(key).inserted else { throw .duplicateKey(path: path) }
  }

  /// Keys are compared as the decoder compares them: without escapes, and letters with accents
  /// alike however they are composed.
  private func text(_ quoted: [UInt8], escaped: Bool) throws(ExchangeError) -> String {
    guard escaped else { return String(decoding: quoted[1..<(quoted.count - 1)], as: UTF8.self) }
    guard let text = try? JSONDecoder().decode(String.self, from: Data(quoted)) else {
      throw .notJSON
    }
    return text
  }

  /// Numbers are whole, and written so.
  private mutating func number() throws(ExchangeError) {
    try count()
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): place += 1
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"):
        throw .wrongValue(path: path)
      default: return
      }
    }
  }

  /// Where the scan is, as in `events[3].what`.
  private var path: String {
    var path = ""
    for frame in frames {
      if !frame.isObject {
        path += "[\(frame.index)]"
      } else if !frame.key.isEmpty {
        path += path.isEmpty ? frame.key : ".\(frame.key)"
      }
    }
    return path
  }
}
