/// Looks at the bytes of a document before libxml2 does, for what would cost it memory or time:
/// libxml2 compares every attribute of a tag with every other one, and makes a few hundred bytes
/// of each element.
struct DocumentScan: ~Copyable {
  /// Most elements of a document.
  static let mostElements = 40_000
  /// Most attributes of an element.
  static let mostAttributes = 256
  /// Most lines of a document.
  static let mostLines = 1_000_000
  /// Encodings in which `<` and the letters of names are the bytes that this scan looks for.
  private static let encodings = [
    "UTF-8", "UTF8", "US-ASCII", "ASCII", "ISO-8859-", "ISO_8859-", "LATIN1", "WINDOWS-125",
  ]

  private var elements = 0
  private var attributes = 0
  private var line = 1

  /// What keeps a document from being read; nil when nothing does.
  static func problem(in bytes: [UInt8]) -> XMLProblem? {
    if bytes.prefix(4).contains(0) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.starts(with: [0xFF, 0xFE])
    {
      return XMLProblem("The document isn't UTF-8.", line: 1, kind: .encoding)
    }
    if let name = declaredEncoding(of: bytes),
      !encodings.contains(where: { name.uppercased().hasPrefix($0) })
    {
      return XMLProblem(
        "The document says that it is written in `\(name.prefix(40))`, not in UTF-8.", line: 1,
        kind: .encoding)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      var scan = DocumentScan()
      return scan.run(bytes)
    }
  }

  private static let usualStart = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)

  /// The encoding that the first line of a document names.
  static func declaredEncoding(of bytes: [UInt8]) -> String? {
    var head = bytes.prefix(512)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    guard head.starts(with: Array("<?xml".utf8)) else { return nil }
    // Nearly all begin so; to make a pattern for each document took longer than to read it.
    if head.starts(with: usualStart) { return "UTF-8" }
    let text = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    guard let match = text.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/) else { return nil }
    return String(match.1)
  }

  private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) -> XMLProblem? {
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      guard bytes[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      if Self.starts("<!DOCTYPE", bytes, place) {
        return XMLProblem(
          "The document declares a document type (`<!DOCTYPE`), which isn't allowed.", line: line,
          kind: .documentType)
      }
      place = pass(bytes, place)
      if elements > Self.mostElements {
        return tooLarge("The document has more than \(Self.mostElements) elements.")
      }
      if attributes > Self.mostAttributes {
        return tooLarge("An element has more than \(Self.mostAttributes) attributes.")
      }
    }
    return line > Self.mostLines
      ? tooLarge("The document has more than \(Self.mostLines) lines.") : nil
  }

  private func tooLarge(_ message: String) -> XMLProblem {
    XMLProblem(message, line: line, kind: .tooLarge)
  }

  /// The place behind a tag, a comment, a piece of raw text or an instruction.
  private mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    if Self.starts("<!--", bytes, place) { return passText(bytes, place + 4, "-->") }
    if Self.starts("<![CDATA[", bytes, place) { return passText(bytes, place + 9, "]]>") }
    if Self.starts("<?", bytes, place) { return passText(bytes, place + 2, "?>") }
    elements += Self.starts("</", bytes, place) ? 0 : 1
    attributes = 0
    var quote: UInt8?
    var place = place + 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\n") { line += 1 }
      // No `<` may stand in a tag, not even in quotes; libxml2 says so.
      if byte == UInt8(ascii: "<") { return place }
      place += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        attributes += 1
      } else if byte == UInt8(ascii: ">") {
        return place
      }
    }
    return place
  }

  private mutating func passText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: StaticString
  ) -> Int {
    var place = start
    while place < bytes.count {
      if Self.starts(end, bytes, place) { return place + end.utf8CodeUnitCount }
      if Self.starts("<!DOCTYPE", bytes, place) { return place }
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      place += 1
    }
    return place
  }

  private static func starts(
    _ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count, bytes[place] == text.utf8Start.pointee
    else { return false }
    for offset in 1..<text.utf8CodeUnitCount
    where bytes[place + offset] != text.utf8Start[offset] { return false }
    return true
  }
}
