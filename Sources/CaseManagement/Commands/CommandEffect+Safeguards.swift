extension CaseCommand {
  /// Events of endings and safeguards.
  ///
  /// Commands of other topics never come here.
  func safeguardEvent(in state: CaseState) -> CaseEvent {
    switch id {
    case .closeCase:
      let days = min(state.profile.daysKept(state.sensitivity) ?? 30, 30)
      return .closed(
        Closure(reason: pick(2, .goalsMet), deleteOn: state.lastAt.day.adding(days: days)))
    case .reopenCase: return .reopened
    case .hold: return .held(Hold(reason: pick(1, .awaitingPerson)))
    case .resume: return .resumed
    case .withdraw: return .withdrawn
    case .redirect:
      let recipient = pick(1, ProviderID(0))
      var consent: ConsentID?
      for record in state.consents.given where record.consent.recipients.contains(recipient) {
        if record.holds(at: state.lastAt) { consent = record.consent.id }
      }
      return .redirected(Redirection(recipient: recipient, consent: consent))
    case .escalate:
      return .escalated(
        Escalation(
          trigger: arguments.value(2, as: EscalationTrigger.self) ?? likelyTrigger(state),
          level: pick(1, .supervisor)))
    case .reportSea: return .seaReported(SeaReport(reference: 0))
    case .shareData:
      return .sharingDecided(
        SharingDecision(
          recipient: pick(2, ProviderID(0)), purpose: pick(1, .handover),
          fields: ChoiceSet(arguments.all(4, as: DataField.self)), outcome: .shared,
          basis: pick(3, .noneFound)))
    case .refuseSharing:
      return .sharingDecided(
        SharingDecision(
          recipient: pick(3, ProviderID(0)), purpose: pick(2, .handover), outcome: .refused))
    case .changeSituation: return .situationChanged
    case .openRecord: return .recordAccessed(AuditEntry(record: pick(2, .caseFile)))
    case .visit: return .fieldVisitMade(FieldVisit(site: pick(1, .embassy)))
    default: return .entryConfirmed
    }
  }

  /// What an escalation without a trigger is about: the first thing nobody passed on yet.
  private func likelyTrigger(_ state: CaseState) -> EscalationTrigger {
    for trigger in state.unreportedTriggers where trigger != .seaByAidWorker { return trigger }
    return .imminentDanger
  }
}
