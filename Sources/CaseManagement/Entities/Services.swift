/// A service provider of the service map, as this case knows it.
public struct Provider: Archivable {
  /// Number in the case.
  public var id: ProviderID
  /// What it offers.
  public var service: ReferralType
  /// When the entry was last checked, nil when never.
  public var verifiedOn: Day?
  /// Whether it is known to be safe for this person.
  public var safe: Judgement

  /// An empty record, to be filled.
  public init() {
    id = ProviderID(1)
    service = .medical
    verifiedOn = nil
    safe = .unclear
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    id: ProviderID,
    service: ReferralType = .medical,
    verifiedOn: Day? = nil,
    safe: Judgement = .unclear
  ) {
    self.id = id
    self.service = service
    self.verifiedOn = verifiedOn
    self.safe = safe
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("id", &id)
    try archive.value("service", &service)
    try archive.optional("verified-on", &verifiedOn)
    try archive.value("safe", &safe)
  }
}

/// A referral as somebody wants to send it.
///
/// It becomes a ``ServiceReferral`` only together with a capability: a consent that matches, or
/// an override with its reason.
public struct ReferralRequest: Archivable {
  /// Number in the case.
  public var id: ReferralID
  /// What for.
  public var service: ReferralType
  /// To whom; 0 is the own team.
  public var provider: ProviderID
  /// How fast.
  public var urgency: Urgency
  /// The data that goes along.
  public var fields: ChoiceSet<DataField>
  /// The consent it rests on.
  public var consent: ConsentID?
  /// The exception it rests on, when there is no consent.
  public var override: OverrideReason?

  /// An empty record, to be filled.
  public init() {
    id = ReferralID(1)
    service = .medical
    provider = ProviderID(1)
    urgency = .routine
    fields = []
    consent = nil
    override = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    id: ReferralID,
    service: ReferralType = .medical,
    provider: ProviderID = ProviderID(1),
    urgency: Urgency = .routine,
    fields: ChoiceSet<DataField> = [],
    consent: ConsentID? = nil,
    override: OverrideReason? = nil
  ) {
    self.id = id
    self.service = service
    self.provider = provider
    self.urgency = urgency
    self.fields = fields
    self.consent = consent
    self.override = override
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("id", &id)
    try archive.value("service", &service)
    try archive.value("provider", &provider)
    try archive.value("urgency", &urgency)
    try archive.set("fields", &fields)
    try archive.optional("consent", &consent)
    try archive.optional("override", &override)
  }
}

/// What the provider answered.
public struct ReferralAnswer: Archivable {
  /// Which referral.
  public var referral: ReferralID
  /// The answer.
  public var status: ReferralStatus

  /// An empty record, to be filled.
  public init() {
    referral = ReferralID(1)
    status = .accepted
  }

  /// A record with these fields; each is described where it is declared.
  public init(referral: ReferralID, status: ReferralStatus = .accepted) {
    self.referral = referral
    self.status = status
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("referral", &referral)
    try archive.value("status", &status)
  }
}

/// What became of a referral.
public struct ReferralFollowUp: Archivable {
  /// Which referral.
  public var referral: ReferralID
  /// The outcome.
  public var outcome: ServiceOutcome
  /// Whether a plan says how the service goes on after departure.
  public var continuity: Bool

  /// An empty record, to be filled.
  public init() {
    referral = ReferralID(1)
    outcome = .referred
    continuity = false
  }

  /// A record with these fields; each is described where it is declared.
  public init(referral: ReferralID, outcome: ServiceOutcome = .referred, continuity: Bool = false) {
    self.referral = referral
    self.outcome = outcome
    self.continuity = continuity
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("referral", &referral)
    try archive.value("outcome", &outcome)
    try archive.value("continuity", &continuity)
  }
}

/// How a parallel track stands.
public struct TrackUpdate: Archivable {
  /// Which track.
  public var track: Track
  /// How it stands.
  public var status: TrackStatus

  /// An empty record, to be filled.
  public init() {
    track = .documents
    status = .ongoing
  }

  /// A record with these fields; each is described where it is declared.
  public init(track: Track, status: TrackStatus = .ongoing) {
    self.track = track
    self.status = status
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("track", &track)
    try archive.value("status", &status)
  }
}
