// What follows a link's text.
extension InlineCursor {
  /// Passes what follows a link's text: `](address "title")`, `][label]` or `]`.
  ///
  /// cmark's own columns are no help here: they are wrong behind a backslash at a line's end.
  mutating func passLinkEnd() {
    guard byte(0) == UInt8(ascii: "]") else { return }
    cursor += 1
    if byte(0) == UInt8(ascii: "("), let end = inlineTargetEnd() {
      cursor = end
    } else if byte(0) == UInt8(ascii: "["), let end = labelEnd() {
      cursor = end
    }
  }

  /// Offset behind `(address "title")` at the cursor; nil when there is none.
  private func inlineTargetEnd() -> Int? {
    guard var offset = addressEnd(skipSpaces(cursor + 1)) else { return nil }
    let afterAddress = offset
    offset = skipSpaces(offset)
    if offset > afterAddress, let title = titleEnd(offset) { offset = skipSpaces(title) }
    return offset < content.count && content[offset] == UInt8(ascii: ")") ? offset + 1 : nil
  }

  private func skipSpaces(_ start: Int) -> Int {
    var offset = start
    while offset < content.count, isSpace(content[offset]) { offset += 1 }
    return offset
  }

  func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte >= 9 && byte <= 13)
  }

  private func isEscape(_ offset: Int) -> Bool {
    content[offset] == UInt8(ascii: "\\") && offset + 1 < content.count
      && isPunctuation(content[offset + 1])
  }

  private func addressEnd(_ start: Int) -> Int? {
    guard start < content.count else { return nil }
    return content[start] == UInt8(ascii: "<") ? angledEnd(start + 1) : bareEnd(start)
  }

  private func angledEnd(_ start: Int) -> Int? {
    var offset = start
    while offset < content.count {
      let byte = content[offset]
      if byte == UInt8(ascii: ">") { return offset + 1 }
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\n") { return nil }
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private func bareEnd(_ start: Int) -> Int? {
    var offset = start
    var depth = 0
    while offset < content.count {
      let byte = content[offset]
      if isEscape(offset) {
        offset += 2
        continue
      }
      if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      } else if byte <= UInt8(ascii: " ") || byte == 0x7F {
        break
      }
      offset += 1
    }
    return offset < content.count ? offset : nil
  }

  private func titleEnd(_ start: Int) -> Int? {
    guard start < content.count else { return nil }
    let close: UInt8
    switch content[start] {
    case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): close = UInt8(ascii: "'")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var offset = start + 1
    while offset < content.count {
      if content[offset] == close { return offset + 1 }
      offset += content[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Offset behind `[label]` at the cursor; nil when a bracket stands in it.
  private func labelEnd() -> Int? {
    var offset = cursor + 1
    while offset < content.count {
      let byte = content[offset]
      if byte == UInt8(ascii: "]") { return offset + 1 }
      if byte == UInt8(ascii: "[") { return nil }
      offset += isEscape(offset) ? 2 : 1
    }
    return nil
  }
}
