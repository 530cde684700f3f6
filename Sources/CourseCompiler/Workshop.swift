internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import ProfileLoading

/// What the stages of one compilation hand on to each other.
struct Workshop<Content: ContentSource> {
  let options: CourseCompiler.Options
  var reader: SourceReader<Content>
  private(set) var discovery = Discovery()
  var diagnostics: [Diagnostic] = []
  private(set) var settings: ToolkitSettings?
  private(set) var place: Place?
  private(set) var guidance: [Guidance] = []
  /// What the compilation before left.
  var known = CompilationCache.State()
  /// What is known of each text, by path.
  var texts: [String: TextRecord] = [:]
  /// Texts that were parsed in this run, by path, until they are composed.
  var documents: [String: MarkdownDocument] = [:]
  /// The variant that is being compiled.
  var variant = Variant.general
  var ids = IDTable()
  /// Media files that were read, with what is wrong with them.
  var media: [String: (media: Media, problems: [Diagnostic])] = [:]
  var languages = LanguageWork()

  init(content: Content, options: CourseCompiler.Options) {
    self.options = options
    reader = SourceReader(content)
  }

  // MARK: Discover

  /// Lists the content.
  ///
  /// False when there is nothing to go on with.
  mutating func discover() -> Bool {
    let entries: [ContentEntry]
    do {
      entries = try reader.content.entries()
    } catch {
      diagnostics.append(
        Diagnostic(
          .unreadableFile, path: error.path, "The content folder can't be read: \(error.reason).",
          help: "Check the path, and that you may read the folder."))
      return false
    }
    let (found, problems) = Discovery.sort(entries)
    discovery = found
    diagnostics += problems
    guard discovery.hasToolkit else {
      diagnostics.append(
        Diagnostic(
          entries.isEmpty ? .emptyContent : .missingToolkit, path: "toolkit.yml",
          entries.isEmpty
            ? "The content folder is empty." : "There is no toolkit.yml in the content folder.",
          help: "Begin with a toolkit.yml that holds `id`, `title`, `version` and "
            + "`default-language`. docs/authoring.md shows one."))
      return false
    }
    return true
  }

  /// How many texts there are.
  var textCount: Int {
    discovery.modules.values.reduce(0) { $0 + $1.count }
      + discovery.trees.values.reduce(0) { $0 + $1.count } + discovery.glossaries.count
  }

  // MARK: Settings

  /// Reads toolkit.yml, guidance.yml and the places.
  mutating func readSettings() -> ToolkitSettings? {
    guard let source = reader.source("toolkit.yml") else { return nil }
    let (settings, problems) = ToolkitSettings.read(source)
    diagnostics += problems
    self.settings = settings
    if discovery.hasGuidance, let source = reader.source("guidance.yml") {
      let (register, problems) = GuidanceRegister.read(source)
      guidance = register
      diagnostics += problems
    }
    var places: [Place] = []
    for (id, path) in discovery.places.sorted(by: { $0.key < $1.key }) {
      guard let source = reader.source(path) else { continue }
      let (place, problems) = Place.read(source, id: id)
      diagnostics += problems
      if let place { places.append(place) }
    }
    guard let settings else { return nil }
    readProfiles(settings)
    readInterfaces(settings)
    let (chosen, choice) = Place.choose(from: places, settings: settings)
    place = chosen
    diagnostics += choice
    if let wanted = options.languages {
      for tag in wanted where !settings.languages.contains(Language(tag)) {
        diagnostics.append(
          Diagnostic(
            .unknownLanguage, path: "toolkit.yml", "This toolkit has no language `\(tag)`.",
            help: Suggestion.help(for: tag, in: settings.languages.map(\.tag))))
      }
    }
    return settings
  }

  /// Reads every agency profile, so that a slip in one is found before a scenario meets it.
  private mutating func readProfiles(_ settings: ToolkitSettings) {
    for (id, path) in discovery.profiles.sorted(by: { $0.key < $1.key }) {
      guard let file = reader.source(path) else { continue }
      let texts = (discovery.profileTexts[id] ?? [:]).values.sorted()
        .compactMap { reader.source($0) }
      diagnostics += ProfileLoader.load(file, texts: texts).1
    }
    if let wanted = settings.profile, discovery.profiles[wanted.text] == nil {
      diagnostics.append(
        Diagnostic(
          .unknownTarget, path: settings.path, range: wanted.range,
          "There is no agency profile `\(wanted.text)`.",
          help: Suggestion.help(for: wanted.text, in: discovery.profiles.keys)
            ?? "Add the file `profiles/\(wanted.text).yml`."))
    }
  }

  // MARK: Finish

  /// Gathers the result; the toolkit is dropped when something must be mended first.
  ///
  /// - Parameter toolkits: one for each variant.
  func finish(_ toolkits: [Toolkit], wanted: Variant) -> Compilation {
    let all = (diagnostics + reader.diagnostics).withoutConsequences.inFileOrder
    let corrections = texts.mapValues(\.corrections).filter { !$0.value.isEmpty }
    let good = all.hasErrors ? [] : toolkits
    return Compilation(
      toolkit: good.first { $0.variant == wanted },
      variants: good.filter { $0.variant.choices.count <= 1 || $0.variant == wanted }.map(named),
      diagnostics: all,
      sources: reader.sources(for: all, and: corrections.keys),
      translations: languages.translations, corrections: corrections)
  }

  private func named(_ toolkit: Toolkit) -> VariantToolkit {
    let names = toolkit.editions.compactMap { edition in
      settings?.variants.name(
        of: toolkit.variant, in: edition.language, default: toolkit.defaultLanguage
      ).map { (edition.language, $0) }
    }
    return VariantToolkit(
      variant: toolkit.variant, names: Dictionary(names) { first, _ in first }, toolkit: toolkit)
  }
}
