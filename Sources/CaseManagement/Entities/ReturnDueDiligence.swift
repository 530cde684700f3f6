/// One check before a return, with its source, date and confidence.
public struct DiligenceEntry: Archivable {
  /// Which check.
  public var check: DiligenceCheck
  /// What it found.
  public var finding: DiligenceFinding
  /// How many sources it rests on.
  public var sources: Int32
  /// The date of the newest source.
  public var sourceDate: Day?
  /// How sure it is.
  public var confidence: Confidence

  /// An empty record, to be filled.
  public init() {
    check = .freeAndInformedDecision
    finding = .unknown
    sources = 0
    sourceDate = nil
    confidence = .medium
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    check: DiligenceCheck,
    finding: DiligenceFinding = .unknown,
    sources: Int32 = 0,
    sourceDate: Day? = nil,
    confidence: Confidence = .medium
  ) {
    self.check = check
    self.finding = finding
    self.sources = sources
    self.sourceDate = sourceDate
    self.confidence = confidence
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("check", &check)
    try archive.value("finding", &finding)
    try archive.value("sources", &sources)
    try archive.optional("source-date", &sourceDate)
    try archive.value("confidence", &confidence)
  }
}

/// The decision about a return.
///
/// The approver is not the assessor.
public struct DiligenceDecision: Archivable {
  /// What was decided.
  public var outcome: DiligenceOutcome
  /// How many conditions must be met.
  public var conditions: Int32
  /// When it must be looked at again.
  public var reviewOn: Day?

  /// An empty record, to be filled.
  public init() {
    outcome = .deferred
    conditions = 0
    reviewOn = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(outcome: DiligenceOutcome, conditions: Int32 = 0, reviewOn: Day? = nil) {
    self.outcome = outcome
    self.conditions = conditions
    self.reviewOn = reviewOn
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("outcome", &outcome)
    try archive.value("conditions", &conditions)
    try archive.optional("review-on", &reviewOn)
  }
}

/// A case that waits.
public struct Hold: Archivable {
  /// Why.
  public var reason: HoldReason

  /// An empty record, to be filled.
  public init() {
    reason = .awaitingPerson
  }

  /// A record with these fields; each is described where it is declared.
  public init(reason: HoldReason) {
    self.reason = reason
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("reason", &reason)
  }
}

/// A case passed to somebody else, with consent.
public struct Redirection: Archivable {
  /// To whom.
  public var recipient: ProviderID
  /// The consent it rests on.
  public var consent: ConsentID?

  /// An empty record, to be filled.
  public init() {
    recipient = ProviderID(1)
    consent = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(recipient: ProviderID, consent: ConsentID? = nil) {
    self.recipient = recipient
    self.consent = consent
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("recipient", &recipient)
    try archive.optional("consent", &consent)
  }
}
