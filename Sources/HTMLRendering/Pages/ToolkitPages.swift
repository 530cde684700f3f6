public import CourseModel

/// Makes the pages of a toolkit: one self-contained file per language, or a site of many pages.
///
/// The same input gives the same bytes. Nothing for facilitators is in any of them.
public struct ToolkitPages: Sendable {
  let toolkit: Toolkit
  package let theme: Theme
  package let assets: PageAssets
  /// What pages left the last time; nil to write all of them.
  let memory: PageMemory?

  /// Prepares the pages of a toolkit.
  /// - Parameters:
  ///   - toolkit: What to show.
  ///   - theme: How it looks.
  ///   - assets: Scripts and engine.
  ///   - memory: what pages left the last time, and where these leave their own.
  public init(
    toolkit: Toolkit, theme: Theme, assets: PageAssets, memory: PageMemory? = nil
  ) {
    self.memory = memory
    self.toolkit = toolkit
    self.theme = theme
    self.assets = assets
  }

  /// Trees of the first edition that can't be drawn, and why; pages show them as text and player.
  public func undrawnTrees() -> [(tree: FileID, reason: TreeDrawing.Failure)] {
    (toolkit.editions.first?.trees ?? []).compactMap { tree in
      TreePicture.problem(with: tree).map { (tree.id, $0) }
    }
  }

  /// The whole edition as one self-contained HTML file; `<language>.html` is its name.
  public func page(for edition: Edition) throws(ThemeError) -> [UInt8] {
    let media = Dictionary(
      toolkit.media.map { ($0.path, $0.dataAddress) }, uniquingKeysWith: { first, _ in first })
    let writer = ArticleWriter(edition, audience: .learner, form: .file, media: media)
    let languages = languages(current: edition.language) { "\($0.tag).html" }
    let shell = try theme.shell(.shell, writer.texts, hasLanguages: languages.count > 1)
    let head = Array(assets.headScript.utf8)
    let script = Array(assets.script.utf8)
    let styles = Array(theme.styles.utf8)
    var contents = HTMLBuffer()
    contents.contents(writer)
    var parts = common(edition, languages, home: "#\(OwnPage.home.rawValue)")
    parts.policy = Self.text(
      ContentSecurityPolicy.file(
        scripts: [head, script] + (assets.plainEngine.map { [Array($0.script.utf8)] } ?? []),
        styles: [styles]))
    parts.headScript = Self.element("script", head)
    parts.styles = Self.element("style", styles)
    parts.contents = contents.bytes
    parts.main = writer.articles()
    parts.data = fileData(CourseData(toolkit, writer, languages: languages).json())
    parts.scripts = Self.element("script", script)
    return shell.filled(parts)
  }

  /// A small page that lets the learner choose a language; works without scripts.
  public func index() throws(ThemeError) -> [UInt8] { try index { "\($0.tag).html" } }

  /// A page with one link per language.
  func index(address: (Language) -> String) throws(ThemeError) -> [UInt8] {
    let first = toolkit.editions.first
    let language = first?.language ?? toolkit.defaultLanguage
    let texts = first?.interface ?? .texts(for: language)
    let shell = try theme.shell(.index, texts, hasLanguages: toolkit.editions.count > 1)
    let styles = Array(theme.styles.utf8)
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
    let title = Self.text(first?.title ?? toolkit.id)
    var parts = PageParts(
      language: Self.text(language.tag), direction: Self.text(language.direction.rawValue),
      windowTitle: title, toolkitTitle: title)
    parts.policy = Self.text(ContentSecurityPolicy.still(styles: [styles]))
    parts.styles = Self.element("style", styles)
    parts.choices = choices.bytes
    parts.version = version(texts)
    return shell.filled(parts)
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

  /// The parts that all pages of an edition have in common.
  func common(
    _ edition: Edition, _ languages: [CourseData.LanguageEntry], home: String
  ) -> PageParts {
    let language = edition.language
    let title = Self.text(edition.title)
    var parts = PageParts(
      language: Self.text(language.tag), direction: Self.text(language.direction.rawValue),
      windowTitle: title, toolkitTitle: title)
    parts.homeAddress = Self.text(home)
    parts.languageName = Self.text(language.autonym)
    parts.languageLinks = languageLinks(languages)
    parts.version = version(edition.interface)
    return parts
  }

  private func version(_ texts: InterfaceTexts) -> [UInt8] {
    Self.text(texts.page.frame.version.filling("version", toolkit.version))
  }

  func languageLinks(_ languages: [CourseData.LanguageEntry]) -> [UInt8] {
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
    if let plain = assets.plainEngine {
      html.raw("</script>\n<script type=\"text/plain\" id=\"p_plain\">")
      html.append(Array(plain.packed.utf8))
    }
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
