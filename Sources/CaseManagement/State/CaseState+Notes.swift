extension CaseState {
  /// Notes what an event says.
  ///
  /// Every kind has its line here, so a new kind can't be forgotten.
  mutating func note(_ event: CaseEvent, by actor: StaffMember, at moment: Moment) {
    switch event {
    case .received(let intake): self.intake = intake
    case .providerListed(let provider):
      if let index = provider.id.index(in: services.providers.count) {
        services.providers[index] = provider
      } else {
        services.providers.append(provider)
      }
    case .personDescribed(let person):
      safeguards.entryConfirmed = false
      if let index = person.id.index(in: persons.count) {
        persons[index] = person
      } else {
        persons.append(person)
      }
      noteSigns(at: moment)
    case .familyLinkRecorded(let link):
      note(link)
      noteSigns(at: moment)
    case .contactRouteRecorded(let route): contacts.route = route
    case .contactAttempted(let attempt):
      contacts.failedAttempts = attempt.result == .reached ? 0 : contacts.failedAttempts &+ 1
    case .partyContacted(let contact): safeguards.contacted.insert(contact.party)
    case .duplicateChecked(let check): contacts.duplicate = check.result
    case .urgentNeedRaised(let raised):
      urgency.raised.insert(raised.need)
      urgency.acted.remove(raised.need)
      if raised.need == .recentViolence, let happened = raised.happenedAt {
        urgency.violenceAt = min(happened, moment)
      }
      noteSigns(at: moment)
    case .urgentNeedActed(let action):
      urgency.raised.insert(action.need)
      urgency.acted.insert(action.need)
    case .triaged(let triage): contacts.triage = triage
    case .supervisorInformed: urgency.supervisorInformed = true
    case .limitsExplained(let explanation): consents.explanation = explanation
    case .protectionInformationGiven: consents.protectionInformation = true
    case .consentGiven(let consent):
      consents.given.append(ConsentRecord(consent: consent, givenAt: moment))
      consents.refused.remove(consent.purpose)
    case .consentRefused(let refusal): consents.refused.insert(refusal.purpose)
    case .consentWithdrawn(let withdrawal):
      if let index = withdrawal.consent.index(in: consents.given.count),
        consents.given[index].withdrawnAt == nil
      {
        consents.given[index].withdrawnAt = moment
      }
    case .settingRecorded(let setting): assessment.setting = setting
    case .factorFound(let finding):
      assessment.factors.append(finding)
      assessment.levels.insert(finding.level)
      switch finding.bearing {
      case .risk: assessment.riskLevels.insert(finding.level)
      case .protective: assessment.protectedLevels.insert(finding.level)
      case .unclear: break
      }
    case .levelConsidered(let considered): assessment.levels.insert(considered.level)
    case .screeningRecorded(let screening):
      assessment.screenings[Int(screening.topic.rawValue)] = screening.result
      noteSigns(at: moment)
    case .riskRated(let rating):
      assessment.risk = rating
      assessment.riskRatedAt = moment
    case .classified(let classification):
      assessment.classification = classification
      assessment.classifiedBy = actor.id
      assessment.classificationCount &+= 1
      safeguards.entryConfirmed = false
      assessment.approved.remove(.classification)
    case .approvalRecorded(let approval):
      switch approval.decision {
      case .approved: assessment.approved.insert(approval.subject)
      case .rejected: assessment.approved.remove(approval.subject)
      }
    case .planMade(let plan):
      assessment.plan = plan
      assessment.plannedBy = actor.id
      assessment.approved.remove(.plan)
    case .referralSent(let request):
      guard let authority = authority(for: request, at: moment) else { return }
      if case .override = authority { assessment.approved.remove(.referralOverride) }
      services.referrals.append(
        ServiceReferral(
          request: request, authority: authority, sentAt: moment,
          due: moment.adding(minutes: Int64(profile.answerWithin(request.urgency)))))
    case .referralAnswered(let answer):
      if let index = answer.referral.index(in: services.referrals.count) {
        services.referrals[index].status = answer.status
      }
    case .referralFollowedUp(let followUp):
      if let index = followUp.referral.index(in: services.referrals.count) {
        services.referrals[index].outcome = followUp.outcome
        services.referrals[index].continuity = followUp.continuity
      }
    case .trackUpdated(let update): services.tracks[Int(update.track.rawValue)] = update.status
    case .singleParentReviewed(let review): note(review)
    case .bestInterestsRecorded(let result): family.bestInterests = result
    case .tracingOpened(let request):
      family.searches.append(
        TracingUpdate(tracing: request.id, status: .open, claimantVerified: .unclear))
    case .tracingUpdated(let update):
      if let index = update.tracing.index(in: family.searches.count) {
        family.searches[index] = update
      }
    case .documentUpdated(let document): note(document)
    case .identityChecked(let check): journey.identity = check
    case .healthAssessed(let clearance):
      journey.health = clearance
      journey.healthAt = moment
    case .diligenceChecked(let entry):
      journey.findings[Int(entry.check.rawValue)] = entry
      journey.assessors[Int(entry.check.rawValue)] = actor.id
      journey.decision = nil
    case .diligenceDecided(let decision): journey.decision = decision
    case .clearanceRequested(let request): journey.asked.insert(request.party)
    case .clearanceAnswered(let answer): journey.answers[Int(answer.party.rawValue)] = answer
    case .voluntarinessChecked(let check):
      journey.voluntariness = check
      journey.voluntarinessAt = moment
      noteSigns(at: moment)
    case .travelArranged(let travel): journey.travel = travel
    case .situationChanged: journey.decision = nil
    case .handedOver(let handover): safeguards.handover = handover
    case .closed(let closure):
      safeguards.closure = closure
      assessment.approved.remove(.closure)
    case .held(let hold): safeguards.hold = hold.reason
    case .escalated(let escalation):
      passOn(escalation.trigger, to: escalation.level)
      if escalation.level == .supervisor { urgency.supervisorInformed = true }
    case .seaReported:
      safeguards.seaReports &+= 1
      passOn(.seaByAidWorker, to: .seaChannel)
    case .sharingDecided(let decision): safeguards.sharing[Int(decision.outcome.rawValue)] &+= 1
    case .recordAccessed(let entry): safeguards.accesses[Int(entry.record.rawValue)] &+= 1
    case .noteAdded: safeguards.notes &+= 1
    case .fieldVisitMade: safeguards.visits &+= 1
    case .entryConfirmed: safeguards.entryConfirmed = true
    case .assessmentStarted, .servicesStarted, .readinessReviewStarted, .cleared,
      .travelReadyDeclared, .reopened, .resumed, .withdrawn, .redirected:
      break  // Only the stage moves.
    }
  }

  private mutating func note(_ link: FamilyLink) {
    safeguards.entryConfirmed = false
    for index in familyLinks.indices where familyLinks[index].person == link.person {
      familyLinks[index] = link
      return
    }
    familyLinks.append(link)
  }

  private mutating func note(_ review: SingleParentReview) {
    safeguards.entryConfirmed = false
    for index in family.reviews.indices where family.reviews[index].child == review.child {
      family.reviews[index] = review
      return
    }
    family.reviews.append(review)
  }

  private mutating func note(_ paper: TravelDocument) {
    safeguards.entryConfirmed = false
    if paper.holder.raw == 1 {
      journey.papers[Int(paper.kind.rawValue)] = paper
      return
    }
    for index in journey.familyPapers.indices {
      let known = journey.familyPapers[index]
      guard known.holder == paper.holder && known.kind == paper.kind else { continue }
      journey.familyPapers[index] = paper
      return
    }
    journey.familyPapers.append(paper)
  }

  private mutating func passOn(_ trigger: EscalationTrigger, to level: EscalationLevel) {
    safeguards.escalated.insert(trigger)
    safeguards.levels[Int(trigger.rawValue)].insert(level)
  }

  /// Deadlines count from the moment a trigger first showed.
  private mutating func noteSigns(at moment: Moment) {
    for trigger in shownTriggers.elements {
      let place = Int(trigger.rawValue)
      if urgency.firstSigns[place] == nil { urgency.firstSigns[place] = moment }
    }
  }
}
