"""The adapter's rules alone, without a page: what is reported, as which pairs, in which form."""

import hashlib
import json

import pytest
from conftest import ROOT

SCRIPTS = ROOT / "Sources" / "LearnerRuntime" / "Scripts"
# An engine that answers what it is told: file 0 with one quiz (activity 1) and one question (activity 0).
ENGINE = """
const engine = ({ done = 0, total = 4, percent = null, passed = false, question = {}, tree = {} } = {}) => ({
  progress: () => ({ files: [{ done, total, sections: [] }] }),
  quiz: () => ({ bestPercent: percent, bestPassed: passed, finished: percent !== null }),
  question: () => ({ answered: false, correct: false, score: 0, chosen: [], ...question }),
  tree: () => ({ path: [], node: 0, finished: false, ...tree }),
});
"""
LMS = {
    "scorm12": {
        "standard": "scorm12", "completion": {"files": [0]}, "success": {"quizzes": [{"activity": [0, 1], "pass": 80, "weight": 1}], "mastery": None},
        "status": {
            "incomplete": {"unknown": "incomplete", "failed": "failed", "passed": "passed"},
            "complete": {"unknown": "incomplete", "failed": "failed", "passed": "passed"},
        },
        "results": {"right": "correct", "wrong": "wrong", "none": "neutral"}, "limits": {"steps": None, "response": 255},
        "objectives": [], "interactions": [],
    },
}
LMS["scorm2004"] = {**LMS["scorm12"], "standard": "scorm2004", "status": None}


@pytest.fixture
def rules(running, kind):
    """Runs a script with the rules and an engine that answers what it is told."""
    driver = running(kind)
    if driver.current_url != "about:blank":
        driver.get("about:blank")
    stub = "globalThis.Amparo = {BrowserStore: class {}};"
    sources = "".join((SCRIPTS / name).read_text() for name in ["90-lms-report.js", "91-scorm-elements.js", "92-lms-state.js"])

    def run(script, *arguments):
        return driver.execute_script(f"const given = [...arguments];{stub}{sources}{ENGINE}{script}", *arguments)

    return run


def standing(rules, standard, state, before=None, counts_score=False, **changes):
    pairs = rules(
        "const [lms, state, before, counts] = given; return Amparo.SCORMElements.standing(Amparo.LMSReport.of(engine(state), lms), lms, before, counts)",
        {**LMS[standard], **changes}, state, before or {"completion": "", "success": ""}, counts_score,
    )
    return {name.replace("cmi.core.", "").replace("cmi.", ""): value for name, value in pairs}


@pytest.mark.parametrize(
    ("state", "status", "completion", "success", "raw"),
    [
        ({}, "incomplete", "incomplete", "unknown", None),
        ({"done": 4}, "incomplete", "completed", "unknown", None),
        ({"done": 3, "percent": 79}, "failed", "incomplete", "failed", "79"),
        ({"done": 3, "percent": 80, "passed": True}, "passed", "incomplete", "passed", "80"),
        ({"done": 4, "percent": 100, "passed": True}, "passed", "completed", "passed", "100"),
        # All points, and a critical question missed in the best attempt that counts.
        ({"done": 4, "percent": 95}, "failed", "completed", "failed", "95"),
    ],
)
def test_standing(rules, state, status, completion, success, raw):
    old = standing(rules, "scorm12", state)
    assert (old["lesson_status"], old.get("score.raw")) == (status, raw)
    new = standing(rules, "scorm2004", state)
    assert (new["completion_status"], new["success_status"], new.get("score.raw")) == (completion, success, raw)


@pytest.mark.parametrize(
    ("before", "state", "after"),
    [
        ("passed", {}, "passed"), ("passed", {"percent": 10}, "passed"), ("completed", {}, "completed"), ("failed", {}, "failed"),
        ("failed", {"percent": 90, "passed": True}, "passed"), ("completed", {"percent": 10}, "failed"), ("browsed", {}, "incomplete"),
        ("not attempted", {}, "incomplete"), ("nonsense", {}, "incomplete"),
    ],
)
def test_what_a_system_has_is_not_taken_back(rules, before, state, after):
    assert standing(rules, "scorm12", state, {"completion": before, "success": ""})["lesson_status"] == after
    if before in ("passed", "failed"):
        known = {"completion": "completed", "success": before}
        new = standing(rules, "scorm2004", state, known)
        assert (new["completion_status"], new["success_status"]) == ("completed", after)


READING = {key: {"unknown": value} for key, value in {"incomplete": "incomplete", "complete": "completed"}.items()}


def test_without_a_deciding_quiz(rules):
    done = standing(rules, "scorm12", {"done": 4}, success=None, status=READING)
    assert done == {"lesson_status": "completed"}
    assert "score.raw" not in standing(rules, "scorm2004", {"done": 4}, success=None)


@pytest.mark.parametrize(
    ("state", "changes", "raw"),
    [
        ({}, {}, "0"), ({"done": 3}, {}, "75"), ({"done": 4}, {}, "99"), ({"done": 3, "percent": 100, "passed": True}, {}, "75"),
        ({"done": 4, "percent": 79}, {}, "99"), ({"done": 4, "percent": 80, "passed": True}, {}, "100"),
        ({"done": 3}, {"success": None, "status": READING}, "75"), ({"done": 4}, {"success": None, "status": READING}, "100"),
    ],
)
def test_a_system_that_takes_the_score_for_progress(rules, state, changes, raw):
    """100 is only for who is through, and has passed where a quiz decides."""
    found = standing(rules, "scorm12", state, counts_score=True, **changes)
    assert (found["score.raw"], found["score.min"], found["score.max"]) == (raw, "0", "100")


def test_weighted_score_is_rounded_down(rules):
    score = rules(
        "const [lms] = given; const results = [{bestPercent: 100, bestPassed: true}, {bestPercent: 50, bestPassed: false}, {bestPercent: null, bestPassed: false}];"
        "const play = {...engine(), quiz: (file, activity) => results[activity]};"
        "return [Amparo.LMSReport.of(play, lms).score, Amparo.LMSReport.of(play, lms).success]",
        {**LMS["scorm12"], "success": {"quizzes": [{"activity": [0, n], "weight": w} for n, w in enumerate([2, 3, 2])]}},
    )
    assert score == [50, "unknown"]


@pytest.mark.parametrize(
    ("milliseconds", "old", "new"),
    [
        (0, "0000:00:00.00", "PT0S"), (65254, "0000:01:05.25", "PT1M5.25S"), (3600000, "0001:00:00.00", "PT1H0S"), (-5, "0000:00:00.00", "PT0S"),
        (59999, "0000:00:59.99", "PT59.99S"), (1e15, "9999:59:59.99", "PT9999H59M59.99S"), (None, "0000:00:00.00", "PT0S"),
    ],
)
def test_session_time(rules, milliseconds, old, new):
    found = rules("return ['scorm12', 'scorm2004'].map((standard) => Amparo.SCORMElements.duration(given[0], standard))", milliseconds)
    assert found == [old, new]


@pytest.mark.parametrize(
    ("time", "new"),
    [("2026-03-04T05:06:07.890Z", "2026-03-04T05:06:07.00Z"), ("1969-12-31T00:00:00Z", None), ("2040-01-01T00:00:00Z", None), ("nonsense", None)],
)
def test_moment(rules, time, new):
    assert rules("return Amparo.SCORMElements.moment(new Date(given[0]), 'scorm2004')", time) == new


def test_path_loses_its_oldest_steps(rules):
    response = {"steps": ["1", "2", "3"], "answers": ["a", "b"], "ends": {"2": "end"}, "pair": "", "join": ","}
    item = {"kind": "path", "activity": [1, 0], "response": response}
    walk = {"finished": True, "node": 2, "path": [{"node": 0, "answer": 0}, {"node": 1, "answer": 1}] * 100}
    script = "const [lms, item, tree] = given; return Amparo.LMSReport.answer(engine({tree}), item, lms)"
    answer = rules(script, LMS["scorm12"], item, walk)
    assert len(answer["response"]) <= 255 and answer["response"].endswith("1a,2b,3end") and answer["result"] == "neutral"
    steps = rules(script, {**LMS["scorm12"], "limits": {"steps": 3, "response": None}}, item, walk)
    assert steps["response"] == "1a,2b,3end"
    assert rules(script, LMS["scorm12"], item, {**walk, "finished": False}) is None
    assert rules(script, LMS["scorm12"], {**item, "kind": "hologram"}, walk) is None


def test_state_as_text(rules):
    suspend = {"prefix": "a1.", "mark": 12}
    # The page's own base64 helpers, as 20-checksum.js has them.
    helpers = (SCRIPTS / "20-checksum.js").read_text()
    script = helpers + "return Array.from({length: 70}, (_, n) => { const bytes = Uint8Array.from({length: n}, (_, i) => (i * 37 + n) & 255);" \
        "const text = Amparo.LMSState.write(bytes, given[0]); const back = Amparo.LMSState.read(text, given[0]);" \
        "return [text, n === 0 ? back.bytes === null : Amparo.sameBytes(bytes, back.bytes)]; })"
    for text, same in rules(script, suspend):
        assert same and all(c.isascii() and (c.isalnum() or c in "-_.") for c in text)
    forms = rules(helpers + "return given[1].map((text) => Amparo.LMSState.read(text, given[0]).form)", suspend, ["", None, "a1.AAA", "a1.", "a2.x", "1|2;3", "a1.%%%"])
    assert forms == ["none", "none", "ours", "damaged", "other", "damaged", "damaged"]
    marked = rules(helpers + "return Amparo.LMSState.write(new Uint8Array([1, 2, 3]), given[0], given[1])", suspend, "0123456789ab")
    assert marked == "a1.AQID.0123456789ab"
    texts = [marked, "a1.AQID", marked[:-1], "a1.AQID.", "a1.AQID.0123456789AB", f"{marked}.x"]
    read = rules(helpers + "return given[1].map((text) => { const { form, mark, bytes } = Amparo.LMSState.read(text, given[0]); return [form, mark, [...bytes]]; })", suspend, texts)
    assert read == [["ours", "0123456789ab" if text.startswith(marked) else "", [1, 2, 3]] for text in texts]


def test_key_of_a_copy(rules):
    texts = ["", "a", "é" * 60, "x" * 55, "x" * 56, "x" * 64, "y" * 1000]
    assert rules("return given[0].map(Amparo.sha256)", texts) == [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    lms = {"standard": "scorm12", "toolkit": {"id": "t"}, "package": {"id": "m01", "language": "en", "variant": ""}}
    key = "return given[0].map((learner) => Amparo.LMSState.keyOf({origin: 'https://lms.example', lms: given[1], learner, attempt: ''}))"
    assert rules(key, ["", " ", "guest", "undefined", "0", None, "Anonymous"], lms) == [None] * 7
    rosa, nour = rules(key, ["rosa", "nour"], lms)
    assert rosa == "lms:" + hashlib.sha256(json.dumps(["https://lms.example", "scorm12", "t", "m01", "en", "", "rosa", ""], separators=(",", ":")).encode()).hexdigest()
    assert rosa != nour
    for other in [{"standard": "scorm2004"}, *({"package": {**lms["package"], name: "other"}} for name in lms["package"])]:
        assert rules(key, ["rosa"], {**lms, **other}) != [rosa]


@pytest.mark.parametrize(
    ("latency", "old", "new", "cmi5"),
    [(None, None, None, None), (0, "0000:00:00.00", "PT0S", "PT0.00S"), (65254, "0000:01:05.25", "PT1M5.25S", "PT65.25S"), (-3, "0000:00:00.00", "PT0S", "PT0.00S")],
)
def test_latency(rules, latency, old, new, cmi5):
    """In the form of each standard, after the answer; left out where it isn't known."""
    item = {"id": "m01.q", "type": "choice", "objectives": [], "correct": ["a"], "weight": "1", "description": None}
    record = {"item": item, "response": "a", "result": "correct", "latency": latency}
    given = (SCRIPTS / "94-cmi5-statements.js").read_text() + """
        const record = {...given[0], at: new Date(0)};
        const pairs = (standard) => Amparo.SCORMElements.interaction(record, 3, standard).filter(([name]) => name.endsWith('.latency'));
        const page = new Amparo.CMI5Statements({launch: {activityId: 'urn:a', actor: {}, registration: 'r'}, data: {}});
        return [pairs('scorm12'), pairs('scorm2004'), page.answered(record).result.duration ?? null];
    """
    name = "cmi.interactions.3.latency"
    expected = [[[name, span]] if span else [] for span in (old, new)]
    assert rules(given, record) == [*expected, cmi5]
