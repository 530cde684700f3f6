/// A protection incident, without anybody's identity.
///
/// GBV is never recorded here.
public struct ProtectionIncident: Archivable {
  /// The risk.
  public var risk: ProtectionRisk
  /// First day.
  public var from: Day
  /// Last day.
  public var to: Day
  /// Place code.
  public var place: UTF8Text
  /// How closely the place is told.
  public var level: PlaceLevel
  /// Category of the alleged actor.
  public var actor: ActorCategory
  /// How many are affected.
  public var affected: AffectedBand
  /// How far the source can be trusted.
  public var reliability: SourceReliability
  /// Whether a flash report is due.
  public var serious: Bool
  /// What was done at once.
  public var action: UTF8Text

  /// An empty record, to be filled.
  public init() {
    risk = .attacksOnCivilians
    from = Day(days: 0)
    to = Day(days: 0)
    place = ""
    level = .district
    actor = .unknown
    affected = .unknown
    reliability = .oneSource
    serious = false
    action = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    risk: ProtectionRisk,
    from: Day = Day(days: 0),
    to: Day = Day(days: 0),
    place: UTF8Text = "",
    level: PlaceLevel = .district,
    actor: ActorCategory = .unknown,
    affected: AffectedBand = .unknown,
    reliability: SourceReliability = .oneSource,
    serious: Bool = false,
    action: UTF8Text = ""
  ) {
    self.risk = risk
    self.from = from
    self.to = to
    self.place = place
    self.level = level
    self.actor = actor
    self.affected = affected
    self.reliability = reliability
    self.serious = serious
    self.action = action
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("risk", &risk)
    try archive.value("from", &from)
    try archive.value("to", &to)
    try archive.text("place", &place)
    try archive.value("level", &level)
    try archive.value("actor", &actor)
    try archive.value("affected", &affected)
    try archive.value("reliability", &reliability)
    try archive.value("serious", &serious)
    try archive.text("action", &action)
  }
}

/// People who move.
public struct DisplacementEvent: Archivable {
  /// Why.
  public var trigger: DisplacementTrigger
  /// Which way.
  public var direction: MovementDirection
  /// Place code of origin.
  public var origin: UTF8Text
  /// Place code of destination.
  public var destination: UTF8Text
  /// When.
  public var on: Day
  /// Estimated households.
  public var households: Int32
  /// Estimated people.
  public var individuals: Int32
  /// How the number was found.
  public var method: EstimateMethod
  /// What they want to do next.
  public var intention: UTF8Text
  /// Urgent needs.
  public var urgent: ChoiceSet<UrgentNeed>

  /// An empty record, to be filled.
  public init() {
    trigger = .conflict
    direction = .inward
    origin = ""
    destination = ""
    on = Day(days: 0)
    households = 0
    individuals = 0
    method = .keyInformant
    intention = ""
    urgent = []
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    trigger: DisplacementTrigger,
    direction: MovementDirection = .inward,
    origin: UTF8Text = "",
    destination: UTF8Text = "",
    on: Day = Day(days: 0),
    households: Int32 = 0,
    individuals: Int32 = 0,
    method: EstimateMethod = .keyInformant,
    intention: UTF8Text = "",
    urgent: ChoiceSet<UrgentNeed> = []
  ) {
    self.trigger = trigger
    self.direction = direction
    self.origin = origin
    self.destination = destination
    self.on = on
    self.households = households
    self.individuals = individuals
    self.method = method
    self.intention = intention
    self.urgent = urgent
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("trigger", &trigger)
    try archive.value("direction", &direction)
    try archive.text("origin", &origin)
    try archive.text("destination", &destination)
    try archive.value("on", &on)
    try archive.value("households", &households)
    try archive.value("individuals", &individuals)
    try archive.value("method", &method)
    try archive.text("intention", &intention)
    try archive.set("urgent", &urgent)
  }
}

/// Where a risk goes in an area and a period.
public struct Trend: Archivable {
  /// The risk.
  public var risk: ProtectionRisk
  /// Place code.
  public var area: UTF8Text
  /// Start of the period.
  public var from: Day
  /// End of the period.
  public var to: Day
  /// Which way.
  public var direction: TrendDirection
  /// Numbers of the records that show it.
  public var evidence: [Int32]
  /// How sure it is.
  public var confidence: Confidence

  /// An empty record, to be filled.
  public init() {
    risk = .discrimination
    area = ""
    from = Day(days: 0)
    to = Day(days: 0)
    direction = .steady
    evidence = []
    confidence = .medium
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    risk: ProtectionRisk,
    area: UTF8Text = "",
    from: Day = Day(days: 0),
    to: Day = Day(days: 0),
    direction: TrendDirection = .steady,
    evidence: [Int32] = [],
    confidence: Confidence = .medium
  ) {
    self.risk = risk
    self.area = area
    self.from = from
    self.to = to
    self.direction = direction
    self.evidence = evidence
    self.confidence = confidence
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("risk", &risk)
    try archive.text("area", &area)
    try archive.value("from", &from)
    try archive.value("to", &to)
    try archive.value("direction", &direction)
    try archive.values("evidence", &evidence)
    try archive.value("confidence", &confidence)
  }
}
