/// Something to put right.
public struct CorrectiveAction: Archivable {
  /// The gap.
  public var gap: GapKind
  /// Who does it.
  public var owner: StaffRole
  /// Until when.
  public var due: Day
  /// What.
  public var text: UTF8Text

  /// An empty record, to be filled.
  public init() {
    gap = .none
    owner = .protectionCoordinator
    due = Day(days: 0)
    text = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    gap: GapKind,
    owner: StaffRole = .protectionCoordinator,
    due: Day = Day(days: 0),
    text: UTF8Text = ""
  ) {
    self.gap = gap
    self.owner = owner
    self.due = due
    self.text = text
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("gap", &gap)
    try archive.value("owner", &owner)
    try archive.value("due", &due)
    try archive.text("text", &text)
  }
}

/// How many records of a period are about a risk.
public struct RiskCount: Archivable {
  /// The risk.
  public var risk: ProtectionRisk
  /// How many; nil when there are too few to show.
  public var count: Int32?

  /// An empty record, to be filled.
  public init() {
    risk = .discrimination
    count = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(risk: ProtectionRisk, count: Int32? = nil) {
    self.risk = risk
    self.count = count
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("risk", &risk)
    try archive.optional("count", &count)
  }
}

/// A weekly, quarterly, ad hoc or flash report.
///
/// It holds counts and trends, no records.
public struct MonitoringReport: Archivable {
  /// Which kind.
  public var kind: ReportKind
  /// Start of the period.
  public var from: Day
  /// End of the period.
  public var to: Day
  /// Place code.
  public var area: UTF8Text
  /// Who may read it.
  public var tier: AudienceTier
  /// The most important things, in a few sentences.
  public var highlights: UTF8Text
  /// Incidents by risk.
  public var incidents: [RiskCount]
  /// Trends.
  public var trends: [Trend]
  /// People displaced; nil when too few to show.
  public var displacedPeople: Int32?
  /// Gaps of services.
  public var gaps: ChoiceSet<GapKind>
  /// What to put right.
  public var actions: [CorrectiveAction]

  /// An empty record, to be filled.
  public init() {
    kind = .weekly
    from = Day(days: 0)
    to = Day(days: 0)
    area = ""
    tier = .team
    highlights = ""
    incidents = []
    trends = []
    displacedPeople = nil
    gaps = []
    actions = []
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    kind: ReportKind,
    from: Day = Day(days: 0),
    to: Day = Day(days: 0),
    area: UTF8Text = "",
    tier: AudienceTier = .team,
    highlights: UTF8Text = "",
    incidents: [RiskCount] = [],
    trends: [Trend] = [],
    displacedPeople: Int32? = nil,
    gaps: ChoiceSet<GapKind> = [],
    actions: [CorrectiveAction] = []
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.area = area
    self.tier = tier
    self.highlights = highlights
    self.incidents = incidents
    self.trends = trends
    self.displacedPeople = displacedPeople
    self.gaps = gaps
    self.actions = actions
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("kind", &kind)
    try archive.value("from", &from)
    try archive.value("to", &to)
    try archive.text("area", &area)
    try archive.value("tier", &tier)
    try archive.text("highlights", &highlights)
    try archive.records("incidents", &incidents)
    try archive.records("trends", &trends)
    try archive.optional("displaced-people", &displacedPeople)
    try archive.set("gaps", &gaps)
    try archive.records("actions", &actions)
  }
}
