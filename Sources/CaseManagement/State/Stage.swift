/// Where a case stands on the road from referral to handover.
public enum Stage: UInt8, Choice {
  case notOpen, received, triaged, consented, assessing, classified, inService, readinessReview
  case cleared, travelReady, handedOver, closed, onHold, withdrawn, redirected, reopened

  /// How many stages there are.
  public static var count: Int { 16 }

  /// The word that logs, conditions and reports use.
  public var word: StaticString {
    switch self {
    case .notOpen: "not-open"
    case .received: "received"
    case .triaged: "triaged"
    case .consented: "consented"
    case .assessing: "assessing"
    case .classified: "classified"
    case .inService: "in-service"
    case .readinessReview: "readiness-review"
    case .cleared: "cleared"
    case .travelReady: "travel-ready"
    case .handedOver: "handed-over"
    case .closed: "closed"
    case .onHold: "on-hold"
    case .withdrawn: "withdrawn"
    case .redirected: "redirected"
    case .reopened: "reopened"
    }
  }

  /// Whether facts may still be added.
  public var isOpen: Bool {
    switch self {
    case .notOpen, .closed, .redirected: false
    case .received, .triaged, .consented, .assessing, .classified, .inService, .readinessReview,
      .cleared, .travelReady, .handedOver, .onHold, .withdrawn, .reopened:
      true
    }
  }

  /// Whether the case counts as ready in some way, so that an expiry takes it back.
  public var canLapse: Bool { self == .cleared || self == .travelReady }
}

/// What an event does to the stage.
public enum StageChange: Equatable, Sendable {
  /// The stage stays.
  case stays
  /// The case moves to another stage.
  case moves(Stage)
  /// The event is not possible in this stage.
  case refused
}

extension Stage {
  /// What an event of a kind does in this stage.
  ///
  /// `heldFrom` is where a waiting case goes on.
  ///
  /// This is the whole state machine; guards add what else must be true.
  public func change(on kind: EventKind, heldFrom: Stage = .received) -> StageChange {
    if self == .notOpen { return kind == .received ? .moves(.received) : .refused }
    switch kind.family {
    case .opening: return .refused
    case .urgent: return .stays
    case .fact: return isOpen ? .stays : .refused
    case .step: return step(on: kind, heldFrom: heldFrom)
    }
  }

  private func step(on kind: EventKind, heldFrom: Stage) -> StageChange {
    switch kind {
    case .triaged: from([.received, .reopened], to: .triaged)
    case .assessmentStarted: from([.consented], to: .assessing)
    case .classified: reclassified
    case .servicesStarted: from([.classified], to: .inService)
    case .readinessReviewStarted: from([.inService], to: .readinessReview)
    case .cleared: from([.readinessReview], to: .cleared)
    case .travelReadyDeclared: from([.cleared], to: .travelReady)
    case .handedOver: from([.travelReady], to: .handedOver)
    case .resumed: from([.onHold], to: heldFrom)
    case .reopened: from([.closed, .redirected, .withdrawn], to: .reopened)
    case .closed: self == .closed ? .refused : .moves(.closed)
    case .held: self == .onHold || self == .handedOver || !isOpen ? .refused : .moves(.onHold)
    case .withdrawn: self == .withdrawn || !isOpen ? .refused : .moves(.withdrawn)
    case .redirected: self == .handedOver || !isOpen ? .refused : .moves(.redirected)
    case .received, .providerListed, .personDescribed, .familyLinkRecorded,
      .contactRouteRecorded, .contactAttempted, .partyContacted, .duplicateChecked,
      .urgentNeedRaised, .urgentNeedActed, .limitsExplained, .protectionInformationGiven,
      .consentGiven, .consentRefused, .consentWithdrawn, .settingRecorded, .factorFound,
      .levelConsidered, .screeningRecorded, .riskRated, .approvalRecorded, .planMade,
      .supervisorInformed, .referralSent, .referralAnswered, .referralFollowedUp, .trackUpdated,
      .documentUpdated, .identityChecked, .singleParentReviewed, .healthAssessed,
      .bestInterestsRecorded, .tracingOpened, .tracingUpdated, .diligenceChecked,
      .diligenceDecided, .clearanceRequested, .clearanceAnswered, .voluntarinessChecked,
      .travelArranged, .escalated, .seaReported, .sharingDecided, .situationChanged,
      .recordAccessed, .noteAdded, .fieldVisitMade, .entryConfirmed:
      .refused
    }
  }

  private func from(_ stages: ChoiceSet<Stage>, to next: Stage) -> StageChange {
    stages.contains(self) ? .moves(next) : .refused
  }

  /// A case may be classified again whenever something new is found; a ready case then goes back.
  private var reclassified: StageChange {
    switch self {
    case .assessing: .moves(.classified)
    case .cleared, .travelReady: .moves(.readinessReview)
    case .classified, .inService, .readinessReview, .withdrawn: .stays
    case .notOpen, .received, .triaged, .consented, .handedOver, .closed, .onHold, .redirected,
      .reopened:
      .refused
    }
  }
}
