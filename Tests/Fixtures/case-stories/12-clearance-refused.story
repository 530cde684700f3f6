# Story 12. The receiving mission refuses clearance.
begin 2026-03-09
person 30 orsenne en
do received receiving-mission
do confirm safe contact
do check duplicates
do triage
do explain limits
do explain protection
do consent intake team name contact
do consent clearance team name age needs
do consent handover team name travel
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
do screen health
do screen mhpss
do screen disability possible
do classify avm disability-needs-support
do approve classification
do rate risk low
do make plan
do start services
do check free-and-informed-decision favourable
do check protection-information favourable
do check threat-on-return favourable
do check place-security favourable
do check services-at-destination favourable
do check specific-group favourable
do check post-arrival-follow-up favourable
do decide return proceed
no clearance avm-unit granted : record-unknown
do ask clearance avm-unit name age
do clearance avm-unit granted 2026-03-31
do ask clearance receiving-mission name age needs
do clearance receiving-mission refused
do start readiness review
no clear case : receiver-plan-missing
no declare travel-ready : step-out-of-order
do wait 20 days
do ask clearance receiving-mission name age needs
do clearance receiving-mission granted 2026-04-30
# Meanwhile the other clearance has run out.
do wait 5 days
no clear case : clearance-expired
do ask clearance avm-unit name age
do clearance avm-unit granted 2026-05-31
do clear case
is cleared
# The country asks for a form of its own.
do passport issued 2027-01-31
do exit-permit not-needed
do voluntary-return-declaration received
do photo received
do verify identity
do verify nationality
do arrange travel 2026-04-05
do confirm voluntary
do fitness fit 2026-04-10
no declare travel-ready : required-paper-missing
do country-specific-form received
do declare travel-ready
# The situation changes, and so does she.
do situation changed
is readiness-review
do withdraw return
is withdrawn
no clear case : step-out-of-order
do consent shelter team name
do refer shelter team
is shelter in-progress
