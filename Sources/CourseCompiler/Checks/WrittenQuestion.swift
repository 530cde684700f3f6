internal import CourseModel
internal import Learning
internal import MarkdownSyntax
internal import MarkupTree

/// A question with options as it is written, for checks of how it is put.
struct WrittenQuestion {
  /// One option.
  struct Option {
    let item: Markup.NodeID
    /// Its words.
    let nodes: Range<Markup.NodeID>
    /// Whether the original ticks it.
    let isRight: Bool
    /// Quotes under it.
    let feedback: [Markup.NodeID]
  }

  let heading: Heading
  let kind: Question.Kind
  let options: [Option]
  /// The quiz, test or bank it stands in, as an index into the headings of the original.
  let quiz: Int?
  /// The heading of that quiz in this file; nil when a translation leaves it out.
  let quizHeading: Heading?
  /// The braces of the original.
  let attributes: Attributes?

  /// The right options by their positions.
  var right: [Int] { options.indices.filter { options[$0].isRight } }

  /// Whether the options of a kind are sentences to choose from.
  private static func hasSentences(_ kind: Question.Kind) -> Bool {
    switch kind {
    case .single, .multiple, .trueFalse: true
    }
  }

  /// The questions of a file.
  ///
  /// - Parameter original: the file in the default language when this is a translation: it says
  ///   which headings are questions, and which options are right.
  static func all(
    _ headings: [PlacedHeading], in source: TextSource, like original: Outline?
  ) -> [WrittenQuestion] {
    guard let original else {
      return headings.compactMap { placed in
        guard case .question(let kind)? = placed.kind, hasSentences(kind) else {
          return nil
        }
        let items = QuestionText(placed.heading, in: source).list.items
        // A question with more can't be asked, which is said elsewhere.
        guard items.count <= CourseLimits.options else { return nil }
        return WrittenQuestion(
          heading: placed.heading, kind: kind,
          options: items.map { Option($0, in: source, isRight: source.isTicked($0.node)) },
          quiz: placed.quiz, quizHeading: placed.quiz.map { headings[$0].heading },
          attributes: placed.heading.attributes)
      }
    }
    let model = TextSource(unresolved: original, language: source.language)
    let originals = Dictionary(
      all(PlacedHeading.all(in: original), in: model, like: nil).compactMap { question in
        question.heading.id.map { ($0.text, question) }
      }, uniquingKeysWith: { first, _ in first })
    let translated = Dictionary(
      headings.compactMap { placed in placed.heading.id.map { ($0.text, placed.heading) } },
      uniquingKeysWith: { first, _ in first })
    return headings.compactMap { placed in
      guard let question = placed.heading.id.flatMap({ originals[$0.text] }) else { return nil }
      let items = QuestionText(placed.heading, in: source).list.items
      guard items.count == question.options.count else { return nil }
      return WrittenQuestion(
        heading: placed.heading, kind: question.kind,
        options: zip(items, question.options).map { item, model in
          Option(item, in: source, isRight: model.isRight)
        },
        quiz: question.quiz,
        quizHeading: question.quizHeading?.id.flatMap { translated[$0.text] },
        attributes: question.attributes)
    }
  }
}

extension WrittenQuestion.Option {
  fileprivate init(_ item: ChoiceList.Item, in source: TextSource, isRight: Bool) {
    self.init(
      item: item.node, nodes: source.words(of: item.node), isRight: isRight,
      feedback: item.quotes)
  }
}

extension TextSource {
  /// Whether an item's box is ticked.
  fileprivate func isTicked(_ item: Markup.NodeID) -> Bool {
    markup.nodes[item].flags.contains(.ticked)
  }
}
