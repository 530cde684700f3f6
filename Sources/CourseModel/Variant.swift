/// What variants of a toolkit can be about: the keys of `{sector=wash}`.
public enum VariantKey: String, Sendable, CaseIterable, Comparable {
  /// Work that readers do: `sector=wash`.
  case sector
  /// How the training is held: `format=online`.
  case format
  /// How many take part: `group=large`.
  case group
  /// What readers have to do without: `without=gbv-lead`.
  case without

  /// In the order in which they are listed here.
  public static func < (left: VariantKey, right: VariantKey) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .sector: 0
    case .format: 1
    case .group: 2
    case .without: 3
    }
  }
}

/// The toolkit for some of its readers: one value for some keys, none for the others.
public struct Variant: Sendable, Hashable {
  /// One value of one key.
  public struct Choice: Sendable, Hashable {
    /// What it is about.
    public let key: VariantKey
    /// The author's word for it.
    public let value: String

    /// Chooses a value.
    public init(_ key: VariantKey, _ value: String) {
      self.key = key
      self.value = value
    }

    /// As authors write it: `sector=wash`.
    public var text: String { "\(key.rawValue)=\(value)" }
  }

  /// In the order of the keys; one for each key at most.
  public let choices: [Choice]

  /// Puts choices together; of two for one key the first counts.
  public init(_ choices: [Choice]) {
    self.choices = VariantKey.allCases.compactMap { key in choices.first { $0.key == key } }
  }

  /// Nothing is chosen: the toolkit for everybody.
  public static let general = Variant([])

  /// The value of a key; nil when none is chosen.
  public subscript(key: VariantKey) -> String? { choices.first { $0.key == key }?.value }

  /// As authors write it: `sector=wash format=online`; empty for the general one.
  public var text: String { choices.map(\.text).joined(separator: " ") }
}
