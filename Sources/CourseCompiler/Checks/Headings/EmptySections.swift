internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Finds headings of modules with nothing under them: a learner would open an empty page.
///
/// What a translation lacks is taken from the original.
enum EmptySections: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard file.written.role == .module, file.written.isOriginal else { return [] }
    return file.headings.map(\.heading).filter {
      $0.level > 1 && $0.elements.isEmpty && mustHoldText($0)
    }
    .map { heading in
      file.problem(
        .emptySection, file.range(of: heading.node), "Nothing stands under this heading.",
        help: "Write what belongs here, or take the heading out.")
    }
  }

  /// Whether a heading of its kind says nothing alone; other kinds have messages of their own.
  private static func mustHoldText(_ heading: Heading) -> Bool {
    guard !heading.isVariant else { return false }
    switch heading.kind {
    case nil, .session: return true
    case .callout(let kind): return kind != .slide && kind != .adapt
    case .outcomes, .question, .quiz, .treeNode, .later: return false
    }
  }
}
