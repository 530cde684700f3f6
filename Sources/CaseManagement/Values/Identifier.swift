/// The number of a record inside its case; `Record` keeps numbers of different records apart.
///
/// Numbers start at 1 and follow one another, so a list finds its record without searching.
/// They say nothing about a person: they are pseudonyms.
public struct Identifier<Record>: FieldValue {
  /// The number, from 1.
  ///
  /// 0 means "none", or the own team where a provider is meant.
  public let raw: UInt32

  /// An identifier with this number.
  public init(_ raw: UInt32) { self.raw = raw }

  /// A record number.
  public static var shape: FieldShape { .identifier }
  /// Every 32-bit number without sign.
  public static var range: ClosedRange<Int64> { 0...Int64(UInt32.max) }
  /// The number.
  public var number: Int64 { Int64(raw) }
  /// Nil when the number is negative or needs more than 32 bits.
  public init?(number: Int64) {
    guard let raw = UInt32(exactly: number) else { return nil }
    self.raw = raw
  }

  /// Position in a list of `count` records, nil when the list has no such record.
  public func index(in count: Int) -> Int? {
    raw >= 1 && UInt64(raw) <= UInt64(count) ? Int(raw - 1) : nil
  }
}

/// Number of a person in a case; 1 is the principal person.
public typealias PersonID = Identifier<Person>
/// Number of a consent in a case.
public typealias ConsentID = Identifier<Consent>
/// Number of a referral in a case.
public typealias ReferralID = Identifier<ReferralRequest>
/// Number of a service provider in a case; 0 is the own team.
public typealias ProviderID = Identifier<Provider>
/// Number of a tracing request in a case.
public typealias TracingID = Identifier<TracingRequest>
/// Number of a staff member, given by the office.
public typealias StaffID = Identifier<StaffMember>
/// Number of a case, given by the office.
public typealias CaseID = Identifier<CaseHeader>
/// Number of a sealed detail in the vault.
public typealias SealID = Identifier<SealedVault>
