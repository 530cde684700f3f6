#if canImport(CaseManagement)
public import CaseManagement
#endif

/// One line of a story that did not turn out as written.
public struct StoryMismatch: Equatable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// What is wrong.
  public let reason: Reason
  /// The failures the case library named, where that is the matter.
  public let failures: [GuardFailure]

  /// What can be wrong.
  public enum Reason: Equatable, Sendable {
    /// The line is none of the known kinds.
    case unreadable
    /// The words are no command or condition.
    case unknownWords
    /// The rules refused what the story does.
    case refused
    /// The rules allowed what the story says they refuse.
    case allowed
    /// They refused it, but not for the reasons written.
    case otherReasons
    /// A condition does not hold, or holds though it should not.
    case conditionDiffers
  }
}

/// Plays stories: cases written down line by line in the words of the command catalogue.
///
/// ```
/// begin 2026-03-09                     the first morning, 09:00
/// provider lantern shelter 2026-03-01  a service and when it was last checked
/// person 30 orsenne sw                 age (30, 22-26 or unknown), country, language
/// do received hotline                  must be allowed
/// no start assessment : place-not-private other-rule   must be refused, for exactly these rules
/// by supervisor approve classification must be allowed, done by that role
/// is stage-or-condition                must hold; `not …` must not
/// ```
public struct Story: Sendable {
  /// The log so far.
  public private(set) var log: CaseLog
  /// What did not turn out as written.
  public private(set) var mismatches: [StoryMismatch] = []
  /// Digest of every verdict.
  public private(set) var digest = Digest()
  /// How many lines were played.
  public private(set) var played = 0
  private var names = ProviderNames()
  private var setup: [CaseEvent] = []
  private var now = Moment(minutes: 0)
  private var line = 0

  /// A story about to begin.
  public init(profile: AgencyProfile) { log = CaseLog(id: CaseID(1), profile: profile) }

  /// The state at the story's moment.
  public var state: CaseState { log.state.asOf(now) }

  /// Plays a whole text.
  public mutating func play(_ text: UTF8Text) {
    var current: [UInt8] = []
    for byte in text.bytes + [10] {
      if byte != 10 {
        current.append(byte)
        continue
      }
      line += 1
      playLine(UTF8Text(bytes: current).words)
      current = []
    }
  }

  private mutating func playLine(_ words: [UTF8Text]) {
    guard let first = words.first, first.bytes.first != 35 else { return }
    played += 1
    let rest = Array(words.dropFirst())
    if first.matches("begin") {
      guard let day = rest.first?.calendarDay else { return miss(.unreadable) }
      now = Moment(day, hour: 9)
    } else if first.matches("provider") {
      addProvider(rest)
    } else if first.matches("person") {
      addPerson(rest)
    } else if first.matches("do") {
      perform(rest, role: nil, refused: nil)
    } else if first.matches("by") {
      guard let role = rest.first.flatMap({ StaffRole(word: $0) }) else { return miss(.unreadable) }
      perform(Array(rest.dropFirst()), role: role, refused: nil)
    } else if first.matches("no") {
      refuse(rest)
    } else if first.matches("is") || first.matches("not") {
      ask(rest, expected: first.matches("is"))
    } else {
      miss(.unreadable)
    }
  }

  private mutating func miss(_ reason: StoryMismatch.Reason, _ failures: [GuardFailure] = []) {
    mismatches.append(StoryMismatch(line: line, reason: reason, failures: failures))
  }

  private mutating func addProvider(_ words: [UTF8Text]) {
    guard words.count >= 2, let service = ReferralType(word: words[1]) else {
      return miss(.unreadable)
    }
    let id = names.add(words[0])
    let checked = words.count > 2 ? words[2].calendarDay : nil
    let provider = Provider(id: id, service: service, verifiedOn: checked, safe: .yes)
    submit(.providerListed(provider))
  }

  private mutating func addPerson(_ words: [UTF8Text]) {
    guard words.count >= 3, let age = StoryAge.age(words[0]) else { return miss(.unreadable) }
    let next = PersonID(UInt32(truncatingIfNeeded: log.state.persons.count + 1))
    submit(
      .personDescribed(Person(id: next, age: age, country: words[1], language: words[2])))
  }

  /// Facts of the setting wait until the case has been received.
  private mutating func submit(_ event: CaseEvent) {
    setup.append(event)
    flushSetup()
  }

  private mutating func flushSetup() {
    guard log.state.stage != .notOpen else { return }
    for event in setup {
      let verdict = append(event, StaffMember(id: StaffID(1), role: .protectionAssistant))
      if !verdict.isAccepted { miss(.refused, verdict.failures) }
    }
    setup = []
  }

  private mutating func append(_ event: CaseEvent, _ actor: StaffMember) -> Verdict {
    let verdict = log.append(ProposedEvent(at: now, by: actor, event: event))
    digest.add(verdict, log.state)
    return verdict
  }

  private mutating func perform(_ words: [UTF8Text], role: StaffRole?, refused: [UTF8Text]?) {
    guard let command = try? CommandCatalogue.command(joined(words), names: names) else {
      return miss(.unknownWords)
    }
    switch command.effect(in: state) {
    case .wait(let minutes): now = now.adding(minutes: minutes)
    case .ask: break
    case .event(let event):
      let role = role ?? command.id.role
      let actor = StaffMember(id: StaffID(UInt32(role.rawValue) + 1), role: role)
      compare(append(event, actor), refused)
      flushSetup()
    }
  }

  private mutating func compare(_ verdict: Verdict, _ refused: [UTF8Text]?) {
    guard let refused else {
      if !verdict.isAccepted { miss(.refused, verdict.failures) }
      return
    }
    guard !verdict.isAccepted else { return miss(.allowed) }
    var named: [UTF8Text] = []
    for failure in verdict.failures where failure.blocks {
      let word = UTF8Text(word: failure.rule.word)
      if !named.contains(word) { named.append(word) }
    }
    var same = named.count == refused.count
    for word in refused where !named.contains(word) { same = false }
    if !same { miss(.otherReasons, verdict.failures) }
  }

  /// Plays a line `no [by role] command : rule rule`.
  private mutating func refuse(_ words: [UTF8Text]) {
    var command: [UTF8Text] = []
    var rules: [UTF8Text] = []
    var behind = false
    for word in words {
      if word.matches(":") {
        behind = true
      } else if behind {
        rules.append(word)
      } else {
        command.append(word)
      }
    }
    var role: StaffRole?
    if command.count > 2, command[0].matches("by") {
      role = StaffRole(word: command[1])
      command.removeFirst(2)
    }
    perform(command, role: role, refused: rules)
  }

  private mutating func ask(_ words: [UTF8Text], expected: Bool) {
    guard let condition = try? CommandCatalogue.condition(joined(words), names: names) else {
      return miss(.unknownWords)
    }
    if condition.holds(in: state) != expected { miss(.conditionDiffers) }
  }

  private func joined(_ words: [UTF8Text]) -> UTF8Text {
    var bytes: [UInt8] = []
    for word in words { bytes += (bytes.isEmpty ? [] : [32]) + word.bytes }
    return UTF8Text(bytes: bytes)
  }
}

/// Ages as stories write them: `30`, `22-26`, `unknown`.
enum StoryAge {
  static func age(_ word: UTF8Text) -> Age? {
    if word.matches("unknown") { return .unknown }
    var numbers: [Int32] = [0]
    for byte in word.bytes {
      if byte == 45 {
        numbers.append(0)
      } else if byte >= 48, byte <= 57 {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] &* 10 &+ Int32(byte - 48)
      } else {
        return nil
      }
    }
    if numbers.count == 1 { return .exact(numbers[0]) }
    return .estimated(from: numbers[0], to: numbers[1], method: .statedByPerson)
  }
}
