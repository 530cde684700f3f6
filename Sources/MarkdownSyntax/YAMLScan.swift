/// A look at YAML before the parser composes it: what content never needs, and what could cost
/// hours, is refused here.
struct YAMLScan {
  /// What is refused.
  enum Problem: Equatable {
    /// `&name`.
    case anchor
    /// `*name`.
    case alias
    /// `<<:`.
    case mergeKey
    /// `!tag`.
    case tag
    /// Lists and maps inside each other beyond the limit.
    case depth
  }

  /// Deeper than this nests no content file.
  static let depthLimit = 12

  private let text: [UInt8]
  private var offset = 0
  /// Open `[` and `{`.
  private var flowDepth = 0
  /// Whether a value may begin here, so that `&` and its like have their meaning.
  private var atValue = true
  /// Indentations of the block lists and maps that are open.
  private var indents: [Int] = []
  private var found: [(problem: Problem, range: Range<Int>)] = []

  /// The problems of a text, in order.
  static func problems(in text: [UInt8]) -> [(problem: Problem, range: Range<Int>)] {
    var scan = YAMLScan(text)
    scan.run()
    return scan.found
  }

  private init(_ text: [UInt8]) {
    self.text = text
  }

  private mutating func run() {
    while offset < text.count {
      if flowDepth == 0 { startLine() }
      while offset < text.count, text[offset] != UInt8(ascii: "\n") {
        step()
        // One is enough to refuse the text; a depth would go on for ever.
        if found.last?.problem == .depth { return }
      }
      offset += 1
      if flowDepth == 0 { atValue = true }
    }
  }

  /// Indentation and the dashes of lists within lists.
  private mutating func startLine() {
    let start = offset
    while byte(0) == UInt8(ascii: " ") { offset += 1 }
    guard offset < text.count, byte(0) != UInt8(ascii: "\n"), byte(0) != UInt8(ascii: "#") else {
      return
    }
    while let last = indents.last, last >= offset - start { indents.removeLast() }
    indents.append(offset - start)
    while byte(0) == UInt8(ascii: "-"), isSpace(byte(1)) {
      offset += 1
      while byte(0) == UInt8(ascii: " ") { offset += 1 }
      indents.append(offset - start)
      if indents.count > Self.depthLimit { break }
    }
    if indents.count > Self.depthLimit { add(.depth, 1) }
    atValue = true
  }

  private func byte(_ ahead: Int) -> UInt8 {
    offset + ahead < text.count ? text[offset + ahead] : 0
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == 0
  }

  private mutating func add(_ problem: Problem, _ length: Int) {
    found.append((problem, offset..<min(text.count, offset + length)))
  }

  private mutating func step() {
    let byte = text[offset]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
    case UInt8(ascii: "#") where offset == 0 || isSpace(text[offset - 1]): skipLine()
    case UInt8(ascii: "\"") where atValue: skipDoubleQuoted()
    case UInt8(ascii: "'") where atValue: skipSingleQuoted()
    case UInt8(ascii: "|") where atValue && flowDepth == 0,
      UInt8(ascii: ">") where atValue && flowDepth == 0:
      skipBlockText()
    case UInt8(ascii: "[") where atValue, UInt8(ascii: "{") where atValue: openFlow()
    case UInt8(ascii: "]") where flowDepth > 0, UInt8(ascii: "}") where flowDepth > 0:
      flowDepth -= 1
      offset += 1
      atValue = false
    case UInt8(ascii: ",") where flowDepth > 0:
      offset += 1
      atValue = true
    case UInt8(ascii: ":") where isSpace(self.byte(1)),
      UInt8(ascii: "-") where atValue && isSpace(self.byte(1)),
      UInt8(ascii: "?") where atValue && isSpace(self.byte(1)):
      offset += 1
      atValue = true
    case UInt8(ascii: "&") where atValue: refuse(.anchor)
    case UInt8(ascii: "*") where atValue: refuse(.alias)
    case UInt8(ascii: "!") where atValue: refuse(.tag)
    case UInt8(ascii: "<")
    where atValue && self.byte(1) == UInt8(ascii: "<")
      && (self.byte(2) == UInt8(ascii: ":") || self.byte(2) == UInt8(ascii: " ")):
      add(.mergeKey, 2)
      offset += 2
    default:
      atValue = false
      offset += 1
    }
  }

  private mutating func openFlow() {
    flowDepth += 1
    if flowDepth + indents.count > Self.depthLimit { add(.depth, 1) }
    offset += 1
  }

  private mutating func refuse(_ problem: Problem) {
    var length = 1
    while !isSpace(byte(length)), byte(length) != UInt8(ascii: ",") { length += 1 }
    add(problem, length)
    offset += length
  }

  private mutating func skipLine() {
    while offset < text.count, text[offset] != UInt8(ascii: "\n") { offset += 1 }
  }

  private mutating func skipDoubleQuoted() {
    offset += 1
    while offset < text.count, text[offset] != UInt8(ascii: "\"") {
      offset += text[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(text.count, offset + 1)
    atValue = false
  }

  private mutating func skipSingleQuoted() {
    offset += 1
    while offset < text.count {
      if text[offset] == UInt8(ascii: "'") {
        if byte(1) != UInt8(ascii: "'") { break }
        offset += 1
      }
      offset += 1
    }
    offset = min(text.count, offset + 1)
    atValue = false
  }

  /// `|` and `>`: every deeper line belongs to the text.
  private mutating func skipBlockText() {
    let indent = indents.last ?? 0
    skipLine()
    while offset < text.count {
      let start = offset + 1
      var content = start
      while content < text.count, text[content] == UInt8(ascii: " ") { content += 1 }
      let isBlank = content >= text.count || text[content] == UInt8(ascii: "\n")
      guard isBlank || content - start > indent else { break }
      offset = content
      skipLine()
    }
    atValue = false
  }
}
