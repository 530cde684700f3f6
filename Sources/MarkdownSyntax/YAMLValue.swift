public import Diagnostics

/// What a YAML file or front matter holds, with places in the original file.
///
/// Only what content needs: no anchors, aliases, merge keys or tags. Scalars stay texts; who reads
/// them knows whether a number is wanted.
public indirect enum YAMLValue: Sendable, Hashable {
  /// A text; `quoted` when it stands in quotes or is a block text, so `"no"` can differ from `no`.
  case scalar(Word, quoted: Bool)
  /// A list.
  case list([YAMLValue], SourceRange)
  /// Keys and values in the author's order; no key twice.
  case map([YAMLEntry], SourceRange)

  /// Where it stands.
  public var range: SourceRange {
    switch self {
    case .scalar(let word, quoted: _): word.range
    case .list(_, let range), .map(_, let range): range
    }
  }

  /// The text of a scalar.
  public var string: String? { word?.text }

  /// A scalar with its place.
  public var word: Word? {
    switch self {
    case .scalar(let word, quoted: _): word
    case .list, .map: nil
    }
  }

  /// The items of a list.
  public var items: [YAMLValue]? {
    switch self {
    case .list(let items, _): items
    case .scalar, .map: nil
    }
  }

  /// The entries of a map.
  public var entries: [YAMLEntry]? {
    switch self {
    case .map(let entries, _): entries
    case .scalar, .list: nil
    }
  }

  /// Whether it is an empty plain scalar, as behind `key:`.
  public var isEmpty: Bool {
    switch self {
    case .scalar(let word, let quoted): word.text.isEmpty && !quoted
    case .list, .map: false
    }
  }

  /// The value of a key of a map.
  public subscript(key: String) -> YAMLValue? {
    entries?.first { $0.key.text == key }?.value
  }
}

/// One key of a map with its value.
public struct YAMLEntry: Sendable, Hashable {
  /// The key.
  public let key: Word
  /// The value.
  public let value: YAMLValue

  /// Creates an entry.
  public init(key: Word, value: YAMLValue) {
    self.key = key
    self.value = value
  }
}

/// The lines between `---` and `---` at the start of a Markdown file.
public struct FrontMatter: Sendable, Hashable {
  /// Its keys in the author's order; no key twice.
  public let entries: [YAMLEntry]
  /// From the first `---` to the last.
  public let range: SourceRange

  /// Creates front matter.
  public init(entries: [YAMLEntry], range: SourceRange) {
    self.entries = entries
    self.range = range
  }

  /// The value of a key.
  public subscript(key: String) -> YAMLValue? {
    entries.first { $0.key.text == key }?.value
  }
}
