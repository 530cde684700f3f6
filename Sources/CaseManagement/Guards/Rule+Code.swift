extension Rule {
  /// The stable number of the failure, printed as `CM301`.
  ///
  /// Hundreds are topics.
  public var code: Int32 {
    switch self {
    case .caseNotOpen: 101
    case .caseAlreadyOpen: 102
    case .stepOutOfOrder: 103
    case .clockWentBack: 104
    case .recordUnknown: 105
    case .recordNumber: 106
    case .valueImpossible: 107
    case .roleNotAllowed: 108
    case .caseClosed: 109
    case .contactNotSafe: 201
    case .duplicateNotChecked: 202
    case .urgentNeedFirst: 203
    case .personNotDescribed: 204
    case .harmfulContact: 205
    case .unsafeParentContacted: 206
    case .limitsNotExplained: 301
    case .languageNotUnderstood: 302
    case .consentNotFree: 303
    case .childNeedsAdult: 304
    case .childAssentMissing: 305
    case .caregiverUnsafe: 306
    case .consentEmpty: 307
    case .intakeConsentMissing: 308
    case .referralNeedsConsent: 309
    case .consentOtherRecipient: 310
    case .fieldsBeyondConsent: 311
    case .consentWithdrawn: 312
    case .overrideNeedsSupervisor: 313
    case .placeNotPrivate: 401
    case .interpreterNotSuitable: 402
    case .screeningMissing: 403
    case .levelNotConsidered: 404
    case .gbvRoleOnly: 405
    case .noteHoldsIncident: 406
    case .noteHoldsIdentifier: 407
    case .declinedStaysUndetermined: 408
    case .avmSignsIgnored: 409
    case .protectiveFactorsUnclear: 410
    case .basisDoesNotFit: 411
    case .classUndetermined: 501
    case .reviewerMissing: 502
    case .planMissing: 503
    case .riskMissing: 504
    case .supervisorNotInformed: 505
    case .childAloneNoReturn: 506
    case .providerNotVerified: 507
    case .moreDataThanNeeded: 508
    case .urgentReferralOverdue: 509
    case .referralOpen: 510
    case .protectionClaimOpen: 511
    case .approverIsMaker: 512
    case .providerUnsafe: 513
    case .clinicalWindow: 514
    case .clinicalWindowPassed: 515
    case .caseOnHold: 516
    case .holdReasonOpen: 517
    case .diligenceIncomplete: 601
    case .diligenceNotFavourable: 602
    case .diligenceUndecided: 603
    case .avmClearanceMissing: 604
    case .determinationMissing: 605
    case .receiverPlanMissing: 606
    case .clearanceExpired: 607
    case .returnNotVoluntary: 608
    case .findingWithoutSource: 609
    case .childNotHeard: 610
    case .determinationNeedsPanel: 611
    case .returnNotInBestInterests: 612
    case .protectionInformationMissing: 613
    case .identityNotVerified: 701
    case .nationalityNotVerified: 702
    case .documentNotValid: 703
    case .exitPermissionMissing: 704
    case .fitToTravelMissing: 705
    case .voluntarinessNotReconfirmed: 706
    case .singleParentReviewOpen: 707
    case .travelNotArranged: 708
    case .escortMissing: 709
    case .requiredPaperMissing: 710
    case .receptionMissing: 711
    case .departurePassed: 712
    case .receiverNotAccepting: 713
    case .originClearanceMissing: 714
    case .trackOpen: 715
    case .entryNotConfirmed: 716
    case .tracingNeedsConsent: 801
    case .claimantNotVerified: 802
    case .abductionSuspected: 803
    case .seaOwnChannel: 901
    case .sharingWithoutBasis: 902
    case .escalationMissing: 903
    case .closureNotApproved: 904
    case .contactTriesTooFew: 905
    case .retentionDateMissing: 906
    case .closureReasonDoesNotFit: 907
    case .mandatoryReportMissing: 908
    case .gbvNotForMonitors: 1001
    case .homeVisitTooEarly: 1002
    case .homeVisitNotAuthorized: 1003
    case .notSafeToTalk: 1004
    case .monitoringConsentMissing: 1005
    case .groupSize: 1006
    case .groupStaffMissing: 1007
    case .groupAsksIncidents: 1008
    case .serviceEntryStale: 1009
    case .indicatorSpanEmpty: 1010
    case .seriousFindingNeedsAction: 1011
    case .evidenceMissing: 1012
    case .sourceNotVerified: 1013
    }
  }

  /// How grave a failure of this rule is, unless the guard says otherwise.
  public var severity: Severity {
    switch self {
    case .contactNotSafe, .urgentNeedFirst, .harmfulContact, .unsafeParentContacted,
      .caregiverUnsafe, .consentWithdrawn, .placeNotPrivate, .interpreterNotSuitable,
      .noteHoldsIncident, .avmSignsIgnored, .childAloneNoReturn, .protectionClaimOpen,
      .providerUnsafe, .diligenceNotFavourable, .determinationMissing, .returnNotVoluntary,
      .returnNotInBestInterests, .fitToTravelMissing, .claimantNotVerified,
      .abductionSuspected, .seaOwnChannel, .gbvNotForMonitors, .notSafeToTalk,
      .groupAsksIncidents, .seriousFindingNeedsAction, .holdReasonOpen:
      .danger
    case .serviceEntryStale, .sourceNotVerified, .clinicalWindow, .clinicalWindowPassed:
      .advice
    case .caseNotOpen, .caseAlreadyOpen, .stepOutOfOrder, .clockWentBack, .recordUnknown,
      .recordNumber, .valueImpossible, .roleNotAllowed, .caseClosed, .duplicateNotChecked,
      .personNotDescribed, .limitsNotExplained, .languageNotUnderstood, .consentNotFree,
      .childNeedsAdult, .childAssentMissing, .consentEmpty, .intakeConsentMissing,
      .referralNeedsConsent, .consentOtherRecipient, .fieldsBeyondConsent,
      .overrideNeedsSupervisor, .screeningMissing, .levelNotConsidered, .gbvRoleOnly,
      .noteHoldsIdentifier, .declinedStaysUndetermined, .protectiveFactorsUnclear,
      .basisDoesNotFit, .classUndetermined, .reviewerMissing, .planMissing, .riskMissing,
      .supervisorNotInformed, .providerNotVerified, .moreDataThanNeeded,
      .urgentReferralOverdue, .referralOpen, .approverIsMaker, .diligenceIncomplete,
      .diligenceUndecided, .avmClearanceMissing, .receiverPlanMissing, .clearanceExpired,
      .findingWithoutSource, .childNotHeard, .determinationNeedsPanel,
      .protectionInformationMissing, .identityNotVerified, .nationalityNotVerified,
      .documentNotValid, .exitPermissionMissing, .voluntarinessNotReconfirmed,
      .singleParentReviewOpen, .travelNotArranged, .escortMissing, .requiredPaperMissing,
      .receptionMissing, .departurePassed, .receiverNotAccepting, .originClearanceMissing,
      .tracingNeedsConsent, .sharingWithoutBasis, .escalationMissing, .closureNotApproved,
      .contactTriesTooFew, .retentionDateMissing, .closureReasonDoesNotFit, .homeVisitTooEarly,
      .homeVisitNotAuthorized, .monitoringConsentMissing, .groupSize, .groupStaffMissing,
      .indicatorSpanEmpty, .evidenceMissing, .caseOnHold, .trackOpen, .entryNotConfirmed,
      .mandatoryReportMissing:
      .refusal
    }
  }
}
