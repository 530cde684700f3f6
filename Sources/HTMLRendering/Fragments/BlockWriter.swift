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
    /// From here on the text is in this language.
    case language(Language)
  }

  private var scope: PageScope
  private var html: HTMLBuffer
  private var stack: [Work] = []

  /// Appends blocks to a buffer; what is for another audience is left out.
  static func write(_ blocks: [Block], _ scope: PageScope, into html: inout HTMLBuffer) {
    write([.blocks(blocks[...])], scope, into: &html)
  }

  /// Appends pieces to a buffer.
  static func write(_ pieces: [Work], _ scope: PageScope, into html: inout HTMLBuffer) {
    var writer = BlockWriter(scope: scope, html: HTMLBuffer())
    swap(&writer.html, &html)
    writer.run(pieces)
    swap(&writer.html, &html)
  }

  private init(scope: PageScope, html: HTMLBuffer) {
    self.scope = scope
    self.html = html
  }

  private mutating func run(_ pieces: [Work]) {
    stack = pieces.reversed()
    while let work = stack.popLast() {
      switch work {
      case .html(let write): write(&html, scope)
      case .constant(let ready): html.raw(ready)
      case .language(let language): scope.language = language
      case .blocks(var rest):
        guard let block = rest.popFirst() else { continue }
        stack.append(.blocks(rest))
        guard scope.audience.sees(block) else { continue }
        write(block)
      }
    }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .prose(let prose): html.prose(prose, scope)
    case .heading(let level, let anchor, let title): writeHeading(level, anchor, title)
    case .figure(let figure): html.figure(figure, scope)
    case .tree(let id):
      if scope.map.form.isStill { html.plainTreeCard(id, scope) } else { html.treeCard(id, scope) }
    case .callout(let callout): push(CalloutFragment.pieces(of: callout))
    case .steps(let steps): push(stepPieces(steps))
    case .question(let question) where scope.map.form.isStill:
      push(PlainPages.question(question))
    case .question(let question):
      push(QuestionFragment(question, id: question.anchor.htmlID).pieces)
    case .passage(let language, let blocks): push(passagePieces(language, blocks))
    }
  }

  private mutating func push(_ pieces: [Work]) { stack.append(contentsOf: pieces.reversed()) }

  private mutating func writeHeading(_ level: Int, _ anchor: Anchor?, _ title: Prose) {
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

  private func stepPieces(_ steps: [Step]) -> [Work] {
    var pieces: [Work] = [.constant("<ol class=\"steps\">\n")]
    for step in steps {
      pieces.append(
        .html { html, scope in
          html.raw("<li class=\"step\">")
          if let minutes = step.minutes {
            html.element(
              "span", .classes("step-minutes"),
              text: scope.texts.page.module.minutesShort.filling(
                "count", minutes, scope.texts.numbers))
          }
          html.raw("<div class=\"step-text\">")
        })
      pieces.append(.blocks(step.blocks[...]))
      pieces.append(.constant("</div></li>\n"))
    }
    pieces.append(.constant("</ol>\n"))
    return pieces
  }

  private func passagePieces(_ language: Language, _ blocks: [Block]) -> [Work] {
    guard language != scope.language else { return [.blocks(blocks[...])] }
    return [
      .html { html, _ in
        html.open(
          "div", .classes("passage"), .value("lang", language.tag),
          .value("dir", language.direction.rawValue))
      }, .language(language), .blocks(blocks[...]), .language(scope.language),
      .constant("</div>\n"),
    ]
  }
}
