/// Who gives a consent.
public enum ConsentGiver: UInt8, Choice {
  case person, caregiver, guardian, trustedAdult

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .person: "self"
    case .caregiver: "caregiver"
    case .guardian: "guardian"
    case .trustedAdult: "trusted-adult"
    }
  }
}

/// How a consent was given.
///
/// Oral is as good as written.
public enum ConsentForm: UInt8, Choice {
  case oral, written, thumbprint

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .oral: "oral"
    case .written: "written"
    case .thumbprint: "thumbprint"
    }
  }
}

/// What a consent is for.
///
/// A consent for one purpose never covers another.
///
/// The referral purposes stand in the order of ``ReferralType``.
public enum Purpose: UInt8, Choice {
  case intake, clearance, handover, tracing, photograph, returnPreparation, monitoring, medical,
    mhpss, specializedProtection, consularSupport, legalAid, shelter, basicNeeds, familyTracing,
    childProtection, gbvCaseManagement, asylum, safeHouse, police, livelihoods, education,
    familyMediation, nonFoodItems, wash, registration, food

  /// How many there are.
  public static var count: Int { 27 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .intake: "intake"
    case .clearance: "clearance"
    case .handover: "handover"
    case .tracing: "tracing"
    case .photograph: "photograph"
    case .returnPreparation: "return-preparation"
    case .monitoring: "monitoring"
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

/// A piece of information about a person that can be shared.
///
/// Consents, referrals and the need-to-know map name these fields.
public enum DataField: UInt8, Choice {
  case name, contact, time, age, sex, nationality, language, location, documents, health,
    protection, family, needs, photo, travel

  /// How many there are.
  public static var count: Int { 15 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .name: "name"
    case .contact: "contact"
    case .time: "time"
    case .age: "age"
    case .sex: "sex"
    case .nationality: "nationality"
    case .language: "language"
    case .location: "location"
    case .documents: "documents"
    case .health: "health"
    case .protection: "protection"
    case .family: "family"
    case .needs: "needs"
    case .photo: "photo"
    case .travel: "travel"
    }
  }
}

/// Who consents for a person of a certain age.
public enum ConsentBandRule: UInt8, Choice {
  case caregiverConsents, assentWithCaregiver, ownConsentIfMature, ownConsent

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .caregiverConsents: "caregiver-consents"
    case .assentWithCaregiver: "assent-with-caregiver"
    case .ownConsentIfMature: "own-consent-if-mature"
    case .ownConsent: "own-consent"
    }
  }
}

/// Why data is shared without consent.
///
/// Each is an exception that is logged and reviewed.
public enum OverrideReason: UInt8, Choice {
  case imminentDanger, unableToConsent, legalObligation, bestInterestsOfChild

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .imminentDanger: "imminent-danger"
    case .unableToConsent: "unable-to-consent"
    case .legalObligation: "legal-obligation"
    case .bestInterestsOfChild: "best-interests-of-child"
    }
  }
}
