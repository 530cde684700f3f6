// What must be true of monitoring records. Each check returns named failures, as the guards of a
// case do, so learners read the same kind of answer.

extension HouseholdInterview {
  /// Phone first, consent and safety first, and a visit only with leave.
  public func failures(profile: AgencyProfile) -> [GuardFailure] {
    var list = FailureList()
    list.require(consent == .known(true), .monitoringConsentMissing)
    list.require(safeToTalk == .yes, .notSafeToTalk)
    if mode == .visit {
      list.require(
        attempt > profile.phoneAttempts, .homeVisitTooEarly, .tally, profile.phoneAttempts)
      let allowed = authorizedBy.map { profile.homeVisitAuthorizers.contains($0) } ?? false
      list.require(allowed, .homeVisitNotAuthorized)
    }
    list.require(attempt >= 1 && attempt <= 100, .valueImpossible, .tally, attempt)
    for group in household {
      let known = group.band >= 0 && Int(group.band) < profile.ageBands.count
      list.require(known, .valueImpossible, .tally, group.band)
      list.require((0...100).contains(group.count), .valueImpossible, .tally, group.count)
    }
    noteFailures([coping], profile, into: &list)
    return list.failures
  }
}

extension KeyInformantInterview {
  /// Consent, and no names or incident details in what was said.
  public func failures(profile: AgencyProfile) -> [GuardFailure] {
    var list = FailureList()
    list.require(consent == .known(true), .monitoringConsentMissing)
    list.require(!statements.isEmpty, .evidenceMissing)
    for statement in statements { noteFailures([statement.text], profile, into: &list) }
    return list.failures
  }
}

extension FocusGroup {
  /// A group of the right size, with two staff, that never asks for personal incidents.
  public func failures(profile: AgencyProfile) -> [GuardFailure] {
    var list = FailureList()
    let fits = participants >= profile.groupSmallest && participants <= profile.groupLargest
    list.require(fits, .groupSize, .tally, participants)
    list.require(staff >= profile.groupStaff, .groupStaffMissing, .tally, profile.groupStaff)
    list.require(!asksIncidents, .groupAsksIncidents)
    noteFailures([causes, consequences, capacities, proposals], profile, into: &list)
    return list.failures
  }
}

extension ProtectionIncident {
  /// No GBV, no close place for serious incidents, a second source before it is a fact.
  public func failures(profile: AgencyProfile, at moment: Moment) -> [GuardFailure] {
    var list = FailureList()
    list.require(risk != .gbv, .gbvNotForMonitors)
    list.require(from <= to && to <= moment.day, .valueImpossible, .day, from)
    list.require(level != .site, .noteHoldsIdentifier)
    list.require(
      reliability == .severalSources || reliability == .verified, .sourceNotVerified,
      severity: .advice)
    if actor == .aidWorker { list.require(false, .seaOwnChannel, severity: .advice) }
    noteFailures([action], profile, into: &list)
    return list.failures
  }

  /// When the flash report is due, nil when none is.
  public func flashReportDue(profile: AgencyProfile, knownAt moment: Moment) -> Moment? {
    guard serious else { return nil }
    for rule in profile.reports where rule.kind == .flash {
      return moment.adding(minutes: Int64(rule.dueWithin))
    }
    return nil
  }
}

extension DisplacementEvent {
  /// Numbers that can be true, and two places.
  public func failures(at moment: Moment) -> [GuardFailure] {
    var list = FailureList()
    list.require(
      households >= 0 && individuals >= households, .valueImpossible, .tally, individuals)
    list.require(on <= moment.day, .valueImpossible, .day, on)
    list.require(!(origin.isEmpty && destination.isEmpty), .evidenceMissing)
    return list.failures
  }
}

extension Trend {
  /// A trend rests on records of its period.
  public func failures() -> [GuardFailure] {
    var list = FailureList()
    list.require(evidence.count >= 2, .evidenceMissing)
    list.require(from <= to, .valueImpossible, .day, from)
    return list.failures
  }
}

extension ServiceMapEntry {
  /// Ratings need evidence; an old entry is advice to check again.
  public func failures(profile: AgencyProfile, at moment: Moment) -> [GuardFailure] {
    var list = FailureList()
    list.require(quality == .unknown || !evidence.isEmpty, .evidenceMissing)
    let oldest = moment.day.adding(days: -profile.providerCheckDays)
    list.require(verifiedOn.map { $0 >= oldest } ?? false, .serviceEntryStale, severity: .advice)
    return list.failures
  }
}

extension FacilityItem {
  /// Which of the four things of accommodation monitoring the item belongs to.
  public var topic: FacilityTopic {
    switch self {
    case .medicalEmergency: .medicalEmergencies
    case .psychologicalEmergency: .psychologicalEmergencies
    case .complaintsBox, .hotlineNotice, .seaNotices, .staffCodeSigned, .guardsConduct: .pseah
    case .spaceAndPrivacy, .separateLockableToilets, .lighting, .familyUnity, .accessibility,
      .waterFoodHygiene, .womenOnlyArea, .fireExits, .visitorLog, .freedomOfMovement,
      .childSafeArea, .exitPlan:
      .livingConditions
    }
  }
}

extension AccommodationVisit {
  /// Whether a finding is grave and not met.
  public var seriousFindings: [FacilityFinding] {
    findings.filter { $0.score == .notMet && $0.severity == .high }
  }

  /// Topics of accommodation monitoring that nobody looked at.
  public var topicsLeftOut: [FacilityTopic] {
    var seen = ChoiceSet<FacilityTopic>()
    for finding in findings { seen.insert(finding.item.topic) }
    return ChoiceSet<FacilityTopic>.all.subtracting(seen).elements
  }

  /// All four topics, and an owner, a date and an escalation for what is serious.
  public func failures() -> [GuardFailure] {
    var list = FailureList()
    list.require(topicsLeftOut.isEmpty, .evidenceMissing)
    for finding in seriousFindings {
      let owned = finding.owner != nil && finding.due != nil && escalated
      list.require(owned, .seriousFindingNeedsAction)
    }
    for finding in findings where finding.score == .notMet || finding.score == .partly {
      list.require(!finding.evidence.isEmpty, .evidenceMissing)
    }
    return list.failures
  }
}

private func noteFailures(
  _ texts: [UTF8Text], _ profile: AgencyProfile, into list: inout FailureList
) {
  for text in texts {
    for finding in NoteLint.findings(in: text, words: profile.incidentWords) {
      switch finding {
      case .incidentWord: list.require(false, .noteHoldsIncident)
      case .telephoneNumber, .address, .handle: list.require(false, .noteHoldsIdentifier)
      }
    }
  }
}
