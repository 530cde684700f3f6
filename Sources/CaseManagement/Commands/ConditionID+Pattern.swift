extension ConditionID {
  /// The words and parameters of the condition.
  public var pattern: [PatternElement] {
    switch self {
    case .contactIs: ["contact", .slot("safety", .choice(ContactSafety.self))]
    case .isPrivate: ["private"]
    case .interpreterIs: ["interpreter", .slot("fit", .choice(InterpreterFit.self))]
    case .classIs: ["class", .slot("class", .choice(CaseClass.self))]
    case .riskIs: ["risk", .slot("level", .choice(RiskLevel.self))]
    case .stageIs: [.slot("stage", .choice(Stage.self))]
    case .referralIs:
      [.slot("service", .choice(ReferralType.self)), .slot("status", .choice(ReferralStatus.self))]
    case .paperIs:
      [
        .slot("document", .choice(DocumentKind.self)),
        .slot("status", .choice(DocumentStatus.self)),
      ]
    case .dayReached: ["day", .slot("day", .number)]
    case .hasConsent: ["consent", .slot("purpose", .choice(Purpose.self))]
    case .wasScreened: ["screened", .slot("topic", .choice(ScreeningTopic.self))]
    case .screeningIs:
      [
        "screening", .slot("topic", .choice(ScreeningTopic.self)),
        .slot("result", .choice(ScreeningResult.self)),
      ]
    case .wasEscalated: ["escalated", .slot("trigger", .choice(EscalationTrigger.self))]
    case .wasContacted: ["contacted", .slot("party", .choice(ContactedParty.self))]
    case .urgentOpen: ["urgent", "open"]
    case .supervisorKnows: ["supervisor", "informed"]
    case .limitsExplained: ["limits", "explained"]
    case .protectionExplained: ["protection", "explained"]
    case .returnIs: ["return", .slot("outcome", .choice(DiligenceOutcome.self))]
    case .ready: ["ready"]
    case .lapsed: ["lapsed"]
    case .seaReported: ["sea", "reported"]
    }
  }
}
