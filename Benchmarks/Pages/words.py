"""Words and sentence patterns that the corpus is made of."""

PLACES = """night-shelter water-queue transit-hall bus-station food-stall health-post
border-gate registration-desk school-yard reception-centre harbour-pier market-street
women-space cash-point warehouse laundry-block phone-booth clinic-door fuel-store
rest-tent river-crossing host-family ticket-office consulate-line court-room""".split()

TOPICS = """consent safety dignity access feedback referral privacy disclosure
interpreting family-tracing documents lighting transport complaints risk participation
detention return children disability waiting rumours handover care""".split()

PEOPLE = """a driver;a registrar;a cook;a guard;a site engineer;a counsellor;a nurse;a mother
with a baby;an older man;a girl of about twelve;a caseworker;a shelter manager;an interpreter;a
volunteer;a supplier;a consular officer;a teacher;a young man who travels alone""".replace(
    "\n", " "
).split(";")

VERBS = """explains;checks;asks about;writes down;moves;opens;compares;reports;plans;repeats;keeps
private;hands over;puts off;questions;shares;measures;repairs;watches""".replace("\n", " ").split(";")

THINGS = """the list of names;the second queue;the lamp at the gate;the way to the latrines;the
complaint box;the ticket home;the notes of the interview;the hours of the clinic;the job aid;the
phone number on the board;the agreement with the family;the form for consent;the plan for the
night;the seat near the door;the map of services;the key of the store;the ramp;the promise of
Friday""".replace("\n", " ").split(";")

REASONS = """because nobody was asked before;so that people can choose;although time is short;when
the hall is full;before the bus leaves;without telling others;as long as it is safe;after a talk in
private;even if the answer is no;where light and sound are good;with the help of two people from
the hall;while the guard looks away;until the duty officer comes;since the rule is not
clear""".replace("\n", " ").split(";")

ADVICE = """Listen first, and say little;Ask what the person wants;Write down only what is
needed;Say what you can't promise;Look for the lamp;Give time to decide;Name two ways out;Tell the
focal point, and nobody else;Check the list twice;Come back on the day you named;Explain each
paper before it is signed;Keep the door open;Use the person's own words;Stop when somebody wants to
stop""".replace("\n", " ").split(";")

SITUATIONS = ["large-group", "online", "low-literacy", "short-time"]

SESSIONS = ["group-work", "discussion", "case-study", "demonstration", "role-play"]

LEVELS = ["explain", "compare", "judge", "apply"]
