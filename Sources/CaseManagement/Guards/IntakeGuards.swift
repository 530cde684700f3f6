extension CaseState {
  func contactFailures(_ attempt: ContactAttempt, into list: inout FailureList) {
    guard let route = contacts.route, route.method == attempt.method else { return }
    list.require(route.safety != .unsafe, .contactNotSafe)
  }

  func partyFailures(_ contact: PartyContact, into list: inout FailureList) {
    let harmful = profile.harmfulContacts.contains(contact.party)
    list.require(!harmful, .harmfulContact, .party, contact.party)
    let parent = contact.party == .absentParent || contact.party == .violentFamilyMember
    list.require(!(parent && isParentUnsafe), .unsafeParentContacted)
  }

  /// Whether the absent parent, or a spouse or parent of the household, is known to be unsafe.
  var isParentUnsafe: Bool {
    for review in family.reviews where review.absentParent == .unsafeToContact { return true }
    for link in familyLinks where link.safe == .no {
      if link.relation == .parent || link.relation == .spouse { return true }
    }
    return false
  }

  func triageFailures(_ triage: Triage, into list: inout FailureList) {
    for need in urgency.open.elements { list.require(false, .urgentNeedFirst, .need, need) }
    list.require(contacts.isSafe, .contactNotSafe)
    let searched = contacts.duplicate != nil && contacts.duplicate != .possibleMatch
    list.require(searched, .duplicateNotChecked)
    if triage.urgency == .urgent {
      list.require(urgency.supervisorInformed, .supervisorNotInformed, severity: .advice)
    }
    escalationGaps(severity: .advice, into: &list)
  }

  func redirectionFailures(
    _ redirection: Redirection, at moment: Moment, into list: inout FailureList
  ) {
    for need in urgency.open.elements { list.require(false, .urgentNeedFirst, .need, need) }
    reportGaps(into: &list)
    guard let id = redirection.consent, let index = id.index(in: consents.given.count) else {
      list.require(false, .referralNeedsConsent)
      return
    }
    let record = consents.given[index]
    list.require(record.holds(at: moment), .consentWithdrawn)
    let named = record.consent.recipients.contains(redirection.recipient)
    list.require(named, .consentOtherRecipient, .record, redirection.recipient)
  }
}
