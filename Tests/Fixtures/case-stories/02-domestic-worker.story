# Story 2. A domestic worker without her passport. What looks like "wants to go home" is trafficking.
begin 2026-03-09
provider lantern shelter 2026-03-01
provider law legal-aid 2026-02-01
person 22-26 orsenne sw
do received hotline
do contact unsafe
do passport withheld

# Her employer often answers the phone.
no try contact phone no-answer : contact-not-safe
no contact employer : harmful-contact
no triage soon : contact-not-safe duplicate-not-checked
do find contact message
do check duplicates
do escalate supervisor trafficker-present
do triage soon
do explain limits
do explain protection
do consent intake team name contact
do place office private

# Her cousin offers to interpret.
do interpreter relative
no start assessment : interpreter-not-suitable
no screen trafficking possible : interpreter-not-suitable
do interpreter suitable
do start assessment
do screen trafficking confirmed
do screen debt-bondage confirmed
do screen gbv declined
do screen uasc
do screen international-protection
do screen health
do screen mhpss possible
do screen disability
do factor individual personal-history risk
do factor household household-violence risk
do factor community safety-in-community risk
do consider structural

# A plain return would send her back to the broker.
no classify avr no-factor-found : avm-signs-ignored declined-stays-undetermined protective-factors-unclear
do classify avm trafficking
is class avm
do approve classification
no start services : plan-missing risk-missing
do make plan 3
do rate risk high
do inform supervisor
do start services

no refer shelter lantern soon name contact needs : referral-needs-consent
do consent shelter lantern name contact needs
# The consent names one shelter and three fields, no more.
no refer shelter law soon name : consent-other-recipient
no refer shelter lantern soon name contact needs family : fields-beyond-consent
do refer shelter lantern soon name contact needs
do consent legal-aid law name contact documents
do refer legal-aid law
do wait 1 day
do answer shelter accepted
do wait 3 days
do answer legal-aid accepted
is shelter accepted
is legal-aid accepted
not travel-ready
not ready
