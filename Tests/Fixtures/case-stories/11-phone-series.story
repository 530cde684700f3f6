# Story 11. Phone monitoring turns up a family; they want a caseworker. Then the phone is silent.
begin 2026-03-09
person 33 talvia ti
do received protection-monitoring
do confirm safe contact
do check duplicates
do triage
do explain limits
do consent intake team name contact
do wait 7 days
do try contact phone no-answer
no close case lost-contact : closure-not-approved contact-tries-too-few
do wait 7 days
do try contact phone no-answer
do wait 7 days
do try contact phone no-answer
do approve closure
do close case lost-contact
is closed
# She rings again, in danger. Nothing has to be reopened before somebody helps.
do urgent danger
do act danger safe-place
do refer without consent imminent-danger safe-house team urgent
is safe-house in-progress
no factor individual health risk : case-closed
do reopen case
is reopened
do triage soon
is consented
