/// Which repairs of a file can be made at once.
public struct FixSelection: Sendable {
  /// What is to be done, in file order, without overlaps.
  public let edits: [TextEdit]
  /// What the repairs of diagnostics do, with their places in the file: "Write `[!KEY]`".
  public let summaries: [(range: SourceRange, summary: String)]
  /// How many characters are put right without a diagnostic of their own.
  public let quietCount: Int

  private struct Candidate {
    let edit: TextEdit
    /// Nil for what is put right quietly.
    let summary: String?
  }

  /// Chooses among the repairs of one file: the first in file order, then the next that doesn't touch
  /// one chosen before. The others are right only when the text is read again.
  ///
  /// - Parameters:
  ///   - diagnostics: those of the file; all their fixes are certain.
  ///   - quiet: characters that reading puts right without a word, in order, without overlaps.
  public init(_ diagnostics: [Diagnostic], quiet: [TextEdit], in source: SourceFile) {
    let fixes = diagnostics.flatMap(\.fixes).map { fix in
      Candidate(
        edit: TextEdit(fix.range, source.withLineEnds(fix.replacement, at: fix.range.lower)),
        summary: fix.summary)
    }
    let candidates = (fixes + quiet.map { Candidate(edit: $0, summary: nil) })
      .filter { source.isChanged(by: $0.edit) }
      .sorted { left, right in
        if left.edit.range != right.edit.range { return left.edit.range < right.edit.range }
        if (left.summary == nil) != (right.summary == nil) { return left.summary != nil }
        return left.edit.replacement < right.edit.replacement
      }
    var chosen: [Candidate] = []
    for candidate in candidates where Self.fits(candidate, behind: chosen.last) {
      chosen.append(candidate)
    }
    edits = chosen.map(\.edit)
    summaries = chosen.compactMap { candidate in
      candidate.summary.map { (candidate.edit.range, $0) }
    }
    quietCount = chosen.count { $0.summary == nil }
  }

  /// Whether a repair can be made together with the one before it.
  ///
  /// Repairs that touch may mean the same slip. Characters put right quietly never do: one reading
  /// found all of them.
  private static func fits(_ candidate: Candidate, behind last: Candidate?) -> Bool {
    guard let last else { return true }
    let areQuiet = candidate.summary == nil && last.summary == nil
    return areQuiet
      ? candidate.edit.range.lower >= last.edit.range.upper
      : candidate.edit.range.lower > last.edit.range.upper
  }
}

extension SourceFile {
  /// Whether an edit has its place in the file and leaves other bytes there.
  fileprivate func isChanged(by edit: TextEdit) -> Bool {
    edit.range.upper <= bytes.count
      && !bytes[edit.range.lower..<edit.range.upper].elementsEqual(edit.replacement.utf8)
  }

  /// A text whose plain line ends are those that the file has around a place.
  package func withLineEnds(_ text: String, at offset: Int) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")), let end = lineEnd(near: offset), end != "\n"
    else { return text }
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n"), result.last != UInt8(ascii: "\r") {
        result += Array(end.utf8)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The end of the line at an offset, or of the line before it; nil for a file of one line.
  private func lineEnd(near offset: Int) -> String? {
    let line = position(of: offset).line
    for number in [line, line - 1] where number >= 1 {
      guard let next = self.offset(ofLine: number + 1) else { continue }
      let content = self.line(number)
      return String(decoding: bytes[content.endIndex..<next], as: UTF8.self)
    }
    return nil
  }
}
