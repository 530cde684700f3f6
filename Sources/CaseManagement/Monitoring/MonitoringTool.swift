/// The tools of protection monitoring (source document 004).
public enum MonitoringTool: UInt8, Choice {
  case householdInterview, keyInformantInterview, focusGroup, directObservation, incidentReport
  case displacementReport, serviceMapping, accommodationVisit, outreach

  /// How many there are.
  public static var count: Int { 9 }

  /// The word of the tool.
  public var word: StaticString {
    switch self {
    case .householdInterview: "household-interview"
    case .keyInformantInterview: "key-informant-interview"
    case .focusGroup: "focus-group"
    case .directObservation: "direct-observation"
    case .incidentReport: "incident-report"
    case .displacementReport: "displacement-report"
    case .serviceMapping: "service-mapping"
    case .accommodationVisit: "accommodation-visit"
    case .outreach: "outreach"
    }
  }

  /// Whether the tool counts or asks; some do both.
  public var kinds: ChoiceSet<ToolKind> {
    switch self {
    case .householdInterview, .serviceMapping, .accommodationVisit: [.quantitative, .qualitative]
    case .incidentReport, .displacementReport: [.quantitative]
    case .keyInformantInterview, .focusGroup, .directObservation, .outreach: [.qualitative]
    }
  }

  /// The principles a monitor names before using the tool; "do no harm" comes with each.
  public var principles: ChoiceSet<ProtectionPrinciple> {
    switch self {
    case .householdInterview: [.doNoHarm, .confidentiality, .safety, .respect]
    case .keyInformantInterview: [.doNoHarm, .confidentiality, .needToKnow]
    case .focusGroup: [.doNoHarm, .nonDiscrimination, .safety, .respect]
    case .directObservation: [.doNoHarm, .safety, .respect]
    case .incidentReport: [.doNoHarm, .confidentiality, .needToKnow, .safety]
    case .displacementReport: [.doNoHarm, .needToKnow]
    case .serviceMapping: [.doNoHarm, .accountability, .nonDiscrimination]
    case .accommodationVisit: [.doNoHarm, .accountability, .safety, .respect]
    case .outreach: [.doNoHarm, .accountability, .nonDiscrimination, .respect]
    }
  }
}
