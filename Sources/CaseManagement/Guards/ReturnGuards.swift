extension CaseState {
  func findingFailures(_ entry: DiligenceEntry, at moment: Moment, into list: inout FailureList) {
    guard entry.finding != .unknown else { return }
    let sourced = entry.sources >= 1 && entry.sourceDate != nil
    list.require(sourced, .findingWithoutSource, .check, entry.check)
    if let date = entry.sourceDate {
      list.require(date <= moment.day, .valueImpossible, .day, date)
    }
  }

  func decisionFailures(
    _ decision: DiligenceDecision, by actor: StaffMember, into list: inout FailureList
  ) {
    var assessed = false
    for check in profile.diligenceChecks.elements {
      let present = journey.finding(check).map { $0.finding != .unknown } ?? false
      list.require(present, .diligenceIncomplete, .check, check)
      if journey.assessors[Int(check.rawValue)] == actor.id { assessed = true }
    }
    list.require(!assessed, .approverIsMaker)
    switch decision.outcome {
    case .deferred, .doNotProceed: return
    case .proceed, .proceedWithConditions: break
    }
    holdFailures(into: &list)
    for check in profile.diligenceChecks.elements {
      guard let entry = journey.finding(check) else { continue }
      list.require(entry.finding != .serious, .diligenceNotFavourable, .check, check)
      let conditions = decision.outcome == .proceedWithConditions && decision.conditions > 0
      if entry.finding == .concern {
        list.require(conditions, .diligenceNotFavourable, .check, check)
      }
    }
    if let free = journey.finding(.freeAndInformedDecision) {
      list.require(free.finding == .favourable, .returnNotVoluntary)
    }
  }

  func voluntarinessFailures(_ check: Voluntariness, into list: inout FailureList) {
    guard check.informed == .yes else { return }
    list.require(consents.protectionInformation, .protectionInformationMissing)
    // Who wants to leave detention may agree to anything: nobody else may listen.
    if intake.inDetention && check.free == .yes {
      list.require(assessment.setting.privacy == .private, .placeNotPrivate)
    }
  }

  func handoverFailures(_ handover: Handover, at moment: Moment, into list: inout FailureList) {
    list.add(travelGaps(at: moment))
    escalationGaps(into: &list)
    trackGaps(into: &list)
    list.require(safeguards.entryConfirmed, .entryNotConfirmed)
    list.require(handover.receiverAccepts, .receiverNotAccepting)
    let check = capability(
      for: .handover, recipient: handover.recipient, fields: handover.fields, consent: nil,
      at: moment)
    if case .missing(let failure) = check { list.add(failure) }
  }

  func singleParentFailures(_ review: SingleParentReview, into list: inout FailureList) {
    let asked = review.consent == .obtained || review.consent == .pending
    list.require(!(review.absentParent == .unsafeToContact && asked), .unsafeParentContacted)
    list.require(isChildOfFamily(review.child), .recordUnknown, .record, review.child)
    if review.abductionSuspected == .yes {
      list.require(false, .abductionSuspected, severity: .advice)
    }
  }

  func bestInterestsFailures(
    _ result: BestInterests, by actor: StaffMember, into list: inout FailureList
  ) {
    guard result.option != .undecided else { return }
    list.require(result.childView != .notHeard, .childNotHeard)
    let placed = result.option == .temporaryCare && result.stage != .determination
    if placed, profile.determinationTriggers.contains(.temporaryCare) {
      list.require(false, .determinationMissing, .reason, BestInterestsTrigger.temporaryCare)
    }
    guard result.stage == .determination else { return }
    let panel = actor.role == .bestInterestsPanel && result.panelMembers >= 2
    list.require(panel && result.optionsWeighed >= 2, .determinationNeedsPanel)
  }

  func claimantFailures(_ update: TracingUpdate, into list: inout FailureList) {
    switch update.status {
    case .verified, .reunified:
      list.require(update.claimantVerified == .yes, .claimantNotVerified)
    case .open, .inProgress, .closed: break
    }
  }

  func withdrawalFailures(at moment: Moment, into list: inout FailureList) {
    guard stage == .handedOver, let travel = journey.travel else { return }
    list.require(moment.day <= travel.departure.day, .departurePassed, .moment, travel.departure)
  }

  func closureFailures(_ closure: Closure, at moment: Moment, into list: inout FailureList) {
    let allowed = profile.closureReasons.contains(closure.reason)
    list.require(
      allowed && reasonFits(closure.reason), .closureReasonDoesNotFit, .reason,
      closure.reason)
    list.require(assessment.approved.contains(.closure), .closureNotApproved)
    retentionFailures(closure, at: moment, into: &list)
    reportGaps(into: &list)
    if closure.reason == .lostContact {
      let enough = contacts.failedAttempts >= profile.contactTries
      list.require(enough, .contactTriesTooFew, .tally, profile.contactTries)
    }
    guard closure.reason != .died, closure.reason != .lostContact else { return }
    for need in urgency.open.elements { list.require(false, .urgentNeedFirst, .need, need) }
  }

  private func retentionFailures(
    _ closure: Closure, at moment: Moment, into list: inout FailureList
  ) {
    guard let day = closure.deleteOn, day >= moment.day else {
      list.require(false, .retentionDateMissing)
      return
    }
    if let most = profile.daysKept(sensitivity) {
      let last = moment.day.adding(days: most)
      list.require(day <= last, .retentionDateMissing, .day, last)
    }
  }

  private func reasonFits(_ reason: ClosureReason) -> Bool {
    switch reason {
    case .returned: stage == .handedOver
    case .withdrawn: stage == .withdrawn
    case .redirected: stage == .redirected
    case .duplicate: contacts.duplicate == .merged
    case .goalsMet, .transferred, .lostContact, .died: true
    }
  }

  /// How closely the record is kept: as closely as its most sensitive finding.
  public var sensitivity: Sensitivity {
    var highest = Sensitivity.confidential
    for topic in vulnerabilitySigns {
      let kept = profile.sensitivity(of: topic)
      if kept.rawValue > highest.rawValue { highest = kept }
    }
    return highest
  }
}
