/// What is true of a case after its events: a fold, never edited by hand.
///
/// The state holds no names and no contact details (see ``PersonIdentity``), and of screenings only
/// the results (see ``SealedVault``). Two states are equal when every fact in them is.
public struct CaseState: Equatable, Sendable {
  /// The profile the case is held to.
  public let profile: AgencyProfile
  /// Where the case stands.
  public internal(set) var stage: Stage = .notOpen
  /// Where a waiting case goes on.
  public internal(set) var heldFrom: Stage = .received
  /// Moment of the first event.
  public internal(set) var openedAt = Moment(minutes: 0)
  /// Moment of the last event, or the moment the state was asked for.
  public internal(set) var lastAt = Moment(minutes: Moment.range.lowerBound)
  /// How many events were applied.
  public internal(set) var eventCount: Int64 = 0

  /// How the case arrived.
  public internal(set) var intake = Intake()
  /// Described persons; the first is the principal person.
  public internal(set) var persons: [Person] = []
  /// Family links of the principal person.
  public internal(set) var familyLinks: [FamilyLink] = []
  /// Contact routes and their safety, the latest last.
  public internal(set) var contacts = ContactFacts()
  /// Needs that were raised and acted on, and who was told.
  public internal(set) var urgency = UrgencyFacts()
  /// Explanations, consents and refusals.
  public internal(set) var consents = ConsentFacts()
  /// Setting, factors, screenings, class, risk and plan.
  public internal(set) var assessment = AssessmentFacts()
  /// Providers, referrals and tracks.
  public internal(set) var services = ServiceFacts()
  /// Children and family.
  public internal(set) var family = FamilyFacts()
  /// Papers, health, due diligence, clearances and journey.
  public internal(set) var journey = JourneyFacts()
  /// Escalations, reports, sharing, audit and closure.
  public internal(set) var safeguards = SafeguardFacts()

  /// The state of a case of which nothing happened yet.
  public init(profile: AgencyProfile) { self.profile = profile }

  /// The state after recorded events.
  ///
  /// Records come only from a ``CaseLog``, which lets no illegal event in, so folding can't fail.
  public init(profile: AgencyProfile, folding events: [RecordedEvent]) {
    self.profile = profile
    for event in events { apply(event) }
  }
}

/// What is known about reaching the person.
public struct ContactFacts: Equatable, Sendable {
  /// The latest route.
  public internal(set) var route: ContactRoute?
  /// Attempts since the person was last reached.
  public internal(set) var failedAttempts: Int32 = 0
  /// The result of the search for earlier cases, nil before it.
  public internal(set) var duplicate: DuplicateResult?
  /// The triage decision, nil before it.
  public internal(set) var triage: Triage?

  /// Whether the latest route is known to be safe.
  public var isSafe: Bool { route?.safety == .safe }
}

/// What cannot wait.
public struct UrgencyFacts: Equatable, Sendable {
  /// Needs raised.
  public internal(set) var raised: ChoiceSet<UrgentNeed> = []
  /// Needs somebody acted on.
  public internal(set) var acted: ChoiceSet<UrgentNeed> = []
  /// Whether the supervisor was told.
  public internal(set) var supervisorInformed = false
  /// When each trigger first showed, in the order of ``EscalationTrigger``; nil when it did not.
  public internal(set) var firstSigns = [Moment?](repeating: nil, count: EscalationTrigger.count)

  /// When the recent violence happened, as far as the person said so; clinical windows count from
  /// here, else from the moment the need was raised.
  public internal(set) var violenceAt: Moment?

  /// Needs nobody acted on yet.
  public var open: ChoiceSet<UrgentNeed> { raised.subtracting(acted) }
}

/// Explanations, consents and refusals.
public struct ConsentFacts: Equatable, Sendable {
  /// What was explained last.
  public internal(set) var explanation: Explanation?
  /// Whether asylum and other protection were explained.
  public internal(set) var protectionInformation = false
  /// Consents by number.
  public internal(set) var given: [ConsentRecord] = []
  /// Purposes that were refused last time they were asked about.
  public internal(set) var refused: ChoiceSet<Purpose> = []
}

/// A consent and what became of it.
public struct ConsentRecord: Equatable, Sendable {
  /// The consent.
  public let consent: Consent
  /// When it was given.
  public let givenAt: Moment
  /// When it was taken back, nil while it holds.
  public internal(set) var withdrawnAt: Moment?

  /// Whether it holds at a moment.
  public func holds(at moment: Moment) -> Bool {
    guard withdrawnAt == nil else { return false }
    guard let until = consent.until else { return true }
    return moment <= until.end
  }
}

/// Setting, factors, screenings, class, risk and plan.
public struct AssessmentFacts: Equatable, Sendable {
  /// The setting noted last.
  public internal(set) var setting = AssessmentSetting()
  /// Factors, in the order they were found.
  public internal(set) var factors: [FactorFinding] = []
  /// Levels that were gone through.
  public internal(set) var levels: ChoiceSet<FactorLevel> = []
  /// Levels with at least one risk.
  public internal(set) var riskLevels: ChoiceSet<FactorLevel> = []
  /// Levels with at least one protective factor.
  public internal(set) var protectedLevels: ChoiceSet<FactorLevel> = []
  /// Latest result per topic, in the order of ``ScreeningTopic``.
  public internal(set) var screenings = [ScreeningResult](
    repeating: .notDone, count: ScreeningTopic.count)
  /// The classification that holds.
  public internal(set) var classification: Classification?
  /// Who classified.
  public internal(set) var classifiedBy = StaffID(0)
  /// How often the case was classified.
  public internal(set) var classificationCount: Int32 = 0
  /// The rating that holds.
  public internal(set) var risk: RiskRating?
  /// When it was rated.
  public internal(set) var riskRatedAt = Moment(minutes: 0)
  /// The plan that holds.
  public internal(set) var plan: CasePlan?
  /// Who made the plan.
  public internal(set) var plannedBy = StaffID(0)
  /// Decisions approved since they were last made.
  public internal(set) var approved: ChoiceSet<ApprovalSubject> = []

  /// The result of a screening.
  public func result(of topic: ScreeningTopic) -> ScreeningResult {
    screenings[Int(topic.rawValue)]
  }
}

/// Providers, referrals and tracks.
public struct ServiceFacts: Equatable, Sendable {
  /// Providers by number.
  public internal(set) var providers: [Provider] = []
  /// Referrals by number.
  public internal(set) var referrals: [ServiceReferral] = []
  /// Status per track, in the order of ``Track``.
  public internal(set) var tracks = [TrackStatus](repeating: .notStarted, count: Track.count)
}

/// Children and family.
public struct FamilyFacts: Equatable, Sendable {
  /// The latest review of each child's papers in a single-headed family, in the order of the first.
  public internal(set) var reviews: [SingleParentReview] = []
  /// The latest best-interests result.
  public internal(set) var bestInterests: BestInterests?
  /// Searches by number, with their latest status.
  public internal(set) var searches: [TracingUpdate] = []

  /// The latest review of a child's papers, nil before the first.
  public func review(of child: PersonID) -> SingleParentReview? {
    for review in reviews where review.child == child { return review }
    return nil
  }
}

/// Papers, health, due diligence, clearances and journey.
public struct JourneyFacts: Equatable, Sendable {
  /// Latest paper of the principal person per kind, in the order of ``DocumentKind``; nil when
  /// never mentioned.
  public internal(set) var papers = [TravelDocument?](repeating: nil, count: DocumentKind.count)
  /// Latest papers of the persons who travel along.
  public internal(set) var familyPapers: [TravelDocument] = []
  /// Identity and nationality.
  public internal(set) var identity = IdentityCheck()
  /// The latest statement of the health unit.
  public internal(set) var health: HealthClearance?
  /// When the health unit stated it.
  public internal(set) var healthAt = Moment(minutes: 0)
  /// Latest finding per check, in the order of ``DiligenceCheck``.
  public internal(set) var findings = [DiligenceEntry?](
    repeating: nil, count: DiligenceCheck.count)
  /// The staff member who made each finding; 0 when there is none.
  public internal(set) var assessors = [StaffID](
    repeating: StaffID(0), count: DiligenceCheck.count)
  /// The decision about the return, nil when it was never made or no longer holds.
  public internal(set) var decision: DiligenceDecision?
  /// Parties that were asked.
  public internal(set) var asked: ChoiceSet<ClearanceParty> = []
  /// Latest answer per party, in the order of ``ClearanceParty``.
  public internal(set) var answers = [ClearanceAnswer?](repeating: nil, count: ClearanceParty.count)
  /// What was found about the decision to return.
  public internal(set) var voluntariness: Voluntariness?
  /// When it was found.
  public internal(set) var voluntarinessAt = Moment(minutes: 0)
  /// The journey.
  public internal(set) var travel: TravelArrangement?
  /// Times a ready case fell back because something expired or changed.
  public internal(set) var lapses: Int32 = 0
  /// What was missing when a ready case last fell back.
  public internal(set) var lapsed: [GuardFailure] = []

  /// The latest state of a paper, nil when never mentioned.
  public func paper(
    _ kind: DocumentKind, of holder: PersonID = PersonID(1)
  ) -> TravelDocument? {
    if holder.raw == 1 { return papers[Int(kind.rawValue)] }
    for paper in familyPapers where paper.holder == holder && paper.kind == kind { return paper }
    return nil
  }
  /// The latest finding of a check.
  public func finding(_ check: DiligenceCheck) -> DiligenceEntry? { findings[Int(check.rawValue)] }
  /// The latest answer of a party.
  public func answer(_ party: ClearanceParty) -> ClearanceAnswer? { answers[Int(party.rawValue)] }
}

/// Escalations, reports, sharing, audit and closure.
public struct SafeguardFacts: Equatable, Sendable {
  /// Triggers that were escalated, to whatever level.
  public internal(set) var escalated: ChoiceSet<EscalationTrigger> = []
  /// The levels each trigger was passed on to, in the order of ``EscalationTrigger``.
  public internal(set) var levels = [ChoiceSet<EscalationLevel>](
    repeating: [], count: EscalationTrigger.count)
  /// How many reports went to the SEA channel.
  public internal(set) var seaReports: Int32 = 0
  /// Parties outside the team that were contacted.
  public internal(set) var contacted: ChoiceSet<ContactedParty> = []
  /// How many times data was shared, anonymised or refused, in the order of ``SharingOutcome``.
  public internal(set) var sharing = [Int32](repeating: 0, count: SharingOutcome.count)
  /// How many times a record was opened, in the order of ``RecordKind``.
  public internal(set) var accesses = [Int32](repeating: 0, count: RecordKind.count)
  /// How many notes were written.
  public internal(set) var notes: Int32 = 0
  /// How many field missions took place.
  public internal(set) var visits: Int32 = 0
  /// Whether the entry in the case system was found complete.
  public internal(set) var entryConfirmed = false
  /// Why the case waits, while it does.
  public internal(set) var hold: HoldReason?
  /// The closure, once there is one.
  public internal(set) var closure: Closure?
  /// The handover, once there is one.
  public internal(set) var handover: Handover?
}
