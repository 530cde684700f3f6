/// A unit of time in a command: `wait 2 days`.
public enum TimeUnit: UInt8, Choice {
  case minutes, hours, days, weeks

  /// How many units there are.
  public static var count: Int { 4 }

  /// The unit as typed; the singular is understood too.
  public var word: StaticString {
    switch self {
    case .minutes: "minutes"
    case .hours: "hours"
    case .days: "days"
    case .weeks: "weeks"
    }
  }

  /// Minutes in one unit.
  public var minutes: Int64 {
    switch self {
    case .minutes: 1
    case .hours: 60
    case .days: 1440
    case .weeks: 10_080
    }
  }
}

/// What kind of word a slot takes.
public struct SlotKind: Sendable {
  /// How the value is written.
  public let shape: FieldShape
  /// Whether the slot names a service provider of the case, or `team`.
  public let isProvider: Bool
  /// Whether any word will do.
  public let isFree: Bool
  /// How many words a choice has; 0 for other shapes.
  public let count: Int
  private let wordAt: @Sendable (Int64) -> StaticString?

  /// One word of a closed list.
  public static func choice<C: Choice>(_ list: C.Type) -> SlotKind {
    SlotKind(shape: .choice, count: C.count, wordAt: C.word(of:))
  }

  /// A service provider by the name the scenario gave it, or `team`.
  public static var provider: SlotKind { SlotKind(shape: .identifier, isProvider: true) }
  /// A whole number that is not negative.
  public static var number: SlotKind { SlotKind(shape: .number) }
  /// A day, `2026-03-09`.
  public static var day: SlotKind { SlotKind(shape: .day) }
  /// Any word.
  public static var word: SlotKind { SlotKind(shape: .identifier, isFree: true) }

  private init(
    shape: FieldShape, isProvider: Bool = false, isFree: Bool = false, count: Int = 0,
    wordAt: @escaping @Sendable (Int64) -> StaticString? = { _ in nil }
  ) {
    self.shape = shape
    self.isProvider = isProvider
    self.isFree = isFree
    self.count = count
    self.wordAt = wordAt
  }

  /// The words a choice allows, in the order of its list; empty for other shapes.
  public var words: [StaticString] {
    var result: [StaticString] = []
    for number in 0..<Int64(count) {
      if let word = wordAt(number) { result.append(word) }
    }
    return result
  }

  /// The value a word means, nil when it means none.
  func value(of word: UTF8Text, names: ProviderNames) -> Int64? {
    if isFree { return 0 }
    if isProvider { return names.provider(named: word).map { $0.number } }
    switch shape {
    case .choice:
      for number in 0..<Int64(count) {
        guard let candidate = wordAt(number) else { continue }
        if word.matches(candidate) || word.isSingular(of: candidate) { return number }
      }
      return nil
    case .number: return word.wholeNumber
    case .day: return word.calendarDay.map { $0.number }
    case .flag, .moment, .identifier: return nil
    }
  }
}

/// How often a slot may be filled.
public enum SlotPresence: Sendable {
  /// Exactly once.
  case required
  /// Once or not at all.
  case optional
  /// Any number of times.
  case many
}

/// One piece of a command: a word as it stands, or a slot.
public enum PatternElement: Sendable, ExpressibleByStringLiteral {
  /// A word as it stands.
  case literal(StaticString)
  /// A named slot.
  case slot(StaticString, SlotKind, SlotPresence)

  /// A word as it stands.
  public init(stringLiteral value: StaticString) { self = .literal(value) }

  static func slot(_ name: StaticString, _ kind: SlotKind) -> PatternElement {
    .slot(name, kind, .required)
  }
}

/// The names a scenario gives its service providers.
public struct ProviderNames: Sendable {
  private var names: [UTF8Text] = []

  /// No names; only `team` is known.
  public init() {}

  /// Gives the next provider number a name, and returns it.
  public mutating func add(_ name: UTF8Text) -> ProviderID {
    names.append(name)
    return ProviderID(UInt32(truncatingIfNeeded: names.count))
  }

  /// The provider of a name; `team` is the own team.
  public func provider(named name: UTF8Text) -> ProviderID? {
    if name.matches("team") { return ProviderID(0) }
    for index in names.indices where names[index] == name {
      return ProviderID(UInt32(truncatingIfNeeded: index + 1))
    }
    return nil
  }
}
