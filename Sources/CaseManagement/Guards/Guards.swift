extension CaseState {
  /// Everything that stands in the way of an event, by name, with advice that blocks nothing.
  ///
  /// First order: stage, time, record numbers, possible values. An event out of order is not
  /// looked at further. Then the rules of its topic.
  public func failures(
    of event: CaseEvent, by actor: StaffMember, at moment: Moment
  ) -> [GuardFailure] {
    let present = asOf(max(moment, lastAt))
    var list = FailureList()
    present.orderFailures(of: event, at: moment, into: &list)
    if !list.failures.isEmpty { return list.failures }
    present.valueFailures(of: event, at: moment, into: &list)
    present.topicFailures(of: event, by: actor, at: moment, into: &list)
    return list.failures
  }

  private func orderFailures(of event: CaseEvent, at moment: Moment, into list: inout FailureList) {
    let kind = event.kind
    if eventCount > 0 { list.require(moment >= lastAt, .clockWentBack, .moment, lastAt) }
    guard stage.change(on: kind, heldFrom: heldFrom) == .refused else { return }
    switch stage {
    case .notOpen: list.require(false, .caseNotOpen, .event, kind)
    case .closed, .redirected: list.require(false, .caseClosed, .event, kind)
    case .received, .triaged, .consented, .assessing, .classified, .inService, .readinessReview,
      .cleared, .travelReady, .handedOver, .onHold, .withdrawn, .reopened:
      if kind == .received {
        list.require(false, .caseAlreadyOpen)
      } else {
        list.add(
          GuardFailure(
            .stepOutOfOrder,
            [FailureParameter(.event, kind), FailureParameter(.stage, stage)]))
      }
    }
  }

  private func topicFailures(
    of event: CaseEvent, by actor: StaffMember, at moment: Moment, into list: inout FailureList
  ) {
    switch event {
    case .contactAttempted(let attempt): contactFailures(attempt, into: &list)
    case .partyContacted(let contact): partyFailures(contact, into: &list)
    case .triaged(let triage): triageFailures(triage, into: &list)
    case .limitsExplained(let explanation): explanationFailures(explanation, into: &list)
    case .consentGiven(let consent): consentFailures(consent, into: &list)
    case .assessmentStarted: assessmentFailures(at: moment, into: &list)
    case .factorFound, .levelConsidered:
      list.require(holdsConsent(for: .intake, at: moment), .intakeConsentMissing)
    case .screeningRecorded(let screening):
      screeningFailures(screening, by: actor, at: moment, into: &list)
    case .classified(let classification): classificationFailures(classification, into: &list)
    case .approvalRecorded(let approval): approvalFailures(approval, by: actor, into: &list)
    case .servicesStarted: serviceStartFailures(into: &list)
    case .referralSent(let request): referralFailures(request, at: moment, into: &list)
    case .readinessReviewStarted: reviewFailures(at: moment, into: &list)
    case .cleared: list.add(clearanceGaps(at: moment))
    case .travelReadyDeclared: list.add(travelGaps(at: moment))
    case .handedOver(let handover): handoverFailures(handover, at: moment, into: &list)
    case .healthAssessed:
      list.require(actor.role == .healthUnit, .roleNotAllowed, .role, actor.role)
    case .singleParentReviewed(let review): singleParentFailures(review, into: &list)
    case .bestInterestsRecorded(let result):
      bestInterestsFailures(result, by: actor, into: &list)
    case .tracingOpened(let request): tracingFailures(request, at: moment, into: &list)
    case .tracingUpdated(let update): claimantFailures(update, into: &list)
    case .diligenceChecked(let entry): findingFailures(entry, at: moment, into: &list)
    case .diligenceDecided(let decision): decisionFailures(decision, by: actor, into: &list)
    case .clearanceRequested(let request): packageFailures(request, at: moment, into: &list)
    case .resumed: resumeFailures(at: moment, into: &list)
    case .voluntarinessChecked(let check): voluntarinessFailures(check, into: &list)
    case .travelArranged(let travel):
      holdFailures(into: &list)
      list.require(travel.departure >= moment, .departurePassed, .moment, travel.departure)
    case .closed(let closure): closureFailures(closure, at: moment, into: &list)
    case .withdrawn: withdrawalFailures(at: moment, into: &list)
    case .redirected(let redirection): redirectionFailures(redirection, at: moment, into: &list)
    case .escalated(let escalation): escalationFailures(escalation, into: &list)
    case .sharingDecided(let decision): sharingFailures(decision, at: moment, into: &list)
    case .recordAccessed(let entry): accessFailures(entry, by: actor, into: &list)
    case .noteAdded(let note): noteFailures(note, into: &list)
    case .received, .providerListed, .personDescribed, .familyLinkRecorded, .contactRouteRecorded,
      .duplicateChecked, .urgentNeedRaised, .urgentNeedActed, .protectionInformationGiven,
      .consentRefused, .consentWithdrawn, .settingRecorded, .riskRated, .planMade,
      .supervisorInformed, .referralAnswered, .referralFollowedUp, .trackUpdated,
      .documentUpdated, .identityChecked, .clearanceAnswered, .reopened, .held,
      .seaReported, .situationChanged, .fieldVisitMade, .entryConfirmed:
      break  // Order and values are all there is to check.
    }
  }
}
