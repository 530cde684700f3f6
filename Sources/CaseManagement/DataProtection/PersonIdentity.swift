/// Who a person is: names, birth date, contact details.
///
/// An identity is not ``Archivable`` and not a ``DeidentifiedRecord``: no archive, no log and no
/// export can take it. It lives in an ``IdentityRegister`` and is read with a ``ReadLeave``.
public struct PersonIdentity: Equatable, Sendable {
  /// Name parts in the order the person gives them; no order of given and family name is assumed.
  public var names: [UTF8Text]
  /// Birth date, as far as it is known.
  public var birth: PartialDate?
  /// The number or address of the safe contact route.
  public var contact: UTF8Text
  /// Reference of a photograph in the document store.
  public var photo: UTF8Text

  /// An identity.
  public init(
    names: [UTF8Text], birth: PartialDate? = nil, contact: UTF8Text = "", photo: UTF8Text = ""
  ) {
    self.names = names
    self.birth = birth
    self.contact = contact
    self.photo = photo
  }

  /// Age for the case: exact when one age is possible, else a range; unknown without birth date.
  public func age(on day: Day) -> Age {
    guard let birth else { return .unknown }
    let ages = birth.age(on: day)
    if ages.lowerBound == ages.upperBound { return .exact(ages.lowerBound) }
    return .estimated(from: ages.lowerBound, to: ages.upperBound, method: .statedByPerson)
  }
}

/// Leave of one staff member to read one field for one purpose, minted only by ``AccessPolicy``.
public struct ReadLeave: Equatable, Sendable {
  /// Who may read.
  public let reader: StaffMember
  /// Which field.
  public let field: DataField
  /// What for.
  public let purpose: Purpose

  fileprivate init(reader: StaffMember, field: DataField, purpose: Purpose) {
    self.reader = reader
    self.field = field
    self.purpose = purpose
  }
}

/// Why somebody may not read.
public enum AccessRefusal: Error, Equatable {
  /// The role does not need to know the field.
  case roleNotAllowed(StaffRole, DataField)
  /// The leave is for another field.
  case otherField
  /// There is no such record.
  case unknownRecord
}

/// Need-to-know: who may read which field, by the profile.
public enum AccessPolicy {
  /// Leave to read a field.
  ///
  /// - Throws: ``AccessRefusal`` when the role does not need to know it.
  public static func leave(
    for reader: StaffMember, to field: DataField, purpose: Purpose, profile: AgencyProfile
  ) throws(AccessRefusal) -> ReadLeave {
    guard profile.roles(knowing: field).contains(reader.role) else {
      throw .roleNotAllowed(reader.role, field)
    }
    return ReadLeave(reader: reader, field: field, purpose: purpose)
  }
}

/// The identities of the persons of one case, outside its log.
public struct IdentityRegister: Sendable {
  private var identities: [PersonIdentity] = []

  /// An empty register.
  public init() {}

  /// Adds the identity of the next person of the case.
  public mutating func add(_ identity: PersonIdentity) -> PersonID {
    identities.append(identity)
    return PersonID(UInt32(truncatingIfNeeded: identities.count))
  }

  /// Reads an identity, and gives the audit event that must be appended to the log.
  ///
  /// - Throws: ``AccessRefusal`` without leave for names, or without such a person.
  public func identity(
    of person: PersonID, with leave: ReadLeave
  ) throws(AccessRefusal) -> (identity: PersonIdentity, audit: CaseEvent) {
    guard leave.field == .name else { throw .otherField }
    guard let index = person.index(in: identities.count) else { throw .unknownRecord }
    let audit = CaseEvent.recordAccessed(AuditEntry(record: .identity, purpose: leave.purpose))
    return (identities[index], audit)
  }

  /// Deletes every identity: what closure sets the date for.
  public mutating func deleteAll() { identities = [] }
}
