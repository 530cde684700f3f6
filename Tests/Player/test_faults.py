"""Faults on purpose: each does what its name says, and a content page can meet it."""

import practice
import pytest
from browsers import until
from selenium.common.exceptions import WebDriverException

# A content page that looks for the system as the standards tell it to.
LOOKING = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Looking</title><link rel="icon" href="data:,">
<script>
  const find = (start) => {
    for (let at = start, hop = 0; at && hop < 500; hop += 1) {
      try { if (at.API_1484_11) return at.API_1484_11; } catch (problem) { globalThis.blocked = problem.name; }
      if (at === at.parent) break;
      at = at.parent;
    }
    return null;
  };
  globalThis.look = () => find(window) || (window.opener && find(window.opener));
  globalThis.began = new Date().getTime();
  globalThis.api = look();
  if (api) api.Initialize('');
  addEventListener('pagehide', () => { if (api) { api.SetValue('cmi.location', 'left'); api.Terminate(''); } });
</script><p>Looking.</p>"""


@pytest.fixture
def package(server, tmp_path):
    return server.add("looking", practice.empty_package(tmp_path / "looking", "2004 4th Edition", page=LOOKING))


@pytest.fixture
def quiet(server, tmp_path):
    """A package whose page makes no calls, in either standard."""
    return {
        name: server.add(f"quiet-{name}", practice.empty_package(tmp_path / name, version))
        for name, version in [("scorm12", "1.2"), ("scorm2004", "2004 4th Edition")]
    }


@pytest.fixture(params=["scorm12", "scorm2004"])
def system(request, lms, quiet):
    """Opens the quiet package with a fault and begins the session."""

    def begin(fault, init="true", **wishes):
        lms.open(quiet[request.param], fault=fault, **wishes)
        assert lms.call("init", "") == init
        lms.standard = request.param
        lms.place = {"scorm12": "cmi.core.lesson_location", "scorm2004": "cmi.location"}[request.param]
        lms.failure = {"scorm12": dict.fromkeys(["get", "set", "commit", "end"], "101"),
                       "scorm2004": {"get": "301", "set": "351", "commit": "391", "end": "111"}}[request.param]
        return lms

    return begin


@pytest.mark.parametrize("place", ["frame", "nested"])
def test_page_finds_the_system_and_says_goodbye(lms, package, place):
    lms.open(package, place=place)
    until(lambda: lms.js("return AmparoPlayer.runtime.state") == "running", 10, "the session")
    lms.leave()
    assert lms.attempts[0]["values"]["cmi.location"] == "left" and lms.attempts[0]["ended"]


def test_page_in_a_window_of_its_own(lms, package):
    lms.open(package, place="popup", start="0")
    lms.driver.find_element("id", "begin").click()
    until(lambda: lms.js("return AmparoPlayer.runtime?.state") == "running", 10, "the session")
    lms.leave()
    until(lambda: lms.attempts[0]["ended"], 10, "the end")
    assert lms.attempts[0]["values"]["cmi.location"] == "left"


def test_no_system(lms, package):
    lms.open(package, fault="no-api")
    lms.inside()
    assert lms.js("return api") is None


def test_system_that_comes_late(lms, package):
    lms.open(package, fault="late-api", delay="4000")
    lms.inside()
    assert lms.js("return api") is None
    until(lambda: lms.js("return window.look() !== null"), 10, "the system")


def test_frame_between_that_is_closed(lms, package):
    lms.open(package, fault="hop-throws")
    until(lambda: lms.js("return AmparoPlayer.runtime.state") == "running", 10, "the session")
    assert lms.js("return document.getElementById('content').contentWindow.frames[0].blocked") == "SecurityError"


def test_calls_that_throw(lms, package):
    lms.open(package, fault="calls-throw")
    until(lambda: lms.calls, 10, "a call")
    assert lms.calls[0]["result"] == "throws" and lms.mistakes == []


def test_refusals(system):
    lms = system("init-fails", init="false")
    assert lms.code() == {"scorm12": "101", "scorm2004": "102"}[lms.standard]
    assert lms.set(lms.place, "x") == "false"
    lms = system("everything-fails", init="false")
    lms = system("commit-fails")
    assert lms.set(lms.place, "x") == "true" and lms.call("commit", "") == "false" and lms.code() == lms.failure["commit"]
    assert lms.attempts[-1]["values"] == {}
    lms = system("end-refused")
    assert lms.call("end", "") == "false" and lms.code() == lms.failure["end"]
    assert lms.js("return AmparoPlayer.runtime.state") == "running"
    assert lms.mistakes == []


def test_every_third_call_fails(system):
    lms = system("third-fails")  # the first call
    results = [lms.set(lms.place, str(number)) for number in range(6)]
    assert results == ["true", "false", "true", "true", "false", "true"]
    assert lms.mistakes == []


def test_session_that_expires(system):
    lms = system("session-expires", after="3")
    assert [lms.set(lms.place, "x") for _ in range(4)] == ["true", "true", "false", "false"]
    assert lms.code() == lms.failure["set"]
    assert lms.get(lms.place) == "" and lms.code() == lms.failure["get"]
    assert lms.call("commit", "") == "false" and lms.call("end", "") == "false"


@pytest.mark.parametrize("fault, true, last", [
    ("returns-numbers", 1, 0), ("returns-booleans", True, "0"), ("returns-undefined", None, None)])
def test_answers_of_another_kind(system, fault, true, last):
    lms = system(fault, init=true)
    result, code = lms.set(lms.place, "x"), lms.code()
    assert (result, type(result)) == (true, type(true)) and (code, type(code)) == (last, type(last))
    assert lms.js("return AmparoPlayer.runtime.model.value(arguments[0])", lms.place) == "x"


def test_numbers_for_values(system):
    lms = system("returns-numbers", init=1)
    lms.set(lms.place, "7")
    assert lms.get(lms.place) == 7


@pytest.mark.parametrize("fault, failing", [("calls-throw", "commit"), ("everything-fails", "set"), ("returns-undefined", "get")])
def test_faults_of_some_calls_only(system, fault, failing):
    """Throws, refusals and odd answers may be about one function."""
    lms = system(fault, only=failing)
    outcomes = {}
    for kind, arguments in {"set": [lms.place, "x"], "get": [lms.place], "commit": [""], "end": [""]}.items():
        try:
            outcomes[kind] = lms.call(kind, *arguments)
        except WebDriverException:
            outcomes[kind] = "throws"
    odd = {"calls-throw": "throws", "everything-fails": "false", "returns-undefined": None}[fault]
    right = {"set": "true", "get": "" if failing == "set" else "x", "commit": "true", "end": "true"}
    assert outcomes == {**right, failing: odd}


def test_session_that_has_begun_already(system):
    lms = system("begun-already", init="false")
    assert lms.code() == {"scorm12": "101", "scorm2004": "103"}[lms.standard]
    assert lms.set(lms.place, "x") == lms.call("end", "") == "true" and lms.mistakes == []


def test_work_that_is_refused_or_hidden(system):
    lms = system("refuses-state")
    assert lms.set("cmi.suspend_data", "x") == "false" and lms.code() == {"scorm12": "405", "scorm2004": "406"}[lms.standard]
    assert lms.set(lms.place, "x") == "true" and lms.mistakes == []
    lms = system("hides-state")
    assert lms.set("cmi.suspend_data", "x") == "true" and lms.get("cmi.suspend_data") == ""
    lms = system("truncates-255", cut="2")
    assert lms.set("cmi.suspend_data", "xyz") == "true" and lms.get("cmi.suspend_data") == "xy"


def test_work_that_is_shown_late(system):
    lms = system("shows-late", delay="1500")
    assert lms.set("cmi.suspend_data", "x") == lms.set("cmi.suspend_data", "y") == "true"
    assert lms.get("cmi.suspend_data") == "" and lms.code() == "0"
    assert lms.js("return AmparoPlayer.runtime.model.value('cmi.suspend_data')") == "y"
    until(lambda: lms.get("cmi.suspend_data") == "y", 10, "the work to show")
    lms.set("cmi.suspend_data", "z")
    assert lms.get("cmi.suspend_data") == "y" and lms.mistakes == []


def test_lists_that_are_not_counted(system):
    lms = system("no-counts")
    assert lms.set("cmi.interactions.0.id", "a") == "true"
    for name, value in [("cmi.interactions._count", ""), ("cmi.interactions.0.id", "a"), ("cmi.interactions.1.id", ""), ("cmi.objectives._count", "")]:
        assert (lms.get(name), lms.code()) == (value, "0"), name
    assert lms.mistakes == []


def test_visit_that_does_not_count(system):
    lms = system("", credit="no-credit")
    credit = {"scorm12": "cmi.core.credit", "scorm2004": "cmi.credit"}[lms.standard]
    assert lms.get(credit) == "no-credit"
    assert lms.set(lms.place, "x") == lms.call("end", "") == "true" and lms.attempts[-1]["values"][lms.place] == "x"


def test_learner_without_an_id(system):
    lms = system("", **{"learner-id": ""})
    learner = {"scorm12": "cmi.core.student_id", "scorm2004": "cmi.learner_id"}[lms.standard]
    assert lms.get(learner) == "" and lms.code() == "0"


def test_saving_that_takes_long(system):
    lms = system("slow-commit", delay="400")
    took = lms.js(
        """const start = performance.now(), {standard} = AmparoPlayer.runtime;
           window[standard.object][standard.functions.commit](''); return performance.now() - start""")
    assert 400 <= took < 5000


@pytest.mark.parametrize("fault, kept", [("truncates-255", 255), ("truncates-4096", 4096), ("loses-state", 0)])
def test_work_that_gets_lost(system, fault, kept):
    lms = system(fault)
    length = 4096 if lms.standard == "scorm12" else 5000
    leaving = {"scorm12": "cmi.core.exit", "scorm2004": "cmi.exit"}[lms.standard]
    assert lms.set("cmi.suspend_data", "x" * length) == lms.set(leaving, "suspend") == lms.call("end", "") == "true"
    lms = system(fault)
    assert len(lms.get("cmi.suspend_data")) == kept


def test_status_that_changes(system):
    lms = system("changes-status")
    name = {"scorm12": "cmi.core.lesson_status", "scorm2004": "cmi.completion_status"}[lms.standard]
    lms.set(name, "completed")
    assert lms.get(name) == "completed"
    lms.call("commit", "")
    assert lms.get(name) == "incomplete"


def test_only_what_is_required(system):
    lms = system("core-only")
    code = {"scorm12": "401", "scorm2004": "402"}[lms.standard]
    assert lms.set("cmi.interactions.0.id", "a") == "false" and lms.code() == code
    assert lms.get("cmi.objectives._count") == "" and lms.code() == code
    assert lms.set("cmi.suspend_data", "x") == "true"


def test_nothing_to_read(system):
    lms = system("reads-nothing")
    name = {"scorm12": "cmi.core.lesson_status", "scorm2004": "cmi.completion_status"}[lms.standard]
    lms.set(name, "completed")
    assert lms.get(name) == "" and lms.code() == "0"
    lms.set("cmi.suspend_data", "x")
    assert lms.get("cmi.suspend_data") == "x"


def test_clock_that_is_behind(lms, package):
    lms.open(package, fault="clock-behind")
    lms.inside("window.began")
    assert lms.js("return Math.round((parent.Date.now() - began) / 86400e3)") == 3 * 365
    assert lms.js("return new window.Date(0).getTime() === 0 && new window.Date() instanceof window.Date")


def test_clock_that_jumps(lms, package):
    lms.open(package, fault="clock-jumps", delay="1500")
    lms.inside("window.began")
    assert lms.js("return Math.abs(parent.Date.now() - began) < 20000")
    until(lambda: lms.js("return window.Date.now() < began"), 10, "the jump")


def test_every_fault_has_words(lms, quiet):
    lms.open(quiet["scorm12"], start="0")
    missing = lms.js(
        """return Promise.all([import('/player/faults.js'), import('/player/fault-words.js')]).then(([{FAULTS}, {FAULT_WORDS}]) =>
             FAULTS.filter((name) => FAULT_WORDS[name]?.filter(Boolean).length !== 4)
               .concat(Object.keys(FAULT_WORDS).filter((name) => !FAULTS.includes(name))))""")
    assert missing == []
