# Story 8. An older deaf man. The only interpreter is his nephew.
begin 2026-03-09
person 71 talvia sgn
do received community-outreach
do find contact in-person
do check duplicates
do triage
do explain limits
do consent intake team name
do private place
do interpreter relative
no start assessment : interpreter-not-suitable
do hold awaiting-person
no start assessment : step-out-of-order
do wait 3 days
do resume case
do interpreter suitable
do start assessment
do screen older-person confirmed
do screen disability confirmed
do screen trafficking
do screen gbv
do screen uasc
do screen international-protection
do screen health declined
do screen mhpss
do factor individual health risk
do factor individual literacy protective
do consider household
do consider community
do consider structural
no classify avr protective-factors-adequate : avm-signs-ignored declined-stays-undetermined
do classify avm disability-needs-support
is class avm
