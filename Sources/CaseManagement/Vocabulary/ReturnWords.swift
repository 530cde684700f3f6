/// What is checked before a return.
///
/// Built from published return principles; the steps of IOM's own process are not published and
/// these are not them.
public enum DiligenceCheck: UInt8, Choice {
  case freeAndInformedDecision, protectionInformation, threatOnReturn, placeSecurity,
    servicesAtDestination, documentsAtDestination, specificGroup, programmeHarm,
    postArrivalFollowUp, mitigation

  /// How many there are.
  public static var count: Int { 10 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .freeAndInformedDecision: "free-and-informed-decision"
    case .protectionInformation: "protection-information"
    case .threatOnReturn: "threat-on-return"
    case .placeSecurity: "place-security"
    case .servicesAtDestination: "services-at-destination"
    case .documentsAtDestination: "documents-at-destination"
    case .specificGroup: "specific-group"
    case .programmeHarm: "programme-harm"
    case .postArrivalFollowUp: "post-arrival-follow-up"
    case .mitigation: "mitigation"
    }
  }
}

/// What a check found.
public enum DiligenceFinding: UInt8, Choice {
  case favourable, concern, serious, unknown

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .favourable: "favourable"
    case .concern: "concern"
    case .serious: "serious"
    case .unknown: "unknown"
    }
  }
}

/// How sure a finding is.
public enum Confidence: UInt8, Choice {
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

/// What was decided about a return.
public enum DiligenceOutcome: UInt8, Choice {
  case proceed, proceedWithConditions, deferred, doNotProceed

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .proceed: "proceed"
    case .proceedWithConditions: "proceed-with-conditions"
    case .deferred: "defer"
    case .doNotProceed: "do-not-proceed"
    }
  }
}

/// Who clears a case before travel.
public enum ClearanceParty: UInt8, Choice {
  case avmUnit, receivingMission, countryOfOrigin

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .avmUnit: "avm-unit"
    case .receivingMission: "receiving-mission"
    case .countryOfOrigin: "country-of-origin"
    }
  }
}

/// What the party answered.
public enum ClearanceResponse: UInt8, Choice {
  case granted, grantedWithConditions, refused

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .granted: "granted"
    case .grantedWithConditions: "granted-with-conditions"
    case .refused: "refused"
    }
  }
}

/// What is known of the parent who is not there.
public enum AbsentParent: UInt8, Choice {
  case notApplicable, reachable, whereaboutsUnknown, deceased, unsafeToContact, neverKnown

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .notApplicable: "not-applicable"
    case .reachable: "reachable"
    case .whereaboutsUnknown: "whereabouts-unknown"
    case .deceased: "deceased"
    case .unsafeToContact: "unsafe-to-contact"
    case .neverKnown: "never-known"
    }
  }
}

/// Whether the absent parent's consent is there, or why it is not sought.
public enum ParentConsent: UInt8, Choice {
  case pending, obtained, notSought, refused, notNeeded

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .pending: "pending"
    case .obtained: "obtained"
    case .notSought: "not-sought"
    case .refused: "refused"
    case .notNeeded: "not-needed"
    }
  }
}

/// Proof that the parent may travel with the child.
public enum CustodyEvidence: UInt8, Choice {
  case none, document, courtOrder, authorityStatement, assessed

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .none: "none"
    case .document: "document"
    case .courtOrder: "court-order"
    case .authorityStatement: "authority-statement"
    case .assessed: "assessed"
    }
  }
}

/// Why a case is closed.
public enum ClosureReason: UInt8, Choice {
  case goalsMet, returned, transferred, withdrawn, lostContact, died, duplicate, redirected

  /// How many there are.
  public static var count: Int { 8 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .goalsMet: "goals-met"
    case .returned: "returned"
    case .transferred: "transferred"
    case .withdrawn: "withdrawn"
    case .lostContact: "lost-contact"
    case .died: "died"
    case .duplicate: "duplicate"
    case .redirected: "redirected"
    }
  }
}

/// What was opened, for the audit trail.
public enum RecordKind: UInt8, Choice {
  case caseFile, identity, sealedScreening, documents, contactRoute, export

  /// How many there are.
  public static var count: Int { 6 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .caseFile: "case-file"
    case .identity: "identity"
    case .sealedScreening: "sealed-screening"
    case .documents: "documents"
    case .contactRoute: "contact-route"
    case .export: "export"
    }
  }
}
