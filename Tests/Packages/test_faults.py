"""Systems that fail: the learner can always go on, sees no error, and loses nothing that this device can keep.

Each row: what the system does, what the learner reads during the first visit (a key of the texts, or nothing),
and whether the work is back at the next visit, to a system that works. docs/packages.md has the same rows in words.
"""

from dataclasses import dataclass, field

import practice
import pytest
from browsers import until
from conftest import ROOT, STANDARDS


@dataclass
class Fault:
    name: str
    at_once: tuple = ()  # faults of the practice system from the first call on
    later: tuple = ()  # faults from the first answer on
    only: tuple = ()  # the calls that they are about; all when empty
    back: bool = True  # whether the answer is there at the next visit
    says: str | None = None
    wishes: dict = field(default_factory=dict)  # further parts of the system's address
    values: dict = field(default_factory=dict)  # what the system kept of an earlier visit
    asks: bool = False  # whether the next visit, a new attempt, asks before it takes the copy
    waits: bool = True  # whether the system hears of it before the learner leaves
    firefox: bool = False  # whether Firefox plays the row, too

    def __str__(self):
        return self.name


DONE = {"cmi.core.lesson_status": "passed", "cmi.completion_status": "completed", "cmi.success_status": "passed"}

FAULTS = [
    # Finding the system
    Fault("no system", ("no-api",), back=False, says="lms.alone", firefox=True),
    Fault("a frame of another origin between", wishes={"folder": "far-{standard}"}, firefox=True),
    Fault("a closed frame between", ("hop-throws",)),
    Fault("a frame between", wishes={"place": "nested"}),
    Fault("the system is in the opener", wishes={"place": "popup"}, firefox=True),
    Fault("the system comes late", ("late-api",), wishes={"delay": "700"}, firefox=True),
    # Calls that fail
    Fault("beginning breaks down", ("calls-throw",), only=("init",), back=False, says="lms.refused", firefox=True),
    Fault("beginning is refused", ("init-fails",), back=False, says="lms.refused"),
    Fault("begun already", ("begun-already",), firefox=True),
    Fault("reading breaks down", ("calls-throw",), only=("get",), back=False, says="lms.notKept"),
    Fault("setting breaks down", later=("calls-throw",), only=("set",), says="lms.later", firefox=True),
    Fault("setting is refused", later=("everything-fails",), only=("set",), says="lms.later"),
    Fault("keeping breaks down", later=("calls-throw",), only=("commit",), says="lms.later"),
    Fault("keeping is refused", later=("commit-fails",), says="lms.later", firefox=True),
    Fault("keeping is slow", ("slow-commit",), wishes={"delay": "600"}, waits=False),
    Fault("every third call fails", ("third-fails",), firefox=True),
    Fault("the session expires", later=("session-expires",), says="lms.later", firefox=True),
    Fault("everything breaks down", later=("calls-throw",), says="lms.later"),
    Fault("asking for the error breaks down", ("calls-throw",), only=("last",)),
    Fault("ending breaks down", ("calls-throw",), only=("end",)),
    Fault("ending is refused", ("end-refused",)),
    # Odd answers
    Fault("calls answer nothing", ("returns-undefined",), only=("init", "set", "commit", "end")),
    Fault("everything answers nothing", ("returns-undefined",), says="lms.notKept", firefox=True),
    Fault("reading gives nothing", ("returns-undefined",), only=("get",), says="lms.notKept"),
    Fault("no error codes", ("returns-undefined",), only=("last",)),
    Fault("numbers for texts", ("returns-numbers",)),
    Fault("booleans for texts", ("returns-booleans",)),
    # What is kept
    Fault("the state is lost", ("loses-state",), firefox=True),
    Fault("everything is lost", asks=True, firefox=True),
    Fault("the state is cut at 20 characters", ("truncates-255",), says="lms.cut", wishes={"cut": "20"}, firefox=True),
    Fault("long states are cut at 255 characters", ("truncates-255",)),
    Fault("the state is refused", ("refuses-state",), says="lms.cut"),
    Fault("the state is shown late", ("shows-late",), wishes={"delay": "700"}, firefox=True),
    Fault("the state can't be read back", ("hides-state", "loses-state"), says="lms.cut"),
    Fault("the state is of a later form", values={"cmi.suspend_data": "a2.AAAA"}, says="lms.stateDamaged"),
    Fault("the state is something else", values={"cmi.suspend_data": "1|2|3;bookmark=4"}, says="lms.stateDamaged", firefox=True),
    Fault("optional parts are missing", ("core-only",)),
    Fault("lists aren't counted", ("no-counts",)),
    Fault("status and score can't be read", ("reads-nothing",)),
    Fault("the system changes the status", ("changes-status",)),
    Fault("passed already", values=DONE),
    # Who and when
    Fault("no learner's id", wishes={"learner": ""}),
    Fault("the clock is three years behind", ("clock-behind",)),
    Fault("the clock jumps back a day", ("clock-jumps",), wishes={"delay": "1"}),
    Fault("the clock is of another century"),
]
CENTURY = "const Real = Date; Date = class extends Real { constructor(...v) { v.length ? super(...v) : super(Date.now()) } static now() { return 8204889600000 } }"
# Mistakes that nobody can avoid. Whether SCORM 1.2 refuses to begin or has begun already shows only when one asks for
# a value; who can't read doesn't know that the manifest has put an objective into the list; and where a count is empty
# the ids are looked for.
IDS = ["cmi.interactions.0.id", "cmi.objectives.0.id"]
CANNOT_KNOW = {
    ("beginning is refused", "scorm12"): ["cmi.core.student_id"],
    ("reading breaks down", "scorm2004"): IDS[1:],
    **{(name, standard): IDS for name in ["reading gives nothing", "everything answers nothing"] for standard in STANDARDS},
}
# Parts of a system that leave no trace of an answer in a report.
SILENT = {"optional parts are missing"}

# All rows in Chromium, a third in Firefox: what differs between browsers is windows, frames, storage and the last moments of a page.
ROWS = [("chromium", fault) for fault in FAULTS] + [("firefox", fault) for fault in FAULTS if fault.firefox]


@pytest.fixture(scope="session")
def far(server, tmp_path_factory):
    """Packages that stand in a frame of another origin; the system's own hops stay on its origin."""
    origin = server.address.replace("127.0.0.1", "localhost")
    folder = tmp_path_factory.mktemp("far")
    for standard, version in zip(STANDARDS, ["1.2", "2004 4th Edition"], strict=True):
        server.add(f"far-{standard}", practice.empty_package(folder / standard, version, page=frame(f"{origin}/far-{standard}/hop.html")))
        (folder / standard / "hop.html").write_text(frame(f"{server.address}/{standard}/index.html"), encoding="utf-8")


def frame(address):
    style = "border:0;position:fixed;inset:0;width:100%;height:100%"
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Frame</title><iframe style="{style}" src="{address}"></iframe>'


def begin(visits, standard, fault):
    """The first visit, up to the first answer."""
    wishes = {name: value.format(standard=standard) for name, value in fault.wishes.items()}
    if fault.name == "no system":
        visits.wipe()  # without a system, all who come share one place
    if fault.values:
        names = {"scorm12": {"cmi.core.lesson_status"}, "scorm2004": {"cmi.completion_status", "cmi.success_status"}}[standard]
        visits.seed(standard, {name: value for name, value in fault.values.items() if name in names | {"cmi.suspend_data"}})
    visit = visits.open(standard, *fault.at_once, only=fault.only, **wishes)
    visit.js("Amparo.SCORMLink.patience = 1500")  # half a minute, outside of tests
    if "century" in fault.name:
        visit.js(CENTURY)
    if fault.later:
        visit.settled()
        visit.fault(*fault.later, only=fault.only)
    return visit


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize(("kind", "fault"), ROWS, ids=str)
def test_fault(visits, standard, fault, far):
    visit = begin(visits, standard, fault)
    item = visit.practice
    question = visit.answer_practice()
    assert visit.find(f"#{question}").get_attribute("data-result") == "right"
    visit.go_on()
    if fault.says:
        visit.wait_notice(visit.text(fault.says))
    else:
        if fault.waits:
            visit.looked()
        assert visit.notices == []
    assert visit.problems == []
    assert visit.js("return [...document.querySelectorAll('#p_notices')].every((each) => each.getAttribute('role') === 'status')")
    assert [mistake["args"][0] for mistake in visit.mistakes if mistake["args"][0] not in CANNOT_KNOW.get((fault.name, standard), [])] == []
    time = [value for name, value in visit.values.items() if name.endswith("session_time")]
    assert all(value < "0000:30" if standard == "scorm12" else "H" not in value for value in time)
    visit.leave()

    same = {name: value.format(standard=standard) for name, value in fault.wishes.items() if name in ("learner", "folder")}
    again = visits.open(standard, ready=not fault.asks, how="new" if fault.asks else "usual", **same)
    if fault.asks:
        until(lambda: again.find("#p_ask").is_displayed(), 10, "the question")
        assert again.find("#p_ask_title").text == again.text("lms.foundTitle")
        again.click("[data-action=ask-yes]")
        again.wait_ready()
    assert again.question(question)["answered"] == fault.back
    again.settled()
    if fault.back:
        assert again.values["cmi.suspend_data"].startswith("a1.")
    if fault.back and fault.name not in SILENT:
        # What the system hadn't heard of is reported now.
        assert again.record_of(item)["result"] == "correct"
    if fault.name == "passed already":
        assert again.report["success"] == "passed"
    assert again.problems == [] and again.mistakes == []


def test_there_are_enough_rows_and_all_are_documented():
    assert len(FAULTS) > 40 and sum(fault.firefox for fault in FAULTS) * 3 >= len(FAULTS)
    table = (ROOT / "docs" / "packages.md").read_text(encoding="utf-8").split("\n| What the system does |", 1)[1].split("\n\n", 1)[0]
    written = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")]
    assert written == [fault.name for fault in FAULTS]


def test_status_that_a_system_changes_is_set_again(visits, standard):
    visit = visits.open(standard, "changes-status")
    visit.read_all()
    visit.leave()
    again = visits.open(standard)
    again.settled()
    again.leave()
    assert (again.report["completion"], again.report["success"]) == ("completed", "passed")


@pytest.mark.parametrize(("fault", "only"), [("commit-fails", []), ("everything-fails", ["set"])], ids=["keeping", "setting"])
def test_system_comes_back(visits, standard, fault, only):
    visit = visits.open(standard)
    item = visit.practice
    visit.settled()
    visit.fault(fault, only=only)
    visit.answer_practice()
    visit.go_on()
    visit.wait_notice(visit.text("lms.later"))
    visit.fault()
    visit.try_again()
    assert visit.record_of(item)["result"] == "correct"


def test_work_can_be_saved_to_a_file_while_the_system_is_away(visits, standard):
    visit = visits.open(standard)
    visit.settled()
    visit.fault("session-expires")
    visit.answer_practice()
    visit.go_on()
    visit.wait_notice(visit.text("lms.later"))
    path = visit.save_to_file(visit.driver.downloads)
    assert path.stat().st_size > 100
    path.unlink()


def test_two_learners_on_one_device(visits, standard):
    visit = visits.open(standard)
    question = visit.answer_practice()
    visit.settled()
    visit.leave()
    # Others, one of whom the system knows, and three whom it doesn't.
    for other in [f"{visits.rosa}-sister", "", "guest", "undefined"]:
        visit = visits.open(standard, learner=other, how="new")
        assert not visit.question(question)["answered"]
        visit.leave()


def test_another_standard_is_another_course(visits):
    """What one package has told its system, the system of the other hasn't heard."""
    first = visits.open("scorm12")
    item = first.practice
    question = first.answer_practice()
    first.settled()
    first.leave()
    other = visits.open("scorm2004")
    assert not other.question(question)["answered"] and other.notices == []
    other.answer_practice(right=False)
    other.settled()
    assert other.record_of(item)["result"] == "incorrect"
    other.leave()
    # And back: each has its own work.
    first = visits.open("scorm12")
    assert first.question(question)["correct"] and first.record_of(item)["result"] == "correct"
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


def test_verdict_does_not_wait_for_a_slow_system(visits, standard):
    visit = visits.open(standard)
    item = visit.practice
    question = visit.show(item)
    visit.settled()
    visit.fault("slow-commit")
    visit.choose(question, *visit.right(item))
    # The order of events says it, whatever the speed: the verdict shows before the system is asked to keep anything.
    kept = visit.do(
        """
        const section = document.getElementById(arguments[0]);
        const { calls } = top.AmparoPlayer.runtime;
        top.AmparoPlayer.faults.delay = 1000;
        const commits = () => calls.filter(({ kind }) => kind === 'commit').length;
        const before = commits();
        new MutationObserver(() => section.dataset.result && done(commits() - before)).observe(section, {attributes: true});
        section.querySelector('[data-action=check]').click();
        """,
        question,
    )
    assert kept == 0
    until(lambda: (visit.record_of(item) or {}).get("result") == "correct", 10, "the system to be told")
