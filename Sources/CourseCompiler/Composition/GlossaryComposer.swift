internal import CourseModel
internal import Diagnostics
internal import Learning
internal import MarkdownSyntax
internal import MarkupTree

/// Composes the glossary of one edition.
struct GlossaryComposer {
  let original: TextSource
  let translation: TextSource?
  let includes: IncludeLibrary
  let trees: Lookup<String>
  private(set) var findings = Findings()

  init(
    original: TextSource, translation: TextSource?, includes: IncludeLibrary, trees: Lookup<String>
  ) {
    self.original = original
    self.translation = translation
    self.includes = includes
    self.trees = trees
  }

  /// Terms, sorted by their folded names.
  mutating func compose() -> [Term] {
    let translated = Dictionary(
      (translation?.outline.headings ?? []).compactMap { heading in
        heading.id.map { ($0.text, heading) }
      }, uniquingKeysWith: { first, _ in first })
    var terms: [Term] = []
    var known: Set<String> = []
    reportLostText(in: original)
    if let translation { reportLostText(in: translation) }
    for heading in original.outline.headings {
      guard let id = heading.id else {
        missingID(heading, in: original)
        continue
      }
      known.insert(id.text)
      if let heading = translated[id.text], let translation {
        terms.append(term(id.text, heading, in: translation))
      } else {
        terms.append(term(id.text, heading, in: original))
      }
    }
    for heading in translation?.outline.headings ?? [] where !known.contains(heading.id?.text ?? "")
    {
      reportOrphan(heading, known: known)
    }
    return terms.map { (Self.sortKey($0.name.plainText), $0) }
      .sorted { left, right in
        left.0 == right.0 ? left.1.id < right.1.id : left.0.lexicographicallyPrecedes(right.0)
      }.map(\.1)
  }

  /// A name without case, accents and Arabic variants, so that terms stand where readers look.
  private static func sortKey(_ name: String) -> [UInt32] {
    name.unicodeScalars.flatMap { scalar -> [UInt32] in
      switch Folding.fold(scalar.value) {
      case .separator: [0x20]
      case .ignored: []
      case .one(let letter): [letter]
      case .two(let first, let second): [first, second]
      }
    }
  }

  private mutating func term(_ id: String, _ heading: Heading, in source: TextSource) -> Term {
    let definition = findings.blocks(
      heading.blocks, by: BlockComposer(source: source, includes: includes, trees: trees))
    if definition.isEmpty {
      findings.add(
        Diagnostic(
          .missingKey, path: source.path, range: source.range(of: heading.node),
          "This term has no definition.", help: "Write a paragraph under it."))
    }
    return Term(
      id: id, name: source.inlines(of: heading.node), definition: definition,
      language: source.language)
  }

  /// A glossary holds terms only: what stands before the first or under a deeper heading has no place.
  private mutating func reportLostText(in source: TextSource) {
    let before = source.outline.preamble.first {
      !source.markup.nodes[$0].text.isEmpty
        || source.markup.nodes[$0].kind != .htmlBlock
    }
    let deeper = source.outline.headings.flatMap(\.headings).map(\.node)
    for node in [before].compactMap({ $0 }) + deeper {
      findings.misplaced(
        "A glossary holds terms only; this would not be shown.", path: source.path,
        range: source.range(of: node), help: "Write terms as `## Consent {#consent}` and a text.")
    }
  }

  private mutating func missingID(_ heading: Heading, in source: TextSource) {
    findings.add(
      Diagnostic(
        .missingID, path: source.path, range: source.range(of: heading.node),
        "This term has no id, so no text can link to it.",
        help: "Write one behind it: `## Consent {#consent}`."))
  }

  private mutating func reportOrphan(_ heading: Heading, known: Set<String>) {
    guard let translation else { return }
    guard let id = heading.id else {
      missingID(heading, in: translation)
      return
    }
    findings.add(
      Diagnostic(
        .orphanTranslation, path: translation.path, range: id.range,
        "The term `\(id.text)` isn't in \(original.path).",
        help: Suggestion.help(for: id.text, in: known)))
  }
}
