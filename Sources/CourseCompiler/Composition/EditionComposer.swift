internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Composes everything of one language.
struct EditionComposer {
  let language: Language
  let settings: ToolkitSettings
  let discovery: Discovery
  let outlines: [String: Outline]
  let context: TextResolver.Context
  let guidance: [Guidance]
  private(set) var diagnostics: [Diagnostic] = []
  /// Files of the default language by path, resolved once and handed from edition to edition.
  private(set) var originals: [String: TextSource]

  init(
    language: Language, settings: ToolkitSettings, discovery: Discovery,
    outlines: [String: Outline], context: TextResolver.Context, guidance: [Guidance],
    originals: [String: TextSource]
  ) {
    self.language = language
    self.settings = settings
    self.discovery = discovery
    self.outlines = outlines
    self.context = context
    self.guidance = guidance
    self.originals = originals
  }

  private var isDefault: Bool { language == settings.defaultLanguage }

  /// The edition, and what the engine must know of its files in the order of their numbers: modules,
  /// then trees, both by id.
  mutating func compose() -> (Edition, [EngineDraft]) {
    let included = outlines.filter { !$0.key.hasPrefix("modules/") && !$0.key.hasPrefix("trees/") }
    let includes = IncludeLibrary(outlines: included, context: context)
    var drafts: [EngineDraft] = []
    var modules: [Module] = []
    for (id, files) in discovery.modules.sorted(by: { $0.key < $1.key }) {
      guard let file = pair(id, files) else { continue }
      var composer = ModuleComposer(
        file: file, index: context.index, includes: includes, engineIndex: drafts.count)
      let (module, draft) = composer.compose()
      diagnostics += composer.findings.all
      if isDefault { diagnostics += ModuleCheck(module: module, source: file.original).run() }
      modules.append(module)
      drafts.append(draft)
    }
    var trees: [Tree] = []
    for (id, files) in discovery.trees.sorted(by: { $0.key < $1.key }) {
      guard let file = pair(id, files) else { continue }
      var composer = TreeComposer(
        file: file, index: context.index, includes: includes, engineIndex: drafts.count)
      let (tree, draft) = composer.compose()
      diagnostics += composer.findings.all
      trees.append(tree)
      drafts.append(draft)
    }
    let edition = Edition(
      language: language,
      title: settings.title.text(for: language, default: settings.defaultLanguage) ?? "",
      tracks: tracks(), modules: modules, trees: trees, glossary: glossary(includes),
      guidance: guidance, support: support())
    diagnostics += TranslationCheck(
      language: language, modules: modules, trees: trees, discovery: discovery
    ).run(isDefault: isDefault)
    return (edition, drafts)
  }

  /// A file and its translation, resolved.
  private mutating func pair(_ id: String, _ files: Discovery.FilesByLanguage) -> PairedFile? {
    guard let path = files[settings.defaultLanguage.tag], let outline = outlines[path] else {
      return nil
    }
    let file = FileID(id)
    let original = resolveOriginal(outline, file: file)
    let translated = isDefault ? nil : files[language.tag].flatMap { outlines[$0] }
    return PairedFile(
      file: file, original: original,
      translation: translated.map { resolve($0, file: file, language: language) })
  }

  private mutating func resolveOriginal(_ outline: Outline, file: FileID?) -> TextSource {
    let path = outline.document.source.path
    if let known = originals[path] { return known }
    let source = resolve(outline, file: file, language: settings.defaultLanguage)
    originals[path] = source
    return source
  }

  private mutating func resolve(
    _ outline: Outline, file: FileID?, language: Language
  ) -> TextSource {
    let (source, problems) = TextResolver.resolve(
      outline, file: file, language: language, context: context)
    diagnostics += problems
    return source
  }

  private mutating func glossary(_ includes: IncludeLibrary) -> [Term] {
    guard let path = discovery.glossaries[settings.defaultLanguage.tag],
      let outline = outlines[path]
    else { return [] }
    let original = resolveOriginal(outline, file: nil)
    let translated =
      isDefault
      ? nil : discovery.glossaries[language.tag].flatMap { outlines[$0] }
    var composer = GlossaryComposer(
      original: original,
      translation: translated.map { resolve($0, file: nil, language: language) },
      includes: includes, trees: Set(context.index.trees.keys))
    let terms = composer.compose()
    diagnostics += composer.findings.all
    return terms
  }

  private mutating func tracks() -> [Track] {
    settings.tracks.map { track in
      let items = track.items.compactMap { word -> FileID? in
        if context.index.modules[word.text] != nil || context.index.trees[word.text] != nil {
          return FileID(word.text)
        }
        let known = Array(context.index.modules.keys) + Array(context.index.trees.keys)
        diagnostics.append(
          Diagnostic(
            .unknownTarget, path: settings.path, range: word.range,
            "There is no module or tree `\(word.text)`.",
            help: Suggestion.help(for: word.text, in: known)))
        return nil
      }
      return Track(
        id: track.id.text,
        title: track.title.text(for: language, default: settings.defaultLanguage) ?? track.id.text,
        items: items)
    }
  }

  /// The support text: paragraphs between blank lines, with slots.
  private mutating func support() -> [Block] {
    guard let text = settings.support.text(for: language, default: settings.defaultLanguage) else {
      return []
    }
    let document = MarkdownParser.parse(SourceFile(path: settings.path, text: text)).0
    let outline = Outline(document) { _ in false }
    let (source, problems) = TextResolver.resolve(
      outline, file: nil, language: language, context: context)
    // Places in a text inside YAML say nothing to an author; name the file.
    diagnostics += problems.map { problem in
      Diagnostic(
        problem.code, path: settings.path, range: settings.support.first?.value.range,
        problem.message, help: problem.help)
    }
    var composer = BlockComposer(
      source: source, includes: IncludeLibrary(outlines: [:], context: context),
      trees: Set(context.index.trees.keys))
    return composer.compose(outline.preamble)
  }
}
