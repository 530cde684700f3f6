import CaseManagement
import CaseVectors
import Foundation
import Testing

/// Gates that hang on the profile: best interests, reports, escalations, papers of each child,
/// clinical windows, holds, tracks and the confirmed entry.
@Suite struct GateTests {
  private static let now = Moment(RandomCase.start, hour: 9)

  /// A case as it is after events, which must all be legal.
  private struct Desk {
    var log: CaseLog

    init(_ profile: AgencyProfile, age: Int32 = 15) throws {
      log = CaseLog(id: CaseID(1), profile: profile)
      try add(.received(Intake(entryPoint: .embassy)))
      try add(.personDescribed(Person(id: PersonID(1), age: .exact(age))))
    }

    mutating func add(
      _ event: CaseEvent, by role: StaffRole = .caseworker, at moment: Moment = GateTests.now
    ) throws {
      let verdict = attempt(event, by: role, at: moment)
      try #require(verdict.isAccepted, "\(verdict.failures)")
    }

    @discardableResult mutating func attempt(
      _ event: CaseEvent, by role: StaffRole = .caseworker, at moment: Moment = GateTests.now
    ) -> Verdict {
      let actor = StaffMember(id: StaffID(UInt32(role.rawValue) + 1), role: role)
      return log.append(ProposedEvent(at: moment, by: actor, event: event))
    }

    /// The words of the parameters of a rule's failures among what is missing before travel.
    func gaps(_ rule: Rule) -> [String] {
      log.state.travelGaps(at: log.state.lastAt).filter { $0.rule == rule }
        .map { failure in
          failure.parameters.map { $0.word.map { "\($0)" } ?? "\($0.number)" }
            .joined(separator: " ")
        }
    }
  }

  private static func parent(
    travels: Bool, safe: Judgement = .yes, person: UInt32 = 2
  ) -> CaseEvent {
    .familyLinkRecorded(
      FamilyLink(
        person: PersonID(person), relation: .parent, verified: .yes, caresForChild: .yes,
        safe: safe, travelsAlong: travels))
  }

  private static func child(_ person: UInt32) -> CaseEvent {
    .familyLinkRecorded(
      FamilyLink(person: PersonID(person), relation: .child, verified: .yes, travelsAlong: true))
  }

  private static func review(_ child: UInt32, _ consent: ParentConsent = .notNeeded) -> CaseEvent {
    .singleParentReviewed(
      SingleParentReview(
        child: PersonID(child), childIdentified: .yes, relationVerified: .yes,
        absentParent: .reachable, consent: consent, custody: .document, childView: .heard,
        abductionSuspected: .no, uploaded: true))
  }

  private static let decided = CaseEvent.bestInterestsRecorded(
    BestInterests(
      stage: .determination, option: .returnToFamily, childView: .heard, optionsWeighed: 2,
      panelMembers: 3))

  // MARK: Best interests

  /// How a case comes to each trigger.
  private static func events(_ trigger: BestInterestsTrigger) -> (age: Int32, events: [CaseEvent]) {
    switch trigger {
    case .unaccompaniedReturn: (15, [])
    case .separationFromParents: (15, [parent(travels: false)])
    case .temporaryCare:
      (
        15,
        [
          parent(travels: true),
          .bestInterestsRecorded(
            BestInterests(
              stage: .determination, option: .temporaryCare, childView: .heard, optionsWeighed: 2,
              panelMembers: 3)),
        ]
      )
    case .custodyDispute: (30, [child(2), review(2, .refused)])
    }
  }

  @Test(arguments: BestInterestsTrigger.allCases)
  func everyTriggerOfTheProfileHoldsTheCase(trigger: BestInterestsTrigger) throws {
    var profile = try Training.profile
    let (age, events) = Self.events(trigger)
    for present in [true, false] {
      profile.determinationTriggers = present ? [trigger] : []
      var desk = try Desk(profile, age: age)
      for event in events { try desk.add(event, by: .bestInterestsPanel) }
      #expect(desk.log.state.determinationReasons == (present ? [trigger] : []))
      guard trigger != .temporaryCare else {
        #expect(desk.gaps(.returnNotInBestInterests) == [""], "care was found best, not return")
        continue
      }
      #expect(desk.gaps(.determinationMissing) == (present ? ["\(trigger.word)"] : []))
      try desk.add(Self.decided, by: .bestInterestsPanel)
      #expect(desk.gaps(.determinationMissing).isEmpty)
    }
  }

  @Test func temporaryCareNeedsADeterminationWhereTheProfileSaysSo() throws {
    var profile = try Training.profile
    let placed = CaseEvent.bestInterestsRecorded(
      BestInterests(stage: .assessment, option: .temporaryCare, childView: .heard))
    var desk = try Desk(profile)
    #expect(
      desk.attempt(placed).failures == [
        GuardFailure(
          .determinationMissing,
          [FailureParameter(.reason, BestInterestsTrigger.temporaryCare)])
      ])
    profile.determinationTriggers = [.unaccompaniedReturn]
    desk = try Desk(profile)
    #expect(desk.attempt(placed).isAccepted)
  }

  @Test func onlyThePanelSettlesARefusedConsentOfAParent() throws {
    var desk = try Desk(try Training.profile, age: 30)
    try desk.add(Self.child(2))
    try desk.add(Self.review(2, .refused))
    #expect(desk.gaps(.singleParentReviewOpen) == ["2"])
    try desk.add(Self.decided, by: .bestInterestsPanel)
    #expect(desk.gaps(.singleParentReviewOpen).isEmpty)
    var profile = try Training.profile
    profile.determinationTriggers.remove(.custodyDispute)
    desk = try Desk(profile, age: 30)
    try desk.add(Self.child(2))
    try desk.add(Self.review(2, .refused))
    try desk.add(Self.decided, by: .bestInterestsPanel)
    #expect(desk.gaps(.singleParentReviewOpen) == ["2"], "this profile gives the panel no say")
  }

  // MARK: Papers of each child

  @Test func eachChildHasPapersOfItsOwn() throws {
    var desk = try Desk(try Training.profile, age: 30)
    try desk.add(Self.child(2))
    try desk.add(Self.child(3))
    #expect(desk.log.state.travellingChildren == [PersonID(2), PersonID(3)])
    #expect(desk.gaps(.singleParentReviewOpen) == ["2", "3"])
    try desk.add(Self.review(2))
    #expect(desk.gaps(.singleParentReviewOpen) == ["3"])
    let certificate = { (child: UInt32) in
      CaseEvent.documentUpdated(
        TravelDocument(holder: PersonID(child), kind: .birthCertificate, status: .received))
    }
    try desk.add(certificate(3))
    #expect(desk.gaps(.requiredPaperMissing).contains("birth-certificate 2"))
    #expect(!desk.gaps(.requiredPaperMissing).contains("birth-certificate 3"))
    // The mother's own certificate is nobody else's, and strangers have no papers here.
    try desk.add(certificate(1))
    #expect(desk.gaps(.requiredPaperMissing).contains("birth-certificate 2"))
    #expect(desk.attempt(certificate(9)).failures.map(\.rule) == [.recordUnknown])
    #expect(desk.attempt(Self.review(9)).failures.map(\.rule) == [.recordUnknown])
    try desk.add(Self.review(3))
    try desk.add(certificate(2))
    #expect(desk.gaps(.singleParentReviewOpen).isEmpty)
    #expect(!desk.gaps(.requiredPaperMissing).contains { $0.hasPrefix("birth") })
  }

  @Test func aChildWithOneParentIsAFamilyWithOneParentToo() throws {
    var desk = try Desk(try Training.profile)
    try desk.add(Self.parent(travels: true))
    #expect(desk.log.state.isSingleHeaded && desk.gaps(.singleParentReviewOpen) == ["1"])
    try desk.add(Self.parent(travels: true, person: 3))
    #expect(!desk.log.state.isSingleHeaded)
  }

  @Test func oneUnsafeParentIsUnsafeForAllChildrenAndAbductionGoesToChildProtection() throws {
    var desk = try Desk(try Training.profile, age: 30)
    try desk.add(Self.child(2))
    try desk.add(Self.child(3))
    var review = SingleParentReview(
      child: PersonID(2), absentParent: .unsafeToContact, consent: .obtained)
    for consent in [ParentConsent.obtained, .pending] {
      review.consent = consent
      #expect(
        desk.attempt(.singleParentReviewed(review)).failures.map(\.rule)
          == [.unsafeParentContacted])
    }
    review.consent = .notSought
    review.abductionSuspected = .yes
    #expect(
      desk.attempt(.singleParentReviewed(review))
        == .accepted(advice: [GuardFailure(.abductionSuspected, severity: .advice)]))
    try desk.add(Self.review(3))
    #expect(
      desk.attempt(.partyContacted(PartyContact(party: .absentParent))).failures.map(\.rule)
        == [.unsafeParentContacted])
    #expect(desk.gaps(.abductionSuspected) == ["2"])
  }

  // MARK: Escalations and mandatory reports

  @Test func levelsCoverThoseBelowAndTheChannelStandsApart() {
    let chain: [EscalationLevel] = [
      .supervisor, .coordinator, .headOfMission, .regionalOffice, .headquarters,
    ]
    for (low, needed) in chain.enumerated() {
      for (high, reached) in chain.enumerated() {
        #expect(reached.covers(needed) == (high >= low))
      }
      #expect(!needed.covers(.seaChannel) && !EscalationLevel.seaChannel.covers(needed))
    }
    #expect(EscalationLevel.seaChannel.covers(.seaChannel))
  }

  @Test func anEscalationBelowTheProfilesLevelIsNotEnough() throws {
    var desk = try Desk(try Training.profile, age: 30)
    try desk.add(
      .voluntarinessChecked(Voluntariness(free: .no, capable: .yes, lawfulDecider: .yes)))
    #expect(desk.log.state.unreportedTriggers == [.coercionIntoReturn])
    let low = desk.attempt(
      .escalated(Escalation(trigger: .coercionIntoReturn, level: .supervisor)))
    #expect(low.isAccepted && low.failures.map(\.rule) == [.escalationMissing])
    #expect(
      low.failures.first?.parameters.last
        == FailureParameter(.level, EscalationLevel.coordinator))
    #expect(desk.log.state.unreportedTriggers == [.coercionIntoReturn])
    try desk.add(.escalated(Escalation(trigger: .coercionIntoReturn, level: .headOfMission)))
    #expect(desk.log.state.unreportedTriggers.isEmpty)
  }

  @Test func whatMustBeReportedHoldsTheCaseAndHasItsDeadline() throws {
    var profile = try Training.profile
    profile.mandatoryReports.append(
      MandatoryReport(trigger: .imminentDanger, level: .headOfMission, within: 10))
    var desk = try Desk(profile, age: 30)
    try desk.add(.urgentNeedRaised(UrgentNeedRaised(need: .danger)))
    try desk.add(.escalated(Escalation(trigger: .imminentDanger, level: .supervisor)))
    let missing = GuardFailure(
      .mandatoryReportMissing,
      [
        FailureParameter(.trigger, EscalationTrigger.imminentDanger),
        FailureParameter(.level, EscalationLevel.headOfMission),
      ])
    let due = desk.log.state.deadlines.first { $0.kind == .mandatoryReport }
    #expect(due?.due == Self.now.adding(minutes: 10))
    try desk.add(.approvalRecorded(Approval(subject: .closure)), by: .supervisor)
    let closure = CaseEvent.closed(
      Closure(reason: .died, deleteOn: Self.now.day.adding(days: 30)))
    #expect(desk.attempt(closure).failures == [missing], "a case can't be closed over a report")
    try desk.add(.escalated(Escalation(trigger: .imminentDanger, level: .headOfMission)))
    #expect(!desk.log.state.deadlines.contains { $0.kind == .mandatoryReport })
    try desk.add(closure)
  }

  @Test func aSuspicionOfSexualExploitationBypassesTheChain() throws {
    var desk = try Desk(try Training.profile, age: 30)
    try desk.add(.limitsExplained(Explanation()))
    try desk.add(.consentGiven(Consent(id: ConsentID(1), recipients: [ProviderID(0)])))
    try desk.add(.settingRecorded(AssessmentSetting(place: .office, privacy: .private)))
    try desk.add(.screeningRecorded(Screening(topic: .sea, result: .possible)))
    #expect(desk.log.state.missingReports.map(\.trigger) == [.seaByAidWorker])
    for level in EscalationLevel.allCases where level != .seaChannel {
      let verdict = desk.attempt(.escalated(Escalation(trigger: .seaByAidWorker, level: level)))
      #expect(verdict == .refused([GuardFailure(.seaOwnChannel)]))
    }
    let sea = FailureParameter(.trigger, EscalationTrigger.seaByAidWorker)
    let deadlines = desk.log.state.deadlines.filter { $0.about == sea }
    #expect(deadlines.map(\.kind) == [.seaReport], "one deadline, not two")
    try desk.add(.seaReported(SeaReport(reference: 0)))
    #expect(desk.log.state.missingReports.isEmpty)
  }
}
