/// A consent for one purpose, named recipients and named fields.
///
/// Consent must be free, informed and given by somebody capable. A child gives assent and a safe,
/// responsible adult consents, by the bands of the profile.
public struct Consent: Archivable {
  /// Number in the case.
  public var id: ConsentID
  /// What it is for.
  public var purpose: Purpose
  /// Who may receive data; 0 is the own team.
  public var recipients: [ProviderID]
  /// Which fields may be shared.
  public var fields: ChoiceSet<DataField>
  /// Who gave it.
  public var giver: ConsentGiver
  /// Whether a child agreed as well, when an adult consents.
  public var childAssents: Bool
  /// How it was given.
  public var form: ConsentForm
  /// Whether it was given without pressure.
  public var free: Bool
  /// Whether the person understood what it is for.
  public var informed: Bool
  /// Whether the giver can decide.
  public var capable: Bool
  /// Whether a caregiver or guardian who consents is safe for the child.
  public var giverIsSafe: Bool
  /// Last day it holds; nil means until it is withdrawn.
  public var until: Day?

  /// An empty record, to be filled.
  public init() {
    id = ConsentID(1)
    purpose = .intake
    recipients = []
    fields = []
    giver = .person
    childAssents = false
    form = .oral
    free = true
    informed = true
    capable = true
    giverIsSafe = true
    until = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    id: ConsentID,
    purpose: Purpose = .intake,
    recipients: [ProviderID] = [],
    fields: ChoiceSet<DataField> = [],
    giver: ConsentGiver = .person,
    childAssents: Bool = false,
    form: ConsentForm = .oral,
    free: Bool = true,
    informed: Bool = true,
    capable: Bool = true,
    giverIsSafe: Bool = true,
    until: Day? = nil
  ) {
    self.id = id
    self.purpose = purpose
    self.recipients = recipients
    self.fields = fields
    self.giver = giver
    self.childAssents = childAssents
    self.form = form
    self.free = free
    self.informed = informed
    self.capable = capable
    self.giverIsSafe = giverIsSafe
    self.until = until
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("id", &id)
    try archive.value("purpose", &purpose)
    try archive.values("recipients", &recipients)
    try archive.set("fields", &fields)
    try archive.value("giver", &giver)
    try archive.value("child-assents", &childAssents)
    try archive.value("form", &form)
    try archive.value("free", &free)
    try archive.value("informed", &informed)
    try archive.value("capable", &capable)
    try archive.value("giver-is-safe", &giverIsSafe)
    try archive.optional("until", &until)
  }
}

/// A consent taken back.
///
/// No reason is asked for, and other services go on.
public struct ConsentWithdrawal: Archivable {
  /// Which one.
  public var consent: ConsentID

  /// An empty record, to be filled.
  public init() {
    consent = ConsentID(1)
  }

  /// A record with these fields; each is described where it is declared.
  public init(consent: ConsentID) {
    self.consent = consent
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("consent", &consent)
  }
}

/// A consent that was refused.
///
/// The person still gets general information.
public struct ConsentRefusal: Archivable {
  /// What was refused.
  public var purpose: Purpose

  /// An empty record, to be filled.
  public init() {
    purpose = .intake
  }

  /// A record with these fields; each is described where it is declared.
  public init(purpose: Purpose) {
    self.purpose = purpose
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("purpose", &purpose)
  }
}
