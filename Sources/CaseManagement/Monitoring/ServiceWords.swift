/// The sector of a service.
public enum ServiceSector: UInt8, Choice {
  case health, mhpss, protection, childProtection, gbv, legal, shelter, foodSecurity, wash,
    education, livelihoods, basicNeeds, consular

  /// How many there are.
  public static var count: Int { 13 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .health: "health"
    case .mhpss: "mhpss"
    case .protection: "protection"
    case .childProtection: "child-protection"
    case .gbv: "gbv"
    case .legal: "legal"
    case .shelter: "shelter"
    case .foodSecurity: "food-security"
    case .wash: "wash"
    case .education: "education"
    case .livelihoods: "livelihoods"
    case .basicNeeds: "basic-needs"
    case .consular: "consular"
    }
  }
}

/// Whether a service can be used.
public enum Availability: UInt8, Choice {
  case available, limited, unavailable, unknown

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .available: "available"
    case .limited: "limited"
    case .unavailable: "unavailable"
    case .unknown: "unknown"
    }
  }
}

/// How good a service is, with evidence.
public enum QualityRating: UInt8, Choice {
  case good, fair, poor, unknown

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .good: "good"
    case .fair: "fair"
    case .poor: "poor"
    case .unknown: "unknown"
    }
  }
}

/// What is missing.
public enum GapKind: UInt8, Choice {
  case none, absent, full, far, costly, unsafe, inaccessible, language, poorQuality

  /// How many there are.
  public static var count: Int { 9 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .none: "none"
    case .absent: "absent"
    case .full: "full"
    case .far: "far"
    case .costly: "costly"
    case .unsafe: "unsafe"
    case .inaccessible: "inaccessible"
    case .language: "language"
    case .poorQuality: "poor-quality"
    }
  }
}

/// The role of a key informant.
///
/// Never a name.
public enum InformantRole: UInt8, Choice {
  case communityLeader, womenGroup, youthGroup, teacher, healthWorker, localAuthority, shopkeeper,
    otherResident

  /// How many there are.
  public static var count: Int { 8 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .communityLeader: "community-leader"
    case .womenGroup: "women-group"
    case .youthGroup: "youth-group"
    case .teacher: "teacher"
    case .healthWorker: "health-worker"
    case .localAuthority: "local-authority"
    case .shopkeeper: "shopkeeper"
    case .otherResident: "other-resident"
    }
  }
}

/// Which way a risk goes.
public enum TrendDirection: UInt8, Choice {
  case rising, steady, falling

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .rising: "rising"
    case .steady: "steady"
    case .falling: "falling"
    }
  }
}

/// What is looked at in an accommodation facility: living conditions, emergencies, PSEAH.
public enum FacilityItem: UInt8, Choice {
  case spaceAndPrivacy, separateLockableToilets, lighting, familyUnity, accessibility,
    waterFoodHygiene, womenOnlyArea, fireExits, medicalEmergency, psychologicalEmergency,
    complaintsBox, hotlineNotice, seaNotices, staffCodeSigned, guardsConduct, visitorLog,
    freedomOfMovement, childSafeArea, exitPlan

  /// How many there are.
  public static var count: Int { 19 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .spaceAndPrivacy: "space-and-privacy"
    case .separateLockableToilets: "separate-lockable-toilets"
    case .lighting: "lighting"
    case .familyUnity: "family-unity"
    case .accessibility: "accessibility"
    case .waterFoodHygiene: "water-food-hygiene"
    case .womenOnlyArea: "women-only-area"
    case .fireExits: "fire-exits"
    case .medicalEmergency: "medical-emergency"
    case .psychologicalEmergency: "psychological-emergency"
    case .complaintsBox: "complaints-box"
    case .hotlineNotice: "hotline-notice"
    case .seaNotices: "sea-notices"
    case .staffCodeSigned: "staff-code-signed"
    case .guardsConduct: "guards-conduct"
    case .visitorLog: "visitor-log"
    case .freedomOfMovement: "freedom-of-movement"
    case .childSafeArea: "child-safe-area"
    case .exitPlan: "exit-plan"
    }
  }
}

/// The four things accommodation monitoring covers (source document 000).
public enum FacilityTopic: UInt8, Choice {
  case livingConditions, medicalEmergencies, psychologicalEmergencies, pseah

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .livingConditions: "living-conditions"
    case .medicalEmergencies: "medical-emergencies"
    case .psychologicalEmergencies: "psychological-emergencies"
    case .pseah: "pseah"
    }
  }
}

/// How far an item is met.
public enum FacilityScore: UInt8, Choice {
  case met, partly, notMet, notApplicable

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .met: "met"
    case .partly: "partly"
    case .notMet: "not-met"
    case .notApplicable: "not-applicable"
    }
  }
}
