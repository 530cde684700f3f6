internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

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
      // A longer text is no question that somebody asks.
      guard block.range.count <= 2000 else { continue }
      if let finding = check(Array(inBlock.prefix(30)), in: file) { findings.append(finding) }
    }
    return findings
  }

  private static func check(_ hits: [Wording.Hit], in file: CheckedFile) -> Diagnostic? {
    // A word may be in the table as the first negation and as the second.
    let negations = hits.filter { $0.matter == .negation(second: false) && isNegation($0, file) }
    for first in negations {
      let second = hits.first {
        $0.matter == .negation(second: true) && $0.range.lowerBound >= first.range.upperBound
          && isOneQuestion(first.range.lowerBound..<$0.range.upperBound, first.block, file.wording)
      }
      guard let second else { continue }
      return file.problem(
        .doubleNegative,
        file.wording.source(first.range.lowerBound..<second.range.upperBound),
        "This question says no twice, so readers must turn it round in their heads.",
        help: "Ask what is true, or what to do. Two negations test reading, not what was learned.")
    }
    return unmarked(negations, hits, file)
  }

  /// `Which of these is not …`, with nothing that marks the word.
  private static func unmarked(
    _ negations: [Wording.Hit], _ hits: [Wording.Hit], _ file: CheckedFile
  ) -> Diagnostic? {
    let choices = hits.filter { $0.matter == .choice }
    let negation = negations.first { negation in
      choices.contains {
        $0.range.upperBound <= negation.range.lowerBound
          && isOneQuestion(
            $0.range.lowerBound..<negation.range.upperBound, negation.block, file.wording)
      }
    }
    guard let negation else { return nil }
    let word = file.wording.text.string(negation.range)
    let stem = file.markup.subtree(file.wording.text.blocks[negation.block].node)
    let isMarked =
      word == word.uppercased() && word != word.lowercased()
      || file.markup.nodes[stem].contains { $0.kind == .strong || $0.kind == .emphasis }
    guard !isMarked else { return nil }
    return file.problem(
      .negativeStem, file.wording.source(negation.range),
      "Who reads fast passes over `\(word)`, and then ticks the opposite.",
      help: "Ask which one is right; or write the word in bold: `**\(word)**`.")
  }

  /// Whether words stand in one sentence that asks; a case that is told before may hold any words.
  private static func isOneQuestion(
    _ range: Range<Int>, _ block: Int, _ wording: Wording
  ) -> Bool {
    let rest = String(
      decoding: wording.text.bytes[range.lowerBound..<wording.text.blocks[block].range.upperBound],
      as: UTF8.self)
    let stops: Set<Character> = [".", "!", "?", "؟", "…"]
    guard let stop = rest.firstIndex(where: { stops.contains($0) }) else { return false }
    return rest[..<stop].utf8.count >= range.count && (rest[stop] == "?" || rest[stop] == "؟")
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
