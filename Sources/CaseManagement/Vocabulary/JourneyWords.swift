/// A paper a journey may need.
///
/// Which ones, the agency profile says.
public enum DocumentKind: UInt8, Choice {
  case passport, laissezPasser, emergencyCertificate, nationalID, birthCertificate,
    marriageOrCustodyDocument, absentParentConsent, deathCertificate, guardianshipOrder,
    policeReport, medicalFitnessForm, voluntaryReturnDeclaration, exitPermit, transitVisa, photo,
    countrySpecificForm, consentForm, bestInterestsReport

  /// How many there are.
  public static var count: Int { 18 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .passport: "passport"
    case .laissezPasser: "laissez-passer"
    case .emergencyCertificate: "emergency-certificate"
    case .nationalID: "national-id"
    case .birthCertificate: "birth-certificate"
    case .marriageOrCustodyDocument: "marriage-or-custody-document"
    case .absentParentConsent: "absent-parent-consent"
    case .deathCertificate: "death-certificate"
    case .guardianshipOrder: "guardianship-order"
    case .policeReport: "police-report"
    case .medicalFitnessForm: "medical-fitness-form"
    case .voluntaryReturnDeclaration: "voluntary-return-declaration"
    case .exitPermit: "exit-permit"
    case .transitVisa: "transit-visa"
    case .photo: "photo"
    case .countrySpecificForm: "country-specific-form"
    case .consentForm: "consent-form"
    case .bestInterestsReport: "best-interests-report"
    }
  }
}

/// Where a paper stands.
public enum DocumentStatus: UInt8, Choice {
  case notNeeded, needed, withheld, requested, identityVerification, issued, received, expired,
    refused

  /// How many there are.
  public static var count: Int { 9 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .notNeeded: "not-needed"
    case .needed: "needed"
    case .withheld: "withheld"
    case .requested: "requested"
    case .identityVerification: "identity-verification"
    case .issued: "issued"
    case .received: "received"
    case .expired: "expired"
    case .refused: "refused"
    }
  }
}

/// Fitness to travel, as the health unit states it.
///
/// Never a diagnosis.
public enum Fitness: UInt8, Choice {
  case fit, fitWithConditions, notYetFit, notFit

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .fit: "fit"
    case .fitWithConditions: "fit-with-conditions"
    case .notYetFit: "not-yet-fit"
    case .notFit: "not-fit"
    }
  }
}

/// Who travels with a person.
public enum EscortKind: UInt8, Choice {
  case none, operational, medical, family

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .none: "none"
    case .operational: "operational"
    case .medical: "medical"
    case .family: "family"
    }
  }
}
