internal import MarkupTree

/// Appends pieces of HTML to a byte buffer the way cmark-gfm escapes them.
package enum MarkupBytes {
  /// Appends a constant.
  @inline(__always)
  package static func put(_ text: StaticString, _ out: inout ByteBuffer) {
    out.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Starts a new line unless the buffer is empty or already at one.
  @inline(__always)
  package static func freshLine(_ out: inout ByteBuffer) {
    if let last = out.last, last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
  }

  /// Appends a number in decimal digits.
  package static func decimal(_ number: Int, into out: inout ByteBuffer) {
    // Nearly all have one digit.
    if number >= 0, number < 10 { return out.append(UInt8(ascii: "0") + UInt8(number)) }
    String(number).withBytes { out.append(contentsOf: $0) }
  }

  /// Appends text for element content or a double-quoted attribute: `&`, `<`, `>`, `"` escaped.
  package static func escape(_ text: ArraySlice<UInt8>, into out: inout ByteBuffer) {
    text.withUnsafeBufferPointer { escape($0, into: &out) }
  }

  /// The same on raw memory: copies eight bytes at once where none needs escaping.
  static func escape(_ text: UnsafeBufferPointer<UInt8>, into out: inout ByteBuffer) {
    guard let source = text.baseAddress else { return }
    var index = 0
    while index < text.count {
      index = copyPlain(source, from: index, to: text.count, into: &out)
      guard index < text.count else { return }
      if source[index] == UInt8(ascii: "&") {
        put("&amp;", &out)
      } else if source[index] == UInt8(ascii: "<") {
        put("&lt;", &out)
      } else if source[index] == UInt8(ascii: ">") {
        put("&gt;", &out)
      } else {
        put("&quot;", &out)
      }
      index += 1
    }
  }

  /// Copies bytes up to the next that needs escaping; returns where that stands.
  @inline(__always)
  private static func copyPlain(
    _ source: UnsafePointer<UInt8>, from start: Int, to end: Int, into out: inout ByteBuffer
  ) -> Int {
    var index = start
    out.append(atMost: end - start) { target in
      while index + 8 <= end {
        let word = ByteWord(at: source + index)
        // `"` and `&` differ in one bit, and so do `<` and `>`.
        if word.holds(UInt8(ascii: "\""), mask: 0xFB) || word.holds(UInt8(ascii: "<"), mask: 0xFD) {
          break
        }
        word.store(at: target + (index - start))
        index += 8
      }
      while index < end, !isEscaped(source[index]) {
        target[index - start] = source[index]
        index += 1
      }
      return index - start
    }
    return index
  }

  @inline(__always)
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }

  /// Appends an address for a `href` or `src`: reserved and unreserved characters as they are,
  /// everything else as `%XX`, so that nothing can close the attribute.
  package static func escapeAddress(_ text: ArraySlice<UInt8>, into out: inout ByteBuffer) {
    for byte in text {
      if isSafeInAddress(byte) {
        out.append(byte)
      } else if byte == UInt8(ascii: "&") {
        put("&amp;", &out)
      } else if byte == UInt8(ascii: "'") {
        put("&#x27;", &out)
      } else {
        out.append(UInt8(ascii: "%"))
        out.append(hexDigit(byte >> 4))
        out.append(hexDigit(byte & 15))
      }
    }
  }

  @inline(__always)
  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  @inline(__always)
  private static func isSafeInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: ";"),
      UInt8(ascii: "?")...UInt8(ascii: "Z"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "#"),
      UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default:
      false
    }
  }

  /// Whether an address could run a script or read a file when it is followed.
  ///
  /// These are `javascript:`, `vbscript:`, `file:`, and `data:` other than four image formats, as
  /// in cmark-gfm.
  package static func isDangerous(_ address: ArraySlice<UInt8>) -> Bool {
    if hasPrefix(address, "data:") {
      return
        !(hasPrefix(address, "data:image/png") || hasPrefix(address, "data:image/gif")
        || hasPrefix(address, "data:image/jpeg") || hasPrefix(address, "data:image/webp"))
    }
    return hasPrefix(address, "javascript:") || hasPrefix(address, "vbscript:")
      || hasPrefix(address, "file:")
  }

  /// Whether bytes start with an ASCII text in lower case, however they are typed.
  private static func hasPrefix(_ bytes: ArraySlice<UInt8>, _ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { prefix in
      guard bytes.count >= prefix.count else { return false }
      return zip(bytes, prefix).allSatisfy { byte, expected in
        byte == expected || (byte >= 65 && byte <= 90 && byte + 32 == expected)
      }
    }
  }

  /// `<a href title>`.
  static func openLink(
    _ node: Markup.Node, of markup: Markup, allowingUnsafe: Bool, into out: inout ByteBuffer
  ) {
    put("<a href=\"", &out)
    address(node, of: markup, allowingUnsafe: allowingUnsafe, into: &out)
    titleAttribute(node, of: markup, into: &out)
    put("\">", &out)
  }

  /// `<img src alt="`.
  static func openImage(
    _ node: Markup.Node, of markup: Markup, allowingUnsafe: Bool, into out: inout ByteBuffer
  ) {
    put("<img src=\"", &out)
    address(node, of: markup, allowingUnsafe: allowingUnsafe, into: &out)
    put("\" alt=\"", &out)
  }

  /// `" title="…` when the node has a title; the closing quote is the caller's.
  static func titleAttribute(_ node: Markup.Node, of markup: Markup, into out: inout ByteBuffer) {
    let title = markup.title(of: node)
    guard !title.isEmpty else { return }
    put("\" title=\"", &out)
    escape(markup.utf8(title), into: &out)
  }

  private static func address(
    _ node: Markup.Node, of markup: Markup, allowingUnsafe: Bool, into out: inout ByteBuffer
  ) {
    let address = markup.utf8(node.text)
    if allowingUnsafe || !isDangerous(address) { escapeAddress(address, into: &out) }
  }
}
