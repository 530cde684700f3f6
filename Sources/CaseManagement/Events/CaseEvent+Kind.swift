extension CaseEvent {
  /// The kind of the event.
  public var kind: EventKind {
    switch self {
    case .received: .received
    case .providerListed: .providerListed
    case .personDescribed: .personDescribed
    case .familyLinkRecorded: .familyLinkRecorded
    case .contactRouteRecorded: .contactRouteRecorded
    case .contactAttempted: .contactAttempted
    case .partyContacted: .partyContacted
    case .duplicateChecked: .duplicateChecked
    case .urgentNeedRaised: .urgentNeedRaised
    case .urgentNeedActed: .urgentNeedActed
    case .triaged: .triaged
    case .limitsExplained: .limitsExplained
    case .protectionInformationGiven: .protectionInformationGiven
    case .consentGiven: .consentGiven
    case .consentRefused: .consentRefused
    case .consentWithdrawn: .consentWithdrawn
    case .settingRecorded: .settingRecorded
    case .assessmentStarted: .assessmentStarted
    case .factorFound: .factorFound
    case .levelConsidered: .levelConsidered
    case .screeningRecorded: .screeningRecorded
    case .riskRated: .riskRated
    case .classified: .classified
    case .approvalRecorded: .approvalRecorded
    case .planMade: .planMade
    case .supervisorInformed: .supervisorInformed
    case .servicesStarted: .servicesStarted
    case .referralSent: .referralSent
    case .referralAnswered: .referralAnswered
    case .referralFollowedUp: .referralFollowedUp
    case .trackUpdated: .trackUpdated
    case .documentUpdated: .documentUpdated
    case .identityChecked: .identityChecked
    case .singleParentReviewed: .singleParentReviewed
    case .healthAssessed: .healthAssessed
    case .bestInterestsRecorded: .bestInterestsRecorded
    case .tracingOpened: .tracingOpened
    case .tracingUpdated: .tracingUpdated
    case .diligenceChecked: .diligenceChecked
    case .diligenceDecided: .diligenceDecided
    case .clearanceRequested: .clearanceRequested
    case .clearanceAnswered: .clearanceAnswered
    case .voluntarinessChecked: .voluntarinessChecked
    case .travelArranged: .travelArranged
    case .readinessReviewStarted: .readinessReviewStarted
    case .cleared: .cleared
    case .travelReadyDeclared: .travelReadyDeclared
    case .handedOver: .handedOver
    case .closed: .closed
    case .reopened: .reopened
    case .held: .held
    case .resumed: .resumed
    case .withdrawn: .withdrawn
    case .redirected: .redirected
    case .escalated: .escalated
    case .seaReported: .seaReported
    case .sharingDecided: .sharingDecided
    case .situationChanged: .situationChanged
    case .recordAccessed: .recordAccessed
    case .noteAdded: .noteAdded
    case .fieldVisitMade: .fieldVisitMade
    case .entryConfirmed: .entryConfirmed
    }
  }

  /// An event of a kind with empty data, to be filled by an archive.
  public init(blank kind: EventKind) {
    switch kind {
    case .received: self = .received(Intake())
    case .providerListed: self = .providerListed(Provider())
    case .personDescribed: self = .personDescribed(Person())
    case .familyLinkRecorded: self = .familyLinkRecorded(FamilyLink())
    case .contactRouteRecorded: self = .contactRouteRecorded(ContactRoute())
    case .contactAttempted: self = .contactAttempted(ContactAttempt())
    case .partyContacted: self = .partyContacted(PartyContact())
    case .duplicateChecked: self = .duplicateChecked(DuplicateCheck())
    case .urgentNeedRaised: self = .urgentNeedRaised(UrgentNeedRaised())
    case .urgentNeedActed: self = .urgentNeedActed(UrgentAction())
    case .triaged: self = .triaged(Triage())
    case .limitsExplained: self = .limitsExplained(Explanation())
    case .protectionInformationGiven: self = .protectionInformationGiven
    case .consentGiven: self = .consentGiven(Consent())
    case .consentRefused: self = .consentRefused(ConsentRefusal())
    case .consentWithdrawn: self = .consentWithdrawn(ConsentWithdrawal())
    case .settingRecorded: self = .settingRecorded(AssessmentSetting())
    case .assessmentStarted: self = .assessmentStarted
    case .factorFound: self = .factorFound(FactorFinding())
    case .levelConsidered: self = .levelConsidered(LevelConsidered())
    case .screeningRecorded: self = .screeningRecorded(Screening())
    case .riskRated: self = .riskRated(RiskRating())
    case .classified: self = .classified(Classification())
    case .approvalRecorded: self = .approvalRecorded(Approval())
    case .planMade: self = .planMade(CasePlan())
    case .supervisorInformed: self = .supervisorInformed
    case .servicesStarted: self = .servicesStarted
    case .referralSent: self = .referralSent(ReferralRequest())
    case .referralAnswered: self = .referralAnswered(ReferralAnswer())
    case .referralFollowedUp: self = .referralFollowedUp(ReferralFollowUp())
    case .trackUpdated: self = .trackUpdated(TrackUpdate())
    case .documentUpdated: self = .documentUpdated(TravelDocument())
    case .identityChecked: self = .identityChecked(IdentityCheck())
    case .singleParentReviewed: self = .singleParentReviewed(SingleParentReview())
    case .healthAssessed: self = .healthAssessed(HealthClearance())
    case .bestInterestsRecorded: self = .bestInterestsRecorded(BestInterests())
    case .tracingOpened: self = .tracingOpened(TracingRequest())
    case .tracingUpdated: self = .tracingUpdated(TracingUpdate())
    case .diligenceChecked: self = .diligenceChecked(DiligenceEntry())
    case .diligenceDecided: self = .diligenceDecided(DiligenceDecision())
    case .clearanceRequested: self = .clearanceRequested(ClearanceRequest())
    case .clearanceAnswered: self = .clearanceAnswered(ClearanceAnswer())
    case .voluntarinessChecked: self = .voluntarinessChecked(Voluntariness())
    case .travelArranged: self = .travelArranged(TravelArrangement())
    case .readinessReviewStarted: self = .readinessReviewStarted
    case .cleared: self = .cleared
    case .travelReadyDeclared: self = .travelReadyDeclared
    case .handedOver: self = .handedOver(Handover())
    case .closed: self = .closed(Closure())
    case .reopened: self = .reopened
    case .held: self = .held(Hold())
    case .resumed: self = .resumed
    case .withdrawn: self = .withdrawn
    case .redirected: self = .redirected(Redirection())
    case .escalated: self = .escalated(Escalation())
    case .seaReported: self = .seaReported(SeaReport())
    case .sharingDecided: self = .sharingDecided(SharingDecision())
    case .situationChanged: self = .situationChanged
    case .recordAccessed: self = .recordAccessed(AuditEntry())
    case .noteAdded: self = .noteAdded(Note())
    case .fieldVisitMade: self = .fieldVisitMade(FieldVisit())
    case .entryConfirmed: self = .entryConfirmed
    }
  }
}
