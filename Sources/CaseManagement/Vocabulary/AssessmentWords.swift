/// Whether others can hear an interview.
public enum Privacy: UInt8, Choice {
  case unknown, `private`, notPrivate

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .unknown: "unknown"
    case .private: "private"
    case .notPrivate: "not-private"
    }
  }
}

/// Whether the interpreter is suitable.
///
/// Relatives, guards and people tied to an employer are not.
public enum InterpreterFit: UInt8, Choice {
  case unknown, notNeeded, suitable, relative, guardOnDuty, employerLinked, unavailable

  /// How many there are.
  public static var count: Int { 7 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .unknown: "unknown"
    case .notNeeded: "not-needed"
    case .suitable: "suitable"
    case .relative: "relative"
    case .guardOnDuty: "guard"
    case .employerLinked: "employer-linked"
    case .unavailable: "unavailable"
    }
  }
}

/// Where an assessment takes place.
public enum AssessmentPlace: UInt8, Choice {
  case office, phone, shelter, detentionCentre, embassy, home, hospital, other

  /// How many there are.
  public static var count: Int { 8 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .office: "office"
    case .phone: "phone"
    case .shelter: "shelter"
    case .detentionCentre: "detention-centre"
    case .embassy: "embassy"
    case .home: "home"
    case .hospital: "hospital"
    case .other: "other"
    }
  }
}

/// The four levels on which factors are looked for (IOM, determinants of migrant vulnerability
/// model).
public enum FactorLevel: UInt8, Choice {
  case individual, householdFamily, community, structural

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .individual: "individual"
    case .householdFamily: "household"
    case .community: "community"
    case .structural: "structural"
    }
  }
}

/// Whether a factor puts a person at risk or protects.
///
/// The same factor can do either, depending on context.
public enum FactorBearing: UInt8, Choice {
  case risk, protective, unclear

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .risk: "risk"
    case .protective: "protective"
    case .unclear: "unclear"
    }
  }
}

/// A factor of the four levels.
///
/// The lists of the individual and household levels follow IOM's individual and household pages;
/// the community and structural ones are partly examples.
public enum Factor: UInt8, Choice {
  case age, sex, ethnicIdentity, sexualOrientation, genderIdentity, personalHistory, beliefs,
    health, moneyGoodsSupport, literacy, householdSize, householdStructure, householdViolence,
    genderDiscrimination, livelihoods, education, migrationHistory, supportiveHome,
    equitableResources, communityAttitudes, servicesNearby, schoolWorkAccess, environmentalStress,
    safetyInCommunity, politicalConditions, economicConditions, socialConditions,
    environmentalConditions, institutions

  /// How many there are.
  public static var count: Int { 29 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .age: "age"
    case .sex: "sex"
    case .ethnicIdentity: "ethnic-identity"
    case .sexualOrientation: "sexual-orientation"
    case .genderIdentity: "gender-identity"
    case .personalHistory: "personal-history"
    case .beliefs: "beliefs"
    case .health: "health"
    case .moneyGoodsSupport: "money-goods-support"
    case .literacy: "literacy"
    case .householdSize: "household-size"
    case .householdStructure: "household-structure"
    case .householdViolence: "household-violence"
    case .genderDiscrimination: "gender-discrimination"
    case .livelihoods: "livelihoods"
    case .education: "education"
    case .migrationHistory: "migration-history"
    case .supportiveHome: "supportive-home"
    case .equitableResources: "equitable-resources"
    case .communityAttitudes: "community-attitudes"
    case .servicesNearby: "services-nearby"
    case .schoolWorkAccess: "school-work-access"
    case .environmentalStress: "environmental-stress"
    case .safetyInCommunity: "safety-in-community"
    case .politicalConditions: "political-conditions"
    case .economicConditions: "economic-conditions"
    case .socialConditions: "social-conditions"
    case .environmentalConditions: "environmental-conditions"
    case .institutions: "institutions"
    }
  }
}

/// What a protection screening asks about.
public enum ScreeningTopic: UInt8, Choice {
  case trafficking, gbv, sea, childProtection, unaccompaniedOrSeparated, internationalProtection,
    statelessness, health, mhpss, disability, olderPerson, pregnancy, debtBondage, threatInOrigin,
    familySeparation, detentionAbuse

  /// How many there are.
  public static var count: Int { 16 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .trafficking: "trafficking"
    case .gbv: "gbv"
    case .sea: "sea"
    case .childProtection: "child-protection"
    case .unaccompaniedOrSeparated: "uasc"
    case .internationalProtection: "international-protection"
    case .statelessness: "statelessness"
    case .health: "health"
    case .mhpss: "mhpss"
    case .disability: "disability"
    case .olderPerson: "older-person"
    case .pregnancy: "pregnancy"
    case .debtBondage: "debt-bondage"
    case .threatInOrigin: "threat-in-origin"
    case .familySeparation: "family-separation"
    case .detentionAbuse: "detention-abuse"
    }
  }
}

/// What a screening found.
///
/// Declined is a result; nobody is pressed.
public enum ScreeningResult: UInt8, Choice {
  case notDone, noIndicators, possible, confirmed, declined

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .notDone: "not-done"
    case .noIndicators: "no-indicators"
    case .possible: "possible"
    case .confirmed: "confirmed"
    case .declined: "declined"
    }
  }
}

/// Assisted voluntary return, assistance to vulnerable migrants, or not decided.
public enum CaseClass: UInt8, Choice {
  case undetermined, avr, avm

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .undetermined: "undetermined"
    case .avr: "avr"
    case .avm: "avm"
    }
  }
}

/// Why a case has its class.
public enum ClassificationBasis: UInt8, Choice {
  case noFactorFound, protectiveFactorsAdequate, protectiveFactorsUnclear, childAlone,
    trafficking, violenceExploitationAbuse, seriousHealth, disabilityNeedsSupport,
    atRiskSingleParent, olderAlone, screeningDeclined, protectionClaim, newFinding

  /// How many there are.
  public static var count: Int { 13 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .noFactorFound: "no-factor-found"
    case .protectiveFactorsAdequate: "protective-factors-adequate"
    case .protectiveFactorsUnclear: "protective-factors-unclear"
    case .childAlone: "child-alone"
    case .trafficking: "trafficking"
    case .violenceExploitationAbuse: "violence-exploitation-abuse"
    case .seriousHealth: "serious-health"
    case .disabilityNeedsSupport: "disability-needs-support"
    case .atRiskSingleParent: "at-risk-single-parent"
    case .olderAlone: "older-alone"
    case .screeningDeclined: "screening-declined"
    case .protectionClaim: "protection-claim"
    case .newFinding: "new-finding"
    }
  }
}

/// How great the risk is.
///
/// Urgency is apart from it.
public enum RiskLevel: UInt8, Choice {
  case low, medium, high

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }
}

/// How closely information is kept.
public enum Sensitivity: UInt8, Choice {
  case open, `internal`, confidential, strictlyConfidential

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .open: "public"
    case .internal: "internal"
    case .confidential: "confidential"
    case .strictlyConfidential: "strictly-confidential"
    }
  }
}
