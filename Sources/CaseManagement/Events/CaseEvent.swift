/// Something that happened in a case.
///
/// Events are facts in the past: they are appended to a ``CaseLog`` and never changed.
public enum CaseEvent: Equatable, Sendable {
  /// A case arrives.
  case received(Intake)
  /// A provider of the service map is noted for this case.
  case providerListed(Provider)
  /// A person is described, or described again.
  case personDescribed(Person)
  /// A family link is noted.
  case familyLinkRecorded(FamilyLink)
  /// A way to reach the person is noted, safe or not.
  case contactRouteRecorded(ContactRoute)
  /// Somebody tried to reach the person.
  case contactAttempted(ContactAttempt)
  /// Somebody outside the team was contacted.
  case partyContacted(PartyContact)
  /// Earlier cases were searched.
  case duplicateChecked(DuplicateCheck)
  /// Something that cannot wait.
  case urgentNeedRaised(UrgentNeedRaised)
  /// Somebody acted on an urgent need.
  case urgentNeedActed(UrgentAction)
  /// The case is triaged.
  case triaged(Triage)
  /// The limits of confidentiality and the person's rights were explained.
  case limitsExplained(Explanation)
  /// The person was told about asylum and other protection.
  case protectionInformationGiven
  /// A consent was given.
  case consentGiven(Consent)
  /// A consent was refused.
  case consentRefused(ConsentRefusal)
  /// A consent was taken back.
  case consentWithdrawn(ConsentWithdrawal)
  /// The setting of an interview is noted.
  case settingRecorded(AssessmentSetting)
  /// The assessment starts.
  case assessmentStarted
  /// A factor was found.
  case factorFound(FactorFinding)
  /// A level was gone through.
  case levelConsidered(LevelConsidered)
  /// A screening has a result.
  case screeningRecorded(Screening)
  /// The risk is rated.
  case riskRated(RiskRating)
  /// The case is classified, or classified again.
  case classified(Classification)
  /// Somebody approved or rejected a decision.
  case approvalRecorded(Approval)
  /// A case plan was made.
  case planMade(CasePlan)
  /// The supervisor was told.
  case supervisorInformed
  /// Services start.
  case servicesStarted
  /// A referral was sent.
  case referralSent(ReferralRequest)
  /// A provider answered.
  case referralAnswered(ReferralAnswer)
  /// A referral was followed up.
  case referralFollowedUp(ReferralFollowUp)
  /// A parallel track moved.
  case trackUpdated(TrackUpdate)
  /// A paper moved.
  case documentUpdated(TravelDocument)
  /// Identity and nationality were checked.
  case identityChecked(IdentityCheck)
  /// The papers of a single-headed family were reviewed.
  case singleParentReviewed(SingleParentReview)
  /// The health unit stated fitness to travel.
  case healthAssessed(HealthClearance)
  /// A best-interests procedure has a result.
  case bestInterestsRecorded(BestInterests)
  /// A search for family starts.
  case tracingOpened(TracingRequest)
  /// A search for family moved.
  case tracingUpdated(TracingUpdate)
  /// A check before return has a finding.
  case diligenceChecked(DiligenceEntry)
  /// The return was decided on.
  case diligenceDecided(DiligenceDecision)
  /// A party was asked to clear the case.
  case clearanceRequested(ClearanceRequest)
  /// The party answered.
  case clearanceAnswered(ClearanceAnswer)
  /// The decision to return was gone through with the person.
  case voluntarinessChecked(Voluntariness)
  /// The journey was arranged.
  case travelArranged(TravelArrangement)
  /// The review of readiness starts.
  case readinessReviewStarted
  /// The case is cleared.
  case cleared
  /// The case is declared travel-ready.
  case travelReadyDeclared
  /// The case is handed over.
  case handedOver(Handover)
  /// The case is closed.
  case closed(Closure)
  /// The case is opened again.
  case reopened
  /// The case waits.
  case held(Hold)
  /// The case goes on.
  case resumed
  /// The person changed their mind about return.
  case withdrawn
  /// The case went to somebody else.
  case redirected(Redirection)
  /// A concern was passed on.
  case escalated(Escalation)
  /// A report went to the dedicated channel.
  case seaReported(SeaReport)
  /// A request for data was decided.
  case sharingDecided(SharingDecision)
  /// The situation in the country of origin changed.
  case situationChanged
  /// Somebody opened a record.
  case recordAccessed(AuditEntry)
  /// A note was written.
  case noteAdded(Note)
  /// A field mission took place.
  case fieldVisitMade(FieldVisit)
  /// The entry in the case system was found complete.
  case entryConfirmed
}
