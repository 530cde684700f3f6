internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import ProfileLoading

/// What the stages of one compilation hand on to each other.
struct Workshop<Content: ContentSource> {
  private let options: CourseCompiler.Options
  var reader: SourceReader<Content>
  private(set) var discovery = Discovery()
  var diagnostics: [Diagnostic] = []
  private(set) var settings: ToolkitSettings?
  private var place: Place?
  private var guidance: [Guidance] = []
  /// Parsed files by path, with their headings.
  private(set) var outlines: [String: Outline] = [:]
  private var ids = IDIndex()
  /// Resolved files of the default language, by path.
  private var originals: [String: TextSource] = [:]
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

  // MARK: Parse

  /// Parses every text of a language that the toolkit has, and everything that may be included.
  mutating func parse() async {
    guard let settings else { return }
    let tags = Set(settings.languages.map(\.tag))
    var paths: [String] = []
    let files =
      discovery.modules.flatMap { id, files in files.map { (id, $0.key, $0.value) } }
      + discovery.trees.flatMap { id, files in files.map { (id, $0.key, $0.value) } }
      + discovery.glossaries.map { ("glossary", $0.key, $0.value) }
    for (id, tag, path) in files.sorted(by: { $0.2 < $1.2 }) {
      if tags.contains(tag) {
        paths.append(path)
      } else {
        reportLanguage(tag, of: id, path: path, tags: tags)
      }
    }
    let folders = ["modules/", "trees/", "glossary/", "places/"]
    paths += discovery.others.keys.sorted().filter { path in
      path.hasSuffix(".md") && path.contains("/") && !folders.contains { path.hasPrefix($0) }
    }
    let sources = paths.compactMap { reader.source($0) }.filter { !reportEmpty($0) }
    let parsed = await MarkdownParser.parseAll(sources, jobs: options.jobs)
    for (document, problems) in parsed {
      diagnostics += problems
      outlines[document.source.path] = Outline(document) { $0?.isActivity ?? false }
    }
    useOriginalActivities(settings.defaultLanguage)
  }

  /// Whether a file holds nothing but white space, which is said then.
  private mutating func reportEmpty(_ source: SourceFile) -> Bool {
    guard source.bytes.allSatisfy({ $0 <= 32 }) else { return false }
    diagnostics.append(.empty(source.path))
    return true
  }

  private mutating func reportLanguage(
    _ tag: String, of id: String, path: String, tags: Set<String>
  ) {
    diagnostics.append(
      Diagnostic(
        .unexpectedFile, path: path, "The toolkit has no language `\(tag)`, so nothing reads this.",
        help: Suggestion.help(for: tag, in: tags)
          ?? "Add it to `languages` in toolkit.yml: `languages: [\(tags.sorted().joined(separator: ", ")), \(tag)]`."
      ))
  }

  /// In a translation braces are rare, so which heading is an activity comes from the original.
  private mutating func useOriginalActivities(_ defaultLanguage: Language) {
    for files in discovery.modules.values {
      guard let path = files[defaultLanguage.tag], let original = outlines[path] else { continue }
      let activities = original.document.attributes.values.filter(\.isActivity)
      let activityIDs = Set(activities.compactMap { $0.id?.text })
      for (tag, path) in files where tag != defaultLanguage.tag {
        guard let outline = outlines[path] else { continue }
        outlines[path] = Outline(outline.document) { attributes in
          (attributes?.isActivity ?? false)
            || (attributes?.id).map { activityIDs.contains($0.text) } ?? false
        }
      }
    }
  }

  // MARK: Index

  /// Gathers every id that can be pointed at, from the files of the default language.
  mutating func index() {
    guard let settings else { return }
    let tag = settings.defaultLanguage.tag
    ids.guidance = Set(guidance.map(\.id))
    ids.media = discovery.others
    for (files, isTree) in [(discovery.modules, false), (discovery.trees, true)] {
      for (id, languages) in files.sorted(by: { $0.key < $1.key }) {
        reportFolderName(id, path: languages.values.min() ?? "")
        if let path = languages[tag] {
          if let outline = outlines[path] {
            diagnostics += ids.add(outline, id: id, isTree: isTree)
          }
        } else if let path = languages.values.sorted().first {
          diagnostics.append(
            Diagnostic(
              .orphanTranslation, path: path,
              "`\(id)` has no text in the default language `\(tag)`, which translations follow.",
              help:
                "Add `\(path.split(separator: "/").dropLast().joined(separator: "/"))/\(tag).md`."
            ))
        }
      }
    }
    if let outline = discovery.glossaries[tag].flatMap({ outlines[$0] }) {
      diagnostics += ids.add(glossary: outline)
    }
  }

  /// Folders of modules and trees are ids: they stand in links and in file names everywhere.
  private mutating func reportFolderName(_ id: String, path: String) {
    let isID = id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard !isID || id.utf8.count > 64 || id.hasPrefix("-") else { return }
    diagnostics.append(
      Diagnostic(
        .malformedID, path: path, "The folder's name `\(id.prefix(80))` can't be an id.",
        help: "Name it with small letters, digits and hyphens, at most 64: `m01`."))
  }

  // MARK: Check

  /// Runs the checks that look at texts as they are written.
  mutating func check(_ settings: ToolkitSettings) async {
    let content = CheckedContent(
      discovery: discovery, outlines: outlines, settings: settings,
      guidance: discovery.hasGuidance ? reader.source("guidance.yml") : nil)
    diagnostics += await CheckList.findings(in: content, jobs: options.jobs)
  }

  // MARK: Compose

  /// Composes one edition, and what the engine must know of its files.
  mutating func compose(
    _ language: Language, settings: ToolkitSettings
  ) -> (Edition, [EngineDraft]) {
    let context = TextResolver.Context(
      index: ids, slots: SlotValues(place: place, defaultLanguage: settings.defaultLanguage))
    var composer = EditionComposer(
      language: language, settings: settings, discovery: discovery, outlines: outlines,
      context: context, guidance: guidance, originals: originals)
    let result = composer.compose()
    originals = composer.originals
    diagnostics += composer.diagnostics
    return (withInterface(result.0, settings), result.1)
  }

  /// Builds the engine blob.
  ///
  /// Not tried when something is wrong already, to say each thing once.
  mutating func buildEngine(_ drafts: [EngineDraft]) -> [UInt8] {
    guard !diagnostics.hasErrors else { return [] }
    let paths = Dictionary(
      drafts.map { ($0.file, ids.modules[$0.file.text] ?? ids.trees[$0.file.text] ?? "") },
      uniquingKeysWith: { first, _ in first })
    let (blob, problems) = EngineBuilder.build(drafts, paths: paths)
    diagnostics += problems
    return blob
  }

  /// Reads the media files that texts show.
  mutating func loadMedia(for editions: [Edition]) -> [Media] {
    MediaUse.paths(in: editions).compactMap { path in
      guard let type = MediaType.of(path), let bytes = reader.bytes(path) else { return nil }
      let media = Media(path: path, mediaType: type, bytes: bytes)
      let problems = PictureCheck.findings(in: media)
      // Its lines are shown only where something is wrong.
      if !problems.isEmpty { _ = reader.source(path) }
      diagnostics += problems
      return media
    }
  }

  /// Reports files that no text uses.
  mutating func reportUnusedFiles() {
    diagnostics += UnusedFiles.find(
      Array(discovery.others.keys), outlines: outlines, known: diagnostics)
  }

  // MARK: Finish

  /// Gathers the result; the toolkit is dropped when something must be mended first.
  func finish(_ toolkit: Toolkit?) -> Compilation {
    let all = (diagnostics + reader.diagnostics).withoutConsequences.inFileOrder
    return Compilation(
      toolkit: all.hasErrors ? nil : toolkit, diagnostics: all, sources: reader.sources,
      translations: languages.translations,
      corrections: outlines.mapValues(\.document.corrections).filter { !$0.value.isEmpty })
  }
}
