import CaseManagement
import CaseVectors
import Foundation
import Testing

@Suite struct DeadlineTests {
  private func story(_ lines: String) throws -> Story {
    var story = Story(profile: try Training.profile)
    story.play(UTF8Text("begin 2026-03-09\nprovider clinic medical 2026-03-01\n" + lines))
    #expect(story.mismatches.isEmpty)
    return story
  }

  private func kinds(_ story: Story) -> [DeadlineKind] { story.state.deadlines.map(\.kind) }

  @Test func theMostUrgentComesFirst() throws {
    let start = Moment(RandomCase.start, hour: 9)
    var played = try story(
      """
      do received hotline
      do urgent suicide-risk
      do explain limits
      do consent medical clinic name
      do refer medical clinic urgent
      """)
    #expect(kinds(played) == [.escalation, .referralAnswer, .firstContact])
    let first = try #require(played.state.deadlines.first)
    #expect(first.due == start.adding(minutes: 15) && !first.isOverdue(at: start))
    #expect(first.isOverdue(at: start.adding(minutes: 16)))
    played.play("do escalate supervisor suicide-risk\ndo answer medical accepted")
    #expect(kinds(played) == [.firstContact])
  }

  @Test func reviewsFollowTheRisk() throws {
    let played = try story("do received hotline\ndo rate risk high\ndo wait 3 days")
    let review = try #require(played.state.deadlines.first { $0.kind == .riskReview })
    #expect(review.due == RandomCase.start.adding(days: 7).end)
  }

  @Test func aSuspicionHasItsOwnWindow() throws {
    var played = try story(
      """
      do received hotline
      do explain limits
      do consent intake team
      do private place
      do screen sea possible
      """)
    #expect(kinds(played).contains(.seaReport))
    played.play("do report sea")
    #expect(!kinds(played).contains(.seaReport))
  }

  @Test func whatEndsIsListed() throws {
    let played = try story(
      """
      do received hotline
      do passport issued 2026-04-01
      do fitness fit 2026-03-12
      """)
    let list = played.state.deadlines
    #expect(
      list.contains { $0.kind == .documentEnds && $0.about?.word.map { "\($0)" } == "passport" })
    #expect(list.first { $0.kind == .fitnessEnds }?.due == Day(year: 2026, month: 3, day: 12)?.end)
  }

  @Test func caseloadsHaveALimit() throws {
    #expect(try Training.profile.allowsAnotherCase(open: 24))
    #expect(try !Training.profile.allowsAnotherCase(open: 25))
  }
}
