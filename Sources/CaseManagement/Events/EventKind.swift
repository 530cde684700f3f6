/// What kind of event it is, without its data.
///
/// The words are the `event` of a log file.
public enum EventKind: UInt8, Choice {
  case received, providerListed, personDescribed, familyLinkRecorded, contactRouteRecorded,
    contactAttempted, partyContacted, duplicateChecked, urgentNeedRaised, urgentNeedActed,
    triaged, limitsExplained, protectionInformationGiven, consentGiven, consentRefused,
    consentWithdrawn, settingRecorded, assessmentStarted, factorFound, levelConsidered,
    screeningRecorded, riskRated, classified, approvalRecorded, planMade, supervisorInformed,
    servicesStarted, referralSent, referralAnswered, referralFollowedUp, trackUpdated,
    documentUpdated, identityChecked, singleParentReviewed, healthAssessed, bestInterestsRecorded,
    tracingOpened, tracingUpdated, diligenceChecked, diligenceDecided, clearanceRequested,
    clearanceAnswered, voluntarinessChecked, travelArranged, readinessReviewStarted, cleared,
    travelReadyDeclared, handedOver, closed, reopened, held, resumed, withdrawn, redirected,
    escalated, seaReported, sharingDecided, situationChanged, recordAccessed, noteAdded,
    fieldVisitMade, entryConfirmed

  /// How many kinds there are.
  public static var count: Int { 62 }

  /// The word of a log file.
  public var word: StaticString {
    switch self {
    case .received: "received"
    case .providerListed: "provider-listed"
    case .personDescribed: "person-described"
    case .familyLinkRecorded: "family-link-recorded"
    case .contactRouteRecorded: "contact-route-recorded"
    case .contactAttempted: "contact-attempted"
    case .partyContacted: "party-contacted"
    case .duplicateChecked: "duplicate-checked"
    case .urgentNeedRaised: "urgent-need-raised"
    case .urgentNeedActed: "urgent-need-acted"
    case .triaged: "triaged"
    case .limitsExplained: "limits-explained"
    case .protectionInformationGiven: "protection-information-given"
    case .consentGiven: "consent-given"
    case .consentRefused: "consent-refused"
    case .consentWithdrawn: "consent-withdrawn"
    case .settingRecorded: "setting-recorded"
    case .assessmentStarted: "assessment-started"
    case .factorFound: "factor-found"
    case .levelConsidered: "level-considered"
    case .screeningRecorded: "screening-recorded"
    case .riskRated: "risk-rated"
    case .classified: "classified"
    case .approvalRecorded: "approval-recorded"
    case .planMade: "plan-made"
    case .supervisorInformed: "supervisor-informed"
    case .servicesStarted: "services-started"
    case .referralSent: "referral-sent"
    case .referralAnswered: "referral-answered"
    case .referralFollowedUp: "referral-followed-up"
    case .trackUpdated: "track-updated"
    case .documentUpdated: "document-updated"
    case .identityChecked: "identity-checked"
    case .singleParentReviewed: "single-parent-reviewed"
    case .healthAssessed: "health-assessed"
    case .bestInterestsRecorded: "best-interests-recorded"
    case .tracingOpened: "tracing-opened"
    case .tracingUpdated: "tracing-updated"
    case .diligenceChecked: "diligence-checked"
    case .diligenceDecided: "diligence-decided"
    case .clearanceRequested: "clearance-requested"
    case .clearanceAnswered: "clearance-answered"
    case .voluntarinessChecked: "voluntariness-checked"
    case .travelArranged: "travel-arranged"
    case .readinessReviewStarted: "readiness-review-started"
    case .cleared: "cleared"
    case .travelReadyDeclared: "travel-ready-declared"
    case .handedOver: "handed-over"
    case .closed: "closed"
    case .reopened: "reopened"
    case .held: "held"
    case .resumed: "resumed"
    case .withdrawn: "withdrawn"
    case .redirected: "redirected"
    case .escalated: "escalated"
    case .seaReported: "sea-reported"
    case .sharingDecided: "sharing-decided"
    case .situationChanged: "situation-changed"
    case .recordAccessed: "record-accessed"
    case .noteAdded: "note-added"
    case .fieldVisitMade: "field-visit-made"
    case .entryConfirmed: "entry-confirmed"
    }
  }
}

/// What an event may do to the stage of a case.
public enum EventFamily: Sendable {
  /// Opens the case.
  case opening
  /// Moves the case from stage to stage.
  case step
  /// Adds a fact while the case is open.
  case fact
  /// Keeps somebody safe or keeps the record honest: possible in every stage.
  case urgent
}

extension EventKind {
  /// The family of the kind.
  public var family: EventFamily {
    switch self {
    case .received:
      .opening
    case .triaged, .assessmentStarted, .classified, .servicesStarted, .readinessReviewStarted,
      .cleared, .travelReadyDeclared, .handedOver, .closed, .reopened, .held, .resumed,
      .withdrawn, .redirected:
      .step
    case .providerListed, .contactRouteRecorded, .urgentNeedRaised, .urgentNeedActed,
      .limitsExplained, .consentGiven, .consentWithdrawn, .supervisorInformed, .referralSent,
      .escalated, .seaReported, .sharingDecided, .recordAccessed, .noteAdded:
      .urgent
    case .personDescribed, .familyLinkRecorded, .contactAttempted, .partyContacted,
      .duplicateChecked, .protectionInformationGiven, .consentRefused, .settingRecorded,
      .factorFound, .levelConsidered, .screeningRecorded, .riskRated, .approvalRecorded,
      .planMade, .referralAnswered, .referralFollowedUp, .trackUpdated, .documentUpdated,
      .identityChecked, .singleParentReviewed, .healthAssessed, .bestInterestsRecorded,
      .tracingOpened, .tracingUpdated, .diligenceChecked, .diligenceDecided, .clearanceRequested,
      .clearanceAnswered, .voluntarinessChecked, .travelArranged, .situationChanged,
      .fieldVisitMade, .entryConfirmed:
      .fact
    }
  }
}
