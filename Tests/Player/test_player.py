"""The practice learning system: sessions, attempts and how they go on."""

import json

import practice
import pytest

VERSIONS = {"scorm12": "1.2", "scorm2004": "2004 4th Edition"}
OBJECTIVES = """<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="primary"/>
<imsss:objective objectiveID="m01.o1"/></imsss:objectives></imsss:sequencing>"""
MARK_2004 = """<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="primary" satisfiedByMeasure="true">
<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>
<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/>"""
MARK_12 = "<adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>hello</adlcp:datafromlms>"

# Names of the same thing in both standards.
NAMES = {
    "scorm12": {"exit": "cmi.core.exit", "entry": "cmi.core.entry", "mode": "cmi.core.lesson_mode", "credit": "cmi.core.credit",
                "session": "cmi.core.session_time", "total": "cmi.core.total_time", "place": "cmi.core.lesson_location"},
    "scorm2004": {"exit": "cmi.exit", "entry": "cmi.entry", "mode": "cmi.mode", "credit": "cmi.credit", "session": "cmi.session_time",
                  "total": "cmi.total_time", "place": "cmi.location"},
}
# Half a minute, and three times that.
SPANS = {"scorm12": ("00:00:30.5", "0000:01:31.50"), "scorm2004": ("PT30.5S", "PT1M31.50S")}


@pytest.fixture(params=VERSIONS)
def standard(request):
    return request.param


@pytest.fixture
def package(server, tmp_path):
    """Makes a package whose page does nothing; its address."""

    def make(standard, item=""):
        return server.add(standard, practice.empty_package(tmp_path / standard, VERSIONS[standard], item))

    return make


def session(lms, package, sets=(), end=True, **wishes):
    """A whole session: begins, sets, keeps, ends."""
    lms.open(package, **wishes)
    assert lms.call("init", "") == "true"
    for name, value in sets:
        assert lms.set(name, value) == "true", (name, lms.code())
    assert lms.call("commit", "") == "true"
    if end:
        assert lms.call("end", "") == "true"


# Sessions


CODES = {
    # kind: before, running, over; None: the call that leads on
    "scorm12": {"init": (None, 101, 101), "get": (301, 0, 301), "set": (301, 0, 301), "commit": (301, 0, 301), "end": (301, None, 301)},
    "scorm2004": {"init": (None, 103, 104), "get": (122, 0, 123), "set": (132, 0, 133), "commit": (142, 0, 143), "end": (112, None, 113)},
}


def test_calls_out_of_turn(lms, package, standard):
    lms.open(package(standard))
    place = NAMES[standard]["place"]
    arguments = {"init": [""], "get": [place], "set": [place, "x"], "commit": [""], "end": [""]}
    for state, leads in enumerate(["init", "end", None]):
        for kind in ("init", "set", "get", "commit", "end"):
            code = CODES[standard][kind][state]
            if code is None:
                continue
            result = lms.call(kind, *arguments[kind])
            right = "x" if kind == "get" else "true"
            wrong = "" if kind == "get" else "false"
            assert (lms.code(), result) == (str(code), wrong if code else right), (state, kind)
        if leads:
            assert lms.call(leads, "") == "true" and lms.code() == "0"


@pytest.mark.parametrize("call", [
    ("commit", "x"), ("commit",), ("commit", None), ("set", "PLACE"), ("set", "PLACE", 5), ("set", "PLACE", None), ("get",), ("get", 5), ("end", "x"),
    ("set", "PLACE", "x", "y"), ("set", "PLACE", True)], ids=str)
def test_arguments_are_texts(lms, package, standard, call):
    lms.open(package(standard))
    lms.call("init", "")
    result = lms.call(*[NAMES[standard]["place"] if part == "PLACE" else part for part in call])
    assert result == ("" if call[0] == "get" else "false") and lms.code() == "201"


def test_beginning_takes_empty_text(lms, package, standard):
    lms.open(package(standard))
    assert lms.call("init", "x") == "false" and lms.code() == "201"
    assert lms.call("init", "") == "true"


def test_error_texts_leave_the_last_error(lms, package, standard):
    lms.open(package(standard))
    lms.call("init", "")
    lms.set(NAMES[standard]["mode"], "normal")
    code = {"scorm12": "403", "scorm2004": "404"}[standard]
    assert lms.code() == code
    assert "read only" in lms.call("text", code).lower()
    assert lms.call("text", "7777") == "" and lms.call("text", "0").lower() == "no error"
    assert NAMES[standard]["mode"] in lms.call("diagnostic", "")
    assert lms.code() == code
    lms.get(NAMES[standard]["mode"])
    assert lms.code() == "0"


def test_only_the_object_of_the_standard_is_there(lms, package, standard):
    lms.open(package(standard))
    own, other = {"scorm12": ("API", "API_1484_11"), "scorm2004": ("API_1484_11", "API")}[standard]
    assert lms.js(f"return typeof window.{own} + typeof window.{other}") == "objectundefined"
    names = lms.js(f"return Object.keys({own}).sort()")
    assert len(names) == 8 and all(name.startswith("LMS") == (standard == "scorm12") for name in names)


# Attempts


def test_left_for_later_goes_on(lms, package, standard):
    names, (span, total) = NAMES[standard], SPANS[standard]
    address = package(standard)
    session(lms, address, [(names["place"], "p7"), ("cmi.suspend_data", "a1.x"), (names["session"], span), (names["exit"], "suspend")])
    for _ in range(2):
        lms.open(address)
        lms.call("init", "")
        assert (lms.get(names["entry"]), lms.get(names["place"]), lms.get("cmi.suspend_data")) == ("resume", "p7", "a1.x")
        assert lms.set(names["session"], span) == lms.set(names["exit"], "suspend") == "true"
        lms.call("end", "")
    lms.open(address)
    lms.call("init", "")
    assert lms.get(names["total"]) == total
    assert [attempt["seconds"] for attempt in lms.attempts] == [91.5]


@pytest.mark.parametrize("leaving", ["", "logout", "time-out", None])
def test_ended_begins_anew(lms, package, standard, leaving):
    names = NAMES[standard]
    address = package(standard)
    session(lms, address, [("cmi.suspend_data", "a1.x")] + ([(names["exit"], leaving)] if leaving is not None else []))
    lms.open(address)
    lms.call("init", "")
    assert (lms.get(names["entry"]), lms.get("cmi.suspend_data")) == ("ab-initio", "")
    assert len(lms.attempts) == 2 and lms.attempts[0]["values"]["cmi.suspend_data"] == "a1.x"


def test_exit_is_not_remembered(lms, package, standard):
    """A second session that says nothing about its end doesn't go on."""
    address = package(standard)
    session(lms, address, [(NAMES[standard]["exit"], "suspend")])
    session(lms, address)
    lms.open(address)
    assert len(lms.attempts) == 2


def test_page_that_goes_away_without_an_end(lms, package, standard):
    names, (span, _) = NAMES[standard], SPANS[standard]
    address = package(standard)
    session(lms, address, [("cmi.suspend_data", "kept"), (names["session"], span), (names["exit"], "suspend")], end=False)
    lms.set("cmi.suspend_data", "never kept")
    lms.open(address)
    lms.call("init", "")
    assert (lms.get(names["entry"]), lms.get("cmi.suspend_data")) == ("resume", "kept")
    assert lms.attempts[0]["seconds"] == 30.5


@pytest.mark.parametrize("how", ["review", "browse"])
def test_looking_counts_nothing(lms, package, standard, how):
    names = NAMES[standard]
    address = package(standard)
    session(lms, address, [("cmi.suspend_data", "done")])
    before = lms.record
    lms.open(address, how=how)
    lms.call("init", "")
    assert [lms.get(names[name]) for name in ("mode", "credit", "entry")] == [how, "no-credit", ""]
    assert lms.get("cmi.suspend_data") == ("done" if how == "review" else "")
    assert lms.set("cmi.suspend_data", "changed") == lms.call("commit", "") == lms.call("end", "") == "true"
    assert lms.record == before


def test_new_attempt_on_wish_and_two_learners(lms, package, standard):
    names = NAMES[standard]
    address = package(standard)
    session(lms, address, [("cmi.suspend_data", "first"), (names["exit"], "suspend")])
    lms.open(address, learner="2")
    lms.call("init", "")
    assert lms.get("cmi.suspend_data") == "" and lms.record["learner"] == {"id": "learner-2", "name": "Okello, Peter"}
    lms.open(address, how="new")
    lms.call("init", "")
    assert lms.get("cmi.suspend_data") == "" and len(lms.attempts) == 2
    lms.open(address, **{"learner-id": "x9", "learner-name": "Nine, X"})
    lms.call("init", "")
    assert lms.get("cmi.core.student_name" if standard == "scorm12" else "cmi.learner_name") == "Nine, X"


def test_records_leave_with_the_export(lms, package, standard):
    session(lms, package(standard), [(NAMES[standard]["place"], "é <b>")])
    record = json.loads(lms.js("return localStorage.getItem(AmparoPlayer.attempts.key)"))
    assert record == lms.record
    assert record["standard"] == standard and record["attempts"][0]["values"][NAMES[standard]["place"]] == "é <b>"
    # The file that the button saves.
    saved = lms.js(
        """const make = URL.createObjectURL; let text; URL.createObjectURL = (blob) => { text = blob.text(); return make(blob); };
           document.getElementById('export').click(); URL.createObjectURL = make; return text""")
    assert json.loads(saved) == record


# What the system decides


@pytest.mark.parametrize("sets, item, status", [
    ([], "", "completed"),
    ([("cmi.core.lesson_status", "incomplete")], "", "incomplete"),
    ([("cmi.core.lesson_status", "completed"), ("cmi.core.score.raw", "79")], MARK_12, "failed"),
    ([("cmi.core.lesson_status", "incomplete"), ("cmi.core.score.raw", "80")], MARK_12, "passed"),
    ([("cmi.core.lesson_status", "incomplete")], MARK_12, "incomplete"),
], ids=str)
def test_scorm12_status_at_the_end(lms, package, sets, item, status):
    session(lms, package("scorm12", item), sets)
    assert lms.attempts[0]["values"]["cmi.core.lesson_status"] == status


def test_scorm12_manifest_reaches_the_page(lms, package):
    lms.open(package("scorm12", MARK_12))
    lms.call("init", "")
    assert (lms.get("cmi.student_data.mastery_score"), lms.get("cmi.launch_data")) == ("80", "hello")


def test_scorm2004_objectives_of_the_manifest(lms, package):
    lms.open(package("scorm2004", OBJECTIVES))
    lms.call("init", "")
    assert [lms.get(f"cmi.objectives.{number}.id") for number in (0, 1)] == ["primary", "m01.o1"]
    assert lms.get("cmi.objectives._count") == "2"
    assert lms.set("cmi.objectives.1.success_status", "passed") == "true"
    assert lms.set("cmi.objectives.2.id", "m01.o1") == "false" and lms.code() == "351"


@pytest.mark.parametrize("score, progress, success, completion", [
    (None, None, "unknown", "incomplete"), ("0.79", "0.49", "failed", "incomplete"), ("0.8", "0.5", "passed", "completed")])
def test_scorm2004_marks_of_the_manifest_decide(lms, package, score, progress, success, completion):
    lms.open(package("scorm2004", MARK_2004))
    lms.call("init", "")
    assert (lms.get("cmi.scaled_passing_score"), lms.get("cmi.completion_threshold")) == ("0.8", "0.5")
    lms.set("cmi.completion_status", "incomplete")
    lms.set("cmi.success_status", "passed")
    if score:
        lms.set("cmi.score.scaled", score)
        lms.set("cmi.progress_measure", progress)
    assert (lms.get("cmi.success_status"), lms.get("cmi.completion_status")) == (success, completion)


@pytest.mark.parametrize("wish, goes_on, kept", [
    ("suspendAll", True, "second"), ("exitAll", False, "second"), ("abandonAll", False, "first"), ("_none_", False, "second")])
def test_scorm2004_requests_at_the_end(lms, package, wish, goes_on, kept):
    address = package("scorm2004")
    session(lms, address, [("cmi.location", "first"), ("cmi.exit", "suspend")])
    lms.open(address)
    lms.call("init", "")
    lms.set("cmi.location", "second")
    lms.set("adl.nav.request", wish)
    lms.call("end", "")
    assert lms.js("return AmparoPlayer.attempts.goesOn") is goes_on
    assert lms.attempts[0]["values"]["cmi.location"] == kept
