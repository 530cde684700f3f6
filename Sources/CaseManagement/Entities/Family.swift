/// The review of one child's papers in a family with one parent.
///
/// Each child has its own review: brothers and sisters may have other fathers, mothers and papers.
/// An unsafe parent is never contacted for a signature.
public struct SingleParentReview: Archivable {
  /// The child: 1 when the principal person is the child, else the number of a family link.
  public var child: PersonID
  /// The child's identity is documented.
  public var childIdentified: Judgement
  /// The relation to the parent is documented.
  public var relationVerified: Judgement
  /// What is known of the other parent.
  public var absentParent: AbsentParent
  /// That parent's consent, or why it is not sought.
  public var consent: ParentConsent
  /// Proof of custody or guardianship.
  public var custody: CustodyEvidence
  /// Whether the child's own view was heard.
  public var childView: ChildView
  /// Whether abduction or trafficking is suspected.
  public var abductionSuspected: Judgement
  /// Whether the papers are in the case system.
  public var uploaded: Bool

  /// An empty record, to be filled.
  public init() {
    child = PersonID(2)
    childIdentified = .unclear
    relationVerified = .unclear
    absentParent = .whereaboutsUnknown
    consent = .pending
    custody = .none
    childView = .notHeard
    abductionSuspected = .unclear
    uploaded = false
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    child: PersonID,
    childIdentified: Judgement = .unclear,
    relationVerified: Judgement = .unclear,
    absentParent: AbsentParent = .whereaboutsUnknown,
    consent: ParentConsent = .pending,
    custody: CustodyEvidence = .none,
    childView: ChildView = .notHeard,
    abductionSuspected: Judgement = .unclear,
    uploaded: Bool = false
  ) {
    self.child = child
    self.childIdentified = childIdentified
    self.relationVerified = relationVerified
    self.absentParent = absentParent
    self.consent = consent
    self.custody = custody
    self.childView = childView
    self.abductionSuspected = abductionSuspected
    self.uploaded = uploaded
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("child", &child)
    try archive.value("child-identified", &childIdentified)
    try archive.value("relation-verified", &relationVerified)
    try archive.value("absent-parent", &absentParent)
    try archive.value("consent", &consent)
    try archive.value("custody", &custody)
    try archive.value("child-view", &childView)
    try archive.value("abduction-suspected", &abductionSuspected)
    try archive.value("uploaded", &uploaded)
  }
}

/// A best-interests procedure for a child.
public struct BestInterests: Archivable {
  /// How far it went.
  public var stage: BestInterestsStage
  /// What was found best.
  public var option: BestInterestsOption
  /// Whether the child was heard.
  public var childView: ChildView
  /// How many options were weighed; a decision needs at least two.
  public var optionsWeighed: Int32
  /// How many people decided; a determination needs a panel of several disciplines.
  public var panelMembers: Int32
  /// When it must be looked at again.
  public var reviewOn: Day?

  /// An empty record, to be filled.
  public init() {
    stage = .assessment
    option = .undecided
    childView = .notHeard
    optionsWeighed = 0
    panelMembers = 0
    reviewOn = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    stage: BestInterestsStage,
    option: BestInterestsOption = .undecided,
    childView: ChildView = .notHeard,
    optionsWeighed: Int32 = 0,
    panelMembers: Int32 = 0,
    reviewOn: Day? = nil
  ) {
    self.stage = stage
    self.option = option
    self.childView = childView
    self.optionsWeighed = optionsWeighed
    self.panelMembers = panelMembers
    self.reviewOn = reviewOn
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("stage", &stage)
    try archive.value("option", &option)
    try archive.value("child-view", &childView)
    try archive.value("options-weighed", &optionsWeighed)
    try archive.value("panel-members", &panelMembers)
    try archive.optional("review-on", &reviewOn)
  }
}

/// A search for family, only with consent.
public struct TracingRequest: Archivable {
  /// Number in the case.
  public var id: TracingID
  /// Who is sought.
  public var sought: FamilyRelation
  /// The consent it rests on.
  public var consent: ConsentID

  /// An empty record, to be filled.
  public init() {
    id = TracingID(1)
    sought = .parent
    consent = ConsentID(0)
  }

  /// A record with these fields; each is described where it is declared.
  public init(id: TracingID, sought: FamilyRelation = .parent, consent: ConsentID = ConsentID(0)) {
    self.id = id
    self.sought = sought
    self.consent = consent
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("id", &id)
    try archive.value("sought", &sought)
    try archive.value("consent", &consent)
  }
}

/// How a search stands.
public struct TracingUpdate: Archivable {
  /// Which search.
  public var tracing: TracingID
  /// How it stands.
  public var status: TracingStatus
  /// Whether the relation of the one found was checked.
  public var claimantVerified: Judgement

  /// An empty record, to be filled.
  public init() {
    tracing = TracingID(1)
    status = .inProgress
    claimantVerified = .unclear
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    tracing: TracingID,
    status: TracingStatus = .inProgress,
    claimantVerified: Judgement = .unclear
  ) {
    self.tracing = tracing
    self.status = status
    self.claimantVerified = claimantVerified
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("tracing", &tracing)
    try archive.value("status", &status)
    try archive.value("claimant-verified", &claimantVerified)
  }
}
