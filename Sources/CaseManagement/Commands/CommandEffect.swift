/// What a command does.
public enum CommandEffect: Equatable, Sendable {
  /// It proposes an event to the log.
  case event(CaseEvent)
  /// It lets time pass, in minutes.
  case wait(minutes: Int64)
  /// It asks the person about something the scenario knows.
  case ask(topic: UTF8Text)
}

extension CaseCommand {
  /// What the command does in a state.
  ///
  /// Numbers of records follow from the state.
  public func effect(in state: CaseState) -> CommandEffect {
    if let event = event(in: state) { return .event(event) }
    if id == .ask {
      return .ask(topic: arguments.typed.count > 1 ? arguments.typed[1].first ?? "" : "")
    }
    let unit = arguments.value(2, as: TimeUnit.self) ?? .days
    let amount = Int64(arguments.value(1, as: Int32.self) ?? 0)
    return .wait(minutes: amount &* unit.minutes)
  }

  /// The value of an element, or what is meant when it was left out.
  func pick<V: FieldValue>(_ element: Int, _ otherwise: V) -> V {
    arguments.value(element, as: V.self) ?? otherwise
  }
}

extension CaseState {
  /// The number of the next consent.
  public var nextConsent: ConsentID {
    ConsentID(UInt32(truncatingIfNeeded: consents.given.count + 1))
  }
  /// The number of the next referral.
  public var nextReferral: ReferralID {
    ReferralID(UInt32(truncatingIfNeeded: services.referrals.count + 1))
  }
  /// The number of the next search for family.
  public var nextSearch: TracingID {
    TracingID(UInt32(truncatingIfNeeded: family.searches.count + 1))
  }

  /// The latest referral for a service; number 0 when there is none.
  public func latestReferral(for service: ReferralType) -> ReferralID {
    for referral in services.referrals.reversed() where referral.request.service == service {
      return referral.request.id
    }
    return ReferralID(0)
  }

  /// The latest consent for a purpose that holds, nil when there is none.
  public func latestConsent(for purpose: Purpose) -> Consent? {
    for record in consents.given.reversed() where record.consent.purpose == purpose {
      if record.holds(at: lastAt) { return record.consent }
    }
    return nil
  }
}
