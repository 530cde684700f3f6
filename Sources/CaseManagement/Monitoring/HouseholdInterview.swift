/// How many people of an age band and sex live in a household.
public struct AgeGroupCount: Archivable {
  /// Number of the age band in the profile, from 0.
  public var band: Int32
  /// Sex.
  public var sex: Sex
  /// How many.
  public var count: Int32

  /// An empty record, to be filled.
  public init() {
    band = 0
    sex = .female
    count = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(band: Int32, sex: Sex = .female, count: Int32 = 0) {
    self.band = band
    self.sex = sex
    self.count = count
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("band", &band)
    try archive.value("sex", &sex)
    try archive.value("count", &count)
  }
}

/// A household interview, by phone first.
///
/// A visit needs failed calls and leave.
public struct HouseholdInterview: Archivable {
  /// How.
  public var mode: InterviewMode
  /// The number of this attempt, from 1.
  public var attempt: Int32
  /// Who gave leave for a visit.
  public var authorizedBy: StaffRole?
  /// Whether the household agreed.
  public var consent: Answer<Bool>
  /// Whether the person can speak freely now.
  public var safeToTalk: Judgement
  /// Language of the interview.
  public var language: UTF8Text
  /// Place code, never an address.
  public var place: UTF8Text
  /// Who lives there, in bands.
  public var household: [AgeGroupCount]
  /// Risks the household speaks of.
  public var risks: ChoiceSet<ProtectionRisk>
  /// How it copes, without names.
  public var coping: UTF8Text
  /// Services it uses.
  public var servicesUsed: ChoiceSet<ServiceSector>
  /// Whether somebody asked to be referred.
  public var referralAsked: Bool

  /// An empty record, to be filled.
  public init() {
    mode = .phone
    attempt = 1
    authorizedBy = nil
    consent = .notAsked
    safeToTalk = .unclear
    language = ""
    place = ""
    household = []
    risks = []
    coping = ""
    servicesUsed = []
    referralAsked = false
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    mode: InterviewMode,
    attempt: Int32 = 1,
    authorizedBy: StaffRole? = nil,
    consent: Answer<Bool> = .notAsked,
    safeToTalk: Judgement = .unclear,
    language: UTF8Text = "",
    place: UTF8Text = "",
    household: [AgeGroupCount] = [],
    risks: ChoiceSet<ProtectionRisk> = [],
    coping: UTF8Text = "",
    servicesUsed: ChoiceSet<ServiceSector> = [],
    referralAsked: Bool = false
  ) {
    self.mode = mode
    self.attempt = attempt
    self.authorizedBy = authorizedBy
    self.consent = consent
    self.safeToTalk = safeToTalk
    self.language = language
    self.place = place
    self.household = household
    self.risks = risks
    self.coping = coping
    self.servicesUsed = servicesUsed
    self.referralAsked = referralAsked
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("mode", &mode)
    try archive.value("attempt", &attempt)
    try archive.optional("authorized-by", &authorizedBy)
    try archive.record("consent", &consent)
    try archive.value("safe-to-talk", &safeToTalk)
    try archive.text("language", &language)
    try archive.text("place", &place)
    try archive.records("household", &household)
    try archive.set("risks", &risks)
    try archive.text("coping", &coping)
    try archive.set("services-used", &servicesUsed)
    try archive.value("referral-asked", &referralAsked)
  }
}

/// A person who asked for help during monitoring.
///
/// The channel only: the story goes to the case team, not into the data set.
public struct MonitoringReferral: Archivable {
  /// Whether the person agreed.
  public var consent: Bool
  /// How the case team can reach the person.
  public var route: ContactMethod
  /// Whether that is safe.
  public var safety: ContactSafety
  /// Whether it cannot wait.
  public var urgent: Bool
  /// Language.
  public var language: UTF8Text

  /// An empty record, to be filled.
  public init() {
    consent = false
    route = .phone
    safety = .unknown
    urgent = false
    language = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    consent: Bool,
    route: ContactMethod = .phone,
    safety: ContactSafety = .unknown,
    urgent: Bool = false,
    language: UTF8Text = ""
  ) {
    self.consent = consent
    self.route = route
    self.safety = safety
    self.urgent = urgent
    self.language = language
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("consent", &consent)
    try archive.value("route", &route)
    try archive.value("safety", &safety)
    try archive.value("urgent", &urgent)
    try archive.text("language", &language)
  }
}
