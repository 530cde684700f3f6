internal import CourseModel

extension PlainPages {
  /// A question to read: prompt, introduction, options, hint. Which option is right isn't told; the
  /// system asks the question itself.
  static func question(_ question: Question) -> [BlockWriter.Work] {
    var pieces: [BlockWriter.Work] = [
      .html { html, scope in
        html.open("div", .classes("question"), .id(question.anchor.htmlID))
        html.element("p", .classes("meta"), text: scope.texts.page.activity.question)
        html.element("h2", prose: question.prompt, scope)
        html.raw("\n")
      }, .blocks(question.introduction[...]),
      .html { html, scope in
        html.element(
          "p", .classes("instruction"),
          text: scope.texts.page.activity.instruction(for: question.kind))
        html.raw("<ul class=\"options\">\n")
        for option in question.options {
          html.element("li", prose: option.text, scope)
          html.raw("\n")
        }
        html.raw("</ul>\n")
      },
    ]
    if !question.hint.isEmpty {
      pieces += [
        .html { html, scope in
          html.raw("<details class=\"hint\">")
          html.element("summary", text: scope.texts.script.question.hint)
        }, .blocks(question.hint[...]), .constant("</details>\n"),
      ]
    }
    return pieces + [.constant("</div>\n")]
  }
}

extension HTMLBuffer {
  /// Where a tree is played: its title, and a link where its page is near.
  mutating func plainTreeCard(_ id: FileID, _ scope: PageScope) {
    guard let tree = scope.index.tree(id) else { return }
    raw("<p class=\"tree-card\">")
    text(scope.texts.page.activity.tree)
    raw(": ")
    plainLink(
      tree.title, tree.language, to: scope.map.address(of: Anchor(id), from: scope.page), scope)
    raw("</p>\n")
  }

  /// A node of a tree with its ways on.
  mutating func plainNode(_ node: Tree.Node, _ scope: PageScope) {
    let inner = scope.within(node.language)
    open(
      "div", .classes("node"), .id(node.anchor.htmlID),
      .language(node.language, in: scope.language), .direction(node.language, in: scope.language))
    element(
      "p", .classes("meta"), .language(scope.edition.language, in: node.language),
      .direction(scope.edition.language, in: node.language),
      text: scope.texts.page.activity.name(of: node.kind))
    element("h2", prose: node.title, inner)
    raw("\n")
    BlockWriter.write(node.blocks, inner, into: &self)
    for also in node.also {
      element("p", .classes("callout-name"), text: scope.texts.script.tree.also)
      BlockWriter.write(also, inner, into: &self)
    }
    if !node.answers.isEmpty { plainAnswers(of: node, inner) }
    raw("</div>\n")
  }

  private mutating func plainAnswers(of node: Tree.Node, _ scope: PageScope) {
    raw("<ul>\n")
    for answer in node.answers {
      raw("<li>")
      if let address = scope.map.address(of: answer.target, from: scope.page) {
        open("a", .href(address))
        inline(answer.text, scope, allowsLinks: false)
        raw("</a>")
      } else {
        inline(answer.text, scope, allowsLinks: false)
      }
      if let target = scope.index.title(ofNode: answer.target) {
        raw(" → ")
        element(
          "span", .language(target.language, in: scope.language),
          .direction(target.language, in: scope.language), text: target.text)
      }
      BlockWriter.write(answer.remark, scope, into: &self)
      raw("</li>\n")
    }
    raw("</ul>\n")
  }
}
