internal import Diagnostics
internal import MarkdownSyntax

/// Finds questions that a reader must turn round in the head: with two negations, or with one that
/// nothing marks (`Which of these is not…`).
///
/// Rules of item writing: Haladyna, Downing and Rodriguez 2002, "A review of multiple-choice
/// item-writing guidelines", rule 17: word the stem positively, or else mark the word with capitals
/// or bold type. Only the words of `Phrases` count, so some such questions are not found.
enum QuestionNegations: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    let stems = Set(file.questions.map(\.heading.node))
    let isTree = file.written.role == .tree
    var findings: [Diagnostic] = []
    var hits = file.wording.finds.hits[...]
    while let first = hits.first {
      let block = file.wording.text.blocks[first.block]
      let inBlock = hits.prefix { $0.block == first.block }
      hits = hits.dropFirst(inBlock.count)
      guard case .heading = block.kind, isTree || stems.contains(block.node) else { continue }
      if let finding = check(Array(inBlock), in: file) { findings.append(finding) }
    }
    return findings
  }

  private static func check(_ hits: [Wording.Hit], in file: CheckedFile) -> Diagnostic? {
    // A word may be in the table as the first negation and as the second.
    let firsts = hits.filter { $0.matter == .negation(second: false) && isNegation($0, file) }
    guard let first = firsts.first else { return nil }
    let second = hits.first {
      $0.matter == .negation(second: true) && $0.range.lowerBound >= first.range.upperBound
    }
    if let second {
      return file.problem(
        .doubleNegative,
        file.wording.source(first.range.lowerBound..<second.range.upperBound),
        "This question says no twice, so readers must turn it round in their heads.",
        help: "Ask what is true, or what to do. Two negations test reading, not what was learned.")
    }
    let stressed = file.wording.text.string(first.range)
    guard hits.contains(where: { $0.matter == .choice && $0.range.lowerBound < first.range.lowerBound }),
      stressed != stressed.uppercased() || stressed == stressed.lowercased(),
      !file.wording.isMentioned(first.range, in: file.markup)
    else { return nil }
    return file.problem(
      .negativeStem, file.wording.source(first.range),
      "Who reads fast passes over `\(stressed)`, and then ticks the opposite.",
      help: "Ask which one is right; or write the word in bold: `**\(stressed)**`.")
  }

  /// Whether a word says no here: `can` and `don` only with `’t`.
  private static func isNegation(_ hit: Wording.Hit, _ file: CheckedFile) -> Bool {
    guard file.wording.language == .english else { return true }
    let word = file.wording.text.string(hit.range).lowercased()
    guard word.hasSuffix("n"), word != "none" else { return true }
    let after = file.wording.text.bytes[hit.range.upperBound...].prefix(4)
    return after.starts(with: "'t".utf8) || after.starts(with: "’t".utf8)
  }
}
