extension CaseState {
  func assessmentFailures(at moment: Moment, into list: inout FailureList) {
    for need in urgency.open.elements { list.require(false, .urgentNeedFirst, .need, need) }
    list.require(holdsConsent(for: .intake, at: moment), .intakeConsentMissing)
    list.require(assessment.setting.privacy == .private, .placeNotPrivate)
    let suitable =
      assessment.setting.interpreter == .suitable || assessment.setting.interpreter == .notNeeded
    list.require(suitable, .interpreterNotSuitable)
  }

  func screeningFailures(
    _ screening: Screening, by actor: StaffMember, at moment: Moment, into list: inout FailureList
  ) {
    list.require(holdsConsent(for: .intake, at: moment), .intakeConsentMissing)
    let asked = screening.result != .declined && screening.result != .notDone
    if asked {
      list.require(assessment.setting.privacy == .private, .placeNotPrivate)
      let fit = assessment.setting.interpreter
      list.require(
        fit != .relative && fit != .guardOnDuty && fit != .employerLinked,
        .interpreterNotSuitable)
    }
    if screening.topic == .gbv || screening.topic == .sea {
      let allowed = profile.gbvRecorders.contains(actor.role)
      list.require(allowed, .gbvRoleOnly, .role, actor.role)
    }
  }

  func classificationFailures(_ classification: Classification, into list: inout FailureList) {
    list.require(principal != nil, .personNotDescribed)
    for topic in profile.mandatoryScreenings.elements {
      let done = assessment.result(of: topic) != .notDone
      list.require(done, .screeningMissing, .topic, topic)
    }
    for level in ChoiceSet<FactorLevel>.all.elements {
      list.require(assessment.levels.contains(level), .levelNotConsidered, .level, level)
    }
    if classification.caseClass == .avr { plainReturnFailures(into: &list) }
    let fits = classification.basisFits
    list.require(fits, .basisDoesNotFit, .reason, classification.basis)
  }

  /// A plain return needs no sign of vulnerability, no open question, and protection at each level
  /// that has a risk.
  private func plainReturnFailures(into list: inout FailureList) {
    for topic in vulnerabilitySigns { list.require(false, .avmSignsIgnored, .topic, topic) }
    for topic in profile.mandatoryScreenings.elements {
      let declined = assessment.result(of: topic) == .declined
      list.require(!declined, .declinedStaysUndetermined, .topic, topic)
    }
    for level in assessment.riskLevels.subtracting(assessment.protectedLevels).elements {
      list.require(false, .protectiveFactorsUnclear, .level, level)
    }
  }

  /// Screenings that speak for assistance to a vulnerable migrant.
  public var vulnerabilitySigns: [ScreeningTopic] {
    var signs: [ScreeningTopic] = []
    for topic in ChoiceSet<ScreeningTopic>.all.elements {
      switch assessment.result(of: topic) {
      case .possible, .confirmed: signs.append(topic)
      case .notDone, .noIndicators, .declined: break
      }
    }
    if isChildAlone && !signs.contains(.unaccompaniedOrSeparated) {
      signs.append(.unaccompaniedOrSeparated)
    }
    return signs
  }

  func approvalFailures(
    _ approval: Approval, by actor: StaffMember, into list: inout FailureList
  ) {
    let allowed = profile.approvers(of: approval.subject).contains(actor.role)
    list.require(allowed, .roleNotAllowed, .role, actor.role)
    switch approval.subject {
    case .classification:
      list.require(assessment.classification != nil, .classUndetermined)
      list.require(actor.id != assessment.classifiedBy, .approverIsMaker)
    case .plan:
      list.require(assessment.plan != nil, .planMissing)
      list.require(actor.id != assessment.plannedBy, .approverIsMaker)
    case .closure, .bestInterests, .referralOverride, .homeVisit: break
    }
  }

  func noteFailures(_ note: Note, into list: inout FailureList) {
    for finding in NoteLint.findings(in: note.text, words: profile.incidentWords) {
      switch finding {
      case .incidentWord: list.require(false, .noteHoldsIncident)
      case .telephoneNumber, .address, .handle: list.require(false, .noteHoldsIdentifier)
      }
    }
  }
}

extension Classification {
  /// Whether the reason goes with the class.
  public var basisFits: Bool {
    switch caseClass {
    case .avr:
      basis == .noFactorFound || basis == .protectiveFactorsAdequate
    case .undetermined:
      basis == .screeningDeclined || basis == .protectiveFactorsUnclear
        || basis == .protectionClaim || basis == .newFinding
    case .avm:
      basis != .noFactorFound && basis != .protectiveFactorsAdequate
    }
  }
}
