/// What a scenario or a form can ask about a case, by the words of the catalogue.
public enum ConditionID: UInt8, Choice {
  case contactIs, isPrivate, interpreterIs, classIs, riskIs, stageIs, referralIs, paperIs,
    dayReached, hasConsent, wasScreened, screeningIs, wasEscalated, wasContacted, urgentOpen,
    supervisorKnows, limitsExplained, protectionExplained, returnIs, ready, lapsed, seaReported

  /// How many there are.
  public static var count: Int { 22 }

  /// The id, as in the language files of a profile.
  public var word: StaticString {
    switch self {
    case .contactIs: "contact-is"
    case .isPrivate: "is-private"
    case .interpreterIs: "interpreter-is"
    case .classIs: "class-is"
    case .riskIs: "risk-is"
    case .stageIs: "stage-is"
    case .referralIs: "referral-is"
    case .paperIs: "paper-is"
    case .dayReached: "day-reached"
    case .hasConsent: "has-consent"
    case .wasScreened: "was-screened"
    case .screeningIs: "screening-is"
    case .wasEscalated: "was-escalated"
    case .wasContacted: "was-contacted"
    case .urgentOpen: "urgent-open"
    case .supervisorKnows: "supervisor-knows"
    case .limitsExplained: "limits-explained"
    case .protectionExplained: "protection-explained"
    case .returnIs: "return-is"
    case .ready: "ready"
    case .lapsed: "lapsed"
    case .seaReported: "sea-reported"
    }
  }
}
