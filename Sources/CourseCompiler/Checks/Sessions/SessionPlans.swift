internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds plans of sessions with holes: steps without a time, sizes of groups where no group works.
enum SessionPlans: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard file.written.role == .module, file.written.isOriginal else { return [] }
    return file.headings.flatMap { placed -> [Diagnostic] in
      switch placed.kind {
      case .session: untimedSteps(placed.heading, in: file)
      case .later: []
      case .outcomes, .question, .quiz, .callout, .treeNode, nil:
        groupWithoutSession(placed.heading, in: file).map { [$0] } ?? []
      }
    }
  }

  /// Steps without a time beside steps that have one, in a session that says its minutes.
  private static func untimedSteps(_ heading: Heading, in file: CheckedFile) -> [Diagnostic] {
    guard heading.attributes?["minutes"] != nil else { return [] }
    return heading.blocks.filter { file.markup.nodes[$0].flags.contains(.ordered) }
      .flatMap { list -> [Diagnostic] in
        let items = Array(file.markup.children(of: list))
        let timed = items.filter { hasTime($0, in: file.markup) }
        guard !timed.isEmpty, timed.count < items.count else { return [] }
        return items.filter { !timed.contains($0) }.map { item in
          file.problem(
            .stepWithoutMinutes, file.range(of: item), "This step has no time, and others have.",
            help: "Begin it with its minutes: `5′ Compare in pairs.`")
        }
      }
  }

  private static func hasTime(_ item: Markup.NodeID, in markup: Markup) -> Bool {
    let text = item + 2
    return text < Int(markup.nodes[item].end) && markup.nodes[item + 1].kind == .paragraph
      && markup.nodes[text].kind == .text
      && StepTime.read(markup.utf8(markup.nodes[text].text)) != nil
  }

  /// `group=3` on a heading of another kind.
  private static func groupWithoutSession(
    _ heading: Heading, in file: CheckedFile
  ) -> Diagnostic? {
    guard let attributes = heading.attributes,
      let pair = attributes.pairs.first(where: {
        $0.key.text == "group" && $0.variantMark == nil
      })
    else { return nil }
    return file.problem(
      .groupWithoutSession, SourceRange(pair.key.range.lower, pair.value.range.upper),
      "`group=\(pair.value.text)` does nothing here, since no group works under this heading.",
      help: "Say what the group does: `.group-work`, `.discussion`, `.case-study`, "
        + "`.demonstration`, `.energiser` or `.role-play`.")
  }
}
