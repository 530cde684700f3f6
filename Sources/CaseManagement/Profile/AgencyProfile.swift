/// Every number and choice that agencies differ on.
///
/// The library holds no such number of its own. Profiles are written in YAML and validated by
/// ``ProfileProblem``s before use.
public struct AgencyProfile: Archivable {
  /// Id, as in `training-default`.
  public var id: UTF8Text
  /// Version; a log names the version it was checked against.
  public var version: Int32
  /// Whether it is a training profile and no agency's rules.
  public var fictional: Bool
  /// Languages in which every rule must have a text.
  public var languages: [RuleLanguage]
  /// Age of majority.
  public var adultAge: Int32
  /// From this age a person counts as older.
  public var olderPersonAge: Int32
  /// Consent by age, without gap or overlap.
  public var consentBands: [ConsentBand]
  /// One row per risk level.
  public var riskTimers: [RiskTimer]
  /// One row per urgency.
  public var referralTimers: [ReferralTimer]
  /// Minutes to report a suspicion of sexual exploitation or abuse.
  ///
  /// Hour limits differ; none is cited here.
  public var seaWindow: Int32
  /// Health windows.
  public var clinicalWindows: [ClinicalWindow]
  /// When a formal best-interests determination is needed.
  public var determinationTriggers: ChoiceSet<BestInterestsTrigger>
  /// How many minutes before departure the pre-embarkation health check may be made at the
  /// earliest.
  public var embarkationWindow: Int32
  /// Days before departure in which voluntariness is reconfirmed.
  public var voluntarinessWindow: Int32
  /// Papers by country and family type.
  public var papers: [PaperRequirement]
  /// What must be reported.
  public var mandatoryReports: [MandatoryReport]
  /// Screenings every assessment includes or records as declined.
  public var mandatoryScreenings: ChoiceSet<ScreeningTopic>
  /// Checks every return decision rests on.
  public var diligenceChecks: ChoiceSet<DiligenceCheck>
  /// Days a finding may be old.
  public var diligenceValidity: Int32
  /// Phone attempts before a home visit.
  public var phoneAttempts: Int32
  /// Who may authorize a home visit.
  public var homeVisitAuthorizers: ChoiceSet<StaffRole>
  /// Fewest people in a focus group.
  public var groupSmallest: Int32
  /// Most people in a focus group.
  public var groupLargest: Int32
  /// Staff a focus group needs.
  public var groupStaff: Int32
  /// Age bands of reports, without overlap.
  public var ageBands: [AgeBand]
  /// From this answer on a person counts as having a disability in reports.
  public var disabilityCutOff: FunctionLevel
  /// Reasons a case may be closed for.
  public var closureReasons: ChoiceSet<ClosureReason>
  /// Attempts before contact counts as lost.
  public var contactTries: Int32
  /// Who approves what.
  public var approvals: [ApprovalRule]
  /// How long records are kept.
  public var retention: [RetentionRule]
  /// Sensitivity of screening results.
  public var sensitivities: [TopicSensitivity]
  /// Need-to-know by field.
  public var fieldAccess: [FieldAccess]
  /// Who may record GBV and SEA screenings.
  public var gbvRecorders: ChoiceSet<StaffRole>
  /// Most cases per caseworker.
  public var caseloadLimit: Int32
  /// Counts below this are suppressed in aggregates.
  public var smallestCell: Int32
  /// Escalation chain by trigger.
  public var escalations: [EscalationRule]
  /// Report calendar.
  public var reports: [ReportRule]
  /// Days after which a provider's entry must be checked again.
  public var providerCheckDays: Int32
  /// Most data per kind of referral.
  public var minimumData: [MinimumData]
  /// Parties that are never contacted about a case.
  public var harmfulContacts: ChoiceSet<ContactedParty>
  /// Words of incidents that do not belong in notes.
  public var incidentWords: [LintWord]

  /// An empty record, to be filled.
  public init() {
    id = ""
    version = 1
    fictional = true
    languages = []
    adultAge = 18
    olderPersonAge = 60
    consentBands = []
    riskTimers = []
    referralTimers = []
    seaWindow = 0
    clinicalWindows = []
    determinationTriggers = []
    embarkationWindow = 0
    voluntarinessWindow = 0
    papers = []
    mandatoryReports = []
    mandatoryScreenings = []
    diligenceChecks = []
    diligenceValidity = 0
    phoneAttempts = 0
    homeVisitAuthorizers = []
    groupSmallest = 0
    groupLargest = 0
    groupStaff = 0
    ageBands = []
    disabilityCutOff = .alot
    closureReasons = []
    contactTries = 0
    approvals = []
    retention = []
    sensitivities = []
    fieldAccess = []
    gbvRecorders = []
    caseloadLimit = 0
    smallestCell = 0
    escalations = []
    reports = []
    providerCheckDays = 0
    minimumData = []
    harmfulContacts = []
    incidentWords = []
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    id: UTF8Text,
    version: Int32 = 1,
    fictional: Bool = true,
    languages: [RuleLanguage] = [],
    adultAge: Int32 = 18,
    olderPersonAge: Int32 = 60,
    consentBands: [ConsentBand] = [],
    riskTimers: [RiskTimer] = [],
    referralTimers: [ReferralTimer] = [],
    seaWindow: Int32 = 0,
    clinicalWindows: [ClinicalWindow] = [],
    determinationTriggers: ChoiceSet<BestInterestsTrigger> = [],
    embarkationWindow: Int32 = 0,
    voluntarinessWindow: Int32 = 0,
    papers: [PaperRequirement] = [],
    mandatoryReports: [MandatoryReport] = [],
    mandatoryScreenings: ChoiceSet<ScreeningTopic> = [],
    diligenceChecks: ChoiceSet<DiligenceCheck> = [],
    diligenceValidity: Int32 = 0,
    phoneAttempts: Int32 = 0,
    homeVisitAuthorizers: ChoiceSet<StaffRole> = [],
    groupSmallest: Int32 = 0,
    groupLargest: Int32 = 0,
    groupStaff: Int32 = 0,
    ageBands: [AgeBand] = [],
    disabilityCutOff: FunctionLevel = .alot,
    closureReasons: ChoiceSet<ClosureReason> = [],
    contactTries: Int32 = 0,
    approvals: [ApprovalRule] = [],
    retention: [RetentionRule] = [],
    sensitivities: [TopicSensitivity] = [],
    fieldAccess: [FieldAccess] = [],
    gbvRecorders: ChoiceSet<StaffRole> = [],
    caseloadLimit: Int32 = 0,
    smallestCell: Int32 = 0,
    escalations: [EscalationRule] = [],
    reports: [ReportRule] = [],
    providerCheckDays: Int32 = 0,
    minimumData: [MinimumData] = [],
    harmfulContacts: ChoiceSet<ContactedParty> = [],
    incidentWords: [LintWord] = []
  ) {
    self.id = id
    self.version = version
    self.fictional = fictional
    self.languages = languages
    self.adultAge = adultAge
    self.olderPersonAge = olderPersonAge
    self.consentBands = consentBands
    self.riskTimers = riskTimers
    self.referralTimers = referralTimers
    self.seaWindow = seaWindow
    self.clinicalWindows = clinicalWindows
    self.determinationTriggers = determinationTriggers
    self.embarkationWindow = embarkationWindow
    self.voluntarinessWindow = voluntarinessWindow
    self.papers = papers
    self.mandatoryReports = mandatoryReports
    self.mandatoryScreenings = mandatoryScreenings
    self.diligenceChecks = diligenceChecks
    self.diligenceValidity = diligenceValidity
    self.phoneAttempts = phoneAttempts
    self.homeVisitAuthorizers = homeVisitAuthorizers
    self.groupSmallest = groupSmallest
    self.groupLargest = groupLargest
    self.groupStaff = groupStaff
    self.ageBands = ageBands
    self.disabilityCutOff = disabilityCutOff
    self.closureReasons = closureReasons
    self.contactTries = contactTries
    self.approvals = approvals
    self.retention = retention
    self.sensitivities = sensitivities
    self.fieldAccess = fieldAccess
    self.gbvRecorders = gbvRecorders
    self.caseloadLimit = caseloadLimit
    self.smallestCell = smallestCell
    self.escalations = escalations
    self.reports = reports
    self.providerCheckDays = providerCheckDays
    self.minimumData = minimumData
    self.harmfulContacts = harmfulContacts
    self.incidentWords = incidentWords
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("id", &id)
    try archive.value("version", &version)
    try archive.value("fictional", &fictional)
    try archive.values("languages", &languages)
    try archive.value("adult-age", &adultAge)
    try archive.value("older-person-age", &olderPersonAge)
    try archive.records("consent-bands", &consentBands)
    try archive.records("risk-timers", &riskTimers)
    try archive.records("referral-timers", &referralTimers)
    try archive.value("sea-window", &seaWindow)
    try archive.records("clinical-windows", &clinicalWindows)
    try archive.set("determination-triggers", &determinationTriggers)
    try archive.value("embarkation-window", &embarkationWindow)
    try archive.value("voluntariness-window", &voluntarinessWindow)
    try archive.records("papers", &papers)
    try archive.records("mandatory-reports", &mandatoryReports)
    try archive.set("mandatory-screenings", &mandatoryScreenings)
    try archive.set("diligence-checks", &diligenceChecks)
    try archive.value("diligence-validity", &diligenceValidity)
    try archive.value("phone-attempts", &phoneAttempts)
    try archive.set("home-visit-authorizers", &homeVisitAuthorizers)
    try archive.value("group-smallest", &groupSmallest)
    try archive.value("group-largest", &groupLargest)
    try archive.value("group-staff", &groupStaff)
    try archive.records("age-bands", &ageBands)
    try archive.value("disability-cut-off", &disabilityCutOff)
    try archive.set("closure-reasons", &closureReasons)
    try archive.value("contact-tries", &contactTries)
    try archive.records("approvals", &approvals)
    try archive.records("retention", &retention)
    try archive.records("sensitivities", &sensitivities)
    try archive.records("field-access", &fieldAccess)
    try archive.set("gbv-recorders", &gbvRecorders)
    try archive.value("caseload-limit", &caseloadLimit)
    try archive.value("smallest-cell", &smallestCell)
    try archive.records("escalations", &escalations)
    try archive.records("reports", &reports)
    try archive.value("provider-check-days", &providerCheckDays)
    try archive.records("minimum-data", &minimumData)
    try archive.set("harmful-contacts", &harmfulContacts)
    try archive.records("incident-words", &incidentWords)
  }
}
