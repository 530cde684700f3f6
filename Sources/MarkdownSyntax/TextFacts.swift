internal import Diagnostics

/// What a look over all bytes of a file tells before anything else.
struct TextFacts {
  /// Offset behind a byte order mark.
  var start = 0
  /// Whether there is a curly or angled quotation mark.
  var hasSmartQuotes = false
  /// Whether there is a NUL.
  var hasNUL = false
  /// Whether there is a carriage return.
  var hasReturns = false
  /// Offsets of other control characters than tabs and line ends; the first ones only.
  var controls: [Int] = []
  /// Whether the bytes are UTF-8 of a size that can be read.
  var isReadable = true

  /// Larger files are no texts that a person wrote.
  static let sizeLimit = 2 << 20

  /// Looks over a file.
  static func check(_ source: SourceFile) -> (TextFacts, [Diagnostic]) {
    var facts = TextFacts()
    let bytes = source.bytes
    if bytes.count > sizeLimit {
      facts.isReadable = false
      let size = (Double(bytes.count) / 1_048_576 * 10).rounded() / 10
      return (
        facts,
        [
          Diagnostic(
            .fileTooLarge, path: source.path,
            "This file has \(size) MB; at most 2 MB are read.",
            help: "Split it, and keep pictures and sound in files of their own.")
        ]
      )
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { facts.start = 3 }
    if let encoding = EncodingGuess.guess(bytes) {
      facts.isReadable = false
      return (facts, [encoding.diagnostic(path: source.path)])
    }
    facts.look(at: bytes)
    return (
      facts,
      (facts.hasNUL ? [nulDiagnostic(source)] : [])
        + facts.controls.map { controlDiagnostic(source, $0) }
    )
  }

  private mutating func look(at bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if Self.isPlain(bytes, index) {
          index += 8
          continue
        }
        let byte = bytes[index]
        if byte < 0x20 || byte == 0x7F { noteControl(byte, index) }
        if byte == 0xE2 || byte == 0xC2 {
          let second = TypedCharacters.byte(bytes, index + 1)
          let third = TypedCharacters.byte(bytes, index + 2)
          let isQuote =
            byte == 0xE2
            ? second == 0x80 && third >= 0x9C && third <= 0x9F : second == 0xAB || second == 0xBB
          if isQuote { hasSmartQuotes = true }
        }
        index += 1
      }
    }
  }

  /// Whether eight bytes are all printable ASCII, as nearly all are: looked at as one number, in
  /// which the highest bit of a byte shows that it is none (Mycroft 1987).
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 8 <= bytes.count else { return false }
    let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(
      fromByteOffset: index, as: UInt64.self)
    let isBelowSpace = (eight &- 0x2020_2020_2020_2020) & ~eight
    let isAboveTilde = (eight &+ 0x0101_0101_0101_0101) | eight
    return (isBelowSpace | isAboveTilde) & 0x8080_8080_8080_8080 == 0
  }

  /// Notes a byte below U+0020 or U+007F.
  private mutating func noteControl(_ byte: UInt8, _ index: Int) {
    switch byte {
    case 0: hasNUL = true
    case UInt8(ascii: "\r"): hasReturns = true
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"): break
    default: if controls.count < Self.controlLimit { controls.append(index) }
    }
  }

  /// More control characters than this need no message each: the file is damaged.
  private static let controlLimit = 20

  private static func controlDiagnostic(_ source: SourceFile, _ offset: Int) -> Diagnostic {
    let byte = source.bytes[offset]
    let code = String(byte, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - code.count) + code
    // Word writes U+000B for a line break and U+000C for a page break.
    let isBreak = byte == 0x0B || byte == 0x0C
    let range = SourceRange(offset, offset + 1)
    return Diagnostic(
      .controlCharacter, path: source.path, range: range,
      "Here is the invisible control character \(name), which can break a page.",
      help: "It came along from another program. Delete it.",
      fixes: [
        isBreak
          ? Diagnostic.Fix("Put a space in its place", range: range, replacement: " ")
          : Diagnostic.Fix("Delete it", range: range, replacement: "")
      ])
  }

  private static func nulDiagnostic(_ source: SourceFile) -> Diagnostic {
    let offset = source.bytes.firstIndex(of: 0) ?? 0
    let range = SourceRange(offset, offset + 1)
    return Diagnostic(
      .wrongEncoding, path: source.path, range: range,
      "Here is a byte of value 0, which no text holds.",
      help: "The file may be damaged, or not a text at all. Save it again as UTF-8.",
      fixes: [Diagnostic.Fix("Delete it", range: range, replacement: "")])
  }
}

/// Which encoding a file that isn't UTF-8 probably has.
struct EncodingGuess {
  let name: String
  let offset: Int

  /// A guess; nil when the bytes are UTF-8.
  static func guess(_ bytes: [UInt8]) -> EncodingGuess? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return EncodingGuess(name: "UTF-32", offset: 0)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return EncodingGuess(name: "UTF-16", offset: 0)
    }
    if let wide = guessWide(bytes) { return EncodingGuess(name: wide, offset: 0) }
    guard let offset = firstInvalid(bytes) else { return nil }
    return EncodingGuess(name: guessNarrow(bytes), offset: offset)
  }

  /// UTF-16 and UTF-32 without a mark show as NULs between ASCII letters.
  private static func guessWide(_ bytes: [UInt8]) -> String? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    guard sample.holds(0) else { return nil }
    let zeros = sample.count { $0 == 0 }
    if zeros * 10 >= sample.count * 6 { return "UTF-32" }
    return zeros * 10 >= sample.count * 2 ? "UTF-16" : nil
  }

  /// Offset of the first byte that is no UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Arabic in Windows-1256 is mostly bytes above 0xC0; Latin texts hold few.
  private static func guessNarrow(_ bytes: [UInt8]) -> String {
    let high = bytes.count { $0 >= 0xC0 }
    let letters = bytes.count { TypedCharacters.isLetter($0) }
    if high > letters / 2, high > 4 { return "Windows-1256 (Arabic)" }
    return bytes.contains { $0 >= 0x80 && $0 < 0xA0 }
      ? "Windows-1252 (Western European)" : "Latin-1 (Western European)"
  }

  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      .wrongEncoding, path: path, range: SourceRange(offset, offset + 1),
      "This file isn't UTF-8; it looks like \(name).",
      help: "Open it in the program it comes from, choose Save As, and pick the encoding UTF-8.")
  }
}
