/// What is wrong with a profile that could be read.
public enum ProfileProblemKind: UInt8, Choice {
  case emptyID, versionBelowOne, noLanguage, negative, zero, impossibleAge, reversedBand
  case overlappingBands, gapBetweenBands, missingRow, doubledRow, noRole, emptySet, tooLarge
  case wrongLevel

  /// How many kinds there are.
  public static var count: Int { 15 }

  /// The id of the kind.
  public var word: StaticString {
    switch self {
    case .emptyID: "empty-id"
    case .versionBelowOne: "version-below-one"
    case .noLanguage: "no-language"
    case .negative: "negative"
    case .zero: "zero"
    case .impossibleAge: "impossible-age"
    case .reversedBand: "reversed-band"
    case .overlappingBands: "overlapping-bands"
    case .gapBetweenBands: "gap-between-bands"
    case .missingRow: "missing-row"
    case .doubledRow: "doubled-row"
    case .noRole: "no-role"
    case .emptySet: "empty-set"
    case .tooLarge: "too-large"
    case .wrongLevel: "wrong-level"
    }
  }
}

/// One problem of a profile.
public struct ProfileProblem: Equatable, Sendable {
  /// What is wrong.
  public let kind: ProfileProblemKind
  /// The key of the profile it is in, as in the file.
  public let key: UTF8Text
  /// The row of the list, from 0; nil when it is not about one row.
  public let row: Int32?
  /// The word of the choice it is about, such as a missing risk level; empty when there is none.
  public let about: UTF8Text
}

extension AgencyProfile {
  /// Everything wrong with the profile, in the order of its keys.
  ///
  /// Empty means it can be used.
  public var problems: [ProfileProblem] {
    var check = ProfileCheck()
    check.require(!id.isEmpty, .emptyID, "id")
    check.require(version >= 1, .versionBelowOne, "version")
    check.require(!languages.isEmpty, .noLanguage, "languages")
    check.age(adultAge, "adult-age")
    check.age(olderPersonAge, "older-person-age")
    check.bands(consentBands.map { ($0.from, $0.to) }, "consent-bands", closed: true)
    check.bands(ageBands.map { ($0.from, $0.to) }, "age-bands", closed: true)
    checkTimers(&check)
    checkNumbers(&check)
    checkRoles(&check)
    return check.problems
  }

  private func checkTimers(_ check: inout ProfileCheck) {
    for (row, timer) in riskTimers.enumerated() {
      check.positive(timer.contactWithin, "risk-timers", row: row)
      check.positive(timer.reviewEvery, "risk-timers", row: row)
    }
    check.rows(riskTimers.map { $0.level.number }, .list(RiskLevel.self), "risk-timers", all: true)
    for (row, timer) in referralTimers.enumerated() {
      check.positive(timer.answerWithin, "referral-timers", row: row)
    }
    check.rows(
      referralTimers.map { $0.urgency.number }, .list(Urgency.self), "referral-timers", all: true)
    for (row, window) in clinicalWindows.enumerated() {
      check.positive(window.hours, "clinical-windows", row: row)
    }
    check.rows(
      clinicalWindows.map { $0.measure.number }, .list(ClinicalMeasure.self), "clinical-windows",
      all: false)
    for (row, report) in mandatoryReports.enumerated() {
      check.positive(report.within, "mandatory-reports", row: row)
      check.channel(report.trigger, report.level, "mandatory-reports", row: row)
    }
    check.rows(
      mandatoryReports.map { $0.trigger.number }, .list(EscalationTrigger.self),
      "mandatory-reports", all: false)
    for (row, rule) in escalations.enumerated() {
      check.positive(rule.within, "escalations", row: row)
      check.channel(rule.trigger, rule.level, "escalations", row: row)
    }
    check.rows(
      escalations.map { $0.trigger.number }, .list(EscalationTrigger.self), "escalations", all: true
    )
    for (row, rule) in reports.enumerated() {
      check.positive(rule.dueWithin, "reports", row: row)
    }
    check.rows(reports.map { $0.kind.number }, .list(ReportKind.self), "reports", all: true)
    for (row, rule) in retention.enumerated() {
      check.positive(rule.days, "retention", row: row)
    }
    check.rows(
      retention.map { $0.sensitivity.number }, .list(Sensitivity.self), "retention", all: true)
  }

  private func checkNumbers(_ check: inout ProfileCheck) {
    check.positive(seaWindow, "sea-window")
    check.positive(embarkationWindow, "embarkation-window")
    check.positive(voluntarinessWindow, "voluntariness-window")
    check.positive(diligenceValidity, "diligence-validity")
    check.positive(phoneAttempts, "phone-attempts")
    check.positive(groupSmallest, "group-smallest")
    check.positive(groupLargest, "group-largest")
    check.require(groupSmallest <= groupLargest, .reversedBand, "group-largest")
    check.positive(groupStaff, "group-staff")
    check.positive(contactTries, "contact-tries")
    check.positive(caseloadLimit, "caseload-limit")
    check.positive(smallestCell, "smallest-cell")
    check.positive(providerCheckDays, "provider-check-days")
  }

  private func checkRoles(_ check: inout ProfileCheck) {
    for (row, rule) in approvals.enumerated() {
      check.require(!rule.roles.isEmpty, .noRole, "approvals", row: row)
    }
    check.rows(
      approvals.map { $0.subject.number }, .list(ApprovalSubject.self), "approvals", all: true)
    check.rows(
      fieldAccess.map { $0.field.number }, .list(DataField.self), "field-access", all: true)
    for (row, rule) in fieldAccess.enumerated() {
      check.require(!rule.roles.isEmpty, .noRole, "field-access", row: row)
    }
    check.rows(
      sensitivities.map { $0.topic.number }, .list(ScreeningTopic.self), "sensitivities", all: true)
    check.rows(
      minimumData.map { $0.service.number }, .list(ReferralType.self), "minimum-data", all: false)
    check.require(!homeVisitAuthorizers.isEmpty, .noRole, "home-visit-authorizers")
    check.require(!gbvRecorders.isEmpty, .noRole, "gbv-recorders")
    check.require(!mandatoryScreenings.isEmpty, .emptySet, "mandatory-screenings")
    check.require(!diligenceChecks.isEmpty, .emptySet, "diligence-checks")
    check.require(!closureReasons.isEmpty, .emptySet, "closure-reasons")
  }
}

/// Collects problems in the order they are looked for.
private struct ProfileCheck {
  var problems: [ProfileProblem] = []

  mutating func require(
    _ condition: Bool, _ kind: ProfileProblemKind, _ key: StaticString, row: Int? = nil,
    about: StaticString = ""
  ) {
    guard !condition else { return }
    problems.append(
      ProfileProblem(
        kind: kind, key: UTF8Text(word: key), row: row.map { Int32(truncatingIfNeeded: $0) },
        about: UTF8Text(word: about)))
  }

  /// Windows and counts are above nought and below ten years of minutes.
  mutating func positive(_ number: Int32, _ key: StaticString, row: Int? = nil) {
    require(number >= 0, .negative, key, row: row)
    require(number != 0, .zero, key, row: row)
    require(number <= 5_256_000, .tooLarge, key, row: row)
  }

  /// SEA goes to its own channel, and nothing else does: a rule that says otherwise could not be
  /// met.
  mutating func channel(
    _ trigger: EscalationTrigger, _ level: EscalationLevel, _ key: StaticString, row: Int
  ) {
    let fits = (trigger == .seaByAidWorker) == (level == .seaChannel)
    require(fits, .wrongLevel, key, row: row, about: trigger.word)
  }

  mutating func age(_ age: Int32, _ key: StaticString) {
    require((0...125).contains(age), .impossibleAge, key)
  }

  /// Bands cover 0 to 125 in order, without gap or overlap.
  mutating func bands(_ bands: [(from: Int32, to: Int32)], _ key: StaticString, closed: Bool) {
    require(!bands.isEmpty, .emptySet, key)
    var next: Int32 = 0
    for (row, band) in bands.enumerated() {
      require(
        (0...125).contains(band.from) && (0...125).contains(band.to), .impossibleAge, key,
        row: row)
      require(band.from <= band.to, .reversedBand, key, row: row)
      require(band.from >= next, .overlappingBands, key, row: row)
      require(band.from <= next, .gapBetweenBands, key, row: row)
      next = min(max(band.to, 0), 125) + 1
    }
    require(bands.isEmpty || next == 126, .gapBetweenBands, key)
  }

  /// Each choice has at most one row, or exactly one.
  mutating func rows(
    _ numbers: [Int64], _ list: WordList, _ key: StaticString, all: Bool
  ) {
    var seen = [Bool](repeating: false, count: list.count)
    for (row, number) in numbers.enumerated() {
      guard let place = Int(exactly: number), seen.indices.contains(place) else { continue }
      require(!seen[place], .doubledRow, key, row: row, about: list.word(number))
      seen[place] = true
    }
    guard all else { return }
    for place in seen.indices where !seen[place] {
      require(false, .missingRow, key, about: list.word(Int64(place)))
    }
  }
}

/// A closed list, seen without its type, so that one function checks the rows of all of them.
private struct WordList {
  let count: Int
  let word: (Int64) -> StaticString

  static func list<C: Choice>(_ list: C.Type) -> WordList {
    WordList(count: C.count, word: { C.word(of: $0) ?? "" })
  }
}
