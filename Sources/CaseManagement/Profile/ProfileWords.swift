/// The family a journey's papers depend on.
public enum FamilyType: UInt8, Choice {
  case any, adultAlone, singleHeaded, couple, childAlone

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .any: "any"
    case .adultAlone: "adult-alone"
    case .singleHeaded: "single-headed"
    case .couple: "couple"
    case .childAlone: "child-alone"
    }
  }
}

/// A health measure that must start within a window.
///
/// Health staff decide; late is still worth it.
public enum ClinicalMeasure: UInt8, Choice {
  case hivProphylaxis, emergencyContraception, infectionTreatment, tetanus, hepatitisB,
    mentalHealth

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .hivProphylaxis: "hiv-prophylaxis"
    case .emergencyContraception: "emergency-contraception"
    case .infectionTreatment: "infection-treatment"
    case .tetanus: "tetanus"
    case .hepatitisB: "hepatitis-b"
    case .mentalHealth: "mental-health"
    }
  }
}

/// A language rule texts are written in.
public enum RuleLanguage: UInt8, Choice {
  case en, fr, es, ar

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .en: "en"
    case .fr: "fr"
    case .es: "es"
    case .ar: "ar"
    }
  }
}

/// How often a report is written.
public enum ReportKind: UInt8, Choice {
  case weekly, quarterly, adHoc, flash

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .weekly: "weekly"
    case .quarterly: "quarterly"
    case .adHoc: "ad-hoc"
    case .flash: "flash"
    }
  }
}
