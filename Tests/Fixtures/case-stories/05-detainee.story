# Story 5. A detained man says: anything to get out.
begin 2026-03-09
person 41 talvia ti
do received detained detention-centre
do find contact in-person
do check duplicates
do triage soon
do explain limits
do consent intake team name

# A guard stands in the room; another offers to interpret.
do place detention-centre not-private
do interpreter guard
no start assessment : place-not-private interpreter-not-suitable
# He has not heard about asylum, so his choice is not informed; and others listen.
no confirm voluntary : protection-information-missing place-not-private
do explain protection
no confirm voluntary : place-not-private
do place detention-centre private
do interpreter suitable
do start assessment
do screen detention-abuse possible
do screen trafficking
do screen gbv
do screen uasc
do screen international-protection possible
do screen health
do screen mhpss
do screen disability
do consider individual
do consider household
do consider community
do consider structural
no classify avr no-factor-found : avm-signs-ignored
do classify avm protection-claim
do doubt voluntary
do approve classification
do make plan
do rate risk medium
do start services
# He voiced fear: the return waits for the asylum referral.
no start readiness review : escalation-missing protection-claim-open
do check free-and-informed-decision concern
do check protection-information favourable
do check threat-on-return serious
do check place-security concern
do check services-at-destination favourable
do check specific-group favourable
do check post-arrival-follow-up favourable
no decide return proceed-with-conditions 2 : diligence-not-favourable return-not-voluntary
do decide return do-not-proceed
is return do-not-proceed
