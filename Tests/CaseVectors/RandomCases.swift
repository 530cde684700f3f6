#if canImport(CaseManagement)
public import CaseManagement
#endif

/// What a random case broke, if anything.
public enum BrokenInvariant: Int64, Sendable {
  case none, refusalChangedLog, readyWithGap, referralWithoutConsent, replayDiffers, urgentBlocked
  case acceptedWithBlocker, stageUnknown, lapseMissed, handedOverUnready, movedOnHold
}

/// A random case: half a good case, half chaos, checked after each event.
public struct RandomCase: Sendable {
  /// The profile.
  public let profile: AgencyProfile
  private let path: [CaseCommand]

  /// A maker of random cases.
  public init(profile: AgencyProfile) {
    self.profile = profile
    var names = ProviderNames()
    _ = names.add("lantern")
    var commands: [CaseCommand] = []
    for line in RandomCase.road {
      if let command = try? CommandCatalogue.command(UTF8Text(word: line), names: names) {
        commands.append(command)
      }
    }
    path = commands
  }

  /// How many of the commands of the good road were understood.
  public var roadLength: Int { path.count }

  /// The good road, as far as commands go.
  ///
  /// Days are those of the cases' start, 2026-03-09.
  public static var road: [StaticString] {
    [
      "received hotline", "confirm safe contact", "check duplicates", "triage soon",
      "explain limits", "explain protection", "consent intake team",
      "consent shelter lantern name contact needs", "consent clearance team name age health",
      "consent handover team name travel documents", "private place", "interpreter suitable",
      "start assessment", "consider individual", "consider household", "consider community",
      "consider structural", "screen trafficking confirmed", "screen gbv", "screen uasc",
      "screen international-protection", "screen health", "screen mhpss", "screen disability",
      "classify avm trafficking", "approve classification", "rate risk medium", "make plan 2",
      "start services", "refer shelter lantern soon", "answer shelter accepted",
      "continue shelter", "passport issued 2026-12-31", "exit-permit not-needed",
      "voluntary-return-declaration received", "photo received", "verify identity",
      "verify nationality", "check free-and-informed-decision favourable",
      "check protection-information favourable", "check threat-on-return favourable",
      "check place-security favourable", "check services-at-destination favourable",
      "check specific-group favourable", "check post-arrival-follow-up favourable",
      "decide return proceed", "ask clearance avm-unit name age",
      "clearance avm-unit granted 2026-12-31", "ask clearance receiving-mission name age",
      "clearance receiving-mission granted 2026-12-31", "start readiness review", "clear case",
      "arrange travel 2026-03-20", "confirm voluntary", "fitness fit 2026-03-25",
      "track documents done", "track health done", "track due-diligence done",
      "track logistics done", "track protection-referrals done", "confirm entry",
      "declare travel-ready", "hand over name travel",
    ]
  }

  /// Plays one random case.
  ///
  /// - Returns: The digest of all that happened, and the first invariant that broke.
  public func play(
    seed: UInt64, steps: Int, into digest: inout Digest
  ) -> BrokenInvariant {
    var dice = Dice(seed: seed)
    var log = CaseLog(id: CaseID(1), profile: profile)
    var now = Moment(RandomCase.start, hour: 9)
    var place = 0
    let loyalty = 40 + dice.below(60)
    for _ in 0..<steps {
      let (proposal, onRoad) = propose(&dice, log, &now, place, loyalty)
      let before = log.events.count
      let verdict = log.append(proposal)
      if onRoad && (verdict.isAccepted || dice.chance(30)) { place += 1 }
      digest.add(verdict, log.state)
      let broken = check(log, verdict, before, now)
      if broken != .none { return broken }
    }
    if CaseState(profile: profile, folding: log.events) != log.state { return .replayDiffers }
    return replay(log)
  }

  /// Plays one random case and shows the state after each event.
  public func watch(seed: UInt64, steps: Int, _ look: (CaseState) -> Void) {
    var dice = Dice(seed: seed)
    var log = CaseLog(id: CaseID(1), profile: profile)
    var now = Moment(RandomCase.start, hour: 9)
    var place = 0
    let loyalty = 40 + dice.below(60)
    for _ in 0..<steps {
      let (proposal, onRoad) = propose(&dice, log, &now, place, loyalty)
      let verdict = log.append(proposal)
      if onRoad && (verdict.isAccepted || dice.chance(30)) { place += 1 }
      look(log.state)
    }
  }

  /// The day every random case starts.
  public static var start: Day { Day(year: 2026, month: 3, day: 9) ?? Day(days: 0) }

  private func propose(
    _ dice: inout Dice, _ log: CaseLog, _ now: inout Moment, _ place: Int, _ loyalty: Int64
  ) -> (ProposedEvent, Bool) {
    now = now.adding(minutes: dice.below(60))
    if dice.chance(2) { now = now.adding(minutes: dice.below(20_000)) }
    let at = dice.chance(1) ? now.adding(minutes: -dice.below(5_000)) : now
    if dice.chance(loyalty), place < path.count {
      let command = path[place]
      if case .event(let event) = command.effect(in: log.state) {
        return (ProposedEvent(at: at, by: actor(command.id.role), event: event), true)
      }
    }
    var archive = RandomArchive(dice: dice, around: now)
    var event = CaseEvent()
    event.visitFields(&archive)
    var actor = StaffMember()
    actor.visitFields(&archive)
    dice = archive.dice
    if case .personDescribed(var person) = event, dice.chance(70) {
      person.id = PersonID(1)
      person.age = .exact(30)
      event = .personDescribed(person)
    }
    if log.state.persons.isEmpty && dice.chance(40) {
      event = .personDescribed(Person(id: PersonID(1), age: .exact(30)))
    }
    if log.state.services.providers.isEmpty && dice.chance(40) {
      event = .providerListed(
        Provider(id: ProviderID(1), service: .shelter, verifiedOn: RandomCase.start, safe: .yes))
    }
    if dice.chance(3) {
      actor = self.actor(.supervisor)
      event =
        log.state.assessment.approved.contains(.closure)
        ? .closed(Closure(reason: .goalsMet, deleteOn: now.day.adding(days: 30)))
        : .approvalRecorded(Approval(subject: .closure))
    }
    return (ProposedEvent(at: at, by: actor, event: event), false)
  }

  private func actor(_ role: StaffRole) -> StaffMember {
    StaffMember(id: StaffID(UInt32(role.rawValue) + 1), role: role)
  }

  private func check(
    _ log: CaseLog, _ verdict: Verdict, _ before: Int, _ now: Moment
  ) -> BrokenInvariant {
    switch verdict {
    case .accepted(let advice):
      for failure in advice where failure.blocks { return .acceptedWithBlocker }
      if log.events.count != before + 1 { return .refusalChangedLog }
      let broken = checkGates(log)
      if broken != .none { return broken }
    case .refused: if log.events.count != before { return .refusalChangedLog }
    }
    let state = log.state
    if state.stage == .travelReady, !state.travelGaps(at: state.lastAt).isEmpty {
      return .readyWithGap
    }
    let later = state.asOf(now.adding(minutes: 30_000))
    if later.stage == .travelReady, !later.travelGaps(at: later.lastAt).isEmpty {
      return .lapseMissed
    }
    if !consentsMatch(state) { return .referralWithoutConsent }
    return urgentIsPossible(state, now) ? .none : .urgentBlocked
  }

  /// What was handed over was ready in every way, and nothing moved towards travel on hold.
  private func checkGates(_ log: CaseLog) -> BrokenInvariant {
    let state = log.state
    switch log.events.last?.event {
    case .handedOver:
      for track in state.neededTracks.elements {
        if state.services.tracks[Int(track.rawValue)] != .done { return .handedOverUnready }
      }
      let owed = !state.missingReports.isEmpty || !state.unreportedTriggers.isEmpty
      return owed || !state.safeguards.entryConfirmed ? .handedOverUnready : .none
    case .travelArranged, .clearanceRequested:
      return state.stage == .onHold ? .movedOnHold : .none
    default: return .none  // Only these two gates are looked at here.
    }
  }

  private func consentsMatch(_ state: CaseState) -> Bool {
    for referral in state.services.referrals {
      guard case .consent(let leave) = referral.authority else {
        if referral.request.override == nil { return false }
        continue
      }
      guard let index = leave.consent.index(in: state.consents.given.count) else { return false }
      let record = state.consents.given[index]
      let named = record.consent.recipients.contains(referral.request.provider)
      let covered = referral.request.fields.subtracting(record.consent.fields).isEmpty
      let purpose = record.consent.purpose == Purpose(referral.request.service)
      let before = record.withdrawnAt.map { $0 >= referral.sentAt } ?? true
      if !(named && covered && purpose && before) { return false }
    }
    return true
  }

  /// Acting on an urgent need and sending an urgent referral are possible in every stage.
  private func urgentIsPossible(_ state: CaseState, _ now: Moment) -> Bool {
    guard state.stage != .notOpen else { return true }
    let at = max(now, state.lastAt)
    let worker = StaffMember(id: StaffID(1), role: .caseworker)
    let request = ReferralRequest(
      id: state.nextReferral, service: .medical, provider: ProviderID(0), urgency: .urgent,
      fields: [.name, .health], override: .imminentDanger)
    for event in [
      CaseEvent.urgentNeedActed(UrgentAction(need: .medicalEmergency)), .referralSent(request),
    ] {
      for failure in state.failures(of: event, by: worker, at: at) where failure.blocks {
        return false
      }
    }
    return true
  }

  private func replay(_ log: CaseLog) -> BrokenInvariant {
    var proposals: [ProposedEvent] = []
    for event in log.events { proposals.append(ProposedEvent(event)) }
    do throws(ReplayError) {
      let copy = try CaseLog(header: log.header, replaying: proposals, profile: profile)
      return copy == log ? .none : .replayDiffers
    } catch {
      return .replayDiffers
    }
  }
}
