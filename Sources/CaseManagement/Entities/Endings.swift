/// Passing a travel-ready case to the team that moves it.
public struct Handover: Archivable {
  /// Who receives it.
  public var receiver: StaffRole
  /// Whether the receiver accepted.
  public var receiverAccepts: Bool
  /// The recipient the consent names; 0 is the own team.
  public var recipient: ProviderID
  /// The data handed over.
  public var fields: ChoiceSet<DataField>
  /// How many needs go on after arrival.
  public var residualNeeds: Int32

  /// An empty record, to be filled.
  public init() {
    receiver = .preDepartureTeam
    receiverAccepts = false
    recipient = ProviderID(0)
    fields = []
    residualNeeds = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    receiver: StaffRole,
    receiverAccepts: Bool = false,
    recipient: ProviderID = ProviderID(0),
    fields: ChoiceSet<DataField> = [],
    residualNeeds: Int32 = 0
  ) {
    self.receiver = receiver
    self.receiverAccepts = receiverAccepts
    self.recipient = recipient
    self.fields = fields
    self.residualNeeds = residualNeeds
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("receiver", &receiver)
    try archive.value("receiver-accepts", &receiverAccepts)
    try archive.value("recipient", &recipient)
    try archive.set("fields", &fields)
    try archive.value("residual-needs", &residualNeeds)
  }
}

/// The end of a case.
public struct Closure: Archivable {
  /// Why it ends.
  public var reason: ClosureReason
  /// When the record is deleted.
  ///
  /// Required.
  public var deleteOn: Day?

  /// An empty record, to be filled.
  public init() {
    reason = .goalsMet
    deleteOn = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(reason: ClosureReason, deleteOn: Day? = nil) {
    self.reason = reason
    self.deleteOn = deleteOn
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("reason", &reason)
    try archive.optional("delete-on", &deleteOn)
  }
}

/// A mission to an embassy, a detention centre or another place.
public struct FieldVisit: Archivable {
  /// Where.
  public var site: AssessmentPlace

  /// An empty record, to be filled.
  public init() {
    site = .embassy
  }

  /// A record with these fields; each is described where it is declared.
  public init(site: AssessmentPlace) {
    self.site = site
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("site", &site)
  }
}
