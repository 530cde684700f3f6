import CaseManagement
import CaseVectors
import Foundation
import Testing

/// The twelve case stories of the domain brief, as texts anybody can read.
@Suite struct StoryTests {
  static let names = [
    "01-stranded-worker", "02-domestic-worker", "03-boy-with-uncle", "04-mother-of-two",
    "05-detainee", "06-day-two", "07-epilepsy", "08-older-deaf-man", "09-rumour-of-a-guard",
    "10-flooded-school", "11-phone-series", "12-clearance-refused",
  ]

  @Test(arguments: names) func storyTurnsOutAsWritten(name: String) throws {
    let text = try Repository.text("Tests/Fixtures/case-stories/\(name).story")
    var story = Story(profile: try Training.profile)
    story.play(UTF8Text(text))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for mismatch in story.mismatches {
      let rules = mismatch.failures.map { "\($0.rule.word)" }.joined(separator: " ")
      Issue.record(
        "line \(mismatch.line): \(lines[mismatch.line - 1]) -- \(mismatch.reason) [\(rules)]")
    }
    #expect(story.played > 10)
    #expect(story.log.state == CaseState(profile: try Training.profile, folding: story.log.events))
  }

  @Test func aStoryThatIsWrongIsFound() throws {
    var story = Story(profile: try Training.profile)
    story.play(
      "begin 2026-03-09\ndo received hotline\ndo triage\nno check duplicates : x\nis closed\nfly")
    #expect(
      story.mismatches.map(\.reason) == [
        .refused, .allowed, .conditionDiffers, .unreadable,
      ])
  }
}
