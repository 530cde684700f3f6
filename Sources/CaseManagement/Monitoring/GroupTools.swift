/// What a key informant said, and how sure it is.
public struct Statement: Archivable {
  /// The risk it is about.
  public var risk: ProtectionRisk
  /// How sure it is.
  public var confidence: Confidence
  /// The statement, without names.
  public var text: UTF8Text

  /// An empty record, to be filled.
  public init() {
    risk = .discrimination
    confidence = .medium
    text = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(risk: ProtectionRisk, confidence: Confidence = .medium, text: UTF8Text = "") {
    self.risk = risk
    self.confidence = confidence
    self.text = text
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("risk", &risk)
    try archive.value("confidence", &confidence)
    try archive.text("text", &text)
  }
}

/// An interview with somebody who knows the community.
///
/// The role, never the name.
public struct KeyInformantInterview: Archivable {
  /// The informant's role.
  public var role: InformantRole
  /// How it was led.
  public var structure: InterviewStructure
  /// Place code.
  public var place: UTF8Text
  /// Whether the informant agreed.
  public var consent: Answer<Bool>
  /// What was said.
  public var statements: [Statement]

  /// An empty record, to be filled.
  public init() {
    role = .otherResident
    structure = .semiStructured
    place = ""
    consent = .notAsked
    statements = []
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    role: InformantRole,
    structure: InterviewStructure = .semiStructured,
    place: UTF8Text = "",
    consent: Answer<Bool> = .notAsked,
    statements: [Statement] = []
  ) {
    self.role = role
    self.structure = structure
    self.place = place
    self.consent = consent
    self.statements = statements
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("role", &role)
    try archive.value("structure", &structure)
    try archive.text("place", &place)
    try archive.record("consent", &consent)
    try archive.records("statements", &statements)
  }
}

/// A group discussion on a topic: causes, consequences, capacities.
///
/// Never on personal incidents.
public struct FocusGroup: Archivable {
  /// The topic.
  public var topic: ProtectionRisk
  /// One sex, or nil for a mixed group.
  public var sex: Sex?
  /// One age band, or nil for mixed ages.
  public var band: Int32?
  /// How many took part.
  public var participants: Int32
  /// How many staff led it and took notes.
  public var staff: Int32
  /// Whether a question asks for personal incidents.
  ///
  /// It must not.
  public var asksIncidents: Bool
  /// Causes named.
  public var causes: UTF8Text
  /// Consequences named.
  public var consequences: UTF8Text
  /// What the community can do itself.
  public var capacities: UTF8Text
  /// What people propose.
  public var proposals: UTF8Text

  /// An empty record, to be filled.
  public init() {
    topic = .discrimination
    sex = nil
    band = nil
    participants = 0
    staff = 0
    asksIncidents = false
    causes = ""
    consequences = ""
    capacities = ""
    proposals = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    topic: ProtectionRisk,
    sex: Sex? = nil,
    band: Int32? = nil,
    participants: Int32 = 0,
    staff: Int32 = 0,
    asksIncidents: Bool = false,
    causes: UTF8Text = "",
    consequences: UTF8Text = "",
    capacities: UTF8Text = "",
    proposals: UTF8Text = ""
  ) {
    self.topic = topic
    self.sex = sex
    self.band = band
    self.participants = participants
    self.staff = staff
    self.asksIncidents = asksIncidents
    self.causes = causes
    self.consequences = consequences
    self.capacities = capacities
    self.proposals = proposals
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("topic", &topic)
    try archive.optional("sex", &sex)
    try archive.optional("band", &band)
    try archive.value("participants", &participants)
    try archive.value("staff", &staff)
    try archive.value("asks-incidents", &asksIncidents)
    try archive.text("causes", &causes)
    try archive.text("consequences", &consequences)
    try archive.text("capacities", &capacities)
    try archive.text("proposals", &proposals)
  }
}

/// Something seen, to verify what was said.
public struct DirectObservation: Archivable {
  /// Place code.
  public var place: UTF8Text
  /// When.
  public var at: Moment
  /// What was looked at.
  public var item: FacilityItem
  /// What was seen.
  public var score: FacilityScore
  /// Number of the record it verifies.
  public var verifies: Int32?

  /// An empty record, to be filled.
  public init() {
    place = ""
    at = Moment(minutes: 0)
    item = .lighting
    score = .met
    verifies = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    place: UTF8Text,
    at: Moment = Moment(minutes: 0),
    item: FacilityItem = .lighting,
    score: FacilityScore = .met,
    verifies: Int32? = nil
  ) {
    self.place = place
    self.at = at
    self.item = item
    self.score = score
    self.verifies = verifies
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("place", &place)
    try archive.value("at", &at)
    try archive.value("item", &item)
    try archive.value("score", &score)
    try archive.optional("verifies", &verifies)
  }
}
