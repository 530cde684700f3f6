internal import CourseModel

extension HTMLBuffer {
  /// The list of contents of a document that holds all pages.
  mutating func contents(_ writer: ArticleWriter) {
    let list = ContentsList(writer: writer, page: nil)
    contentsStart(list)
    if !writer.edition.modules.isEmpty {
      modulesStart(list)
      for position in writer.edition.modules.indices {
        module(at: position, isOpen: false, list)
      }
      modulesEnd(list, isShortened: false)
    }
    trees(list)
    contentsEnd(list)
  }

  /// What stands before the modules.
  mutating func contentsStart(_ contents: ContentsList) {
    guard contents.writer.onlyModule == nil else { return }
    raw("<ul class=\"places\">")
    place(.home, contents.writer.texts.page.frame.start, contents)
    raw("</ul>\n")
  }

  /// What stands behind modules and trees.
  mutating func contentsEnd(_ contents: ContentsList) {
    let texts = contents.writer.texts.page.frame
    raw("<ul class=\"places\">")
    place(.glossary, texts.glossary, contents)
    place(.sources, texts.sources, contents)
    place(.support, texts.support, contents)
    place(.progress, texts.progress, contents)
    raw("</ul>\n<p class=\"who needs-script\"><span data-learner></span> ")
    button(
      "learner", .classes("button quiet"), .value("aria-haspopup", "dialog"),
      text: contents.writer.texts.script.learner.change)
    raw("</p>\n")
  }

  private mutating func place(_ place: OwnPage, _ title: String, _ contents: ContentsList) {
    guard let address = contents.writer.map.address(of: place, from: contents.page) else { return }
    raw("<li>")
    element(
      "a", .href(address), .value("data-page", place.rawValue),
      contents.page == place.rawValue ? .value("aria-current", "page") : nil, text: title)
    raw("</li>")
  }

  /// What stands between the start and the first module.
  mutating func modulesStart(_ contents: ContentsList) {
    element(
      "h2", .classes("contents-title"), text: contents.writer.texts.page.frame.modules)
    raw("<ol class=\"modules\">\n")
  }

  /// One module; with its sections where it is open, and in a document that holds all pages.
  mutating func module(at position: Int, isOpen: Bool, _ contents: ContentsList) {
    let module = contents.writer.edition.modules[position]
    open("li", isOpen ? .flag("data-open") : nil)
    entry(
      module.id.text, module.title, module.language, contents,
      minutes: module.minutes.map {
        contents.writer.texts.page.module.minutesShort.filling(
          "count", $0, contents.writer.texts.numbers)
      })
    // On a site only the sections of the module being read are near enough to list.
    if contents.page == nil || isOpen {
      sections(contents.writer.summaries[position].sections, contents)
    }
    raw("</li>\n")
  }

  /// What stands behind the last module.
  mutating func modulesEnd(_ contents: ContentsList, isShortened: Bool) {
    let writer = contents.writer
    raw("</ol>\n")
    if isShortened, let home = writer.map.address(of: .home, from: contents.page) {
      raw("<p class=\"all-modules\">")
      element("a", .href("\(home)#p_modules"), text: writer.texts.page.frame.allModules)
      raw("</p>\n")
    }
  }

  private mutating func sections(_ sections: [ModuleSummary.Section], _ contents: ContentsList) {
    guard !sections.isEmpty else { return }
    raw("<ol class=\"sections\">")
    for section in sections {
      raw("<li>")
      entry(section.id, section.title, section.language, contents, minutes: nil)
      raw("</li>")
    }
    raw("</ol>")
  }

  /// The trees.
  mutating func trees(_ contents: ContentsList) {
    let writer = contents.writer
    guard !writer.edition.trees.isEmpty else { return }
    element("h2", .classes("contents-title"), text: writer.texts.page.frame.trees)
    raw("<ol class=\"modules\">\n")
    for tree in writer.edition.trees {
      raw("<li>")
      entry(tree.id.text, tree.title, tree.language, contents, minutes: nil)
      raw("</li>\n")
    }
    raw("</ol>\n")
  }

  /// A link with room for the mark of progress. Twenty and more stand on every page, so they hold
  /// what is read without scripts; scripts find out by the address which page each leads to.
  private mutating func entry(
    _ id: String, _ title: String, _ language: Language, _ contents: ContentsList,
    minutes: String?
  ) {
    let writer = contents.writer
    open(
      "a", .href(writer.map.address(of: id, on: id, from: contents.page)),
      contents.page == id ? .value("aria-current", "page") : nil)
    raw("<span class=\"mark\"></span> ")
    if language == writer.edition.language {
      text(title)
    } else {
      element(
        "span", .language(language, in: writer.edition.language),
        .direction(language, in: writer.edition.language), text: title)
    }
    if let minutes {
      raw(" ")
      element("span", .classes("minutes"), text: minutes)
    }
    raw("</a>")
  }
}

/// Whose list of contents it is.
struct ContentsList {
  /// The edition's pages.
  let writer: ArticleWriter
  /// The page it stands on; nil where one document holds all pages.
  let page: String?
}
