/// A paper that a journey needs.
public struct PaperRequirement: Archivable {
  /// Country of return, empty for all.
  public var country: UTF8Text
  /// Family type it is for.
  public var family: FamilyType
  /// The paper.
  public var document: DocumentKind
  /// Whether each child who travels needs one of its own, besides the principal person.
  public var eachChild: Bool

  /// An empty record, to be filled.
  public init() {
    country = ""
    family = .any
    document = .passport
    eachChild = false
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    country: UTF8Text, family: FamilyType = .any, document: DocumentKind = .passport,
    eachChild: Bool = false
  ) {
    self.country = country
    self.family = family
    self.document = document
    self.eachChild = eachChild
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("country", &country)
    try archive.value("family", &family)
    try archive.value("document", &document)
    try archive.value("each-child", &eachChild)
  }
}

/// Something staff must report, whatever the person wishes; the person hears so before speaking.
public struct MandatoryReport: Archivable {
  /// What must be reported.
  public var trigger: EscalationTrigger
  /// To whom.
  public var level: EscalationLevel
  /// Minutes.
  public var within: Int32

  /// An empty record, to be filled.
  public init() {
    trigger = .seaByAidWorker
    level = .seaChannel
    within = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(trigger: EscalationTrigger, level: EscalationLevel = .seaChannel, within: Int32 = 0) {
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

/// Who may approve a kind of decision.
public struct ApprovalRule: Archivable {
  /// The decision.
  public var subject: ApprovalSubject
  /// The roles that may approve it.
  public var roles: ChoiceSet<StaffRole>

  /// An empty record, to be filled.
  public init() {
    subject = .classification
    roles = []
  }

  /// A record with these fields; each is described where it is declared.
  public init(subject: ApprovalSubject, roles: ChoiceSet<StaffRole> = []) {
    self.subject = subject
    self.roles = roles
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("subject", &subject)
    try archive.set("roles", &roles)
  }
}

/// The most data a kind of referral needs.
public struct MinimumData: Archivable {
  /// The referral.
  public var service: ReferralType
  /// The fields that may go along.
  public var fields: ChoiceSet<DataField>

  /// An empty record, to be filled.
  public init() {
    service = .medical
    fields = []
  }

  /// A record with these fields; each is described where it is declared.
  public init(service: ReferralType, fields: ChoiceSet<DataField> = []) {
    self.service = service
    self.fields = fields
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("service", &service)
    try archive.set("fields", &fields)
  }
}

/// An age band of reports.
public struct AgeBand: Archivable {
  /// Youngest age.
  public var from: Int32
  /// Oldest age.
  public var to: Int32

  /// An empty record, to be filled.
  public init() {
    from = 0
    to = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(from: Int32, to: Int32 = 0) {
    self.from = from
    self.to = to
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("from", &from)
    try archive.value("to", &to)
  }
}
