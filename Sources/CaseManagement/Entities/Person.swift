/// A person in a case, under a number instead of a name.
///
/// Names, exact birth dates and contact details live in ``PersonIdentity``, outside the log.
public struct Person: Archivable {
  /// Number in the case; 1 is the principal person.
  public var id: PersonID
  /// Exact, estimated or unknown age.
  ///
  /// In doubt the person is treated as a child.
  public var age: Age
  /// Sex as stated.
  public var sex: Answer<Sex>
  /// Gender as stated; optional.
  public var gender: Answer<Gender>
  /// Whether nationality is settled.
  public var nationality: NationalityStatus
  /// Country code of the nationality, empty when unknown.
  public var country: UTF8Text
  /// Language the person understands best, as a language tag.
  public var language: UTF8Text
  /// Whether an interpreter is needed.
  public var needsInterpreter: Answer<Bool>
  /// Population group for reports.
  public var group: PopulationGroup
  /// Answers to the Washington Group short set.
  public var functioning: Functioning

  /// An empty record, to be filled.
  public init() {
    id = PersonID(1)
    age = .unknown
    sex = .notAsked
    gender = .notAsked
    nationality = .undetermined
    country = ""
    language = ""
    needsInterpreter = .notAsked
    group = .migrant
    functioning = Functioning()
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    id: PersonID,
    age: Age = .unknown,
    sex: Answer<Sex> = .notAsked,
    gender: Answer<Gender> = .notAsked,
    nationality: NationalityStatus = .undetermined,
    country: UTF8Text = "",
    language: UTF8Text = "",
    needsInterpreter: Answer<Bool> = .notAsked,
    group: PopulationGroup = .migrant,
    functioning: Functioning = Functioning()
  ) {
    self.id = id
    self.age = age
    self.sex = sex
    self.gender = gender
    self.nationality = nationality
    self.country = country
    self.language = language
    self.needsInterpreter = needsInterpreter
    self.group = group
    self.functioning = functioning
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("id", &id)
    try archive.record("age", &age)
    try archive.record("sex", &sex)
    try archive.record("gender", &gender)
    try archive.value("nationality", &nationality)
    try archive.text("country", &country)
    try archive.text("language", &language)
    try archive.record("needs-interpreter", &needsInterpreter)
    try archive.value("group", &group)
    try archive.record("functioning", &functioning)
  }
}

/// The six questions of the Washington Group short set.
///
/// Never ask "do you have a disability".
public struct Functioning: Archivable {
  /// Seeing, even with glasses.
  public var seeing: Answer<FunctionLevel>
  /// Hearing, even with a hearing aid.
  public var hearing: Answer<FunctionLevel>
  /// Walking or climbing steps.
  public var walking: Answer<FunctionLevel>
  /// Remembering or concentrating.
  public var remembering: Answer<FunctionLevel>
  /// Washing or dressing.
  public var selfCare: Answer<FunctionLevel>
  /// Understanding and being understood.
  public var communicating: Answer<FunctionLevel>

  /// An empty record, to be filled.
  public init() {
    seeing = .notAsked
    hearing = .notAsked
    walking = .notAsked
    remembering = .notAsked
    selfCare = .notAsked
    communicating = .notAsked
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    seeing: Answer<FunctionLevel>,
    hearing: Answer<FunctionLevel> = .notAsked,
    walking: Answer<FunctionLevel> = .notAsked,
    remembering: Answer<FunctionLevel> = .notAsked,
    selfCare: Answer<FunctionLevel> = .notAsked,
    communicating: Answer<FunctionLevel> = .notAsked
  ) {
    self.seeing = seeing
    self.hearing = hearing
    self.walking = walking
    self.remembering = remembering
    self.selfCare = selfCare
    self.communicating = communicating
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.record("seeing", &seeing)
    try archive.record("hearing", &hearing)
    try archive.record("walking", &walking)
    try archive.record("remembering", &remembering)
    try archive.record("self-care", &selfCare)
    try archive.record("communicating", &communicating)
  }
}

/// What a person of the household is to the principal person.
public struct FamilyLink: Archivable {
  /// The other person.
  public var person: PersonID
  /// The relation as stated.
  public var relation: FamilyRelation
  /// Whether the relation was checked by documents or by tracing.
  public var verified: Judgement
  /// Whether this adult cares for the principal person, where that is a child.
  public var caresForChild: Judgement
  /// Whether contact with this person is safe for the principal person.
  public var safe: Judgement
  /// Whether this person travels with the principal person.
  public var travelsAlong: Bool

  /// An empty record, to be filled.
  public init() {
    person = PersonID(2)
    relation = .notRelated
    verified = .unclear
    caresForChild = .unclear
    safe = .unclear
    travelsAlong = false
  }

  /// A record with these fields; each is described where it is declared.
  public init(
    person: PersonID,
    relation: FamilyRelation = .notRelated,
    verified: Judgement = .unclear,
    caresForChild: Judgement = .unclear,
    safe: Judgement = .unclear,
    travelsAlong: Bool = false
  ) {
    self.person = person
    self.relation = relation
    self.verified = verified
    self.caresForChild = caresForChild
    self.safe = safe
    self.travelsAlong = travelsAlong
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("person", &person)
    try archive.value("relation", &relation)
    try archive.value("verified", &verified)
    try archive.value("cares-for-child", &caresForChild)
    try archive.value("safe", &safe)
    try archive.value("travels-along", &travelsAlong)
  }
}

/// Somebody who acts in a case.
public struct StaffMember: Archivable {
  /// Number given by the office.
  public var id: StaffID
  /// The role the person acts in.
  public var role: StaffRole

  /// An empty record, to be filled.
  public init() {
    id = StaffID(1)
    role = .caseworker
  }

  /// A record with these fields; each is described where it is declared.
  public init(id: StaffID, role: StaffRole = .caseworker) {
    self.id = id
    self.role = role
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("id", &id)
    try archive.value("role", &role)
  }
}
