extension CaseCommand {
  /// Events of assessment and services.
  ///
  /// Commands of other topics never come here.
  func serviceEvent(in state: CaseState) -> CaseEvent {
    switch id {
    case .privatePlace:
      var setting = state.assessment.setting
      setting.privacy = .private
      return .settingRecorded(setting)
    case .setPlace:
      var setting = state.assessment.setting
      setting.place = pick(1, .office)
      setting.privacy = pick(2, .unknown)
      return .settingRecorded(setting)
    case .useInterpreter:
      var setting = state.assessment.setting
      setting.interpreter = pick(1, .unknown)
      return .settingRecorded(setting)
    case .startAssessment: return .assessmentStarted
    case .findFactor:
      return .factorFound(
        FactorFinding(
          level: pick(1, .individual), factor: pick(2, .personalHistory), bearing: pick(3, .risk)))
    case .considerLevel: return .levelConsidered(LevelConsidered(level: pick(1, .individual)))
    case .screen:
      return .screeningRecorded(
        Screening(topic: pick(1, .trafficking), result: pick(2, .noIndicators)))
    case .rateRisk: return .riskRated(RiskRating(level: pick(2, .medium)))
    case .classify:
      return .classified(
        Classification(caseClass: pick(1, .undetermined), basis: pick(2, .noFactorFound)))
    case .approve: return .approvalRecorded(Approval(subject: pick(1, .classification)))
    case .reject:
      return .approvalRecorded(Approval(subject: pick(1, .classification), decision: .rejected))
    case .makePlan: return .planMade(CasePlan(goals: pick(2, 1)))
    case .informSupervisor: return .supervisorInformed
    case .startServices: return .servicesStarted
    case .refer: return .referralSent(referral(state))
    case .referWithout:
      return .referralSent(
        ReferralRequest(
          id: state.nextReferral, service: pick(4, .medical), provider: pick(5, ProviderID(0)),
          urgency: pick(6, .routine), override: pick(3, .imminentDanger)))
    case .answerReferral:
      return .referralAnswered(
        ReferralAnswer(
          referral: state.latestReferral(for: pick(1, .medical)), status: pick(2, .accepted)))
    case .followUp:
      return .referralFollowedUp(
        ReferralFollowUp(
          referral: state.latestReferral(for: pick(2, .medical)), outcome: pick(3, .referred)))
    case .continueService:
      return .referralFollowedUp(
        ReferralFollowUp(
          referral: state.latestReferral(for: pick(1, .medical)), continuity: true))
    default:
      return .trackUpdated(TrackUpdate(track: pick(1, .documents), status: pick(2, .ongoing)))
    }
  }

  /// A referral that names no fields carries what its consent allows and the service needs.
  private func referral(_ state: CaseState) -> ReferralRequest {
    let service = pick(1, ReferralType.medical)
    var fields = ChoiceSet(arguments.all(4, as: DataField.self))
    if fields.isEmpty, let consent = state.latestConsent(for: Purpose(service)) {
      fields = consent.fields.intersection(state.profile.mostData(for: service) ?? .all)
    }
    return ReferralRequest(
      id: state.nextReferral, service: service, provider: pick(2, ProviderID(0)),
      urgency: pick(3, .routine), fields: fields)
  }
}
