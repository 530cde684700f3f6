internal import CourseModel

extension ArticleWriter {
  /// The cover of a module: what it is about, how long it takes, what to know before.
  func cover(of module: Module, position: Int) -> Article {
    let texts = self.texts
    // The place among all modules is part of the page.
    _ = index.position(of: module.id)
    let kicker = texts.page.module.position.filling("number", position + 1, texts.numbers)
      .filling("total", edition.modules.count, texts.numbers)
    // Alone, a module has no place among others.
    let heading = Heading(
      id: module.id.text, kind: "module", title: Prose(plain: module.title),
      language: module.language, kicker: onlyModule == nil ? (kicker, nil, "") : nil,
      file: module.id)
    return article(heading) { html, scope in
      html.own(scope) { html in
        html.facts(
          ModuleFacts(summaries[position], minutes: module.minutes).sentences(texts))
        warning(of: module, into: &html, scope)
      }
      outcomes(of: module, into: &html, scope)
      BlockWriter.write(module.opening, scope, into: &html)
      html.own(scope) { html in
        prerequisites(of: module, into: &html, scope)
        parts(of: module, into: &html, scope)
        guidance(of: module, into: &html, scope)
        if let review = module.review {
          html.element("p", .classes("fine"), text: self.review(review))
        }
      }
    }
  }

  /// Who has looked at a module, and when.
  private func review(_ review: Module.Review) -> String {
    let status = texts.page.review.name(of: review.status)
    guard let date = review.date else {
      return texts.page.module.reviewNoDate.filling("status", status)
    }
    return texts.page.module.review.filling("status", status)
      .filling("date", texts.page.date.text(date, texts.numbers) ?? date)
  }

  private func warning(of module: Module, into html: inout HTMLBuffer, _ scope: PageScope) {
    guard let warning = module.contentWarning else { return }
    html.contentWarning(
      warning, in: module.language, id: "\(module.id.text)_before", scope,
      skip: skip(module, from: scope.page))
  }

  /// The way round a module: to the next one, or back to the start.
  private func skip(_ module: Module, from page: String) -> (text: String, address: String)? {
    guard onlyModule == nil else { return nil }
    guard let next = index.page(afterModule: module.id) else {
      return map.address(of: .home, from: page).map {
        (texts.page.module.skipTo.filling("title", texts.page.frame.start), $0)
      }
    }
    return (
      texts.page.module.skipTo.filling(title: next.title, next.language, in: edition.language),
      map.address(of: next.id, on: next.id, from: page)
    )
  }

  func outcomes(of module: Module, into html: inout HTMLBuffer, _ scope: PageScope) {
    guard !module.outcomes.isEmpty else { return }
    html.open("div", .classes("outcomes"))
    html.own(scope) { $0.element("h2", text: scope.texts.page.module.outcomes) }
    html.raw("<ul>\n")
    for outcome in module.outcomes {
      html.element(
        "li", .id(Anchor(module.id, outcome.id).htmlID),
        .language(outcome.language, in: scope.language),
        .direction(outcome.language, in: scope.language), prose: outcome.text,
        scope.within(outcome.language))
      html.raw("\n")
    }
    html.raw("</ul></div>\n")
  }

  private func prerequisites(of module: Module, into html: inout HTMLBuffer, _ scope: PageScope) {
    let known = module.prerequisites.filter { index.title($0) != nil }
    guard !known.isEmpty else { return }
    html.element("h2", text: scope.texts.page.module.prerequisites)
    html.raw("<ul class=\"links\">\n")
    for id in known {
      html.raw("<li>")
      html.fileLink(id, scope)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func parts(of module: Module, into html: inout HTMLBuffer, _ scope: PageScope) {
    let sections = module.sections(for: audience)
    guard !sections.isEmpty else { return }
    html.element("h2", text: scope.texts.page.module.parts)
    html.raw("<ol class=\"parts\">\n")
    for section in sections {
      let id = section.anchor.htmlID
      html.raw("<li>")
      html.open("a", .href(map.address(of: id, on: id, from: scope.page)))
      html.open("span", .classes("mark"), .value("data-progress", id))
      html.raw("</span> ")
      html.element(
        "span", .classes("title"), .language(section.language, in: edition.language),
        .direction(section.language, in: edition.language), text: section.title.plainText)
      html.raw(" ")
      html.element("span", .classes("part-kind"), text: partKind(section))
      html.raw("</a></li>\n")
    }
    html.raw("</ol>\n")
  }

  /// What a section is, in words: "Role play, 25 min".
  private func partKind(_ section: Section) -> String {
    switch section.kind {
    case .reading: return texts.page.session.reading
    case .quiz(let quiz): return texts.page.module.questions(quiz.questions.count, texts.numbers)
    case .session(let session):
      let name = texts.page.session.name(of: session.form)
      guard let minutes = session.minutes else { return name }
      return name + " · "
        + texts.page.module.minutesShort.filling("count", minutes, texts.numbers)
    }
  }

  private func guidance(of module: Module, into html: inout HTMLBuffer, _ scope: PageScope) {
    let entries = module.guidance.compactMap(index.source)
    guard !entries.isEmpty else { return }
    html.element("h2", text: scope.texts.page.module.guidance)
    // A long list is folded, so that the cover stays a cover.
    let isLong = entries.count > 4
    if isLong {
      html.raw("<details class=\"more\">")
      html.element(
        "summary", text: scope.texts.page.module.publications(entries.count, texts.numbers))
    }
    html.raw("<ul class=\"links\">\n")
    for entry in entries {
      html.raw("<li>")
      if let address = map.address(ofSource: entry.id, from: scope.page) {
        html.element(
          "a", .classes("source"), .href(address), .language(entry.language, in: edition.language),
          .direction(entry.language, in: edition.language), text: entry.title)
      }
      html.raw("</li>\n")
    }
    html.raw(isLong ? "</ul></details>\n" : "</ul>\n")
  }

  /// A section that the audience may see, by its number from 0: one page of a module.
  func section(_ number: Int, of module: Module) -> Article {
    let sections = module.sections(for: audience)
    let section = sections[number]
    let place = texts.page.module.part.filling("number", number + 1, texts.numbers)
      .filling("total", sections.count, texts.numbers)
    let id = section.anchor.htmlID
    let heading = Heading(
      id: id, kind: "section", title: section.title, language: section.language,
      kicker: (
        module.title, map.address(of: module.id.text, on: module.id.text, from: id), place
      ),
      file: module.id, attributes: [.number("data-section", section.engineIndex)])
    return article(heading, context: module.title) { html, scope in
      if case .session(let session) = section.kind {
        html.own(scope) { $0.facts(sessionFacts(session)) }
      }
      BlockWriter.write(section.blocks, scope, into: &html)
      if case .quiz(let quiz) = section.kind {
        html.quiz(quiz, in: section, fileIndex: module.engineIndex, scope)
      }
    }
  }

  func sessionFacts(_ session: Session) -> [String] {
    var facts = [texts.page.session.name(of: session.form)]
    if let minutes = session.minutes {
      facts.append(texts.page.module.minutes(minutes, texts.numbers))
    }
    if let size = session.groupSize {
      facts.append(
        size.lowerBound == size.upperBound
          ? texts.page.session.groupsOf(size.lowerBound, texts.numbers)
          : texts.page.session.groups.filling("least", size.lowerBound, texts.numbers)
            .filling("most", size.upperBound, texts.numbers))
    }
    return facts
  }
}

/// What a module holds, in numbers.
struct ModuleFacts {
  /// Minutes, as the author plans them.
  let minutes: Int?
  /// Questions in the text and in quizzes; one that a quiz lists again counts once.
  let questions: Int
  /// Trees that are played inside it.
  let trees: Int

  /// Counts what an audience sees.
  init(_ module: Module, audience: Audience) {
    var questions: Set<Anchor> = []
    var trees: Set<FileID> = []
    for section in module.sections(for: audience) {
      BlockWalk.visit(section.blocks, for: audience) { block in
        switch block {
        case .question(let question): questions.insert(question.anchor)
        case .tree(let id): trees.insert(id)
        case .prose, .heading, .callout, .figure, .steps, .passage: break
        }
      }
      if case .quiz(let quiz) = section.kind {
        questions.formUnion(quiz.questions.map(\.anchor))
      }
    }
    minutes = module.minutes
    self.questions = questions.count
    self.trees = trees.count
  }

  /// Takes the numbers from a summary.
  init(_ summary: ModuleSummary, minutes: Int?) {
    self.minutes = minutes
    questions = summary.questions
    trees = summary.trees
  }

  /// The numbers in words; what is none is left out.
  func sentences(_ texts: InterfaceTexts) -> [String] {
    var facts: [String] = []
    if let minutes { facts.append(texts.page.module.minutes(minutes, texts.numbers)) }
    if questions > 0 { facts.append(texts.page.module.questions(questions, texts.numbers)) }
    if trees > 0 { facts.append(texts.page.module.trees(trees, texts.numbers)) }
    return facts
  }
}

extension HTMLBuffer {
  /// A list of short facts.
  mutating func facts(_ facts: [String]) {
    guard !facts.isEmpty else { return }
    raw("<ul class=\"facts\">")
    for fact in facts { element("li", text: fact) }
    raw("</ul>\n")
  }

  /// Something in the interface's language inside an article of another one.
  mutating func own(_ scope: PageScope, _ body: (inout HTMLBuffer) -> Void) {
    let own = scope.edition.language
    guard own != scope.language else { return body(&self) }
    open("div", .value("lang", own.tag), .value("dir", own.direction.rawValue))
    body(&self)
    raw("</div>\n")
  }

  /// A link to a module or tree by its title.
  mutating func fileLink(_ id: FileID, _ scope: PageScope) {
    guard let title = scope.index.title(id) else { return }
    element(
      "a", .href(scope.map.address(of: id.text, on: id.text, from: scope.page)),
      .language(title.language, in: scope.edition.language),
      .direction(title.language, in: scope.edition.language), text: title.text)
  }

  /// What may distress a reader, with the ways round it.
  mutating func contentWarning(
    _ warning: String, in language: Language, id: String, _ scope: PageScope,
    skip: (text: String, address: String)?
  ) {
    let texts = scope.texts
    open(
      "div", .classes("callout safeguard"), .value("role", "note"), .labelledBy("\(id)_name"))
    element("p", .id("\(id)_name"), .classes("callout-name"), text: texts.page.module.before)
    element(
      "p", .language(language, in: scope.edition.language),
      .direction(language, in: scope.edition.language), text: warning)
    let support = scope.map.address(of: .support, from: scope.page)
    if skip != nil || support != nil {
      raw("<p class=\"skip-route\">")
      if let skip {
        element("a", .href(skip.address), text: skip.text)
        raw(" ")
      }
      if let support { element("a", .href(support), text: texts.page.module.findSupport) }
      raw("</p>")
    }
    raw("</div>\n")
  }
}
