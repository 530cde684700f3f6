#if canImport(CaseManagement)
public import CaseManagement
#endif

/// Makes records up: mostly plausible, sometimes absurd.
public struct RandomArchive: FieldArchive {
  /// The dice.
  public var dice: Dice
  /// The moment around which days and moments fall.
  public let around: Moment

  /// An archive that makes records up.
  public init(dice: Dice, around: Moment) {
    self.dice = dice
    self.around = around
  }

  private mutating func number<V: FieldValue>(_ type: V.Type) -> Int64 {
    switch V.shape {
    case .flag: return dice.below(2)
    case .choice: return dice.below(V.range.upperBound + 1)
    case .identifier: return dice.chance(97) ? dice.below(4) : V.range.upperBound
    case .number:
      if dice.chance(95) { return dice.below(40) }
      return dice.chance(50) ? V.range.lowerBound : V.range.upperBound
    case .day:
      if dice.chance(3) { return V.range.lowerBound }
      return around.day.number + dice.below(120) - 30
    case .moment:
      if dice.chance(3) { return V.range.upperBound }
      return around.number + dice.below(40_000) - 5_000
    }
  }

  /// A single value.
  public mutating func value<V: FieldValue>(_ name: StaticString, _ value: inout V) throws(Never) {
    if let made = V(number: number(V.self)) { value = made }
  }

  /// A value that may be absent.
  public mutating func optional<V: FieldValue>(
    _ name: StaticString, _ value: inout V?
  ) throws(Never) {
    value = dice.chance(60) ? V(number: number(V.self)) : nil
  }

  /// A list of values.
  public mutating func values<V: FieldValue>(
    _ name: StaticString, _ values: inout [V]
  ) throws(Never) {
    values = []
    for _ in 0..<dice.below(4) {
      if let made = V(number: number(V.self)) { values.append(made) }
    }
  }

  /// Text.
  public mutating func text(_ name: StaticString, _ text: inout UTF8Text) throws(Never) {
    switch dice.below(6) {
    case 0: text = ""
    case 1: text = "call 0612 345 678"
    case 2: text = "She was raped"
    case 3: text = UTF8Text(bytes: [0xff, 0xfe, 0x00, 0xd9])
    default: text = "calm, wants shelter"
    }
  }

  /// A record inside the record.
  public mutating func record<R: Archivable>(
    _ name: StaticString, _ record: inout R
  ) throws(Never) { record.visitFields(&self) }

  /// A record that may be absent.
  public mutating func optionalRecord<R: Archivable>(
    _ name: StaticString, _ record: inout R?
  ) throws(Never) {
    guard dice.chance(50) else {
      record = nil
      return
    }
    var made = R()
    made.visitFields(&self)
    record = made
  }

  /// A list of records.
  public mutating func records<R: Archivable>(
    _ name: StaticString, _ records: inout [R]
  ) throws(Never) {
    records = []
    for _ in 0..<dice.below(3) {
      var made = R()
      made.visitFields(&self)
      records.append(made)
    }
  }
}
