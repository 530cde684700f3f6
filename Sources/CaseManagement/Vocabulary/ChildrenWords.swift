/// How far a best-interests procedure went.
public enum BestInterestsStage: UInt8, Choice {
  case none, initial, assessment, determination

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .none: "none"
    case .initial: "initial"
    case .assessment: "assessment"
    case .determination: "determination"
    }
  }
}

/// What was found best for a child.
public enum BestInterestsOption: UInt8, Choice {
  case undecided, returnToFamily, localIntegration, thirdCountry, temporaryCare

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .undecided: "undecided"
    case .returnToFamily: "return-to-family"
    case .localIntegration: "local-integration"
    case .thirdCountry: "third-country"
    case .temporaryCare: "temporary-care"
    }
  }
}

/// When a formal determination is needed (UNHCR 2008: durable solutions for unaccompanied and
/// separated children, some temporary care, separation from parents against their will).
public enum BestInterestsTrigger: UInt8, Choice {
  case unaccompaniedReturn, separationFromParents, temporaryCare, custodyDispute

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .unaccompaniedReturn: "unaccompanied-return"
    case .separationFromParents: "separation-from-parents"
    case .temporaryCare: "temporary-care"
    case .custodyDispute: "custody-dispute"
    }
  }
}

/// Whether a child's own view was heard.
public enum ChildView: UInt8, Choice {
  case notHeard, heard, declinedToGive

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .notHeard: "not-heard"
    case .heard: "heard"
    case .declinedToGive: "declined-to-give"
    }
  }
}

/// Where a search for family stands; Primero's words.
public enum TracingStatus: UInt8, Choice {
  case open, inProgress, verified, reunified, closed

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .open: "open"
    case .inProgress: "in-progress"
    case .verified: "verified"
    case .reunified: "reunified"
    case .closed: "closed"
    }
  }
}
