internal import CourseModel

extension ArticleWriter {
  /// The start page: where to begin, the ways through, all modules, how to use it.
  func home() -> Article {
    let heading = Heading(
      id: OwnPage.home.rawValue, kind: "home", title: Prose(plain: edition.title),
      language: edition.language)
    return article(heading) { html, scope in
      let minutes = edition.modules.compactMap(\.minutes).reduce(0, +)
      var facts = [texts.page.module.modules(edition.modules.count, texts.numbers)]
      if minutes > 0 { facts.append(texts.page.module.minutes(minutes, texts.numbers)) }
      if !edition.trees.isEmpty {
        facts.append(texts.page.module.trees(edition.trees.count, texts.numbers))
      }
      html.facts(facts)
      start(into: &html, scope)
      howTo(into: &html, scope)
      tracks(into: &html, scope)
      modules(into: &html, scope)
      trees(into: &html, scope)
    }
  }

  private func start(into html: inout HTMLBuffer, _ scope: PageScope) {
    guard let first = edition.tracks.first?.items.first ?? edition.modules.first?.id,
      let title = index.title(first)
    else { return }
    html.raw("<p class=\"start\">")
    html.element(
      "a", .classes("button primary"), .flag("data-continue"),
      .href(map.address(of: first.text, on: first.text, from: scope.page)),
      text: texts.script.progress.startWith.filling(
        title: title.text, title.language, in: edition.language))
    html.raw("</p>\n")
  }

  private func howTo(into html: inout HTMLBuffer, _ scope: PageScope) {
    let home = texts.page.home
    html.raw("<section class=\"how-to\" aria-labelledby=\"p_how_to\">")
    html.element("h2", .id("p_how_to"), text: home.howTo)
    html.raw("<ul>")
    let kept = map.form == .package ? home.keptInSystem : home.keptHere
    for step in home.howToSteps + [kept, home.leaving] { html.element("li", text: step) }
    html.raw("</ul>")
    if let support = map.address(of: .support, from: scope.page) {
      html.raw("<p>")
      html.element("a", .href(support), text: home.openSupport)
      html.raw("</p>")
    }
    html.raw("</section>\n")
  }

  private func tracks(into html: inout HTMLBuffer, _ scope: PageScope) {
    guard !edition.tracks.isEmpty else { return }
    html.element("h2", text: texts.page.home.tracks)
    html.raw("<div class=\"tracks\">\n")
    for track in edition.tracks {
      let id = "p_track_\(track.id)"
      html.open("section", .classes("track"), .value("data-track", track.id), .labelledBy(id))
      html.element("h3", .id(id), text: track.title)
      html.raw("<ol class=\"links\">")
      for item in track.items where index.title(item) != nil {
        html.raw("<li>")
        html.open("span", .classes("mark"), .value("data-progress", item.text))
        html.raw("</span> ")
        html.fileLink(item, scope)
        html.raw("</li>")
      }
      html.raw("</ol></section>\n")
    }
    html.raw("</div>\n")
  }

  private func modules(into html: inout HTMLBuffer, _ scope: PageScope) {
    guard !edition.modules.isEmpty else { return }
    html.element("h2", .id("p_modules"), text: texts.page.home.modules)
    html.raw("<ol class=\"cards\">\n")
    for (module, summary) in zip(edition.modules, summaries) {
      card(
        module.id, title: module.title, language: module.language,
        facts: ModuleFacts(summary, minutes: module.minutes).sentences(texts), into: &html, scope)
    }
    html.raw("</ol>\n")
  }

  private func trees(into html: inout HTMLBuffer, _ scope: PageScope) {
    guard !edition.trees.isEmpty else { return }
    html.element("h2", text: texts.page.frame.trees)
    html.raw("<ul class=\"cards\">\n")
    for tree in edition.trees {
      let questions = tree.nodes.count { $0.kind == .question }
      card(
        tree.id, title: tree.title, language: tree.language,
        facts: [texts.page.module.questions(questions, texts.numbers)], into: &html, scope)
    }
    html.raw("</ul>\n")
  }

  private func card(
    _ id: FileID, title: String, language: Language, facts: [String],
    into html: inout HTMLBuffer, _ scope: PageScope
  ) {
    html.raw("<li>")
    html.open(
      "a", .classes("module-card"), .href(map.address(of: id.text, on: id.text, from: scope.page)))
    html.open("span", .classes("mark"), .value("data-progress", id.text))
    html.raw("</span> ")
    html.element(
      "span", .classes("title"), .language(language, in: edition.language),
      .direction(language, in: edition.language), text: title)
    html.raw(" ")
    html.element("span", .classes("card-facts"), text: facts.joined(separator: " · "))
    html.raw("</a></li>\n")
  }
}
