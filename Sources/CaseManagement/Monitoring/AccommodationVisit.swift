/// One item looked at during a visit.
public struct FacilityFinding: Archivable {
  /// The item.
  public var item: FacilityItem
  /// How far it is met.
  public var score: FacilityScore
  /// How grave it is when not met.
  public var severity: RiskLevel
  /// What was seen.
  public var evidence: UTF8Text
  /// Who mends it.
  public var owner: StaffRole?
  /// Until when.
  public var due: Day?
  /// For emergencies: minutes until somebody came.
  public var minutesToAnswer: Int32?

  /// An empty record, to be filled.
  public init() {
    item = .spaceAndPrivacy
    score = .met
    severity = .low
    evidence = ""
    owner = nil
    due = nil
    minutesToAnswer = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    item: FacilityItem,
    score: FacilityScore = .met,
    severity: RiskLevel = .low,
    evidence: UTF8Text = "",
    owner: StaffRole? = nil,
    due: Day? = nil,
    minutesToAnswer: Int32? = nil
  ) {
    self.item = item
    self.score = score
    self.severity = severity
    self.evidence = evidence
    self.owner = owner
    self.due = due
    self.minutesToAnswer = minutesToAnswer
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("item", &item)
    try archive.value("score", &score)
    try archive.value("severity", &severity)
    try archive.text("evidence", &evidence)
    try archive.optional("owner", &owner)
    try archive.optional("due", &due)
    try archive.optional("minutes-to-answer", &minutesToAnswer)
  }
}

/// A visit to an accommodation facility.
public struct AccommodationVisit: Archivable {
  /// Place code.
  public var place: UTF8Text
  /// When.
  public var at: Moment
  /// What was found.
  public var findings: [FacilityFinding]
  /// Whether a serious finding was passed on.
  public var escalated: Bool

  /// An empty record, to be filled.
  public init() {
    place = ""
    at = Moment(minutes: 0)
    findings = []
    escalated = false
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    place: UTF8Text,
    at: Moment = Moment(minutes: 0),
    findings: [FacilityFinding] = [],
    escalated: Bool = false
  ) {
    self.place = place
    self.at = at
    self.findings = findings
    self.escalated = escalated
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("place", &place)
    try archive.value("at", &at)
    try archive.records("findings", &findings)
    try archive.value("escalated", &escalated)
  }
}
