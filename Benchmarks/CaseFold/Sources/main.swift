// Folds a million events and compares with summing an array of as many numbers.
// Run: swift run -c release --package-path Benchmarks/CaseFold

import CaseManagement

/// A log of a case as long as cases are: from the hotline to services, with follow-up contacts.
func log() -> CaseLog {
  var log = CaseLog(id: CaseID(1), profile: AgencyProfile())
  let worker = StaffMember(id: StaffID(1), role: .caseworker)
  var now = Moment(minutes: 29_550_000)
  func add(_ event: CaseEvent) {
    now = now.adding(minutes: 7)
    let verdict = log.append(ProposedEvent(at: now, by: worker, event: event))
    if !verdict.isAccepted { print("refused: \(event.kind.word)") }
  }
  add(.received(Intake(entryPoint: .hotline)))
  add(.personDescribed(Person(id: PersonID(1), age: .exact(30))))
  add(.providerListed(Provider(id: ProviderID(1), service: .medical, verifiedOn: now.day)))
  add(.contactRouteRecorded(ContactRoute(method: .phone, safety: .safe)))
  add(.duplicateChecked(DuplicateCheck(result: .noMatch)))
  add(.triaged(Triage(decision: .accepted)))
  add(.limitsExplained(Explanation()))
  add(.consentGiven(Consent(id: ConsentID(1), purpose: .intake, recipients: [ProviderID(0)])))
  add(
    .consentGiven(
      Consent(
        id: ConsentID(2), purpose: .medical, recipients: [ProviderID(1)], fields: [.name, .time])))
  add(
    .settingRecorded(AssessmentSetting(place: .office, privacy: .private, interpreter: .notNeeded)))
  add(.assessmentStarted)
  for level in FactorLevel.allCases {
    add(.factorFound(FactorFinding(level: level, factor: .literacy, bearing: .protective)))
  }
  for topic in ScreeningTopic.allCases where topic != .gbv && topic != .sea {
    add(.screeningRecorded(Screening(topic: topic, result: .noIndicators)))
  }
  add(.classified(Classification(caseClass: .avr, basis: .noFactorFound)))
  add(
    .referralSent(
      ReferralRequest(
        id: ReferralID(1), service: .medical, provider: ProviderID(1), urgency: .urgent,
        fields: [.name])))
  add(.referralAnswered(ReferralAnswer(referral: ReferralID(1), status: .accepted)))
  for track in Track.allCases { add(.trackUpdated(TrackUpdate(track: track, status: .ongoing))) }
  for kind in DocumentKind.allCases {
    add(.documentUpdated(TravelDocument(kind: kind, status: .requested)))
  }
  for check in DiligenceCheck.allCases {
    add(
      .diligenceChecked(
        DiligenceEntry(check: check, finding: .favourable, sources: 2, sourceDate: now.day)))
  }
  while log.events.count < 100 {
    add(.contactAttempted(ContactAttempt(method: .phone, result: .reached)))
  }
  return log
}

let events = log().events
let profile = AgencyProfile()
let rounds = 1_000_000 / events.count
let clock = ContinuousClock()
var best = Duration.seconds(1_000)
var accepted: Int64 = 0
for _ in 0..<5 {
  accepted = 0
  let time = clock.measure {
    for _ in 0..<rounds { accepted += CaseState(profile: profile, folding: events).eventCount }
  }
  best = min(best, time)
}

let numbers = (0..<Int64(rounds * events.count)).map { $0 ^ accepted }
var sum: Int64 = 0
var plain = Duration.seconds(1_000)
for _ in 0..<5 {
  let time = clock.measure {
    for number in numbers { sum &+= number }
  }
  plain = min(plain, time)
}

func milliseconds(_ time: Duration) -> Double {
  Double(time.components.seconds) * 1_000 + Double(time.components.attoseconds) / 1e15
}
print("\(accepted) events in \(rounds) cases folded in \(milliseconds(best)) ms")
print("array sum of as many numbers: \(milliseconds(plain)) ms (checksum \(sum))")
print("ratio: \(Int(milliseconds(best) / max(milliseconds(plain), 0.001)))")
