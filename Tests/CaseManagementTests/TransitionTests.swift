import CaseManagement
import CaseVectors
import Foundation
import Testing

/// Every (stage, event) pair against a table written independently of the state machine.
@Suite struct TransitionTests {
  /// Steps and where they lead, by stage.
  ///
  /// Whatever step is not named is refused.
  static let steps: [String: [String: String]] = [
    "not-open": ["received": "received"],
    "received": open(["triaged": "triaged"]),
    "triaged": open([:]),
    "consented": open(["assessment-started": "assessing"]),
    "assessing": open(["classified": "classified"]),
    "classified": open(["classified": "=", "services-started": "in-service"]),
    "in-service": open(["classified": "=", "readiness-review-started": "readiness-review"]),
    "readiness-review": open(["classified": "=", "cleared": "cleared"]),
    "cleared": open([
      "classified": "readiness-review", "travel-ready-declared": "travel-ready",
    ]),
    "travel-ready": open(["classified": "readiness-review", "handed-over": "handed-over"]),
    "handed-over": ["withdrawn": "withdrawn", "closed": "closed"],
    "closed": ["reopened": "reopened"],
    "on-hold": [
      "resumed": "held-from", "withdrawn": "withdrawn", "redirected": "redirected",
      "closed": "closed",
    ],
    "withdrawn": [
      "classified": "=", "reopened": "reopened", "held": "on-hold", "redirected": "redirected",
      "closed": "closed",
    ],
    "redirected": ["reopened": "reopened", "closed": "closed"],
    "reopened": open(["triaged": "triaged"]),
  ]

  /// The steps every open case can take, and some more.
  static func open(_ more: [String: String]) -> [String: String] {
    [
      "held": "on-hold", "withdrawn": "withdrawn", "redirected": "redirected", "closed": "closed",
    ].merging(more) { $1 }
  }

  static let allSteps: Set = [
    "received", "triaged", "assessment-started", "classified", "services-started",
    "readiness-review-started", "cleared", "travel-ready-declared", "handed-over", "closed",
    "reopened", "held", "resumed", "withdrawn", "redirected",
  ]

  /// Kinds that are possible in every stage once the case is open: they keep people safe, or they
  /// keep the record honest.
  static let always: Set = [
    "urgent-need-raised", "urgent-need-acted", "escalated", "sea-reported",
    "supervisor-informed", "consent-given", "consent-withdrawn", "limits-explained",
    "contact-route-recorded", "provider-listed", "referral-sent", "sharing-decided",
    "record-accessed", "note-added",
  ]

  static let closedStages: Set = ["not-open", "closed", "redirected"]

  static func expected(_ stage: Stage, _ kind: EventKind) -> StageChange {
    let stageWord = "\(stage.word)"
    let word = "\(kind.word)"
    if allSteps.contains(word) {
      switch steps[stageWord]?[word] {
      case nil: return .refused
      case "=": return .stays
      case "held-from": return .moves(.consented)
      case .some(let next): return .moves(Stage(word: UTF8Text(next)) ?? .notOpen)
      }
    }
    if stageWord == "not-open" { return .refused }
    if always.contains(word) { return .stays }
    return closedStages.contains(stageWord) ? .refused : .stays
  }

  @Test(arguments: Stage.allCases) func everyEventInEveryStage(stage: Stage) {
    for kind in EventKind.allCases {
      #expect(
        stage.change(on: kind, heldFrom: .consented) == Self.expected(stage, kind),
        "\(kind.word) in \(stage.word)")
    }
  }

  @Test func theTableCoversEveryStage() {
    #expect(Set(Self.steps.keys) == Set(Stage.allCases.map { "\($0.word)" }))
    #expect(Stage.allCases.count * EventKind.allCases.count == 992)
  }

  /// Logs in as many stages as the stories pass through, each tried with every kind of event.
  @Test func theLogObeysTheTable() throws {
    var seen: Set<UInt8> = []
    for name in StoryTests.names {
      let text = try Repository.text("Tests/Fixtures/case-stories/\(name).story")
      var story = Story(profile: try Training.profile)
      for line in text.split(separator: "\n") {
        story.play(UTF8Text(String(line)))
        let state = story.log.state
        guard seen.insert(state.stage.rawValue).inserted else { continue }
        try tryEverything(story.log)
      }
    }
    try tryEverything(CaseLog(id: CaseID(1), profile: try Training.profile))
    seen.insert(Stage.notOpen.rawValue)
    // `triaged` passes into `consented` at once when consent is there; `redirected` has no story.
    #expect(seen.count >= 14, "stages seen: \(seen.sorted())")
  }

  private func tryEverything(_ log: CaseLog) throws {
    let order: Set = ["case-not-open", "case-already-open", "step-out-of-order", "case-closed"]
    for kind in EventKind.allCases {
      let proposal = ProposedEvent(
        at: log.state.lastAt, by: StaffMember(), event: CaseEvent(blank: kind))
      var copy = log
      let verdict = copy.append(proposal)
      let change = log.state.stage.change(on: kind, heldFrom: log.state.heldFrom)
      let outOfOrder = verdict.failures.contains { order.contains("\($0.rule.word)") }
      if change == .refused {
        #expect(outOfOrder && !verdict.isAccepted, "\(kind.word) in \(log.state.stage.word)")
        #expect(copy == log, "nothing is half applied")
      } else {
        #expect(
          !verdict.failures.contains {
            $0.rule == .stepOutOfOrder || $0.rule == .caseNotOpen || $0.rule == .caseAlreadyOpen
          }, "\(kind.word) in \(log.state.stage.word)")
      }
      #expect(copy.events.count == log.events.count + (verdict.isAccepted ? 1 : 0))
    }
  }
}
