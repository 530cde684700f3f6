internal import CourseModel

extension HTMLBuffer {
  /// A quiz with its questions; advice waits in templates until there is a result.
  mutating func quiz(_ quiz: Quiz, in section: Section, fileIndex: Int, _ scope: PageScope) {
    open(
      "section", .classes("quiz"),
      quiz.anchor == section.anchor ? nil : .id(quiz.anchor.htmlID),
      .value("data-quiz", quiz.anchor.htmlID), .value("data-file", quiz.anchor.file.text),
      .number("data-file-index", fileIndex), .number("data-activity", quiz.engineIndex),
      quiz.passPercent.map { .number("data-pass", $0) }, .number("data-tries", quiz.tries),
      .value("data-state", "ready"))
    raw("\n")
    quizIntroduction(quiz, scope)
    raw("<ol class=\"quiz-questions\">\n")
    for (index, question) in quiz.questions.enumerated() {
      let language = question.language ?? scope.language
      let inner = scope.within(language)
      open(
        "li", .language(language, in: scope.language), .direction(language, in: scope.language))
      let fragment = QuestionFragment(
        question, id: scope.map.id(of: question.anchor, in: quiz.anchor),
        position: (index + 1, quiz.questions.count))
      BlockWriter.write(fragment, inner, into: &self)
      raw("</li>\n")
    }
    raw("</ol>\n<div class=\"quiz-result card\" role=\"status\" data-quiz-result></div>\n")
    for advice in quiz.advice {
      open(
        "template", .flag("data-advice"), .number("data-from", advice.percents.lowerBound),
        .number("data-to", advice.percents.upperBound))
      BlockWriter.write(advice.blocks, scope, into: &self)
      raw("</template>\n")
    }
    raw("</section>\n")
  }

  /// How many questions a quiz has, what passes, how often it may be taken; a sentence each.
  static func quizFacts(_ quiz: Quiz, _ scope: PageScope) -> [String] {
    let texts = scope.texts
    let numbers = texts.numbers
    var facts = [texts.page.module.questions(quiz.questions.count, numbers) + "."]
    if let pass = quiz.passPercent {
      facts.append(texts.page.activity.quizPass.filling("percent", pass, numbers))
    }
    if quiz.tries > 0 { facts.append(texts.page.activity.quizTries(quiz.tries, numbers)) }
    return facts
  }

  private mutating func quizIntroduction(_ quiz: Quiz, _ scope: PageScope) {
    raw("<div class=\"quiz-intro\">")
    let facts = Self.quizFacts(quiz, scope) + [scope.texts.page.activity.quizFeedback]
    element("p", text: facts.joined(separator: " "))
    raw("<p class=\"actions needs-script\">")
    button("quiz-start", .classes("button primary"), text: scope.texts.script.quiz.start)
    raw("</p></div>\n")
  }
}
