import CaseManagement
import CaseVectors
import Foundation
import Testing

/// Random event sequences.
///
/// 100,000 with `swift test -c release`, 2,000 in a debug build.
@Suite struct PropertyTests {
  #if DEBUG
  static let count: UInt64 = 2_000
  #else
  static let count: UInt64 = 100_000
  #endif

  @Test(arguments: 0..<UInt64(4)) func noSequenceBreaksAnInvariant(part: UInt64) throws {
    let maker = RandomCase(profile: try Training.profile)
    #expect(maker.roadLength == RandomCase.road.count, "every command of the road is understood")
    var digest = Digest()
    for seed in stride(from: part, to: Self.count, by: 4) {
      let broken = maker.play(seed: seed, steps: 90, into: &digest)
      guard broken == .none else {
        Issue.record("seed \(seed): \(broken)")
        return
      }
    }
  }

  /// The sequences are worth something only when they reach the far end of the road.
  @Test func sequencesReachEveryStage() throws {
    let profile = try Training.profile
    let maker = RandomCase(profile: profile)
    var stages: [Int64: Int] = [:]
    for seed in 0..<UInt64(2_000) {
      maker.watch(seed: seed, steps: 90) { state in stages[state.stage.number, default: 0] += 1 }
    }
    for stage in Stage.allCases where stage != .notOpen {
      #expect((stages[stage.number] ?? 0) > 0, "\(stage.word) was never reached")
    }
  }

  @Test func sameSeedSameDigest() throws {
    let maker = RandomCase(profile: try Training.profile)
    var first = Digest()
    var second = Digest()
    for seed in 0..<UInt64(50) {
      _ = maker.play(seed: seed, steps: 90, into: &first)
      _ = maker.play(seed: seed, steps: 90, into: &second)
    }
    #expect(first == second)
  }
}
