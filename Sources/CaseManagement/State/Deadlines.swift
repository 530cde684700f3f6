/// What must be done by a certain moment.
public enum DeadlineKind: UInt8, Choice {
  case firstContact, escalation, seaReport, referralAnswer, riskReview, planReview, clearanceEnds
  case fitnessEnds, documentEnds, bestInterestsReview, deletion, mandatoryReport, clinicalWindow

  /// How many kinds there are.
  public static var count: Int { 13 }

  /// The word of the kind.
  public var word: StaticString {
    switch self {
    case .firstContact: "first-contact"
    case .escalation: "escalation"
    case .seaReport: "sea-report"
    case .referralAnswer: "referral-answer"
    case .riskReview: "risk-review"
    case .planReview: "plan-review"
    case .clearanceEnds: "clearance-ends"
    case .fitnessEnds: "fitness-ends"
    case .documentEnds: "document-ends"
    case .bestInterestsReview: "best-interests-review"
    case .deletion: "deletion"
    case .mandatoryReport: "mandatory-report"
    case .clinicalWindow: "clinical-window"
    }
  }
}

/// A deadline of a case.
public struct Deadline: Equatable, Sendable {
  /// What is due.
  public let kind: DeadlineKind
  /// When.
  public let due: Moment
  /// What it is about: a referral number, an escalation trigger, a document; nil when clear.
  public let about: FailureParameter?

  /// Whether it has passed.
  public func isOverdue(at moment: Moment) -> Bool { moment > due }
}

extension CaseState {
  /// Every open deadline, the earliest first: a caseworker's list for the day.
  ///
  /// The windows are the profile's; none is a cited standard.
  public var deadlines: [Deadline] {
    guard stage != .notOpen else { return [] }
    var list: [Deadline] = []
    if let day = safeguards.closure?.deleteOn {
      list.append(Deadline(kind: .deletion, due: day.end, about: nil))
    }
    if stage.isOpen {
      contactDeadlines(&list)
      reviewDeadlines(&list)
      endings(&list)
    }
    referralDeadlines(&list)
    escalationDeadlines(&list)
    clinicalDeadlines(&list)
    return list.enumerated().sorted { left, right in
      left.element.due != right.element.due
        ? left.element.due < right.element.due : left.offset < right.offset
    }.map { $0.element }
  }

  private func contactDeadlines(_ list: inout [Deadline]) {
    guard contacts.triage == nil, let timer = profile.timer(for: assessment.risk?.level ?? .high)
    else { return }
    let due = openedAt.adding(minutes: Int64(timer.contactWithin))
    list.append(Deadline(kind: .firstContact, due: due, about: nil))
  }

  private func reviewDeadlines(_ list: inout [Deadline]) {
    if let risk = assessment.risk, let timer = profile.timer(for: risk.level) {
      let latest = assessment.riskRatedAt.day.adding(days: timer.reviewEvery)
      let due = risk.reviewOn.map { min($0, latest) } ?? latest
      list.append(Deadline(kind: .riskReview, due: due.end, about: nil))
    }
    if let day = assessment.plan?.reviewOn {
      list.append(Deadline(kind: .planReview, due: day.end, about: nil))
    }
    if let day = family.bestInterests?.reviewOn {
      list.append(Deadline(kind: .bestInterestsReview, due: day.end, about: nil))
    }
  }

  private func endings(_ list: inout [Deadline]) {
    if let health = journey.health {
      list.append(Deadline(kind: .fitnessEnds, due: health.validUntil, about: nil))
    }
    for answer in journey.answers {
      guard let answer, let day = answer.validUntil, answer.response != .refused else { continue }
      list.append(
        Deadline(
          kind: .clearanceEnds, due: day.end, about: FailureParameter(.party, answer.party)))
    }
    for paper in journey.papers {
      guard let paper, let day = paper.validUntil else { continue }
      guard paper.status == .issued || paper.status == .received else { continue }
      list.append(
        Deadline(kind: .documentEnds, due: day.end, about: FailureParameter(.document, paper.kind)))
    }
  }

  private func referralDeadlines(_ list: inout [Deadline]) {
    for referral in services.referrals where referral.status == .inProgress {
      guard !referral.isSettled else { continue }
      list.append(
        Deadline(
          kind: .referralAnswer, due: referral.due,
          about: FailureParameter(.record, referral.request.id)))
    }
  }

  private func escalationDeadlines(_ list: inout [Deadline]) {
    let reports = missingReports
    for trigger in unreportedTriggers {
      let about = FailureParameter(.trigger, trigger)
      var within = profile.escalation(for: trigger)?.within
      var kind = DeadlineKind.escalation
      if trigger == .seaByAidWorker {
        kind = .seaReport
        within = min(profile.seaWindow, within ?? profile.seaWindow)
      }
      for report in reports where report.trigger == trigger {
        within = min(report.within, within ?? report.within)
        if kind == .escalation { kind = .mandatoryReport }
      }
      guard let within else { continue }
      let since = urgency.firstSigns[Int(trigger.rawValue)] ?? openedAt
      list.append(Deadline(kind: kind, due: since.adding(minutes: Int64(within)), about: about))
    }
    for report in reports where !unreportedTriggers.contains(report.trigger) {
      let since = urgency.firstSigns[Int(report.trigger.rawValue)] ?? openedAt
      list.append(
        Deadline(
          kind: .mandatoryReport, due: since.adding(minutes: Int64(report.within)),
          about: FailureParameter(.trigger, report.trigger)))
    }
  }

  /// Windows that are open until a medical referral was sent; it can't be too late to send one.
  private func clinicalDeadlines(_ list: inout [Deadline]) {
    for referral in services.referrals where referral.request.service == .medical { return }
    for window in clinicalWindows where window.until >= lastAt {
      list.append(
        Deadline(
          kind: .clinicalWindow, due: window.until,
          about: FailureParameter(.measure, window.measure)))
    }
  }
}
