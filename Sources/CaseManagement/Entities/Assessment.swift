/// Where and with whom an assessment happens.
public struct AssessmentSetting: Archivable {
  /// The place.
  public var place: AssessmentPlace
  /// Whether others can hear.
  public var privacy: Privacy
  /// Whether the interpreter is suitable.
  public var interpreter: InterpreterFit

  /// An empty record, to be filled.
  public init() {
    place = .office
    privacy = .unknown
    interpreter = .unknown
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    place: AssessmentPlace,
    privacy: Privacy = .unknown,
    interpreter: InterpreterFit = .unknown
  ) {
    self.place = place
    self.privacy = privacy
    self.interpreter = interpreter
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("place", &place)
    try archive.value("privacy", &privacy)
    try archive.value("interpreter", &interpreter)
  }
}

/// A factor on one of the four levels, as risk or as protection.
public struct FactorFinding: Archivable {
  /// The level.
  public var level: FactorLevel
  /// Which factor.
  public var factor: Factor
  /// Whether it is a risk or protects.
  public var bearing: FactorBearing
  /// How much it weighs.
  public var weight: RiskLevel

  /// An empty record, to be filled.
  public init() {
    level = .individual
    factor = .personalHistory
    bearing = .risk
    weight = .medium
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    level: FactorLevel,
    factor: Factor = .personalHistory,
    bearing: FactorBearing = .risk,
    weight: RiskLevel = .medium
  ) {
    self.level = level
    self.factor = factor
    self.bearing = bearing
    self.weight = weight
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("level", &level)
    try archive.value("factor", &factor)
    try archive.value("bearing", &bearing)
    try archive.value("weight", &weight)
  }
}

/// A level that was gone through, whether or not anything was found.
public struct LevelConsidered: Archivable {
  /// The level.
  public var level: FactorLevel

  /// An empty record, to be filled.
  public init() {
    level = .individual
  }

  /// A record with these fields; each is described where it is declared.
  public init(level: FactorLevel) {
    self.level = level
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("level", &level)
  }
}

/// The result of a screening.
///
/// Details are sealed in a ``SealedVault``, outside the log.
public struct Screening: Archivable {
  /// The topic.
  public var topic: ScreeningTopic
  /// What was found.
  public var result: ScreeningResult
  /// Number of the sealed detail, if there is one.
  public var detail: SealID?

  /// An empty record, to be filled.
  public init() {
    topic = .trafficking
    result = .noIndicators
    detail = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    topic: ScreeningTopic,
    result: ScreeningResult = .noIndicators,
    detail: SealID? = nil
  ) {
    self.topic = topic
    self.result = result
    self.detail = detail
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("topic", &topic)
    try archive.value("result", &result)
    try archive.optional("detail", &detail)
  }
}

/// A risk level with the day it is looked at again.
public struct RiskRating: Archivable {
  /// The level.
  public var level: RiskLevel
  /// Whether somebody must act now, whatever the level.
  public var urgent: Bool
  /// What is done about it, in a few words without names.
  public var mitigation: UTF8Text
  /// When it is rated again.
  public var reviewOn: Day?

  /// An empty record, to be filled.
  public init() {
    level = .medium
    urgent = false
    mitigation = ""
    reviewOn = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    level: RiskLevel,
    urgent: Bool = false,
    mitigation: UTF8Text = "",
    reviewOn: Day? = nil
  ) {
    self.level = level
    self.urgent = urgent
    self.mitigation = mitigation
    self.reviewOn = reviewOn
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("level", &level)
    try archive.value("urgent", &urgent)
    try archive.text("mitigation", &mitigation)
    try archive.optional("review-on", &reviewOn)
  }
}

/// The class of a case and why.
public struct Classification: Archivable {
  /// The class.
  public var caseClass: CaseClass
  /// The reason.
  public var basis: ClassificationBasis

  /// An empty record, to be filled.
  public init() {
    caseClass = .undetermined
    basis = .noFactorFound
  }

  /// A record with these fields; each is described where it is declared.
  public init(caseClass: CaseClass, basis: ClassificationBasis = .noFactorFound) {
    self.caseClass = caseClass
    self.basis = basis
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("case-class", &caseClass)
    try archive.value("basis", &basis)
  }
}

/// A second pair of eyes on a decision.
///
/// The approver is never the maker.
public struct Approval: Archivable {
  /// What was looked at.
  public var subject: ApprovalSubject
  /// What was decided.
  public var decision: ApprovalDecision

  /// An empty record, to be filled.
  public init() {
    subject = .classification
    decision = .approved
  }

  /// A record with these fields; each is described where it is declared.
  public init(subject: ApprovalSubject, decision: ApprovalDecision = .approved) {
    self.subject = subject
    self.decision = decision
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("subject", &subject)
    try archive.value("decision", &decision)
  }
}

/// What the person and the team want to reach.
public struct CasePlan: Archivable {
  /// How many goals the plan has.
  public var goals: Int32
  /// Whether the person helped to make it and agrees.
  public var agreedWithPerson: Bool
  /// When it is looked at again.
  public var reviewOn: Day?

  /// An empty record, to be filled.
  public init() {
    goals = 1
    agreedWithPerson = true
    reviewOn = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(goals: Int32, agreedWithPerson: Bool = true, reviewOn: Day? = nil) {
    self.goals = goals
    self.agreedWithPerson = agreedWithPerson
    self.reviewOn = reviewOn
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("goals", &goals)
    try archive.value("agreed-with-person", &agreedWithPerson)
    try archive.optional("review-on", &reviewOn)
  }
}

/// A short note.
///
/// The lint refuses names, numbers, addresses and incident words.
public struct Note: Archivable {
  /// The text.
  public var text: UTF8Text

  /// An empty record, to be filled.
  public init() {
    text = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(text: UTF8Text) {
    self.text = text
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("text", &text)
  }
}
