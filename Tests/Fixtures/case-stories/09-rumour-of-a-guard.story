# Story 9. A woman mentions a rumour: a guard trades food for favours.
begin 2026-03-09
person 38 talvia ti
do received protection-monitoring
do confirm safe contact

# A rumour is enough to report, and it goes to its own channel.
no escalate supervisor sea-by-aid-worker : sea-own-channel
no escalate head-of-mission sea-by-aid-worker : sea-own-channel
do report sea
is sea reported
is escalated sea-by-aid-worker
# Nobody asks her for proof, and monitors do not record it in the case.
do explain limits
do consent intake team name
do private place
no by protection-monitor screen sea possible : gbv-role-only
# Colleagues who ask get nothing.
no share monitoring team none-found protection : sharing-without-basis
do refuse sharing monitoring team
# It is urgent to keep her safe, whatever becomes of the report.
do urgent danger
do act danger safe-place
not urgent open
