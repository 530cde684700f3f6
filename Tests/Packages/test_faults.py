"""Systems that fail: the learner can always go on, sees no error, and loses nothing that this device can keep.

Each row: what the system does, whether the work is back at the next visit (to a system that works),
and the words that the learner reads during the first visit (a key of the texts) or None.
"""

from dataclasses import dataclass, field

import pytest
from browsers import until


@dataclass
class Fault:
    name: str
    at_once: tuple = ()  # faults from the first call on
    later: tuple = ()  # faults from the first answer on
    back: bool = True  # whether the answer is there at the next visit
    says: str | None = None
    options: dict = field(default_factory=dict)
    asks: bool = False  # whether the next visit asks before it takes the copy
    hop: bool = False
    waits: bool = True  # whether the system hears of it before the learner leaves

    def __str__(self):
        return self.name


FAULTS = [
    Fault("no API", ("no-api",), back=False, says="lms.alone"),
    Fault("a hop in another origin", hop=True),
    Fault("API comes late", ("late-api",)),
    Fault("API in the opener", ("popup",)),
    Fault("Initialize throws", ("Initialize-throws",), back=False, says="lms.refused"),
    Fault("Initialize gives false", ("Initialize-false",), back=False, says="lms.refused"),
    Fault("begun already", ("begun-already",)),
    Fault("answers nothing", ("nothing-answered",)),
    Fault("numbers for texts", ("numbers",)),
    Fault("booleans for texts", ("booleans",)),
    Fault("GetValue gives undefined", ("get-undefined",), says="lms.notKept"),
    Fault("GetValue throws", ("GetValue-throws",)),
    Fault("SetValue throws", later=("SetValue-throws",), says="lms.later"),
    Fault("SetValue gives false", later=("SetValue-false",), says="lms.later"),
    Fault("Commit throws", later=("Commit-throws",), says="lms.later"),
    Fault("Commit gives false", later=("Commit-false",), says="lms.later"),
    Fault("slow commit", ("commit-slow",), waits=False),
    Fault("every third call fails", ("third-fails",)),
    Fault("session expires", later=("expired",), says="lms.later"),
    Fault("loses the state", ("loses-state",)),
    Fault("loses everything", ("loses-all",), asks=True),
    Fault("truncates the state at 20", ("truncates",), says="lms.cut"),
    Fault("truncates the state at 255", ("truncates-255",)),
    Fault("refuses the state", ("refuses-state",), says="lms.cut"),
    Fault("forgets the state at once", ("forgets-at-once", "loses-state"), says="lms.cut"),
    Fault("state of a later form", options={"given": {"cmi.suspend_data": "a2.AAAA"}}, says="lms.stateDamaged"),
    Fault("state that is no state", options={"given": {"cmi.suspend_data": "1|2|3;bookmark=4"}}, says="lms.stateDamaged"),
    Fault("no lists", ("no-lists",)),
    Fault("no GetLastError", ("no-error",)),
    Fault("GetLastError throws", ("error-throws",)),
    Fault("Terminate throws", ("Terminate-throws",)),
    Fault("Terminate is refused", ("Terminate-false",)),
    Fault("passed already", options={"given": {"cmi.core.lesson_status": "passed", "cmi.completion_status": "completed", "cmi.success_status": "passed"}}),
    Fault("no learner's id", options={"learner": ""}),
    Fault("clock of another century"),
    Fault("clock goes back"),
]

CLOCKS = {
    "clock of another century": "const Real = Date; Date = class extends Real { constructor(...v) { v.length ? super(...v) : super(4102444800000 * 2) } static now() { return 8204889600000 } }",
    "clock goes back": "const Real = Date; let now = 1e12; Date = class extends Real { constructor(...v) { v.length ? super(...v) : super(now -= 3.6e6) } static now() { return now -= 3.6e6 } }",
}


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_fault(visits, standard, fault):
    options = {"learner": "rosa", "hop": fault.hop, **fault.options}
    visit = visits.open(standard, *fault.at_once, **options)
    if fault.name in CLOCKS:
        visit.js(CLOCKS[fault.name])
    if fault.later:
        visit.settled()
        visit.fault(*fault.later)
    question = visit.answer_practice()
    assert visit.find(f"#{question}").get_attribute("data-result") == "right"
    if fault.says:
        visit.wait_notice(visit.text(fault.says))
    else:
        if fault.waits:
            visit.settled()
        assert visit.notices == []
    assert visit.problems == []
    region = visit.all("#p_notices")
    assert all(element.get_attribute("role") == "status" for element in region)
    # One can go on.
    visit.go(visit.data["files"][0]["sections"][-1]["page"])
    visit.accept_warning()
    assert visit.problems == []
    refused = visit.refused if fault.name != "no API" else []
    assert refused == []
    time = [value for name, value in visit.values.items() if name.endswith("session_time")]
    assert all(value < "0000:30" if standard == "scorm12" else "H" not in value for value in time)
    visit.leave()

    again = visits.open(standard, ready=not fault.asks)
    if fault.asks:
        until(lambda: again.find("#p_ask").is_displayed(), 10, "the question")
        assert again.find("#p_ask_title").text == again.text("lms.foundTitle")
        again.click("[data-action=ask-yes]")
        again.wait_ready()
    assert again.question(question)["answered"] == fault.back
    again.settled()
    if fault.back and not fault.options.get("learner") == "":
        assert again.values["cmi.suspend_data"].startswith("a1.")
    if fault.name == "passed already":
        status = "cmi.core.lesson_status" if standard == "scorm12" else "cmi.success_status"
        assert again.values[status] == "passed"
    assert again.problems == []


def test_system_comes_back(visits, standard):
    visit = visits.open(standard)
    visit.settled()
    visit.fault("Commit-false")
    visit.answer_practice()
    visit.wait_notice(visit.text("lms.later"))
    visit.fault()
    until(lambda: not visit.notices, 15, "the notice to go")
    assert visit.values["cmi.interactions.0.result"] == "correct"


def test_work_can_be_saved_to_a_file_while_the_system_is_away(visits, standard):
    visit = visits.open(standard)
    visit.settled()
    visit.fault("expired")
    visit.answer_practice()
    visit.wait_notice(visit.text("lms.later"))
    path = visit.save_to_file(visit.driver.downloads)
    assert path.stat().st_size > 100
    path.unlink()


def test_two_learners_on_one_device(visits, standard):
    visit = visits.open(standard, learner="rosa", attempt="a")
    question = visit.answer_practice()
    visit.settled()
    visit.leave()
    other = visits.open(standard, learner="nour", attempt="b")
    assert not other.question(question)["answered"]
    other.leave()
    # The system has lost rosa's attempt, and somebody without an id sits down.
    for nobody in ["", "guest", "undefined"]:
        other = visits.open(standard, learner=nobody, attempt="c")
        assert not other.question(question)["answered"]
        other.leave()


def test_older_copy_does_not_replace_the_systems_work(visits, standard):
    visit = visits.open(standard)
    visit.answer_practice(right=False)
    visit.settled()
    old = visit.js("return Amparo.session.engine.revision()")
    visit.js("Amparo.LMS.store.copy = null")  # another device goes on with this attempt
    visit.click(f"#{visit.html_id(visit.practice)} [data-action=again]")
    visit.answer(visit.html_id(visit.practice), *visit.right(visit.practice))
    visit.settled()
    visit.leave()
    again = visits.open(standard)
    assert again.js("return Amparo.session.engine.revision()") > old
    assert again.question(again.html_id(again.practice))["correct"]


def test_slow_commit_does_not_hold_the_verdict(visits, standard):
    visit = visits.open(standard)
    item = visit.practice
    visit.go(item["page"])
    visit.accept_warning()
    visit.settled()
    visit.fault("commit-slow")
    question = visit.html_id(item)
    visit.choose(question, *visit.right(item))
    shown = visit.do(
        """
        const section = document.getElementById(arguments[0]);
        const began = performance.now();
        new MutationObserver(() => section.dataset.result && done(performance.now() - began)).observe(section, {attributes: true});
        section.querySelector('[data-action=check]').click();
        """,
        question,
    )
    assert shown < 2000
    until(lambda: visit.values.get("cmi.interactions.0.result") == "correct", 10, "the system to be told")
