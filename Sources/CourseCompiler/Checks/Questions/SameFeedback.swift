internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds questions that say the same to those who are right and to those who are wrong.
enum SameFeedback: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.questions.filter { hasOneFeedback($0.options, in: file) }.map { question in
      file.problem(
        .sameFeedback, file.range(of: question.heading.node),
        "All options of this question have the same feedback.",
        help: "Say at each option why it is right or wrong.")
    }
  }

  private static func hasOneFeedback(
    _ options: [WrittenQuestion.Option], in file: CheckedFile
  ) -> Bool {
    guard options.count > 1, !options.contains(where: { $0.feedback.isEmpty }) else { return false }
    // Nearly every question ends here: two of its texts begin or end with other letters.
    let ends = options.map { option in
      option.feedback.first.flatMap {
        FoldedText.ends(of: file.markup.subtree($0), in: file.markup)
      }
    }
    guard let first = ends[0], ends.allSatisfy({ $0 == first }) else { return false }
    let texts = options.map { option in
      FoldedText.words(
        option.feedback.map { file.markup.plainText(file.markup.subtree($0)) }
          .joined(separator: " "))
    }
    return texts.allSatisfy { $0 == texts[0] }
  }
}
