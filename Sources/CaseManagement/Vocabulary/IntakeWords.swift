/// How a case reached the team: the six entry points of source document 001, and four more.
public enum EntryPoint: UInt8, Choice {
  case consularSupport, detentionCentre, embassy, hotline, internalUnit, receivingMission,
    selfReferral, communityOutreach, partner, protectionMonitoring

  /// How many there are.
  public static var count: Int { 10 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .consularSupport: "consular-support"
    case .detentionCentre: "detention-centre"
    case .embassy: "embassy"
    case .hotline: "hotline"
    case .internalUnit: "internal-unit"
    case .receivingMission: "receiving-mission"
    case .selfReferral: "self-referral"
    case .communityOutreach: "community-outreach"
    case .partner: "partner"
    case .protectionMonitoring: "protection-monitoring"
    }
  }
}

/// The unit that referred a case, when the entry point is an internal unit (source document 000).
public enum InternalUnit: UInt8, Choice {
  case none, emergencyCoordinator, resourceManagement, health, mhpss, other

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .none: "none"
    case .emergencyCoordinator: "emergency-coordinator"
    case .resourceManagement: "resource-management"
    case .health: "health"
    case .mhpss: "mhpss"
    case .other: "other"
    }
  }
}

/// How fast somebody must act.
///
/// Urgent is apart from the risk level: a low-risk case can be urgent.
public enum Urgency: UInt8, Choice {
  case routine, soon, urgent

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .routine: "routine"
    case .soon: "soon"
    case .urgent: "urgent"
    }
  }
}

/// What cannot wait for paperwork.
public enum UrgentNeed: UInt8, Choice {
  case danger, medicalEmergency, suicideRisk, recentViolence, childAlone, foodWaterShelter

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .danger: "danger"
    case .medicalEmergency: "medical-emergency"
    case .suicideRisk: "suicide-risk"
    case .recentViolence: "recent-violence"
    case .childAlone: "child-alone"
    case .foodWaterShelter: "food-water-shelter"
    }
  }
}

/// What was done at once about an urgent need.
public enum UrgentResponse: UInt8, Choice {
  case emergencyServices, safePlace, immediateReferral, stayedWithPerson, suppliesGiven,
    safetyPlan

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .emergencyServices: "emergency-services"
    case .safePlace: "safe-place"
    case .immediateReferral: "immediate-referral"
    case .stayedWithPerson: "stayed-with-person"
    case .suppliesGiven: "supplies-given"
    case .safetyPlan: "safety-plan"
    }
  }
}

/// How the team reaches a person.
public enum ContactMethod: UInt8, Choice {
  case phone, message, inPerson, trustedPerson, none

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .phone: "phone"
    case .message: "message"
    case .inPerson: "in-person"
    case .trustedPerson: "trusted-person"
    case .none: "none"
    }
  }
}

/// Whether reaching a person on this route is safe for them.
public enum ContactSafety: UInt8, Choice {
  case unknown, safe, unsafe

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .unknown: "unknown"
    case .safe: "safe"
    case .unsafe: "unsafe"
    }
  }
}

/// What a search for an earlier case found.
public enum DuplicateResult: UInt8, Choice {
  case noMatch, possibleMatch, merged

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .noMatch: "no-match"
    case .possibleMatch: "possible-match"
    case .merged: "merged"
    }
  }
}

/// What was decided at triage.
public enum TriageDecision: UInt8, Choice {
  case accepted, redirect, informationOnly

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .accepted: "accepted"
    case .redirect: "redirect"
    case .informationOnly: "information-only"
    }
  }
}

/// Someone outside the team who was contacted about a case.
public enum ContactedParty: UInt8, Choice {
  case employer, broker, smuggler, absentParent, violentFamilyMember, supportiveFamily,
    authorities, embassy, community, landlord

  /// How many there are.
  public static var count: Int { 10 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .employer: "employer"
    case .broker: "broker"
    case .smuggler: "smuggler"
    case .absentParent: "absent-parent"
    case .violentFamilyMember: "violent-family-member"
    case .supportiveFamily: "supportive-family"
    case .authorities: "authorities"
    case .embassy: "embassy"
    case .community: "community"
    case .landlord: "landlord"
    }
  }
}

/// Why a case waits.
public enum HoldReason: UInt8, Choice {
  case awaitingPerson, safety, protectionClaim, legal, health, logistics, bestInterests,
    contactLost, situationInOrigin

  /// How many there are.
  public static var count: Int { 9 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .awaitingPerson: "awaiting-person"
    case .safety: "safety"
    case .protectionClaim: "protection-claim"
    case .legal: "legal"
    case .health: "health"
    case .logistics: "logistics"
    case .bestInterests: "best-interests"
    case .contactLost: "contact-lost"
    case .situationInOrigin: "situation-in-origin"
    }
  }
}
