/// A record without anything that leads back to a person.
///
/// Only such records can be exported.
///
/// The protocol is the gate: exports take `some DeidentifiedRecord`, and ``Person``, ``CaseEvent``
/// and ``PersonIdentity`` are none.
public protocol DeidentifiedRecord: Archivable {}

/// What a closed or open case adds to statistics: bands and classes, no numbers of persons, no days.
public struct CaseSummary: DeidentifiedRecord {
  /// Where the case came in.
  public var entryPoint: EntryPoint
  /// Number of the age band in the profile; nil when unknown or when it spans bands.
  public var ageBand: Int32?
  /// Sex, nil when not known.
  public var sex: Sex?
  /// Whether an answer to the short set reaches the profile's cut-off; nil when nothing was asked.
  public var disability: Bool?
  /// Group.
  public var group: PopulationGroup
  /// Class.
  public var caseClass: CaseClass
  /// Risk, nil when not rated.
  public var risk: RiskLevel?
  /// Stage.
  public var stage: Stage
  /// Services referred to.
  public var services: ChoiceSet<ReferralType>
  /// Why it was closed, nil while it is open.
  public var closure: ClosureReason?

  /// An empty summary, to be filled.
  public init() {
    entryPoint = .hotline
    group = .migrant
    caseClass = .undetermined
    stage = .received
    services = []
  }

  /// The summary of a case.
  public init(of state: CaseState) {
    self.init()
    entryPoint = state.intake.entryPoint
    caseClass = state.assessment.classification?.caseClass ?? .undetermined
    risk = state.assessment.risk?.level
    stage = state.stage
    closure = state.safeguards.closure?.reason
    for referral in state.services.referrals { services.insert(referral.request.service) }
    guard let person = state.principal else { return }
    group = person.group
    sex = person.sex.value
    disability = person.functioning.reaches(state.profile.disabilityCutOff)
    if let youngest = person.age.youngest, let oldest = person.age.oldest {
      let low = state.profile.ageBand(of: youngest)
      if low == state.profile.ageBand(of: oldest) { ageBand = low.map { Int32($0) } }
    }
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("entry-point", &entryPoint)
    try archive.optional("age-band", &ageBand)
    try archive.optional("sex", &sex)
    try archive.optional("disability", &disability)
    try archive.value("group", &group)
    try archive.value("class", &caseClass)
    try archive.optional("risk", &risk)
    try archive.value("stage", &stage)
    try archive.set("services", &services)
    try archive.optional("closure", &closure)
  }
}

extension Functioning {
  /// Whether any answer reaches a level; nil when no question was answered.
  public func reaches(_ cutOff: FunctionLevel) -> Bool? {
    var asked = false
    for answer in [seeing, hearing, walking, remembering, selfCare, communicating] {
      guard let level = answer.value else { continue }
      asked = true
      if level.rawValue >= cutOff.rawValue { return true }
    }
    return asked ? false : nil
  }
}
