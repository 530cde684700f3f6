internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Finds headings of modules with nothing under them: a learner would open an empty page.
///
/// What a translation lacks is taken from the original.
enum EmptySections: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard file.written.role == .module, file.written.isOriginal else { return [] }
    return file.headings.filter(mustHoldText).map { placed in
      file.problem(
        .emptySection, file.range(of: placed.heading.node), "Nothing stands under this heading.",
        help: "Write what belongs here, or take the heading out.")
    }
  }

  /// Whether an empty heading says nothing alone; other kinds have messages of their own.
  private static func mustHoldText(_ placed: PlacedHeading) -> Bool {
    guard placed.heading.elements.isEmpty, placed.heading.level > 1 else { return false }
    switch placed.kind {
    case nil, .session: return true
    case .callout(let kind): return kind != .slide && kind != .adapt
    case .outcomes, .question, .quiz, .treeNode, .later: return false
    }
  }
}
