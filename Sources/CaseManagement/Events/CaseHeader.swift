/// What a log says about itself before its first event.
public struct CaseHeader: Archivable {
  /// Number of the case, given by the office.
  ///
  /// Not a name.
  public var id: CaseID
  /// Id of the agency profile the events were checked against.
  public var profile: UTF8Text
  /// Version of that profile.
  public var profileVersion: Int32

  /// An empty header, to be filled.
  public init() {
    id = CaseID(1)
    profile = ""
    profileVersion = 1
  }

  /// The header of a case that is checked against a profile.
  public init(id: CaseID, profile: UTF8Text, profileVersion: Int32) {
    self.id = id
    self.profile = profile
    self.profileVersion = profileVersion
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("id", &id)
    try archive.text("profile", &profile)
    try archive.value("profile-version", &profileVersion)
  }
}
