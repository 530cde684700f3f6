/// A new record for one translation: what `amparo translated` writes.
public struct TranslationRecording: Sendable, Hashable {
  /// Which parts a person vouches for.
  public enum Choice: Sendable, Hashable {
    /// Those that nobody has recorded yet; what is stale stays stale.
    case new
    /// Named ones, by key.
    case named(Set<String>)
    /// Every translated part.
    case all
  }

  /// Path of the record in the content folder.
  public let path: String
  /// The record's text.
  public let text: String
  /// Parts that are up to date from now on, in reading order.
  public let recorded: [TranslationState.Part]
  /// Parts whose original has changed and that nobody vouched for.
  public let stale: [TranslationState.Part]
  /// Named parts that the original doesn't have or that aren't translated.
  public let unknown: [String]
}

extension TranslationState {
  /// The record after a person has vouched for some parts; nil when there is no translation.
  ///
  /// Parts that are not translated, and lines about parts that the original no longer has, are
  /// left out.
  public func recording(_ choice: TranslationRecording.Choice) -> TranslationRecording? {
    guard let record = path.flatMap(TranslationRecord.path) else { return nil }
    let translated = parts.filter { $0.standing != .missing }
    let vouched = translated.filter { part in
      switch choice {
      case .new: part.standing == .unrecorded
      case .named(let keys): keys.contains(part.key)
      case .all: part.standing != .current
      }
    }
    let keys = Set(vouched.map(\.key))
    var digests: [String: String] = [:]
    for part in translated {
      digests[part.key] = keys.contains(part.key) ? part.digest : part.recorded
    }
    let unknown: Set<String>
    switch choice {
    case .new, .all: unknown = []
    case .named(let names): unknown = names.subtracting(translated.map(\.key))
    }
    return TranslationRecording(
      path: record, text: TranslationRecord.text(digests), recorded: vouched,
      stale: translated.filter { $0.standing == .stale && !keys.contains($0.key) },
      unknown: unknown.sorted())
  }
}
