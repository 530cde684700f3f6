/// Who consents for persons of certain ages.
///
/// Age tables differ between agencies.
public struct ConsentBand: Archivable {
  /// Youngest age in full years.
  public var from: Int32
  /// Oldest age in full years.
  public var to: Int32
  /// Who consents.
  public var rule: ConsentBandRule

  /// An empty record, to be filled.
  public init() {
    from = 0
    to = 0
    rule = .ownConsent
  }

  /// A record with these fields; each is described where it is declared.
  public init(from: Int32, to: Int32 = 0, rule: ConsentBandRule = .ownConsent) {
    self.from = from
    self.to = to
    self.rule = rule
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("from", &from)
    try archive.value("to", &to)
    try archive.value("rule", &rule)
  }
}

/// How soon a person is contacted and the case is looked at again, by risk.
public struct RiskTimer: Archivable {
  /// The risk level.
  public var level: RiskLevel
  /// Minutes to first contact.
  public var contactWithin: Int32
  /// Days between reviews.
  public var reviewEvery: Int32

  /// An empty record, to be filled.
  public init() {
    level = .low
    contactWithin = 0
    reviewEvery = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(level: RiskLevel, contactWithin: Int32 = 0, reviewEvery: Int32 = 0) {
    self.level = level
    self.contactWithin = contactWithin
    self.reviewEvery = reviewEvery
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("level", &level)
    try archive.value("contact-within", &contactWithin)
    try archive.value("review-every", &reviewEvery)
  }
}

/// How soon a referral must be answered, by urgency.
public struct ReferralTimer: Archivable {
  /// The urgency.
  public var urgency: Urgency
  /// Minutes until it is overdue.
  public var answerWithin: Int32

  /// An empty record, to be filled.
  public init() {
    urgency = .routine
    answerWithin = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(urgency: Urgency, answerWithin: Int32 = 0) {
    self.urgency = urgency
    self.answerWithin = answerWithin
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("urgency", &urgency)
    try archive.value("answer-within", &answerWithin)
  }
}

/// Within how many hours a health measure works best.
public struct ClinicalWindow: Archivable {
  /// The measure.
  public var measure: ClinicalMeasure
  /// Hours after the event.
  public var hours: Int32

  /// An empty record, to be filled.
  public init() {
    measure = .hivProphylaxis
    hours = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(measure: ClinicalMeasure, hours: Int32 = 0) {
    self.measure = measure
    self.hours = hours
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("measure", &measure)
    try archive.value("hours", &hours)
  }
}

/// To whom a trigger goes first, and within how many minutes.
public struct EscalationRule: Archivable {
  /// The trigger.
  public var trigger: EscalationTrigger
  /// The level.
  public var level: EscalationLevel
  /// Minutes.
  public var within: Int32

  /// An empty record, to be filled.
  public init() {
    trigger = .imminentDanger
    level = .supervisor
    within = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(trigger: EscalationTrigger, level: EscalationLevel = .supervisor, within: Int32 = 0) {
    self.trigger = trigger
    self.level = level
    self.within = within
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("trigger", &trigger)
    try archive.value("level", &level)
    try archive.value("within", &within)
  }
}

/// When a report is due.
public struct ReportRule: Archivable {
  /// The kind.
  public var kind: ReportKind
  /// Minutes after the end of the period, or after the event for ad hoc and flash reports.
  public var dueWithin: Int32

  /// An empty record, to be filled.
  public init() {
    kind = .weekly
    dueWithin = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(kind: ReportKind, dueWithin: Int32 = 0) {
    self.kind = kind
    self.dueWithin = dueWithin
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("kind", &kind)
    try archive.value("due-within", &dueWithin)
  }
}
