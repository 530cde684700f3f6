/// Reads the start tags of an HTML page, one after the other, and nothing else.
package struct TagScanner {
  /// An attribute of a tag.
  package struct Attribute {
    /// Lower case.
    package let name: String
    /// Character references of ASCII are resolved; others are left as they are.
    package let value: String
    /// Where its name starts in the page.
    package let offset: Int
  }

  /// A start tag.
  package struct Tag {
    /// Lower case.
    package let name: String
    package let attributes: [Attribute]
    /// Where its name starts in the page.
    package let offset: Int
  }

  private let html: [UInt8]
  private var index = 0

  /// Starts at the beginning of a page.
  package init(_ html: [UInt8]) { self.html = html }

  /// The next start tag, or nil at the end.
  package mutating func next() -> Tag? {
    while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      guard index < html.count else { return nil }
      if starts(with: "!--") {
        skip(past: "-->")
      } else if isLetter(html[index]) {
        return tag()
      }
    }
    index = html.count
    return nil
  }

  /// The range of a raw element's content; the scanner goes on behind it.
  package mutating func rawContent(of name: StaticString) -> Range<Int> {
    let start = index
    while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if index < html.count, html[index] == UInt8(ascii: "/"), starts(with: name, at: index + 1) {
        return start..<open
      }
    }
    index = html.count
    return start..<html.count
  }

  private mutating func tag() -> Tag {
    let offset = index
    let name = word { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    var attributes: [Attribute] = []
    while index < html.count, html[index] != UInt8(ascii: ">") {
      if Self.isSpace(html[index]) || html[index] == UInt8(ascii: "/") {
        index += 1
      } else {
        attributes.append(attribute())
      }
    }
    return Tag(name: name.lowercased(), attributes: attributes, offset: offset)
  }

  private mutating func attribute() -> Attribute {
    let offset = index
    index += 1
    let rest = word {
      !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        && $0 != UInt8(ascii: "=")
    }
    let name = String(decoding: [html[offset]], as: UTF8.self) + rest
    skipSpaces()
    guard index < html.count, html[index] == UInt8(ascii: "=") else {
      return Attribute(name: name.lowercased(), value: "", offset: offset)
    }
    index += 1
    skipSpaces()
    return Attribute(name: name.lowercased(), value: Self.resolved(value()), offset: offset)
  }

  private mutating func value() -> String {
    guard index < html.count else { return "" }
    let quote = html[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return word { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    }
    index += 1
    let start = index
    index = html[index...].firstIndex(of: quote) ?? html.count
    // A `data:` address can be megabytes; its start says all.
    let end = min(index, start + 2000)
    let text = String(decoding: html[start..<end], as: UTF8.self)
    if index < html.count { index += 1 }
    return text
  }

  /// Numeric references of ASCII and the five names, which could hide an address.
  private static func resolved(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      let end = rest.prefix(12).firstIndex(of: ";")
      let name = rest.dropFirst().prefix { $0 != ";" }.prefix(10)
      if let end, let character = character(String(name)) {
        result.append(character)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("&")
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func character(_ name: String) -> Character? {
    let names: [String: Character] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "colon": ":", "sol": "/",
      "bsol": "\\", "Tab": "\t", "NewLine": "\n",
    ]
    if let known = names[name] { return known }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map(Character.init)
  }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let start = index
    while index < html.count, belongs(html[index]) { index += 1 }
    return String(decoding: html[start..<index], as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while index < html.count, Self.isSpace(html[index]) { index += 1 }
  }

  private mutating func skip(past end: StaticString) {
    while index < html.count, !starts(with: end, at: index) { index += 1 }
    index = min(html.count, index + end.utf8CodeUnitCount)
  }

  private func starts(with text: StaticString) -> Bool { starts(with: text, at: index) }

  private func starts(with text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= html.count else { return false }
    return text.withUTF8Buffer { text in
      text.indices.allSatisfy { offset in
        let byte = html[index + offset]
        return byte == text[offset] || (byte >= 65 && byte <= 90 && byte + 32 == text[offset])
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
  }
}
