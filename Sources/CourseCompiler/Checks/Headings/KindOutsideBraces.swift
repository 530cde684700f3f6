internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds kinds that stand behind a heading's words without braces: `## Quiz .quiz`, `(.quiz)`.
///
/// The heading would be plain text, and everything under it no activity. The words of what learners
/// must not see are found by the parser.
enum KindOutsideBraces: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.nodes.headings.compactMap { node in
      guard file.markup.nodes[node].parent == Int32(Markup.root) else { return nil }
      let whole = file.range(of: node)
      let braces = file.source.document.attributes[node]?.range
      var end = min(braces?.lower ?? whole.upper, file.bytes.count)
      if end <= whole.lower || end > whole.upper { end = whole.upper }
      guard let found = find(in: file.bytes, whole.lower..<end) else { return nil }
      let typed = String(decoding: file.bytes[found.range], as: UTF8.self)
      let range = SourceRange(found.range.lowerBound, found.range.upperBound)
      return file.problem(
        .kindOutsideBraces, range,
        "`\(typed)` stands outside of braces, so it is only text and this heading no `\(found.kind)`.",
        help: braces == nil
          ? "Write `{\(found.inside)}`." : "Put it into the braces behind the heading.",
        fixes: braces == nil
          ? [
            Diagnostic.Fix(
              "Write `{\(found.inside)}`", range: range, replacement: "{\(found.inside)}")
          ] : [])
    }
  }

  /// What stands at the end of a heading.
  private struct Found {
    let range: Range<Int>
    /// What belongs into braces.
    let inside: String
    /// The first kind: `.quiz`.
    let kind: String
  }

  private static func find(in bytes: [UInt8], _ line: Range<Int>) -> Found? {
    let line = line.trimmed(in: bytes)
    // Nearly every heading ends here: it holds no dot behind a space or a bracket.
    guard line.contains(where: { isDot($0, in: bytes, line.lowerBound) }) else { return nil }
    var range = line
    var inner = line
    if let last = line.last, bytes[last] == UInt8(ascii: ")") || bytes[last] == UInt8(ascii: "]") {
      let mark = bytes[last] == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
      guard let open = line.last(where: { bytes[$0] == mark }), open > line.lowerBound,
        bytes[open - 1] != UInt8(ascii: "]")
      else { return nil }
      range = open..<line.upperBound
      inner = open + 1..<last
    }
    var start = inner.upperBound
    var words: [String] = []
    for word in Self.words(in: bytes, inner).reversed() {
      let text = String(decoding: bytes[word], as: UTF8.self)
      guard isPart(text) else { break }
      words.insert(text, at: 0)
      start = word.lowerBound
    }
    if range.upperBound == inner.upperBound {
      range = start..<range.upperBound
    } else if start > inner.trimmed(in: bytes).lowerBound {
      return nil
    }
    guard start > line.lowerBound,
      let kind = words.first(where: { $0.hasPrefix(".") && isKind($0.dropFirst()) })
    else { return nil }
    return Found(range: range, inside: words.joined(separator: " "), kind: kind)
  }

  private static func isDot(_ offset: Int, in bytes: [UInt8], _ start: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "."), offset > start else { return false }
    let before = bytes[offset - 1]
    return before == UInt8(ascii: " ") || before == UInt8(ascii: "(")
      || before == UInt8(ascii: "[") || before >= 0x80
  }

  private static func words(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    bytes[range].split(separator: UInt8(ascii: " ")).map { $0.startIndex..<$0.endIndex }
  }

  /// Whether a word may stand in braces: a kind, a flag, an id or a value.
  private static func isPart(_ word: String) -> Bool {
    let rest = word.dropFirst()
    if word.hasPrefix(".") { return isKind(rest) || HeadingKind.flags.contains(String(rest)) }
    let isPlain = rest.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
    if word.hasPrefix("#") { return isPlain && !rest.isEmpty }
    return word.contains("=") && word.first.map { $0.isASCII && $0.isLetter } ?? false
  }

  /// Whether a word names a kind that learners may see.
  private static func isKind(_ word: some StringProtocol) -> Bool {
    guard let kind = HeadingKind(word: String(word)) else { return false }
    switch kind {
    case .callout(let callout): return callout.audience == .learner
    case .later(let word): return !["answer", "secret", "limit"].contains(word)
    case .outcomes, .session, .question, .quiz, .treeNode: return true
    }
  }
}

extension Range<Int> {
  /// Without white space at both ends.
  func trimmed(in bytes: [UInt8]) -> Range<Int> {
    var range = self
    while let last = range.last, bytes[last] <= 32 { range = range.dropLast() }
    while let first = range.first, bytes[first] <= 32 { range = range.dropFirst() }
    return range
  }
}
