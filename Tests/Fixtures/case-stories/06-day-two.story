# Story 6. A woman on the second day after an assault. She wants medicine, not police.
begin 2026-03-09
provider marsh-clinic medical 2026-03-05
person 24 talvia ti
do received hotline
do urgent recent-violence

# Paper before medicine: nothing moves.
no start assessment : step-out-of-order
no triage urgent : urgent-need-first contact-not-safe duplicate-not-checked

# The clinic does not have to wait for triage or for a plan.
do explain limits
do consent medical marsh-clinic name time
do refer medical marsh-clinic urgent
do act recent-violence immediate-referral
is medical in-progress
not triaged

# She chose health only. Nobody else gets anything.
no refer police team urgent name : referral-needs-consent
no refer medical marsh-clinic urgent name time contact : fields-beyond-consent
do inform supervisor
do wait 2 hours
do answer medical done
is medical done
do confirm safe contact
do check duplicates
do triage urgent
is triaged
