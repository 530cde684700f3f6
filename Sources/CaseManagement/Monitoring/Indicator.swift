/// A value of an indicator at a day, in thousandths so that it needs no fractions.
public struct Measurement: Archivable {
  /// The value times 1000.
  public var thousandths: Int32
  /// When it was measured.
  public var on: Day

  /// An empty record, to be filled.
  public init() {
    thousandths = 0
    on = Day(days: 0)
  }

  /// A record with these fields; each is described where it is declared.
  public init(thousandths: Int32, on: Day = Day(days: 0)) {
    self.thousandths = thousandths
    self.on = on
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("thousandths", &thousandths)
    try archive.value("on", &on)
  }
}

/// An indicator with its baseline, its target and what was measured.
public struct Indicator: Archivable {
  /// Id.
  public var id: UTF8Text
  /// What is measured.
  public var statement: UTF8Text
  /// Unit.
  public var unit: UTF8Text
  /// Where it began.
  public var baseline: Measurement
  /// Where it should go.
  public var target: Measurement
  /// What was measured, oldest first.
  public var actual: [Measurement]
  /// Whether progress means more or less.
  public var direction: IndicatorDirection
  /// How often it is measured.
  public var frequency: ReportKind
  /// Who measures it.
  public var responsible: StaffRole
  /// Where the numbers come from.
  public var source: UTF8Text

  /// An empty record, to be filled.
  public init() {
    id = ""
    statement = ""
    unit = ""
    baseline = Measurement()
    target = Measurement()
    actual = []
    direction = .increase
    frequency = .quarterly
    responsible = .protectionCoordinator
    source = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    id: UTF8Text,
    statement: UTF8Text = "",
    unit: UTF8Text = "",
    baseline: Measurement = Measurement(),
    target: Measurement = Measurement(),
    actual: [Measurement] = [],
    direction: IndicatorDirection = .increase,
    frequency: ReportKind = .quarterly,
    responsible: StaffRole = .protectionCoordinator,
    source: UTF8Text = ""
  ) {
    self.id = id
    self.statement = statement
    self.unit = unit
    self.baseline = baseline
    self.target = target
    self.actual = actual
    self.direction = direction
    self.frequency = frequency
    self.responsible = responsible
    self.source = source
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("id", &id)
    try archive.text("statement", &statement)
    try archive.text("unit", &unit)
    try archive.record("baseline", &baseline)
    try archive.record("target", &target)
    try archive.records("actual", &actual)
    try archive.value("direction", &direction)
    try archive.value("frequency", &frequency)
    try archive.value("responsible", &responsible)
    try archive.text("source", &source)
  }
}

/// A protection assessment of a setting, by topic, with what can be done about risks.
public struct ContextAssessment: Archivable {
  /// Place code.
  public var place: UTF8Text
  /// When.
  public var on: Day
  /// Topics looked at.
  public var topics: ChoiceSet<AssessmentTopic>
  /// Risks found.
  public var risks: ChoiceSet<ProtectionRisk>
  /// What is done about them.
  public var mitigation: UTF8Text

  /// An empty record, to be filled.
  public init() {
    place = ""
    on = Day(days: 0)
    topics = []
    risks = []
    mitigation = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    place: UTF8Text,
    on: Day = Day(days: 0),
    topics: ChoiceSet<AssessmentTopic> = [],
    risks: ChoiceSet<ProtectionRisk> = [],
    mitigation: UTF8Text = ""
  ) {
    self.place = place
    self.on = on
    self.topics = topics
    self.risks = risks
    self.mitigation = mitigation
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("place", &place)
    try archive.value("on", &on)
    try archive.set("topics", &topics)
    try archive.set("risks", &risks)
    try archive.text("mitigation", &mitigation)
  }
}
