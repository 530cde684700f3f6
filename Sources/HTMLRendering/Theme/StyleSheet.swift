/// The rules of a style sheet, as far as checks of a theme need them: who sets which value where.
struct StyleSheet {
  /// `name: value` with its line.
  struct Declaration {
    let name, value: String
    let line: Int
  }

  /// Declarations that stand between the same pair of braces.
  struct Rule {
    /// `@media …` and other rules around it, outermost first.
    let conditions: [String]
    let selector: String
    var declarations: [Declaration]
  }

  /// The rules in the order of the file.
  private(set) var rules: [Rule] = []
  /// The line of a `{` that is never closed, or of a `}` that closes nothing.
  private(set) var strayBrace: Int?

  private var preludes: [(text: String, line: Int)] = []
  private var line = 1
  private var startLine = 1
  private var text: [UInt8] = []

  /// Reads a sheet; whatever it can't make sense of is left out.
  init(_ css: String) {
    let bytes = Array(css.utf8)
    var index = 0
    while index < bytes.count {
      index = step(bytes, at: index)
    }
    declare()
    if let open = preludes.last { strayBrace = strayBrace ?? open.line }
  }

  /// Reads one sign, string or comment; returns where the next begins.
  private mutating func step(_ bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "/") where bytes.dropFirst(index + 1).first == UInt8(ascii: "*"):
      return skipComment(bytes, from: index + 2)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return takeString(bytes, from: index)
    case UInt8(ascii: "{"):
      preludes.append((taken(), startLine))
    case UInt8(ascii: "}"):
      declare()
      if preludes.popLast() == nil { strayBrace = strayBrace ?? line }
    case UInt8(ascii: ";"):
      declare()
    case UInt8(ascii: "\n"):
      line += 1
      text.append(UInt8(ascii: " "))
    case let byte:
      if text.allSatisfy({ $0 <= 32 }) { startLine = line }
      text.append(byte)
    }
    return index + 1
  }

  private mutating func skipComment(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      if bytes[index] == UInt8(ascii: "*"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "/")
      {
        return index + 2
      }
      index += 1
    }
    return index
  }

  /// A string ends at its sign or at the end of the line.
  private mutating func takeString(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start], bytes[index] != UInt8(ascii: "\n") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    let isClosed = index < bytes.count && bytes[index] == bytes[start]
    let end = min(isClosed ? index + 1 : index, bytes.count)
    text += bytes[start..<end]
    return end
  }

  /// The text since the last sign that ended something.
  private mutating func taken() -> String {
    defer { text = [] }
    return String(decoding: text, as: UTF8.self).trimmedOfSpaces
  }

  /// Ends a declaration.
  private mutating func declare() {
    let line = startLine
    let text = taken()
    guard let colon = text.firstIndex(of: ":"), let selector = preludes.last?.text else { return }
    let declaration = Declaration(
      name: String(text[..<colon]).trimmedOfSpaces,
      value: String(text[text.index(after: colon)...]).trimmedOfSpaces, line: line)
    let conditions = preludes.dropLast().map(\.text)
    if let last = rules.indices.last, rules[last].selector == selector,
      rules[last].conditions == conditions
    {
      rules[last].declarations.append(declaration)
    } else {
      rules.append(
        Rule(conditions: conditions, selector: selector, declarations: [declaration]))
    }
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmedOfSpaces: String {
    // Byte by byte: a style sheet has thousands of such texts.
    var text = utf8[...]
    while let first = text.first, first == 32 || first == 9 { text = text.dropFirst() }
    while let last = text.last, last == 32 || last == 9 { text = text.dropLast() }
    return String(Substring(text))
  }
}
