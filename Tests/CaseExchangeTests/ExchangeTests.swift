import CaseExchange
import CaseManagement
import CaseVectors
import Diagnostics
import Foundation
import ProfileLoading
import Testing

enum Files {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func profile() throws -> AgencyProfile {
    let folder = "Content/profiles/training-default"
    let main = SourceFile(path: "training-default.yml", text: try text("\(folder).yml"))
    let texts = try ["en", "fr", "es", "ar"].map {
      SourceFile(path: "training-default/\($0).yml", text: try text("\(folder)/\($0).yml"))
    }
    return try #require(ProfileLoader.load(main, texts: texts).value).profile
  }

  static func story(_ name: String, _ profile: AgencyProfile) throws -> CaseLog {
    var story = Story(profile: profile)
    story.play(UTF8Text(try text("Tests/Fixtures/case-stories/\(name).story")))
    try #require(story.mismatches.isEmpty)
    return story.log
  }
}

@Suite struct CaseLogFileTests {
  static let stories = [
    "01-stranded-worker", "02-domestic-worker", "03-boy-with-uncle", "07-epilepsy",
    "11-phone-series", "12-clearance-refused",
  ]

  @Test(arguments: stories) func aLogComesBackAsItWas(name: String) throws {
    let profile = try Files.profile()
    let log = try Files.story(name, profile)
    let data = CaseLogFile.data(of: log)
    let copy = try CaseLogFile.log(from: data, profile: profile)
    #expect(copy == log)
    #expect(CaseLogFile.data(of: copy) == data, "same log, same bytes")
  }

  @Test func everyKindOfEventComesBack() throws {
    let profile = try Files.profile()
    var archive = RandomArchive(dice: Dice(seed: 7), around: Moment(RandomCase.start))
    let log = try Files.story("01-stranded-worker", profile)
    var kinds: Set<UInt8> = []
    for number in 0..<Int64(EventKind.count) {
      let kind = try #require(EventKind(number: number))
      var event = CaseEvent(blank: kind)
      var copy = event
      // Fill the data, keeping the kind: other kinds would only be filled by chance.
      repeat { copy.visitFields(&archive) } while copy.kind != kind
      event = copy
      let text = CaseLogFile.eventText(event)
      #expect(try CaseLogFile.event(fromText: text) == event.textSafe, "\(kind.word)")
      kinds.insert(kind.rawValue)
    }
    #expect(kinds.count == EventKind.count)
    #expect(log.events.count > 20)
  }

  /// One change to a good file, and the error it must give.
  @Test func damagedFilesAreNamedErrors() throws {
    let profile = try Files.profile()
    let log = try Files.story("01-stranded-worker", profile)
    let good = String(decoding: CaseLogFile.data(of: log), as: UTF8.self)
    func error(_ old: String, _ new: String) -> ExchangeError? {
      let data = Data(good.replacingOccurrences(of: old, with: new).utf8)
      #expect(data != Data(good.utf8), "\(old) is in the file")
      do {
        _ = try CaseLogFile.log(from: data, profile: profile)
        return nil
      } catch { return error }
    }
    #expect(error("\"version\":1", "\"version\":2") == .unknownVersion(2))
    #expect(error("amparo-case-log", "other") == .otherFormat)
    #expect(
      error("\"profile\":\"training-default\"", "\"profile\":\"x\"") == .replay(.otherProfile))
    #expect(
      error("\"profile-version\":1", "\"profile-version\":9")
        == .replay(.otherProfileVersion(logged: 9, present: 1)))
    #expect(error("\"event\":\"received\"", "\"event\":\"flew\"") != nil)
    #expect(error("2026-03-09T09:00", "2026-13-09T09:00") != nil)
    #expect(
      error("\"header\":{", "\"header\":{\"name\":\"A\",") == .unknownKey(path: "header.name"))
    #expect(error("\"events\":[", "\"event\":[") == .missingKey(path: "events"))
    #expect(error("\"event\":\"received\"", "\"event\":\"resumed\"") != nil)
  }

  @Test func eventsOutOfOrderAreNamed() throws {
    let profile = try Files.profile()
    let log = try Files.story("01-stranded-worker", profile)
    let proposals = log.events.dropFirst().map { ProposedEvent($0) }
    do throws(ReplayError) {
      _ = try CaseLog(header: log.header, replaying: proposals, profile: profile)
      Issue.record("a log without its first event was replayed")
    } catch {
      guard case .illegalEvent(let index, let failures) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(index == 0 && failures.map(\.rule) == [.caseNotOpen])
    }
  }

  @Test func randomDamageNeverCrashes() throws {
    let profile = try Files.profile()
    let good = CaseLogFile.data(of: try Files.story("07-epilepsy", profile))
    var dice = Dice(seed: 11)
    var refused = 0
    for _ in 0..<300 {
      var bytes = [UInt8](good)
      for _ in 0..<(1 + dice.below(4)) {
        bytes[Int(dice.below(Int64(bytes.count)))] = UInt8(dice.below(256))
      }
      do {
        _ = try CaseLogFile.log(from: Data(bytes), profile: profile)
      } catch { refused += 1 }
    }
    #expect(refused > 200)
    let deep = Data(String(repeating: "[", count: 100_000).utf8)
    let path = String(repeating: "[0]", count: 32)
    #expect(throws: ExchangeError.tooDeep(path: path)) {
      try CaseLogFile.log(from: deep, profile: profile)
    }
  }

  @Test func aClockThatGoesBackIsNamed() throws {
    let profile = try Files.profile()
    let log = try Files.story("01-stranded-worker", profile)
    var proposals = log.events.map { ProposedEvent($0) }
    proposals.swapAt(2, proposals.count - 1)
    #expect(throws: ReplayError.self) {
      try CaseLog(header: log.header, replaying: proposals, profile: profile)
    }
  }
}

@Suite struct ExportTests {
  private func summaries(_ counts: [(Int, Int32, Sex)]) -> [CaseSummary] {
    counts.flatMap { count, band, sex in
      (0..<count).map { _ in
        var summary = CaseSummary()
        summary.ageBand = band
        summary.sex = sex
        return summary
      }
    }
  }

  @Test func smallCellsAreSuppressedAndCantBeWorkedOut() throws {
    let profile = try Files.profile()
    let table = AggregateTable(
      summaries([
        (40, 3, .female), (12, 3, .male), (2, 2, .female), (30, 2, .male), (9, 4, .female),
        (8, 4, .male),
      ]), rows: .ageBand, columns: .sex, profile: profile)
    func count(_ row: String, _ column: String) throws -> Int32? {
      try #require(
        table.cells.first { $0.row.string == row && $0.column.string == column }
      ).count
    }
    #expect(try count("12-17", "female") == nil, "2 is below 5")
    #expect(try count("12-17", "male") == nil, "or 2 would follow from the total of the row")
    #expect(try count("60-125", "female") == nil, "or it would follow from the column")
    #expect(try count("18-59", "female") == 40)
    let csv = DeidentifiedFile.csv(table)
    #expect(
      csv.hasPrefix("age-band,sex,cases\r\n#affected+age,#affected+sex,#affected+cases+num\r\n"))
    #expect(csv.contains("12-17,female,\r\n"))
  }

  @Test func summariesComeBackAndHoldNoPerson() throws {
    let profile = try Files.profile()
    let log = try Files.story("02-domestic-worker", profile)
    let summary = CaseSummary(of: log.state)
    let data = DeidentifiedFile.json([summary])
    #expect(try DeidentifiedFile.records(CaseSummary.self, from: data) == [summary])
    let text = String(decoding: data, as: UTF8.self)
    for secret in ["orsenne", "lantern", "2026-", "22", "sw\""] { #expect(!text.contains(secret)) }
    #expect(summary.ageBand == 3 && summary.caseClass == .avm)
  }

  /// The gate is the type: only these can be exported.
  @Test func onlyDeidentifiedRecordsAreExportable() {
    #expect(CaseSummary() as any Archivable is any DeidentifiedRecord)
    let identified: [any Archivable] = [
      Person(), ProposedEvent(), CaseEvent(), Consent(), FamilyLink(), Note(), CaseHeader(),
    ]
    for record in identified { #expect(!(record is any DeidentifiedRecord)) }
    #expect(!(PersonIdentity(names: ["A"]) as Any is any Archivable))
    #expect(!(SealedVault.Detail(topic: .gbv, text: "") as Any is any Archivable))
  }

  @Test func csvKeepsFormulasOut() throws {
    var entry = ServiceMapEntry(provider: "=cmd|' /C calc'!A0", sector: .health)
    entry.services = [.medical]
    entry.place = "XM01, \"north\""
    let csv = MonitoringFile.csv([entry])
    #expect(csv.contains("'=cmd|' /C calc'!A0,health,medical,\"XM01, \"\"north\"\"\""))
    var indicator = Indicator(id: "i1", statement: "Informed people")
    indicator.target.thousandths = 80_000
    indicator.actual = [Measurement(thousandths: 20_000)]
    #expect(
      MonitoringFile.csv([indicator]).hasSuffix("i1,Informed people,0.000,80.000,20.000,25.0\r\n"))
  }
}

@Suite struct XLSFormTests {
  @Test(arguments: XLSForm.allCases) func formsUseWordsOfTheLibrary(form: XLSForm) throws {
    let profile = try Files.profile()
    let csv = form.csv(profile: profile)
    #expect(csv == form.csv(profile: profile))
    for line in csv.split(separator: "\r\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 3, cells[0].isEmpty else { continue }
      let word = UTF8Text(cells[2])
      switch cells[1] {
      case "risk":
        #expect(ProtectionRisk(word: word) != nil && ProtectionRisk(word: word) != .gbv)
      case "sector": #expect(ServiceSector(word: word) != nil)
      case "role": #expect(InformantRole(word: word) != nil)
      case "item": #expect(FacilityItem(word: word) != nil)
      case "score": #expect(FacilityScore(word: word) != nil)
      case "judgement": #expect(Judgement(word: word) != nil)
      case "mode": #expect(InterviewMode(word: word) != nil)
      default: break
      }
    }
    // The converter's test reads the forms from here.
    if let folder = ProcessInfo.processInfo.environment["CASE_FORMS"] {
      try Data(csv.utf8).write(to: URL(filePath: folder).appending(path: "\(form.name).csv"))
    }
  }
}

extension CaseEvent {
  /// The event with text as files keep it: bytes that are not UTF-8 become replacement characters.
  fileprivate var textSafe: CaseEvent {
    guard case .noteAdded(var note) = self else {
      guard case .riskRated(var rating) = self else {
        guard case .personDescribed(var person) = self else { return self }
        person.country = UTF8Text(person.country.string)
        person.language = UTF8Text(person.language.string)
        return .personDescribed(person)
      }
      rating.mitigation = UTF8Text(rating.mitigation.string)
      return .riskRated(rating)
    }
    note.text = UTF8Text(note.text.string)
    return .noteAdded(note)
  }
}
