internal import CourseModel

/// Writes blocks as HTML with a stack of what is still to write, so nesting costs memory but never
/// call depth.
struct BlockWriter {
  /// Something still to write.
  enum Work {
    /// Something that is written when its turn comes.
    case html((inout HTMLBuffer, PageScope) -> Void)
    /// HTML from the source code.
    case constant(StaticString)
    /// Blocks in reading order.
    case blocks(ArraySlice<Block>)
    /// A piece of a question.
    case question(QuestionFragment, QuestionFragment.Piece)
    /// The start of a step.
    case step(minutes: Int?)
    /// From here on the text is in this language.
    case language(Language)
  }

  private var scope: PageScope
  private var stack: [Work]

  /// Appends blocks to a buffer; what is for another audience is left out.
  static func write(_ blocks: [Block], _ scope: PageScope, into html: inout HTMLBuffer) {
    guard !blocks.isEmpty else { return }
    var writer = BlockWriter(scope: scope, stack: [])
    writer.write(blocks[...], &html)
    writer.run(&html)
  }

  /// Appends a question that stands in a list of them.
  static func write(
    _ question: QuestionFragment, _ scope: PageScope, into html: inout HTMLBuffer
  ) {
    var writer = BlockWriter(scope: scope, stack: [])
    question.start(&html, scope)
    writer.push(question.pieces)
    writer.run(&html)
  }

  private mutating func run(_ html: inout HTMLBuffer) {
    while let work = stack.popLast() {
      switch work {
      case .html(let write): write(&html, scope)
      case .constant(let ready): html.raw(ready)
      case .blocks(let blocks): write(blocks, &html)
      case .question(let question, let piece): question.write(piece, &html, scope)
      case .step(let minutes): Self.startStep(minutes, &html, scope)
      case .language(let language): scope.language = language
      }
    }
  }

  /// Writes blocks up to the first that holds others; the rest goes on the stack below it.
  private mutating func write(_ blocks: ArraySlice<Block>, _ html: inout HTMLBuffer) {
    for index in blocks.indices where scope.audience.sees(blocks[index]) {
      let pieces = start(blocks[index], &html)
      guard !pieces.isEmpty else { continue }
      stack.append(.blocks(blocks[(index + 1)...]))
      return push(pieces)
    }
  }

  /// Writes a block, or its start; returns what is still to write of it.
  private func start(_ block: Block, _ html: inout HTMLBuffer) -> [Work] {
    switch block {
    case .prose(let prose): html.prose(prose, scope)
    case .heading(let level, let anchor, let title): heading(level, anchor, title, &html)
    case .figure(let figure): html.figure(figure, scope)
    case .tree(let id):
      if scope.map.form.isStill { html.plainTreeCard(id, scope) } else { html.treeCard(id, scope) }
    case .callout(let callout):
      html.start(callout, scope)
      return [.blocks(callout.blocks[...]), .constant("</div>\n")]
    case .steps(let steps): return Self.pieces(of: steps)
    case .question(let question) where scope.map.form.isStill:
      return PlainPages.question(question)
    case .question(let question):
      let fragment = QuestionFragment(question, id: question.anchor.htmlID)
      fragment.start(&html, scope)
      return fragment.pieces
    case .passage(let language, let blocks): return passage(language, blocks, &html)
    }
    return []
  }

  private mutating func push(_ pieces: consuming [Work]) {
    pieces.reverse()
    if stack.isEmpty { stack = pieces } else { stack += pieces }
  }

  private func heading(_ level: Int, _ anchor: Anchor?, _ title: Prose, _ html: inout HTMLBuffer) {
    let id = anchor.map { HTMLAttribute.id($0.htmlID) }
    switch CourseMarkup.level(level) {
    case ...2: html.element("h2", id, prose: title, scope)
    case 3: html.element("h3", id, prose: title, scope)
    case 4: html.element("h4", id, prose: title, scope)
    case 5: html.element("h5", id, prose: title, scope)
    default: html.element("h6", id, prose: title, scope)
    }
    html.raw("\n")
  }

  private static func pieces(of steps: [Step]) -> [Work] {
    var pieces: [Work] = [.constant("<ol class=\"steps\">\n")]
    for step in steps {
      pieces.append(.step(minutes: step.minutes))
      pieces.append(.blocks(step.blocks[...]))
      pieces.append(.constant("</div></li>\n"))
    }
    pieces.append(.constant("</ol>\n"))
    return pieces
  }

  private static func startStep(_ minutes: Int?, _ html: inout HTMLBuffer, _ scope: PageScope) {
    html.raw("<li class=\"step\">")
    if let minutes {
      html.element(
        "span", .classes("step-minutes"),
        text: scope.texts.page.module.minutesShort.filling("count", minutes, scope.texts.numbers))
    }
    html.raw("<div class=\"step-text\">")
  }

  private func passage(
    _ language: Language, _ blocks: [Block], _ html: inout HTMLBuffer
  ) -> [Work] {
    guard language != scope.language else { return [.blocks(blocks[...])] }
    html.open(
      "div", .classes("passage"), .value("lang", language.tag),
      .value("dir", language.direction.rawValue))
    return [
      .language(language), .blocks(blocks[...]), .language(scope.language),
      .constant("</div>\n"),
    ]
  }
}
