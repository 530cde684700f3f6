/// What a monitoring tool counts or asks.
public enum ToolKind: UInt8, Choice {
  case quantitative, qualitative

  /// How many there are.
  public static var count: Int { 2 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .quantitative: "quantitative"
    case .qualitative: "qualitative"
    }
  }
}

/// How a household is interviewed: by phone first.
public enum InterviewMode: UInt8, Choice {
  case phone, visit

  /// How many there are.
  public static var count: Int { 2 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .phone: "phone"
    case .visit: "visit"
    }
  }
}

/// How closely a key-informant interview follows its questions.
public enum InterviewStructure: UInt8, Choice {
  case semiStructured, unstructured

  /// How many there are.
  public static var count: Int { 2 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .semiStructured: "semi-structured"
    case .unstructured: "unstructured"
    }
  }
}

/// The standard protection risks of the Global Protection Cluster, shortened.
///
/// A versioned list; several wordings are unverified.
public enum ProtectionRisk: UInt8, Choice {
  case detentionOrAbduction, attacksOnCivilians, familySeparation, childOrForcedMarriage,
    discrimination, disinformation, forcedRecruitment, gbv, impedimentsToIdentityOrJustice,
    explosiveOrdnance, psychologicalDistress, theftOrEviction, torture, traffickingOrForcedLabour,
    movementRestrictions

  /// How many there are.
  public static var count: Int { 15 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .detentionOrAbduction: "detention-or-abduction"
    case .attacksOnCivilians: "attacks-on-civilians"
    case .familySeparation: "family-separation"
    case .childOrForcedMarriage: "child-or-forced-marriage"
    case .discrimination: "discrimination"
    case .disinformation: "disinformation"
    case .forcedRecruitment: "forced-recruitment"
    case .gbv: "gbv"
    case .impedimentsToIdentityOrJustice: "impediments-to-identity-or-justice"
    case .explosiveOrdnance: "explosive-ordnance"
    case .psychologicalDistress: "psychological-distress"
    case .theftOrEviction: "theft-or-eviction"
    case .torture: "torture"
    case .traffickingOrForcedLabour: "trafficking-or-forced-labour"
    case .movementRestrictions: "movement-restrictions"
    }
  }
}

/// How closely a place may be told.
///
/// Serious incidents stay at district level.
public enum PlaceLevel: UInt8, Choice {
  case country, region, district, site

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .country: "country"
    case .region: "region"
    case .district: "district"
    case .site: "site"
    }
  }
}

/// How far a source can be trusted.
public enum SourceReliability: UInt8, Choice {
  case unknown, rumour, oneSource, severalSources, verified

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .unknown: "unknown"
    case .rumour: "rumour"
    case .oneSource: "one-source"
    case .severalSources: "several-sources"
    case .verified: "verified"
    }
  }
}

/// How many people are affected, in bands instead of numbers.
public enum AffectedBand: UInt8, Choice {
  case unknown, one, twoToFour, fiveToTwenty, twentyToHundred, overHundred

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .unknown: "unknown"
    case .one: "one"
    case .twoToFour: "two-to-four"
    case .fiveToTwenty: "five-to-twenty"
    case .twentyToHundred: "twenty-to-hundred"
    case .overHundred: "over-hundred"
    }
  }
}

/// The category of an alleged actor.
///
/// Never a name or a unit.
public enum ActorCategory: UInt8, Choice {
  case unknown, communityMember, familyMember, employer, authorities, armedActor, criminalGroup,
    aidWorker

  /// How many there are.
  public static var count: Int { 8 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .unknown: "unknown"
    case .communityMember: "community-member"
    case .familyMember: "family-member"
    case .employer: "employer"
    case .authorities: "authorities"
    case .armedActor: "armed-actor"
    case .criminalGroup: "criminal-group"
    case .aidWorker: "aid-worker"
    }
  }
}

/// Why people move.
public enum DisplacementTrigger: UInt8, Choice {
  case conflict, disaster, eviction, economic, returnMovement, other

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .conflict: "conflict"
    case .disaster: "disaster"
    case .eviction: "eviction"
    case .economic: "economic"
    case .returnMovement: "return"
    case .other: "other"
    }
  }
}

/// Which way people move, seen from the area.
public enum MovementDirection: UInt8, Choice {
  case inward, outward, returning

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .inward: "inward"
    case .outward: "outward"
    case .returning: "returning"
    }
  }
}

/// How a number was found.
public enum EstimateMethod: UInt8, Choice {
  case registration, headCount, keyInformant, observation

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .registration: "registration"
    case .headCount: "count"
    case .keyInformant: "key-informant"
    case .observation: "observation"
    }
  }
}
