public import CourseModel

/// What the launch page of a package needs besides its course.
public struct PackageFrame: Sendable {
  /// The standard.
  public let standard: PackageStandard
  /// The module that the package is of; nil for a whole toolkit.
  public let module: FileID?
  /// Address of every media file, seen from the launch page, by its path in the content folder.
  public let media: [String: String]
  /// The adapter's data block: JSON without `<`.
  public let adapterData: [UInt8]
  /// Drawings that the toolkit's packages share.
  public let drawings: TreeDrawings

  /// Describes a package.
  public init(
    standard: PackageStandard, module: FileID?, media: [String: String], adapterData: [UInt8],
    drawings: TreeDrawings
  ) {
    self.standard = standard
    self.module = module
    self.media = media
    self.adapterData = adapterData
    self.drawings = drawings
  }
}

extension ToolkitPages {
  /// The launch page of a package: the edition as one document, with scripts and styles beside it.
  ///
  /// The toolkit is the package's own: only what is in the package, with an engine blob cut to it.
  public func packagePage(
    for edition: Edition, _ package: PackageFrame
  ) throws(ThemeError) -> [UInt8] {
    let writer = ArticleWriter(
      edition, audience: .learner, form: .package, media: package.media,
      onlyModule: package.module, drawings: package.drawings)
    let language = CourseData.LanguageEntry(
      tag: edition.language.tag, name: edition.language.autonym, href: "index.html", current: true)
    let shell = try theme.shell(.package, writer.texts, hasLanguages: false)
    var contents = HTMLBuffer()
    contents.contents(writer)
    var parts = common(edition, [language], home: "#\(writer.map.home)")
    parts.standard = Self.text(package.standard.rawValue)
    parts.policy = Self.text(ContentSecurityPolicy.package(package.standard))
    parts.headScript = Array("<script src=\"assets/head.js\"></script>".utf8)
    parts.styles = Array("<link rel=\"stylesheet\" href=\"assets/learner.css\">".utf8)
    parts.contents = contents.bytes
    parts.main = writer.articles()
    parts.data = packageData(
      CourseData(toolkit, writer, languages: [language]).json(), package.adapterData)
    parts.scripts = Array(
      """
      <script src="assets/engine.js"></script>
      <script src="assets/learner.js"></script>
      """.utf8)
    if let title = package.module.flatMap({ writer.index.title($0)?.text }) {
      parts.windowTitle = Self.text("\(title) - \(edition.title)")
    }
    return shell.filled(parts)
  }

  /// What all packages of a standard have in common, by path.
  public func packageAssets(_ standard: PackageStandard) -> [(path: String, bytes: [UInt8])] {
    let engine = "globalThis.AmparoData = {\"wasm\": \"\(assets.engine)\"};\n"
    let plain = assets.plainEngine.map {
      [("assets/\(PlainEngine.fileName)", Array($0.script.utf8))]
    }
    return [("assets/engine.js", Array(engine.utf8))] + (plain ?? []) + [
      ("assets/head.js", Array(assets.headScript.utf8)),
      ("assets/learner.css", Array(theme.styles.utf8)),
      ("assets/learner.js", Array((assets.packageScripts[standard] ?? assets.script).utf8)),
    ]
  }

  /// Course data, engine blob and adapter data as elements that don't run.
  private func packageData(_ course: [UInt8], _ adapter: [UInt8]) -> [UInt8] {
    var html = HTMLBuffer()
    html.raw("<script type=\"application/json\" id=\"p_data\">")
    html.append(course)
    html.raw("</script>\n<script type=\"text/plain\" id=\"p_engine\">")
    html.append(Array(base64(toolkit.engine).utf8))
    html.raw("</script>\n<script type=\"application/json\" id=\"p_lms\">")
    html.append(adapter)
    html.raw("</script>\n")
    return html.bytes
  }
}
