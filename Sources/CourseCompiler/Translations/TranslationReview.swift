internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Compares one translation with its original and with the record of what it was made from.
///
/// Looks at the two files and the record only, so its result can be kept as long as those three
/// don't change.
struct TranslationReview {
  let language: Language
  let original: Outline
  let translation: Outline?
  /// The record beside the translation; nil when there is none.
  let record: SourceFile?

  /// The state, without what composing found, and what is to say about stale parts and the record.
  func run() -> (TranslationState, [Diagnostic]) {
    let parts = SourcePart.parts(of: original)
    let translated = Dictionary(
      (translation.map(SourcePart.parts) ?? []).map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    let (known, problems) = record.map(TranslationRecord.read) ?? (TranslationRecord(), [])
    let states = parts.map { part in
      TranslationState.Part(
        key: part.key, title: part.title,
        standing: Self.standing(part, translated[part.key], known.entries[part.key]),
        originalRange: part.range, range: translated[part.key]?.range, digest: part.digest,
        recorded: known.entries[part.key]?.digest, condition: part.condition)
    }
    let state = TranslationState(
      language: language, original: original.document.source.path,
      path: translation?.document.source.path, parts: states, different: 0, orphans: 0)
    return (state, problems + stale(state) + unrecorded(state) + unknown(known, parts))
  }

  private static func standing(
    _ part: SourcePart, _ translated: SourcePart?, _ entry: TranslationRecord.Entry?
  ) -> TranslationState.Standing {
    guard let translated, translated.hasText || !part.hasText else { return .missing }
    guard let entry else { return .unrecorded }
    return entry.digest == part.digest ? .current : .stale
  }

  /// One warning for each part whose original has changed.
  private func stale(_ state: TranslationState) -> [Diagnostic] {
    guard let path = state.path else { return [] }
    return state.parts.filter { $0.standing == .stale }.map { part in
      Diagnostic(
        .translationStale, path: path, range: part.range,
        "The original of \(Self.name(part)) has changed since this was translated.",
        help: "Bring the translation up to date, then run `amparo translated \(path) --id "
          + "\(part.key)`.",
        notes: [.init("The original.", path: state.original, range: part.originalRange)])
    }
  }

  /// One note for a file with a record that lacks translated parts.
  ///
  /// Nothing is said where there is no record at all: keeping one is the author's choice.
  private func unrecorded(_ state: TranslationState) -> [Diagnostic] {
    let parts = state.parts.filter { $0.standing == .unrecorded }
    guard record != nil, let path = state.path, let first = parts.first else { return [] }
    let names = parts.prefix(5).map(Self.name).joined(separator: ", ")
    return [
      Diagnostic(
        .translationNotRecorded, path: path, range: first.range,
        "Nobody has recorded what was translated here: \(names)"
          + (parts.count > 5 ? " and \(parts.count - 5) more." : "."),
        help: "Compare with the original, then run `amparo translated \(path)`.")
    ]
  }

  /// Lines of the record that are about nothing.
  private func unknown(_ known: TranslationRecord, _ parts: [SourcePart]) -> [Diagnostic] {
    guard let record else { return [] }
    let keys = Set(parts.map(\.key))
    let strays = known.entries.filter { !keys.contains($0.key) }.sorted { $0.key < $1.key }
    return strays.prefix(20).map { key, entry in
      Diagnostic(
        .translationRecordOrphan, path: record.path, range: entry.range,
        "`\(key)` isn't in \(original.document.source.path) any more.",
        help: "Run `amparo translated` for this translation; it takes such lines out.")
    }
  }

  private static func name(_ part: TranslationState.Part) -> String {
    switch part.key {
    case SourcePart.titleKey: return "the title and the content warning"
    case SourcePart.startKey: return "the text before the first heading"
    default: break
    }
    guard part.key.contains("."), let title = part.title else { return "`#\(part.key)`" }
    return "“\(title.prefix(60))”"
  }
}
