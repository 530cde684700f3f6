import CaseManagement
import CaseVectors
import Foundation
import Testing

@Suite struct DataProtectionTests {
  private let worker = StaffMember(id: StaffID(1), role: .caseworker)
  private let driver = StaffMember(id: StaffID(2), role: .logistics)

  @Test func needToKnowByRole() throws {
    let profile = try Training.profile
    var register = IdentityRegister()
    let id = register.add(PersonIdentity(names: ["Selam"]))
    let leave = try AccessPolicy.leave(for: worker, to: .name, purpose: .intake, profile: profile)
    let read = try register.identity(of: id, with: leave)
    #expect(read.identity.names == ["Selam"])
    #expect(read.audit == .recordAccessed(AuditEntry(record: .identity, purpose: .intake)))
    #expect(throws: AccessRefusal.roleNotAllowed(.logistics, .name)) {
      try AccessPolicy.leave(for: driver, to: .name, purpose: .intake, profile: profile)
    }
    let other = try AccessPolicy.leave(for: worker, to: .age, purpose: .intake, profile: profile)
    #expect(throws: AccessRefusal.otherField) { try register.identity(of: id, with: other) }
    register.deleteAll()
    #expect(throws: AccessRefusal.unknownRecord) { try register.identity(of: id, with: leave) }
  }

  @Test func sealedDetailsOpenOnlyWithLeave() throws {
    let profile = try Training.profile
    var vault = SealedVault()
    let seal = vault.seal(SealedVault.Detail(topic: .trafficking, text: "owes the broker"))
    let leave = try AccessPolicy.leave(
      for: worker, to: .protection, purpose: .specializedProtection, profile: profile)
    #expect(try vault.open(seal, with: leave).detail.topic == .trafficking)
    #expect(throws: AccessRefusal.roleNotAllowed(.logistics, .protection)) {
      try AccessPolicy.leave(for: driver, to: .protection, purpose: .intake, profile: profile)
    }
    #expect(throws: AccessRefusal.unknownRecord) { try vault.open(SealID(2), with: leave) }
  }

  @Test func agesFromPartialBirthDates() throws {
    let day = try #require(Day(year: 2026, month: 3, day: 9))
    func age(_ date: PartialDate?) -> Age { PersonIdentity(names: [], birth: date).age(on: day) }
    #expect(age(PartialDate(year: 2008, month: 3, day: 10)) == .exact(17))
    #expect(age(PartialDate(year: 2008, month: 3, day: 9)) == .exact(18))
    #expect(age(PartialDate(year: 2008)) == .estimated(from: 17, to: 18, method: .statedByPerson))
    #expect(age(PartialDate(year: 2008)).isTreatedAsChild(adultAge: 18))
    #expect(age(nil) == .unknown)
  }

  /// Walks every field of every export and of the records an export is made from.
  @Test func noFieldOfAnExportNamesAPerson() throws {
    var summary = CaseSummary()
    var table = AggregateTable()
    var names = FieldNames()
    summary.visitFields(&names)
    table.visitFields(&names)
    let forbidden: Set = [
      "id", "name", "names", "contact", "birth", "photo", "country", "language", "at", "by", "text",
    ]
    #expect(!names.seen.isEmpty && names.seen.isDisjoint(with: forbidden), "\(names.seen)")
  }

  @Test func deletionIsDueOnItsDay() throws {
    let text = try Repository.text("Tests/Fixtures/case-stories/01-stranded-worker.story")
    var story = Story(profile: try Training.profile)
    story.play(UTF8Text(text))
    let day = try #require(story.log.state.safeguards.closure?.deleteOn)
    #expect(!story.log.state.deletionDue(at: day.adding(days: -1).end))
    #expect(story.log.state.deletionDue(at: Moment(day)))
  }

  @Test func thirteenPrinciplesAreMapped() throws {
    let page = try Repository.text("docs/data-protection.md")
    for principle in DataPrinciple.allCases {
      #expect(page.contains("`\(principle.word)`"), "\(principle.word)")
    }
    #expect(DataPrinciple.allCases.count == 13)
  }
}

/// Collects the names of fields that hold something about a person or a case.
private struct FieldNames: FieldArchive {
  var seen: Set<String> = []

  mutating func value<V: FieldValue>(_ name: StaticString, _ value: inout V) throws(Never) {
    seen.insert("\(name)")
  }
  mutating func optional<V: FieldValue>(_ name: StaticString, _ value: inout V?) throws(Never) {
    seen.insert("\(name)")
  }
  mutating func values<V: FieldValue>(_ name: StaticString, _ values: inout [V]) throws(Never) {
    seen.insert("\(name)")
  }
  mutating func text(_ name: StaticString, _ text: inout UTF8Text) throws(Never) {
    seen.insert("\(name)")
  }
  mutating func record<R: Archivable>(_ name: StaticString, _ record: inout R) throws(Never) {
    seen.insert("\(name)")
    record.visitFields(&self)
  }
  mutating func optionalRecord<R: Archivable>(
    _ name: StaticString, _ record: inout R?
  ) throws(Never) {
    seen.insert("\(name)")
    var made = R()
    made.visitFields(&self)
  }
  mutating func records<R: Archivable>(_ name: StaticString, _ records: inout [R]) throws(Never) {
    seen.insert("\(name)")
    var made = R()
    made.visitFields(&self)
  }
}
