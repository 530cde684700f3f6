#if canImport(CaseManagement)
public import CaseManagement
#endif

/// A running digest (FNV-1a, 64 bits) of what happened, to compare native and wasm runs.
public struct Digest: Equatable, Sendable {
  /// The digest so far.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// A digest of nothing.
  public init() {}

  /// Adds a number.
  public mutating func add(_ number: Int64) {
    var rest = UInt64(bitPattern: number)
    for _ in 0..<8 {
      value = (value ^ (rest & 0xff)) &* 0x100_0000_01b3
      rest >>= 8
    }
  }

  /// Adds bytes.
  public mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// Adds failures with their parameters.
  public mutating func add(_ failures: [GuardFailure]) {
    for failure in failures {
      add(Int64(failure.rule.code))
      add(Int64(failure.severity.rawValue))
      for parameter in failure.parameters {
        add(parameter.subject.number)
        add(parameter.number)
      }
    }
  }

  /// Adds a verdict and the state it led to.
  public mutating func add(_ verdict: Verdict, _ state: CaseState) {
    add(verdict.isAccepted ? 1 : 0)
    add(verdict.failures)
    add(state.stage.number)
    add(Int64(state.journey.lapses))
    add(state.eventCount)
  }
}

/// A small random generator (SplitMix64): the same numbers everywhere.
public struct Dice: Sendable {
  private var state: UInt64

  /// Dice with a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `limit`.
  public mutating func below(_ limit: Int64) -> Int64 {
    limit <= 0 ? 0 : Int64(bitPattern: (next() >> 1) % UInt64(limit))
  }

  /// Yes in so many of a hundred throws.
  public mutating func chance(_ percent: Int64) -> Bool { below(100) < percent }
}
