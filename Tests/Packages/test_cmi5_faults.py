"""Record stores that fail: the learner can always go on, sees no error, and loses nothing that this device can keep.

Each row: what the store does, what the learner reads during the first visit (a key of the texts, or nothing), and whether
the work is back at the next visit, to a store that works. docs/packages.md has the same rows in words.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from browsers import until
from conftest import ROOT
from launches import launch, leave

STATE = "/xapi/activities/state"
EVERYTHING = ("/xapi/statements", STATE, "/xapi/agents/profile")


def lost(store):
    store.documents.clear()


def cut(store):
    """The state's own text ends too early."""
    store.documents["amparo"]["state"] = store.documents["amparo"]["state"][:30]


def torn(store):
    """The document isn't JSON any more."""
    store.documents["amparo"] = b'{"format":1,"state":"a1.AAAA'


@dataclass
class Fault:
    name: str
    at_once: dict = field(default_factory=dict)  # statuses of paths from the first request on
    later: dict = field(default_factory=dict)  # statuses of paths from the first answer on
    delays: dict = field(default_factory=dict)  # seconds that paths take
    document: object = None  # what the store kept of an earlier visit
    between: Callable | None = None  # what happens to the documents between the visits
    asks_versions: bool = False
    says: str | None = None
    told: bool = True  # whether the store knows the answer in the end
    firefox: bool = False  # whether Firefox plays the row, too

    def __str__(self):
        return self.name


def each(paths, status):
    return dict.fromkeys(paths, status)


FAULTS = [
    # The launch
    Fault("the token is refused", {"/fetch": 403}, says="lms.refused", firefox=True),
    Fault("the token's server breaks down", {"/fetch": 500}, says="lms.refused"),
    Fault("nobody gives a token", {"/fetch": 0}, says="lms.refused", firefox=True),
    Fault("the launch data can't be read", {f"GET {STATE}?LMS.LaunchData": 500}, says="lms.refused"),
    Fault("the learner's wishes can't be read", {"/xapi/agents/profile": 500}),
    # Statements
    Fault("statements are refused for good", later={"/xapi/statements": 400}, told=False, firefox=True),
    Fault("statements are too many", later={"/xapi/statements": 429}, says="lms.later"),
    Fault("statements break down", later={"/xapi/statements": 500}, says="lms.later", firefox=True),
    Fault("statements break down from the start", {"/xapi/statements": 503}, says="lms.later"),
    # The state
    Fault("the state can't be read", {f"GET {STATE}?amparo": 500}, says="lms.later", firefox=True),
    Fault("the state can't be stored", later={f"PUT {STATE}": 500}, says="lms.later", firefox=True),
    Fault("the state is refused", later={f"PUT {STATE}": 403}, says="lms.later"),
    Fault("the state is too large for it", later={f"PUT {STATE}": 413}, says="lms.later"),
    Fault("the state is in conflict", later={f"PUT {STATE}": 409}, says="lms.later"),
    Fault("another version is expected", later={f"PUT {STATE}": 412}, says="lms.later"),
    Fault("it wants to know which version is replaced", asks_versions=True, firefox=True),
    Fault("the state is lost", between=lost, firefox=True),
    Fault("the state is cut", between=cut),
    Fault("the state's document is cut", between=torn, firefox=True),
    Fault("the state is of a later form", document={"format": 2, "parts": ["a1.AAAA"]}, says="lms.stateDamaged"),
    Fault("the state is something else", document=b"bookmark=4", says="lms.stateDamaged", firefox=True),
    # Everything
    Fault("the session expires", later=each(EVERYTHING, 401), says="lms.later", firefox=True),
    Fault("nothing is allowed any more", later=each(EVERYTHING, 403), says="lms.later"),
    Fault("everything breaks down", later=each(EVERYTHING, 500), says="lms.later"),
    Fault("nobody answers any more", later=each(EVERYTHING, 0), says="lms.later", firefox=True),
    Fault("answers take 5 seconds", delays=each(EVERYTHING, 5), firefox=True),
]
ROWS = [("chromium", fault) for fault in FAULTS] + [("firefox", fault) for fault in FAULTS if fault.firefox]


@pytest.mark.parametrize(("kind", "fault"), ROWS, ids=str)
def test_fault(visits, store, fault):
    store.faults |= fault.at_once
    store.asks_versions = fault.asks_versions
    if fault.document is not None:
        store.documents["amparo"] = fault.document
    visit = launch(visits, store)
    visit.show(visit.practice)
    visit.saved() if fault.at_once else visit.settled()
    store.faults |= fault.later
    store.delays |= fault.delays
    question = visit.answer_practice()
    # The verdict is there before any store has answered.
    assert visit.find(f"#{question}").get_attribute("data-result") == "right"
    assert not fault.delays or "answered" not in store.said
    visit.go_on()
    if fault.says:
        visit.wait_notice(visit.text(fault.says))
    else:
        visit.settled()
        assert visit.notices == []
    assert visit.problems == []
    assert visit.js("return [...document.querySelectorAll('#p_notices')].every((each) => each.getAttribute('role') === 'status')")
    if fault.delays:
        store.delays.clear()
        leave(visit, store)
    else:
        visit.saved()
        visits.home()
    store.faults.clear()
    if fault.between:
        fault.between(store)

    again = launch(visits, store)
    assert again.question(question)["correct"]
    again.settled()
    assert again.notices == [] and again.problems == []
    assert store.documents["amparo"]["state"].startswith("a1.")
    # What the store hadn't heard of is reported now.
    right = {statement["result"]["success"] for statement in store.of("answered")}
    assert right == ({True} if fault.told else set())


def test_there_are_enough_rows_and_all_are_documented():
    assert sum(fault.firefox for fault in FAULTS) * 3 >= len(FAULTS)
    table = (ROOT / "docs" / "packages.md").read_text(encoding="utf-8").split("\n| What the store does |", 1)[1].split("\n\n", 1)[0]
    written = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")]
    assert written == [fault.name for fault in FAULTS]


@pytest.mark.parametrize(("path", "status"), [("/xapi/statements", 500), ("/xapi/statements", 401), (STATE, 500), (STATE, 403)])
def test_store_comes_back(visits, store, path, status):
    visit = launch(visits, store)
    visit.settled()
    store.faults[path] = status
    question = visit.answer_practice()
    visit.go_on()
    visit.wait_notice(visit.text("lms.later"))
    store.faults.clear()
    visit.try_again()
    assert len(store.of("answered")) == 1
    assert store.documents["amparo"]["state"]
    leave(visit, store)
    assert store.problems == []
    assert launch(visits, store).question(question)["answered"]


@pytest.mark.parametrize("path", ["/fetch", f"GET {STATE}", "/xapi/statements"])
def test_failing_once_is_chance(visits, store, path):
    """At the start a request that failed is sent again before anybody is told."""
    visit = launch(visits, store)
    question = visit.answer_practice()
    visit.settled()
    leave(visit, store)
    visits.wipe_copies()
    store.once = {path: 503}
    again = launch(visits, store)
    assert again.question(question)["correct"]
    again.settled()
    assert again.notices == [] and store.once == {} and store.said == ["initialized"]
    leave(again, store)
    assert store.problems == []


def test_work_that_cannot_be_read_is_not_written_over(visits, store):
    """On a second device, while the store doesn't give the state: what is there stays, and comes back."""
    visit = launch(visits, store)
    visit.read_all()
    leave(visit, store)
    document = dict(store.documents["amparo"])
    visits.wipe_copies()
    store.faults[f"GET {STATE}?amparo"] = 500
    visit = launch(visits, store)
    question = visit.answer_practice(right=False)
    visit.go_on()
    visit.wait_notice(visit.text("lms.later"))
    assert store.documents["amparo"] == document
    # It can be read again: what was found late is more than what was done here, and stays.
    store.faults.clear()
    assert visit.js("return Amparo.LMS.store.flush()") is False
    leave(visit, store)
    assert store.documents["amparo"] == document
    again = launch(visits, store)
    assert again.progress["done"] == again.progress["total"] and again.question(question)["correct"]
    again.settled()
    assert again.notices == []


def test_work_that_could_not_be_read_is_replaced_by_more(visits, store):
    visit = launch(visits, store)
    visit.answer_practice(right=False)
    visit.settled()
    leave(visit, store)
    visits.wipe_copies()
    store.faults[f"GET {STATE}?amparo"] = 500
    visit = launch(visits, store)
    visit.do_all()
    visit.wait_notice(visit.text("lms.later"))
    store.faults.clear()
    visit.try_again()
    leave(visit, store)
    visits.wipe_copies()
    again = launch(visits, store)
    assert again.progress["done"] == again.progress["total"]
    assert len(store.of("completed")) == 1 and len(store.of("passed")) == 1


def test_a_verdict_that_was_refused_is_said_in_the_next_session(visits, store):
    visit = launch(visits, store)
    visit.settled()
    store.faults["/xapi/statements"] = 400
    visit.read_all()
    assert visit.notices == [] and store.documents["amparo"]["reported"] == []
    visits.home()
    store.faults.clear()
    again = launch(visits, store)
    until(lambda: {"completed", "passed"} <= set(store.said), 10, "the verdict")
    until(lambda: store.documents["amparo"]["reported"] == ["completed", "passed"], 20, "the verdict noted in the state")
    leave(again, store)
    assert store.documents["amparo"]["reported"] == ["completed", "passed"]


@pytest.mark.parametrize("status", [500, 401])
def test_what_the_store_did_not_hear_is_said_in_the_next_session(visits, store, status):
    """The state arrives and the statements don't: nobody may take them for sent."""
    visit = launch(visits, store)
    visit.settled()
    store.faults["/xapi/statements"] = status
    visit.do_all()
    visit.wait_notice(visit.text("lms.later"))
    until(lambda: store.documents["amparo"].get("unsent"), 10, "the state")
    assert store.documents["amparo"]["reported"] == []
    visits.home()
    store.faults.clear()
    visits.wipe_copies()
    again = launch(visits, store)
    until(lambda: {"completed", "passed"} <= set(store.said), 10, "the verdict")
    again.settled()
    assert store.said.count("answered") == len(again.lms_data["interactions"])
    document = store.documents["amparo"]
    assert document["reported"] == ["completed", "passed"] and "unsent" not in document
    leave(again, store)
    assert store.problems == []
