"""Packages for cmi5 whose statements go to Ralph, a learning record store, in both browsers.

Ralph has the statements resource of xAPI and no other. So the launch, the token and the documents
are those of the strict store of Tests/Packages. It hands each batch of statements on to Ralph, and
the page gets Ralph's answer.
"""

import base64
import json
import shutil
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import urlencode

import browsers
import pytest
from browsers import until
from clients import Server, begin, free_port, lesson, play_quiz
from lrs import Refused, Store
from practice import Server as Files

HERE = Path(__file__).resolve().parent
STANDARDS = ["cmi5"]
VERBS = "http://adlnet.gov/expapi/verbs/"
USER, PASSWORD = "amparo", "for-tests-only"
HEADERS = {
    "Authorization": "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode(),
    "X-Experience-API-Version": "1.0.3", "Content-Type": "application/json",
}


class Ralph:
    """A Ralph that keeps statements in a file of its folder."""

    def __init__(self, client, folder):
        self.client, self.folder = client, folder
        (folder / "store").mkdir()
        environment = {
            "PYTHONPATH": HERE / "site", "RALPH_APP_DIR": folder, "RALPH_AUTH_FILE": folder / "auth.json", "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": folder / "store",
        }
        who = ["-u", USER, "-p", PASSWORD, "-s", "all", "-M", "mailto:lms@example.org", "-N", "LMS"]
        client.run("ralph", "auth", *who, "-w", folder=folder, **environment)
        port = free_port()
        start = ["uvicorn", "appending:app", "--host", "127.0.0.1", "--port", str(port)]
        self.server = Server(client, folder, *start, port=port, ready="/__heartbeat__", **environment)

    def ask(self, method, body=None, **query):
        """Status and answer of the statements resource."""
        address = f"{self.server.address}/xAPI/statements/?{urlencode(query)}"
        request = urllib.request.Request(address, body, HEADERS, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")

    def statements(self, registration) -> list:
        """All statements of a registration in the order of the file, which is that in which they came."""
        status, answer = self.ask("GET", registration=registration, limit=0)
        assert status == 200, answer
        assert not answer.get("more"), "Ralph has more than one page of statements"
        return answer["statements"]

    def flaws(self, statements) -> list:
        return json.loads(self.client.run("python", HERE / "check.py", folder=self.folder, text=json.dumps(statements)))


class Forwarding(Store):
    """The strict store, which keeps no statement that Ralph refuses."""

    def __init__(self, ralph):
        super().__init__()
        self.ralph, self.answers, self.handed_on, self.asked = ralph, [], [], 0.0

    def answer(self, *request):
        try:
            return super().answer(*request)
        finally:
            self.asked = time.monotonic()

    def _statements(self, method, query, headers, body):
        before = list(self.statements), list(self.session.verbs)
        own = super()._statements(method, query, headers, body)
        if method == "GET":
            return own
        status, answer = self.ralph.ask(method, body, **({"statementId": query["statementId"]} if method == "PUT" else {}))
        self.answers.append(status)
        if status >= 300:
            self.statements, self.session.verbs = before
            raise Refused(status, f"Ralph: {answer}")
        self.handed_on = list(self.verbs)
        return status, answer, {}


class Registration:
    """A learner of the course, who may begin any number of sessions."""

    def __init__(self, driver, kind, course, ralph):
        self.driver, self.kind, self.course, self.ralph = driver, kind, course, ralph
        self.store = Forwarding(ralph)

    def open(self):
        self.driver.get(f"{self.course}/index.html?{self.store.launch()}")
        return lesson(self.driver, self.kind, "cmi5")

    def leave(self):
        """Goes to another page, as learners do; what was said in the session, with what is said on the way."""
        self.driver.get(f"{self.course}/cmi5.xml")
        until(lambda: "terminated" in self.store.handed_on[self.store.begun:], 30, "Ralph to have the end of the session")
        # What is sent on the way comes twice; the second may be late, and the next session has another token.
        until(lambda: time.monotonic() - self.store.asked > 1, 10, "the last requests of the page")
        return list(self.store.said)

    def kept(self) -> list:
        """What Ralph gives back."""
        return self.ralph.statements(self.store.registration)


@pytest.fixture(scope="module")
def ralph(client, tmp_path_factory):
    ralph = Ralph(client, tmp_path_factory.mktemp("ralph"))
    yield ralph
    ralph.server.close()
    shutil.rmtree(ralph.folder)


@pytest.fixture(scope="module")
def course(packages, tmp_path_factory):
    """Address of the package's files."""
    folder = tmp_path_factory.mktemp("course")
    with zipfile.ZipFile(packages / "cmi5" / "m01-en.zip") as package:
        package.extractall(folder)
    files = Files()
    yield files.address + files.add("course", folder).rstrip("/")
    files.close()


@pytest.fixture(scope="module")
def registrations(kind, course, ralph, running):
    """Makes registrations; their stores end with the tests."""
    driver, made = running(kind), []

    def register():
        made.append(Registration(driver, kind, course, ralph))
        return made[-1]

    yield register
    driver.get("about:blank")
    for registration in made:
        registration.store.__exit__()


@pytest.fixture(scope="module")
def amina(registrations):
    return registrations()


@pytest.fixture(scope="module")
def first(amina):
    """The first session: one question answered, another page opened."""
    visit = amina.open()
    seen = begin(visit) | {"notices": visit.notices, "problems": visit.problems}
    return seen | {"said": amina.leave()}


@pytest.fixture(scope="module")
def second(amina, first):
    """The second session: what was there on coming back; then everything."""
    visit = amina.open()
    until(lambda: visit.page == first["place"], 10, "the page where one was")
    seen = {"question": visit.question(first["question"]), "notices": visit.notices}
    play_quiz(visit)
    visit.read_all()
    seen |= {"interactions": visit.lms_data["interactions"], "done": visit.progress, "problems": visit.problems}
    return seen | {"said": amina.leave()}


@pytest.fixture(scope="module")
def kept(amina, second):
    return amina.kept()


@pytest.fixture(scope="module")
def failing(registrations, kept):
    """Statements of somebody who fails."""
    peter = registrations()
    visit = peter.open()
    play_quiz(visit, right=False)
    visit.settled()
    peter.leave()
    return peter.kept()


def of(statements, verb):
    return [statement for statement in statements if statement["verb"]["id"] == VERBS + verb]


def test_plays(first, second, amina, kept, standard):
    """Ralph takes every batch, and gives all statements back, in their order."""
    assert first["notices"] == [] == first["problems"] and second["notices"] == [] == second["problems"]
    assert amina.store.problems == [] and len(amina.store.answers) > 4 and set(amina.store.answers) <= {200, 204}
    assert [one["id"] for one in kept] == [one["id"] for one in amina.store.statements]
    assert first["said"] == ["initialized", "answered", "terminated"]
    assert second["said"][0] == "initialized" and second["said"][-1] == "terminated"


def test_plays_by_the_strict_models(kept, failing, ralph, standard):
    assert ralph.flaws(kept) == [] and ralph.flaws(failing) == []


def test_plays_by_models_that_find_slips(kept, ralph, standard):
    """So that taking everything means something."""
    for slip in ({"timestamp": "today"}, {"result": {"score": {"scaled": 80}}}, {"result": {"duration": "65"}}, {"unknown": 1}, {"id": "1"}):
        assert ralph.flaws([{**kept[0], **slip}]) != [], slip


def test_plays_in_a_store_that_finds_conflicts(kept, ralph, standard):
    """Ralph takes a statement a second time, and no other one with its id."""
    sent = {name: value for name, value in kept[0].items() if name not in ("stored", "authority")}
    assert ralph.ask("POST", json.dumps([sent]).encode())[0] == 204
    assert ralph.ask("POST", json.dumps([{**sent, "verb": kept[-1]["verb"]}]).encode())[0] == 409
    assert len(ralph.statements(sent["context"]["registration"])) == len(kept)


def test_resumes(first, second, kept, amina, standard):
    """Statements of both sessions are in Ralph; the state is not, for Ralph keeps no documents."""
    assert second["question"]["correct"] and second["notices"] == []
    assert [len(of(kept, verb)) for verb in ("initialized", "terminated")] == [2, 2]
    assert {one["context"]["registration"] for one in kept} == {amina.store.registration}


def test_score(kept, standard):
    (passed,) = of(kept, "passed")
    assert passed["result"]["score"]["scaled"] == 1 and passed["result"]["success"] is True


def test_score_of_somebody_who_fails(failing, standard):
    (failed,) = of(failing, "failed")
    assert 0 <= failed["result"]["score"]["scaled"] < 0.8 and failed["result"]["success"] is False
    assert of(failing, "passed") == [] == of(failing, "completed")
    assert [one["verb"]["id"] for one in failing[-2:]] == [VERBS + "failed", VERBS + "terminated"]


def test_completion(second, kept, standard):
    assert second["done"]["done"] == second["done"]["total"]
    (completed,) = of(kept, "completed")
    assert completed["result"]["completion"] is True and completed["result"]["duration"].startswith("PT")


def test_interactions(second, kept, standard):
    """Each question is answered in Ralph as it was, with its whole definition."""
    answered = {one["object"]["id"]: one for one in of(kept, "answered")}
    assert set(answered) == {item["id"] for item in second["interactions"]}
    for item in second["interactions"]:
        statement = answered[item["id"]]
        assert statement["object"]["definition"] == item["definition"] and statement["result"]["response"]
        if item["kind"] == "choice":
            assert statement["result"]["success"] is True and statement["result"]["response"] == item["correct"][0]
