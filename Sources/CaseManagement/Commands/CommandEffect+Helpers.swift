extension CaseCommand {
  func method(_ state: CaseState) -> ContactMethod {
    state.contacts.route?.method ?? .phone
  }

  func consent(_ giver: ConsentGiver, from element: Int, _ state: CaseState) -> Consent {
    var recipients = arguments.all(element, as: ProviderID.self)
    if recipients.isEmpty { recipients = [ProviderID(0)] }
    return Consent(
      id: state.nextConsent, purpose: pick(1, .intake), recipients: recipients,
      fields: ChoiceSet(arguments.all(element + 1, as: DataField.self)), giver: giver)
  }

  func withdrawal(_ state: CaseState) -> CaseEvent {
    let consent = state.latestConsent(for: pick(2, .intake))
    return .consentWithdrawn(ConsentWithdrawal(consent: consent?.id ?? ConsentID(0)))
  }

  /// A referral that names no fields carries what its consent allows and the service needs.
  func referral(_ state: CaseState) -> ReferralRequest {
    let service = pick(1, ReferralType.medical)
    var fields = ChoiceSet(arguments.all(4, as: DataField.self))
    if fields.isEmpty, let consent = state.latestConsent(for: Purpose(service)) {
      fields = consent.fields.intersection(state.profile.mostData(for: service) ?? .all)
    }
    return ReferralRequest(
      id: state.nextReferral, service: service, provider: pick(2, ProviderID(0)),
      urgency: pick(3, .routine), fields: fields)
  }

  /// What an escalation without a trigger is about: the first thing nobody passed on yet.
  func likelyTrigger(_ state: CaseState) -> EscalationTrigger {
    for trigger in state.unreportedTriggers where trigger != .seaByAidWorker { return trigger }
    return .imminentDanger
  }

  func redirection(_ state: CaseState) -> CaseEvent {
    let recipient = pick(1, ProviderID(0))
    var consent: ConsentID?
    for record in state.consents.given where record.consent.recipients.contains(recipient) {
      if record.holds(at: state.lastAt) { consent = record.consent.id }
    }
    return .redirected(Redirection(recipient: recipient, consent: consent))
  }

  func familyLink(_ state: CaseState) -> CaseEvent {
    let verified = pick(2, Judgement.unclear)
    let number = UInt32(truncatingIfNeeded: max(state.persons.count, 1) + state.familyLinks.count)
    return .familyLinkRecorded(
      FamilyLink(
        person: PersonID(number + 1), relation: pick(1, .notRelated), verified: verified,
        caresForChild: verified, travelsAlong: true))
  }

  /// The person whose number a slot names, nil when it was left out.
  func person(_ element: Int) -> PersonID? {
    arguments.value(element, as: Int32.self).map { PersonID(UInt32(truncatingIfNeeded: $0)) }
  }

  /// A review that names no child is about the first one whose papers are not complete.
  func singleParentReview(_ state: CaseState) -> CaseEvent {
    let children = state.travellingChildren
    let open = children.first { !(state.family.review(of: $0)?.isComplete ?? false) }
    return .singleParentReviewed(
      SingleParentReview(
        child: person(5) ?? open ?? children.first ?? PersonID(2), childIdentified: .yes,
        relationVerified: .yes, absentParent: pick(2, .neverKnown), consent: pick(3, .pending),
        custody: pick(4, .none), childView: .heard,
        abductionSuspected: .no, uploaded: true))
  }

  func referralWithoutConsent(_ state: CaseState) -> CaseEvent {
    return .referralSent(
      ReferralRequest(
        id: state.nextReferral, service: pick(4, .medical), provider: pick(5, ProviderID(0)),
        urgency: pick(6, .routine), override: pick(3, .imminentDanger)))
  }
}
