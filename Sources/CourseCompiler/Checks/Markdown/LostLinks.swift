internal import Diagnostics
internal import MarkdownSyntax

/// Links with a slip, which learners would read as they are typed.
enum LostLinks {
  /// `[words][label]`, where no line says what the label stands for.
  static func reference(at middle: Int, in file: CheckedFile) -> [Diagnostic] {
    guard let words = group(before: middle, "[", "]", in: file.bytes),
      let label = group(behind: middle, "[", "]", in: file.bytes),
      // `[[x]][…` and empty brackets aren't meant as links.
      words.count > 2, file.bytes[words.lowerBound + 1] != UInt8(ascii: "[")
    else { return [] }
    let name = String(decoding: file.bytes[label.dropFirst().dropLast()], as: UTF8.self)
    return [
      file.problem(
        .linkNotRecognised, SourceRange(label.lowerBound, label.upperBound),
        "Nothing says what `[\(name)]` stands for, so learners would read the brackets.",
        help: "Write the address in round brackets: `[words](m01)`.")
    ]
  }

  /// `[label]: address` that no link uses: Markdown takes such a line out of the text.
  static func definition(_ range: Range<Int>, in file: CheckedFile) -> [Diagnostic] {
    let label = name(file.bytes[range])
    guard !label.isEmpty, !isUsed(label, notAt: range.lowerBound, in: file.bytes) else { return [] }
    return [
      file.problem(
        .addressNotUsed, SourceRange(range.lowerBound, range.upperBound),
        "No link uses this line, and no page shows it.",
        help: "If it is a text, leave the colon behind the bracket out. If it is the address of a "
          + "link, write that into the link: `[words](m01)`.")
    ]
  }

  /// Whether `[label]` stands anywhere else.
  private static func isUsed(_ label: String, notAt own: Int, in bytes: [UInt8]) -> Bool {
    var open: Int?
    for offset in bytes.indices {
      if bytes[offset] == UInt8(ascii: "[") { open = offset }
      guard bytes[offset] == UInt8(ascii: "]"), let start = open else { continue }
      open = nil
      if start != own, offset - start <= reach, name(bytes[start...offset]) == label {
        return true
      }
    }
    return false
  }

  /// What stands in brackets, as labels are compared: without case, white space as one space.
  private static func name(_ group: ArraySlice<UInt8>) -> String {
    String(decoding: group.dropFirst().dropLast(), as: UTF8.self).lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `[words] (address)`: the space between keeps it from being a link.
  static func gap(at middle: Int, in file: CheckedFile) -> [Diagnostic] {
    guard let address = group(behind: middle + 2, "(", ")", in: file.bytes),
      isAddress(address, in: file.bytes)
    else { return [] }
    let space = SourceRange(middle + 1, middle + 2)
    return [
      file.problem(
        .linkNotRecognised, SourceRange(middle, address.upperBound),
        "A space stands between the two parts of this link, so it is none.",
        help: "Write `[words](address)` without a space.",
        fixes: [Diagnostic.Fix("Take the space out", range: space, replacement: "")])
    ]
  }

  /// `(words)[address]`: the brackets the wrong way round.
  static func swapped(at middle: Int, in file: CheckedFile) -> [Diagnostic] {
    guard let words = group(before: middle, "(", ")", in: file.bytes),
      let address = group(behind: middle, "[", "]", in: file.bytes),
      isAddress(address, in: file.bytes)
    else { return [] }
    let typed = file.bytes[words.dropFirst().dropLast()]
    let target = file.bytes[address.dropFirst().dropLast()]
    let right = String(
      decoding: Array("[".utf8) + typed + Array("](".utf8) + target + Array(")".utf8),
      as: UTF8.self)
    let range = SourceRange(words.lowerBound, address.upperBound)
    return [
      file.problem(
        .linkNotRecognised, range, "The brackets of this link are the wrong way round.",
        help: "Words stand in square brackets, the address in round ones.",
        fixes: [Diagnostic.Fix("Write `\(right)`", range: range, replacement: right)])
    ]
  }

  /// `[#id]`, `[glossary:id]` or `[guidance:id]` without words: an address where words belong.
  ///
  /// Other words in brackets may be meant as they stand.
  static func alone(at open: Int, in file: CheckedFile) -> [Diagnostic] {
    guard let address = group(behind: open, "[", "]", in: file.bytes),
      open == 0 || file.bytes[open - 1] != UInt8(ascii: "\\"),
      !(address.upperBound..<min(address.upperBound + 1, file.bytes.count)).contains(where: {
        // A link, or an address for one, which has messages of its own.
        "([:".utf8.contains(file.bytes[$0])
      })
    else { return [] }
    let typed = String(decoding: file.bytes[address.dropFirst().dropLast()], as: UTF8.self)
    guard let mark = ["#", "glossary:", "guidance:"].first(where: { typed.hasPrefix($0) }) else {
      return []
    }
    let id = typed.dropFirst(mark.count)
    guard id.first.map({ $0.isASCII && $0.isLetter }) ?? false,
      id.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") })
    else { return [] }
    return [
      file.problem(
        .linkNotRecognised, SourceRange(address.lowerBound, address.upperBound),
        "This is an address without words, so learners would read the brackets.",
        help: "Write what learners should read before it: `[words](\(typed))`.")
    ]
  }

  /// Whether what stands in brackets can only be meant as an address.
  private static func isAddress(_ group: Range<Int>, in bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes[group.dropFirst().dropLast()], as: UTF8.self)
    guard !text.contains(where: \.isWhitespace), text.utf8.count > 1 else { return false }
    return ["#", "http://", "https://", "glossary:", "guidance:", "mailto:", "tel:"].contains {
      text.hasPrefix($0)
    }
  }

  /// The farthest that a bracket is looked for.
  private static let reach = 400

  /// The group of brackets that begins at an offset; on one line, without brackets inside.
  private static func group(
    behind start: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar, in bytes: [UInt8]
  ) -> Range<Int>? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: open) else { return nil }
    for offset in start + 1..<min(bytes.count, start + reach) {
      if bytes[offset] == UInt8(ascii: close) { return start..<offset + 1 }
      if bytes[offset] == UInt8(ascii: open) || bytes[offset] == 10 { return nil }
    }
    return nil
  }

  /// The group of brackets that ends before an offset.
  private static func group(
    before end: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar, in bytes: [UInt8]
  ) -> Range<Int>? {
    guard end > 0, bytes[end - 1] == UInt8(ascii: close) else { return nil }
    var offset = end - 2
    while offset >= max(0, end - reach) {
      if bytes[offset] == UInt8(ascii: open) { return offset..<end }
      if bytes[offset] == UInt8(ascii: close) || bytes[offset] == 10 { return nil }
      offset -= 1
    }
    return nil
  }
}
