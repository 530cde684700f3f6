# Story 1. A stranded worker rings the hotline. A plain assisted voluntary return.
begin 2026-03-09
person 34 talvia ti
do received hotline

# Her phone may be heard by others, and nobody looked for an earlier case.
no triage : contact-not-safe duplicate-not-checked
do confirm safe contact
do check duplicates
do triage
is triaged

# Nobody agrees to anything before hearing what it means.
no consent intake team : limits-not-explained
do explain limits
do explain protection
do consent intake team name contact
is consented

no start assessment : place-not-private interpreter-not-suitable
do private place
do interpreter suitable
do start assessment
no classify avr no-factor-found : screening-missing level-not-considered
do consider individual
do consider household
do consider community
do consider structural
do screen trafficking
do screen gbv
do screen uasc
do screen international-protection
do screen health
do screen mhpss
do screen disability
do classify avr no-factor-found
is class avr

# A second person looks at the class; the one who made it can't approve it.
no start services : reviewer-missing
no by caseworker approve classification : role-not-allowed approver-is-maker
do approve classification
do start services
is in-service

do passport received 2027-01-31
do exit-permit not-needed
do voluntary-return-declaration received
do photo received
do verify identity
do verify nationality
no decide return proceed : diligence-incomplete
do check free-and-informed-decision favourable
do check protection-information favourable
do check threat-on-return favourable
do check place-security favourable
do check services-at-destination favourable
do check specific-group favourable
do check post-arrival-follow-up favourable
no by caseworker decide return proceed : approver-is-maker
do decide return proceed
do start readiness review
no clear case : receiver-plan-missing
no ask clearance receiving-mission name age : referral-needs-consent
do consent clearance team name age travel
do ask clearance receiving-mission name age
do clearance receiving-mission granted 2026-04-30
do clear case
is cleared

no declare travel-ready : travel-not-arranged fit-to-travel-missing voluntariness-not-reconfirmed
do arrange travel 2026-03-16
# What is stated too early does not hold on the day of travel.
do fitness fit 2026-03-31
do confirm voluntary
no declare travel-ready : fit-to-travel-missing voluntariness-not-reconfirmed
do wait 5 days
do fitness fit 2026-03-31
do confirm voluntary
do declare travel-ready
is travel-ready
# Handover waits for every track this case needs, and for a checked entry.
no hand over name travel : track-open entry-not-confirmed referral-needs-consent
do track documents done
do track health done
do track due-diligence done
do track logistics done
do confirm entry
do consent handover team name travel documents
do hand over name travel
is handed-over
do wait 10 days
no close case returned : closure-not-approved
do approve closure
do close case returned
is closed
