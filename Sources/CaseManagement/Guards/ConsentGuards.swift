extension CaseState {
  func explanationFailures(_ explanation: Explanation, into list: inout FailureList) {
    list.require(explanation.languageUnderstood, .languageNotUnderstood)
    let told =
      explanation.purpose && explanation.limits && explanation.rights
      && explanation.mandatoryReporting
    list.require(told, .limitsNotExplained)
  }

  func consentFailures(_ consent: Consent, into list: inout FailureList) {
    list.require(consents.explanation != nil, .limitsNotExplained)
    list.require(consent.free && consent.informed && consent.capable, .consentNotFree)
    list.require(!consent.recipients.isEmpty, .consentEmpty)
    giverFailures(consent, into: &list)
  }

  private func giverFailures(_ consent: Consent, into list: inout FailureList) {
    if consent.giver != .person { list.require(consent.giverIsSafe, .caregiverUnsafe) }
    guard let principal, isChild else {
      list.require(consent.giver == .person || consent.giver == .guardian, .consentNotFree)
      return
    }
    // An unknown age is treated as that of a child who can agree but not decide alone.
    let rule =
      principal.age.youngest.map { profile.consentRule(at: $0) ?? .assentWithCaregiver }
      ?? .assentWithCaregiver
    switch rule {
    case .caregiverConsents: list.require(consent.giver != .person, .childNeedsAdult)
    case .assentWithCaregiver:
      list.require(consent.giver != .person, .childNeedsAdult)
      list.require(consent.giver == .person || consent.childAssents, .childAssentMissing)
    case .ownConsentIfMature:
      list.require(consent.giver == .person || consent.childAssents, .childAssentMissing)
    case .ownConsent: list.require(consent.giver == .person, .consentNotFree)
    }
  }

  /// A referral needs consent or a named exception; an urgent one needs nothing else.
  func referralFailures(
    _ request: ReferralRequest, at moment: Moment, into list: inout FailureList
  ) {
    let urgent = request.urgency == .urgent
    if request.service == .medical { clinicalAdvice(at: moment, into: &list) }
    if !urgent { placeInCaseFailures(at: moment, into: &list) }
    authorityFailures(request, at: moment, into: &list)
    if let most = profile.mostData(for: request.service),
      let extra = request.fields.subtracting(most).elements.first
    {
      list.require(false, .moreDataThanNeeded, .field, extra, severity: urgent ? .advice : nil)
    }
    guard let index = request.provider.index(in: services.providers.count) else { return }
    let provider = services.providers[index]
    list.require(provider.safe != .no, .providerUnsafe, .record, provider.id)
    let oldest = moment.day.adding(days: -profile.providerCheckDays)
    let fresh = provider.verifiedOn.map { $0 >= oldest } ?? false
    list.require(
      fresh, .providerNotVerified, .record, provider.id, severity: urgent ? .advice : nil)
  }

  private func placeInCaseFailures(at moment: Moment, into list: inout FailureList) {
    guard stage.isOpen else {
      list.require(false, .caseClosed, .event, EventKind.referralSent)
      return
    }
    list.require(holdsConsent(for: .intake, at: moment), .intakeConsentMissing)
  }

  private func authorityFailures(
    _ request: ReferralRequest, at moment: Moment, into list: inout FailureList
  ) {
    guard let reason = request.override else {
      let check = capability(
        for: Purpose(request.service), recipient: request.provider, fields: request.fields,
        consent: request.consent, at: moment)
      if case .missing(let failure) = check { list.add(failure) }
      return
    }
    // Life comes first: in danger the supervisor is told afterwards.
    let atOnce = reason == .imminentDanger || reason == .unableToConsent
    let approved = assessment.approved.contains(.referralOverride)
    if request.urgency == .urgent && atOnce {
      list.require(
        urgency.supervisorInformed || approved, .supervisorNotInformed, severity: .advice)
    } else {
      list.require(approved, .overrideNeedsSupervisor)
    }
  }

  func tracingFailures(_ request: TracingRequest, at moment: Moment, into list: inout FailureList) {
    let tracing = holdsConsent(for: .tracing, at: moment)
    let familyTracing = holdsConsent(for: .familyTracing, at: moment)
    list.require(tracing || familyTracing, .tracingNeedsConsent)
  }

  func packageFailures(
    _ request: ClearanceRequest, at moment: Moment, into list: inout FailureList
  ) {
    let check = capability(
      for: .clearance, recipient: nil, fields: request.fields, consent: nil, at: moment)
    if case .missing(let failure) = check { list.add(failure) }
    holdFailures(into: &list)
  }

  func sharingFailures(
    _ decision: SharingDecision, at moment: Moment, into list: inout FailureList
  ) {
    guard decision.outcome == .shared else { return }
    switch decision.basis {
    case .noneFound: list.require(false, .sharingWithoutBasis)
    case .legalObligation, .imminentDanger:
      list.require(urgency.supervisorInformed, .supervisorNotInformed, severity: .advice)
    case .consent:
      let check = capability(
        for: decision.purpose, recipient: decision.recipient, fields: decision.fields,
        consent: nil, at: moment)
      if case .missing(let failure) = check { list.add(failure) }
    }
  }
}
