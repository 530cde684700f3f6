import Learning

/// Repeatable random numbers (SplitMix64), so that a failure can be played again.
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 to `limit` - 1.
  mutating func number(below limit: Int) -> Int {
    Int(next() % UInt64(max(1, limit)))
  }

  mutating func tag() -> UInt16 { UInt16(truncatingIfNeeded: next()) }

  mutating func flag() -> Bool { next() & 1 == 1 }
}

extension LearnerState {
  /// A state with up to `limit` records of every kind.
  static func random(from random: inout RandomSource, limit: Int = 12) -> LearnerState {
    var state = LearnerState()
    let files = (0...random.number(below: 3)).map { _ in random.tag() }
    for _ in 0..<random.number(below: limit + 1) {
      let file = files[random.number(below: files.count)]
      let tag = random.tag()
      switch random.number(below: 5) {
      case 0: state.set(.opened, at: .section(tag, file: file))
      case 1: state.set(.choice(.random(from: &random)), at: .activity(tag, file: file))
      case 2:
        let best = BestResult(percent: UInt8(random.number(below: 101)), isPassed: random.flag())
        let attempt = random.flag() ? UInt16(random.number(below: 10)) : random.tag()
        let record = QuizRecord(attempt: attempt, best: random.flag() ? best : nil)
        state.set(.quiz(record), at: .activity(tag, file: file))
      case 3: state.set(.walk(.random(from: &random)), at: .activity(tag, file: file))
      default:
        let kind = UInt8(truncatingIfNeeded: random.next()) | 4
        let bytes = (0..<random.number(below: 20)).map { _ in UInt8(random.number(below: 256)) }
        state.set(.later(kind: kind, bytes), at: .later(tag, kind: kind, file: file))
      }
    }
    return state
  }
}

extension ChoiceRecord {
  fileprivate static func random(from random: inout RandomSource) -> ChoiceRecord {
    let count = random.flag() ? random.number(below: 4) : random.number(below: 65)
    var chosen: [UInt16] = []
    while chosen.count < count {
      let tag = random.tag()
      if !chosen.contains(tag) { chosen.append(tag) }
    }
    let tries = random.flag() ? random.number(below: 5) : random.number(below: 256)
    return ChoiceRecord(tries: UInt8(tries), hintUsed: random.flag(), chosen: chosen)
  }
}

extension WalkRecord {
  fileprivate static func random(from random: inout RandomSource) -> WalkRecord {
    let count = random.flag() ? random.number(below: 6) : random.number(below: 256)
    let largest = 1 + random.number(below: 64)
    let answers = (0..<count).map { _ in UInt8(random.number(below: largest)) }
    return WalkRecord(
      reachedEnd: random.flag(), start: random.flag() ? random.tag() : nil, answers: answers,
      check: count == 0 ? 0 : random.tag())
  }
}

extension [UInt8] {
  /// Does one thing that happens to bytes on their way: a bit turned, a byte replaced, put in or
  /// lost, two swapped, some repeated, the end cut off.
  mutating func damage(_ random: inout RandomSource) {
    guard !isEmpty else { return append(UInt8(random.number(below: 256))) }
    let index = random.number(below: count)
    switch random.number(below: 7) {
    case 0: self[index] ^= 1 << UInt8(random.number(below: 8))
    case 1: self[index] = UInt8(random.number(below: 256))
    case 2: insert(UInt8(random.number(below: 256)), at: index)
    case 3: remove(at: index)
    case 4: swapAt(index, random.number(below: count))
    case 5: insert(contentsOf: self[index..<Swift.min(count, index + 6)], at: index)
    default: removeLast(Swift.min(count, random.number(below: 4)))
    }
  }

  /// Puts the right checksum at the end, so that damaged bytes are read on.
  mutating func seal() {
    guard count > 4 else { return }
    let end = count - 4
    let checksum = Checksum.crc32(self, in: 0..<end)
    for index in 0..<4 {
      self[end + index] = UInt8(truncatingIfNeeded: checksum >> UInt32(8 * index))
    }
  }
}
