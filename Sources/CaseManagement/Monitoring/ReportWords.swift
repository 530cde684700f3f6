/// How a message reaches people.
public enum OutreachChannel: UInt8, Choice {
  case meeting, poster, radio, message, homeVisit, theatre

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .meeting: "meeting"
    case .poster: "poster"
    case .radio: "radio"
    case .message: "message"
    case .homeVisit: "home-visit"
    case .theatre: "theatre"
    }
  }
}

/// Who may read a report.
public enum AudienceTier: UInt8, Choice {
  case team, mission, regional, headquarters, partners, open

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .team: "team"
    case .mission: "mission"
    case .regional: "regional"
    case .headquarters: "headquarters"
    case .partners: "partners"
    case .open: "public"
    }
  }
}

/// Whether progress means more or less.
public enum IndicatorDirection: UInt8, Choice {
  case increase, decrease

  /// How many there are.
  public static var count: Int { 2 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .increase: "increase"
    case .decrease: "decrease"
    }
  }
}

/// The principles every monitoring task is tagged with (source document 004).
public enum ProtectionPrinciple: UInt8, Choice {
  case doNoHarm, nonDiscrimination, confidentiality, accountability, needToKnow, safety, respect

  /// How many there are.
  public static var count: Int { 7 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .doNoHarm: "do-no-harm"
    case .nonDiscrimination: "non-discrimination"
    case .confidentiality: "confidentiality"
    case .accountability: "accountability"
    case .needToKnow: "need-to-know"
    case .safety: "safety"
    case .respect: "respect"
    }
  }
}

/// The eight topics of a context assessment (source document 000).
public enum AssessmentTopic: UInt8, Choice {
  case operationalSetting, accessToServices, shelterConditions, legalFramework, specificGroups,
    genderAndPseah, protectionActors, safeReturn

  /// How many there are.
  public static var count: Int { 8 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .operationalSetting: "operational-setting"
    case .accessToServices: "access-to-services"
    case .shelterConditions: "shelter-conditions"
    case .legalFramework: "legal-framework"
    case .specificGroups: "specific-groups"
    case .genderAndPseah: "gender-and-pseah"
    case .protectionActors: "protection-actors"
    case .safeReturn: "safe-return"
    }
  }
}
