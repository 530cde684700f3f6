public import CourseModel
internal import Crypto
public import Diagnostics
internal import MarkdownSyntax

/// A toolkit in one of its variants.
public struct VariantToolkit: Sendable {
  /// Which one.
  public let variant: Variant
  /// The author's names for it, by language; none for the general one.
  public let names: [Language: String]
  /// The toolkit.
  public let toolkit: Toolkit
}

extension CourseCompiler {
  /// The variants that a toolkit.yml declares, as authors write them; reads nothing else.
  public static func variants(in toolkit: SourceFile) -> [String] {
    ToolkitSettings.read(toolkit).0?.variants.values.map(\.choice.text) ?? []
  }
}

/// What came of compiling one variant.
struct VariantRun<Content: ContentSource> {
  let variant: Variant
  let files: [Workshop<Content>.File]
  let engine: CompilationCache.EngineRecord?
  let world: ContentDigest?
  let toolkit: Toolkit
  /// What this variant gives rise to.
  let diagnostics: [Diagnostic]
}

extension Workshop {
  // MARK: Which variants there are

  /// Compares what texts are marked with to what toolkit.yml declares.
  mutating func checkMarks(_ settings: ToolkitSettings) {
    let checks = VariantChecks(settings)
    for (path, record) in texts.sorted(by: { $0.key < $1.key }) {
      diagnostics += checks.undeclared(record.marks, path: path)
    }
    diagnostics += checks.unused(Set(texts.values.flatMap(\.conditions)))
  }

  /// The variants to look at: the general one, one for each value, and one for each text that needs
  /// several values at once; and the one that is wanted.
  func variants(_ settings: ToolkitSettings, wanted: Variant) -> [Variant] {
    let declared = settings.variants
    let singles = declared.values.map { Variant([$0.choice]) }
    let combined = Set(texts.values.flatMap(\.conditions).compactMap(\.example)).filter { variant in
      variant.choices.count > 1
        && variant.choices.allSatisfy { declared.words(for: $0.key).contains($0.value) }
    }
    var seen: Set<Variant> = []
    return ([.general] + singles + combined.sorted { $0.text < $1.text } + [wanted])
      .filter { seen.insert($0).inserted }
  }

  /// The variant that the options ask for; the general one when there is no such.
  mutating func wantedVariant(_ settings: ToolkitSettings) -> Variant {
    let declared = settings.variants
    let known = declared.values.map(\.choice)
    var choices: [Variant.Choice] = []
    for wish in options.variant {
      if let choice = known.first(where: { $0.text == wish }) {
        choices.append(choice)
      } else {
        diagnostics.append(
          Diagnostic(
            .unknownVariant, path: settings.path, "This toolkit has no variant `\(wish)`.",
            help: Suggestion.help(for: wish, in: known.map(\.text))
              ?? (known.isEmpty
                ? "toolkit.yml declares none."
                : "There are \(known.map { "`\($0.text)`" }.joined(separator: ", ")).")))
      }
    }
    return Variant(choices)
  }

  // MARK: Texts of a variant

  /// A text that others may take in, as a variant shows it.
  func shownOutline(ofIncluded path: String) -> Outline? {
    guard let outline = outline(ofIncluded: path) else { return nil }
    guard let record = texts[path] else { return outline }
    let original = glossary(settings?.defaultLanguage.tag ?? "")
    var marks = VariantMarks(outline.document)
    // A glossary's translation; its own marks are compared where it is reviewed.
    if let original, discovery.glossaries.values.contains(path),
      path != original.document.source.path
    {
      marks =
        VariantInheritance.marks(
          of: outline, like: original, VariantMarks(original.document)
        ).0
    } else if record.conditions.isEmpty {
      return outline
    }
    let document = VariantFilter.document(of: outline, marks, for: variant) { _ in false }
    return document.map { Outline($0) { $0?.isActivity ?? false } } ?? outline
  }

  /// The glossary in a language as a variant shows it; nil when there is none.
  func shownGlossary(_ tag: String) -> Outline? {
    discovery.glossaries[tag].flatMap { shownOutline(ofIncluded: $0) }
  }

  /// Where translations of the glossary are marked otherwise than their original.
  func glossaryMarkProblems(_ settings: ToolkitSettings) -> [Diagnostic] {
    guard let original = glossary(settings.defaultLanguage.tag) else { return [] }
    let marks = VariantMarks(original.document)
    return settings.languages.dropFirst().compactMap { glossary($0.tag) }.flatMap {
      VariantInheritance.marks(of: $0, like: original, marks).1
    }
  }

  // MARK: What a variant leaves empty

  /// Modules of which a variant leaves nothing, where learners meet them.
  func emptyModules(_ files: [File], _ settings: ToolkitSettings) -> [Diagnostic] {
    files.flatMap { file -> [Diagnostic] in
      guard !file.key.isTree, !file.record.parts.isEmpty, file.record.draft.sections.isEmpty,
        let path = ids.modules[file.key.id], !(texts[path]?.conditions.isEmpty ?? true)
      else { return [] }
      let items = settings.tracks.flatMap(\.items).filter { $0.text == file.key.id }
      let places: [(String, SourceRange?)] =
        items.isEmpty ? [(path, nil)] : items.map { (settings.path, $0.range) }
      return places.map { path, range in
        Diagnostic(
          .moduleLeftEmpty, path: path, range: range,
          "Nothing is left of the module `\(file.key.id)`, so learners would open an empty one.",
          help: "Leave at least one section for everybody, or write one for those readers.")
      }
    }
  }

  // MARK: Together

  /// Puts together what all variants gave rise to: each matter once, with the variants that have it
  /// where not all do.
  static func joined(_ runs: [VariantRun<Content>]) -> [Diagnostic] {
    guard runs.count > 1 else { return runs.first?.diagnostics ?? [] }
    var holders: [DiagnosticMatter: [Variant]] = [:]
    for run in runs {
      for matter in Set(run.diagnostics.map(DiagnosticMatter.init)) {
        holders[matter, default: []].append(run.variant)
      }
    }
    var told: Set<DiagnosticMatter> = []
    return runs.flatMap { run -> [Diagnostic] in
      let new = run.diagnostics.filter { !told.contains(DiagnosticMatter($0)) }
      told.formUnion(new.map(DiagnosticMatter.init))
      return new.map { diagnostic in
        let variants = holders[DiagnosticMatter(diagnostic)] ?? []
        return variants.count == runs.count ? diagnostic : diagnostic.only(in: variants)
      }
    }
  }
}

/// What a diagnostic is about. Warnings of one sort at one place are one matter, also when the
/// numbers in them differ.
private struct DiagnosticMatter: Hashable {
  private let code: DiagnosticCode
  private let path: String
  private let range: SourceRange?
  private let message: String

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code
    path = diagnostic.path
    range = diagnostic.range
    message = diagnostic.severity == .error ? diagnostic.message : ""
  }
}

extension Diagnostic {
  /// The same with a note that says in which variants it is so.
  fileprivate func only(in variants: [Variant]) -> Diagnostic {
    let own = variants.filter { variant in
      !variants.contains { other in
        !other.choices.isEmpty && other != variant
          && other.choices.allSatisfy(variant.choices.contains)
      }
    }
    let names = own.map { $0.choices.isEmpty ? "the general toolkit" : "`\($0.text)`" }
    let list = names.prefix(6).joined(separator: ", ")
    let more = names.count > 6 ? " and \(names.count - 6) more" : ""
    return Diagnostic(
      code, path: path, range: range, message, help: help,
      notes: notes + [Note("Only in \(list)\(more).")], fixes: fixes)
  }
}

extension TextRecord {
  /// A digest of what a variant shows of the text, as far as the text itself says.
  func digest(in variant: Variant) -> ContentDigest {
    if conditions.isEmpty { return digest }
    let shown = conditions.map { $0.holds(in: variant) ? UInt8(1) : 0 }
    return ContentDigest.of(digest.bytes + shown) ?? digest
  }
}
