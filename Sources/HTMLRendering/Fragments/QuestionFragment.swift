internal import CourseModel

/// A question: a group of options with its prompt as legend.
///
/// Which option is right isn't written anywhere; feedback waits in `template` elements, which
/// neither show nor print.
///
/// A class, since every piece of it refers to it.
final class QuestionFragment {
  /// What is still to write behind the start, besides blocks and constants.
  enum Piece {
    /// From the instruction to the first option.
    case instruction
    /// An option up to its feedback.
    case option(Int)
    /// The start of the hint.
    case hint
    /// Room for the outcome, buttons, and the end.
    case actions
  }

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

  /// What to write behind the start.
  var pieces: [BlockWriter.Work] {
    var pieces: [BlockWriter.Work] = []
    // Three for each option, and what stands around them.
    pieces.reserveCapacity(question.options.count * 3 + 9)
    if !question.introduction.isEmpty {
      pieces.append(.constant("<div class=\"introduction\">"))
      pieces.append(.blocks(question.introduction[...]))
      pieces.append(.constant("</div>\n"))
    }
    pieces.append(.question(self, .instruction))
    for (index, option) in question.options.enumerated() {
      pieces.append(.question(self, .option(index)))
      if option.feedback.isEmpty {
        pieces.append(.constant("</div>\n"))
      } else {
        pieces.append(.blocks(option.feedback[...]))
        pieces.append(.constant("</template></div>\n"))
      }
    }
    pieces.append(.constant("</div></fieldset>\n"))
    if !question.hint.isEmpty {
      pieces.append(.question(self, .hint))
      pieces.append(.blocks(question.hint[...]))
      pieces.append(.constant("</div></details>\n"))
    }
    pieces.append(.question(self, .actions))
    return pieces
  }

  /// Writes a piece.
  func write(_ piece: Piece, _ html: inout HTMLBuffer, _ scope: PageScope) {
    switch piece {
    case .instruction: instruction(&html, scope)
    case .option(let index): option(index, &html, scope)
    case .hint:
      html.raw("<details class=\"hint\">")
      html.element("summary", text: scope.texts.script.question.hint)
      html.raw("<div>")
    case .actions: Self.actions(&html, scope)
    }
  }

  /// Writes everything up to the prompt.
  func start(_ html: inout HTMLBuffer, _ scope: PageScope) {
    let file = question.anchor.file
    html.open(
      "section", .classes("card question"), .id(id),
      .value("data-question", question.anchor.htmlID), .value("data-file", file.text),
      scope.index.fileIndex(file).map { .number("data-file-index", $0) },
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
    html.raw("<p class=\"meta\">")
    let place =
      position.map {
        scope.texts.script.question.position.filling("number", $0.number, scope.texts.numbers)
          .filling("total", $0.total, scope.texts.numbers)
      } ?? scope.texts.page.activity.question
    html.element("span", .classes("position"), text: place)
    if question.isCritical {
      html.raw(" ")
      html.element("span", .classes("flag critical"), text: scope.texts.script.question.critical)
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
    let input: StaticString =
      switch question.kind {
      case .single, .trueFalse: "radio"
      case .multiple: "checkbox"
      }
    // There are more of these than of anything else, so they are written without strings.
    html.raw("<div class=\"option\" data-option=\"")
    html.number(index)
    html.raw("\"><label><input type=\"")
    html.raw(input)
    html.raw("\" name=\"")
    html.text(id)
    html.raw("_answer\" value=\"")
    html.number(index)
    html.raw("\" id=\"")
    html.text(id)
    html.raw("_")
    html.number(index)
    html.raw("\"><span class=\"option-text\">")
    html.inline(question.options[index].text, scope)
    html.raw("</span></label>")
    if !question.options[index].feedback.isEmpty { html.raw("<template class=\"feedback\">") }
  }

  private static func actions(_ html: inout HTMLBuffer, _ scope: PageScope) {
    html.raw("<div class=\"outcome\" role=\"status\" data-outcome></div>\n")
    html.raw("<div class=\"actions needs-script\">")
    html.button("check", .classes("button primary"), text: scope.texts.script.question.check)
    html.button(
      "again", .classes("button"), .flag("hidden"), text: scope.texts.script.question.again)
    html.button(
      "next", .classes("button primary"), .flag("hidden"), text: scope.texts.script.question.next)
    html.raw("</div></section>\n")
  }
}

extension HTMLBuffer {
  /// A button that scripts listen to.
  @inline(__always)
  mutating func button(_ action: String, _ attributes: HTMLAttribute?..., text content: String) {
    raw("<button type=\"button\"")
    for case .some(let attribute) in attributes { add(attribute) }
    add(.value("data-action", action))
    raw(">")
    text(content)
    close("button")
  }
}
