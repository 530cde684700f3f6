/// What a person can do in a case, by the words of the catalogue.
public enum CommandID: UInt8, Choice {
  case receive, receiveDetained, contactSafe, contactIs, otherContact, tryContact, contactParty,
    checkDuplicates, raiseNeed, actOnNeed, triage, explainLimits, explainProtection, giveConsent,
    assent, refuseConsent, withdrawConsent, privatePlace, setPlace, useInterpreter,
    startAssessment, findFactor, considerLevel, screen, rateRisk, classify, approve, reject,
    makePlan, informSupervisor, startServices, refer, referWithout, answerReferral, followUp,
    continueService, updateTrack, updatePaper, verifyIdentity, verifyNationality, linkFamily,
    reviewSingleParent, stateFitness, bestInterests, trace, updateTracing, checkReturn,
    decideReturn, askClearance, answerClearance, confirmVoluntary, doubtVoluntary, arrangeTravel,
    startReview, clearCase, declareReady, handOver, closeCase, reopenCase, hold, resume, withdraw,
    redirect, escalate, reportSea, shareData, refuseSharing, changeSituation, openRecord, visit,
    confirmEntry, wait, ask

  /// How many there are.
  public static var count: Int { 73 }

  /// The id, as in the language files of a profile.
  public var word: StaticString {
    switch self {
    case .receive: "receive"
    case .receiveDetained: "receive-detained"
    case .contactSafe: "contact-safe"
    case .contactIs: "contact-is"
    case .otherContact: "other-contact"
    case .tryContact: "try-contact"
    case .contactParty: "contact-party"
    case .checkDuplicates: "check-duplicates"
    case .raiseNeed: "raise-need"
    case .actOnNeed: "act-on-need"
    case .triage: "triage"
    case .explainLimits: "explain-limits"
    case .explainProtection: "explain-protection"
    case .giveConsent: "give-consent"
    case .assent: "assent"
    case .refuseConsent: "refuse-consent"
    case .withdrawConsent: "withdraw-consent"
    case .privatePlace: "private-place"
    case .setPlace: "set-place"
    case .useInterpreter: "use-interpreter"
    case .startAssessment: "start-assessment"
    case .findFactor: "find-factor"
    case .considerLevel: "consider-level"
    case .screen: "screen"
    case .rateRisk: "rate-risk"
    case .classify: "classify"
    case .approve: "approve"
    case .reject: "reject"
    case .makePlan: "make-plan"
    case .informSupervisor: "inform-supervisor"
    case .startServices: "start-services"
    case .refer: "refer"
    case .referWithout: "refer-without"
    case .answerReferral: "answer-referral"
    case .followUp: "follow-up"
    case .continueService: "continue-service"
    case .updateTrack: "update-track"
    case .updatePaper: "update-paper"
    case .verifyIdentity: "verify-identity"
    case .verifyNationality: "verify-nationality"
    case .linkFamily: "link-family"
    case .reviewSingleParent: "review-single-parent"
    case .stateFitness: "state-fitness"
    case .bestInterests: "best-interests"
    case .trace: "trace"
    case .updateTracing: "update-tracing"
    case .checkReturn: "check-return"
    case .decideReturn: "decide-return"
    case .askClearance: "ask-clearance"
    case .answerClearance: "answer-clearance"
    case .confirmVoluntary: "confirm-voluntary"
    case .doubtVoluntary: "doubt-voluntary"
    case .arrangeTravel: "arrange-travel"
    case .startReview: "start-review"
    case .clearCase: "clear-case"
    case .declareReady: "declare-ready"
    case .handOver: "hand-over"
    case .closeCase: "close-case"
    case .reopenCase: "reopen-case"
    case .hold: "hold"
    case .resume: "resume"
    case .withdraw: "withdraw"
    case .redirect: "redirect"
    case .escalate: "escalate"
    case .reportSea: "report-sea"
    case .shareData: "share-data"
    case .refuseSharing: "refuse-sharing"
    case .changeSituation: "change-situation"
    case .openRecord: "open-record"
    case .visit: "visit"
    case .confirmEntry: "confirm-entry"
    case .wait: "wait"
    case .ask: "ask"
    }
  }
}
