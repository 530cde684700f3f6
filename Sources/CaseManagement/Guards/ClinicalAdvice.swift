/// A health measure and until when it works best.
public struct OpenWindow: Equatable, Sendable {
  /// The measure.
  public let measure: ClinicalMeasure
  /// The end of the profile's window.
  public let until: Moment
}

extension CaseState {
  /// The profile's clinical windows after recent violence, counted from when it happened, or from
  /// when it was told where the person did not say; empty when no such need was raised.
  public var clinicalWindows: [OpenWindow] {
    guard urgency.raised.contains(.recentViolence) else { return [] }
    let told = urgency.firstSigns[Int(EscalationTrigger.recentSexualViolence.rawValue)]
    guard let start = urgency.violenceAt ?? told else { return [] }
    var windows: [OpenWindow] = []
    for window in profile.clinicalWindows {
      windows.append(
        OpenWindow(
          measure: window.measure, until: start.adding(minutes: Int64(window.hours) &* 60)))
    }
    return windows
  }

  /// Says with a medical referral which measures can still be in time, and that late is still worth
  /// it.
  ///
  /// Advice, never more: health staff decide, and a closed window is no reason not to refer.
  func clinicalAdvice(at moment: Moment, into list: inout FailureList) {
    for window in clinicalWindows {
      let rule: Rule = moment <= window.until ? .clinicalWindow : .clinicalWindowPassed
      list.add(
        GuardFailure(
          rule, severity: .advice,
          [
            FailureParameter(.measure, window.measure), FailureParameter(.moment, window.until),
          ]))
    }
  }
}
