/// How far an indicator got, or why that can't be said.
public enum IndicatorProgress: Equatable, Sendable {
  /// Thousandths of the way from baseline to target: 500 is half way, more than 1000 beyond it.
  case thousandths(Int64)
  /// Baseline and target are equal, or lie the wrong way round: no progress can be counted.
  case noSpan
  /// Nothing was measured yet.
  case notMeasured
}

extension Indicator {
  /// Progress by the latest measurement.
  ///
  /// Formula: (actual - baseline) / (target - baseline).
  public var progress: IndicatorProgress {
    let span = Int64(target.thousandths) - Int64(baseline.thousandths)
    guard span != 0, (span > 0) == (direction == .increase) else { return .noSpan }
    guard let latest = actual.last else { return .notMeasured }
    let way = Int64(latest.thousandths) - Int64(baseline.thousandths)
    return .thousandths(way &* 1000 / span)
  }

  /// A span to cover, and measurements in the order of time.
  public func failures() -> [GuardFailure] {
    var list = FailureList()
    list.require(progress != .noSpan, .indicatorSpanEmpty)
    list.require(baseline.on <= target.on, .valueImpossible, .day, target.on)
    var before = baseline.on
    for measurement in actual {
      list.require(measurement.on >= before, .valueImpossible, .day, measurement.on)
      before = measurement.on
    }
    return list.failures
  }
}

extension MonitoringReport {
  /// The report of a period: counts by risk, small ones left out, trends as given.
  ///
  /// - Parameters:
  ///   - kind: Which report.
  ///   - from: Start of the period.
  ///   - to: End of the period.
  ///   - area: Place code.
  ///   - incidents: Incidents; those outside the period are not counted.
  ///   - displacements: Displacements; those outside the period are not counted.
  ///   - trends: Trends to show.
  ///   - profile: The profile, for the smallest cell.
  public init(
    _ kind: ReportKind, from: Day, to: Day, area: UTF8Text, incidents: [ProtectionIncident],
    displacements: [DisplacementEvent] = [], trends: [Trend] = [], profile: AgencyProfile
  ) {
    self.init()
    self.kind = kind
    self.from = from
    self.to = to
    self.area = area
    self.trends = trends
    for risk in ChoiceSet<ProtectionRisk>.all.elements {
      var count: Int32 = 0
      for incident in incidents where incident.risk == risk && incident.risk != .gbv {
        if incident.from <= to && incident.to >= from { count += 1 }
      }
      guard count > 0 else { continue }
      self.incidents.append(
        RiskCount(risk: risk, count: count < profile.smallestCell ? nil : count))
    }
    var people: Int64 = 0
    for event in displacements where event.on >= from && event.on <= to {
      people += Int64(max(0, event.individuals))
    }
    displacedPeople =
      people < Int64(profile.smallestCell) ? nil : Int32(clamping: people)
  }

  /// When the report is due, by the calendar of the profile; nil when it has no such rule.
  public func due(profile: AgencyProfile) -> Moment? {
    for rule in profile.reports where rule.kind == kind {
      return to.end.adding(minutes: Int64(rule.dueWithin))
    }
    return nil
  }
}

extension MonitoringReferral {
  /// The intake a referral from monitoring makes, or why it can't be passed on.
  ///
  /// Only the channel crosses over; what the person told stays with the person.
  public func intake() -> (events: [CaseEvent], failures: [GuardFailure]) {
    var list = FailureList()
    list.require(consent, .referralNeedsConsent)
    list.require(safety != .unsafe, .contactNotSafe)
    guard list.failures.isEmpty else { return ([], list.failures) }
    let intake = Intake(
      entryPoint: .protectionMonitoring, urgency: urgent ? .urgent : .routine,
      migrantAgrees: .known(true))
    let contact = ContactRoute(method: route, safety: safety)
    return ([.received(intake), .contactRouteRecorded(contact)], [])
  }
}
