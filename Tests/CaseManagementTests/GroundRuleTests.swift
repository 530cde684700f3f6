import CaseManagement
import CaseVectors
import Foundation
import Testing

/// The ground rules of the ten decision trees (domain brief 2.7 and 5.4), each as a short story.
@Suite struct GroundRuleTests {
  private static let open = """
    begin 2026-03-09
    provider clinic medical 2026-03-01
    person 30 talvia ti
    do received hotline

    """

  private static let consented =
    open + """
      do confirm safe contact
      do check duplicates
      do triage
      do explain limits
      do consent intake team name contact

      """

  private func play(_ lines: String, after start: String = open) throws {
    var story = Story(profile: try Training.profile)
    let text = start + lines
    story.play(UTF8Text(text))
    let written = text.split(separator: "\n", omittingEmptySubsequences: false)
    for mismatch in story.mismatches {
      let rules = mismatch.failures.map { "\($0.rule.word)" }.joined(separator: " ")
      Issue.record("\(written[mismatch.line - 1]) -- \(mismatch.reason) [\(rules)]")
    }
  }

  @Test func t1LimitsComeBeforeTheStoryAndHelpComesBeforePaper() throws {
    try play(
      """
      no consent medical clinic name : limits-not-explained
      do explain limits
      do consent medical clinic name
      do refer medical clinic urgent
      do consent refused police
      no refer police team urgent : referral-needs-consent
      """)
  }

  @Test func t2SuspicionOfSexualExploitationGoesToItsOwnChannel() throws {
    try play(
      """
      no escalate supervisor sea-by-aid-worker : sea-own-channel
      do escalate sea-channel sea-by-aid-worker
      do report sea
      is sea reported
      """)
  }

  @Test func t3AChildAloneIsNotReturnedWithoutADetermination() throws {
    let profile = try Training.profile
    var log = CaseLog(id: CaseID(1), profile: profile)
    func add(_ event: CaseEvent) -> Verdict {
      log.append(
        ProposedEvent(
          at: Moment(RandomCase.start), by: StaffMember(id: StaffID(1), role: .caseworker),
          event: event))
    }
    #expect(add(.received(Intake(entryPoint: .embassy))).isAccepted)
    for age in [Age.exact(15), .estimated(from: 17, to: 22, method: .observation), .unknown] {
      #expect(add(.personDescribed(Person(id: PersonID(1), age: age))).isAccepted)
      #expect(log.state.isChildAlone, "in doubt a person is a child: \(age)")
      let gaps = log.state.clearanceGaps(at: log.state.lastAt)
      #expect(gaps.contains { $0.rule == .determinationMissing })
    }
    // A verified adult who cares for the child changes that; an unsafe one does not.
    var link = FamilyLink(
      person: PersonID(2), relation: .parent, verified: .yes, caresForChild: .yes, safe: .no)
    #expect(add(.familyLinkRecorded(link)).isAccepted)
    #expect(log.state.isChildAlone)
    link.safe = .yes
    #expect(add(.familyLinkRecorded(link)).isAccepted)
    #expect(!log.state.isChildAlone)
  }

  @Test func t4UrgentBeforeTriageAndAWarmRedirectNeedsConsent() throws {
    try play(
      """
      do urgent medical-emergency
      do confirm safe contact
      do check duplicates possible-match
      no triage : urgent-need-first duplicate-not-checked
      do act medical-emergency
      do check duplicates no-match
      do triage
      no redirect clinic : referral-needs-consent
      do explain limits
      do consent medical clinic name
      do redirect clinic
      is redirected
      """)
  }

  @Test func t5ADeclinedScreeningLeavesTheClassOpenAndANewFindingReopensIt() throws {
    try play(
      """
      do private place
      do interpreter not-needed
      do start assessment
      do consider individual
      do consider household
      do consider community
      do consider structural
      do screen trafficking declined
      do screen gbv
      do screen uasc
      do screen international-protection
      do screen health
      do screen mhpss
      do screen disability
      no classify avr no-factor-found : declined-stays-undetermined
      no classify undetermined no-factor-found : basis-does-not-fit
      do classify undetermined screening-declined
      no start services : class-undetermined
      do screen trafficking confirmed
      do classify avm trafficking
      is class avm
      """, after: Self.consented)
  }

  @Test func t6NoReturnThatIsNotFreeAndInformed() throws {
    try play(
      """
      no confirm voluntary : protection-information-missing
      do explain protection
      do confirm voluntary
      do check free-and-informed-decision serious
      do check protection-information favourable
      do check threat-on-return favourable
      do check place-security favourable
      do check services-at-destination favourable
      do check specific-group favourable
      do check post-arrival-follow-up favourable
      no decide return proceed : diligence-not-favourable return-not-voluntary
      do decide return defer
      """, after: Self.consented)
  }

  @Test func t7EveryMissingGateIsNamedNeverReadyExcept() throws {
    let state = CaseState(profile: try Training.profile)
    let rules = Set(state.travelGaps(at: Moment(RandomCase.start)).map(\.rule.rawValue))
    let gates: [Rule] = [
      .diligenceUndecided, .receiverPlanMissing, .identityNotVerified, .nationalityNotVerified,
      .documentNotValid, .exitPermissionMissing, .requiredPaperMissing, .travelNotArranged,
      .fitToTravelMissing, .voluntarinessNotReconfirmed,
    ]
    #expect(rules == Set(gates.map(\.rawValue)))
  }

  @Test func t8DataIsSharedOnAGroundOrNotAtAll() throws {
    try play(
      """
      no share medical clinic none-found name : sharing-without-basis
      no share medical clinic consent name : referral-needs-consent
      do consent medical clinic name
      no share medical clinic consent name health : fields-beyond-consent
      do share medical clinic consent name
      do withdraw consent medical
      no share medical clinic consent name : consent-withdrawn
      do share medical clinic imminent-danger name
      do refuse sharing medical clinic
      """, after: Self.consented)
  }

  @Test func t9MonitorsRecordRisksNotGbvIncidentsNorIdentities() throws {
    let profile = try Training.profile
    let day = Moment(RandomCase.start)
    var incident = ProtectionIncident(
      risk: .gbv, from: day.day, to: day.day, reliability: .verified)
    #expect(incident.failures(profile: profile, at: day).map(\.rule) == [.gbvNotForMonitors])
    incident.risk = .theftOrEviction
    #expect(incident.failures(profile: profile, at: day).isEmpty)
    incident.level = .site
    incident.action = "ring 0612 345 678"
    #expect(
      incident.failures(profile: profile, at: day).map(\.rule)
        == [.noteHoldsIdentifier, .noteHoldsIdentifier])
    incident.serious = true
    #expect(incident.flashReportDue(profile: profile, knownAt: day) == day.adding(minutes: 240))
  }

  @Test func t10AnAssistancePointWithASeriousFindingNeedsAnOwner() {
    func finding(_ item: FacilityItem) -> FacilityFinding { FacilityFinding(item: item) }
    var visit = AccommodationVisit(place: "XM0102")
    visit.findings = [finding(.lighting), finding(.medicalEmergency), finding(.seaNotices)]
    #expect(visit.topicsLeftOut == [.psychologicalEmergencies])
    visit.findings.append(finding(.psychologicalEmergency))
    #expect(visit.failures().isEmpty)
    visit.findings[0].score = .notMet
    visit.findings[0].severity = .high
    visit.findings[0].evidence = "no lamp on the way"
    #expect(visit.failures().map(\.rule) == [.seriousFindingNeedsAction])
    visit.findings[0].owner = .logistics
    visit.findings[0].due = Day(year: 2026, month: 3, day: 10)
    visit.escalated = true
    #expect(visit.failures().isEmpty)
  }
}
