internal import Diagnostics
internal import MarkdownSyntax

/// Tells what only follows from a mistake that is said already.
///
/// A translation takes kinds, ids and order from its original. One slip there makes the original read
/// otherwise than it was meant, and nothing of that is a mistake of the translation. While the slip
/// stands nothing is built, so whatever is left out here is said as soon as it is mended.
struct FollowOns {
  /// Mistakes after which a part of an original is another one than its author meant.
  private static let causes: Set<DiagnosticCode> = [
    .setextHeading, .fenceNotClosed, .headingWithoutSpace, .commentNotClosed, .nestedTooDeep,
    .invalidYAML, .frontMatterNotClosed, .yamlAlias, .missingKey,
    .unclosedBrace, .malformedAttribute, .unknownKind, .unknownAttribute, .unknownAlert,
    .mergedAlerts, .alertNotAtStart, .missingID, .malformedID, .misplaced, .alertLosesText,
    .kindOutsideBraces, .duplicateID, .questionWithoutKind, .answerWithoutTarget,
  ]

  /// What is said of a translation when its original isn't what it was.
  private static let ofTranslations: Set<DiagnosticCode> = [
    .misplaced, .translationDiffers, .orphanTranslation, .translationStale,
    .translationRecordOrphan, .unknownAttribute, .missingID, .questionWithoutKind,
  ]

  /// What is said of both when something that both point at isn't right.
  private static let ofTargets: Set<DiagnosticCode> = [
    .unknownTarget, .targetLeftOut, .missingMedia, .outsideContent, .missingInclude, .unfilledSlot,
    .mediaTooLarge,
    .unknownMediaType, .unsafeFileName,
  ]

  /// What is said of the text under a heading when it is of no kind.
  private static let ofKinds: Set<DiagnosticCode> = [
    .unknownAttribute, .misplaced, .questionWithoutKind, .groupWithoutSession, .deadEnd,
    .criticalWithoutEffect,
  ]

  private let original: HeadingPlaces
  private let targets: Set<String>
  /// Sections of the original that hold a cause, by their key.
  private let broken: Set<String>

  /// Looks for causes in an original.
  /// - Parameter diagnostics: everything that is said of it.
  private init(_ original: Outline, _ diagnostics: [Diagnostic]) {
    self.original = HeadingPlaces(original)
    targets = Set(diagnostics.filter { Self.ofTargets.contains($0.code) }.map(\.message))
    var broken: Set<String> = []
    for diagnostic in diagnostics
    where diagnostic.severity == .error && Self.causes.contains(diagnostic.code) {
      broken.insert(self.original.section(at: diagnostic.range?.lower ?? 0))
    }
    self.broken = broken
  }

  /// Takes out what follows from something else that is said of the same file.
  ///
  /// - Parameters:
  ///   - diagnostics: of a file in all languages.
  ///   - known: what was said of the same texts before.
  ///   - original: the text that translations follow.
  ///   - translations: the others.
  static func removed(
    from diagnostics: [Diagnostic], known: [Diagnostic], original: Outline?,
    translations: [Outline]
  ) -> [Diagnostic] {
    guard (diagnostics + known).contains(where: { $0.severity == .error }) else {
      return diagnostics
    }
    let outlines = [original].compactMap(\.self) + translations
    var result = diagnostics
    for outline in outlines { result = withoutKinds(result, in: outline) }
    guard let original else { return result }
    let path = original.document.source.path
    let followOns = FollowOns(original, (result + known).filter { $0.path == path })
    for translation in translations { result = followOns.removed(from: result, of: translation) }
    return result
  }

  /// Takes out what follows from headings whose kind nobody knows.
  private static func withoutKinds(
    _ diagnostics: [Diagnostic], in outline: Outline
  ) -> [Diagnostic] {
    let path = outline.document.source.path
    let slips = diagnostics.filter { $0.code == .unknownKind && $0.path == path }
      .compactMap(\.range)
    guard !slips.isEmpty else { return diagnostics }
    let places = HeadingPlaces(outline)
    let parts = slips.map { places.part(at: $0.lower) }
    return diagnostics.filter { diagnostic in
      guard diagnostic.path == path, ofKinds.contains(diagnostic.code), let range = diagnostic.range
      else { return true }
      return !parts.contains { $0.contains(range.lower) }
    }
  }

  private func removed(
    from diagnostics: [Diagnostic], of translation: Outline
  ) -> [Diagnostic] {
    guard !broken.isEmpty || !targets.isEmpty else { return diagnostics }
    let path = translation.document.source.path
    let record = TranslationRecord.path(for: path)
    let places = HeadingPlaces(translation)
    return diagnostics.filter { diagnostic in
      if diagnostic.path == record { return broken.isEmpty || !isOfTranslation(diagnostic) }
      guard diagnostic.path == path else { return true }
      if Self.ofTargets.contains(diagnostic.code) { return !targets.contains(diagnostic.message) }
      guard isOfTranslation(diagnostic), !broken.isEmpty else { return true }
      let section = places.section(at: diagnostic.range?.lower ?? 0)
      // Settings and headings that come before all others decide about the whole text.
      return !broken.contains(HeadingPlaces.start) && !broken.contains(section)
        && (original.keys.contains(section) || section == HeadingPlaces.start)
    }
  }

  private func isOfTranslation(_ diagnostic: Diagnostic) -> Bool {
    Self.ofTranslations.contains(diagnostic.code)
  }
}

/// Which heading of a text a place stands under.
private struct HeadingPlaces {
  /// Key of what stands before the first heading.
  static let start = ""

  /// Where sections begin, with their keys: the id, or the place among those without one.
  private var sections: [(lower: Int, key: String)] = []
  /// Where headings of any depth begin, with their level.
  private var headings: [(lower: Int, level: Int)] = []
  /// Keys of all sections.
  let keys: Set<String>

  init(_ outline: Outline) {
    let document = outline.document
    var unnamed = 0
    for heading in outline.headings {
      if heading.id == nil { unnamed += 1 }
      sections.append(
        (document.range(of: heading.node).lower, heading.id?.text ?? ".\(unnamed)"))
    }
    var open = Array(outline.headings.reversed())
    while let heading = open.popLast() {
      headings.append((document.range(of: heading.node).lower, heading.level))
      open += heading.headings.reversed()
    }
    keys = Set(sections.map(\.key))
  }

  /// The key of the section that a place stands in.
  func section(at offset: Int) -> String {
    sections.last { $0.lower <= offset }?.key ?? Self.start
  }

  /// The heading that a place stands under, with everything up to the next one that isn't deeper.
  func part(at offset: Int) -> Range<Int> {
    guard let index = headings.lastIndex(where: { $0.lower <= offset }) else { return 0..<0 }
    let next = headings[(index + 1)...].first { $0.level <= headings[index].level }
    return headings[index].lower..<(next?.lower ?? Int.max)
  }
}
