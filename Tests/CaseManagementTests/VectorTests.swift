import CaseManagement
import CaseVectors
import Foundation
import Testing

/// What the wasm build must reproduce; written where `CASE_VECTORS` says, for the tests of the wasm build.
@Suite struct VectorTests {
  struct Vectors: Encodable {
    struct StoryVector: Encodable { let name, text, digest: String }
    struct RandomVector: Encodable {
      let from, to: UInt64
      let digest: String
    }
    let stories: [StoryVector]
    let random: [RandomVector]
    let log: String
    let logEvents: Int
  }

  @Test func profileCrossesAsBytes() throws {
    var profile = try Training.profile
    var writer = ByteWriter()
    profile.visitFields(&writer)
    var reader = ByteReader(writer.bytes)
    var copy = AgencyProfile()
    try copy.visitFields(&reader)
    #expect(copy == profile)
  }

  @Test func vectorsAreWritten() throws {
    var profile = try Training.profile
    let stories = try StoryTests.names.map { name in
      let text = try Repository.text("Tests/Fixtures/case-stories/\(name).story")
      var story = Story(profile: profile)
      story.play(UTF8Text(text))
      #expect(story.mismatches.isEmpty)
      return Vectors.StoryVector(name: name, text: text, digest: "\(story.digest.value)")
    }
    let random = [UInt64(0), 1_000].map { from in
      var digest = Digest()
      let maker = RandomCase(profile: profile)
      for seed in from..<(from + 500) {
        #expect(maker.play(seed: seed, steps: 90, into: &digest) == .none)
      }
      return Vectors.RandomVector(from: from, to: from + 500, digest: "\(digest.value)")
    }
    var story = Story(profile: profile)
    story.play(UTF8Text(stories[0].text))
    var writer = ByteWriter()
    for event in story.log.events {
      var proposal = ProposedEvent(event)
      proposal.visitFields(&writer)
    }
    // Other seeds, other digest: it sees what happened.
    #expect(random[0].digest != random[1].digest)
    guard let folder = ProcessInfo.processInfo.environment["CASE_VECTORS"] else { return }
    let vectors = Vectors(
      stories: stories, random: random,
      log: writer.bytes.map { String(format: "%02x", $0) }.joined(),
      logEvents: story.log.events.count)
    let url = URL(filePath: folder)
    try JSONEncoder().encode(vectors).write(to: url.appending(path: "vectors.json"))
    var bytes = ByteWriter()
    profile.visitFields(&bytes)
    try Data(bytes.bytes).write(to: url.appending(path: "profile.bin"))
  }
}
