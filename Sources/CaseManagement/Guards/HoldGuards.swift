extension CaseState {
  /// Nothing moves towards travel while a case is on hold: no journey, no clearance asked for, no
  /// decision to go.
  func holdFailures(into list: inout FailureList) {
    guard stage == .onHold, let reason = safeguards.hold else { return }
    list.require(false, .caseOnHold, .reason, reason)
  }

  /// A case goes on when what it waited for is settled, as far as the record can tell.
  func resumeFailures(at moment: Moment, into list: inout FailureList) {
    guard let reason = safeguards.hold else { return }
    list.require(!isUnsettled(reason, at: moment), .holdReasonOpen, .reason, reason)
  }

  private func isUnsettled(_ reason: HoldReason, at moment: Moment) -> Bool {
    switch reason {
    case .safety: return !urgency.open.isEmpty
    case .protectionClaim: return hasOpenProtectionClaim
    case .health: return journey.health.map { !$0.isFit } ?? false
    case .contactLost: return contacts.failedAttempts > 0
    case .bestInterests:
      var gaps = FailureList()
      childGaps(at: moment, into: &gaps)
      return !gaps.failures.isEmpty
    case .awaitingPerson, .legal, .logistics, .situationInOrigin:
      // The record holds no fact that settles these; the gates are looked at again anyway.
      return false
    }
  }

  /// The tracks this family and this class need before a handover.
  public var neededTracks: ChoiceSet<Track> {
    var needed: ChoiceSet<Track> = [.documents, .health, .dueDiligence, .logistics]
    let vulnerable = assessment.classification?.caseClass == .avm
    if vulnerable || !services.referrals.isEmpty { needed.insert(.protectionReferrals) }
    if isChild || !travellingChildren.isEmpty { needed.insert(.childAndFamily) }
    return needed
  }

  /// Tracks that keep a case from being handed over: needed and not done, or begun and not ended.
  func trackGaps(into list: inout FailureList) {
    let needed = neededTracks
    for track in ChoiceSet<Track>.all.elements {
      let settled: Bool
      switch services.tracks[Int(track.rawValue)] {
      case .done: settled = true
      case .notStarted, .notNeeded: settled = !needed.contains(track)
      case .ongoing, .blocked: settled = false
      }
      list.require(settled, .trackOpen, .track, track)
    }
  }
}

extension HealthClearance {
  /// Whether the health unit lets the person travel, with conditions or without.
  public var isFit: Bool { fitness == .fit || fitness == .fitWithConditions }
}
