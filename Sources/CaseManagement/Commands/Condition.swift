extension CaseCondition {
  /// Whether the condition holds in a state, at the state's moment.
  public func holds(in state: CaseState) -> Bool {
    switch id {
    case .contactIs: (state.contacts.route?.safety ?? .unknown) == pick(1, ContactSafety.safe)
    case .isPrivate: state.assessment.setting.privacy == .private
    case .interpreterIs: state.assessment.setting.interpreter == pick(1, InterpreterFit.suitable)
    case .classIs:
      (state.assessment.classification?.caseClass ?? .undetermined)
        == pick(1, CaseClass.undetermined)
    case .riskIs: state.assessment.risk?.level == pick(1, RiskLevel.low)
    case .stageIs: state.stage == pick(0, Stage.received)
    case .referralIs:
      hasReferral(for: pick(0, ReferralType.medical), pick(1, ReferralStatus.accepted), state)
    case .paperIs:
      state.journey.paper(pick(0, DocumentKind.passport))?.status
        == pick(1, DocumentStatus.received)
    case .dayReached:
      Int64(state.lastAt.day.days) - Int64(state.openedAt.day.days) >= Int64(pick(1, Int32(0)))
    case .hasConsent: state.holdsConsent(for: pick(1, Purpose.intake), at: state.lastAt)
    case .wasScreened: state.assessment.result(of: pick(1, ScreeningTopic.trafficking)) != .notDone
    case .screeningIs:
      state.assessment.result(of: pick(1, ScreeningTopic.trafficking))
        == pick(2, ScreeningResult.notDone)
    case .wasEscalated:
      state.safeguards.escalated.contains(pick(1, EscalationTrigger.imminentDanger))
    case .wasContacted: state.safeguards.contacted.contains(pick(1, ContactedParty.employer))
    case .urgentOpen: !state.urgency.open.isEmpty
    case .supervisorKnows: state.urgency.supervisorInformed
    case .limitsExplained: state.consents.explanation != nil
    case .protectionExplained: state.consents.protectionInformation
    case .returnIs: state.journey.decision?.outcome == pick(1, DiligenceOutcome.proceed)
    case .ready: state.travelGaps(at: state.lastAt).isEmpty
    case .lapsed: state.journey.lapses > 0
    case .seaReported: state.safeguards.seaReports > 0
    }
  }

  private func pick<V: FieldValue>(_ element: Int, _ otherwise: V) -> V {
    arguments.value(element, as: V.self) ?? otherwise
  }

  private func hasReferral(
    for service: ReferralType, _ status: ReferralStatus, _ state: CaseState
  ) -> Bool {
    for referral in state.services.referrals where referral.request.service == service {
      if referral.status == status { return true }
    }
    return false
  }
}
