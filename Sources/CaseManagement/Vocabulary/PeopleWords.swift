/// Sex as the person states it, asked only where it is needed.
public enum Sex: UInt8, Choice {
  case female, male, intersex

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .female: "female"
    case .male: "male"
    case .intersex: "intersex"
    }
  }
}

/// Gender as the person states it.
///
/// Optional everywhere.
public enum Gender: UInt8, Choice {
  case woman, man, nonBinary, other

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .woman: "woman"
    case .man: "man"
    case .nonBinary: "non-binary"
    case .other: "other"
    }
  }
}

/// The group a person counts to in reports (source document 003, domain brief 3).
public enum PopulationGroup: UInt8, Choice {
  case migrant, internallyDisplaced, refugee, asylumSeeker, hostCommunity, returnee, other

  /// How many there are.
  public static var count: Int { 7 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .migrant: "migrant"
    case .internallyDisplaced: "internally-displaced"
    case .refugee: "refugee"
    case .asylumSeeker: "asylum-seeker"
    case .hostCommunity: "host-community"
    case .returnee: "returnee"
    case .other: "other"
    }
  }
}

/// Whether a person's nationality is settled.
public enum NationalityStatus: UInt8, Choice {
  case undetermined, stated, verified, stateless

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .undetermined: "undetermined"
    case .stated: "stated"
    case .verified: "verified"
    case .stateless: "stateless"
    }
  }
}

/// What a person is to the principal person.
public enum FamilyRelation: UInt8, Choice {
  case child, spouse, parent, sibling, otherRelative, customaryCaregiver, guardian,
    claimedRelative, notRelated

  /// How many there are.
  public static var count: Int { 9 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .child: "child"
    case .spouse: "spouse"
    case .parent: "parent"
    case .sibling: "sibling"
    case .otherRelative: "other-relative"
    case .customaryCaregiver: "customary-caregiver"
    case .guardian: "guardian"
    case .claimedRelative: "claimed-relative"
    case .notRelated: "not-related"
    }
  }
}

/// An answer of the Washington Group short set: no difficulty to cannot do at all.
public enum FunctionLevel: UInt8, Choice {
  case none, some, alot, cannot

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .none: "no"
    case .some: "some"
    case .alot: "a-lot"
    case .cannot: "cannot"
    }
  }
}

/// Who does something in a case: the roles of the source documents, and the units they name.
///
/// Need-to-know, approvals and the right to record are given to roles by the agency profile.
public enum StaffRole: UInt8, Choice {
  case protectionAssistant, seniorProtectionAssistant, protectionMonitor, fieldMonitorLead,
    caseworker, supervisor, protectionCoordinator, seniorProtectionCoordinator, programManager,
    headOfSubOffice, chiefOfMission, regionalOffice, headquarters, migrantProtectionUnit, avmUnit,
    healthUnit, mhpssUnit, gbvSpecialist, childProtectionSpecialist, legalAdviser, seaFocalPoint,
    bestInterestsPanel, preDepartureTeam, receivingMission, logistics, dataProtectionFocalPoint,
    interpreter, consultant

  /// How many there are.
  public static var count: Int { 28 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .protectionAssistant: "protection-assistant"
    case .seniorProtectionAssistant: "senior-protection-assistant"
    case .protectionMonitor: "protection-monitor"
    case .fieldMonitorLead: "field-monitor-lead"
    case .caseworker: "caseworker"
    case .supervisor: "supervisor"
    case .protectionCoordinator: "protection-coordinator"
    case .seniorProtectionCoordinator: "senior-protection-coordinator"
    case .programManager: "program-manager"
    case .headOfSubOffice: "head-of-sub-office"
    case .chiefOfMission: "chief-of-mission"
    case .regionalOffice: "regional-office"
    case .headquarters: "headquarters"
    case .migrantProtectionUnit: "migrant-protection-unit"
    case .avmUnit: "avm-unit"
    case .healthUnit: "health-unit"
    case .mhpssUnit: "mhpss-unit"
    case .gbvSpecialist: "gbv-specialist"
    case .childProtectionSpecialist: "child-protection-specialist"
    case .legalAdviser: "legal-adviser"
    case .seaFocalPoint: "sea-focal-point"
    case .bestInterestsPanel: "best-interests-panel"
    case .preDepartureTeam: "pre-departure-team"
    case .receivingMission: "receiving-mission"
    case .logistics: "logistics"
    case .dataProtectionFocalPoint: "data-protection-focal-point"
    case .interpreter: "interpreter"
    case .consultant: "consultant"
    }
  }
}
