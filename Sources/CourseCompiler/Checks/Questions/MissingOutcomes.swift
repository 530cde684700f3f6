internal import Diagnostics
internal import MarkdownSyntax

/// Finds questions without an outcome in modules that name outcomes.
enum MissingOutcomes: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard file.written.isOriginal,
      file.headings.contains(where: { $0.kind == .outcomes })
    else { return [] }
    return file.questions.filter { $0.attributes?["outcome"] == nil }.map { question in
      file.problem(
        .questionWithoutOutcome,
        question.attributes?.range ?? file.range(of: question.heading.node),
        "This question doesn't say which outcome it tests.",
        help: "Write the outcome into its braces: `outcome=o1`. If it tests none, learners are "
          + "asked what nobody promised to teach.")
    }
  }
}
