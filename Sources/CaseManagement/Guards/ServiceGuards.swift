extension CaseState {
  func serviceStartFailures(into list: inout FailureList) {
    guard let classification = assessment.classification,
      classification.caseClass != .undetermined
    else {
      list.require(false, .classUndetermined)
      return
    }
    list.require(assessment.approved.contains(.classification), .reviewerMissing)
    if classification.caseClass == .avm {
      list.require(assessment.plan != nil, .planMissing)
      list.require(assessment.risk != nil, .riskMissing)
    }
    if assessment.risk?.level == .high {
      list.require(urgency.supervisorInformed, .supervisorNotInformed)
    }
  }

  func reviewFailures(at moment: Moment, into list: inout FailureList) {
    for referral in services.referrals {
      if referral.request.urgency == .urgent && referral.isOverdue(at: moment) {
        list.require(false, .urgentReferralOverdue, .record, referral.request.id)
      } else {
        list.require(referral.isSettled, .referralOpen, .record, referral.request.id)
      }
    }
    for need in urgency.open.elements { list.require(false, .urgentNeedFirst, .need, need) }
    escalationGaps(into: &list)
    abductionGaps(into: &list)
    let handled = family.bestInterests.map { $0.stage != .none } ?? false
    list.require(!isChildAlone || handled, .childAloneNoReturn)
    list.require(!hasOpenProtectionClaim, .protectionClaimOpen)
  }

  func accessFailures(_ entry: AuditEntry, by actor: StaffMember, into list: inout FailureList) {
    let field: DataField
    switch entry.record {
    case .caseFile, .export: return
    case .identity: field = .name
    case .sealedScreening: field = .protection
    case .documents: field = .documents
    case .contactRoute: field = .contact
    }
    let knows = profile.roles(knowing: field).contains(actor.role)
    list.require(knows, .roleNotAllowed, .role, actor.role)
  }
}
