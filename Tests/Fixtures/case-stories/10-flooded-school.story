# Story 10. A flood. An evacuation school without a ramp; a man in a wheelchair needs help now.
begin 2026-03-09
provider school-team basic-needs
person 45 talvia ti
do received community-outreach
do urgent food-water-shelter
do explain limits
do consent basic-needs school-team name needs
# Nobody checked the provider lately. That must not stop urgent help.
no refer basic-needs school-team routine : intake-consent-missing provider-not-verified
do refer basic-needs school-team urgent
do act food-water-shelter supplies-given
do confirm safe contact
do check duplicates
do triage soon
do consent intake team name contact
is consented
do private place
do interpreter not-needed
do start assessment
do screen disability confirmed
is screening disability confirmed
# Later the same provider must be checked first.
no refer basic-needs school-team routine : provider-not-verified
