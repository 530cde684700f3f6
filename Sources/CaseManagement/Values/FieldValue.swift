/// How one small value is written in files, forms and codecs.
public enum FieldShape: Equatable, Sendable {
  /// Yes or no.
  case flag
  /// A whole number.
  case number
  /// A day, written `2026-03-09`.
  case day
  /// A moment, written `2026-03-09T19:10`.
  case moment
  /// A number that names a record.
  case identifier
  /// One word of a closed list.
  case choice
}

/// A value that fits in one number: a flag, a count, a day, a moment, a record number, a choice.
public protocol FieldValue: Equatable, Sendable {
  /// How the value is written.
  static var shape: FieldShape { get }
  /// The smallest and largest number a value may have.
  static var range: ClosedRange<Int64> { get }
  /// The value as a number.
  var number: Int64 { get }
  /// The value of a number, or nil when no value has it.
  init?(number: Int64)
  /// The word of a choice, nil for every other shape.
  static func word(of number: Int64) -> StaticString?
}

extension FieldValue {
  /// Nil: only choices have words.
  public static func word(of number: Int64) -> StaticString? { nil }
}

extension Bool: FieldValue {
  /// A flag.
  public static var shape: FieldShape { .flag }
  /// 0 is no, 1 is yes.
  public static var range: ClosedRange<Int64> { 0...1 }
  /// 1 for yes, 0 for no.
  public var number: Int64 { self ? 1 : 0 }
  /// Yes for 1, no for 0, nil for everything else.
  public init?(number: Int64) {
    guard number == 0 || number == 1 else { return nil }
    self = number == 1
  }
}

extension Int32: FieldValue {
  /// A whole number.
  public static var shape: FieldShape { .number }
  /// Every 32-bit number.
  public static var range: ClosedRange<Int64> { Int64(Int32.min)...Int64(Int32.max) }
  /// The number itself.
  public var number: Int64 { Int64(self) }
  /// Nil when the number needs more than 32 bits.
  public init?(number: Int64) { self.init(exactly: number) }
}

/// One word of a closed list of the field: an entry point, a document kind, a stage.
///
/// The words are stable: files, forms and scenario commands use them.
public protocol Choice: FieldValue, CaseIterable, RawRepresentable where RawValue == UInt8 {
  /// The word, lower case with hyphens.
  var word: StaticString { get }
  /// How many choices the list has, at most 64. Choices are numbered from 0 without gaps.
  static var count: Int { get }
}

extension Choice {
  /// A choice.
  public static var shape: FieldShape { .choice }
  /// From 0 to the last choice.
  public static var range: ClosedRange<Int64> { 0...Int64(count - 1) }
  /// The place in the list.
  public var number: Int64 { Int64(rawValue) }
  /// Nil when the list has no such place.
  public init?(number: Int64) {
    guard number >= 0, number < Int64(Self.count) else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: number))
  }
  /// The word at a place of the list.
  @inline(never)
  public static func word(of number: Int64) -> StaticString? { Self(number: number)?.word }
  /// The choice with this word, or nil.
  public init?(word: UTF8Text) {
    for number in 0..<Self.count {
      if let choice = Self(number: Int64(number)), word.matches(choice.word) {
        self = choice
        return
      }
    }
    return nil
  }
}

/// A set of choices of one list.
public struct ChoiceSet<Element: Choice>: Equatable, Sendable, ExpressibleByArrayLiteral {
  /// One bit per choice, the first choice in the lowest bit.
  public private(set) var bits: UInt64

  /// The empty set.
  public init() { bits = 0 }

  /// The set of the choices given.
  public init(arrayLiteral elements: Element...) {
    bits = 0
    for element in elements { insert(element) }
  }

  /// The set of the choices given.
  public init(_ elements: [Element]) {
    bits = 0
    for element in elements { insert(element) }
  }

  /// Every choice of the list.
  public static var all: ChoiceSet {
    var set = ChoiceSet()
    for number in 0..<Element.count {
      if let element = Element(number: Int64(number)) { set.insert(element) }
    }
    return set
  }

  /// Whether the set has no member.
  public var isEmpty: Bool { bits == 0 }
  /// How many members the set has.
  public var count: Int { bits.nonzeroBitCount }
  /// Whether the choice is a member.
  public func contains(_ element: Element) -> Bool { bits & (1 << UInt64(element.rawValue)) != 0 }
  /// Adds a choice.
  public mutating func insert(_ element: Element) { bits |= 1 << UInt64(element.rawValue) }
  /// Takes a choice out.
  public mutating func remove(_ element: Element) { bits &= ~(1 << UInt64(element.rawValue)) }
  /// The members of this set that `other` lacks.
  public func subtracting(_ other: ChoiceSet) -> ChoiceSet {
    var result = self
    result.bits &= ~other.bits
    return result
  }
  /// The members both sets have.
  public func intersection(_ other: ChoiceSet) -> ChoiceSet {
    var result = self
    result.bits &= other.bits
    return result
  }
  /// The members in the order of the list.
  public var elements: [Element] {
    var result: [Element] = []
    for number in 0..<Element.count {
      if let element = Element(number: Int64(number)), contains(element) { result.append(element) }
    }
    return result
  }
}
