/// A quick look over a page: whether anything in it could be fetched from elsewhere.
///
/// Nearly all pages hold nothing of the sort, and most of a build's pages are checked, so this reads
/// bytes in place and makes no strings. It may suspect a page that is innocent (the full reading in
/// `RemoteAddresses` then tells) but passes none that the full reading would not.
struct RemoteAddressScan {
  private let html: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// Whether a page needs the full reading.
  static func suspects(_ html: [UInt8]) -> Bool {
    html.withUnsafeBufferPointer { bytes in
      var scan = RemoteAddressScan(html: bytes)
      return scan.run()
    }
  }

  private init(html: UnsafeBufferPointer<UInt8>) { self.html = html }

  private mutating func run() -> Bool {
    while index < html.count {
      skip(to: UInt8(ascii: "<"))
      index += 1
      guard index < html.count else { return false }
      let byte = html[index] | 0x20
      if html[index] == UInt8(ascii: "!") {
        // Comments are the author's or the theme's own, and rare.
        if starts(with: "!--", at: index) { return true }
      } else if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z"), suspectsTag() {
        return true
      }
    }
    return false
  }

  /// Reads one start tag as `TagScanner` does.
  private mutating func suspectsTag() -> Bool {
    let start = index
    while index < html.count, !ends(html[index]), html[index] != UInt8(ascii: "/") { index += 1 }
    let name = start..<index
    if isName(name, "style") { return true }
    let isMeta = isName(name, "meta")
    // Its links are followed by a person, never fetched.
    let isLink = isName(name, "a") || isName(name, "area")
    while index < html.count, html[index] != UInt8(ascii: ">") {
      if isSpace(html[index]) || html[index] == UInt8(ascii: "/") {
        index += 1
      } else if suspectsAttribute(isLink: isLink, isMeta: isMeta) {
        return true
      }
    }
    if isName(name, "script") { skipScript() }
    return false
  }

  private mutating func suspectsAttribute(isLink: Bool, isMeta: Bool) -> Bool {
    let start = index
    index += 1
    while index < html.count, !ends(html[index]), html[index] != UInt8(ascii: "/"),
      html[index] != UInt8(ascii: "=")
    {
      index += 1
    }
    let name = start..<index
    skipSpaces()
    guard index < html.count, html[index] == UInt8(ascii: "=") else { return false }
    index += 1
    skipSpaces()
    let value = value()
    if isName(name, "style") { return true }
    // Any other order than the policy, above all `refresh`.
    if isMeta, isName(name, "http-equiv") { return !isName(value, "content-security-policy") }
    return fetches(name, isLink: isLink) && mayLeadAway(value)
  }

  /// The range of a value; the scan goes on behind it.
  private mutating func value() -> Range<Int> {
    guard index < html.count else { return index..<index }
    let quote = html[index]
    let start: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      start = index
      skip(to: quote)
      defer { if index < html.count { index += 1 } }
      return start..<index
    }
    start = index
    while index < html.count, !ends(html[index]) { index += 1 }
    return start..<index
  }

  /// Names of attributes whose address a browser fetches on its own, as `RemoteAddresses` has them.
  private func fetches(_ name: Range<Int>, isLink: Bool) -> Bool {
    switch html[name.lowerBound] | 0x20 {
    case UInt8(ascii: "s"): isName(name, "src") || isName(name, "srcset")
    case UInt8(ascii: "i"): isName(name, "imagesrcset")
    case UInt8(ascii: "p"):
      isName(name, "poster") || isName(name, "ping") || isName(name, "profile")
    case UInt8(ascii: "b"): isName(name, "background")
    case UInt8(ascii: "d"): isName(name, "data")
    case UInt8(ascii: "c"): isName(name, "codebase") || isName(name, "classid")
    case UInt8(ascii: "m"): isName(name, "manifest")
    case UInt8(ascii: "f"): isName(name, "formaction")
    case UInt8(ascii: "a"): isName(name, "action") || isName(name, "archive")
    case UInt8(ascii: "l"): isName(name, "longdesc")
    case UInt8(ascii: "h"): !isLink && isName(name, "href")
    case UInt8(ascii: "x"): !isLink && isName(name, "xlink:href")
    default: false
    }
  }

  /// Whether an address could be remote: it has a colon, a doubled slash, or something that could
  /// hide either.
  private func mayLeadAway(_ value: Range<Int>) -> Bool {
    var before: UInt8 = 0
    for offset in value {
      let byte = html[offset]
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\")
        || byte <= 0x20 || (byte == UInt8(ascii: "/") && before == byte)
      {
        return true
      }
      before = byte
    }
    return false
  }

  private mutating func skipScript() {
    while index < html.count {
      skip(to: UInt8(ascii: "<"))
      if starts(with: "</script", at: index) { return }
      index += 1
    }
  }

  // MARK: Bytes

  /// Goes on to the next place of a byte, eight at a time: it is seldom far, and a call takes longer.
  @inline(__always)
  private mutating func skip(to byte: UInt8) {
    let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
    let bytes = UnsafeRawBufferPointer(html)
    while index + 8 <= html.count {
      let eight = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // Zero where they agree; the lowest zero byte is the first that borrows.
      let other = eight ^ wanted
      let zeros = (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
      if zeros != 0 { return index += zeros.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < html.count, html[index] != byte { index += 1 }
  }

  private mutating func skipSpaces() {
    while index < html.count, isSpace(html[index]) { index += 1 }
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  @inline(__always)
  private func ends(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: ">") }

  /// Whether bytes are a name, however it is typed.
  @inline(__always)
  private func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    range.count == name.utf8CodeUnitCount && starts(with: name, at: range.lowerBound)
  }

  private func starts(with text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start + count <= html.count else { return false }
    for offset in 0..<count {
      let byte = html[start + offset]
      let wanted = text.utf8Start[offset]
      if byte != wanted, byte < 65 || byte > 90 || byte + 32 != wanted { return false }
    }
    return true
  }
}
