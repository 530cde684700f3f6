/// A rule a case is held to.
///
/// Its word is the id that profiles, debriefs and reports use.
///
/// The texts and sources live in the language files of the agency profile.
public enum Rule: UInt8, Choice {
  // Order
  case caseNotOpen, caseAlreadyOpen, stepOutOfOrder, clockWentBack, recordUnknown, recordNumber,
    valueImpossible, roleNotAllowed, caseClosed
  // Intake
  case contactNotSafe, duplicateNotChecked, urgentNeedFirst, personNotDescribed, harmfulContact,
    unsafeParentContacted
  // Consent
  case limitsNotExplained, languageNotUnderstood, consentNotFree, childNeedsAdult,
    childAssentMissing, caregiverUnsafe, consentEmpty, intakeConsentMissing,
    referralNeedsConsent, consentOtherRecipient, fieldsBeyondConsent, consentWithdrawn,
    overrideNeedsSupervisor
  // Assessment
  case placeNotPrivate, interpreterNotSuitable, screeningMissing, levelNotConsidered, gbvRoleOnly,
    noteHoldsIncident, noteHoldsIdentifier, declinedStaysUndetermined, avmSignsIgnored,
    protectiveFactorsUnclear, basisDoesNotFit
  // Services
  case classUndetermined, reviewerMissing, planMissing, riskMissing, supervisorNotInformed,
    childAloneNoReturn, providerNotVerified, moreDataThanNeeded, urgentReferralOverdue,
    referralOpen, protectionClaimOpen, approverIsMaker, providerUnsafe, clinicalWindow,
    clinicalWindowPassed, caseOnHold, holdReasonOpen
  // Return
  case diligenceIncomplete, diligenceNotFavourable, diligenceUndecided, avmClearanceMissing,
    determinationMissing, receiverPlanMissing, clearanceExpired, returnNotVoluntary,
    findingWithoutSource, childNotHeard, determinationNeedsPanel, returnNotInBestInterests,
    protectionInformationMissing
  // Travel
  case identityNotVerified, nationalityNotVerified, documentNotValid, exitPermissionMissing,
    fitToTravelMissing, voluntarinessNotReconfirmed, singleParentReviewOpen, travelNotArranged,
    escortMissing, requiredPaperMissing, receptionMissing, departurePassed,
    receiverNotAccepting, originClearanceMissing, trackOpen, entryNotConfirmed
  // Family
  case tracingNeedsConsent, claimantNotVerified, abductionSuspected
  // Safeguards
  case seaOwnChannel, sharingWithoutBasis, escalationMissing, closureNotApproved,
    contactTriesTooFew, retentionDateMissing, closureReasonDoesNotFit, mandatoryReportMissing
  // Monitoring
  case gbvNotForMonitors, homeVisitTooEarly, homeVisitNotAuthorized, notSafeToTalk,
    monitoringConsentMissing, groupSize, groupStaffMissing, groupAsksIncidents,
    serviceEntryStale, indicatorSpanEmpty, seriousFindingNeedsAction, evidenceMissing,
    sourceNotVerified

  /// How many rules there are.
  public static var count: Int { 109 }

  /// The id of the rule, stable for ever.
  public var word: StaticString {
    switch self {
    case .caseNotOpen: "case-not-open"
    case .caseAlreadyOpen: "case-already-open"
    case .stepOutOfOrder: "step-out-of-order"
    case .clockWentBack: "clock-went-back"
    case .recordUnknown: "record-unknown"
    case .recordNumber: "record-number"
    case .valueImpossible: "value-impossible"
    case .roleNotAllowed: "role-not-allowed"
    case .caseClosed: "case-closed"
    case .contactNotSafe: "contact-not-safe"
    case .duplicateNotChecked: "duplicate-not-checked"
    case .urgentNeedFirst: "urgent-need-first"
    case .personNotDescribed: "person-not-described"
    case .harmfulContact: "harmful-contact"
    case .unsafeParentContacted: "unsafe-parent-contacted"
    case .limitsNotExplained: "limits-not-explained"
    case .languageNotUnderstood: "language-not-understood"
    case .consentNotFree: "consent-not-free"
    case .childNeedsAdult: "child-needs-adult"
    case .childAssentMissing: "child-assent-missing"
    case .caregiverUnsafe: "caregiver-unsafe"
    case .consentEmpty: "consent-empty"
    case .intakeConsentMissing: "intake-consent-missing"
    case .referralNeedsConsent: "referral-needs-consent"
    case .consentOtherRecipient: "consent-other-recipient"
    case .fieldsBeyondConsent: "fields-beyond-consent"
    case .consentWithdrawn: "consent-withdrawn"
    case .overrideNeedsSupervisor: "override-needs-supervisor"
    case .placeNotPrivate: "place-not-private"
    case .interpreterNotSuitable: "interpreter-not-suitable"
    case .screeningMissing: "screening-missing"
    case .levelNotConsidered: "level-not-considered"
    case .gbvRoleOnly: "gbv-role-only"
    case .noteHoldsIncident: "note-holds-incident"
    case .noteHoldsIdentifier: "note-holds-identifier"
    case .declinedStaysUndetermined: "declined-stays-undetermined"
    case .avmSignsIgnored: "avm-signs-ignored"
    case .protectiveFactorsUnclear: "protective-factors-unclear"
    case .basisDoesNotFit: "basis-does-not-fit"
    case .classUndetermined: "class-undetermined"
    case .reviewerMissing: "reviewer-missing"
    case .planMissing: "plan-missing"
    case .riskMissing: "risk-missing"
    case .supervisorNotInformed: "supervisor-not-informed"
    case .childAloneNoReturn: "child-alone-no-return"
    case .providerNotVerified: "provider-not-verified"
    case .moreDataThanNeeded: "more-data-than-needed"
    case .urgentReferralOverdue: "urgent-referral-overdue"
    case .referralOpen: "referral-open"
    case .protectionClaimOpen: "protection-claim-open"
    case .approverIsMaker: "approver-is-maker"
    case .providerUnsafe: "provider-unsafe"
    case .clinicalWindow: "clinical-window"
    case .clinicalWindowPassed: "clinical-window-passed"
    case .caseOnHold: "case-on-hold"
    case .holdReasonOpen: "hold-reason-open"
    case .diligenceIncomplete: "diligence-incomplete"
    case .diligenceNotFavourable: "diligence-not-favourable"
    case .diligenceUndecided: "diligence-undecided"
    case .avmClearanceMissing: "avm-clearance-missing"
    case .determinationMissing: "determination-missing"
    case .receiverPlanMissing: "receiver-plan-missing"
    case .clearanceExpired: "clearance-expired"
    case .returnNotVoluntary: "return-not-voluntary"
    case .findingWithoutSource: "finding-without-source"
    case .childNotHeard: "child-not-heard"
    case .determinationNeedsPanel: "determination-needs-panel"
    case .returnNotInBestInterests: "return-not-in-best-interests"
    case .protectionInformationMissing: "protection-information-missing"
    case .identityNotVerified: "identity-not-verified"
    case .nationalityNotVerified: "nationality-not-verified"
    case .documentNotValid: "document-not-valid"
    case .exitPermissionMissing: "exit-permission-missing"
    case .fitToTravelMissing: "fit-to-travel-missing"
    case .voluntarinessNotReconfirmed: "voluntariness-not-reconfirmed"
    case .singleParentReviewOpen: "single-parent-review-open"
    case .travelNotArranged: "travel-not-arranged"
    case .escortMissing: "escort-missing"
    case .requiredPaperMissing: "required-paper-missing"
    case .receptionMissing: "reception-missing"
    case .departurePassed: "departure-passed"
    case .receiverNotAccepting: "receiver-not-accepting"
    case .originClearanceMissing: "origin-clearance-missing"
    case .trackOpen: "track-open"
    case .entryNotConfirmed: "entry-not-confirmed"
    case .tracingNeedsConsent: "tracing-needs-consent"
    case .claimantNotVerified: "claimant-not-verified"
    case .abductionSuspected: "abduction-suspected"
    case .seaOwnChannel: "sea-own-channel"
    case .sharingWithoutBasis: "sharing-without-basis"
    case .escalationMissing: "escalation-missing"
    case .closureNotApproved: "closure-not-approved"
    case .contactTriesTooFew: "contact-tries-too-few"
    case .retentionDateMissing: "retention-date-missing"
    case .closureReasonDoesNotFit: "closure-reason-does-not-fit"
    case .mandatoryReportMissing: "mandatory-report-missing"
    case .gbvNotForMonitors: "gbv-not-for-monitors"
    case .homeVisitTooEarly: "home-visit-too-early"
    case .homeVisitNotAuthorized: "home-visit-not-authorized"
    case .notSafeToTalk: "not-safe-to-talk"
    case .monitoringConsentMissing: "monitoring-consent-missing"
    case .groupSize: "group-size"
    case .groupStaffMissing: "group-staff-missing"
    case .groupAsksIncidents: "group-asks-incidents"
    case .serviceEntryStale: "service-entry-stale"
    case .indicatorSpanEmpty: "indicator-span-empty"
    case .seriousFindingNeedsAction: "serious-finding-needs-action"
    case .evidenceMissing: "evidence-missing"
    case .sourceNotVerified: "source-not-verified"
    }
  }
}
