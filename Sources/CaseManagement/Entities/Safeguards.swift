/// A concern passed on to those who must know.
public struct Escalation: Archivable {
  /// What happened.
  public var trigger: EscalationTrigger
  /// To whom.
  public var level: EscalationLevel

  /// An empty record, to be filled.
  public init() {
    trigger = .imminentDanger
    level = .supervisor
  }

  /// A record with these fields; each is described where it is declared.
  public init(trigger: EscalationTrigger, level: EscalationLevel = .supervisor) {
    self.trigger = trigger
    self.level = level
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("trigger", &trigger)
    try archive.value("level", &level)
  }
}

/// A report to the dedicated channel for sexual exploitation and abuse.
///
/// It holds a reference and nothing else.
public struct SeaReport: Archivable {
  /// The reference the channel gave; 0 when the report was anonymous.
  public var reference: Int32

  /// An empty record, to be filled.
  public init() {
    reference = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(reference: Int32) {
    self.reference = reference
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("reference", &reference)
  }
}

/// A request for data and what was decided.
public struct SharingDecision: Archivable {
  /// Who asked; 0 is the own team.
  public var recipient: ProviderID
  /// What for.
  public var purpose: Purpose
  /// Which fields.
  public var fields: ChoiceSet<DataField>
  /// What was decided.
  public var outcome: SharingOutcome
  /// On what ground.
  public var basis: SharingBasis

  /// An empty record, to be filled.
  public init() {
    recipient = ProviderID(0)
    purpose = .handover
    fields = []
    outcome = .refused
    basis = .noneFound
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    recipient: ProviderID,
    purpose: Purpose = .handover,
    fields: ChoiceSet<DataField> = [],
    outcome: SharingOutcome = .refused,
    basis: SharingBasis = .noneFound
  ) {
    self.recipient = recipient
    self.purpose = purpose
    self.fields = fields
    self.outcome = outcome
    self.basis = basis
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("recipient", &recipient)
    try archive.value("purpose", &purpose)
    try archive.set("fields", &fields)
    try archive.value("outcome", &outcome)
    try archive.value("basis", &basis)
  }
}

/// Somebody opened a record.
public struct AuditEntry: Archivable {
  /// What was opened.
  public var record: RecordKind
  /// What for.
  public var purpose: Purpose

  /// An empty record, to be filled.
  public init() {
    record = .caseFile
    purpose = .intake
  }

  /// A record with these fields; each is described where it is declared.
  public init(record: RecordKind, purpose: Purpose = .intake) {
    self.record = record
    self.purpose = purpose
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("record", &record)
    try archive.value("purpose", &purpose)
  }
}
