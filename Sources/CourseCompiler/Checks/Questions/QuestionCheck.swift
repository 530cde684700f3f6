internal import CourseModel
internal import Diagnostics
internal import Learning
internal import MarkdownSyntax
internal import MarkupTree

// What can be wrong with a question as it is written.

extension QuestionComposer {

  /// Whether the original can be asked.
  mutating func check(_ text: QuestionText) -> Bool {
    let source = text.source
    let path = source.path
    let place = source.range(of: text.heading.node)
    for heading in text.heading.headings {
      findings.misplaced(
        "A question can't hold a heading.", path: path, range: source.range(of: heading.node),
        help: "Give the heading the level of the question, or write `---` between blank lines.")
    }
    if let extra = text.list.rest.first {
      findings.misplaced(
        "This stands behind the options and would not be shown.", path: path,
        range: source.range(of: extra),
        help: "Write it before the options, or end the question with `---` between blank lines.")
    }
    let items = text.list.items
    guard items.count >= 2 else {
      findings.add(
        Diagnostic(
          .tooFewOptions, path: path, range: place,
          items.isEmpty ? "This question has no options." : "This question has one option only.",
          help:
            "Write each option as an item: `- [ ] Call the neighbour`, the right one with `[x]`."))
      return false
    }
    guard items.contains(where: { source.markup.nodes[$0.node].flags.contains(.task) }) else {
      findings.add(
        Diagnostic(
          .noOptionTicked, path: path, range: place, "The options of this question have no boxes.",
          help: "Write `- [ ]` in front of each, and `- [x]` in front of what is right."))
      return false
    }
    checkOptions(items, in: source)
    return checkTicks(items, in: source, place: place)
  }

  private mutating func checkTicks(
    _ items: [ChoiceList.Item], in source: TextSource, place: SourceRange
  ) -> Bool {
    let ticked = items.filter { source.markup.nodes[$0.node].flags.contains(.ticked) }
    let path = source.path
    if ticked.isEmpty {
      findings.add(
        Diagnostic(
          .noOptionTicked, path: path, range: place, "No option is marked as right.",
          help: "Write `[x]` in front of the right one."))
      return false
    }
    if items.count > CourseLimits.options || (kind == .trueFalse && items.count != 2) {
      findings.add(
        Diagnostic(
          .outOfRange, path: path, range: place,
          kind == .trueFalse
            ? "A `.true-false` question has exactly two options; this one has \(items.count)."
            : "A question has \(CourseLimits.options) options at most."))
      return false
    }
    switch kind {
    case .single, .trueFalse:
      guard ticked.count > 1 else { return true }
      findings.add(
        Diagnostic(
          .tooManyTicked, path: path, range: source.range(of: ticked[1].node),
          "A `.\(kind.rawValue)` question has one right option; \(ticked.count) are ticked.",
          help: "Untick all but one, or make it `.multiple`.",
          notes: [.init("First ticked here.", path: path, range: source.range(of: ticked[0].node))])
      )
      return false
    case .multiple:
      if ticked.count == items.count {
        findings.add(
          Diagnostic(
            .everyOptionTicked, path: path, range: place,
            "Every option is right, so there is nothing to decide."))
      }
      return true
    }
  }

  private mutating func checkOptions(_ items: [ChoiceList.Item], in source: TextSource) {
    var seen: [String: ChoiceList.Item] = [:]
    seen.reserveCapacity(items.count)
    for item in items {
      let range = source.range(of: item.node)
      let text = source.markup.plainText(source.words(of: item.node)).trimmed
      if let extra = source.extraBlocks(of: item.node).first {
        findings.misplaced(
          "An option is one paragraph; this would not be shown.", path: source.path,
          range: source.range(of: extra), help: "Make it one sentence, or its feedback: `> …`.")
      }
      if !source.markup.nodes[item.node].flags.contains(.task) {
        findings.misplaced(
          "This option has no box.", path: source.path, range: range,
          help: "Write `- [ ]` in front of it, or `- [x]` when it is right.")
      }
      if item.quotes.isEmpty {
        findings.add(
          Diagnostic(
            .optionWithoutFeedback, path: source.path, range: range,
            "This option has no feedback. Learners want to know why.",
            help: "Write a quote under it: `  > Right: safety comes first.`"))
      }
      if let earlier = seen[text] {
        findings.add(
          Diagnostic(
            .duplicateOption, path: source.path, range: range,
            text.isEmpty ? "This option has no text." : "This option is given twice.",
            notes: [.init("Also here.", path: source.path, range: source.range(of: earlier.node))]))
      } else {
        seen[text] = item
      }
    }
  }

  /// Whether a translation is built as the original is.
  mutating func check(_ text: QuestionText, against original: QuestionText) {
    let count = original.list.items.count
    if text.list.items.count != count {
      findings.add(
        Diagnostic(
          .translationDiffers, path: text.source.path,
          range: text.source.range(of: text.heading.node),
          "The original has \(count) options here, the translation \(text.list.items.count).",
          help: "Options are matched by their position.",
          notes: [original.source.note(original.heading.node)]))
      return
    }
    let boxes = text.list.items.map { text.source.markup.nodes[$0.node].flags }
    guard boxes.contains(where: { $0.contains(.ticked) }) else { return }
    for (item, source) in zip(text.list.items, original.list.items) {
      let ticked = text.source.markup.nodes[item.node].flags.contains(.ticked)
      guard ticked != original.source.markup.nodes[source.node].flags.contains(.ticked) else {
        continue
      }
      findings.add(
        Diagnostic(
          .translationDiffers, path: text.source.path, range: text.source.range(of: item.node),
          "The tick differs from the original.",
          help: "Ticks are taken from the original; leave the boxes out of the translation.",
          notes: [original.source.note(source.node)]))
    }
  }
}
