/// The values that fill the slots of a pattern, one list per element.
public struct CommandArguments: Equatable, Sendable {
  /// Values by element; empty for literals and for slots left out.
  public internal(set) var values: [[Int64]]
  /// The words that filled the slots, in the same order.
  public internal(set) var typed: [[UTF8Text]]

  /// Arguments as numbers, one list per element of the pattern; empty for literals and for slots
  /// left out.
  ///
  /// So a page plays what a compiler parsed, without the words of the catalogue. A number that no
  /// value of the slot has counts as left out.
  public init(values: [[Int64]], typed: [[UTF8Text]] = []) {
    self.values = values
    self.typed = typed
  }

  /// The value of a slot counted from 0 among the slots, nil when it is left out.
  func value<V: FieldValue>(_ element: Int, as type: V.Type) -> V? {
    guard element < values.count, let number = values[element].first else { return nil }
    return V(number: number)
  }

  /// All values of a slot.
  func all<V: FieldValue>(_ element: Int, as type: V.Type) -> [V] {
    guard element < values.count else { return [] }
    var result: [V] = []
    for number in values[element] {
      if let value = V(number: number) { result.append(value) }
    }
    return result
  }
}

/// A command with its arguments.
public struct CaseCommand: Equatable, Sendable {
  /// Which command.
  public let id: CommandID
  /// Its arguments.
  public let arguments: CommandArguments

  /// A command that was parsed before.
  public init(id: CommandID, arguments: CommandArguments) {
    self.id = id
    self.arguments = arguments
  }
}

/// A condition with its arguments.
public struct CaseCondition: Equatable, Sendable {
  /// Which condition.
  public let id: ConditionID
  /// Its arguments.
  public let arguments: CommandArguments

  /// A condition that was parsed before.
  public init(id: ConditionID, arguments: CommandArguments) {
    self.id = id
    self.arguments = arguments
  }
}

/// Why words are no command.
public enum CommandError: Error, Equatable {
  /// Nothing was written.
  case empty
  /// No command begins like this.
  case unknown
  /// The command is known up to a word, counted from 0; the slot there takes other words.
  case wrongWord(at: Int, allowed: [UTF8Text])
  /// The command is known, but something is missing after its last word.
  case unfinished(allowed: [UTF8Text])
  /// More words than the command takes, from this one on.
  case tooMany(at: Int)
}

/// The catalogue of words that scenarios, forms and files use.
///
/// It is data: the patterns.
public enum CommandCatalogue {
  /// Every command, in the order of the road of a case.
  public static var commands: [CommandID] { Array(CommandID.allCases) }

  /// Every condition.
  public static var conditions: [ConditionID] { Array(ConditionID.allCases) }

  /// Every word a slot of the catalogue takes, a stage has or a role is called by, each once.
  ///
  /// The language files of a profile give each a label, for forms and for the parameters of
  /// failures.
  public static var words: [UTF8Text] {
    var found: [UTF8Text] = []
    func add(_ kind: SlotKind) {
      for word in kind.words {
        let text = UTF8Text(word: word)
        if !found.contains(text) { found.append(text) }
      }
    }
    for pattern in commands.map({ $0.pattern }) + conditions.map({ $0.pattern }) {
      for case .slot(_, let kind, _) in pattern { add(kind) }
    }
    add(.choice(Stage.self))
    add(.choice(StaffRole.self))
    add(.choice(BestInterestsTrigger.self))
    add(.choice(ClinicalMeasure.self))
    return found
  }

  /// The command that words mean.
  ///
  /// - Parameters:
  ///   - text: Words parted by spaces, such as `refer medical marsh-clinic urgent`.
  ///   - names: The names of the providers.
  /// - Returns: The command with its arguments.
  /// - Throws: ``CommandError`` with the words that would have fitted.
  public static func command(
    _ text: UTF8Text, names: ProviderNames
  ) throws(CommandError) -> CaseCommand {
    var best = Attempt(error: .unknown, reached: 0)
    let words = text.words
    guard !words.isEmpty else { throw .empty }
    for number in 0..<Int64(CommandID.count) {
      guard let id = CommandID(number: number) else { continue }
      var matcher = Matcher(words: words, names: names)
      guard let error = matcher.match(id.pattern) else {
        return CaseCommand(id: id, arguments: matcher.arguments)
      }
      best.keep(error, reached: matcher.place)
    }
    throw best.error
  }

  /// The condition that words mean.
  ///
  /// - Throws: ``CommandError`` with the words that would have fitted.
  public static func condition(
    _ text: UTF8Text, names: ProviderNames
  ) throws(CommandError) -> CaseCondition {
    var best = Attempt(error: .unknown, reached: 0)
    let words = text.words
    guard !words.isEmpty else { throw .empty }
    for number in 0..<Int64(ConditionID.count) {
      guard let id = ConditionID(number: number) else { continue }
      var matcher = Matcher(words: words, names: names)
      guard let error = matcher.match(id.pattern) else {
        return CaseCondition(id: id, arguments: matcher.arguments)
      }
      best.keep(error, reached: matcher.place)
    }
    throw best.error
  }
}

/// The failed match that came furthest: its message helps most.
private struct Attempt {
  var error: CommandError
  var reached: Int

  mutating func keep(_ error: CommandError, reached: Int) {
    guard reached > self.reached else { return }
    self.error = error
    self.reached = reached
  }
}

/// Matches words against one pattern, from left to right.
private struct Matcher {
  let words: [UTF8Text]
  let names: ProviderNames
  var place = 0
  var arguments = CommandArguments(values: [], typed: [])

  init(words: [UTF8Text], names: ProviderNames) {
    self.words = words
    self.names = names
  }

  mutating func match(_ pattern: [PatternElement]) -> CommandError? {
    for element in pattern {
      arguments.values.append([])
      arguments.typed.append([])
      switch element {
      case .literal(let word):
        guard place < words.count else { return .unfinished(allowed: [UTF8Text(word: word)]) }
        guard words[place].matches(word) else {
          return .wrongWord(at: place, allowed: [UTF8Text(word: word)])
        }
        place += 1
      case .slot(_, let kind, let presence):
        if let error = fill(kind, presence) { return error }
      }
    }
    return place == words.count ? nil : .tooMany(at: place)
  }

  private mutating func fill(_ kind: SlotKind, _ presence: SlotPresence) -> CommandError? {
    var filled = 0
    while place < words.count, filled == 0 || presence.repeats,
      let value = kind.value(of: words[place], names: names)
    {
      arguments.values[arguments.values.count - 1].append(value)
      arguments.typed[arguments.typed.count - 1].append(words[place])
      place += 1
      filled += 1
    }
    guard filled == 0, presence.isRequired else { return nil }
    var allowed: [UTF8Text] = []
    for word in kind.words { allowed.append(UTF8Text(word: word)) }
    return place < words.count
      ? .wrongWord(at: place, allowed: allowed) : .unfinished(allowed: allowed)
  }
}

extension SlotPresence {
  fileprivate var repeats: Bool {
    switch self {
    case .many: true
    case .required, .optional: false
    }
  }

  fileprivate var isRequired: Bool {
    switch self {
    case .required: true
    case .optional, .many: false
    }
  }
}
