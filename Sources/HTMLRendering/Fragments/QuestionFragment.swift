internal import CourseModel

/// A question: a group of options with its prompt as legend.
///
/// Which option is right isn't written anywhere; feedback waits in `template` elements, which
/// neither show nor print.
struct QuestionFragment {
  /// What to write.
  let pieces: [BlockWriter.Work]

  /// Prepares a question.
  /// - Parameters:
  ///   - question: The question.
  ///   - id: HTML id of its element; differs from the author's where a quiz lists it once more.
  ///   - position: Number and total inside a quiz.
  ///   - scope: The page.
  init(
    _ question: Question, id: String, position: (number: Int, total: Int)?, scope: PageScope
  ) {
    var start = HTMLBuffer()
    Self.open(question, id, into: &start, scope)
    Self.meta(question, position, into: &start, scope)
    start.raw("<fieldset>")
    start.open("legend", .id("\(id)_prompt"))
    start.element("h2", .classes("prompt"), prose: question.prompt, scope)
    start.raw("</legend>\n")
    var pieces: [BlockWriter.Work] = [.html(start)]
    // Four for each option, and what stands around them.
    pieces.reserveCapacity(question.options.count * 5 + 12)
    if !question.introduction.isEmpty {
      pieces += Self.framed(question.introduction, "<div class=\"introduction\">", "</div>\n")
    }
    var instruction = HTMLBuffer()
    instruction.element(
      "p", .classes("instruction"),
      text: scope.texts.page.activity.instruction(for: question.kind))
    instruction.raw("<div class=\"options\">\n")
    pieces.append(.html(instruction))
    for (index, option) in question.options.enumerated() {
      Self.option(option, index, id, question.kind, scope, into: &pieces)
    }
    Self.end(question, scope, into: &pieces)
    self.pieces = pieces
  }

  private static func open(
    _ question: Question, _ id: String, into html: inout HTMLBuffer, _ scope: PageScope
  ) {
    let file = question.anchor.file
    let fileIndex = scope.index.fileIndex(file)
    html.open(
      "section", .classes("card question"), .id(id),
      .value("data-question", question.anchor.htmlID), .value("data-file", file.text),
      fileIndex.map { .number("data-file-index", $0) },
      .number("data-activity", question.engineIndex), .value("data-kind", question.kind.rawValue),
      .number("data-tries", question.tries), question.isCritical ? .flag("data-critical") : nil)
    html.raw("\n")
  }

  private static func meta(
    _ question: Question, _ position: (number: Int, total: Int)?, into html: inout HTMLBuffer,
    _ scope: PageScope
  ) {
    let texts = scope.texts.script.question
    html.raw("<p class=\"meta\">")
    let place =
      position.map {
        texts.position.filling("number", $0.number, scope.texts.numbers)
          .filling("total", $0.total, scope.texts.numbers)
      } ?? scope.texts.page.activity.question
    html.element("span", .classes("position"), text: place)
    if question.isCritical {
      html.raw(" ")
      html.element("span", .classes("flag critical"), text: texts.critical)
    }
    html.raw(" <span class=\"tries\" data-tries-left></span></p>\n")
  }

  private static func option(
    _ option: Question.Option, _ index: Int, _ id: String, _ kind: Question.Kind,
    _ scope: PageScope, into pieces: inout [BlockWriter.Work]
  ) {
    let input =
      switch kind {
      case .single, .trueFalse: "radio"
      case .multiple: "checkbox"
      }
    var label = HTMLBuffer()
    label.open("div", .classes("option"), .number("data-option", index))
    label.raw("<label>")
    label.open(
      "input", .value("type", input), .value("name", "\(id)_answer"), .number("value", index),
      .id("\(id)_\(index)"))
    label.element("span", .classes("option-text"), prose: option.text, scope)
    label.raw("</label>")
    pieces.append(.html(label))
    if !option.feedback.isEmpty {
      pieces.append(.constant("<template class=\"feedback\">"))
      pieces.append(.blocks(option.feedback[...]))
      pieces.append(.constant("</template>"))
    }
    pieces.append(.constant("</div>\n"))
  }

  private static func end(
    _ question: Question, _ scope: PageScope, into pieces: inout [BlockWriter.Work]
  ) {
    let texts = scope.texts.script.question
    pieces.append(.constant("</div></fieldset>\n"))
    if !question.hint.isEmpty {
      var summary = HTMLBuffer()
      summary.raw("<details class=\"hint\">")
      summary.element("summary", text: texts.hint)
      pieces.append(.html(summary))
      pieces += framed(question.hint, "<div>", "</div></details>\n")
    }
    var actions = HTMLBuffer()
    actions.raw("<div class=\"outcome\" role=\"status\" data-outcome></div>\n")
    actions.raw("<div class=\"actions needs-script\">")
    actions.button("check", .classes("button primary"), text: texts.check)
    actions.button("again", .classes("button"), .flag("hidden"), text: texts.again)
    actions.button("next", .classes("button primary"), .flag("hidden"), text: texts.next)
    actions.raw("</div></section>\n")
    pieces.append(.html(actions))
  }

  /// Blocks between two constants.
  static func framed(
    _ blocks: [Block], _ open: StaticString, _ close: StaticString
  ) -> [BlockWriter.Work] {
    [.constant(open), .blocks(blocks[...]), .constant(close)]
  }
}

extension HTMLBuffer {
  /// A button that scripts listen to.
  mutating func button(_ action: String, _ attributes: HTMLAttribute?..., text content: String) {
    raw("<button type=\"button\"")
    for case .some(let attribute) in attributes { add(attribute) }
    add(.value("data-action", action))
    raw(">")
    text(content)
    close("button")
  }
}
