"""Second attempts and other devices, in SCORM: which work is of which attempt, and what may take the place of what.

SCORM doesn't name attempts. A state carries the mark of its attempt, and what could not be read is not written over.
"""

import pytest
from browsers import until
from visit import Visit

STATE = "cmi.suspend_data"
LOCATION = {"scorm12": "cmi.core.lesson_location", "scorm2004": "cmi.location"}
EXIT = {"scorm12": "cmi.core.exit", "scorm2004": "cmi.exit"}


def mark(values):
    return values[STATE].split(".")[2]


def kept(visit):
    """What the system has of all attempts, after the package was left."""
    return [each["values"] for each in visit.attempts]


def attempt(number, values, suspended=True):
    return {"number": number, "values": values, "seconds": 0, "suspended": suspended, "ended": True}


def asks(visit):
    until(lambda: visit.find("#p_ask").is_displayed(), 10, "the question")


def test_an_attempt_keeps_its_mark(visits, standard):
    visit = visits.open(standard)
    visit.answer_practice()
    visit.settled()
    first = mark(visit.values)
    visit.leave()
    again = visits.open(standard)
    again.go_on()
    again.settled()
    assert mark(again.values) == first
    again.leave()
    visits.wipe_copies()
    elsewhere = visits.open(standard)
    elsewhere.go_on()
    elsewhere.settled()
    assert mark(elsewhere.values) == first


def test_attempt_that_was_begun_elsewhere_goes_before_older_work(visits, standard):
    """This device has much work of the first attempt; the second was begun on another and has little."""
    visit = visits.open(standard)
    visit.read_all()
    visit.leave()
    done = visit.attempts
    # Another device, which knows nothing of the first attempt.
    rosa = visits.rosa
    visits.rosa = f"{rosa}-elsewhere"
    other = visits.open(standard)
    question = other.answer_practice(right=False)
    other.settled()
    second = other.values
    other.leave()
    visits.rosa = rosa
    visits.remember(standard, [attempt(1, done[0]["values"], suspended=False), attempt(2, kept(other)[0])])
    # Back on the first device.
    again = visits.open(standard)
    assert again.question(question)["answered"] and not again.question(question)["correct"]
    assert again.progress["done"] < again.progress["total"]
    again.settled()
    assert mark(again.values) == mark(second) and again.report["completion"] == "incomplete"
    assert again.notices == [] and again.mistakes == []
    again.leave()
    # And it stays so.
    assert not visits.open(standard).question(question)["correct"]


def test_question_that_nobody_answered_is_asked_again(visits, standard):
    """The page was closed while it asked. By then the system says that work is under way, which isn't the old one's."""
    visit = visits.open(standard)
    question = visit.answer_practice()
    visit.settled()
    visit.leave()
    second = visits.open(standard, how="new", ready=False)
    asks(second)
    second.leave()
    again = visits.open(standard, ready=False)
    asks(again)
    again.click("[data-action=ask-no]")
    again.wait_ready()
    assert not again.question(question)["answered"] and again.progress["done"] == 0
    again.answer_practice(right=False)
    again.settled()
    again.leave()
    third = visits.open(standard)
    assert third.question(question)["answered"] and not third.question(question)["correct"]
    assert third.mistakes == []


@pytest.mark.parametrize("sign", ["entry", "location"])
def test_lost_state_of_work_under_way_comes_from_the_device(visits, standard, sign):
    """One sign that work was under way is enough."""
    visit = visits.open(standard)
    question = visit.answer_practice()
    visit.settled()
    place = visit.page
    visit.leave()
    signs = {"entry": {}, "location": {LOCATION[standard]: place}}
    visits.remember(standard, [attempt(1, {EXIT[standard]: "suspend", **signs[sign]})])
    # With the fault, neither the kind of entry nor the status can be known.
    again = visits.open(standard, *([] if sign == "entry" else ["reads-nothing"]))
    assert again.question(question)["correct"]
    again.settled()
    assert again.values[STATE].startswith("a1.") and again.notices == []


@pytest.mark.parametrize("fault", ["calls-throw", "everything-fails"])
def test_work_that_cannot_be_read_is_not_written_over(visits, standard, fault):
    """On a second device, while nothing can be read: what is there stays, and comes back."""
    visit = visits.open(standard)
    question = visit.answer_practice()
    visit.read_all()
    visit.leave()
    before = kept(visit)[0][STATE]
    visits.wipe_copies()
    visit = visits.open(standard, fault, only=("get",))
    assert not visit.question(question)["answered"]
    visit.answer_practice(right=False)
    visit.go_on()
    until(lambda: visit.notices, 10, "a notice")
    assert visit.notices in ([visit.text("lms.later")], [visit.text("lms.notKept")]) and visit.problems == []
    assert visit.values[STATE] == before
    visit.leave()
    assert kept(visit)[0][STATE] == before
    again = visits.open(standard)
    assert again.question(question)["correct"] and again.progress["done"] == again.progress["total"]
    again.settled()
    assert again.notices == []
    again.leave()
    assert again.report["completion"] == "completed" and again.report["success"] == "passed"


def open_and_mend(visits, standard, when):
    """Opens the package in a system in which reading breaks down until a condition of its calls holds."""
    visits.system.open(f"/{standard}/", start="0", fault="calls-throw", only="get", **{"learner-id": visits.rosa, "learner-name": "Abaza, Rosa"})
    visits.driver.execute_script(
        "const timer = setInterval(() => { const { runtime, faults } = AmparoPlayer; if (!runtime) return;"
        f" const did = (kind, name) => runtime.calls.some((call) => call.kind === kind && (!name || call.args[0] === name)); if (!({when})) return;"
        " faults.chosen.clear(); clearInterval(timer); }, 5)"
    )
    visits.driver.find_element("id", "begin").click()
    visits.enter()
    until(lambda: visits.driver.execute_script("return document.documentElement.classList.contains('ready')"), 30, "the package")
    return Visit(visits, standard)


def test_state_that_can_be_read_a_moment_later_is_gone_on_with(visits, standard):
    visit = visits.open(standard)
    question = visit.answer_practice()
    visit.settled()
    visit.leave()
    visits.wipe_copies()
    again = open_and_mend(visits, standard, f"did('get', '{STATE}')")
    assert again.question(question)["correct"] and again.notices == []


def test_status_that_could_not_be_read_is_right_soon(visits, standard):
    visit = visits.open(standard)
    visit.read_all()
    visit.leave()
    assert (visit.report["completion"], visit.report["success"]) == ("completed", "passed")
    again = open_and_mend(visits, standard, "did('get', 'cmi.interactions._count')")
    # The work says how far it is, without anything that the learner does.
    again.settled()
    assert (again.report["completion"], again.report["success"]) == ("completed", "passed")
    assert again.notices == []
