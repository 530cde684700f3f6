internal import CourseModel

extension HTMLBuffer {
  /// The nodes of a tree: readable as they are, played by scripts.
  mutating func treeNodes(_ tree: Tree, _ scope: PageScope) {
    raw("<ol class=\"nodes\">\n")
    for (index, node) in tree.nodes.enumerated() {
      raw("<li>")
      treeNode(node, index, of: tree, scope)
      raw("</li>\n")
    }
    raw("</ol>\n")
  }

  private mutating func treeNode(
    _ node: Tree.Node, _ index: Int, of tree: Tree, _ scope: PageScope
  ) {
    let id = node.anchor.htmlID
    open(
      "section", .classes("card node"), .id(id), .number("data-node", index),
      .value("data-kind", node.kind.rawValue),
      .language(node.language, in: scope.language), .direction(node.language, in: scope.language))
    let inner = scope.within(node.language)
    element(
      "p", .classes("node-kind"), .language(scope.edition.language, in: node.language),
      .direction(scope.edition.language, in: node.language),
      text: scope.texts.page.activity.name(of: node.kind))
    element("h2", .id("\(id)_title"), .number("tabindex", -1), prose: node.title, inner)
    raw("\n")
    BlockWriter.write(node.blocks, inner, into: &self)
    for (number, also) in node.also.enumerated() {
      open(
        "div", .classes("callout also"), .value("role", "note"),
        .labelledBy("\(id)_also\(number)"))
      element(
        "p", .id("\(id)_also\(number)"), .classes("callout-name"),
        text: scope.texts.script.tree.also)
      BlockWriter.write(also, inner, into: &self)
      raw("</div>\n")
    }
    answers(of: node, inner)
    raw("</section>")
  }

  private mutating func answers(of node: Tree.Node, _ scope: PageScope) {
    guard !node.answers.isEmpty else { return }
    raw("<ul class=\"answers\">\n")
    for (index, answer) in node.answers.enumerated() {
      raw("<li>")
      open(
        "a", .classes("answer"), .number("data-answer", index),
        .value("data-target", answer.target.htmlID),
        .href(scope.map.address(of: answer.target, from: scope.page) ?? "#\(scope.page)"))
      inline(answer.text, scope, allowsLinks: false)
      raw("</a>")
      if let target = scope.index.title(ofNode: answer.target) {
        raw(" ")
        element(
          "span", .classes("leads-to"), .language(target.language, in: scope.language),
          .direction(target.language, in: scope.language), text: target.text)
      }
      if !answer.remark.isEmpty {
        raw("<div class=\"remark\">")
        BlockWriter.write(answer.remark, scope, into: &self)
        raw("</div>")
      }
      raw("</li>\n")
    }
    raw("</ul>\n")
  }

  /// A tree inside a section: a card that leads to it, or plays it here.
  mutating func treeCard(_ id: FileID, _ scope: PageScope) {
    guard let tree = scope.index.tree(id) else { return }
    let texts = scope.texts
    let heading = "\(scope.page)_tree\(scope.counters.number("tree"))"
    open(
      "section", .classes("card tree-card"), .value("data-tree-card", id.text),
      .number("data-file-index", tree.engineIndex))
    raw("<p class=\"meta\">")
    element("span", text: texts.page.activity.tree)
    let count = tree.nodes.count { $0.kind == .question }
    raw(" ")
    element("span", text: texts.page.module.questions(count, scope.texts.numbers))
    raw("</p>")
    element(
      "h2", .id(heading), .language(tree.language, in: scope.language),
      .direction(tree.language, in: scope.language), text: tree.title)
    if let warning = tree.contentWarning {
      element(
        "p", .language(tree.language, in: scope.language),
        .direction(tree.language, in: scope.language), text: warning)
    }
    raw("<p class=\"actions\">")
    let page = id.text
    element(
      "a", .classes("button primary"),
      .href(scope.map.address(of: page, on: page, from: scope.page)),
      .value("data-action", "tree-play"), text: texts.script.tree.start)
    raw("</p>\n")
    if scope.map.form == .site {
      open("template", .value("data-nodes", id.text))
      treeNodes(tree, scope)
      raw("</template>\n")
    }
    raw("</section>\n")
  }
}
