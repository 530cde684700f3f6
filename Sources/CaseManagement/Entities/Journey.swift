/// A paper and where it stands.
public struct TravelDocument: Archivable {
  /// Whose paper: 1 for the principal person, else the number of a family link.
  public var holder: PersonID
  /// Which paper.
  public var kind: DocumentKind
  /// Where it stands.
  public var status: DocumentStatus
  /// Last day it is valid, nil when it has no end or is not there.
  public var validUntil: Day?

  /// An empty record, to be filled.
  public init() {
    holder = PersonID(1)
    kind = .passport
    status = .needed
    validUntil = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    holder: PersonID = PersonID(1), kind: DocumentKind, status: DocumentStatus = .needed,
    validUntil: Day? = nil
  ) {
    self.holder = holder
    self.kind = kind
    self.status = status
    self.validUntil = validUntil
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("holder", &holder)
    try archive.value("kind", &kind)
    try archive.value("status", &status)
    try archive.optional("valid-until", &validUntil)
  }
}

/// Whether identity and nationality were verified, by the consulate or another authority.
public struct IdentityCheck: Archivable {
  /// Identity.
  public var identity: Judgement
  /// Nationality.
  public var nationality: Judgement

  /// An empty record, to be filled.
  public init() {
    identity = .unclear
    nationality = .unclear
  }

  /// A record with these fields; each is described where it is declared.
  public init(identity: Judgement, nationality: Judgement = .unclear) {
    self.identity = identity
    self.nationality = nationality
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("identity", &identity)
    try archive.value("nationality", &nationality)
  }
}

/// Fitness to travel.
///
/// No diagnosis leaves the health unit.
public struct HealthClearance: Archivable {
  /// What the health unit says.
  public var fitness: Fitness
  /// The escort it asks for.
  public var escort: EscortKind
  /// Until when the statement holds.
  public var validUntil: Moment

  /// An empty record, to be filled.
  public init() {
    fitness = .fit
    escort = .none
    validUntil = Moment(minutes: 0)
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    fitness: Fitness,
    escort: EscortKind = .none,
    validUntil: Moment = Moment(minutes: 0)
  ) {
    self.fitness = fitness
    self.escort = escort
    self.validUntil = validUntil
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("fitness", &fitness)
    try archive.value("escort", &escort)
    try archive.value("valid-until", &validUntil)
  }
}

/// What was found about the decision to return: free of pressure, well informed, capable, lawful
/// decider.
public struct Voluntariness: Archivable {
  /// No physical or psychological pressure.
  public var free: Judgement
  /// Timely, unbiased, reliable information, in a language understood.
  public var informed: Judgement
  /// Able to decide.
  public var capable: Judgement
  /// The person, or whoever may lawfully decide for a child.
  public var lawfulDecider: Judgement

  /// An empty record, to be filled.
  public init() {
    free = .unclear
    informed = .unclear
    capable = .unclear
    lawfulDecider = .unclear
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    free: Judgement,
    informed: Judgement = .unclear,
    capable: Judgement = .unclear,
    lawfulDecider: Judgement = .unclear
  ) {
    self.free = free
    self.informed = informed
    self.capable = capable
    self.lawfulDecider = lawfulDecider
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("free", &free)
    try archive.value("informed", &informed)
    try archive.value("capable", &capable)
    try archive.value("lawful-decider", &lawfulDecider)
  }
}

/// The journey.
public struct TravelArrangement: Archivable {
  /// When the person leaves.
  public var departure: Moment
  /// Who travels along.
  public var escort: EscortKind
  /// Whether somebody meets the person on arrival.
  public var receptionArranged: Bool

  /// An empty record, to be filled.
  public init() {
    departure = Moment(minutes: 0)
    escort = .none
    receptionArranged = false
  }

  /// A record with these fields; each is described where it is declared.
  public init(departure: Moment, escort: EscortKind = .none, receptionArranged: Bool = false) {
    self.departure = departure
    self.escort = escort
    self.receptionArranged = receptionArranged
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("departure", &departure)
    try archive.value("escort", &escort)
    try archive.value("reception-arranged", &receptionArranged)
  }
}

/// A request to a party that must clear the case.
public struct ClearanceRequest: Archivable {
  /// Who is asked.
  public var party: ClearanceParty
  /// The data in the package.
  public var fields: ChoiceSet<DataField>

  /// An empty record, to be filled.
  public init() {
    party = .avmUnit
    fields = []
  }

  /// A record with these fields; each is described where it is declared.
  public init(party: ClearanceParty, fields: ChoiceSet<DataField> = []) {
    self.party = party
    self.fields = fields
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("party", &party)
    try archive.set("fields", &fields)
  }
}

/// What the party answered.
public struct ClearanceAnswer: Archivable {
  /// Who answered.
  public var party: ClearanceParty
  /// The answer.
  public var response: ClearanceResponse
  /// Last day it holds.
  public var validUntil: Day?
  /// Whether a receiving mission accepts the care plan.
  public var carePlanAccepted: Bool

  /// An empty record, to be filled.
  public init() {
    party = .avmUnit
    response = .granted
    validUntil = nil
    carePlanAccepted = false
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    party: ClearanceParty,
    response: ClearanceResponse = .granted,
    validUntil: Day? = nil,
    carePlanAccepted: Bool = false
  ) {
    self.party = party
    self.response = response
    self.validUntil = validUntil
    self.carePlanAccepted = carePlanAccepted
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("party", &party)
    try archive.value("response", &response)
    try archive.optional("valid-until", &validUntil)
    try archive.value("care-plan-accepted", &carePlanAccepted)
  }
}
