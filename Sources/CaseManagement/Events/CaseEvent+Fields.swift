extension CaseEvent: Archivable {
  /// An empty intake.
  public init() { self = .received(Intake()) }

  /// Hands the kind, and the fields of the data, to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    var kind = kind
    try archive.value("event", &kind)
    if kind != self.kind { self = CaseEvent(blank: kind) }
    switch self {
    case .received(var data):
      try data.visitFields(&archive)
      self = .received(data)
    case .providerListed(var data):
      try data.visitFields(&archive)
      self = .providerListed(data)
    case .personDescribed(var data):
      try data.visitFields(&archive)
      self = .personDescribed(data)
    case .familyLinkRecorded(var data):
      try data.visitFields(&archive)
      self = .familyLinkRecorded(data)
    case .contactRouteRecorded(var data):
      try data.visitFields(&archive)
      self = .contactRouteRecorded(data)
    case .contactAttempted(var data):
      try data.visitFields(&archive)
      self = .contactAttempted(data)
    case .partyContacted(var data):
      try data.visitFields(&archive)
      self = .partyContacted(data)
    case .duplicateChecked(var data):
      try data.visitFields(&archive)
      self = .duplicateChecked(data)
    case .urgentNeedRaised(var data):
      try data.visitFields(&archive)
      self = .urgentNeedRaised(data)
    case .urgentNeedActed(var data):
      try data.visitFields(&archive)
      self = .urgentNeedActed(data)
    case .triaged(var data):
      try data.visitFields(&archive)
      self = .triaged(data)
    case .limitsExplained(var data):
      try data.visitFields(&archive)
      self = .limitsExplained(data)
    case .consentGiven(var data):
      try data.visitFields(&archive)
      self = .consentGiven(data)
    case .consentRefused(var data):
      try data.visitFields(&archive)
      self = .consentRefused(data)
    case .consentWithdrawn(var data):
      try data.visitFields(&archive)
      self = .consentWithdrawn(data)
    case .settingRecorded(var data):
      try data.visitFields(&archive)
      self = .settingRecorded(data)
    case .factorFound(var data):
      try data.visitFields(&archive)
      self = .factorFound(data)
    case .levelConsidered(var data):
      try data.visitFields(&archive)
      self = .levelConsidered(data)
    case .screeningRecorded(var data):
      try data.visitFields(&archive)
      self = .screeningRecorded(data)
    case .riskRated(var data):
      try data.visitFields(&archive)
      self = .riskRated(data)
    case .classified(var data):
      try data.visitFields(&archive)
      self = .classified(data)
    case .approvalRecorded(var data):
      try data.visitFields(&archive)
      self = .approvalRecorded(data)
    case .planMade(var data):
      try data.visitFields(&archive)
      self = .planMade(data)
    case .referralSent(var data):
      try data.visitFields(&archive)
      self = .referralSent(data)
    case .referralAnswered(var data):
      try data.visitFields(&archive)
      self = .referralAnswered(data)
    case .referralFollowedUp(var data):
      try data.visitFields(&archive)
      self = .referralFollowedUp(data)
    case .trackUpdated(var data):
      try data.visitFields(&archive)
      self = .trackUpdated(data)
    case .documentUpdated(var data):
      try data.visitFields(&archive)
      self = .documentUpdated(data)
    case .identityChecked(var data):
      try data.visitFields(&archive)
      self = .identityChecked(data)
    case .singleParentReviewed(var data):
      try data.visitFields(&archive)
      self = .singleParentReviewed(data)
    case .healthAssessed(var data):
      try data.visitFields(&archive)
      self = .healthAssessed(data)
    case .bestInterestsRecorded(var data):
      try data.visitFields(&archive)
      self = .bestInterestsRecorded(data)
    case .tracingOpened(var data):
      try data.visitFields(&archive)
      self = .tracingOpened(data)
    case .tracingUpdated(var data):
      try data.visitFields(&archive)
      self = .tracingUpdated(data)
    case .diligenceChecked(var data):
      try data.visitFields(&archive)
      self = .diligenceChecked(data)
    case .diligenceDecided(var data):
      try data.visitFields(&archive)
      self = .diligenceDecided(data)
    case .clearanceRequested(var data):
      try data.visitFields(&archive)
      self = .clearanceRequested(data)
    case .clearanceAnswered(var data):
      try data.visitFields(&archive)
      self = .clearanceAnswered(data)
    case .voluntarinessChecked(var data):
      try data.visitFields(&archive)
      self = .voluntarinessChecked(data)
    case .travelArranged(var data):
      try data.visitFields(&archive)
      self = .travelArranged(data)
    case .handedOver(var data):
      try data.visitFields(&archive)
      self = .handedOver(data)
    case .closed(var data):
      try data.visitFields(&archive)
      self = .closed(data)
    case .held(var data):
      try data.visitFields(&archive)
      self = .held(data)
    case .redirected(var data):
      try data.visitFields(&archive)
      self = .redirected(data)
    case .escalated(var data):
      try data.visitFields(&archive)
      self = .escalated(data)
    case .seaReported(var data):
      try data.visitFields(&archive)
      self = .seaReported(data)
    case .sharingDecided(var data):
      try data.visitFields(&archive)
      self = .sharingDecided(data)
    case .recordAccessed(var data):
      try data.visitFields(&archive)
      self = .recordAccessed(data)
    case .noteAdded(var data):
      try data.visitFields(&archive)
      self = .noteAdded(data)
    case .fieldVisitMade(var data):
      try data.visitFields(&archive)
      self = .fieldVisitMade(data)
    case .protectionInformationGiven, .assessmentStarted, .supervisorInformed, .servicesStarted,
      .readinessReviewStarted, .cleared, .travelReadyDeclared, .reopened, .resumed, .withdrawn,
      .situationChanged, .entryConfirmed:
      break
    }
  }
}
