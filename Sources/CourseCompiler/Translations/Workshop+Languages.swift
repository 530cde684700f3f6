public import CourseModel
public import Diagnostics
internal import MarkdownSyntax

/// What a compilation finds out about languages.
struct LanguageWork {
  /// How far each file is translated.
  var translations: [TranslationState] = []
  /// The interface in each of the toolkit's languages.
  var interfaces: [Language: InterfaceTexts] = [:]
}

extension Workshop {
  /// Gathers how far every file is translated: modules and trees are reviewed where they are
  /// composed, the glossary here.
  mutating func reviewTranslations(_ files: [File]) {
    guard let settings else { return }
    let original = glossary(settings.defaultLanguage.tag)
    for language in settings.languages.dropFirst() {
      languages.translations += files.flatMap(\.record.translations).filter {
        $0.language == language
      }
      guard let original else { continue }
      let path = discovery.glossaries[language.tag]
      let record = path.flatMap(TranslationRecord.path)
        .flatMap { discovery.records.contains($0) ? $0 : nil }
      let (state, problems) = TranslationReview(
        language: language, original: original, translation: glossary(language.tag),
        record: record.flatMap { reader.source($0) }
      ).run()
      languages.translations.append(state)
      diagnostics += withoutFollowOns(problems, inGlossary: language)
    }
    diagnostics += TranslationStates.strayRecords(in: discovery)
    diagnostics += TranslationStates.incomplete(languages.translations, settings)
    languages.translations = TranslationStates.completed(
      languages.translations, with: diagnostics)
  }
}

extension Workshop {
  /// What is said of a glossary, without what follows from mistakes in the original one.
  func withoutFollowOns(
    _ found: [Diagnostic], inGlossary language: Language
  ) -> [Diagnostic] {
    guard let first = settings?.defaultLanguage, let original = glossary(first.tag) else {
      return found
    }
    let path = original.document.source.path
    return FollowOns.removed(
      from: found, known: diagnostics.filter { $0.path == path }, original: original,
      translations: language == first ? [] : [glossary(language.tag)].compactMap(\.self))
  }

  /// Reads the words around the texts for every language of the toolkit.
  mutating func readInterfaces(_ settings: ToolkitSettings) {
    let tags = Set(settings.languages.flatMap { [$0.tag, $0.primary] })
    for (tag, path) in discovery.interfaces.sorted(by: { $0.key < $1.key })
    where !tags.contains(tag) {
      diagnostics.append(
        Diagnostic(
          .unexpectedFile, path: path,
          "The toolkit has no language `\(tag)`, so nothing reads this.",
          help: Suggestion.help(for: tag, in: tags) ?? "Add it to `languages` in toolkit.yml."))
    }
    var read: [String: InterfaceTexts] = [:]
    for language in settings.languages {
      let path =
        discovery.interfaces[language.tag] ?? discovery.interfaces[language.primary]
      if let path, let source = reader.source(path) {
        // `interface/es.yml` serves es-MX and es-AR; what is wrong in it is said once.
        let (texts, problems) = InterfaceReader.read(source, language)
        if read.updateValue(texts, forKey: path) == nil { diagnostics += problems }
        languages.interfaces[language] = texts
      } else {
        reportUntranslated(language, settings)
        languages.interfaces[language] = .start(for: language)
      }
    }
    for language in settings.languages {
      let digits = settings.digits(for: language)
      languages.interfaces[language] = languages.interfaces[language]?.written(in: digits)
    }
  }

  private mutating func reportUntranslated(_ language: Language, _ settings: ToolkitSettings) {
    guard !InterfaceTexts.isTranslated(language) else { return }
    diagnostics.append(
      Diagnostic(
        .interfaceIncomplete, path: settings.path,
        "The interface isn't translated into `\(language.tag)`; its words appear in English.",
        help: "Write `interface/\(language.tag).yml`. \(InterfaceReader.howToStart(language))"))
  }

  /// An edition with its interface.
  func withInterface(_ edition: Edition, _ settings: ToolkitSettings) -> Edition {
    edition.with(
      interface: languages.interfaces[edition.language] ?? .start(for: edition.language),
      original: languages.interfaces[settings.defaultLanguage]
        ?? .start(for: settings.defaultLanguage))
  }
}

extension CourseCompiler {
  /// The interface's texts in a language, with what a content folder changes in them, and what is
  /// wrong there.
  ///
  /// Reads nothing but interface/<language>.yml.
  public static func interface(
    for language: Language, in content: some ContentSource
  ) -> (texts: InterfaceTexts, diagnostics: [Diagnostic], sources: [String: SourceFile]) {
    let paths = Set(((try? content.entries()) ?? []).filter { $0.kind == .file }.map(\.path))
    var reader = SourceReader(content)
    for tag in [language.tag, language.primary] where paths.contains("interface/\(tag).yml") {
      guard let source = reader.source("interface/\(tag).yml") else { break }
      // `amparo interface sw > Content/interface/sw.yml`: the shell has emptied the file already.
      if source.bytes.allSatisfy({ $0 <= 32 }) { continue }
      let (texts, problems) = InterfaceReader.read(source, language)
      return (texts, problems, reader.sources(for: [], and: [source.path]))
    }
    return (.start(for: language), reader.diagnostics, [:])
  }
}
