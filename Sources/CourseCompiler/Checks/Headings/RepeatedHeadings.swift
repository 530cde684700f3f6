internal import Diagnostics
internal import MarkupTree

/// Finds two headings side by side that say the same.
enum RepeatedHeadings: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    var findings = compare(file.written.outline.headings, in: file)
    for placed in file.headings { findings += compare(placed.heading.headings, in: file) }
    return findings
  }

  private static func compare(_ headings: [Heading], in file: CheckedFile) -> [Diagnostic] {
    zip(headings, headings.dropFirst()).compactMap { first, second in
      guard first.level == second.level, firstLetter(first, file) == firstLetter(second, file)
      else { return nil }
      // Many begin with the same word, few end with it too.
      guard let ends = FoldedText.ends(of: file.markup.subtree(first.node), in: file.markup),
        ends == FoldedText.ends(of: file.markup.subtree(second.node), in: file.markup)
      else { return nil }
      guard
        FoldedText.haveSameWords(
          file.markup.plainText(file.markup.subtree(first.node)),
          file.markup.plainText(file.markup.subtree(second.node)))
      else { return nil }
      return file.problem(
        .repeatedHeading, file.range(of: second.node),
        "This heading says the same as the one before it.",
        help: "Say what is different about this part, or join the two.",
        notes: [
          .init("The one before it.", path: file.path, range: file.range(of: first.node))
        ])
    }
  }

  /// The first byte of a heading's words, small letters for capitals, so that nearly all headings
  /// are told apart by one comparison.
  private static func firstLetter(_ heading: Heading, _ file: CheckedFile) -> UInt8? {
    let leaf = file.markup.nodes[file.markup.subtree(heading.node)].first { !$0.text.isEmpty }
    return leaf.flatMap { file.markup.utf8($0.text).first }.map { $0 | 32 }
  }
}
