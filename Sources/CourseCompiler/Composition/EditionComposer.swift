internal import CourseModel
internal import Crypto
internal import Diagnostics
internal import MarkdownSyntax

/// Composes what belongs to one language and to no single file: tracks, glossary, support.
struct EditionComposer {
  let language: Language
  let settings: ToolkitSettings
  let variant: Variant
  /// The default language's glossary, and the language's own, when there are such.
  let glossaries: (original: Outline?, translation: Outline?)
  private let facts: Facts
  private let context: TextResolver.Context
  let guidance: [Guidance]
  private(set) var diagnostics: [Diagnostic] = []

  init(
    language: Language, settings: ToolkitSettings, variant: Variant,
    glossaries: (original: Outline?, translation: Outline?), facts: Facts,
    guidance: [Guidance]
  ) {
    self.language = language
    self.settings = settings
    self.variant = variant
    self.glossaries = glossaries
    self.facts = facts
    context = facts.context(trace: nil)
    self.guidance = guidance
  }

  private var isDefault: Bool { language == settings.defaultLanguage }

  /// The edition.
  mutating func compose(modules: [Module], trees: [Tree]) -> Edition {
    Edition(
      language: language,
      title: title, variantName: variantName,
      tracks: tracks(), modules: modules, trees: trees, glossary: glossary(),
      guidance: guidance, support: support())
  }

  /// The toolkit's title, with the name of the variant behind it.
  private var title: String {
    let first = settings.defaultLanguage
    let title = settings.title.text(for: language, default: first) ?? ""
    return variantName.map { "\(title) – \($0)" } ?? title
  }

  private var variantName: String? {
    settings.variants.name(of: variant, in: language, default: settings.defaultLanguage)
  }

  private mutating func glossary() -> [Term] {
    guard let outline = glossaries.original else { return [] }
    let trace = Trace(facts)
    let context = facts.context(trace: trace)
    let original = resolve(outline, settings.defaultLanguage, context)
    let translated = isDefault ? nil : glossaries.translation
    var composer = GlossaryComposer(
      original: original, translation: translated.map { resolve($0, language, context) },
      includes: IncludeLibrary(context: context), trees: context.index.trees)
    let terms = composer.compose()
    diagnostics += composer.findings.all
    // The parts of the text are told by their bytes, which don't show what a variant leaves out.
    let inquiries = Inquiries(trace.inquiries).bytes + Array(variant.text.utf8)
    let own = outline.termDigests(inquiries)
    let others = translated?.termDigests(inquiries) ?? [:]
    return terms.map { term in
      Term(
        id: term.id, name: term.name, definition: term.definition, language: term.language,
        digest: (term.language == settings.defaultLanguage ? own : others)[term.id])
    }
  }

  private mutating func resolve(
    _ outline: Outline, _ language: Language, _ context: TextResolver.Context
  ) -> TextSource {
    let (source, problems) = TextResolver.resolve(
      outline, file: nil, language: language, context: context)
    diagnostics += problems
    return source
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

  private mutating func support() -> [Block] {
    var composer = SupportComposer(settings: settings, facts: facts)
    let blocks = composer.compose(language)
    diagnostics += composer.diagnostics
    return blocks
  }
}

extension Outline {
  /// Digests of what each term of a glossary was made from: its part of the text, and what the whole
  /// glossary asked about other files.
  ///
  /// Addresses and footnotes may stand anywhere in a file; where there are such, the whole file
  /// counts.
  fileprivate func termDigests(_ inquiries: [UInt8]) -> [String: ContentDigest] {
    let bytes = document.source.bytes
    let starts = headings.map { document.range(of: $0.node).lower }
    let hasDefinitions = zip(bytes, bytes.dropFirst()).contains {
      $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":")
    }
    var digests: [String: ContentDigest] = [:]
    for (position, heading) in headings.enumerated() {
      guard let id = heading.id?.text else { continue }
      let end = starts.indices.contains(position + 1) ? starts[position + 1] : bytes.count
      let isPart = !hasDefinitions && starts[position] < end && end <= bytes.count
      var hash = SHA256()
      hash.update(data: Array("term \(id)\n".utf8))
      hash.update(data: Array(isPart ? bytes[starts[position]..<end] : bytes[...]))
      hash.update(data: inquiries)
      digests[id] = ContentDigest(Array(hash.finalize()))
    }
    return digests
  }
}
