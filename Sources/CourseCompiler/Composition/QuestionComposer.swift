internal import CourseModel
internal import Diagnostics
internal import Learning
internal import MarkdownSyntax
internal import MarkupTree

/// A question as one file holds it.
struct QuestionText {
  let heading: Heading
  let source: TextSource
  let list: ChoiceList

  init(_ heading: Heading, in source: TextSource) {
    self.heading = heading
    self.source = source
    list = ChoiceList(heading.blocks, in: source) { node in
      !source.markup.nodes[node].flags.contains(.ordered)
    }
  }
}

/// Composes `.single`, `.multiple` and `.true-false` questions.
struct QuestionComposer {
  let file: PairedFile
  let kind: Question.Kind
  let outcomes: Set<String>
  let blocks: (TextSource) -> BlockComposer
  /// Language of the quiz that the question stands in; nil outside of quizzes.
  let quizLanguage: Language?
  var findings = Findings()

  init(
    file: PairedFile, kind: Question.Kind, outcomes: Set<String>, quizLanguage: Language?,
    blocks: @escaping (TextSource) -> BlockComposer
  ) {
    self.file = file
    self.kind = kind
    self.outcomes = outcomes
    self.blocks = blocks
    self.quizLanguage = quizLanguage
  }

  /// The question and what the engine must know of it; nil when it can't be asked.
  mutating func compose(
    _ pair: Pair, id: String, engine: inout EngineDraft
  ) -> Question? {
    let original = QuestionText(pair.original, in: file.original)
    let translated = pair.translated.flatMap { heading in
      file.translation.map { QuestionText(heading, in: $0) }
    }
    guard check(original) else { return nil }
    if let translated { check(translated, against: original) }
    let words =
      translated?.list.items.count == original.list.items.count
      ? translated ?? original : original
    let items = zip(original.list.items, words.list.items)
    let options = items.map { option($0, words: $1, in: words.source) }
    let attributes = pair.original.attributes
    let tries = tries(attributes)
    let index = engine.add(
      id, .question(definition(original, options: options, attributes: attributes, tries: tries)))
    return Question(
      anchor: Anchor(file.file, id), engineIndex: index,
      prompt: words.source.inlines(of: words.heading.node), kind: kind,
      introduction: compose(words.list.lead, in: words.source), options: options,
      hint: hint(words), isCritical: attributes?.has("critical") ?? false,
      tries: tries, outcome: outcome(attributes),
      language: quizLanguage.flatMap { $0 == words.source.language ? nil : words.source.language })
  }

  private mutating func option(
    _ original: ChoiceList.Item, words: ChoiceList.Item, in source: TextSource
  ) -> Question.Option {
    let feedback = words.quotes.flatMap { quote in
      compose(Array(source.markup.children(of: quote)), in: source)
    }
    return Question.Option(
      text: Prose(source.text, nodes: source.words(of: words.node)),
      isRight: file.original.markup.nodes[original.node].flags.contains(.ticked),
      feedback: feedback)
  }

  private func definition(
    _ original: QuestionText, options: [Question.Option], attributes: Attributes?, tries: Int
  ) -> QuestionDefinition {
    let identities = original.list.items.map { item -> [UInt8] in
      if let id = original.source.document.attributes[item.node]?.id { return Array(id.text.utf8) }
      let words = original.source.document.markup.plainText(
        original.source.words(of: item.node))
      return Array(words.trimmed.utf8)
    }
    var correct: UInt64 = 0
    for (index, option) in options.enumerated() where option.isRight { correct |= 1 << index }
    let engineKind: QuestionDefinition.Kind =
      switch kind {
      case .single: .single
      case .multiple: .multiple
      case .trueFalse: .trueFalse
      }
    return QuestionDefinition(
      kind: engineKind, optionTags: ActivityTag.ofOptions(identities), correct: correct,
      isCritical: attributes?.has("critical") ?? false,
      partialCredit: kind == .multiple && !(attributes?.has("all-or-nothing") ?? false),
      tries: UInt8(clamping: tries))
  }

  // MARK: Parts

  private mutating func hint(_ text: QuestionText) -> [Block] {
    var blocks: [Block] = []
    for alert in text.list.alerts {
      if alert.word == "hint" {
        blocks += compose(Array(text.source.markup.children(of: alert.node)), in: text.source)
      } else if alert.word != "score" || quizLanguage == nil {
        // Advice may stand behind a quiz's last question.
        findings.add(
          Diagnostic(
            .misplaced, path: text.source.path, range: text.source.range(of: alert.node),
            "`[!\(alert.word.uppercased())]` can't stand inside a question.",
            help: "End the question with `---` between blank lines and write it behind, or write "
              + "it before the question."))
      }
    }
    return blocks
  }

  private mutating func compose(_ nodes: [Markup.NodeID], in source: TextSource) -> [Block] {
    findings.blocks(nodes, by: blocks(source))
  }

  private mutating func tries(_ attributes: Attributes?) -> Int {
    number("tries", in: 0...255, attributes)
  }

  private mutating func outcome(_ attributes: Attributes?) -> String? {
    guard let word = attributes?["outcome"] else { return nil }
    if !outcomes.contains(word.text) {
      findings.add(
        Diagnostic(
          .unknownTarget, path: file.original.path, range: word.range,
          "This module has no outcome `\(word.text)`.",
          help: Suggestion.help(for: word.text, in: outcomes)
            ?? "Outcomes are the items under the heading with `{.outcomes}`."))
    }
    return word.text
  }

  private mutating func number(
    _ key: String, in range: ClosedRange<Int>, _ attributes: Attributes?
  ) -> Int {
    let (value, problem) = attributes.number(key, in: range, path: file.original.path)
    if let problem { findings.add(problem) }
    return value ?? 0
  }
}

extension Attributes? {
  /// A whole number behind a key, or why it isn't one.
  ///
  /// Nothing of both when the key is missing.
  func number(
    _ key: String, in range: ClosedRange<Int>, path: String
  ) -> (Int?, Diagnostic?) {
    guard let word = self?[key] else { return (nil, nil) }
    if let value = Int(word.text), range.contains(value) { return (value, nil) }
    let problem = Diagnostic(
      .outOfRange, path: path, range: word.range,
      "`\(key)` must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    return (nil, problem)
  }
}
