/// What is known about a question put to a person.
///
/// Never a bare `Bool?`: "declined" is an answer.
public enum Answer<Value: FieldValue>: Archivable {
  /// The person answered.
  case known(Value)
  /// The person does not know.
  case unknown
  /// The person chose not to answer. Nobody is asked to explain why.
  case declined
  /// Nobody asked yet.
  case notAsked

  /// Not asked yet.
  public init() { self = .notAsked }

  /// The answer, when there is one.
  public var value: Value? {
    switch self {
    case .known(let value): value
    case .unknown, .declined, .notAsked: nil
    }
  }

  /// Which of the four it is.
  public var status: AnswerStatus {
    switch self {
    case .known: .known
    case .unknown: .unknown
    case .declined: .declined
    case .notAsked: .notAsked
    }
  }

  /// Hands status and value to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    var status = status
    var value = value
    try archive.value("status", &status)
    try archive.optional("value", &value)
    switch status {
    case .known:
      if let value { self = .known(value) } else { self = .unknown }
    case .unknown: self = .unknown
    case .declined: self = .declined
    case .notAsked: self = .notAsked
    }
  }
}

/// A date of which the month or the day may be unknown, as birth dates often are.
public struct PartialDate: Archivable {
  /// Year, 1900 to 2200.
  public private(set) var year: Int32
  /// Month 1 to 12, nil when unknown.
  public private(set) var month: Int32?
  /// Day of the month, nil when unknown.
  ///
  /// Never known without its month.
  public private(set) var day: Int32?

  /// The year 1900: an empty value to be filled by an archive.
  public init() { year = 1900 }

  /// Nil when no such date exists, or when a day has no month.
  public init?(year: Int32, month: Int32? = nil, day: Int32? = nil) {
    guard Day(year: year, month: month ?? 1, day: day ?? 1) != nil else { return nil }
    guard day == nil || month != nil else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first and last day the date can mean.
  public var bounds: ClosedRange<Day> {
    let low = Day(year: year, month: month ?? 1, day: day ?? 1) ?? Day(days: 0)
    let lastMonth = month ?? 12
    let lastDay = day ?? Day.length(ofMonth: lastMonth, year: year)
    let high = Day(year: year, month: lastMonth, day: lastDay) ?? low
    return low...max(low, high)
  }

  /// Youngest and oldest age in full years on a day; negative when the date is still to come.
  public func age(on day: Day) -> ClosedRange<Int32> {
    let youngest = PartialDate.years(from: bounds.upperBound, to: day)
    return youngest...max(youngest, PartialDate.years(from: bounds.lowerBound, to: day))
  }

  private static func years(from birth: Day, to day: Day) -> Int32 {
    let start = birth.civil
    let end = day.civil
    let before = end.month < start.month || (end.month == start.month && end.day < start.day)
    return end.year - start.year - (before ? 1 : 0)
  }

  /// Hands year, month and day to the archive; an impossible date falls back to its year.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("year", &year)
    try archive.optional("month", &month)
    try archive.optional("day", &day)
    self =
      PartialDate(year: year, month: month, day: day) ?? PartialDate(year: year) ?? PartialDate()
  }
}

/// A person's age in full years: exact, a range, or unknown.
public enum Age: Archivable {
  /// Known, in full years.
  case exact(Int32)
  /// Between two ages, with the way it was estimated.
  case estimated(from: Int32, to: Int32, method: AgeMethod)
  /// Not known.
  case unknown

  /// Unknown.
  public init() { self = .unknown }

  /// The youngest age the person may have, nil when unknown.
  public var youngest: Int32? {
    switch self {
    case .exact(let years): years
    case .estimated(let from, _, _): from
    case .unknown: nil
    }
  }

  /// The oldest age the person may have, nil when unknown.
  public var oldest: Int32? {
    switch self {
    case .exact(let years): years
    case .estimated(_, let to, _): to
    case .unknown: nil
    }
  }

  /// Whether the person must be treated as a child: when in doubt, as a child.
  ///
  /// - Parameter adultAge: Age of majority in full years.
  /// - Returns: Yes when the youngest possible age is below it, or unknown.
  public func isTreatedAsChild(adultAge: Int32) -> Bool {
    guard let youngest else { return true }
    return youngest < adultAge
  }

  /// Whether the numbers can be a person's age: 0 to 125, the range in order.
  public var isPlausible: Bool {
    switch self {
    case .exact(let years): (0...125).contains(years)
    case .estimated(let from, let to, _): from >= 0 && to <= 125 && from <= to
    case .unknown: true
    }
  }

  /// Hands kind, bounds and method to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    var kind: AgeKind
    var from = youngest ?? 0
    var to = oldest ?? 0
    var method = AgeMethod.observation
    switch self {
    case .exact: kind = .exact
    case .estimated(_, _, let known):
      kind = .estimated
      method = known
    case .unknown: kind = .unknown
    }
    try archive.value("kind", &kind)
    try archive.value("from", &from)
    try archive.value("to", &to)
    try archive.value("method", &method)
    switch kind {
    case .exact: self = .exact(from)
    case .estimated: self = .estimated(from: from, to: to, method: method)
    case .unknown: self = .unknown
    }
  }
}
