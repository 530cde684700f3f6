internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

// The stages that look at each text by itself: read, parse, index.

extension Workshop {
  // MARK: Read and parse

  /// Reads every text of a language that the toolkit has, and everything that may be included, and
  /// parses what isn't known from the compilation before.
  mutating func parse() async {
    guard let settings else { return }
    let included = includedPaths
    let paths = ownPaths(Set(settings.languages.map(\.tag))) + included.sorted()
    // Records beside glossaries are read where glossaries are reviewed.
    let records = paths.filter { !included.contains($0) }.compactMap(TranslationRecord.path)
      .filter { discovery.records.contains($0) }
    await reader.readTexts(paths + records, jobs: options.jobs)
    var new: [SourceFile] = []
    for path in paths {
      guard let text = reader.texts[path] else { continue }
      if text.bytes.allSatisfy({ $0 <= 32 }) {
        diagnostics.append(.empty(path))
      } else if let record = known.texts[path], record.digest == text.digest,
        record.document != nil || !included.contains(path)
      {
        texts[path] = record
      } else {
        new.append(SourceFile(path: path, bytes: text.bytes))
      }
    }
    let digests = reader.texts
    let parsed = await inParallel(new, jobs: options.jobs) {
      source -> (MarkdownDocument, TextRecord)? in
      let (document, problems) = MarkdownParser.parse(source)
      guard let digest = digests[source.path]?.digest else { return nil }
      let record = TextRecord(
        document, problems, digest: digest, keepsDocument: included.contains(source.path))
      return (document, record)
    }
    for (document, record) in parsed.compactMap({ $0 }) {
      texts[document.source.path] = record
      if !included.contains(document.source.path) { documents[document.source.path] = document }
    }
    for path in paths { diagnostics += texts[path]?.diagnostics ?? [] }
  }

  /// Paths of modules and trees; what is of no language of the toolkit is said and left out.
  private mutating func ownPaths(_ tags: Set<String>) -> [String] {
    let files =
      discovery.modules.flatMap { id, files in files.map { (id, $0.key, $0.value) } }
      + discovery.trees.flatMap { id, files in files.map { (id, $0.key, $0.value) } }
      + discovery.glossaries.map { ("glossary", $0.key, $0.value) }
    var paths: [String] = []
    for (id, tag, path) in files.sorted(by: { $0.2 < $1.2 }) {
      if !tags.contains(tag) {
        reportLanguage(tag, of: id, path: path, tags: tags)
      } else if id != "glossary" || discovery.glossaries[tag] != path {
        paths.append(path)
      }
    }
    return paths
  }

  /// Texts that others may take in: files outside the folders of modules and the like, and the
  /// glossaries.
  private var includedPaths: Set<String> {
    let folders = ["modules/", "trees/", "glossary/", "places/"]
    let others = discovery.others.keys.filter { path in
      path.hasSuffix(".md") && path.contains("/") && !folders.contains { path.hasPrefix($0) }
    }
    let tags = Set((settings?.languages ?? []).map(\.tag))
    return Set(others).union(discovery.glossaries.filter { tags.contains($0.key) }.values)
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

  // MARK: Index

  /// Gathers every id that can be pointed at, from the files of the default language.
  mutating func index() {
    guard let settings else { return }
    ids = IDTable()
    let tag = settings.defaultLanguage.tag
    for entry in guidance { ids.guidance[entry.id] = entry.id }
    ids.media = discovery.others
    for (files, isTree) in [(discovery.modules, false), (discovery.trees, true)] {
      for (id, languages) in files.sorted(by: { $0.key < $1.key }) {
        reportFolderName(id, path: languages.values.min() ?? "")
        if let path = languages[tag] {
          if let record = texts[path] {
            diagnostics += ids.add(
              record.declarations, path: path, id: id, isTree: isTree, in: variant)
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
    if let outline = glossary(tag) { diagnostics += ids.add(glossary: outline, in: variant) }
  }

  /// The glossary in a language, as it is written; nil when there is none.
  func glossary(_ tag: String) -> Outline? {
    discovery.glossaries[tag].flatMap { outline(ofIncluded: $0) }
  }

  /// A text that others may take in, by its headings, as it is written.
  func outline(ofIncluded path: String) -> Outline? {
    texts[path]?.document.map { Outline($0) { $0?.isActivity ?? false } }
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
}
