/// A point in time, in whole minutes since 1970-01-01 00:00, without a time zone.
///
/// Minutes are multiplied with `&*`: the numbers are bounded, and a checked 64-bit product would
/// need a 128-bit helper that WebAssembly builds lack. The library never asks the system for the time: every moment comes from a ``CaseClock``.
public struct Moment: FieldValue, Comparable {
  /// Minutes since 1970-01-01 00:00.
  ///
  /// A fixed 64-bit width: `Int` has 32 bits in WebAssembly.
  public let minutes: Int64

  /// The moment at this many minutes; moments outside 1900 to 2200 are clamped.
  public init(minutes: Int64) {
    self.minutes = min(max(minutes, Moment.range.lowerBound), Moment.range.upperBound)
  }

  /// The moment on a day at an hour (0-23) and minute (0-59).
  public init(_ day: Day, hour: Int64 = 0, minute: Int64 = 0) {
    self.init(
      minutes: Int64(day.days) &* 1440 + min(max(hour, 0), 23) &* 60 + min(max(minute, 0), 59))
  }

  /// A moment.
  public static var shape: FieldShape { .moment }
  /// From the start of 1900 to the end of 2200.
  public static var range: ClosedRange<Int64> {
    (Day.range.lowerBound &* 1440)...(Day.range.upperBound &* 1440 + 1439)
  }
  /// Minutes since 1970.
  public var number: Int64 { minutes }
  /// Nil outside 1900 to 2200.
  public init?(number: Int64) {
    guard Moment.range.contains(number) else { return nil }
    minutes = number
  }

  /// The day of this moment.
  public var day: Day {
    let days = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
    return Day(days: Int32(truncatingIfNeeded: days))
  }

  /// The minute of the day, 0 to 1439.
  public var minuteOfDay: Int64 { minutes - Int64(day.days) &* 1440 }

  /// The moment some minutes later, clamped to 1900-2200.
  public func adding(minutes more: Int64) -> Moment {
    let sum = minutes.addingReportingOverflow(more)
    return Moment(minutes: sum.overflow ? (more > 0 ? Int64.max : Int64.min) : sum.partialValue)
  }

  /// Whether the left moment comes first.
  public static func < (left: Moment, right: Moment) -> Bool { left.minutes < right.minutes }
}

/// A calendar day, counted from 1970-01-01.
public struct Day: FieldValue, Comparable {
  /// Days since 1970-01-01.
  public let days: Int32

  /// The day at this distance from 1970-01-01, clamped to 1900-2200.
  public init(days: Int32) {
    self.days = min(
      max(days, Int32(truncatingIfNeeded: Day.range.lowerBound)),
      Int32(truncatingIfNeeded: Day.range.upperBound))
  }

  /// The day of a date of the Gregorian calendar, or nil when there is no such date.
  ///
  /// Formula: days from civil, Howard Hinnant, "chrono-compatible low-level date algorithms".
  public init?(year: Int32, month: Int32, day: Int32) {
    guard (1900...2200).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Day.length(ofMonth: month, year: year) else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = era * 146_097 + dayOfEra - 719_468
  }

  /// Days of a month (1-12) of a year.
  public static func length(ofMonth month: Int32, year: Int32) -> Int32 {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  /// Year, month (1-12) and day (1-31).
  public var civil: (year: Int32, month: Int32, day: Int32) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// A day.
  public static var shape: FieldShape { .day }
  /// 1900-01-01 to 2200-12-31.
  public static var range: ClosedRange<Int64> { -25_567...84_370 }
  /// Days since 1970-01-01.
  public var number: Int64 { Int64(days) }
  /// Nil outside 1900 to 2200.
  public init?(number: Int64) {
    guard Day.range.contains(number) else { return nil }
    days = Int32(truncatingIfNeeded: number)
  }

  /// The day some days later, clamped to 1900-2200.
  public func adding(days more: Int32) -> Day {
    let sum = Int64(days) + Int64(more)
    return Day(
      days: Int32(truncatingIfNeeded: min(max(sum, Day.range.lowerBound), Day.range.upperBound)))
  }

  /// The last minute of this day: what is valid until a day is valid until then.
  public var end: Moment { Moment(self, hour: 23, minute: 59) }

  /// Whether the left day comes first.
  public static func < (left: Day, right: Day) -> Bool { left.days < right.days }
}

/// Gives the time to a case desk.
///
/// Tests and scenarios inject a clock they move by hand.
public protocol CaseClock {
  /// The moment it is now.
  func now() -> Moment
}

/// A clock that stands still until it is moved.
public struct ManualClock: CaseClock, Sendable {
  private var moment: Moment

  /// A clock showing this moment.
  public init(_ moment: Moment) { self.moment = moment }
  /// The moment shown.
  public func now() -> Moment { moment }
  /// Moves the clock on, or back when the number is negative.
  public mutating func advance(minutes: Int64) { moment = moment.adding(minutes: minutes) }
  /// Moves the clock on by whole days.
  public mutating func advance(days: Int64) {
    moment = moment.adding(minutes: min(max(days, -200_000), 200_000) &* 1440)
  }
}
