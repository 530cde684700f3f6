extension CaseState {
  /// The children who travel: 1 when the principal person is a child, and the numbers of family
  /// links.
  public var travellingChildren: [PersonID] {
    var children: [PersonID] = isChild ? [PersonID(1)] : []
    for link in familyLinks where link.travelsAlong {
      // A sister or brother of a child counts as a child: in doubt, yes.
      if link.relation == .child || (isChild && link.relation == .sibling) {
        children.append(link.person)
      }
    }
    return children
  }

  /// Whether a number names the principal person as a child, or a child of the family.
  func isChildOfFamily(_ person: PersonID) -> Bool {
    if person.raw == 1 { return isChild }
    for link in familyLinks where link.person == person {
      return link.relation == .child || (isChild && link.relation == .sibling)
    }
    return false
  }

  /// Whether one parent travels with children.
  public var isSingleHeaded: Bool {
    var parents = 0
    for link in familyLinks where link.travelsAlong {
      if !isChild && link.relation == .spouse { return false }
      if isChild && link.relation == .parent { parents += 1 }
    }
    return isChild ? parents == 1 : !travellingChildren.isEmpty
  }

  /// Why a formal determination of best interests is needed here, among the profile's triggers.
  public var determinationReasons: [BestInterestsTrigger] {
    var reasons: [BestInterestsTrigger] = []
    for trigger in profile.determinationTriggers.elements where applies(trigger) {
      reasons.append(trigger)
    }
    return reasons
  }

  private func applies(_ trigger: BestInterestsTrigger) -> Bool {
    switch trigger {
    case .unaccompaniedReturn: return isChildAlone
    case .separationFromParents: return isChild && isParentLeftBehind
    case .temporaryCare: return family.bestInterests?.option == .temporaryCare
    case .custodyDispute:
      for review in family.reviews where review.consent == .refused { return true }
      return false
    }
  }

  /// Whether the journey parts a child from a parent who cares for it.
  private var isParentLeftBehind: Bool {
    let separated = assessment.result(of: .familySeparation)
    if separated == .possible || separated == .confirmed { return true }
    for link in familyLinks where link.relation == .parent && !link.travelsAlong {
      if link.caresForChild == .yes && link.safe != .no { return true }
    }
    return false
  }

  /// What is missing in the best-interests procedure before a case can be cleared: a determination
  /// for each trigger of the profile that applies, and nothing decided against return.
  func childGaps(at moment: Moment, into list: inout FailureList) {
    let reasons = determinationReasons
    let result = family.bestInterests
    for reason in reasons where result?.stage != .determination {
      list.require(false, .determinationMissing, .reason, reason)
    }
    guard let result else { return }
    if result.stage == .determination || result.option != .undecided {
      list.require(result.option == .returnToFamily, .returnNotInBestInterests)
    }
    if !reasons.isEmpty, let review = result.reviewOn {
      list.require(moment <= review.end, .determinationMissing, .day, review)
    }
  }

  /// What is missing in the papers of a single-headed family, child by child.
  func familyGaps(into list: inout FailureList) {
    guard isSingleHeaded else { return }
    for child in travellingChildren {
      guard let review = family.review(of: child) else {
        list.require(false, .singleParentReviewOpen, .record, child)
        continue
      }
      list.require(review.abductionSuspected == .no, .abductionSuspected, .record, child)
      list.require(
        review.isComplete || isDisputeSettled(review), .singleParentReviewOpen, .record, child)
    }
  }

  /// A parent's refusal is settled by a determination only, and only where the profile says that a
  /// dispute about custody goes to the panel.
  private func isDisputeSettled(_ review: SingleParentReview) -> Bool {
    guard review.consent == .refused, profile.determinationTriggers.contains(.custodyDispute),
      let result = family.bestInterests, result.stage == .determination
    else { return false }
    return result.option == .returnToFamily && review.isDocumented
  }

  /// A suspicion of abduction goes to child protection before anything else.
  func abductionGaps(into list: inout FailureList) {
    for review in family.reviews where review.abductionSuspected == .yes {
      var referred = false
      for referral in services.referrals where referral.request.service == .childProtection {
        referred = true
      }
      list.require(referred, .abductionSuspected, .record, review.child)
    }
  }
}

extension SingleParentReview {
  /// Whether all papers but the other parent's consent are complete.
  public var isDocumented: Bool {
    childIdentified == .yes && relationVerified == .yes && childView != .notHeard
      && abductionSuspected == .no && uploaded
  }

  /// Whether the papers are complete, or it is documented why the other parent is not asked.
  public var isComplete: Bool {
    let settled: Bool
    switch consent {
    case .obtained, .notNeeded: settled = absentParent != .unsafeToContact
    case .notSought:
      settled = absentParent != .reachable && absentParent != .notApplicable && custody != .none
    case .pending, .refused: settled = false
    }
    return settled && isDocumented
  }
}
