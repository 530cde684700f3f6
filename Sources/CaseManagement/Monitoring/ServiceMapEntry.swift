/// One service of the service map, with its gaps.
public struct ServiceMapEntry: Archivable {
  /// The organization.
  public var provider: UTF8Text
  /// Its sector.
  public var sector: ServiceSector
  /// What it offers.
  public var services: ChoiceSet<ReferralType>
  /// Place code.
  public var place: UTF8Text
  /// Who can use it.
  public var eligibility: UTF8Text
  /// What it costs; empty when free.
  public var cost: UTF8Text
  /// When it is open.
  public var hours: UTF8Text
  /// Language tags, parted by spaces.
  public var languages: UTF8Text
  /// Whether people with disabilities can use it.
  public var accessible: Judgement
  /// Whether there are female staff.
  public var femaleStaff: Judgement
  /// Whether it is safe to use.
  public var safe: Judgement
  /// How many people it can serve.
  public var capacity: Int32?
  /// Whether it can be used now.
  public var availability: Availability
  /// How good it is.
  public var quality: QualityRating
  /// What the rating rests on.
  public var evidence: UTF8Text
  /// What is missing.
  public var gap: GapKind
  /// When somebody last checked.
  public var verifiedOn: Day?

  /// An empty record, to be filled.
  public init() {
    provider = ""
    sector = .protection
    services = []
    place = ""
    eligibility = ""
    cost = ""
    hours = ""
    languages = ""
    accessible = .unclear
    femaleStaff = .unclear
    safe = .unclear
    capacity = nil
    availability = .unknown
    quality = .unknown
    evidence = ""
    gap = .none
    verifiedOn = nil
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    provider: UTF8Text,
    sector: ServiceSector = .protection,
    services: ChoiceSet<ReferralType> = [],
    place: UTF8Text = "",
    eligibility: UTF8Text = "",
    cost: UTF8Text = "",
    hours: UTF8Text = "",
    languages: UTF8Text = "",
    accessible: Judgement = .unclear,
    femaleStaff: Judgement = .unclear,
    safe: Judgement = .unclear,
    capacity: Int32? = nil,
    availability: Availability = .unknown,
    quality: QualityRating = .unknown,
    evidence: UTF8Text = "",
    gap: GapKind = .none,
    verifiedOn: Day? = nil
  ) {
    self.provider = provider
    self.sector = sector
    self.services = services
    self.place = place
    self.eligibility = eligibility
    self.cost = cost
    self.hours = hours
    self.languages = languages
    self.accessible = accessible
    self.femaleStaff = femaleStaff
    self.safe = safe
    self.capacity = capacity
    self.availability = availability
    self.quality = quality
    self.evidence = evidence
    self.gap = gap
    self.verifiedOn = verifiedOn
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("provider", &provider)
    try archive.value("sector", &sector)
    try archive.set("services", &services)
    try archive.text("place", &place)
    try archive.text("eligibility", &eligibility)
    try archive.text("cost", &cost)
    try archive.text("hours", &hours)
    try archive.text("languages", &languages)
    try archive.value("accessible", &accessible)
    try archive.value("female-staff", &femaleStaff)
    try archive.value("safe", &safe)
    try archive.optional("capacity", &capacity)
    try archive.value("availability", &availability)
    try archive.value("quality", &quality)
    try archive.text("evidence", &evidence)
    try archive.value("gap", &gap)
    try archive.optional("verified-on", &verifiedOn)
  }
}

/// Telling people something, and hearing back.
public struct OutreachActivity: Archivable {
  /// How.
  public var channel: OutreachChannel
  /// What.
  public var message: UTF8Text
  /// Place code.
  public var place: UTF8Text
  /// Who came, in bands.
  public var audience: [AgeGroupCount]
  /// What people said.
  public var feedback: UTF8Text

  /// An empty record, to be filled.
  public init() {
    channel = .meeting
    message = ""
    place = ""
    audience = []
    feedback = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    channel: OutreachChannel,
    message: UTF8Text = "",
    place: UTF8Text = "",
    audience: [AgeGroupCount] = [],
    feedback: UTF8Text = ""
  ) {
    self.channel = channel
    self.message = message
    self.place = place
    self.audience = audience
    self.feedback = feedback
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("channel", &channel)
    try archive.text("message", &message)
    try archive.text("place", &place)
    try archive.records("audience", &audience)
    try archive.text("feedback", &feedback)
  }
}
