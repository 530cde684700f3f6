import CaseManagement
import CaseVectors
import Foundation
import Testing

/// Clinical windows, holds, tracks and the confirmed entry, in the words of the catalogue.
@Suite struct HandoverGateTests {
  private func story(_ lines: String) throws -> Story {
    var story = Story(profile: try Training.profile)
    let text = "begin 2026-03-09\nprovider clinic medical 2026-03-01\n" + lines
    story.play(UTF8Text(text))
    let written = text.split(separator: "\n", omittingEmptySubsequences: false)
    for mismatch in story.mismatches {
      let rules = mismatch.failures.map { "\($0.rule.word)" }.joined(separator: " ")
      Issue.record("\(written[mismatch.line - 1]) -- \(mismatch.reason) [\(rules)]")
    }
    return story
  }

  // MARK: Clinical windows

  private func advice(_ story: Story, urgency: Urgency = .urgent) -> [GuardFailure] {
    let request = ReferralRequest(
      id: story.state.nextReferral, provider: ProviderID(1), urgency: urgency, fields: [.name])
    return story.state.failures(
      of: .referralSent(request), by: StaffMember(), at: story.state.lastAt)
  }

  private func measures(_ failures: [GuardFailure], _ rule: Rule) -> [String] {
    failures.filter { $0.rule == rule }.compactMap { $0.parameters.first?.word.map { "\($0)" } }
  }

  /// Hours since the violence, and the measures whose window has closed.
  @Test(arguments: [
    (0, []), (72, []), (73, ["hiv-prophylaxis"]),
    (121, ["hiv-prophylaxis", "emergency-contraception"]),
  ]) func windowsAreTheProfilesAndNeverBlock(hours: Int, closed: [String]) throws {
    let story = try story(
      """
      do received hotline
      do urgent recent-violence \(hours)
      do explain limits
      do consent medical clinic name
      """)
    let failures = advice(story)
    #expect(!failures.contains { $0.blocks })
    #expect(measures(failures, .clinicalWindowPassed) == closed)
    let open = ClinicalMeasure.allCases.map { "\($0.word)" }.filter { !closed.contains($0) }
    #expect(measures(failures, .clinicalWindow) == open)
    let end = Moment(RandomCase.start, hour: 9).adding(minutes: Int64(72 - hours) * 60)
    #expect(failures.first?.parameters.last == FailureParameter(.moment, end))
  }

  @Test func withoutATimeTheWindowCountsFromTheMomentItWasToldAndOnlyForHealth() throws {
    var story = try story(
      """
      do received hotline
      do explain limits
      do consent medical clinic name
      """)
    #expect(advice(story).isEmpty, "nobody spoke of violence")
    story.play("do urgent recent-violence\ndo wait 80 hours")
    #expect(measures(advice(story), .clinicalWindowPassed) == ["hiv-prophylaxis"])
    let shelter = ReferralRequest(
      id: ReferralID(1), service: .shelter, provider: ProviderID(0), urgency: .urgent,
      override: .imminentDanger)
    let other = story.state.failures(
      of: .referralSent(shelter), by: StaffMember(), at: story.state.lastAt)
    #expect(measures(other, .clinicalWindow).isEmpty)
  }

  @Test func openWindowsAreDeadlinesUntilAReferralWasSent() throws {
    var story = try story(
      """
      do received hotline
      do urgent recent-violence 100
      do explain limits
      do consent medical clinic name
      """)
    func windows() -> [String] {
      story.state.deadlines.filter { $0.kind == .clinicalWindow }
        .compactMap { $0.about?.word.map { "\($0)" } }
    }
    #expect(windows().first == "emergency-contraception" && windows().count == 5)
    story.play("do refer medical clinic urgent")
    #expect(story.mismatches.isEmpty && windows().isEmpty)
  }

  @Test func aTimeThatLiesAheadNeverKeepsAnUrgentNeedOut() throws {
    var log = CaseLog(id: CaseID(1), profile: try Training.profile)
    let now = Moment(RandomCase.start, hour: 9)
    for event in [
      CaseEvent.received(Intake(entryPoint: .hotline)),
      .urgentNeedRaised(
        UrgentNeedRaised(need: .recentViolence, happenedAt: now.adding(minutes: 600))),
    ] {
      let verdict = log.append(ProposedEvent(at: now, by: StaffMember(), event: event))
      #expect(verdict.isAccepted)
    }
    #expect(log.state.urgency.violenceAt == now)
  }

  // MARK: Holds

  /// A reason to wait, what makes it real, and what settles it.
  @Test(arguments: [
    ("safety", "do urgent danger", "do act danger"),
    ("health", "do fitness not-yet-fit 2026-03-20", "do fitness fit 2026-03-20"),
    ("contact-lost", "do try contact phone no-answer", "do try contact phone reached"),
    (
      "protection-claim", "do screen international-protection possible",
      "do screen international-protection no-indicators"
    ),
    (
      "best-interests", "do screen uasc possible",
      "do best-interests determination return-to-family"
    ),
  ]) func aCaseGoesOnWhenItsReasonIsSettled(reason: String, cause: String, end: String) throws {
    let story = try story(
      """
      person 30 talvia ti
      do received hotline
      do confirm safe contact
      do explain limits
      do consent intake team name
      do consent clearance team name
      do private place
      \(cause)
      do hold \(reason)
      no resume case : hold-reason-open
      no arrange travel 2026-03-20 : case-on-hold
      no ask clearance receiving-mission name : case-on-hold
      \(end)
      do resume case
      do arrange travel 2026-03-20
      do ask clearance receiving-mission name
      """)
    #expect(story.state.safeguards.hold == nil)
  }

  @Test func noReturnIsDecidedForOnHoldButAgainstItAtAnyTime() throws {
    _ = try story(
      """
      do received hotline
      do check free-and-informed-decision favourable
      do check protection-information favourable
      do check threat-on-return favourable
      do check place-security favourable
      do check services-at-destination favourable
      do check specific-group favourable
      do check post-arrival-follow-up favourable
      do hold awaiting-person
      no decide return proceed : case-on-hold
      do decide return defer
      do resume case
      do decide return proceed
      """)
  }

  // MARK: Tracks and the entry

  /// The story of a plain return up to the moment before its handover.
  private func ready() throws -> Story {
    let text = try Repository.text("Tests/Fixtures/case-stories/01-stranded-worker.story")
    let start = try #require(text.range(of: "# Handover waits")?.lowerBound)
    var story = Story(profile: try Training.profile)
    story.play(UTF8Text(text[..<start] + "do consent handover team name travel documents\n"))
    try #require(story.mismatches.isEmpty && story.state.stage == .travelReady)
    return story
  }

  private func play(_ lines: String, in story: inout Story) {
    story.play(UTF8Text(lines))
    #expect(story.mismatches.isEmpty, "\(story.mismatches)")
  }

  private func open(_ story: Story) -> [String] {
    let handover = Handover(receiver: .preDepartureTeam, receiverAccepts: true, fields: [.name])
    return story.state.failures(
      of: .handedOver(handover), by: StaffMember(), at: story.state.lastAt
    ).filter { $0.rule == .trackOpen }.compactMap { $0.parameters.first?.word.map { "\($0)" } }
  }

  @Test func eachNeededTrackHoldsTheHandover() throws {
    var story = try ready()
    #expect(open(story) == ["documents", "health", "due-diligence", "logistics"])
    play("do track documents done\ndo track health not-needed", in: &story)
    play("do track logistics ongoing", in: &story)
    #expect(open(story) == ["health", "due-diligence", "logistics"], "a needed track is done")
    // One that is not needed holds only once it was begun.
    play("do track child-and-family blocked", in: &story)
    #expect(open(story).contains("child-and-family"))
    play("do track child-and-family not-needed", in: &story)
    #expect(!open(story).contains("child-and-family"))
  }

  @Test func theFamilyAndTheClassSayWhichTracksAreNeeded() throws {
    let plain = try ready()
    #expect(plain.state.neededTracks == [.documents, .health, .dueDiligence, .logistics])
    let child = try story("person 15 talvia ti\ndo received hotline")
    #expect(child.state.neededTracks.contains(.childAndFamily))
    let mother = try story("person 30 talvia ti\ndo received hotline\ndo family child yes")
    #expect(mother.state.neededTracks.contains(.childAndFamily))
    let epilepsy = try Repository.text("Tests/Fixtures/case-stories/07-epilepsy.story")
    var vulnerable = Story(profile: try Training.profile)
    vulnerable.play(UTF8Text(epilepsy))
    #expect(vulnerable.state.neededTracks.contains(.protectionReferrals))
  }

  @Test func aChangeAfterTheCheckAsksForAnother() throws {
    var story = try ready()
    let tracks = ["documents", "health", "due-diligence", "logistics"]
    play(tracks.map { "do track \($0) done\n" }.joined(), in: &story)
    play("no hand over name travel : entry-not-confirmed\ndo confirm entry", in: &story)
    for change in [
      "do passport received 2027-02-28", "do family spouse yes", "do photo received",
    ] {
      play(change, in: &story)
      play("no hand over name travel : entry-not-confirmed\ndo confirm entry", in: &story)
    }
    play("do hand over name travel\nis handed-over", in: &story)
  }

  @Test func aReopenedCaseBeginsItsTracksAgain() throws {
    var story = try ready()
    play("do track documents done\ndo confirm entry", in: &story)
    play("do withdraw return\ndo reopen case", in: &story)
    #expect(story.state.services.tracks.allSatisfy { $0 == .notStarted })
    #expect(!story.state.safeguards.entryConfirmed)
  }
}
