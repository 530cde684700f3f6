internal import CourseModel

extension HTMLBuffer {
  /// The list of contents.
  /// - Parameters:
  ///   - writer: The edition's pages.
  ///   - page: The page it stands on; nil where one document holds all pages.
  ///   - file: The module or tree that page belongs to.
  mutating func contents(_ writer: ArticleWriter, page: String?, file: FileID?) {
    let texts = writer.texts.page.frame
    let contents = ContentsList(writer: writer, page: page, file: file)
    raw("<ul class=\"places\">")
    place(.home, texts.start, contents)
    raw("</ul>\n")
    modules(contents)
    trees(contents)
    raw("<ul class=\"places\">")
    place(.glossary, texts.glossary, contents)
    place(.sources, texts.sources, contents)
    place(.support, texts.support, contents)
    place(.progress, texts.progress, contents)
    raw("</ul>\n<p class=\"who needs-script\"><span data-learner></span> ")
    button(
      "learner", .classes("button quiet"), .value("aria-haspopup", "dialog"),
      text: writer.texts.script.learner.change)
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

  private mutating func modules(_ contents: ContentsList) {
    let writer = contents.writer
    guard !writer.edition.modules.isEmpty else { return }
    element("h2", .classes("contents-title"), text: writer.texts.page.frame.modules)
    raw("<ol class=\"modules\">\n")
    for module in contents.modules {
      let isOpen = module.id == contents.file
      open("li", .value("data-file", module.id.text), isOpen ? .flag("data-open") : nil)
      entry(
        module.id.text, module.title, module.language, contents,
        minutes: module.minutes.map {
          writer.texts.page.module.minutesShort.filling("count", String($0))
        })
      // On a site only the sections of the module being read are near enough to list.
      if contents.page == nil || isOpen { sections(of: module, contents) }
      raw("</li>\n")
    }
    raw("</ol>\n")
    if contents.isShortened, let home = writer.map.address(of: .home, from: contents.page) {
      raw("<p class=\"all-modules\">")
      element("a", .href("\(home)#p_modules"), text: writer.texts.page.frame.allModules)
      raw("</p>\n")
    }
  }

  private mutating func sections(of module: Module, _ contents: ContentsList) {
    let sections = module.sections(for: contents.writer.audience)
    guard !sections.isEmpty else { return }
    raw("<ol class=\"sections\">")
    for section in sections {
      raw("<li>")
      entry(
        section.anchor.htmlID, section.title.plainText, section.language, contents, minutes: nil)
      raw("</li>")
    }
    raw("</ol>")
  }

  private mutating func trees(_ contents: ContentsList) {
    let writer = contents.writer
    guard !writer.edition.trees.isEmpty else { return }
    element("h2", .classes("contents-title"), text: writer.texts.page.frame.trees)
    raw("<ol class=\"modules\">\n")
    for tree in writer.edition.trees {
      open("li", .value("data-file", tree.id.text))
      entry(tree.id.text, tree.title, tree.language, contents, minutes: nil)
      raw("</li>\n")
    }
    raw("</ol>\n")
  }

  private mutating func entry(
    _ id: String, _ title: String, _ language: Language, _ contents: ContentsList,
    minutes: String?
  ) {
    let writer = contents.writer
    open(
      "a", .href(writer.map.address(of: id, on: id, from: contents.page)),
      .value("data-page", id), contents.page == id ? .value("aria-current", "page") : nil)
    open("span", .classes("mark"), .value("data-progress", id))
    raw("</span> ")
    element(
      "span", .classes("title"), .language(language, in: writer.edition.language),
      .direction(language, in: writer.edition.language), text: title)
    if let minutes {
      raw(" ")
      element("span", .classes("minutes"), text: minutes)
    }
    raw("</a>")
  }
}

/// What a list of contents shows on one page.
private struct ContentsList {
  let writer: ArticleWriter
  let page: String?
  let file: FileID?
  /// The modules listed: all, or those around the page where a site has very many.
  let modules: ArraySlice<Module>
  /// Whether some are left out.
  let isShortened: Bool

  /// Beyond this many modules a site's pages list their neighbours only: a full list on every page
  /// would make the site grow with the square of its size.
  private static let most = 60

  init(writer: ArticleWriter, page: String?, file: FileID?) {
    self.writer = writer
    self.page = page
    self.file = file
    let all = writer.edition.modules
    isShortened = page != nil && all.count > Self.most
    guard isShortened else {
      modules = all[...]
      return
    }
    let position = file.flatMap { writer.index.position(of: $0) } ?? 0
    let start = max(0, min(position - Self.most / 2, all.count - Self.most))
    modules = all[start..<start + Self.most]
  }
}
