/// What a person is referred for.
public enum ReferralType: UInt8, Choice {
  case medical, mhpss, specializedProtection, consularSupport, legalAid, shelter, basicNeeds,
    familyTracing, childProtection, gbvCaseManagement, asylum, safeHouse, police, livelihoods,
    education, familyMediation, nonFoodItems, wash, registration, food

  /// How many there are.
  public static var count: Int { 20 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .medical: "medical"
    case .mhpss: "mhpss"
    case .specializedProtection: "specialized-protection"
    case .consularSupport: "consular-support"
    case .legalAid: "legal-aid"
    case .shelter: "shelter"
    case .basicNeeds: "basic-needs"
    case .familyTracing: "family-tracing"
    case .childProtection: "child-protection"
    case .gbvCaseManagement: "gbv-case-management"
    case .asylum: "asylum"
    case .safeHouse: "safe-house"
    case .police: "police"
    case .livelihoods: "livelihoods"
    case .education: "education"
    case .familyMediation: "family-mediation"
    case .nonFoodItems: "non-food-items"
    case .wash: "wash"
    case .registration: "registration"
    case .food: "food"
    }
  }
}

/// How a referral stands; the words of Primero's referral.
public enum ReferralStatus: UInt8, Choice {
  case inProgress, accepted, rejected, done, revoked

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .inProgress: "in-progress"
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .done: "done"
    case .revoked: "revoked"
    }
  }
}

/// What became of a service (Primero's list of GBV actions).
public enum ServiceOutcome: UInt8, Choice {
  case referred, providedByUs, alreadyReceived, notApplicable, declined, unavailable

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .referred: "referred"
    case .providedByUs: "provided-by-us"
    case .alreadyReceived: "already-received"
    case .notApplicable: "not-applicable"
    case .declined: "declined"
    case .unavailable: "unavailable"
    }
  }
}

/// The parallel tracks of a case in service.
public enum Track: UInt8, Choice {
  case documents, health, protectionReferrals, childAndFamily, dueDiligence, logistics

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .documents: "documents"
    case .health: "health"
    case .protectionReferrals: "protection-referrals"
    case .childAndFamily: "child-and-family"
    case .dueDiligence: "due-diligence"
    case .logistics: "logistics"
    }
  }
}

/// How a track stands.
public enum TrackStatus: UInt8, Choice {
  case notStarted, ongoing, blocked, done, notNeeded

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .notStarted: "not-started"
    case .ongoing: "ongoing"
    case .blocked: "blocked"
    case .done: "done"
    case .notNeeded: "not-needed"
    }
  }
}

/// What needs a second pair of eyes.
public enum ApprovalSubject: UInt8, Choice {
  case classification, plan, closure, bestInterests, referralOverride, homeVisit

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .classification: "classification"
    case .plan: "plan"
    case .closure: "closure"
    case .bestInterests: "best-interests"
    case .referralOverride: "referral-override"
    case .homeVisit: "home-visit"
    }
  }
}

/// What the approver decided.
public enum ApprovalDecision: UInt8, Choice {
  case approved, rejected

  /// How many there are.
  public static var count: Int { 2 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .approved: "approved"
    case .rejected: "rejected"
    }
  }
}

/// What must be escalated at once.
public enum EscalationTrigger: UInt8, Choice {
  case imminentDanger, suicideRisk, childAlone, recentSexualViolence, traffickerPresent,
    seaByAidWorker, medicalEmergency, refoulementConcern, coercionIntoReturn, dataBreach,
    staffThreat, legalComplexity

  /// How many there are.
  public static var count: Int { 12 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .imminentDanger: "imminent-danger"
    case .suicideRisk: "suicide-risk"
    case .childAlone: "child-alone"
    case .recentSexualViolence: "recent-sexual-violence"
    case .traffickerPresent: "trafficker-present"
    case .seaByAidWorker: "sea-by-aid-worker"
    case .medicalEmergency: "medical-emergency"
    case .refoulementConcern: "refoulement-concern"
    case .coercionIntoReturn: "coercion-into-return"
    case .dataBreach: "data-breach"
    case .staffThreat: "staff-threat"
    case .legalComplexity: "legal-complexity"
    }
  }
}

/// Who hears of an escalation.
///
/// The SEA channel stands apart from the chain.
public enum EscalationLevel: UInt8, Choice {
  case supervisor, coordinator, headOfMission, regionalOffice, headquarters, seaChannel

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .supervisor: "supervisor"
    case .coordinator: "coordinator"
    case .headOfMission: "head-of-mission"
    case .regionalOffice: "regional-office"
    case .headquarters: "headquarters"
    case .seaChannel: "sea-channel"
    }
  }
}

/// What was decided about a request for data.
public enum SharingOutcome: UInt8, Choice {
  case shared, anonymised, refused

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .shared: "shared"
    case .anonymised: "anonymised"
    case .refused: "refused"
    }
  }
}

/// What allows sharing.
public enum SharingBasis: UInt8, Choice {
  case consent, legalObligation, imminentDanger, noneFound

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .consent: "consent"
    case .legalObligation: "legal-obligation"
    case .imminentDanger: "imminent-danger"
    case .noneFound: "none-found"
    }
  }
}

/// Whether an attempt to reach a person worked.
public enum ContactAttemptResult: UInt8, Choice {
  case reached, noAnswer, unsafeToSpeak

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .reached: "reached"
    case .noAnswer: "no-answer"
    case .unsafeToSpeak: "unsafe-to-speak"
    }
  }
}
