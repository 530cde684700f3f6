extension CaseState {
  /// Adds a recorded event to the state.
  ///
  /// First time passes: what expired before the event takes a ready case back. Then the event
  /// counts. Then the case is looked at again, because a fact can end readiness too.
  public mutating func apply(_ recorded: RecordedEvent) {
    if eventCount == 0 { openedAt = recorded.at }
    passTime(to: recorded.at)
    let change = stage.change(on: recorded.event.kind, heldFrom: heldFrom)
    note(recorded.event, by: recorded.by, at: recorded.at)
    if case .moves(let next) = change { move(to: next, on: recorded.event) }
    settle(at: recorded.at)
    eventCount += 1
  }

  /// The state as it is at a moment when nothing else happened: what expired has expired.
  public func asOf(_ moment: Moment) -> CaseState {
    var copy = self
    copy.passTime(to: moment)
    return copy
  }

  private mutating func passTime(to moment: Moment) {
    if moment > lastAt { lastAt = moment }
    lapse(at: lastAt)
  }

  private mutating func settle(at moment: Moment) {
    if stage == .triaged, holdsConsent(for: .intake, at: moment) { stage = .consented }
    lapse(at: moment)
  }

  /// Takes a ready case back to the review when a gate no longer holds.
  private mutating func lapse(at moment: Moment) {
    guard stage.canLapse else { return }
    let gaps = stage == .cleared ? clearanceGaps(at: moment) : travelGaps(at: moment)
    guard !gaps.isEmpty else { return }
    stage = .readinessReview
    journey.lapses &+= 1
    journey.lapsed = gaps
  }

  private mutating func move(to next: Stage, on event: CaseEvent) {
    if next == .onHold { heldFrom = stage }
    if stage == .onHold && next != .onHold { safeguards.hold = nil }
    if next == .reopened { startAgain() }
    stage = next
  }

  /// A reopened case keeps its history, but nothing that a new return could rest on.
  private mutating func startAgain() {
    services.tracks = [TrackStatus](repeating: .notStarted, count: Track.count)
    journey.health = nil
    journey.decision = nil
    journey.voluntariness = nil
    journey.travel = nil
    journey.asked = []
    journey.answers = [ClearanceAnswer?](repeating: nil, count: ClearanceParty.count)
    journey.findings = [DiligenceEntry?](repeating: nil, count: DiligenceCheck.count)
    journey.assessors = [StaffID](repeating: StaffID(0), count: DiligenceCheck.count)
    contacts.triage = nil
    contacts.failedAttempts = 0
    assessment.approved = []
    safeguards.closure = nil
    safeguards.handover = nil
    safeguards.entryConfirmed = false
  }
}
