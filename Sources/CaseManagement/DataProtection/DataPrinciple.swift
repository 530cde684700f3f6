/// The thirteen data protection principles of IOM, by their titles.
///
/// `docs/data-protection.md` says for each what in this library enforces it, and what only people
/// can do.
public enum DataPrinciple: UInt8, Choice {
  case lawfulAndFairCollection, specifiedAndLegitimatePurpose, dataQuality, consent
  case transferToThirdParties, confidentiality, accessAndTransparency, dataSecurity, retention
  case applicationOfThePrinciples, ownership, oversightAndRemedies, exceptions

  /// There are thirteen.
  public static var count: Int { 13 }

  /// The word of the principle.
  public var word: StaticString {
    switch self {
    case .lawfulAndFairCollection: "lawful-and-fair-collection"
    case .specifiedAndLegitimatePurpose: "specified-and-legitimate-purpose"
    case .dataQuality: "data-quality"
    case .consent: "consent"
    case .transferToThirdParties: "transfer-to-third-parties"
    case .confidentiality: "confidentiality"
    case .accessAndTransparency: "access-and-transparency"
    case .dataSecurity: "data-security"
    case .retention: "retention"
    case .applicationOfThePrinciples: "application-of-the-principles"
    case .ownership: "ownership"
    case .oversightAndRemedies: "oversight-and-remedies"
    case .exceptions: "exceptions"
    }
  }
}
