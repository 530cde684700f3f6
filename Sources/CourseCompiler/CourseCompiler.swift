// Content/ becomes a toolkit in these stages, each in a function of its own below:
//
//   discover   paths -> who is what                                  Input/Discovery.swift
//   read       paths -> bytes                                        SourceReader
//   settings   toolkit.yml, guidance.yml, places/ -> typed values    Settings/
//   parse      Markdown -> arena, front matter, braces, alerts       MarkdownSyntax, concurrently
//   outline    arena -> headings with what is under them             Outline/
//   variants   which there are; what each leaves out of the outlines  Variants/
//   index      every id that can be pointed at                       Resolution/IDIndex.swift
//   check      texts as they are written; minutes, outcomes, trees   Checks/
//   resolve    links, images, slots of each file                     Resolution/TextResolver.swift
//   compose    outlines, paired with translations -> model           Incremental/, Composition/
//   review     translations against the originals they were made from  Translations/
//   engine     questions, quizzes, trees -> engine blob              Composition/EngineBuilder.swift
//
// All from index to engine is done for each variant. A variant is a filter of outlines and nothing
// else: who comes behind it knows nothing of variants.
//
// Check, resolve, compose and review run file by file, several at a time, and learn about other files only
// by asking `Facts`: so a file whose texts and answers are those of the compilation before is taken
// from the `CompilationCache`.
//
// No stage stops the next: each returns what it could make and everything that is wrong, so that an
// author sees all of it at once.

public import CourseModel
public import Diagnostics
internal import MarkdownSyntax

/// What came of compiling a content folder.
public struct Compilation: Sendable {
  /// The toolkit; nil when something is wrong that must be mended first.
  public let toolkit: Toolkit?
  /// The toolkit in each variant: the general one, then one for each value of toolkit.yml; empty when
  /// something is wrong. Those of several values are only there when they were asked for.
  public let variants: [VariantToolkit]
  /// Everything there is to say, in file order.
  public let diagnostics: [Diagnostic]
  /// Every file that a diagnostic may point into, by path.
  public let sources: [String: SourceFile]
  /// How far each file is translated into each language: by language in the toolkit's order, then
  /// modules, trees and the glossary. Empty when toolkit.yml can't be read.
  public let translations: [TranslationState]
  /// What was put right in the texts without a word, by path; in the order of each file.
  public let corrections: [String: [TextEdit]]
}

/// Compiles a content folder into a toolkit.
public enum CourseCompiler {
  /// What to compile, and how.
  public struct Options: Sendable {
    /// Tags of the languages to build; nil for all.
    ///
    /// The default language is read in any case, since translations follow it.
    public var languages: [String]?
    /// The variant to build, each choice as authors write it: `sector=wash`; none for the general
    /// toolkit. All others are looked at, too.
    public var variant: [String]
    /// How many files may be parsed at the same time.
    public var jobs: Int
    /// Whether texts of modules stay in memory for who reads them next; else each is composed again
    /// when somebody asks for it.
    public var holdsTexts: Bool

    /// Chooses options.
    public init(
      languages: [String]? = nil, variant: [String] = [], jobs: Int = 1, holdsTexts: Bool = true
    ) {
      self.languages = languages
      self.variant = variant
      self.jobs = max(1, jobs)
      self.holdsTexts = holdsTexts
    }
  }

  /// How far a compilation is, for people who wait.
  public enum Progress: Sendable {
    /// Reading and parsing this many files.
    case reading(files: Int)
    /// Putting this many modules and trees together.
    case composing(files: Int)
  }

  /// Compiles everything; never stops at the first problem.
  ///
  /// - Parameters:
  ///   - cache: what the compilation before left, and where this one leaves its own. The result is
  ///     the same with and without it.
  ///   - progress: told of each stage; called on any thread.
  public static func compile(
    _ content: some ContentSource, options: Options = Options(),
    reusing cache: CompilationCache? = nil, progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Compilation {
    var workshop = Workshop(content: content, options: options)
    guard workshop.discover() else { return workshop.finish([], wanted: .general) }
    progress?(.reading(files: workshop.textCount))
    guard let settings = workshop.readSettings() else {
      return workshop.finish([], wanted: .general)
    }
    workshop.known = cache?.state(for: settings.languages) ?? workshop.known
    await workshop.parse()
    workshop.checkMarks(settings)
    let wanted = workshop.wantedVariant(settings)
    progress?(.composing(files: workshop.textCount))
    let runs = await workshop.runAll(settings, wanted: wanted)
    workshop.reviewTranslations(runs.first?.files ?? [])
    workshop.reportUnusedFiles()
    cache?.replace(with: workshop.state(runs, settings.languages))
    return workshop.finish(runs.map(\.toolkit), wanted: wanted)
  }
}

extension Workshop {
  /// Compiles every variant, the general one first, and gathers what they give rise to.
  fileprivate mutating func runAll(
    _ settings: ToolkitSettings, wanted: Variant
  ) async -> [VariantRun<Content>] {
    var runs: [VariantRun<Content>] = []
    for variant in variants(settings, wanted: wanted) {
      runs.append(await run(variant, settings))
    }
    diagnostics += Self.joined(runs) + glossaryMarkProblems(settings)
    return runs
  }

  /// Compiles one variant.
  fileprivate mutating func run(
    _ variant: Variant, _ settings: ToolkitSettings
  ) async -> VariantRun<Content> {
    let before = diagnostics
    defer { diagnostics = before }
    self.variant = variant
    index()
    let facts = facts(settings)
    let files = await composeFiles(settings, facts)
    let editions = settings.languages.enumerated().map { number, language in
      edition(language, number: number, of: files, settings, facts)
    }
    await check(settings, files, facts)
    diagnostics += emptyModules(files, settings)
    let engine = buildEngine(files)
    let numbers = editions.indices.filter { number in
      options.languages?.contains(editions[number].language.tag) ?? true
    }
    let wanted = numbers.map { editions[$0] }
    let media = loadMedia(for: wanted, numbers: numbers, of: files)
    let packages = readPackageSettings(settings)
    let run = VariantRun<Content>(
      variant: variant, files: files, engine: engine, world: facts.world,
      toolkit: Toolkit(
        id: settings.id.text, version: settings.version, variant: variant,
        defaultLanguage: settings.defaultLanguage, editions: wanted, engine: engine?.blob ?? [],
        media: media, packages: packages, digest: contentDigest(media, packages)),
      diagnostics: Array(diagnostics.dropFirst(before.count)))
    // What is the same in other variants is taken from the general one.
    if variant == .general { known.runs[variant.text] = cached(run) }
    return run
  }
}
