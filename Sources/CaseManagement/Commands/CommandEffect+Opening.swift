extension CaseCommand {
  /// Events from intake to consent.
  ///
  /// Commands of other topics never come here.
  func openingEvent(in state: CaseState) -> CaseEvent {
    switch id {
    case .receive: return .received(Intake(entryPoint: pick(1, .hotline)))
    case .receiveDetained:
      return .received(Intake(entryPoint: pick(2, .detentionCentre), inDetention: true))
    case .contactSafe:
      return .contactRouteRecorded(ContactRoute(method: method(state), safety: .safe))
    case .contactIs:
      return .contactRouteRecorded(ContactRoute(method: method(state), safety: pick(1, .unknown)))
    case .otherContact:
      return .contactRouteRecorded(ContactRoute(method: pick(2, .trustedPerson), safety: .safe))
    case .tryContact:
      return .contactAttempted(ContactAttempt(method: pick(2, .phone), result: pick(3, .noAnswer)))
    case .contactParty: return .partyContacted(PartyContact(party: pick(1, .employer)))
    case .checkDuplicates: return .duplicateChecked(DuplicateCheck(result: pick(2, .noMatch)))
    case .raiseNeed: return .urgentNeedRaised(UrgentNeedRaised(need: pick(1, .danger)))
    case .actOnNeed:
      return .urgentNeedActed(
        UrgentAction(need: pick(1, .danger), response: pick(2, .immediateReferral)))
    case .triage: return .triaged(Triage(decision: .accepted, urgency: pick(1, .routine)))
    case .explainLimits: return .limitsExplained(Explanation())
    case .explainProtection: return .protectionInformationGiven
    case .giveConsent: return .consentGiven(consent(.person, from: 2, state))
    case .assent:
      var given = consent(pick(2, .caregiver), from: 3, state)
      given.childAssents = true
      return .consentGiven(given)
    case .refuseConsent: return .consentRefused(ConsentRefusal(purpose: pick(2, .intake)))
    default: return withdrawal(state)
    }
  }

  private func method(_ state: CaseState) -> ContactMethod {
    state.contacts.route?.method ?? .phone
  }

  private func consent(_ giver: ConsentGiver, from element: Int, _ state: CaseState) -> Consent {
    var recipients = arguments.all(element, as: ProviderID.self)
    if recipients.isEmpty { recipients = [ProviderID(0)] }
    return Consent(
      id: state.nextConsent, purpose: pick(1, .intake), recipients: recipients,
      fields: ChoiceSet(arguments.all(element + 1, as: DataField.self)), giver: giver)
  }

  private func withdrawal(_ state: CaseState) -> CaseEvent {
    let consent = state.latestConsent(for: pick(2, .intake))
    return .consentWithdrawn(ConsentWithdrawal(consent: consent?.id ?? ConsentID(0)))
  }
}
