extension CaseCommand {
  /// Events from papers to handover.
  ///
  /// Commands of other topics never come here.
  func journeyEvent(in state: CaseState) -> CaseEvent {
    switch id {
    case .updatePaper:
      return .documentUpdated(
        TravelDocument(
          kind: pick(0, .passport), status: pick(1, .needed),
          validUntil: arguments.value(2, as: Day.self)))
    case .verifyIdentity:
      return .identityChecked(
        IdentityCheck(identity: .yes, nationality: state.journey.identity.nationality))
    case .verifyNationality:
      return .identityChecked(
        IdentityCheck(identity: state.journey.identity.identity, nationality: .yes))
    case .linkFamily:
      let verified = pick(2, Judgement.unclear)
      let number = UInt32(truncatingIfNeeded: max(state.persons.count, 1) + state.familyLinks.count)
      return .familyLinkRecorded(
        FamilyLink(
          person: PersonID(number + 1), relation: pick(1, .notRelated), verified: verified,
          caresForChild: verified, travelsAlong: true))
    case .reviewSingleParent:
      return .singleParentReviewed(
        SingleParentReview(
          childrenIdentified: .yes, relationVerified: .yes, absentParent: pick(2, .neverKnown),
          consent: pick(3, .pending), custody: pick(4, .none), childView: .heard,
          abductionSuspected: .no, uploaded: true))
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
    default: return departureEvent(in: state)
    }
  }

  private func departureEvent(in state: CaseState) -> CaseEvent {
    switch id {
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
    default:
      return .handedOver(
        Handover(
          receiver: .preDepartureTeam, receiverAccepts: true,
          fields: ChoiceSet(arguments.all(2, as: DataField.self))))
    }
  }
}
