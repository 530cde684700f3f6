#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The words of a page as it stands there, so that search finds nothing that the page doesn't show:
/// tags and templates are left out, runs of white space become one space.
struct VisibleText {
  private let html: UnsafeBufferPointer<UInt8>
  private let start: UnsafePointer<UInt8>
  private let words: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var hidden = 0

  /// Lends the words of a page.
  static func withWords(
    of html: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let start = html.baseAddress else { return body(html) }
    // They never take more room than the page.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: html.count) { words in
      guard let target = words.baseAddress else { return }
      let text = VisibleText(html: html, start: start, words: target)
      body(UnsafeBufferPointer(start: target, count: text.copy()))
    }
  }

  private init(
    html: UnsafeBufferPointer<UInt8>, start: UnsafePointer<UInt8>,
    words: UnsafeMutablePointer<UInt8>
  ) {
    self.html = html
    self.start = start
    self.words = words
  }

  /// Copies all; returns how many bytes there are.
  private consuming func copy() -> Int {
    var index = 0
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"): index = tag(at: index)
      case _ where hidden > 0: index = next(UInt8(ascii: "<"), from: index)
      case UInt8(ascii: "&"):
        let (character, length) = reference(at: index + 1)
        add(character)
        index += 1 + length
      case 32, 10:
        addSpace()
        index += 1
      default: index = run(from: index)
      }
    }
    return count
  }

  /// Copies text up to a byte that means something; returns where that stands.
  private mutating func run(from first: Int) -> Int {
    var index = first
    while index + 8 <= html.count {
      let word = ByteWord(at: start + index)
      if word.holds(UInt8(ascii: "<")) || word.holds(UInt8(ascii: "&")) || word.holds(10)
        || word.holdsTwoSpaces || (html[index] == 32 && words[count - 1] == 32)
      {
        break
      }
      word.store(at: words + count)
      count += 8
      index += 8
    }
    while index < html.count, !isSpecial(html[index]) {
      add(html[index])
      index += 1
    }
    return index
  }

  @inline(__always)
  private func isSpecial(_ byte: UInt8) -> Bool {
    // Letters and everything beyond ASCII need no further look.
    byte <= UInt8(ascii: "<")
      && (byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == 32 || byte == 10)
  }

  private mutating func add(_ byte: UInt8) {
    words[count] = byte
    count += 1
  }

  private mutating func addSpace() {
    if hidden == 0, count > 0, words[count - 1] != 32 { add(32) }
  }

  /// Where a byte stands next.
  private func next(_ byte: UInt8, from index: Int) -> Int {
    memchr(start + index, Int32(byte), html.count - index).map {
      UnsafeRawPointer(start).distance(to: UnsafeRawPointer($0))
    } ?? html.count
  }

  /// Passes a tag; returns where the page goes on.
  private mutating func tag(at start: Int) -> Int {
    let end = next(UInt8(ascii: ">"), from: start)
    // The letter behind `<` or `</` tells most names apart.
    let isEnd = start + 1 < html.count && html[start + 1] == UInt8(ascii: "/")
    let name = isEnd ? start + 2 : start + 1
    switch name < html.count ? html[name] : 0 {
    case UInt8(ascii: "t"):
      if starts(with: "template", at: name) { hidden += isEnd ? -1 : 1 }
      addSpace()
    case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "d"),
      UInt8(ascii: "e"), UInt8(ascii: "s"), UInt8(ascii: "/"):
      if isBlock(start) { addSpace() }
    default: addSpace()
    }
    return end + 1
  }

  private func starts(with text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= html.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where html[start + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The character that a reference of ours stands for, and its length behind the `&`.
  private func reference(at start: Int) -> (UInt8, Int) {
    if starts(with: "lt;", at: start) { return (UInt8(ascii: "<"), 3) }
    if starts(with: "gt;", at: start) { return (UInt8(ascii: ">"), 3) }
    if starts(with: "quot;", at: start) { return (UInt8(ascii: "\""), 5) }
    return (UInt8(ascii: "&"), starts(with: "amp;", at: start) ? 4 : 0)
  }

  /// Whether a tag ends a word: all but those inside a line of text.
  private func isBlock(_ start: Int) -> Bool {
    var name = start + 1
    while name < html.count, html[name] == UInt8(ascii: "/") { name += 1 }
    var end = name
    while end < html.count, html[end] > UInt8(ascii: "/"), html[end] != UInt8(ascii: ">") {
      end += 1
    }
    switch end - name {
    case 1: return html[name] != UInt8(ascii: "a")
    case 2: return !starts(with: "em", at: name)
    case 3:
      return
        !(starts(with: "sup", at: name) || starts(with: "del", at: name)
        || starts(with: "bdi", at: name))
    case 4: return !(starts(with: "span", at: name) || starts(with: "code", at: name))
    case 6: return !starts(with: "strong", at: name)
    default: return true
    }
  }
}
