public import CourseModel
public import Diagnostics

/// How far one file is translated into one language.
public struct TranslationState: Sendable, Hashable {
  /// What there is to say about one part.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// Translated from the words that the original has now.
    case current
    /// Translated; nobody recorded from which words.
    case unrecorded
    /// Translated from words that have changed since.
    case stale
    /// Not translated: learners get the default language.
    case missing
  }

  /// A part of the original: its title, the text before the first heading, or a heading with its text.
  public struct Part: Sendable, Hashable {
    /// Its key in the record: a heading's id, `.title`, `.start`, or a place such as `listen.2`.
    public let key: String
    /// The original heading's words; nil for the title and the start.
    public let title: String?
    /// Where it stands.
    public let standing: Standing
    /// Where the original begins.
    public let originalRange: SourceRange
    /// Where the translation begins; nil when there is none.
    public let range: SourceRange?
    /// Digest of the words that the original has now.
    let digest: String
    /// Digest of the words that it was translated from; nil when nobody recorded them.
    let recorded: String?
    /// Which variants have it.
    let condition: VariantCondition

    /// Which variants have it, as authors write it: `sector=wash`; nil when all have.
    public var variants: String? { condition.isAlways ? nil : condition.text }
  }

  /// The language.
  public let language: Language
  /// Path of the default language's file.
  public let original: String
  /// Path of the translation; nil when there is none yet.
  public let path: String?
  /// The original's parts in reading order.
  public let parts: [Part]
  /// How many places are built differently from the original (AMP0803).
  public let different: Int
  /// How many parts translate what the original doesn't have (AMP0805).
  public let orphans: Int

  /// The same without the parts that a variant leaves out.
  public func shown(in variant: Variant) -> TranslationState {
    TranslationState(
      language: language, original: original, path: path,
      parts: parts.filter { $0.condition.holds(in: variant) }, different: different,
      orphans: orphans)
  }

  /// How many parts stand so.
  public func count(_ standing: Standing) -> Int { parts.count { $0.standing == standing } }

  /// How many parts have words in the language, stale ones included.
  public var translated: Int { parts.count - count(.missing) }

  /// Share of translated parts in percent, rounded down, so that only a whole file has 100.
  public var percent: Int { parts.isEmpty ? 100 : translated * 100 / parts.count }
}
