# Story 7. A man whose epilepsy is not stable. Fitness to travel lapses.
begin 2026-03-09
person 52 talvia en
do received hotline
do confirm safe contact
do check duplicates
do triage
do explain limits
do explain protection
do consent intake team name contact
do consent clearance team name age health
do consent handover team name travel health
do private place
do interpreter not-needed
do start assessment
do consider individual
do consider household
do consider community
do consider structural
do screen trafficking
do screen gbv
do screen uasc
do screen international-protection
do screen health confirmed
do screen mhpss
do screen disability
no classify avr no-factor-found : avm-signs-ignored
do classify avm serious-health
do approve classification
do rate risk medium
do make plan
do start services
do passport received 2027-01-31
do exit-permit not-needed
do voluntary-return-declaration received
do photo received
do verify identity
do verify nationality
do check free-and-informed-decision favourable
do check protection-information favourable
do check threat-on-return favourable
do check place-security favourable
do check services-at-destination concern
do check specific-group favourable
do check post-arrival-follow-up favourable
no decide return proceed : diligence-not-favourable
do decide return proceed-with-conditions 1
do ask clearance avm-unit name age health
do clearance avm-unit granted-with-conditions
do ask clearance receiving-mission name age health
do clearance receiving-mission granted
do start readiness review
do clear case
do arrange travel 2026-03-11 medical
do confirm voluntary
# Only the health unit says who can fly.
no by caseworker fitness fit 2026-03-12 : role-not-allowed
do fitness fit-with-conditions 2026-03-13 medical
do declare travel-ready
is travel-ready

# He has a seizure. The health unit takes its statement back, and so does the case.
do wait 1 day
do fitness not-yet-fit 2026-03-12 medical
is readiness-review
is lapsed
no hand over name travel : step-out-of-order
do hold health
is on-hold
do wait 10 days
# Nothing moves towards travel while the case waits for his health.
no arrange travel 2026-03-26 medical : case-on-hold
no resume case : hold-reason-open
do fitness fit-with-conditions 2026-03-27 medical
do resume case
is readiness-review
do arrange travel 2026-03-26 medical
do wait 4 days
do fitness fit-with-conditions 2026-03-27 medical
do confirm voluntary
do clear case
do declare travel-ready
is travel-ready
# Nobody handed over, and the plane is gone.
do wait 4 days
is readiness-review
