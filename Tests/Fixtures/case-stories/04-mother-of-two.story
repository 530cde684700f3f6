# Story 4. A mother of two. The father is violent and must not be contacted.
begin 2026-03-09
person 29 talvia ti
do received self-referral
do confirm safe contact
do check duplicates
do triage
do explain limits
do explain protection
do consent intake team name contact family
do family child yes
do family child yes

no contact violent-family-member : harmful-contact
# Asking him for a signature is refused too.
no review single-parent unsafe-to-contact pending none : unsafe-parent-contacted
# Each child has papers of its own.
do review single-parent unsafe-to-contact not-sought assessed 2
do review single-parent deceased not-needed document 3
do birth-certificate received 2
no birth-certificate received 9 : record-unknown
no contact absent-parent : unsafe-parent-contacted

# Her no is respected, and help goes on.
do consent refused medical
no refer medical team : referral-needs-consent
