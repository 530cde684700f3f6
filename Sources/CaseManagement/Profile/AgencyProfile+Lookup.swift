extension AgencyProfile {
  /// Minutes until a referral of an urgency is overdue; 0 when the profile says nothing.
  public func answerWithin(_ urgency: Urgency) -> Int32 {
    for timer in referralTimers where timer.urgency == urgency { return timer.answerWithin }
    return 0
  }

  /// The timer of a risk level, nil when the profile says nothing.
  public func timer(for level: RiskLevel) -> RiskTimer? {
    for timer in riskTimers where timer.level == level { return timer }
    return nil
  }

  /// Who consents at an age in full years, nil when no band covers it.
  public func consentRule(at age: Int32) -> ConsentBandRule? {
    for band in consentBands where age >= band.from && age <= band.to { return band.rule }
    return nil
  }

  /// Roles that may approve a kind of decision.
  public func approvers(of subject: ApprovalSubject) -> ChoiceSet<StaffRole> {
    for rule in approvals where rule.subject == subject { return rule.roles }
    return []
  }

  /// The most data a referral may carry, nil when the profile sets no limit.
  public func mostData(for service: ReferralType) -> ChoiceSet<DataField>? {
    for row in minimumData where row.service == service { return row.fields }
    return nil
  }

  /// Roles that need to know a field.
  public func roles(knowing field: DataField) -> ChoiceSet<StaffRole> {
    for row in fieldAccess where row.field == field { return row.roles }
    return []
  }

  /// How closely the result of a screening is kept.
  public func sensitivity(of topic: ScreeningTopic) -> Sensitivity {
    for row in sensitivities where row.topic == topic { return row.sensitivity }
    return .confidential
  }

  /// Days a record of a sensitivity is kept after closure, nil when the profile sets no limit.
  public func daysKept(_ sensitivity: Sensitivity) -> Int32? {
    for row in retention where row.sensitivity == sensitivity { return row.days }
    return nil
  }

  /// The escalation rule of a trigger, nil when the profile says nothing.
  public func escalation(for trigger: EscalationTrigger) -> EscalationRule? {
    for rule in escalations where rule.trigger == trigger { return rule }
    return nil
  }

  /// Hours in which a health measure works best, nil when the profile says nothing.
  ///
  /// Health staff decide, and late is still worth it: a closed window is never a reason not to refer.
  public func hours(for measure: ClinicalMeasure) -> Int32? {
    for window in clinicalWindows where window.measure == measure { return window.hours }
    return nil
  }

  /// The number of the age band a person of an age counts to, nil when no band covers it.
  public func ageBand(of age: Int32) -> Int? {
    for index in ageBands.indices where age >= ageBands[index].from && age <= ageBands[index].to {
      return index
    }
    return nil
  }

  /// Papers needed for a country and a family type, each once, in the order of ``DocumentKind``:
  /// those of the principal person, or those that each child who travels needs as well.
  public func papers(
    country: UTF8Text, family: FamilyType, eachChild: Bool = false
  ) -> [DocumentKind] {
    var needed = ChoiceSet<DocumentKind>()
    for row in papers where row.eachChild == eachChild {
      let here = row.country.isEmpty || row.country == country
      if here && (row.family == .any || row.family == family) { needed.insert(row.document) }
    }
    return needed.elements
  }

  /// Whether a caseworker with so many open cases can take another.
  public func allowsAnotherCase(open: Int32) -> Bool { open < caseloadLimit }
}
