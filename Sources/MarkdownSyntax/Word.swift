public import Diagnostics

/// A piece of text with its place in the file as it stands on disk.
public struct Word: Sendable, Hashable {
  /// The text, put right where people type it wrong: straight quotes, no direction marks.
  public let text: String
  /// Bytes of the original file.
  public let range: SourceRange

  /// Creates a word.
  public init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// What stands in braces behind a heading, a list item or an alert: `{#id .kind key=value}`.
public struct Attributes: Sendable, Hashable {
  /// One `key=value`.
  public struct Pair: Sendable, Hashable {
    /// Left of `=`.
    public let key: Word
    /// Right of `=`: a number, a word or an id.
    public let value: Word

    /// Creates a pair.
    public init(key: Word, value: Word) {
      self.key = key
      self.value = value
    }
  }

  /// The id, without `#`.
  public var id: Word?
  /// The kinds and flags, without `.`, in the author's order.
  public var classes: [Word]
  /// The values, in the author's order.
  public var pairs: [Pair]
  /// From `{` to `}`.
  public let range: SourceRange

  /// Creates attributes.
  public init(id: Word? = nil, classes: [Word] = [], pairs: [Pair] = [], range: SourceRange) {
    self.id = id
    self.classes = classes
    self.pairs = pairs
    self.range = range
  }

  /// Whether a kind or flag is among them.
  public func has(_ name: String) -> Bool { classes.contains { $0.text == name } }

  /// The first value of a key.
  public subscript(key: String) -> Word? { pairs.first { $0.key.text == key }?.value }
}

/// The marker line of an alert: `> [!KEY] title {attributes}`.
public struct AlertMark: Sendable, Hashable {
  /// The word in capitals, one of `AlertMark.words`.
  public let word: Word
  /// What stands behind the marker, without the braces, as typed.
  public let title: Word?
  /// The braces at the line's end.
  public let attributes: Attributes?

  /// Creates a mark.
  public init(word: Word, title: Word? = nil, attributes: Attributes? = nil) {
    self.word = word
    self.title = title
    self.attributes = attributes
  }

  /// Every alert word there is; the list of docs/authoring.md, "Blocks for people".
  public static let words = [
    "ADAPT", "ALSO", "ANSWER", "COFACILITATOR", "EXAMPLE", "FACILITATOR", "GOAL", "HANDOUT", "HINT",
    "KEY", "LIMIT", "MATERIALS", "NOTE", "SAFEGUARD", "SCORE", "SECRET", "SLIDE", "TIP",
    "TRANSCRIPT", "WARNING",
  ]

  /// The words of blocks that a learner must not see, or not yet.
  static let confidential: Set<String> = [
    "ADAPT", "ANSWER", "COFACILITATOR", "FACILITATOR", "LIMIT", "MATERIALS", "SECRET", "SLIDE",
  ]
}
