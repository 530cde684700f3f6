internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds questions that say the same to those who are right and to those who are wrong.
enum SameFeedback: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.questions.compactMap { question in
      let texts = question.options.map { option in
        FoldedText.words(
          option.feedback.map { file.markup.plainText(file.markup.subtree($0)) }
            .joined(separator: " "))
      }
      guard texts.count > 1, let first = texts.first, !first.isEmpty,
        texts.allSatisfy({ $0 == first })
      else { return nil }
      return file.problem(
        .sameFeedback, file.range(of: question.heading.node),
        "All options of this question have the same feedback.",
        help: "Say at each option why it is right or wrong.")
    }
  }
}
