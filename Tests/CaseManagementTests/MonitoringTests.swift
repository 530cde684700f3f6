import CaseManagement
import CaseVectors
import Foundation
import Testing

@Suite struct MonitoringTests {
  private let now = Moment(RandomCase.start, hour: 9)

  @Test func phoneFirstAndAVisitOnlyWithLeave() throws {
    let profile = try Training.profile
    var interview = HouseholdInterview(mode: .phone, consent: .known(true), safeToTalk: .yes)
    #expect(interview.failures(profile: profile).isEmpty)
    interview.safeToTalk = .no
    interview.consent = .declined
    #expect(
      interview.failures(profile: profile).map(\.rule) == [
        .monitoringConsentMissing, .notSafeToTalk,
      ])
    interview = HouseholdInterview(
      mode: .visit, attempt: 2, consent: .known(true), safeToTalk: .yes)
    #expect(
      interview.failures(profile: profile).map(\.rule) == [
        .homeVisitTooEarly, .homeVisitNotAuthorized,
      ])
    interview.attempt = 4
    interview.authorizedBy = .protectionMonitor
    #expect(interview.failures(profile: profile).map(\.rule) == [.homeVisitNotAuthorized])
    interview.authorizedBy = .protectionAssistant
    #expect(interview.failures(profile: profile).isEmpty)
  }

  @Test func groupsHaveTheRightSizeAndNeverAskForIncidents() throws {
    let profile = try Training.profile
    var group = FocusGroup(topic: .discrimination, participants: 8, staff: 2)
    #expect(group.failures(profile: profile).isEmpty)
    group.participants = 14
    group.staff = 1
    group.asksIncidents = true
    #expect(
      group.failures(profile: profile).map(\.rule) == [
        .groupSize, .groupStaffMissing, .groupAsksIncidents,
      ])
  }

  @Test func progressIsCountedOnlyOverASpan() {
    var indicator = Indicator(id: "i")
    #expect(indicator.progress == .noSpan)
    indicator.target.thousandths = 80_000
    #expect(indicator.progress == .notMeasured)
    indicator.actual = [Measurement(thousandths: 20_000)]
    #expect(indicator.progress == .thousandths(250))
    indicator.actual = [Measurement(thousandths: -20_000)]
    #expect(indicator.progress == .thousandths(-250))
    indicator.direction = .decrease
    #expect(indicator.progress == .noSpan)
    indicator.baseline.thousandths = 100_000
    indicator.actual = [Measurement(thousandths: 90_000)]
    #expect(indicator.progress == .thousandths(500))
    indicator.baseline.thousandths = .max
    indicator.target.thousandths = .min
    indicator.actual = [Measurement(thousandths: .min)]
    #expect(indicator.progress == .thousandths(1000))
  }

  @Test func reportsCountWithoutGivingPeopleAway() throws {
    let profile = try Training.profile
    let day = now.day
    func incidents(_ risk: ProtectionRisk, _ count: Int, on day: Day) -> [ProtectionIncident] {
      Array(repeating: ProtectionIncident(risk: risk, from: day, to: day), count: count)
    }
    let report = MonitoringReport(
      .weekly, from: day.adding(days: -6), to: day, area: "XM01",
      incidents: incidents(.theftOrEviction, 7, on: day) + incidents(.discrimination, 2, on: day)
        + incidents(.gbv, 9, on: day) + incidents(.theftOrEviction, 5, on: day.adding(days: -30)),
      displacements: [
        DisplacementEvent(trigger: .disaster, on: day, households: 40, individuals: 180)
      ], profile: profile)
    #expect(
      report.incidents == [
        RiskCount(risk: .discrimination, count: nil), RiskCount(risk: .theftOrEviction, count: 7),
      ])
    #expect(report.displacedPeople == 180)
    #expect(report.due(profile: profile) == day.end.adding(minutes: 1440))
  }

  @Test func aReferralCarriesTheChannelOnly() throws {
    var referral = MonitoringReferral(consent: false, route: .phone, safety: .unsafe)
    #expect(referral.intake().failures.map(\.rule) == [.referralNeedsConsent, .contactNotSafe])
    referral.consent = true
    referral.safety = .safe
    var log = CaseLog(id: CaseID(1), profile: try Training.profile)
    let monitor = StaffMember(id: StaffID(4), role: .protectionMonitor)
    let verdict = log.append(
      all: referral.intake().events.map { ProposedEvent(at: now, by: monitor, event: $0) })
    #expect(verdict.isAccepted && log.state.intake.entryPoint == .protectionMonitoring)
    #expect(log.state.contacts.isSafe)
  }

  @Test func serviceEntriesAgeAndRatingsNeedEvidence() throws {
    let profile = try Training.profile
    var entry = ServiceMapEntry(provider: "Lantern", sector: .shelter, quality: .poor)
    #expect(
      entry.failures(profile: profile, at: now).map(\.rule) == [
        .evidenceMissing, .serviceEntryStale,
      ])
    entry.evidence = "two visits"
    entry.verifiedOn = now.day
    #expect(entry.failures(profile: profile, at: now).isEmpty)
  }

  @Test func trendsRestOnRecords() {
    var trend = Trend(risk: .familySeparation, from: now.day, to: now.day, evidence: [1])
    #expect(trend.failures().map(\.rule) == [.evidenceMissing])
    trend.evidence = [1, 2]
    #expect(trend.failures().isEmpty)
  }

  @Test func everyToolIsTaggedWithItsPrinciples() {
    var principles = ChoiceSet<ProtectionPrinciple>()
    for tool in MonitoringTool.allCases {
      #expect(!tool.kinds.isEmpty && tool.principles.contains(.doNoHarm))
      for principle in tool.principles.elements { principles.insert(principle) }
    }
    #expect(principles == .all, "each principle belongs to a tool")
  }
}
