"""cmi5 in the player: launch, record store, attempts, places and faults, with a page that the tests speak for."""

import json

import practice
import pytest
import rows_cmi5
from browsers import until

PAGE = "<!doctype html><html lang='en'><meta charset='utf-8'><title>Unit</title><link rel='icon' href='data:,'><p>Nothing.</p><script></script>"
VERBS = ["initialized", "answered", "completed", "passed", "terminated"]
NEVER = {"hop-throws", "reads-nothing", "core-only", "truncates-255", "truncates-4096", "changes-status"}

# A request of the page: its status and text; 0 when nobody answers.
ASK = """
const [method, address, headers, body, done] = arguments;
fetch(address, { method, headers, ...(body === null ? {} : { body }) })
  .then(async (answer) => done([answer.status, await answer.text()]), () => done([0, '']));
"""


def course(folder, attributes='moveOn="CompletedAndPassed"', page=PAGE):
    """A package. Its name is new in each test, so nobody has work in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "cmi5.xml").write_text(
        f"""<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="urn:example:{folder.parent.name}"><title><langstring lang="en">Course</langstring></title><description><langstring lang="en">D</langstring></description></course>
<au id="{rows_cmi5.UNIT}" {attributes}><title><langstring lang="en">Calm &amp; clear</langstring></title><description><langstring lang="en">D</langstring></description>
<url>index.html?own=1</url><launchParameters>level=2</launchParameters></au></courseStructure>""", encoding="utf-8")
    return folder


@pytest.fixture
def package(server, tmp_path):
    """Makes a package; its address."""
    return lambda **options: server.add("unit", course(tmp_path / "unit", **options))


class Unit:
    """The page of a package: what it was told, and what it asks."""

    def __init__(self, lms):
        self.lms = lms
        self.inside()
        found = lms.js("return Object.fromEntries(new URLSearchParams(location.search))")
        self.own, self.endpoint, self.fetch = found["own"], found["endpoint"], found["fetch"]
        self.actor, self.registration, self.activity = found["actor"], found["registration"], found["activityId"]
        self.token, self.data = "", {}

    def inside(self):
        if len(self.lms.driver.window_handles) == 1:
            self.lms.inside()
            if self.lms.js("return location.pathname.endsWith('/hop.html')"):
                self.lms.driver.switch_to.frame(0)
        else:
            self.lms.driver.switch_to.window(self.lms.driver.window_handles[-1])
        until(lambda: self.lms.js("return document.readyState === 'complete' && location.href !== 'about:blank'"), 10, "the page")

    def ask(self, method, resource, body=None, **query):
        self.inside()
        script = "const parts = new URLSearchParams(arguments[0]); return parts.size ? '?' + parts : ''"
        address = self.fetch if resource == "fetch" else self.endpoint + resource + self.lms.js(script, query)
        headers = {"Authorization": f"Basic {self.token}", "X-Experience-API-Version": "1.0.3", "Content-Type": "application/json"}
        status, text = self.lms.driver.execute_async_script(ASK, method, address, headers, None if body is None else json.dumps(body))
        self.lms.driver.switch_to.window(self.lms.driver.window_handles[0])
        return status, text

    def state(self, method, name, body=None):
        return self.ask(method, "activities/state", body, activityId=self.activity, agent=self.actor, registration=self.registration, stateId=name)

    def begin(self):
        self.token = json.loads(self.ask("POST", "fetch")[1])["auth-token"]
        self.data = json.loads(self.state("GET", "LMS.LaunchData")[1])
        assert self.ask("GET", "agents/profile", agent=self.actor, profileId="cmi5LearnerPreferences")[0] == 404
        return self

    @property
    def launch(self):
        return {"actor": json.loads(self.actor), "registration": self.registration, "activity": self.activity,
                "template": self.data["contextTemplate"], "mastery": self.data.get("masteryScore")}

    def say(self, *verbs, **result):
        make = [rows_cmi5.answered(self.launch) if verb == "answered" else rows_cmi5.statement(verb, self.launch, **result) for verb in verbs]
        return [self.ask("POST", "statements", [each])[0] for each in make]


@pytest.fixture
def play(lms, package):
    """Opens the package; what its page is told."""

    def begin(course=None, **wishes):
        lms.open(package(**(course or {})), **wishes)
        return Unit(lms)

    return begin


def test_a_whole_session(lms, play):
    unit = play().begin()
    assert unit.own == "1" and unit.data["launchParameters"] == "level=2" and unit.data["moveOn"] == "CompletedAndPassed"
    assert unit.data["contextTemplate"]["contextActivities"]["grouping"][0]["id"] == rows_cmi5.UNIT != unit.activity
    assert unit.state("GET", "work")[0] == 404
    assert unit.state("PUT", "work", {"at": "m01"})[0] == 204
    assert json.loads(unit.state("GET", "work")[1]) == {"at": "m01"}
    assert unit.say("initialized", "answered", "completed") == [200] * 3
    assert not lms.report["satisfied"]
    assert unit.say("passed", "terminated", score={"scaled": 0.85}) == [200, 400]
    assert unit.say("terminated") == [200]
    assert [each["slips"][0][0] for each in lms.mistakes] == ["scorePlace"]
    report = lms.report
    assert (report["completion"], report["success"], report["score"], report["satisfied"]) == ("completed", "passed", "85", True)
    assert report["interactions"] == [{"id": f"{rows_cmi5.UNIT}#m01.q_say", "type": "choice", "description": "What <first>?", "response": "b", "correct": ["b"], "result": "correct"}]
    assert [each["verb"]["id"].rsplit("/", 1)[1] for each in lms.attempts[0]["statements"]] == VERBS
    assert lms.attempts[0]["seconds"] == 65.25
    words = ("Counts as done\nyes", "What <first>?", "85", "0:01:05", "A score goes with", "[cmi5 9.5.1]")
    until(lambda: all(each in lms.panel() for each in words), 5, "the panel")


def test_an_older_manifest_is_not_needed(lms, play):
    play()  # no `standard` in the address
    lms.outside()
    assert lms.js("return AmparoPlayer.manifest.standard") == "cmi5"
    assert "Calm & clear · cmi5" in lms.js("return document.getElementById('package').innerText")


def test_leaving_and_going_on(lms, play):
    first = play().begin()
    first.say("initialized", "completed", "terminated")
    first.state("PUT", "work", {"at": "end"})
    lms.leave()
    again = play(standard="cmi5").begin()
    assert again.registration == first.registration and again.data != first.data
    assert json.loads(again.state("GET", "work")[1]) == {"at": "end"}
    assert again.say("initialized", "completed", "terminated") == [200, 400, 200]
    assert [each["slips"] for each in lms.mistakes] == [[["onceForAll", {"verb": "completed"}]]]
    assert lms.attempts[0]["seconds"] == 130.5
    other = play(learner="2").begin()
    assert json.loads(other.actor)["account"]["name"] == "learner-2" and other.state("GET", "work")[0] == 404
    new = play(how="new").begin()
    assert new.registration != first.registration and new.state("GET", "work")[0] == 404
    assert len(lms.attempts) == 2


def test_a_session_without_an_end_is_abandoned(lms, play):
    play().begin().say("initialized")
    play()
    lms.outside()
    assert [(each["ended"], each.get("abandoned", False)) for each in lms.attempts[0]["sessions"]] == [(True, True), (False, False)]


@pytest.mark.parametrize("how, mode, document", [("review", "Review", 200), ("browse", "Browse", 404)])
def test_looking_keeps_nothing(lms, play, how, mode, document):
    first = play().begin()
    first.say("initialized", "terminated")
    first.state("PUT", "work", {"at": "end"})
    kept = lms.attempts
    unit = play(how=how).begin()
    assert unit.data["launchMode"] == mode and unit.state("GET", "work")[0] == document
    assert unit.say("initialized", "completed", "terminated") == [200, 400, 200]
    assert unit.state("PUT", "work", {"at": "begin"})[0] == 204
    assert lms.attempts == kept


@pytest.mark.parametrize("place", ["nested", "popup"])
def test_places(lms, play, place):
    unit = play(place=place).begin()
    assert unit.say("initialized") == [200] and lms.mistakes == []


def test_a_window_of_its_own_when_the_package_asks_for_one(lms, package):
    lms.open(package(attributes='launchMethod="OwnWindow" masteryScore="0.8"'), start="0")
    until(lambda: lms.js("return !document.getElementById('choice').hidden"), 5, "the choice")
    assert lms.js("return [...document.querySelectorAll('[name=place]')].map((each) => each.value)") == ["popup"]
    assert lms.js("return AmparoPlayer.manifest.mastery") == 0.8
    offered = set(lms.js("return [...document.querySelectorAll('[name=fault]')].map((each) => each.value)"))
    assert len(offered) > 10 and not offered & NEVER


@pytest.mark.parametrize("fault, asked, answer", [
    ("no-api", "fetch", (0, "")), ("late-api", "fetch", (0, "")), ("calls-throw", "fetch", (500, "<h1>Internal Server Error</h1>")), ("everything-fails", "fetch", 503),
    ("init-fails", "fetch", (200, '{"error-code":"3","error-text":"The session could not begin."}')),
    ("returns-undefined", "fetch", (200, "")), ("returns-numbers", "fetch", (200, "1")), ("returns-booleans", "fetch", (200, "true"))])
def test_faults_from_the_start(lms, play, fault, asked, answer):
    got = play(fault=fault).ask("POST", asked)
    assert got == answer if isinstance(answer, tuple) else got[0] == answer
    assert lms.mistakes == []


@pytest.mark.parametrize("fault, statuses", [
    ("commit-fails", [200, 500, 200]), ("end-refused", [200, 204, 503]), ("session-expires", [200, 401, 401]), ("clock-behind", [200, 204, 200])])
def test_faults_later(lms, play, fault, statuses):
    unit = play(fault=fault, after=4).begin()
    assert [unit.say("initialized")[0], unit.state("PUT", "work", {"at": 1})[0], unit.say("terminated")[0]] == statuses
    assert lms.mistakes == []


def test_every_third_call_fails(lms, play):
    unit = play(fault="third-fails")
    # The second one is a mistake: the token is given once.
    assert [unit.ask("POST", "fetch")[0] for _ in range(6)] == [200, 200, 503, 200, 200, 503]
    assert [each["slips"][0][0] for each in lms.mistakes] == ["fetchTwice"] * 3


def test_saving_is_slow_and_work_gets_lost(lms, play):
    unit = play(fault="slow-commit", delay=700).begin()
    before = lms.js("return performance.now()")
    assert unit.state("PUT", "work", {"at": 1})[0] == 204
    assert lms.js("return performance.now()") - before >= 690
    assert play(fault="loses-state").begin().state("GET", "work")[0] == 404


@pytest.mark.parametrize("language, words", [
    ("en", "The first statement is"), ("fr", "La première déclaration est"), ("es", "La primera declaración es"), ("ar", "الإفادة الأولى هي")])
def test_mistakes_in_words(lms, play, language, words):
    unit = play(lang=language).begin()
    assert unit.say("completed") == [400]
    until(lambda: words in lms.panel() and "[cmi5 9.3.2]" in lms.panel(), 5, "the mistake")
    assert lms.js("return import('/player/words.js').then((words) => words.gaps())") == []


def test_other_requests_go_where_they_should(lms, play):
    unit = play()
    unit.inside()
    assert lms.driver.execute_async_script(ASK, "GET", "cmi5.xml", {}, None)[0] == 200
