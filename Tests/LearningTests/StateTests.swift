import Foundation
import Learning
import Testing

@Suite("Learner state")
struct StateTests {
  /// A million in release builds (`swift test -c release`); a debug build is many times slower.
  static let rounds: Int = {
    #if DEBUG
    20_000
    #else
    1_000_000
    #endif
  }()

  @Test("Random states survive encoding, byte for byte")
  func roundTrip() throws {
    var random = RandomSource(seed: 1)
    for round in 0..<StateTests.rounds {
      let state = LearnerState.random(from: &random)
      let bytes = state.encoded()
      let decoded = try LearnerState.decode(bytes)
      guard decoded == state, decoded.encoded() == bytes else {
        Issue.record("state \(round) changed: \(state)")
        return
      }
    }
  }

  @Test("Changed bytes give a named error or a valid state, and never a crash")
  func mutations() {
    var random = RandomSource(seed: 2)
    var survivors = 0
    for _ in 0..<100_000 {
      var bytes = LearnerState.random(from: &random).encoded()
      for _ in 0...random.number(below: 4) { bytes.damage(&random) }
      // Half of them get a right checksum, so that they reach the records.
      if random.flag() { bytes.seal() }
      guard let state = try? LearnerState.decode(bytes) else { continue }
      survivors += 1
      #expect(state.encoded() == bytes)
    }
    #expect(survivors > 100, "the mutations must reach records that can be read")
  }

  @Test("A changed byte is noticed by the checksum")
  func checksum() throws {
    var random = RandomSource(seed: 3)
    let bytes = LearnerState.random(from: &random, limit: 40).encoded()
    for index in 1..<bytes.count {
      var changed = bytes
      changed[index] ^= 1 << UInt8(random.number(below: 8))
      #expect(throws: CodecError.checksum) { try LearnerState.decode(changed) }
    }
    #expect(throws: CodecError.self) { try LearnerState.decode(Array(bytes.dropLast())) }
  }

  @Test("A choice takes 5 bytes")
  func sizeOfChoice() {
    var state = LearnerState()
    state.set(.opened, at: .section(1, file: 1))
    let before = state.encoded().count
    state.set(.choice(ChoiceRecord(tries: 1, chosen: [7])), at: .activity(1, file: 1))
    #expect(state.encoded().count - before == 5)
  }

  @Test("Equal records don't count as changes; removing does")
  func revision() {
    var state = LearnerState()
    let key = RecordKey.section(1, file: 2)
    state.set(nil, at: key)
    #expect(state.revision == 0)
    state.set(.opened, at: key)
    state.set(.opened, at: key)
    #expect(state.revision == 1)
    state.set(nil, at: key)
    #expect(state.revision == 2)
    #expect(state.entries.isEmpty)
  }
}
