/// Leave to share named fields for one purpose with one recipient, minted only from a consent.
///
/// There is no public way to make one: ``CaseState/capability(for:recipient:fields:consent:at:)``
/// gives it when a consent matches. So a referral without matching consent can't be built.
public struct ConsentCapability: Equatable, Sendable {
  /// The consent it comes from.
  public let consent: ConsentID
  /// What for.
  public let purpose: Purpose
  /// To whom.
  public let recipient: ProviderID
  /// Which fields.
  public let fields: ChoiceSet<DataField>

  fileprivate init(
    consent: ConsentID, purpose: Purpose, recipient: ProviderID, fields: ChoiceSet<DataField>
  ) {
    self.consent = consent
    self.purpose = purpose
    self.recipient = recipient
    self.fields = fields
  }
}

/// What a referral rests on.
public enum ReferralAuthority: Equatable, Sendable {
  /// A consent that matches purpose, recipient and fields.
  case consent(ConsentCapability)
  /// A named exception, with a supervisor unless there is danger.
  case override(OverrideReason)
}

/// A referral that was sent, and how it stands.
public struct ServiceReferral: Equatable, Sendable {
  /// What was asked for.
  public let request: ReferralRequest
  /// What it rests on.
  public let authority: ReferralAuthority
  /// When it was sent.
  public let sentAt: Moment
  /// When it is overdue.
  public let due: Moment
  /// What the provider answered.
  public internal(set) var status: ReferralStatus = .inProgress
  /// What became of it.
  public internal(set) var outcome: ServiceOutcome = .referred
  /// Whether a plan says how the service goes on after departure.
  public internal(set) var continuity = false

  init(request: ReferralRequest, authority: ReferralAuthority, sentAt: Moment, due: Moment) {
    self.request = request
    self.authority = authority
    self.sentAt = sentAt
    self.due = due
  }

  /// Whether nothing is left to do before departure: done, declined, or going on elsewhere.
  public var isSettled: Bool {
    if continuity { return true }
    switch status {
    case .done, .revoked: return true
    case .inProgress, .accepted, .rejected: break
    }
    switch outcome {
    case .providedByUs, .alreadyReceived, .notApplicable, .declined: return true
    case .referred, .unavailable: return false
    }
  }

  /// Whether an urgent referral waits longer than the profile allows.
  public func isOverdue(at moment: Moment) -> Bool {
    status == .inProgress && !isSettled && moment > due
  }
}

extension Purpose {
  /// The purpose of a referral.
  public init(_ service: ReferralType) {
    self = Purpose(number: Purpose.medical.number + service.number) ?? .intake
  }
}

extension CaseState {
  /// What keeps a consent from covering a use of data, or the leave it gives.
  public enum ConsentCheck: Equatable, Sendable {
    /// The consent covers it.
    case covered(ConsentCapability)
    /// It does not, for this reason.
    case missing(GuardFailure)
  }

  /// The leave that a consent gives for a purpose, a recipient and fields.
  ///
  /// - Parameters:
  ///   - purpose: What the data is for; a consent for another purpose never counts.
  ///   - recipient: Who gets it; nil where the purpose alone names the recipient.
  ///   - fields: The fields that would be shared.
  ///   - wanted: The consent meant; nil looks for any that matches.
  ///   - moment: When it would be shared.
  /// - Returns: The leave, or the failure that names what the nearest consent lacks.
  public func capability(
    for purpose: Purpose, recipient: ProviderID?, fields: ChoiceSet<DataField>,
    consent wanted: ConsentID?, at moment: Moment
  ) -> ConsentCheck {
    var reason = GuardFailure(.referralNeedsConsent, [FailureParameter(.purpose, purpose)])
    for record in consents.given where record.consent.purpose == purpose {
      if let wanted, wanted != record.consent.id { continue }
      guard record.holds(at: moment) else {
        if reason.rule == .referralNeedsConsent {
          reason = GuardFailure(.consentWithdrawn, [FailureParameter(.purpose, purpose)])
        }
        continue
      }
      if let recipient, !record.consent.recipients.contains(recipient) {
        reason = GuardFailure(.consentOtherRecipient, [FailureParameter(.record, recipient)])
        continue
      }
      if let beyond = fields.subtracting(record.consent.fields).elements.first {
        reason = GuardFailure(.fieldsBeyondConsent, [FailureParameter(.field, beyond)])
        continue
      }
      return .covered(
        ConsentCapability(
          consent: record.consent.id, purpose: purpose,
          recipient: recipient ?? record.consent.recipients.first ?? ProviderID(0), fields: fields))
    }
    return .missing(reason)
  }

  /// Whether a consent for a purpose holds.
  public func holdsConsent(for purpose: Purpose, at moment: Moment) -> Bool {
    for record in consents.given where record.consent.purpose == purpose {
      if record.holds(at: moment) { return true }
    }
    return false
  }

  /// What a referral would rest on, nil when it has neither consent nor exception.
  func authority(for request: ReferralRequest, at moment: Moment) -> ReferralAuthority? {
    if let reason = request.override { return .override(reason) }
    let check = capability(
      for: Purpose(request.service), recipient: request.provider, fields: request.fields,
      consent: request.consent, at: moment)
    switch check {
    case .covered(let capability): return .consent(capability)
    case .missing: return nil
    }
  }
}
