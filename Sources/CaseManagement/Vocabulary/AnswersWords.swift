/// Whether a question was answered.
public enum AnswerStatus: UInt8, Choice {
  case known, unknown, declined, notAsked

  /// How many there are.
  public static var count: Int { 4 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .known: "known"
    case .unknown: "unknown"
    case .declined: "declined"
    case .notAsked: "not-asked"
    }
  }
}

/// How an age was estimated.
///
/// Never by a medical test alone.
public enum AgeMethod: UInt8, Choice {
  case statedByPerson, statedByFamily, document, observation, assessmentPanel

  /// How many there are.
  public static var count: Int { 5 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .statedByPerson: "stated-by-person"
    case .statedByFamily: "stated-by-family"
    case .document: "document"
    case .observation: "observation"
    case .assessmentPanel: "assessment-panel"
    }
  }
}

/// Whether an age is exact, a range, or unknown.
public enum AgeKind: UInt8, Choice {
  case exact, estimated, unknown

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .exact: "exact"
    case .estimated: "estimated"
    case .unknown: "unknown"
    }
  }
}

/// A yes, a no, or not clear yet.
public enum Judgement: UInt8, Choice {
  case unclear, yes, no

  /// How many there are.
  public static var count: Int { 3 }

  /// The word that files, forms and commands use.
  public var word: StaticString {
    switch self {
    case .unclear: "unclear"
    case .yes: "yes"
    case .no: "no"
    }
  }
}
