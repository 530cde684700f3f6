extension CaseState {
  /// Record numbers that follow one another, references that exist, numbers that can be true.
  func valueFailures(of event: CaseEvent, at moment: Moment, into list: inout FailureList) {
    switch event {
    case .providerListed(let provider):
      describe(provider.id, known: services.providers.count, into: &list)
      past(provider.verifiedOn, at: moment, into: &list)
    case .personDescribed(let person):
      describe(person.id, known: persons.count, into: &list)
      list.require(person.age.isPlausible, .valueImpossible, .field, DataField.age)
    case .familyLinkRecorded(let link):
      list.require(link.person.raw > 1, .recordNumber, .record, link.person)
    case .documentUpdated(let paper):
      let known = paper.holder.raw == 1 || familyLinks.contains { $0.person == paper.holder }
      list.require(known, .recordUnknown, .record, paper.holder)
    case .consentGiven(let consent):
      next(consent.id, after: consents.given.count, into: &list)
      known(providers: consent.recipients, into: &list)
    case .consentWithdrawn(let withdrawal):
      refer(withdrawal.consent, to: consents.given.count, into: &list)
    case .referralSent(let request):
      next(request.id, after: services.referrals.count, into: &list)
      known(providers: [request.provider], into: &list)
    case .referralAnswered(let answer):
      refer(answer.referral, to: services.referrals.count, into: &list)
    case .referralFollowedUp(let followUp):
      refer(followUp.referral, to: services.referrals.count, into: &list)
    case .tracingOpened(let request): next(request.id, after: family.searches.count, into: &list)
    case .tracingUpdated(let update): refer(update.tracing, to: family.searches.count, into: &list)
    case .clearanceAnswered(let answer):
      list.require(journey.asked.contains(answer.party), .recordUnknown, .party, answer.party)
    case .redirected(let redirection): known(providers: [redirection.recipient], into: &list)
    case .handedOver(let handover): known(providers: [handover.recipient], into: &list)
    case .sharingDecided(let decision): known(providers: [decision.recipient], into: &list)
    case .planMade(let plan): count(plan.goals, from: 1, into: &list)
    case .bestInterestsRecorded(let result):
      count(result.optionsWeighed, from: 0, into: &list)
      count(result.panelMembers, from: 0, into: &list)
    case .diligenceChecked(let entry): count(entry.sources, from: 0, into: &list)
    case .diligenceDecided(let decision): count(decision.conditions, from: 0, into: &list)
    case .received, .contactRouteRecorded, .contactAttempted, .partyContacted, .duplicateChecked,
      .urgentNeedRaised, .urgentNeedActed, .triaged, .limitsExplained,
      .protectionInformationGiven, .consentRefused, .settingRecorded, .assessmentStarted,
      .factorFound, .levelConsidered, .screeningRecorded, .riskRated, .classified,
      .approvalRecorded, .supervisorInformed, .servicesStarted, .trackUpdated,
      .identityChecked, .singleParentReviewed, .healthAssessed, .clearanceRequested,
      .voluntarinessChecked, .travelArranged, .readinessReviewStarted, .cleared,
      .travelReadyDeclared, .closed, .reopened, .held, .resumed, .withdrawn, .escalated,
      .seaReported, .situationChanged, .recordAccessed, .noteAdded, .fieldVisitMade,
      .entryConfirmed:
      break
    }
  }

  /// A record may be new (the next number) or described again.
  private func describe<R>(_ id: Identifier<R>, known: Int, into list: inout FailureList) {
    let fine = id.raw >= 1 && Int64(id.raw) <= Int64(known) + 1
    list.require(fine, .recordNumber, .record, id)
  }

  /// A new record has the next number, so a number is never used twice.
  private func next<R>(_ id: Identifier<R>, after known: Int, into list: inout FailureList) {
    list.require(Int64(id.raw) == Int64(known) + 1, .recordNumber, .record, id)
  }

  private func refer<R>(_ id: Identifier<R>, to known: Int, into list: inout FailureList) {
    list.require(id.index(in: known) != nil, .recordUnknown, .record, id)
  }

  private func known(providers: [ProviderID], into list: inout FailureList) {
    for id in providers where id.raw != 0 { refer(id, to: services.providers.count, into: &list) }
  }

  private func count(_ number: Int32, from lowest: Int32, into list: inout FailureList) {
    list.require(number >= lowest && number <= 1000, .valueImpossible, .tally, number)
  }

  private func past(_ day: Day?, at moment: Moment, into list: inout FailureList) {
    guard let day else { return }
    list.require(day <= moment.day, .valueImpossible, .day, day)
  }
}
