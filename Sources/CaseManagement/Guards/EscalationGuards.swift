extension CaseState {
  /// What the case has shown so far that must be passed on.
  public var shownTriggers: ChoiceSet<EscalationTrigger> {
    var triggers = ChoiceSet<EscalationTrigger>()
    for need in urgency.raised.elements { triggers.insert(need.trigger) }
    if isChildAlone { triggers.insert(.childAlone) }
    let sea = assessment.result(of: .sea)
    if sea == .possible || sea == .confirmed { triggers.insert(.seaByAidWorker) }
    if hasOpenProtectionClaim { triggers.insert(.refoulementConcern) }
    if journey.voluntariness?.free == .no { triggers.insert(.coercionIntoReturn) }
    return triggers
  }

  /// Triggers that showed and were not passed on as far as the profile asks.
  public var unreportedTriggers: [EscalationTrigger] {
    var open: [EscalationTrigger] = []
    for trigger in shownTriggers.elements where !isPassedOn(trigger, to: level(for: trigger)) {
      open.append(trigger)
    }
    return open
  }

  /// Mandatory reports of the profile that are due and were not made.
  ///
  /// They are owed whatever the person wishes, so the person hears of them before speaking.
  public var missingReports: [MandatoryReport] {
    let shown = shownTriggers
    var open: [MandatoryReport] = []
    for report in profile.mandatoryReports where shown.contains(report.trigger) {
      if !isPassedOn(report.trigger, to: report.level) { open.append(report) }
    }
    return open
  }

  /// The level a trigger must reach by the profile.
  func level(for trigger: EscalationTrigger) -> EscalationLevel {
    if let rule = profile.escalation(for: trigger) { return rule.level }
    return trigger == .seaByAidWorker ? .seaChannel : .supervisor
  }

  /// Whether a trigger was passed on to a level or to one above it in the chain.
  ///
  /// The SEA channel stands apart: nothing of the chain replaces it, and it replaces nothing.
  func isPassedOn(_ trigger: EscalationTrigger, to level: EscalationLevel) -> Bool {
    for reached in safeguards.levels[Int(trigger.rawValue)].elements where reached.covers(level) {
      return true
    }
    return false
  }

  /// Names every escalation and mandatory report that is still owed.
  func escalationGaps(severity: Severity? = nil, into list: inout FailureList) {
    let reports = missingReports
    for trigger in unreportedTriggers where !reports.contains(where: { $0.trigger == trigger }) {
      list.add(
        GuardFailure(
          .escalationMissing, severity: severity,
          [FailureParameter(.trigger, trigger), FailureParameter(.level, level(for: trigger))]))
    }
    reportGaps(severity: severity, into: &list)
  }

  /// Names every mandatory report that is still owed.
  func reportGaps(severity: Severity? = nil, into list: inout FailureList) {
    for report in missingReports {
      list.add(
        GuardFailure(
          .mandatoryReportMissing, severity: severity,
          [FailureParameter(.trigger, report.trigger), FailureParameter(.level, report.level)]))
    }
  }

  /// SEA goes to its own channel and to nobody else. Other triggers may go to any level; that they
  /// must go higher still is advice, because telling somebody is never wrong.
  func escalationFailures(_ escalation: Escalation, into list: inout FailureList) {
    let needed = level(for: escalation.trigger)
    if escalation.trigger == .seaByAidWorker {
      list.require(escalation.level == .seaChannel, .seaOwnChannel)
    } else if !escalation.level.covers(needed), !isPassedOn(escalation.trigger, to: needed) {
      list.add(
        GuardFailure(
          .escalationMissing, severity: .advice,
          [FailureParameter(.trigger, escalation.trigger), FailureParameter(.level, needed)]))
    }
  }
}

extension EscalationLevel {
  /// Whether telling this level is enough where another must hear of it.
  public func covers(_ needed: EscalationLevel) -> Bool {
    if self == .seaChannel || needed == .seaChannel { return self == needed }
    return rawValue >= needed.rawValue
  }
}

extension UrgentNeed {
  /// What must be escalated when the need is raised.
  public var trigger: EscalationTrigger {
    switch self {
    case .danger: .imminentDanger
    case .medicalEmergency: .medicalEmergency
    case .suicideRisk: .suicideRisk
    case .recentViolence: .recentSexualViolence
    case .childAlone: .childAlone
    case .foodWaterShelter: .imminentDanger
    }
  }
}
