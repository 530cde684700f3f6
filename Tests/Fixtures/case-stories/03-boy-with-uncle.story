# Story 3. A boy of 15 with a man who says he is his uncle.
begin 2026-03-09
provider hope child-protection 2026-03-02
person 15 talvia ti
do received embassy
do confirm safe contact
do check duplicates
# A child alone must be passed on; triage goes ahead and says so.
do triage soon
do explain limits
do explain protection
# At 15 the profile lets a mature child consent; an adult's yes alone is not enough.
do consent intake team name contact
do private place
do interpreter suitable
do start assessment
do family claimed-relative unclear
do consider individual
do consider household
do consider community
do consider structural
do screen trafficking
do screen gbv
do screen uasc possible
do screen international-protection
do screen health
do screen mhpss
do screen disability
no classify avr no-factor-found : avm-signs-ignored
do classify avm child-alone
do approve classification
do make plan
do rate risk high
do inform supervisor
do start services

# No return steps before child protection has the case.
no start readiness review : escalation-missing child-alone-no-return
do escalate supervisor child-alone
no start readiness review : child-alone-no-return
do best-interests assessment undecided
do start readiness review
no clear case : diligence-undecided avm-clearance-missing receiver-plan-missing determination-missing

# The man wants to be noted as found family.
no trace parent : tracing-needs-consent
do consent tracing team name family
do trace parent
no tracing reunified no : claimant-not-verified
do tracing verified yes

# Only the panel determines, and it may find another way.
no by caseworker best-interests determination return-to-family : determination-needs-panel
do best-interests determination temporary-care
no clear case : diligence-undecided avm-clearance-missing receiver-plan-missing return-not-in-best-interests
