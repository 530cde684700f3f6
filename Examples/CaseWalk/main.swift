// Walks one case of assistance to a vulnerable migrant from the hotline to handover, and prints why
// each early attempt is refused. Run it in the repository: swift run case-walk [fr|es|ar]

import CaseManagement
import Diagnostics
import Foundation
import ProfileLoading

/// A day at the desk: a log, a clock, and the words of the command catalogue.
struct Walk {
  var desk: CaseDesk<ManualClock>
  var names = ProviderNames()
  let texts: ProfileTexts

  /// Tries what the words say; prints what came of it.
  mutating func attempt(_ words: String) throws {
    let command = try CommandCatalogue.command(UTF8Text(words), names: names)
    let label = texts.label(of: command.id) ?? words
    switch command.effect(in: desk.state) {
    case .wait(let minutes):
      desk.clock.advance(minutes: minutes)
      print("      (\(words))")
    case .ask: break
    case .event(let event):
      let role = command.id.role
      let actor = StaffMember(id: StaffID(UInt32(role.rawValue) + 1), role: role)
      let verdict = desk.record(event, by: actor)
      report(verdict, label, words)
    }
  }

  /// Adds a fact of the setting.
  mutating func note(_ event: CaseEvent) {
    let verdict = desk.record(event, by: StaffMember(id: StaffID(1), role: .caseworker))
    report(verdict, "", "setting")
  }

  private func report(_ verdict: Verdict, _ label: String, _ words: String) {
    if !label.isEmpty || !verdict.isAccepted {
      print("\(verdict.isAccepted ? "  yes " : "  NO  ")\(label)  [\(words)]")
    }
    for failure in verdict.failures {
      guard let rule = texts.rule(failure.rule) else { continue }
      let about = failure.parameters.compactMap { $0.word.map { "\($0)" } }
        .map { texts.label(ofWord: $0) ?? $0 }.joined(separator: ", ")
      let detail = about.isEmpty ? "" : " (\(about))"
      print("        CM\(failure.rule.code) \(rule.text)\(detail)")
    }
    if verdict.isAccepted, !label.isEmpty {
      print("        -> \(texts.label(ofWord: "\(desk.state.stage.word)") ?? "")")
    }
  }
}

/// The attempts, too early first.
let attempts = [
  "received hotline",
  "contact unsafe", "contact employer", "triage", "find contact message", "check duplicates",
  "triage soon",
  "consent intake team", "explain limits", "explain protection", "consent intake team name contact",
  "start assessment", "private place", "interpreter relative", "start assessment",
  "interpreter suitable", "start assessment",
  "screen trafficking confirmed", "classify avm trafficking", "consider individual",
  "consider household", "consider community", "consider structural", "screen gbv declined",
  "screen uasc", "screen international-protection", "screen health", "screen mhpss possible",
  "screen disability", "classify avr no-factor-found", "classify avm trafficking",
  "start services", "approve classification", "make plan 3", "rate risk high", "start services",
  "inform supervisor", "start services",
  "refer shelter lantern soon name", "consent shelter lantern name contact needs",
  "refer shelter lantern soon name health", "refer shelter lantern soon name contact needs",
  "start readiness review", "answer shelter accepted", "continue shelter",
  "start readiness review", "clear case",
  "check free-and-informed-decision favourable", "decide return proceed",
  "check protection-information favourable", "check threat-on-return favourable",
  "check place-security favourable", "check services-at-destination favourable",
  "check specific-group favourable", "check post-arrival-follow-up favourable",
  "decide return proceed", "ask clearance avm-unit name age",
  "consent clearance team name age needs", "ask clearance avm-unit name age",
  "clearance avm-unit granted 2026-04-30", "ask clearance receiving-mission name age needs",
  "clearance receiving-mission granted 2026-04-30", "clear case",
  "declare travel-ready", "verify identity", "verify nationality",
  "laissez-passer issued 2026-03-31", "exit-permit not-needed",
  "voluntary-return-declaration received", "photo received", "arrange travel 2026-03-20",
  "wait 9 days", "fitness fit 2026-03-25", "confirm voluntary", "declare travel-ready",
  "country-specific-form received", "declare travel-ready",
  "situation changed", "hand over name travel", "decide return proceed", "clear case",
  "declare travel-ready", "hand over name travel", "consent handover team name travel",
  "hand over name travel", "track documents done", "track health done",
  "track protection-referrals done", "track due-diligence done", "track logistics done",
  "confirm entry", "hand over name travel",
]

func source(_ path: String) throws -> SourceFile {
  SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: "Content/" + path))))
}

let id = "profiles/training-default"
let language = RuleLanguage(word: UTF8Text(CommandLine.arguments.dropFirst().first ?? "en")) ?? .en
let files = try ["en", "fr", "es", "ar"].map { try source("\(id)/\($0).yml") }
let (loaded, diagnostics) = ProfileLoader.load(try source("\(id).yml"), texts: files)
for diagnostic in diagnostics { print("\(diagnostic.code.rawValue): \(diagnostic.message)") }
if let loaded, let texts = loaded.texts(in: language),
  let monday = Day(year: 2026, month: 3, day: 9)
{
  print("\(texts.label)\n")
  let log = CaseLog(id: CaseID(1), profile: loaded.profile)
  var walk = Walk(
    desk: CaseDesk(log: log, clock: ManualClock(Moment(monday, hour: 9))), texts: texts)
  try walk.attempt(attempts[0])
  _ = walk.names.add("lantern")
  walk.note(
    .providerListed(
      Provider(id: ProviderID(1), service: .shelter, verifiedOn: monday, safe: .yes)))
  walk.note(
    .personDescribed(Person(id: PersonID(1), age: .exact(24), country: "orsenne", language: "sw")))
  for words in attempts.dropFirst() { try walk.attempt(words) }
  print("\n\(walk.desk.log.events.count) events, at the end: \(walk.desk.state.stage.word)")
}
