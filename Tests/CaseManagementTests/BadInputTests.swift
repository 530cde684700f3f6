import CaseManagement
import CaseVectors
import Diagnostics
import Foundation
import ProfileLoading
import Testing

/// Absurd values, wrong words, damaged profiles: a named error each, and nothing half applied.
@Suite struct BadInputTests {
  private func opened() throws -> CaseLog {
    var log = CaseLog(id: CaseID(1), profile: try Training.profile)
    _ = log.append(ProposedEvent(at: start, by: worker, event: .received(Intake())))
    return log
  }

  private let start = Moment(RandomCase.start, hour: 9)
  private let worker = StaffMember(id: StaffID(1), role: .caseworker)

  private func rules(_ event: CaseEvent, minutes: Int64 = 0) throws -> [Rule] {
    var log = try opened()
    let before = log
    let verdict = log.append(
      ProposedEvent(at: start.adding(minutes: minutes), by: worker, event: event))
    if !verdict.isAccepted { #expect(log == before, "nothing is half applied") }
    return verdict.failures.filter(\.blocks).map(\.rule)
  }

  @Test(arguments: [Int32.min, -1, 126, 400, .max]) func absurdAges(age: Int32) throws {
    #expect(
      try rules(.personDescribed(Person(id: PersonID(1), age: .exact(age)))) == [.valueImpossible])
  }

  @Test func reversedAgeRange() throws {
    let age = Age.estimated(from: 30, to: 20, method: .observation)
    #expect(try rules(.personDescribed(Person(id: PersonID(1), age: age))) == [.valueImpossible])
  }

  @Test func duplicateAndMissingNumbers() throws {
    #expect(try rules(.personDescribed(Person(id: PersonID(3), age: .exact(3)))) == [.recordNumber])
    #expect(try rules(.providerListed(Provider(id: ProviderID(0)))) == [.recordNumber])
    #expect(try rules(.providerListed(Provider(id: ProviderID(.max)))) == [.recordNumber])
    #expect(
      try rules(.consentWithdrawn(ConsentWithdrawal(consent: ConsentID(1)))) == [.recordUnknown])
    #expect(
      try rules(.referralAnswered(ReferralAnswer(referral: ReferralID(9)))) == [.recordUnknown])
  }

  @Test func clockGoingBack() throws {
    #expect(try rules(.supervisorInformed, minutes: -1) == [.clockWentBack])
    #expect(try rules(.supervisorInformed, minutes: 0) == [])
    #expect(try rules(.supervisorInformed, minutes: .max) == [])
    #expect(try rules(.supervisorInformed, minutes: .min) == [.clockWentBack])
  }

  @Test func datesThatDoNotExist() {
    #expect(Day(year: 2026, month: 2, day: 29) == nil)
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil && Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 1899, month: 12, day: 31) == nil && Day(year: 2201, month: 1, day: 1) == nil)
    #expect(PartialDate(year: 2026, month: nil, day: 3) == nil)
    #expect(UTF8Text("2026-3-09").calendarDay == nil && UTF8Text("٢٠٢٦-٠٣-٠٩").calendarDay == nil)
  }

  /// Every day from 1900 to 2200 is its own date, one after the other.
  @Test func everyDayHasItsDate() throws {
    var expected: (year: Int32, month: Int32, day: Int32) = (1900, 1, 1)
    for number in Day.range {
      let day = try #require(Day(number: number))
      #expect(day.civil == expected)
      #expect(Day(year: expected.year, month: expected.month, day: expected.day) == day)
      expected.day += 1
      if expected.day > Day.length(ofMonth: expected.month, year: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
        if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      }
    }
    #expect(expected == (2201, 1, 1))
  }

  @Test(arguments: [
    ("", CommandError.empty), ("fly home", .unknown),
    ("refer medical", .unfinished(allowed: [])),
    ("escalate everybody", .wrongWord(at: 1, allowed: [])),
    ("start assessment now", .tooMany(at: 2)),
  ]) func wrongWords(text: String, expected: CommandError) {
    do throws(CommandError) {
      _ = try CommandCatalogue.command(UTF8Text(text), names: ProviderNames())
      Issue.record("\(text) was understood")
    } catch {
      switch (error, expected) {
      case (.wrongWord(let at, let allowed), .wrongWord(let wanted, _)):
        #expect(at == wanted && allowed.contains("supervisor"))
      case (.unfinished, .unfinished): break
      default: #expect(error == expected)
      }
    }
  }

  /// Each command's own pattern, filled with its first words, is understood as that command.
  @Test(arguments: CommandID.allCases) func everyCommandIsUnderstood(id: CommandID) throws {
    var names = ProviderNames()
    _ = names.add("lantern")
    var words: [String] = []
    for element in id.pattern {
      switch element {
      case .literal(let word): words.append("\(word)")
      case .slot(_, let kind, _):
        if kind.isProvider {
          words.append("lantern")
        } else if kind.isFree {
          words.append("work")
        } else {
          switch kind.shape {
          case .day: words.append("2026-03-09")
          case .number: words.append("2")
          case .choice, .flag, .moment, .identifier: words.append("\(kind.words[0])")
          }
        }
      }
    }
    let text = UTF8Text(words.joined(separator: " "))
    let command = try CommandCatalogue.command(text, names: names)
    #expect(command.id == id, "\(text.string)")
    let state = CaseState(profile: try Training.profile)
    switch command.effect(in: state) {
    case .event: #expect(id != .wait && id != .ask)
    case .wait(let minutes): #expect(id == .wait && minutes == 2)
    case .ask(let topic): #expect(id == .ask && topic == "work")
    }
  }

  @Test func notesAreLinted() throws {
    let words = try Training.profile.incidentWords
    func found(_ text: String) -> [NoteLint.Finding] {
      NoteLint.findings(in: UTF8Text(text), words: words)
    }
    #expect(found("Wants a lawyer. Prefers mornings, room 12.") == [])
    #expect(found("Call +33 6 12 34 56 78") == [.telephoneNumber])
    #expect(found("اتصل ٠٦١٢٣٤٥٦٧٨") == [.telephoneNumber])
    #expect(found("write to a.b@example.org") == [.address])
    #expect(found("she is @lina on the app") == [.handle])
    #expect(found("She was Assaulted.") == [.incidentWord])
    #expect(found("grapes and rapeseed") == [], "only whole words")
  }

  @Test(arguments: [
    ("adult-age: 18", "adult-age: 180", "AMP0750"),
    ("sea-window: 1440", "sea-window: -5", "AMP0750"),
    ("sea-window: 1440", "sea-window: soon", "AMP0305"),
    ("{from: 6, to: 14,", "{from: 5, to: 14,", "AMP0750"),
    ("{from: 6, to: 14,", "{from: 7, to: 14,", "AMP0750"),
    ("  - {level: low, contact-within: 10080, review-every: 30}\n", "", "AMP0750"),
    ("sea-window: 1440\n", "", "AMP0304"),
    ("sea-window: 1440", "sea-windw: 1440", "AMP0303"),
    ("closure-reasons: [goals-met,", "closure-reasons: [goal-met,", "AMP0305"),
    ("version: 1\n", "version: 1\nversion: 2\n", "AMP0306"),
    ("languages: [en, fr", "languages: [en, en", "AMP0754"),
    ("languages: [en", "languages: [[en", "AMP0301"),
  ]) func profilesWithHoles(old: String, new: String, code: String) throws {
    let (main, texts) = try Training.files()
    let text = String(decoding: main.bytes, as: UTF8.self)
    let changed = text.replacingOccurrences(of: old, with: new)
    #expect(changed != text)
    let (value, diagnostics) = ProfileLoader.load(
      SourceFile(path: main.path, text: changed), texts: texts)
    #expect(value == nil)
    #expect(diagnostics.contains { $0.code.rawValue == code }, "\(diagnostics.map(\.message))")
    #expect(diagnostics.allSatisfy { !$0.message.isEmpty })
  }

  @Test(arguments: [
    ("  record-unknown:", "  record-unknwon:", "AMP0752"),
    ("  record-unknown:", "  record-unknwon:", "AMP0751"),
    ("label: \"Fictional", "labl: \"Fictional", "AMP0753"),
    ("  wait: ", "  wiat: ", "AMP0752"),
  ]) func languageFilesWithHoles(old: String, new: String, code: String) throws {
    var (main, texts) = try Training.files()
    let text = String(decoding: texts[0].bytes, as: UTF8.self)
    let changed = text.replacingOccurrences(of: old, with: new)
    #expect(changed != text)
    texts[0] = SourceFile(path: texts[0].path, text: changed)
    let (value, diagnostics) = ProfileLoader.load(main, texts: texts)
    #expect(value == nil && diagnostics.contains { $0.code.rawValue == code })
    texts.removeFirst()
    #expect(
      ProfileLoader.load(main, texts: texts).diagnostics.contains {
        $0.code == .missingProfileText
      })
    main = SourceFile(path: main.path, bytes: [0xff, 0xfe, 0x00])
    #expect(ProfileLoader.load(main, texts: texts).diagnostics.map(\.code) == [.wrongEncoding])
  }
}
