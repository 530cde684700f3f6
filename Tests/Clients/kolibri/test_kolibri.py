"""Packages for SCORM 1.2, and the one-page form in a zip, as HTML5 apps of a Kolibri channel, in both browsers.

The channel comes from a folder, as from a USB stick. What Kolibri keeps is read from its database.
"""

import json
import sqlite3
import urllib.request
import zipfile
from pathlib import Path

import browsers
import pytest
from browsers import until
from clients import Server, begin, free_port, lesson, play_quiz
from learner import Learner

CHANNEL = Path(__file__).resolve().with_name("channel.py")
STANDARDS = ["scorm12"]
PASSWORD = "for-tests-only"
POST = """
const [path, body, done] = arguments, token = document.cookie.match(/kolibri_csrftoken=([^;]*)/)[1];
fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json', 'X-CSRFToken': token}, body: JSON.stringify(body)})
  .then(async (answer) => done([answer.status, await answer.text()]), (error) => done([0, String(error)]));
"""
LOG_OUT = """
const done = arguments[0], token = document.cookie.match(/kolibri_csrftoken=([^;]*)/)[1];
fetch('/api/auth/session/current/', {method: 'DELETE', headers: {'X-CSRFToken': token}}).then((answer) => done(answer.status), () => done(0));
"""
FORGET = """
const done = arguments[0];
localStorage.clear();
indexedDB.databases().then((all) => Promise.all(all.map(({name}) => new Promise((next) => {
  const request = indexedDB.deleteDatabase(name);
  request.onsuccess = request.onerror = request.onblocked = next;
})))).then(() => done());
"""


class Kolibri:
    """A Kolibri with a channel of zips: title -> file."""

    def __init__(self, client, folder: Path, zips: dict[str, Path]):
        self.home, self.port, self.zip_port = folder / "home", free_port(), free_port()
        environment = {
            "KOLIBRI_HOME": self.home, "KOLIBRI_LISTEN_ADDRESS": "127.0.0.1", "KOLIBRI_ZEROCONF_ENABLED": "0", "KOLIBRI_DISABLE_PING": "1",
        }
        stick = folder / "stick"
        items = [{"title": title, "zip": str(path), "language": "en", "preset": "html5_zip"} for title, path in zips.items()]
        made = json.loads(client.run("python", CHANNEL, folder=folder, text=json.dumps({"folder": str(stick), "name": "Protection", "items": items}), **environment))
        self.channel, self.nodes = made["channel"], dict(zip(zips, made["nodes"], strict=True))
        manage = ["kolibri", "manage"]
        client.run(
            *manage, "provisiondevice", "--", "--facility", "Pier Two", "--superusername", "coach", "--superuserpassword", PASSWORD,
            "--preset", "nonformal", "--language_id", "en", "--noinput", folder=folder, **environment,
        )
        for step in ("importchannel", "importcontent"):
            client.run(*manage, "--skip-update", step, "disk", self.channel, stick, folder=folder, **environment)
        start = ["kolibri", "start", "--skip-update", "--foreground", "--port", str(self.port), "--zip-port", str(self.zip_port)]
        self.server = Server(client, folder, *start, port=self.port, ready="/api/public/info/", **environment)
        self.facility = self.ask("/api/auth/facility/")[0]["id"]

    def ask(self, path: str):
        with urllib.request.urlopen(self.server.address + path, timeout=60) as answer:
            return json.load(answer)

    def rows(self, query: str, *values) -> list[dict]:
        with sqlite3.connect(f"file:{self.home / 'db.sqlite3'}?mode=ro", uri=True, timeout=30) as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute(query, values)]

    def stored(self, learner: str, title: str) -> dict:
        """What Kolibri keeps of a learner and an item: progress, whether complete, sessions, and the state of the page."""
        where = "content_id = (SELECT content_id FROM content_contentnode WHERE id = ?) AND user_id = (SELECT id FROM kolibriauth_facilityuser WHERE username = ?)"
        summaries = self.rows(f"SELECT * FROM logger_contentsummarylog WHERE {where}", self.nodes[title], learner)
        sessions = self.rows(f"SELECT progress, time_spent FROM logger_contentsessionlog WHERE {where} ORDER BY start_timestamp", self.nodes[title], learner)
        assert len(summaries) == 1, f"{learner} has {len(summaries)} logs of {title}"
        state = json.loads(summaries[0]["extra_fields"]).get("contentState", {})
        return {
            "progress": summaries[0]["progress"], "complete": summaries[0]["completion_timestamp"] is not None, "kind": summaries[0]["kind"],
            "sessions": sessions, "state": state, "cmi": state.get("SCORM", {}).get("cmi", {}),
        }


class Learning:
    """A learner at a browser in which nobody has worked yet."""

    def __init__(self, kolibri, driver, kind, name, full_name):
        self.kolibri, self.driver, self.kind, self.name = kolibri, driver, kind, f"{name}_{kind}"
        self.forget()
        self.driver.get(f"{kolibri.server.address}/en/auth/")
        until(lambda: "kolibri_csrftoken" in self.driver.execute_script("return document.cookie"), 30, "Kolibri's page")
        who = {"username": self.name, "password": PASSWORD, "facility": kolibri.facility}
        for path, more in [("/api/auth/signup/", {"full_name": full_name, "gender": "", "birth_year": ""}), ("/api/auth/session/", {})]:
            status, text = self.driver.execute_async_script(POST, path, {**who, **more})
            assert status in (200, 201), text

    def forget(self) -> None:
        """Forgets what the browser keeps for pages in the sandbox: another device, or another classroom computer."""
        self.driver.switch_to.default_content()
        self.driver.get(f"http://127.0.0.1:{self.kolibri.zip_port}/content/zipcontent/nothing")
        self.driver.execute_async_script(FORGET)

    def enter(self, title: str) -> None:
        """Goes to an item, and into the frame in which its page is."""
        self.driver.switch_to.default_content()
        self.driver.get("about:blank")
        self.driver.get(f"{self.kolibri.server.address}/en/learn/#/topics/c/{self.kolibri.nodes[title]}")

        def inside():
            self.driver.switch_to.default_content()
            for _ in range(2):
                self.driver.switch_to.frame(self.driver.find_element("css selector", "iframe"))
            return self.driver.execute_script("return Boolean(document.getElementById('p_engine'))")

        until(inside, 60, f"{title} in Kolibri's sandbox")

    def open(self):
        """The lesson."""
        self.enter("lesson")
        return lesson(self.driver, self.kind, "scorm12")

    def told(self) -> dict:
        """What Kolibri's sandbox was told by the page."""
        return self.driver.execute_script("return parent.sandbox.SCORM.data.cmi")

    def leave(self) -> dict:
        """Goes to another page of Kolibri, as learners do; what Kolibri keeps once it has the state."""
        told = self.told()
        self.away()
        until(lambda: self.kolibri.stored(self.name, "lesson")["cmi"].get("suspend_data") == told["suspend_data"], 30, "Kolibri to keep the state")
        return self.kolibri.stored(self.name, "lesson")

    def away(self) -> None:
        self.driver.switch_to.default_content()
        self.driver.execute_script("location.hash = '#/home'")
        until(lambda: not self.driver.find_elements("css selector", "iframe"), 30, "the item to be closed")

    def log_out(self) -> None:
        self.driver.switch_to.default_content()
        self.driver.get(f"{self.kolibri.server.address}/en/learn/")
        assert self.driver.execute_async_script(LOG_OUT) in (200, 204)

    def blocked(self) -> list[str]:
        """What the browser says of policies since it was asked last; Chromium only."""
        if self.kind != "chromium":
            return []
        return [entry["message"] for entry in self.driver.get_log("browser") if "Content Security Policy" in entry["message"] or "sandbox" in entry["message"].lower() and entry["level"] == "SEVERE"]


@pytest.fixture(scope="module", params=browsers.KINDS)
def kind(request) -> str:
    return request.param


@pytest.fixture(scope="module", params=STANDARDS)
def standard(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def kolibri(client, packages, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kolibri")
    page = folder / "page.zip"
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(packages.parent / "toolkit" / "en.html", "index.html")
    kolibri = Kolibri(client, folder, {"lesson": packages / "scorm12" / "m01-en.zip", "page": page})
    yield kolibri
    kolibri.server.close()


@pytest.fixture(scope="module")
def learning(kolibri, kind, running):
    """Makes learners; the browser leaves Kolibri in the end."""
    driver = running(kind)
    yield lambda name, full_name: Learning(kolibri, driver, kind, name, full_name)
    driver.switch_to.default_content()
    driver.get("about:blank")


@pytest.fixture(scope="module")
def amina(learning):
    return learning("amina", "Amina Haddad")


@pytest.fixture(scope="module")
def first(amina):
    """The first visit: one question answered, another page opened."""
    amina.blocked()
    visit = amina.open()
    seen = {"engine": visit.js("return Amparo.session.engine.form"), "begun": amina.told(), "name": visit.js("return Amparo.LMS.store.found.name")}
    seen |= begin(visit)
    visit.looked()
    seen |= {"done": visit.progress, "notices": visit.notices, "problems": visit.problems, "blocked": amina.blocked()}
    return seen | {"stored": amina.leave()}


@pytest.fixture(scope="module")
def second(amina, first):
    """The second visit, on another device: what was there on coming back; then the quiz, and nothing else."""
    amina.forget()
    visit = amina.open()
    seen = {"page": visit.page, "question": visit.question(first["question"]), "notices": visit.notices}
    play_quiz(visit)
    visit.settled()
    seen |= {"done": visit.progress, "interactions": visit.lms_data["interactions"]}
    return seen | {"stored": amina.leave()}


@pytest.fixture(scope="module")
def third(amina, second):
    """The third visit: the rest of everything."""
    visit = amina.open()
    visit.read_all()
    visit.looked()
    seen = {"done": visit.progress, "notices": visit.notices, "problems": visit.problems}
    return seen | {"stored": amina.leave()}


@pytest.fixture(scope="module")
def again(amina, third):
    """Another visit, after everything is done."""
    visit = amina.open()
    visit.settled()
    seen = {"done": visit.progress, "problems": visit.problems, "mode": visit.js("return parent.API.LMSGetValue('cmi.core.lesson_mode')")}
    amina.away()
    return seen | {"stored": amina.kolibri.stored(amina.name, "lesson")}


@pytest.fixture(scope="module")
def peter(learning, again):
    """Somebody else in the same browser, who reads everything and fails."""
    peter = learning("peter", "Peter Okello")
    visit = peter.open()
    seen = {"before": visit.progress, "notices": visit.notices}
    play_quiz(visit, right=False)
    visit.settled()
    for section in visit.data["files"][0]["sections"]:
        visit.js("Amparo.session.act((engine) => engine.open(0, arguments[0]))", section["index"])
    visit.settled()
    return seen | {"stored": peter.leave(), "name": peter.name}


def test_imports(kolibri, standard):
    """Kolibri lists both items of the channel, and has their files."""
    (channel,) = kolibri.ask("/api/content/channel/")
    assert (channel["id"], channel["available"], channel["total_resource_count"]) == (kolibri.channel, True, 2)
    for title, node in kolibri.nodes.items():
        found = kolibri.ask(f"/api/content/contentnode/{node}/")
        assert (found["title"], found["kind"], found["available"]) == (title, "html5", True)
        assert [(file["preset"], file["available"]) for file in found["files"]] == [("html5_zip", True)]


def test_plays(first, standard):
    """The page and its engine run in the sandbox, and nothing of it is blocked."""
    assert first["engine"] == "wasm" and first["blocked"] == []
    assert first["notices"] == [] == first["problems"]
    assert first["name"] == "Amina Haddad"


def test_plays_in_a_session_of_the_learner(first, standard):
    stored = first["stored"]
    assert stored["kind"] == "html5" and len(stored["sessions"]) == 1 and stored["sessions"][0]["time_spent"] > 0
    assert stored["cmi"]["core"]["lesson_status"] == "incomplete" and not stored["complete"]


def test_resumes(first, second, standard):
    assert second["page"] == first["place"] and second["question"]["correct"] and second["notices"] == []
    assert len(second["stored"]["sessions"]) == 2


def share(done: dict) -> float:
    """How much of the module the engine takes for done."""
    return int(100 * done["files"][0]["done"] / done["files"][0]["total"]) / 100


def test_score_says_how_far_the_learner_is(first, second, standard):
    """Kolibri has no score: it takes ours for progress, and never takes progress back."""
    assert first["begun"]["core"]["score"]["raw"] == "0"
    for visit in (first, second):
        assert 0 < share(visit["done"]) < 1 and visit["stored"]["progress"] == pytest.approx(share(visit["done"]), abs=0.002)


def test_score_of_the_questions_is_kept_by_objectives(second, standard):
    objectives = second["stored"]["cmi"]["objectives"]
    assert objectives and all(0 <= int(one["score"]["raw"]) <= 100 for one in objectives)


def test_completion(third, standard):
    assert third["done"]["done"] == third["done"]["total"] and third["notices"] == [] == third["problems"]
    assert third["stored"]["complete"] and third["stored"]["progress"] == 1
    assert third["stored"]["cmi"]["core"]["lesson_status"] == "passed"


def test_completion_is_not_reached_by_the_quiz_alone(second, standard):
    assert second["stored"]["cmi"]["core"]["lesson_status"] == "passed"
    assert not second["stored"]["complete"] and second["stored"]["progress"] < 1


def test_completion_is_not_reached_by_who_fails(peter, standard):
    assert peter["stored"]["cmi"]["core"]["lesson_status"] == "failed"
    assert not peter["stored"]["complete"] and 0.5 < peter["stored"]["progress"] < 1


def test_completion_stays_when_it_is_opened_again(again, standard):
    """Kolibri opens for review what is complete."""
    assert again["mode"] == "review" and again["problems"] == []
    assert again["done"]["done"] == again["done"]["total"]
    assert again["stored"]["complete"] and again["stored"]["progress"] == 1


def test_interactions(third, second, standard):
    found = {one["id"]: one for one in third["stored"]["cmi"]["interactions"]}
    assert set(found) == {item["id"] for item in second["interactions"]}
    for item in second["interactions"]:
        if item["kind"] == "choice":
            assert found[item["id"]]["result"] == "correct"
            assert found[item["id"]]["student_response"] == item["correct"][0].strip("{}")
            assert found[item["id"]]["correct_responses"] == [{"pattern": pattern} for pattern in item["correct"]]


def test_learners_have_their_own_work(peter, again, kolibri, kind, standard):
    assert peter["before"]["done"] == 0 and peter["notices"] == []
    assert kolibri.stored(f"amina_{kind}", "lesson")["cmi"] == again["stored"]["cmi"]


def test_resumes_what_kolibri_had_no_time_to_store(learning, again, standard):
    """It stores two seconds after a change; what was answered right before the window closed is on the device."""
    ines = learning("ines", "Ines Castro")
    visit = ines.open()
    visit.settled()
    question = visit.answer_practice()
    visit.settled()
    ines.driver.get("about:blank")
    visit = ines.open()
    assert visit.question(question)["correct"] and visit.notices == []
    assert ines.leave()["cmi"]["interactions"][0]["result"] == "correct"


def test_guests_are_told_that_nothing_is_kept(learning, peter, kolibri, standard):
    guest = learning("omar", "Omar Farouk")
    guest.log_out()
    visit = guest.open()
    assert visit.notices == [visit.text("lms.review")] and visit.progress["done"] == 0
    visit.answer_practice()
    guest.away()
    assert kolibri.rows("SELECT * FROM logger_contentsummarylog WHERE user_id IS NULL OR user_id = (SELECT id FROM kolibriauth_facilityuser WHERE username = ?)", guest.name) == []


def test_leaving_quickly_empties_the_lesson(amina, again):
    """The sandbox keeps the page from leaving Kolibri with it, and from saving a file."""
    visit = amina.open()
    before = sorted(amina.driver.downloads.iterdir())
    visit.js("Amparo.Transfer.save()")
    visit.click("header.bar [data-action=leave]")
    amina.driver.switch_to.default_content()
    amina.driver.switch_to.frame(amina.driver.find_element("css selector", "iframe"))
    until(lambda: amina.driver.execute_script("return document.querySelector('iframe').contentWindow.location.href === 'about:blank'"), 10, "an empty page")
    amina.driver.switch_to.default_content()
    assert amina.driver.current_url.startswith(amina.kolibri.server.address)
    assert sorted(amina.driver.downloads.iterdir()) == before
    amina.away()


def test_page_plays_and_keeps_its_work_on_the_device_only(learning, again, kolibri):
    """The one-page form in a zip: Kolibri counts its time and knows nothing else."""
    rosa = learning("rosa", "Rosa Abaza")
    rosa.blocked()

    def enter():
        rosa.enter("page")
        return Learner(rosa.driver, rosa.kind, Path("/")).wait_ready()

    def opened(page):
        return sum(section["opened"] for file in page.progress["files"] for section in file["sections"])

    page = enter()
    assert page.js("return Amparo.session.engine.form") == "wasm" and page.notices == [] and rosa.blocked() == []
    before = opened(page)
    page.js("for (const { index } of Amparo.data.files[0].sections) Amparo.session.act((engine) => engine.open(Amparo.data.files[0].index, index))")
    page.saved()
    after = opened(page)
    assert after > before
    until(lambda: page.js("return performance.now() > 12000"), 20, "Kolibri to count some time")
    rosa.away()
    stored = until(lambda: (kept := kolibri.stored(rosa.name, "page"))["progress"] > 0 and kept, 20, "Kolibri's progress")
    assert stored["cmi"] == {} and stored["progress"] < 0.5
    assert opened(enter()) == after
    rosa.away()
    rosa.forget()
    assert opened(enter()) <= before
    rosa.away()
