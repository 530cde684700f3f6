/// How a case arrived.
public struct Intake: Archivable {
  /// Where it came in.
  public var entryPoint: EntryPoint
  /// The unit, for an internal referral.
  public var unit: InternalUnit
  /// The urgency the sender claims; triage checks it.
  public var urgency: Urgency
  /// Whether the person agreed to being referred.
  public var migrantAgrees: Answer<Bool>
  /// Whether the person is detained: voluntariness then needs stronger checks.
  public var inDetention: Bool
  /// Whether the person asked to return.
  public var wantsReturn: Answer<Bool>

  /// An empty record, to be filled.
  public init() {
    entryPoint = .hotline
    unit = .none
    urgency = .routine
    migrantAgrees = .notAsked
    inDetention = false
    wantsReturn = .notAsked
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    entryPoint: EntryPoint,
    unit: InternalUnit = .none,
    urgency: Urgency = .routine,
    migrantAgrees: Answer<Bool> = .notAsked,
    inDetention: Bool = false,
    wantsReturn: Answer<Bool> = .notAsked
  ) {
    self.entryPoint = entryPoint
    self.unit = unit
    self.urgency = urgency
    self.migrantAgrees = migrantAgrees
    self.inDetention = inDetention
    self.wantsReturn = wantsReturn
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("entry-point", &entryPoint)
    try archive.value("unit", &unit)
    try archive.value("urgency", &urgency)
    try archive.record("migrant-agrees", &migrantAgrees)
    try archive.value("in-detention", &inDetention)
    try archive.record("wants-return", &wantsReturn)
  }
}

/// A way to reach the person.
///
/// The number or address itself is in ``PersonIdentity``.
public struct ContactRoute: Archivable {
  /// How.
  public var method: ContactMethod
  /// Whether it is safe for the person.
  public var safety: ContactSafety

  /// An empty record, to be filled.
  public init() {
    method = .phone
    safety = .unknown
  }

  /// A record with these fields; each is described where it is declared.
  public init(method: ContactMethod, safety: ContactSafety = .unknown) {
    self.method = method
    self.safety = safety
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("method", &method)
    try archive.value("safety", &safety)
  }
}

/// A search for earlier cases of the same person.
public struct DuplicateCheck: Archivable {
  /// What it found.
  public var result: DuplicateResult

  /// An empty record, to be filled.
  public init() {
    result = .noMatch
  }

  /// A record with these fields; each is described where it is declared.
  public init(result: DuplicateResult) {
    self.result = result
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("result", &result)
  }
}

/// The decision at triage.
public struct Triage: Archivable {
  /// What was decided.
  public var decision: TriageDecision
  /// The urgency found.
  public var urgency: Urgency

  /// An empty record, to be filled.
  public init() {
    decision = .accepted
    urgency = .routine
  }

  /// A record with these fields; each is described where it is declared.
  public init(decision: TriageDecision, urgency: Urgency = .routine) {
    self.decision = decision
    self.urgency = urgency
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("decision", &decision)
    try archive.value("urgency", &urgency)
  }
}

/// Something that cannot wait.
public struct UrgentNeedRaised: Archivable {
  /// The need.
  public var need: UrgentNeed
  /// When what it is about happened, where the person said so; nobody asks for it.
  ///
  /// Clinical windows count from here.
  public var happenedAt: Moment?

  /// An empty record, to be filled.
  public init() {
    need = .danger
    happenedAt = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(need: UrgentNeed, happenedAt: Moment? = nil) {
    self.need = need
    self.happenedAt = happenedAt
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("need", &need)
    try archive.optional("happened-at", &happenedAt)
  }
}

/// What was done at once about an urgent need.
public struct UrgentAction: Archivable {
  /// The need.
  public var need: UrgentNeed
  /// What was done.
  public var response: UrgentResponse

  /// An empty record, to be filled.
  public init() {
    need = .danger
    response = .stayedWithPerson
  }

  /// A record with these fields; each is described where it is declared.
  public init(need: UrgentNeed, response: UrgentResponse = .stayedWithPerson) {
    self.need = need
    self.response = response
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("need", &need)
    try archive.value("response", &response)
  }
}

/// An attempt to reach the person.
public struct ContactAttempt: Archivable {
  /// How it was tried.
  public var method: ContactMethod
  /// What came of it.
  public var result: ContactAttemptResult

  /// An empty record, to be filled.
  public init() {
    method = .phone
    result = .noAnswer
  }

  /// A record with these fields; each is described where it is declared.
  public init(method: ContactMethod, result: ContactAttemptResult = .noAnswer) {
    self.method = method
    self.result = result
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("method", &method)
    try archive.value("result", &result)
  }
}

/// Contact with somebody outside the team.
public struct PartyContact: Archivable {
  /// Who was contacted.
  public var party: ContactedParty

  /// An empty record, to be filled.
  public init() {
    party = .employer
  }

  /// A record with these fields; each is described where it is declared.
  public init(party: ContactedParty) {
    self.party = party
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("party", &party)
  }
}

/// What the person was told before being asked for consent.
public struct Explanation: Archivable {
  /// Whether it was explained in a language the person understands.
  public var languageUnderstood: Bool
  /// Why information is asked for.
  public var purpose: Bool
  /// The limits of confidentiality.
  public var limits: Bool
  /// The right to refuse, to stop, to see and correct the record, to complain.
  public var rights: Bool
  /// What staff must report in any case, such as sexual exploitation by aid workers.
  public var mandatoryReporting: Bool

  /// An empty record, to be filled.
  public init() {
    languageUnderstood = true
    purpose = true
    limits = true
    rights = true
    mandatoryReporting = true
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    languageUnderstood: Bool,
    purpose: Bool = true,
    limits: Bool = true,
    rights: Bool = true,
    mandatoryReporting: Bool = true
  ) {
    self.languageUnderstood = languageUnderstood
    self.purpose = purpose
    self.limits = limits
    self.rights = rights
    self.mandatoryReporting = mandatoryReporting
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("language-understood", &languageUnderstood)
    try archive.value("purpose", &purpose)
    try archive.value("limits", &limits)
    try archive.value("rights", &rights)
    try archive.value("mandatory-reporting", &mandatoryReporting)
  }
}
