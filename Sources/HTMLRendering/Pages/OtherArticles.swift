internal import CourseModel

extension ArticleWriter {
  /// A decision tree: its nodes to read or play, and a drawing of the whole.
  func tree(_ tree: Tree) -> Article {
    let heading = Heading(
      id: tree.id.text, kind: "tree", title: Prose(plain: tree.title), language: tree.language,
      kicker: (texts.page.activity.tree, nil, ""), file: tree.id)
    return article(heading) { html, scope in
      html.own(scope) { html in
        let questions = tree.nodes.count { $0.kind == .question }
        html.facts([texts.page.module.questions(questions, texts.numbers)])
        if let warning = tree.contentWarning {
          html.contentWarning(
            warning, in: tree.language, id: "\(tree.id.text)_before", scope, skip: nil)
        }
      }
      BlockWriter.write(tree.introduction, scope, into: &html)
      html.open(
        "div", .classes("player"), .value("data-tree", tree.id.text),
        .number("data-file-index", tree.engineIndex))
      html.raw("\n")
      html.treeNodes(tree, scope)
      html.raw("</div>\n")
      drawing(of: tree, into: &html, scope)
    }
  }

  private func drawing(of tree: Tree, into html: inout HTMLBuffer, _ scope: PageScope) {
    let known = drawings.map { $0.svg(tree, scope) } ?? TreePicture.svg(tree, scope)
    guard let drawing = known else { return }
    let name = texts.page.activity.drawing.filling(
      title: tree.title, tree.language, in: edition.language)
    html.raw("<details class=\"drawing\">")
    html.element(
      "summary", .language(edition.language, in: scope.language),
      .direction(edition.language, in: scope.language), text: name)
    html.open(
      "div", .classes("drawing-scroll"), .value("role", "group"), .number("tabindex", 0),
      .label(name))
    html.append(Array(drawing.utf8))
    html.raw("</div></details>\n")
  }

  /// All terms with their explanations.
  func glossary() -> Article {
    let heading = Heading(
      id: OwnPage.glossary.rawValue, kind: "glossary",
      title: Prose(plain: texts.page.frame.glossary), language: edition.language)
    return article(heading) { html, scope in
      html.element("p", .classes("lead"), text: texts.page.reference.glossaryHint)
      for term in edition.glossary {
        html.open(
          "section", .classes("entry"), .id("term_\(term.id)"), .value("data-term", term.id),
          .language(term.language, in: edition.language),
          .direction(term.language, in: edition.language))
        html.entry(term, scope)
        html.raw("</section>\n")
      }
    }
  }

  /// The register of published guidance.
  func sources() -> Article {
    let texts = self.texts.page
    let heading = Heading(
      id: OwnPage.sources.rawValue, kind: "sources", title: Prose(plain: texts.frame.sources),
      language: edition.language)
    return article(heading) { html, _ in
      html.element("p", .classes("lead"), text: texts.reference.sourcesHint)
      for source in edition.guidance {
        html.open("section", .classes("entry"), .id("source_\(source.id)"))
        html.element(
          "h2", .language(source.language, in: edition.language),
          .direction(source.language, in: edition.language), text: source.title)
        var facts = [source.publisher, self.texts.numbers.ungrouped.text(source.year)]
        if let edition = source.edition { facts.append(edition) }
        if source.language != edition.language {
          facts.append(
            texts.reference.language.filling("language", source.language.autonym))
        }
        html.facts(facts)
        if let note = source.note { html.element("p", text: note) }
        if let address = source.address {
          html.raw("<p class=\"address\">")
          if OutsideAddress.isAllowed(address) {
            html.element(
              "a", .classes("outside spelled"), .href(address), .value("rel", "noreferrer"),
              .value("dir", "ltr"), text: address)
          } else {
            html.element("span", .value("dir", "ltr"), text: address)
          }
          html.raw("</p>")
        }
        html.raw("</section>\n")
      }
    }
  }

  /// Support for the learner.
  func support() -> Article {
    let heading = Heading(
      id: OwnPage.support.rawValue, kind: "support",
      title: Prose(plain: texts.page.frame.support), language: edition.language)
    return article(heading) { html, scope in
      BlockWriter.write(edition.support, scope, into: &html)
    }
  }

  /// Progress, filled by scripts, and ways to keep or erase one's work.
  func progress() -> Article {
    let heading = Heading(
      id: OwnPage.progress.rawValue, kind: "progress",
      title: Prose(plain: texts.page.frame.progress), language: edition.language)
    return article(heading) { html, _ in
      let page = texts.page.reference
      let script = texts.script
      html.element("p", .classes("no-script"), text: page.progressNoScript)
      html.raw("<div class=\"needs-script\">\n<p class=\"who\"><span data-learner></span> ")
      html.button("learner", .classes("button quiet"), text: script.learner.change)
      html.raw("</p>\n<div id=\"p_overview\" data-overview></div>\n")
      html.element("h2", text: page.keepWork)
      html.element("p", text: page.keepWorkHint)
      html.raw("<p class=\"actions\">")
      html.button("save", .classes("button primary"), text: script.file.save)
      html.raw("<label class=\"button file\">")
      html.text(script.file.resume)
      html.raw("<input type=\"file\" data-action=\"resume\" accept=\".json,application/json\">")
      html.raw("</label></p>\n")
      html.element("p", .classes("fine"), text: script.file.saveHint)
      html.element("h2", text: page.sharedComputer)
      html.element("p", text: page.sharedComputerHint)
      html.raw("<p class=\"actions\">")
      html.button("erase", .classes("button"), text: script.learner.erase)
      html.raw("</p>\n</div>\n")
    }
  }
}

extension HTMLBuffer {
  /// A term and its explanation.
  mutating func entry(_ term: Term, _ scope: PageScope) {
    let inner = scope.within(term.language)
    element("h2", prose: term.name, inner)
    BlockWriter.write(term.definition, inner, into: &self)
  }
}
