public import CourseModel

/// Makes the pages of a toolkit: one self-contained file per language, or a site of many pages.
///
/// The same input gives the same bytes. Nothing for facilitators is in any of them.
public struct ToolkitPages: Sendable {
  let toolkit: Toolkit
  let theme: Theme
  let assets: PageAssets

  /// Prepares the pages of a toolkit.
  /// - Parameters:
  ///   - toolkit: What to show.
  ///   - theme: How it looks.
  ///   - assets: Scripts and engine.
  public init(toolkit: Toolkit, theme: Theme, assets: PageAssets) {
    self.toolkit = toolkit
    self.theme = theme
    self.assets = assets
  }

  /// The whole edition as one self-contained HTML file; `<language>.html` is its name.
  public func page(for edition: Edition) throws(ThemeError) -> [UInt8] {
    let media = Dictionary(
      toolkit.media.map { ($0.path, $0.dataAddress) }, uniquingKeysWith: { first, _ in first })
    let writer = ArticleWriter(edition, audience: .learner, form: .file, media: media)
    let languages = languages(current: edition.language) { "\($0.tag).html" }
    let shell = try theme.shell(.shell, writer.texts, hasLanguages: languages.count > 1)
    var contents = HTMLBuffer()
    contents.contents(writer, page: nil, file: nil)
    let main = writer.articles().flatMap(\.html)
    let data = fileData(CourseData(toolkit, writer, languages: languages).json())
    let head = Array(assets.headScript.utf8)
    let script = Array(assets.script.utf8)
    let styles = Array(theme.styles.utf8)
    let policy = ContentSecurityPolicy.file(scripts: [head, script], styles: [styles])
    return shell.filled { slot in
      switch slot {
      case .policy: Self.text(policy)
      case .headScript: Self.element("script", head)
      case .styles: Self.element("style", styles)
      case .contents: contents.bytes
      case .main: main
      case .data: data
      case .scripts: Self.element("script", script)
      case .windowTitle: Self.text(edition.title)
      default: common(slot, edition, languages, home: "#\(OwnPage.home.rawValue)")
      }
    }
  }

  /// A small page that lets the learner choose a language; works without scripts.
  public func index() throws(ThemeError) -> [UInt8] { try index { "\($0.tag).html" } }

  /// A page with one link per language.
  func index(address: (Language) -> String) throws(ThemeError) -> [UInt8] {
    let first = toolkit.editions.first
    let language = first?.language ?? toolkit.defaultLanguage
    let texts = InterfaceTexts.texts(for: language)
    let shell = try theme.shell(.index, texts, hasLanguages: toolkit.editions.count > 1)
    let styles = Array(theme.styles.utf8)
    let policy = ContentSecurityPolicy.still(styles: [styles])
    var choices = HTMLBuffer()
    for edition in toolkit.editions {
      let language = edition.language
      choices.raw("<li>")
      choices.open(
        "a", .classes("module-card"), .href(address(language)), .value("lang", language.tag),
        .value("hreflang", language.tag), .value("dir", language.direction.rawValue))
      choices.element("span", .classes("title"), text: language.autonym)
      choices.element("span", .classes("card-facts"), text: edition.title)
      choices.raw("</a></li>\n")
    }
    return shell.filled { slot in
      switch slot {
      case .policy: Self.text(policy)
      case .styles: Self.element("style", styles)
      case .choices: choices.bytes
      case .windowTitle, .toolkitTitle: Self.text(first?.title ?? toolkit.id)
      case .language: Self.text(language.tag)
      case .direction: Self.text(language.direction.rawValue)
      case .version: version(texts)
      default: []
      }
    }
  }

  /// Links to all editions.
  func languages(
    current: Language, address: (Language) -> String
  ) -> [CourseData.LanguageEntry] {
    toolkit.editions.map { edition in
      CourseData.LanguageEntry(
        tag: edition.language.tag, name: edition.language.autonym,
        href: address(edition.language), current: edition.language == current)
    }
  }

  /// Parts that all pages of an edition have in common.
  func common(
    _ slot: Slot, _ edition: Edition, _ languages: [CourseData.LanguageEntry], home: String
  ) -> [UInt8] {
    switch slot {
    case .language: Self.text(edition.language.tag)
    case .direction: Self.text(edition.language.direction.rawValue)
    case .toolkitTitle: Self.text(edition.title)
    case .homeAddress: Self.text(home)
    case .languageName: Self.text(edition.language.autonym)
    case .languageLinks: languageLinks(languages)
    case .version: version(InterfaceTexts.texts(for: edition.language))
    default: []
    }
  }

  private func version(_ texts: InterfaceTexts) -> [UInt8] {
    Self.text(texts.page.frame.version.filling("version", toolkit.version))
  }

  private func languageLinks(_ languages: [CourseData.LanguageEntry]) -> [UInt8] {
    var html = HTMLBuffer()
    for entry in languages where !entry.current {
      let language = Language(entry.tag)
      html.raw("<li>")
      html.element(
        "a", .href(entry.href), .value("lang", entry.tag),
        .value("dir", language.direction.rawValue), .value("hreflang", entry.tag),
        .value("data-language", entry.tag), text: entry.name)
      html.raw("</li>")
    }
    return html.bytes
  }

  /// Course data and engine as elements that don't run.
  private func fileData(_ course: [UInt8]) -> [UInt8] {
    var html = HTMLBuffer()
    html.raw("<script type=\"application/json\" id=\"p_data\">")
    html.append(course)
    html.raw("</script>\n<script type=\"text/plain\" id=\"p_wasm\">")
    html.append(Array(assets.engine.utf8))
    html.raw("</script>\n<script type=\"text/plain\" id=\"p_engine\">")
    html.append(Array(base64(toolkit.engine).utf8))
    html.raw("</script>\n")
    return html.bytes
  }

  /// Text as bytes of a page.
  static func text(_ text: String) -> [UInt8] {
    var html = HTMLBuffer()
    html.text(text)
    return html.bytes
  }

  /// A script or style element; nothing when it would be empty.
  private static func element(_ name: StaticString, _ content: [UInt8]) -> [UInt8] {
    guard !content.isEmpty else { return [] }
    var html = HTMLBuffer()
    html.open(name)
    html.append(content)
    html.close(name)
    return html.bytes
  }
}
