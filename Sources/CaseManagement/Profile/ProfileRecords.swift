/// For how long a record of a certain sensitivity is kept after closure.
public struct RetentionRule: Archivable {
  /// The sensitivity.
  public var sensitivity: Sensitivity
  /// Days after closure.
  public var days: Int32

  /// An empty record, to be filled.
  public init() {
    sensitivity = .confidential
    days = 0
  }

  /// A record with these fields; each is described where it is declared.
  public init(sensitivity: Sensitivity, days: Int32 = 0) {
    self.sensitivity = sensitivity
    self.days = days
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("sensitivity", &sensitivity)
    try archive.value("days", &days)
  }
}

/// How closely the result of a screening is kept.
public struct TopicSensitivity: Archivable {
  /// The topic.
  public var topic: ScreeningTopic
  /// How closely.
  public var sensitivity: Sensitivity

  /// An empty record, to be filled.
  public init() {
    topic = .gbv
    sensitivity = .strictlyConfidential
  }

  /// A record with these fields; each is described where it is declared.
  public init(topic: ScreeningTopic, sensitivity: Sensitivity = .strictlyConfidential) {
    self.topic = topic
    self.sensitivity = sensitivity
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("topic", &topic)
    try archive.value("sensitivity", &sensitivity)
  }
}

/// Which roles need to know a field.
public struct FieldAccess: Archivable {
  /// The field.
  public var field: DataField
  /// The roles.
  public var roles: ChoiceSet<StaffRole>

  /// An empty record, to be filled.
  public init() {
    field = .name
    roles = []
  }

  /// A record with these fields; each is described where it is declared.
  public init(field: DataField, roles: ChoiceSet<StaffRole> = []) {
    self.field = field
    self.roles = roles
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("field", &field)
    try archive.set("roles", &roles)
  }
}

/// A word that must not stand in a note.
public struct LintWord: Archivable {
  /// The word, small letters.
  public var word: UTF8Text

  /// An empty record, to be filled.
  public init() {
    word = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(word: UTF8Text) {
    self.word = word
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("word", &word)
  }
}

/// What is wrong, and where the rule comes from, in one language.
public struct RuleText: Archivable {
  /// The text for a learner.
  public var text: UTF8Text
  /// The source of the rule.
  public var source: UTF8Text

  /// An empty record, to be filled.
  public init() {
    text = ""
    source = ""
  }

  /// A record with these fields; each is described where it is declared.
  public init(text: UTF8Text, source: UTF8Text = "") {
    self.text = text
    self.source = source
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("text", &text)
    try archive.text("source", &source)
  }
}
