/// How grave a failure is.
public enum Severity: UInt8, Choice {
  // In rising order.
  case advice, refusal, danger

  /// How many there are.
  public static var count: Int { 3 }

  /// `advice`: noted, and the event is recorded.
  ///
  /// `refusal`: a step is missing. `danger`: the event could have hurt somebody.
  public var word: StaticString {
    switch self {
    case .advice: "advice"
    case .refusal: "refusal"
    case .danger: "danger"
    }
  }
}

/// What a parameter of a failure names.
public enum FailureSubject: UInt8, Choice {
  case stage, event, record, field, topic, level, document, check, party, need, role, purpose
  case trigger, moment, day, tally, reason, family, service, subject, measure, track

  /// How many there are.
  public static var count: Int { 22 }

  /// The placeholder of the parameter in rule texts, as in `{topic}`.
  public var word: StaticString {
    switch self {
    case .stage: "stage"
    case .event: "event"
    case .record: "record"
    case .field: "field"
    case .topic: "topic"
    case .level: "level"
    case .document: "document"
    case .check: "check"
    case .party: "party"
    case .need: "need"
    case .role: "role"
    case .purpose: "purpose"
    case .trigger: "trigger"
    case .moment: "moment"
    case .day: "day"
    case .tally: "count"
    case .reason: "reason"
    case .family: "family"
    case .service: "service"
    case .subject: "subject"
    case .measure: "measure"
    case .track: "track"
    }
  }
}

/// One thing a failure is about: which document, which topic, until when.
public struct FailureParameter: Equatable, Sendable {
  /// What it names.
  public let subject: FailureSubject
  /// How the value is written.
  public let shape: FieldShape
  /// The value as a number.
  public let number: Int64
  /// The word of a choice, nil for other shapes.
  public let word: StaticString?

  /// A parameter holding a value.
  @inline(never)
  public init<V: FieldValue>(_ subject: FailureSubject, _ value: V) {
    self.subject = subject
    shape = V.shape
    number = value.number
    word = V.word(of: value.number)
  }

  /// Equal when subject, shape and number are: the word follows from them.
  public static func == (left: FailureParameter, right: FailureParameter) -> Bool {
    left.subject == right.subject && left.shape == right.shape && left.number == right.number
  }
}

/// A rule that does not hold, named: what a learner reads instead of "no".
public struct GuardFailure: Equatable, Sendable {
  /// The rule.
  public let rule: Rule
  /// How grave it is here.
  public let severity: Severity
  /// What it is about, in the order of the rule's text.
  public let parameters: [FailureParameter]

  /// A failure of a rule.
  public init(_ rule: Rule, severity: Severity? = nil, _ parameters: [FailureParameter] = []) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.parameters = parameters
  }

  /// Whether the event may not be appended.
  public var blocks: Bool { severity != .advice }
}

/// Collects failures in the order the rules were looked at.
struct FailureList {
  private(set) var failures: [GuardFailure] = []

  /// Notes a failure unless `condition` holds.
  @inline(__always)
  mutating func require(_ condition: Bool, _ rule: Rule, severity: Severity? = nil) {
    if !condition { note(rule, severity, nil) }
  }

  /// Notes a failure about one thing unless `condition` holds.
  @inline(__always)
  mutating func require<V: FieldValue>(
    _ condition: Bool, _ rule: Rule, _ subject: FailureSubject, _ value: V,
    severity: Severity? = nil
  ) {
    if !condition { note(rule, severity, FailureParameter(subject, value)) }
  }

  // Not inlined: guards have some two hundred calls, and each copy costs a page 100 bytes.

  @inline(never)
  private mutating func note(
    _ rule: Rule, _ severity: Severity?, _ parameter: FailureParameter?
  ) {
    failures.append(GuardFailure(rule, severity: severity, parameter.map { [$0] } ?? []))
  }

  @inline(never)
  mutating func add(_ more: [GuardFailure]) { failures += more }

  @inline(never)
  mutating func add(_ failure: GuardFailure) { failures.append(failure) }
}
