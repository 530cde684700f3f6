internal import CourseModel

/// A question: a group of options with its prompt as legend.
///
/// Which option is right isn't written anywhere; feedback waits in `template` elements, which
/// neither show nor print.
struct QuestionFragment {
  private let question: Question
  /// HTML id of its element; differs from the author's where a quiz lists it once more.
  private let id: String
  /// Number and total inside a quiz.
  private let position: (number: Int, total: Int)?

  /// Describes a question.
  init(_ question: Question, id: String, position: (number: Int, total: Int)? = nil) {
    self.question = question
    self.id = id
    self.position = position
  }

  /// What to write.
  var pieces: [BlockWriter.Work] {
    var pieces: [BlockWriter.Work] = []
    // Four for each option, and what stands around them.
    pieces.reserveCapacity(question.options.count * 4 + 10)
    if question.introduction.isEmpty {
      pieces.append(
        .html { html, scope in
          start(&html, scope)
          instruction(&html, scope)
        })
    } else {
      pieces.append(.html(start))
      pieces += Self.framed(question.introduction, "<div class=\"introduction\">", "</div>\n")
      pieces.append(.html(instruction))
    }
    for (index, option) in question.options.enumerated() {
      pieces.append(.html { html, scope in self.option(index, &html, scope) })
      if !option.feedback.isEmpty {
        pieces += Self.framed(option.feedback, "<template class=\"feedback\">", "</template>")
      }
      pieces.append(.constant("</div>\n"))
    }
    pieces.append(.constant("</div></fieldset>\n"))
    if !question.hint.isEmpty {
      pieces.append(
        .html { html, scope in
          html.raw("<details class=\"hint\">")
          html.element("summary", text: scope.texts.script.question.hint)
        })
      pieces += Self.framed(question.hint, "<div>", "</div></details>\n")
    }
    pieces.append(.html(Self.actions))
    return pieces
  }

  /// Everything up to the prompt.
  private func start(_ html: inout HTMLBuffer, _ scope: PageScope) {
    let file = question.anchor.file
    let fileIndex = scope.index.fileIndex(file)
    html.open(
      "section", .classes("card question"), .id(id),
      .value("data-question", question.anchor.htmlID), .value("data-file", file.text),
      fileIndex.map { .number("data-file-index", $0) },
      .number("data-activity", question.engineIndex), .value("data-kind", question.kind.rawValue),
      .number("data-tries", question.tries), question.isCritical ? .flag("data-critical") : nil)
    html.raw("\n")
    meta(&html, scope)
    html.raw("<fieldset>")
    html.open("legend", .id("\(id)_prompt"))
    html.element("h2", .classes("prompt"), prose: question.prompt, scope)
    html.raw("</legend>\n")
  }

  private func meta(_ html: inout HTMLBuffer, _ scope: PageScope) {
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

  private func instruction(_ html: inout HTMLBuffer, _ scope: PageScope) {
    html.element(
      "p", .classes("instruction"),
      text: scope.texts.page.activity.instruction(for: question.kind))
    html.raw("<div class=\"options\">\n")
  }

  /// An option up to its feedback.
  private func option(_ index: Int, _ html: inout HTMLBuffer, _ scope: PageScope) {
    let input =
      switch question.kind {
      case .single, .trueFalse: "radio"
      case .multiple: "checkbox"
      }
    html.open("div", .classes("option"), .number("data-option", index))
    html.raw("<label>")
    html.open(
      "input", .value("type", input), .value("name", "\(id)_answer"), .number("value", index),
      .id("\(id)_\(index)"))
    html.element(
      "span", .classes("option-text"), prose: question.options[index].text, scope)
    html.raw("</label>")
  }

  private static func actions(_ html: inout HTMLBuffer, _ scope: PageScope) {
    let texts = scope.texts.script.question
    html.raw("<div class=\"outcome\" role=\"status\" data-outcome></div>\n")
    html.raw("<div class=\"actions needs-script\">")
    html.button("check", .classes("button primary"), text: texts.check)
    html.button("again", .classes("button"), .flag("hidden"), text: texts.again)
    html.button("next", .classes("button primary"), .flag("hidden"), text: texts.next)
    html.raw("</div></section>\n")
  }

  /// Blocks between two constants.
  private static func framed(
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
