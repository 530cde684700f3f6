extension CommandID {
  /// The words and parameters of the command.
  ///
  /// Words stand as they are typed; slots take one word each.
  public var pattern: [PatternElement] {
    switch self {
    case .receive: ["received", .slot("entry-point", .choice(EntryPoint.self))]
    case .receiveDetained: ["received", "detained", .slot("entry-point", .choice(EntryPoint.self))]
    case .contactSafe: ["confirm", "safe", "contact"]
    case .contactIs: ["contact", .slot("safety", .choice(ContactSafety.self))]
    case .otherContact: ["find", "contact", .slot("method", .choice(ContactMethod.self))]
    case .tryContact:
      [
        "try", "contact", .slot("method", .choice(ContactMethod.self)),
        .slot("result", .choice(ContactAttemptResult.self)),
      ]
    case .contactParty: ["contact", .slot("party", .choice(ContactedParty.self))]
    case .checkDuplicates:
      ["check", "duplicates", .slot("result", .choice(DuplicateResult.self), .optional)]
    case .raiseNeed:
      [
        "urgent", .slot("need", .choice(UrgentNeed.self)), .slot("hours-ago", .number, .optional),
      ]
    case .actOnNeed:
      [
        "act", .slot("need", .choice(UrgentNeed.self)),
        .slot("response", .choice(UrgentResponse.self), .optional),
      ]
    case .triage: ["triage", .slot("urgency", .choice(Urgency.self), .optional)]
    case .explainLimits: ["explain", "limits"]
    case .explainProtection: ["explain", "protection"]
    case .giveConsent:
      [
        "consent", .slot("purpose", .choice(Purpose.self)), .slot("recipient", .provider, .many),
        .slot("field", .choice(DataField.self), .many),
      ]
    case .assent:
      [
        "assent", .slot("purpose", .choice(Purpose.self)),
        .slot("giver", .choice(ConsentGiver.self)), .slot("recipient", .provider, .many),
        .slot("field", .choice(DataField.self), .many),
      ]
    case .refuseConsent: ["consent", "refused", .slot("purpose", .choice(Purpose.self))]
    case .withdrawConsent: ["withdraw", "consent", .slot("purpose", .choice(Purpose.self))]
    case .privatePlace: ["private", "place"]
    case .setPlace:
      [
        "place", .slot("place", .choice(AssessmentPlace.self)),
        .slot("privacy", .choice(Privacy.self)),
      ]
    case .useInterpreter: ["interpreter", .slot("fit", .choice(InterpreterFit.self))]
    case .startAssessment: ["start", "assessment"]
    case .findFactor:
      [
        "factor", .slot("level", .choice(FactorLevel.self)), .slot("factor", .choice(Factor.self)),
        .slot("bearing", .choice(FactorBearing.self)),
      ]
    case .considerLevel: ["consider", .slot("level", .choice(FactorLevel.self))]
    case .screen:
      [
        "screen", .slot("topic", .choice(ScreeningTopic.self)),
        .slot("result", .choice(ScreeningResult.self), .optional),
      ]
    case .rateRisk: ["rate", "risk", .slot("level", .choice(RiskLevel.self))]
    case .classify:
      [
        "classify", .slot("class", .choice(CaseClass.self)),
        .slot("basis", .choice(ClassificationBasis.self)),
      ]
    case .approve: ["approve", .slot("subject", .choice(ApprovalSubject.self))]
    case .reject: ["reject", .slot("subject", .choice(ApprovalSubject.self))]
    case .makePlan: ["make", "plan", .slot("goals", .number, .optional)]
    case .informSupervisor: ["inform", "supervisor"]
    case .startServices: ["start", "services"]
    case .refer:
      [
        "refer", .slot("service", .choice(ReferralType.self)), .slot("provider", .provider),
        .slot("urgency", .choice(Urgency.self), .optional),
        .slot("field", .choice(DataField.self), .many),
      ]
    case .referWithout:
      [
        "refer", "without", "consent", .slot("reason", .choice(OverrideReason.self)),
        .slot("service", .choice(ReferralType.self)), .slot("provider", .provider),
        .slot("urgency", .choice(Urgency.self), .optional),
      ]
    case .answerReferral:
      [
        "answer", .slot("service", .choice(ReferralType.self)),
        .slot("status", .choice(ReferralStatus.self)),
      ]
    case .followUp:
      [
        "follow", "up", .slot("service", .choice(ReferralType.self)),
        .slot("outcome", .choice(ServiceOutcome.self)),
      ]
    case .continueService: ["continue", .slot("service", .choice(ReferralType.self))]
    case .updateTrack:
      ["track", .slot("track", .choice(Track.self)), .slot("status", .choice(TrackStatus.self))]
    case .updatePaper:
      [
        .slot("document", .choice(DocumentKind.self)),
        .slot("status", .choice(DocumentStatus.self)), .slot("until", .day, .optional),
        .slot("person", .number, .optional),
      ]
    case .verifyIdentity: ["verify", "identity"]
    case .verifyNationality: ["verify", "nationality"]
    case .linkFamily:
      [
        "family", .slot("relation", .choice(FamilyRelation.self)),
        .slot("verified", .choice(Judgement.self)),
      ]
    case .reviewSingleParent:
      [
        "review", "single-parent", .slot("absent", .choice(AbsentParent.self)),
        .slot("consent", .choice(ParentConsent.self)),
        .slot("custody", .choice(CustodyEvidence.self)), .slot("child", .number, .optional),
      ]
    case .stateFitness:
      [
        "fitness", .slot("fitness", .choice(Fitness.self)), .slot("until", .day),
        .slot("escort", .choice(EscortKind.self), .optional),
      ]
    case .bestInterests:
      [
        "best-interests", .slot("stage", .choice(BestInterestsStage.self)),
        .slot("option", .choice(BestInterestsOption.self)),
      ]
    case .trace: ["trace", .slot("relation", .choice(FamilyRelation.self))]
    case .updateTracing:
      [
        "tracing", .slot("status", .choice(TracingStatus.self)),
        .slot("verified", .choice(Judgement.self), .optional),
      ]
    case .checkReturn:
      [
        "check", .slot("check", .choice(DiligenceCheck.self)),
        .slot("finding", .choice(DiligenceFinding.self)),
      ]
    case .decideReturn:
      [
        "decide", "return", .slot("outcome", .choice(DiligenceOutcome.self)),
        .slot("conditions", .number, .optional),
      ]
    case .askClearance:
      [
        "ask", "clearance", .slot("party", .choice(ClearanceParty.self)),
        .slot("field", .choice(DataField.self), .many),
      ]
    case .answerClearance:
      [
        "clearance", .slot("party", .choice(ClearanceParty.self)),
        .slot("response", .choice(ClearanceResponse.self)), .slot("until", .day, .optional),
      ]
    case .confirmVoluntary: ["confirm", "voluntary"]
    case .doubtVoluntary: ["doubt", "voluntary"]
    case .arrangeTravel:
      [
        "arrange", "travel", .slot("departure", .day),
        .slot("escort", .choice(EscortKind.self), .optional),
      ]
    case .startReview: ["start", "readiness", "review"]
    case .clearCase: ["clear", "case"]
    case .declareReady: ["declare", "travel-ready"]
    case .handOver: ["hand", "over", .slot("field", .choice(DataField.self), .many)]
    case .closeCase: ["close", "case", .slot("reason", .choice(ClosureReason.self))]
    case .reopenCase: ["reopen", "case"]
    case .hold: ["hold", .slot("reason", .choice(HoldReason.self))]
    case .resume: ["resume", "case"]
    case .withdraw: ["withdraw", "return"]
    case .redirect: ["redirect", .slot("provider", .provider)]
    case .escalate:
      [
        "escalate", .slot("level", .choice(EscalationLevel.self)),
        .slot("trigger", .choice(EscalationTrigger.self), .optional),
      ]
    case .reportSea: ["report", "sea"]
    case .shareData:
      [
        "share", .slot("purpose", .choice(Purpose.self)), .slot("recipient", .provider),
        .slot("basis", .choice(SharingBasis.self)), .slot("field", .choice(DataField.self), .many),
      ]
    case .refuseSharing:
      ["refuse", "sharing", .slot("purpose", .choice(Purpose.self)), .slot("recipient", .provider)]
    case .changeSituation: ["situation", "changed"]
    case .openRecord: ["open", "record", .slot("record", .choice(RecordKind.self))]
    case .visit: ["visit", .slot("place", .choice(AssessmentPlace.self))]
    case .confirmEntry: ["confirm", "entry"]
    case .wait: ["wait", .slot("amount", .number), .slot("unit", .choice(TimeUnit.self))]
    case .ask: ["ask", .slot("topic", .word)]
    }
  }

  /// The role that does this in a scenario, unless the scenario says otherwise.
  public var role: StaffRole {
    switch self {
    case .receive, .receiveDetained, .visit, .confirmEntry:
      .protectionAssistant
    case .contactSafe, .contactIs, .otherContact, .tryContact, .contactParty, .checkDuplicates,
      .raiseNeed, .actOnNeed, .triage, .explainLimits, .explainProtection, .giveConsent, .assent,
      .refuseConsent, .withdrawConsent, .privatePlace, .setPlace, .useInterpreter,
      .startAssessment, .findFactor, .considerLevel, .screen, .rateRisk, .classify, .makePlan,
      .informSupervisor, .startServices, .refer, .referWithout, .answerReferral, .followUp,
      .continueService, .updateTrack, .updatePaper, .verifyIdentity, .verifyNationality,
      .linkFamily, .reviewSingleParent, .trace, .updateTracing, .checkReturn, .askClearance,
      .confirmVoluntary, .doubtVoluntary, .startReview, .declareReady, .handOver, .hold, .resume,
      .withdraw, .redirect, .escalate, .reportSea, .shareData, .refuseSharing, .openRecord, .wait,
      .ask:
      .caseworker
    case .approve, .reject, .closeCase, .reopenCase:
      .supervisor
    case .stateFitness:
      .healthUnit
    case .bestInterests:
      .bestInterestsPanel
    case .decideReturn, .clearCase, .changeSituation:
      .protectionCoordinator
    case .answerClearance:
      .avmUnit
    case .arrangeTravel:
      .logistics
    }
  }
}
