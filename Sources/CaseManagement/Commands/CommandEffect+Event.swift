extension CaseCommand {
  /// The event a command proposes, nil for commands that only pass time or ask.
  ///
  /// Every command has its line here, so a new one can't be forgotten.
  func event(in state: CaseState) -> CaseEvent? {
    switch id {
    case .wait, .ask: return nil
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
    case .raiseNeed:
      let ago = arguments.value(2, as: Int32.self)
      return .urgentNeedRaised(
        UrgentNeedRaised(
          need: pick(1, .danger),
          happenedAt: ago.map { state.lastAt.adding(minutes: Int64($0) &* -60) }))
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
    case .withdrawConsent: return withdrawal(state)
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
    case .referWithout: return referralWithoutConsent(state)
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
    case .updateTrack:
      return .trackUpdated(TrackUpdate(track: pick(1, .documents), status: pick(2, .ongoing)))
    case .updatePaper:
      return .documentUpdated(
        TravelDocument(
          holder: person(3) ?? PersonID(1), kind: pick(0, .passport), status: pick(1, .needed),
          validUntil: arguments.value(2, as: Day.self)))
    case .verifyIdentity:
      return .identityChecked(
        IdentityCheck(identity: .yes, nationality: state.journey.identity.nationality))
    case .verifyNationality:
      return .identityChecked(
        IdentityCheck(identity: state.journey.identity.identity, nationality: .yes))
    case .linkFamily: return familyLink(state)
    case .reviewSingleParent: return singleParentReview(state)
    case .stateFitness:
      let until = pick(2, state.lastAt.day).end
      return .healthAssessed(
        HealthClearance(fitness: pick(1, .fit), escort: pick(3, .none), validUntil: until))
    case .bestInterests:
      return .bestInterestsRecorded(
        BestInterests(
          stage: pick(1, .assessment), option: pick(2, .undecided), childView: .heard,
          optionsWeighed: 3, panelMembers: 3))
    case .trace:
      let consent = state.latestConsent(for: .tracing) ?? state.latestConsent(for: .familyTracing)
      return .tracingOpened(
        TracingRequest(
          id: state.nextSearch, sought: pick(1, .parent), consent: consent?.id ?? ConsentID(0)))
    case .updateTracing:
      return .tracingUpdated(
        TracingUpdate(
          tracing: TracingID(UInt32(truncatingIfNeeded: state.family.searches.count)),
          status: pick(1, .inProgress), claimantVerified: pick(2, .unclear)))
    case .checkReturn:
      return .diligenceChecked(
        DiligenceEntry(
          check: pick(1, .freeAndInformedDecision), finding: pick(2, .unknown), sources: 1,
          sourceDate: state.lastAt.day))
    case .decideReturn:
      return .diligenceDecided(
        DiligenceDecision(outcome: pick(2, .deferred), conditions: pick(3, 0)))
    case .askClearance:
      return .clearanceRequested(
        ClearanceRequest(
          party: pick(2, .avmUnit), fields: ChoiceSet(arguments.all(3, as: DataField.self))))
    case .answerClearance:
      let response = pick(2, ClearanceResponse.granted)
      return .clearanceAnswered(
        ClearanceAnswer(
          party: pick(1, .avmUnit), response: response,
          validUntil: arguments.value(3, as: Day.self), carePlanAccepted: response != .refused))
    case .confirmVoluntary:
      return .voluntarinessChecked(
        Voluntariness(free: .yes, informed: .yes, capable: .yes, lawfulDecider: .yes))
    case .doubtVoluntary:
      return .voluntarinessChecked(
        Voluntariness(free: .no, informed: .unclear, capable: .yes, lawfulDecider: .yes))
    case .arrangeTravel:
      return .travelArranged(
        TravelArrangement(
          departure: Moment(pick(2, state.lastAt.day), hour: 12), escort: pick(3, .none),
          receptionArranged: true))
    case .startReview: return .readinessReviewStarted
    case .clearCase: return .cleared
    case .declareReady: return .travelReadyDeclared
    case .handOver:
      return .handedOver(
        Handover(
          receiver: .preDepartureTeam, receiverAccepts: true,
          fields: ChoiceSet(arguments.all(2, as: DataField.self))))
    case .closeCase:
      let days = min(state.profile.daysKept(state.sensitivity) ?? 30, 30)
      return .closed(
        Closure(reason: pick(2, .goalsMet), deleteOn: state.lastAt.day.adding(days: days)))
    case .reopenCase: return .reopened
    case .hold: return .held(Hold(reason: pick(1, .awaitingPerson)))
    case .resume: return .resumed
    case .withdraw: return .withdrawn
    case .redirect: return redirection(state)
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
    case .confirmEntry: return .entryConfirmed
    }
  }
}
