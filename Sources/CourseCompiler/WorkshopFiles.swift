internal import CourseModel
internal import Crypto
internal import Diagnostics
internal import MarkdownSyntax
import Synchronization

// The stages that put texts together: compose, engine, media.

extension Workshop {
  /// A module or tree with its record.
  typealias File = (key: FileInput.Key, record: FileRecord)

  // MARK: Compose

  /// What files may ask of each other.
  func facts(_ settings: ToolkitSettings) -> Facts {
    var includes: [String: Outline] = [:]
    var digests: [String: ContentDigest] = [:]
    for (path, record) in texts {
      guard let outline = shownOutline(ofIncluded: path) else { continue }
      includes[path] = outline
      digests[path] = record.digest(in: variant)
    }
    return Facts(
      ids: ids, includes: includes, includeDigests: digests,
      slots: SlotValues.Table(place: place, defaultLanguage: settings.defaultLanguage),
      wording: WordingRules.Table(
        settings.wording,
        glossaries: settings.languages.compactMap { language in
          shownGlossary(language.tag).map { (language, $0) }
        }))
  }

  /// Composes every module and tree, several at a time; one that is known from the compilation
  /// before, and to which all others still give the same answers, is taken over.
  ///
  /// - Returns: modules, then trees, both by id.
  mutating func composeFiles(_ settings: ToolkitSettings, _ facts: Facts) async -> [File] {
    let inputs = inputs(settings)
    // What other variants have in common with the general one is kept with that one.
    let known = [known.runs[variant.text], variant == .general ? nil : known.runs[""]]
      .compactMap { $0 }
    var records = await inParallel(inputs, jobs: options.jobs) { input -> FileRecord? in
      for run in known {
        // Where nothing that could be asked has changed, no answer has.
        if let record = run.files[input.key], record.texts == input.versions,
          run.world == facts.world || record.inquiries.stillHold(facts)
        {
          return record
        }
      }
      return nil
    }
    // A parsed text leaves memory when it is composed.
    let documents = Mutex(documents)
    self.documents = [:]
    let open = inputs.indices.filter { records[$0] == nil }
    let made = await inParallel(open.map { inputs[$0] }, jobs: options.jobs) {
      [options] input -> FileRecord? in
      let own = documents.withLock { documents in
        input.texts.reduce(into: [:]) { $0[$1.path] = documents.removeValue(forKey: $1.path) }
      }
      var composed = FileComposer.compose(
        input, documents: own, languages: settings.languages, facts: facts)
      if !options.holdsTexts { composed.putTextsAway() }
      return FileRecord(input, composed)
    }
    for (number, record) in zip(open, made) { records[number] = record }
    var engineIndex = 0
    return zip(inputs, records).compactMap { input, record in
      guard let record else { return nil }
      diagnostics += record.diagnostics
      let parts = zip(record.parts, settings.languages).map { part, language in
        part.bound(
          to: input, language, engineIndex: engineIndex, digest: record.digest, facts: facts)
      }
      if !parts.isEmpty { engineIndex += 1 }
      return (input.key, FileRecord(record, parts: parts))
    }
  }

  /// The record of what a translation was made from.
  private func record(beside path: String) -> FileInput.Record? {
    guard let path = TranslationRecord.path(for: path), let text = reader.texts[path] else {
      return nil
    }
    return .init(path: path, bytes: text.bytes, digest: text.digest)
  }

  /// Every module and tree that has a text; those without one in the default language are checked
  /// only.
  private func inputs(_ settings: ToolkitSettings) -> [FileInput] {
    func inputs(_ files: [String: Discovery.FilesByLanguage], isTree: Bool) -> [FileInput] {
      files.sorted { $0.key < $1.key }.compactMap { id, paths in
        let own = settings.languages.compactMap { language -> FileInput.Text? in
          guard let path = paths[language.tag], let record = texts[path],
            let text = reader.texts[path]
          else { return nil }
          return .init(
            language: language, path: path, bytes: text.bytes, digest: record.digest(in: variant),
            diagnostics: record.diagnostics,
            record: language == settings.defaultLanguage ? nil : self.record(beside: path))
        }
        if own.isEmpty { return nil }
        return FileInput(
          key: .init(isTree: isTree, id: id), texts: own,
          defaultLanguage: settings.defaultLanguage, variant: variant)
      }
    }
    return inputs(discovery.modules, isTree: false) + inputs(discovery.trees, isTree: true)
  }

  /// One edition of composed files.
  mutating func edition(
    _ language: Language, number: Int, of files: [File], _ settings: ToolkitSettings,
    _ facts: Facts
  ) -> Edition {
    var modules: [Module] = []
    var trees: [Tree] = []
    for file in files where file.record.parts.indices.contains(number) {
      switch file.record.parts[number] {
      case .module(let module): modules.append(module)
      case .tree(let tree): trees.append(tree)
      }
    }
    var composer = EditionComposer(
      language: language, settings: settings, variant: variant,
      glossaries: (
        shownGlossary(settings.defaultLanguage.tag), shownGlossary(language.tag)
      ), facts: facts, guidance: guidance)
    let edition = composer.compose(modules: modules, trees: trees)
    diagnostics += withoutFollowOns(composer.diagnostics, inGlossary: language)
    return withInterface(edition, settings)
  }

  // MARK: Check and review

  /// Runs the checks that look at texts as they are written: of glossaries and of included texts,
  /// and of what all files together show. Those of modules and trees are done.
  mutating func check(_ settings: ToolkitSettings, _ files: [File], _ facts: Facts) async {
    let rules = facts.rules(trace: nil)
    let found = await inParallel(writtenFiles(settings), jobs: options.jobs) {
      CheckList.findings(in: $0, rules)
    }
    diagnostics += found.flatMap(\.diagnostics)
    let content = CheckedContent(
      files: (files.flatMap(\.record.facts) + found.map(\.facts)).sorted { $0.path < $1.path },
      settings: settings, guidance: discovery.hasGuidance ? reader.source("guidance.yml") : nil)
    diagnostics += CheckList.findings(in: content)
  }

  /// Glossaries, and texts that others take in.
  private func writtenFiles(_ settings: ToolkitSettings) -> [WrittenFile] {
    let first = settings.defaultLanguage
    let original = shownGlossary(first.tag)
    let glossaries = settings.languages.compactMap { language in
      shownGlossary(language.tag).map { outline in
        WrittenFile(
          role: .glossary, id: "", language: language, outline: outline,
          original: language == first ? nil : original)
      }
    }
    let known = Set(glossaries.map(\.path))
    let included = texts.keys.filter { !known.contains($0) }.sorted().compactMap { path in
      shownOutline(ofIncluded: path).map {
        WrittenFile(role: .included, id: "", language: first, outline: $0, original: nil)
      }
    }
    return glossaries + included
  }

  // MARK: Engine and media

  /// Builds the engine blob, or takes it over when nothing in it has changed.
  ///
  /// Not tried when something is wrong already, to say each thing once.
  mutating func buildEngine(_ files: [File]) -> CompilationCache.EngineRecord? {
    guard !diagnostics.hasErrors else { return nil }
    let records = files.map(\.record).filter { !$0.parts.isEmpty }
    let digest = EngineDraft.digest(of: records.lazy.map(\.draftBytes))
    if let known = known.runs[variant.text]?.engine, known.digest == digest { return known }
    let drafts = records.map(\.draft)
    let paths = Dictionary(
      drafts.map { ($0.file, ids.modules[$0.file.text] ?? ids.trees[$0.file.text] ?? "") },
      uniquingKeysWith: { first, _ in first })
    let (blob, problems) = EngineBuilder.build(drafts, paths: paths)
    diagnostics += problems
    return digest.map { CompilationCache.EngineRecord(digest: $0, blob: blob) }
  }

  /// Reads the media files that learners' texts of some editions show.
  ///
  /// - Parameter numbers: places of the editions among the toolkit's languages.
  mutating func loadMedia(
    for editions: [Edition], numbers: [Int], of files: [File]
  ) -> [Media] {
    var paths = Set(editions.flatMap { MediaUse.paths(inFrameOf: $0) })
    for file in files {
      for number in numbers where file.record.media.indices.contains(number) {
        paths.formUnion(file.record.media[number])
      }
    }
    return paths.sorted().compactMap { path in
      if let known = self.media[path] {
        diagnostics += known.problems
        return known.media
      }
      guard let type = MediaType.of(path), let bytes = reader.bytes(path) else { return nil }
      let media = Media(path: path, mediaType: type, bytes: bytes)
      let problems = PictureCheck.findings(in: media)
      self.media[path] = (media, problems)
      // Its lines are shown only where something is wrong.
      if !problems.isEmpty { _ = reader.source(path) }
      diagnostics += problems
      return media
    }
  }

  /// The settings of packages with their control documents.
  mutating func readPackageSettings(_ settings: ToolkitSettings) -> PackageSettings {
    let (packages, problems) = settings.packages.complete(
      path: settings.path, files: discovery.others.keys.sorted()
    ) { reader.bytes($0) }
    diagnostics += problems
    return packages
  }

  /// Reports files that no text uses.
  mutating func reportUnusedFiles() {
    let shown = texts.values.flatMap(\.shown)
    let files = discovery.others.keys.filter { !(settings?.packages.uses($0) ?? false) }
    diagnostics += UnusedFiles.find(
      files, used: Set(shown).union(texts.keys), known: diagnostics)
  }

  // MARK: Leave

  /// A digest of everything that was read.
  func contentDigest(_ media: [Media], _ packages: PackageSettings) -> ContentDigest? {
    var hash = SHA256()
    func add(_ path: String, _ digest: [UInt8]) {
      hash.update(data: Array("\(path.utf8.count) \(path)".utf8))
      hash.update(data: digest)
    }
    for (path, digest) in reader.digests.sorted(by: { $0.key < $1.key }) {
      add(path, digest.bytes)
    }
    for file in media { add(file.path, Array(SHA256.hash(data: file.bytes))) }
    for file in packages.controlDocuments {
      add("\(file.folder)/\(file.path)", Array(SHA256.hash(data: file.bytes)))
    }
    if variant != .general { hash.update(data: Array(variant.text.utf8)) }
    return ContentDigest(Array(hash.finalize()))
  }

  /// What this compilation leaves for the next.
  func state(
    _ runs: [VariantRun<Content>], _ languages: [Language]
  ) -> CompilationCache.State {
    CompilationCache.State(
      languages: languages, texts: texts,
      runs: Dictionary(
        runs.map { ($0.variant.text, cached($0)) }, uniquingKeysWith: { first, _ in first }))
  }

  /// What one variant leaves for the next compilation; what it shares with the general one is left
  /// there.
  func cached(_ run: VariantRun<Content>) -> CompilationCache.Run {
    let general = run.variant == .general ? [:] : known.runs[""]?.files ?? [:]
    let own = run.files.filter { general[$0.key]?.digest != $0.record.digest }
    return CompilationCache.Run(
      world: run.world,
      files: Dictionary(own.map { ($0.key, $0.record) }, uniquingKeysWith: { first, _ in first }),
      // A course with mistakes has no blob; the one before may do again when they are mended.
      engine: run.engine ?? known.runs[run.variant.text]?.engine)
  }
}
