extension CaseState {
  /// The principal person, nil before the first description.
  public var principal: Person? { persons.first }

  /// Whether the principal person must be treated as a child.
  ///
  /// In doubt, yes.
  public var isChild: Bool {
    guard let principal else { return false }
    return principal.age.isTreatedAsChild(adultAge: profile.adultAge)
  }

  /// Whether the principal person is a child without a verified, safe adult who cares for them.
  public var isChildAlone: Bool {
    let screening = assessment.result(of: .unaccompaniedOrSeparated)
    if screening == .possible || screening == .confirmed { return true }
    guard isChild else { return false }
    for link in familyLinks where link.verified == .yes && link.caresForChild == .yes {
      if link.safe != .no { return false }
    }
    return true
  }

  /// The family type the journey's papers depend on.
  public var familyType: FamilyType {
    if isChildAlone { return .childAlone }
    if isSingleHeaded { return .singleHeaded }
    for link in familyLinks where link.travelsAlong && link.relation == .spouse { return .couple }
    return .adultAlone
  }

  /// Whether somebody voiced a need for international protection that nobody followed up yet.
  public var hasOpenProtectionClaim: Bool {
    let claim = assessment.result(of: .internationalProtection)
    let threat = assessment.result(of: .threatInOrigin)
    guard claim == .possible || claim == .confirmed || threat == .confirmed else { return false }
    for referral in services.referrals where referral.request.service == .asylum {
      if referral.isSettled { return false }
    }
    return true
  }

  /// What is missing before the case can be cleared, at a moment.
  ///
  /// Empty means nothing.
  public func clearanceGaps(at moment: Moment) -> [GuardFailure] {
    var list = FailureList()
    decisionGaps(at: moment, into: &list)
    if assessment.classification?.caseClass == .avm {
      answerGap(.avmUnit, .avmClearanceMissing, at: moment, into: &list)
    }
    answerGap(.receivingMission, .receiverPlanMissing, at: moment, into: &list)
    if let answer = journey.answer(.receivingMission), answer.response != .refused,
      assessment.classification?.caseClass == .avm
    {
      list.require(answer.carePlanAccepted, .receiverPlanMissing)
    }
    childGaps(at: moment, into: &list)
    list.require(!hasOpenProtectionClaim, .protectionClaimOpen)
    return list.failures
  }

  private func decisionGaps(at moment: Moment, into list: inout FailureList) {
    guard let decision = journey.decision else {
      list.require(false, .diligenceUndecided)
      return
    }
    switch decision.outcome {
    case .proceed, .proceedWithConditions: break
    case .deferred, .doNotProceed: list.require(false, .diligenceNotFavourable)
    }
    if let review = decision.reviewOn {
      list.require(moment <= review.end, .diligenceUndecided, .day, review)
    }
    for check in profile.diligenceChecks.elements {
      guard let date = journey.finding(check)?.sourceDate else { continue }
      let fresh = moment <= date.adding(days: profile.diligenceValidity).end
      list.require(fresh, .diligenceIncomplete, .check, check)
    }
  }

  private func answerGap(
    _ party: ClearanceParty, _ rule: Rule, at moment: Moment, into list: inout FailureList
  ) {
    guard let answer = journey.answer(party), answer.response != .refused else {
      list.require(false, rule, .party, party)
      return
    }
    if let until = answer.validUntil {
      list.require(moment <= until.end, .clearanceExpired, .day, until)
    }
  }

  /// What is missing before the person can travel, at a moment: the gates of clearance and of the
  /// journey.
  ///
  /// Empty means nothing; there is no "ready except".
  public func travelGaps(at moment: Moment) -> [GuardFailure] {
    var list = FailureList()
    list.add(clearanceGaps(at: moment))
    list.require(journey.identity.identity == .yes, .identityNotVerified)
    list.require(journey.identity.nationality == .yes, .nationalityNotVerified)
    guard let travel = journey.travel else {
      list.require(false, .travelNotArranged)
      paperGaps(departure: moment, into: &list)
      familyGaps(into: &list)
      list.require(journey.health != nil, .fitToTravelMissing)
      list.require(journey.voluntariness != nil, .voluntarinessNotReconfirmed)
      return list.failures
    }
    list.require(moment <= travel.departure, .departurePassed, .moment, travel.departure)
    list.require(travel.receptionArranged || !needsReception, .receptionMissing)
    paperGaps(departure: travel.departure, into: &list)
    familyGaps(into: &list)
    healthGaps(travel, into: &list)
    voluntarinessGaps(travel, into: &list)
    return list.failures
  }

  private var needsReception: Bool { isChild || assessment.classification?.caseClass == .avm }

  private func paperGaps(departure: Moment, into list: inout FailureList) {
    var valid = false
    for kind in [DocumentKind.passport, .laissezPasser, .emergencyCertificate] {
      valid = valid || isUsable(kind, at: departure)
    }
    list.require(valid, .documentNotValid)
    if !isSettledPaper(.exitPermit, at: departure) { list.require(false, .exitPermissionMissing) }
    if let answer = journey.answer(.countryOfOrigin), answer.response == .refused {
      list.require(false, .originClearanceMissing)
    }
    for kind in profile.papers(country: principal?.country ?? "", family: familyType) {
      let there = isSettledPaper(kind, at: departure)
      list.require(there, .requiredPaperMissing, .document, kind)
    }
    childPaperGaps(departure: departure, into: &list)
  }

  /// Papers that each child needs of its own.
  private func childPaperGaps(departure: Moment, into list: inout FailureList) {
    let country = principal?.country ?? ""
    for kind in profile.papers(country: country, family: familyType, eachChild: true) {
      for child in travellingChildren where !isSettledPaper(kind, of: child, at: departure) {
        list.add(
          GuardFailure(
            .requiredPaperMissing,
            [FailureParameter(.document, kind), FailureParameter(.record, child)]))
      }
    }
  }

  private func isUsable(
    _ kind: DocumentKind, of holder: PersonID = PersonID(1), at moment: Moment
  ) -> Bool {
    guard let paper = journey.paper(kind, of: holder) else { return false }
    guard paper.status == .issued || paper.status == .received else { return false }
    guard let until = paper.validUntil else { return true }
    return moment <= until.end
  }

  private func isSettledPaper(
    _ kind: DocumentKind, of holder: PersonID = PersonID(1), at moment: Moment
  ) -> Bool {
    journey.paper(kind, of: holder)?.status == .notNeeded
      || isUsable(kind, of: holder, at: moment)
  }

  private func healthGaps(_ travel: TravelArrangement, into list: inout FailureList) {
    guard let health = journey.health else {
      list.require(false, .fitToTravelMissing)
      return
    }
    let earliest = travel.departure.adding(minutes: -Int64(profile.embarkationWindow))
    let holds = travel.departure <= health.validUntil && journey.healthAt >= earliest
    list.require(health.isFit && holds, .fitToTravelMissing, .moment, health.validUntil)
    let escorted = health.escort == .none || travel.escort == health.escort
    list.require(escorted && !(isChild && travel.escort == .none), .escortMissing)
  }

  private func voluntarinessGaps(_ travel: TravelArrangement, into list: inout FailureList) {
    guard let check = journey.voluntariness else {
      list.require(false, .voluntarinessNotReconfirmed)
      return
    }
    list.require(check.isVoluntary, .returnNotVoluntary)
    let earliest = travel.departure.adding(minutes: -Int64(profile.voluntarinessWindow) &* 1440)
    list.require(journey.voluntarinessAt >= earliest, .voluntarinessNotReconfirmed)
  }
}

extension Voluntariness {
  /// Whether all four parts are yes.
  public var isVoluntary: Bool {
    free == .yes && informed == .yes && capable == .yes && lawfulDecider == .yes
  }
}
