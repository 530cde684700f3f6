"""SCORM packages in Open edX's SCORM block, run in the XBlock workbench, in both browsers.

What the block stores is read from the workbench's database.
"""

import re

import browsers
import pytest
from block_workbench import Workbench
from clients import begin, play_quiz

STANDARDS = ["scorm12", "scorm2004"]
STATUS = {"scorm12": "cmi.core.lesson_status", "scorm2004": "cmi.completion_status"}
RESPONSE = {"scorm12": "student_response", "scorm2004": "learner_response"}
# The form that Studio sends, with nothing changed.
FORM = {
    "display_name": "Protection", "width": "", "height": "450", "has_score": "1", "weight": "1", "popup_on_launch": "0",
    "enable_navigation_menu": "0", "enable_fullscreen_button": "1", "navigation_menu_width": "",
}


@pytest.fixture(scope="module")
def workbench(client, kind, standard, running, tmp_path_factory):
    workbench = Workbench(client, tmp_path_factory.mktemp(f"{kind}-{standard}"), (kind, running(kind)), standard)
    yield workbench
    workbench.close()


@pytest.fixture(scope="module")
def answer(workbench, packages):
    """What the block says of the package."""
    return workbench.upload(packages / workbench.standard / "m01-en.zip", FORM)


@pytest.fixture(scope="module")
def first(workbench, answer):
    """The first visit: one question answered, another page opened, left once the block has sent it."""
    visit = workbench.open("amina")
    done = begin(visit)
    visit.looked()
    done |= {"notices": visit.notices, "problems": visit.problems}
    workbench.leave()
    return done | {"stored": workbench.stored("amina")}


@pytest.fixture(scope="module")
def second(workbench, first):
    """The second visit: what was there on coming back; then a part of the quiz, left at once."""
    visit = workbench.open("amina")
    seen = {"page": visit.page, "question": visit.question(first["question"]), "notices": visit.notices}
    seen["asked"] = play_quiz(visit, most=2)
    workbench.leave(waits=False)
    return seen


@pytest.fixture(scope="module")
def third(workbench, second):
    """The third visit: the rest of the quiz, and of everything."""
    visit = workbench.open("amina")
    seen = {"answered": [visit.question(question) for question in second["asked"]], "notices": visit.notices}
    seen["asked"] = play_quiz(visit)
    visit.read_all()
    visit.looked()
    seen |= {"interactions": visit.lms_data["interactions"], "done": visit.progress, "after": visit.notices, "problems": visit.problems}
    workbench.leave()
    return seen | {"stored": workbench.stored("amina")}


@pytest.fixture(scope="module")
def again(workbench, third):
    """Another visit, after everything is done."""
    visit = workbench.open("amina")
    visit.settled()
    seen = {"done": visit.progress, "notices": visit.notices, "problems": visit.problems}
    workbench.leave()
    return seen | {"stored": workbench.stored("amina")}


@pytest.fixture(scope="module")
def other(workbench, again):
    """Somebody else, who fails in the same browser."""
    visit = workbench.open("peter")
    seen = {"before": visit.progress, "notices": visit.notices}
    play_quiz(visit, right=False)
    visit.settled()
    workbench.leave()
    return seen | {"stored": workbench.stored("peter"), "amina": workbench.stored("amina")}


def interactions(stored: dict, standard: str) -> dict:
    """Id of an interaction -> what the block has of it."""
    found: dict = {}
    for name, value in stored["scorm_data"].items():
        if match := re.fullmatch(r"cmi\.interactions\.(\d+)\.(\w+)", name):
            found.setdefault(match[1], {})[match[2]] = value
    return {each["id"]: each for each in found.values()}


def test_imports(answer, workbench):
    assert answer == {"result": "success", "errors": []}
    stored = workbench.stored("author")
    assert stored["package_warnings"] == [] and stored["index_page_path"] == "index.html"
    assert stored["scorm_version"] == {"scorm12": "SCORM_12", "scorm2004": "SCORM_2004"}[workbench.standard]


def test_plays(first, standard):
    assert first["problems"] == []
    assert first["stored"]["scorm_data"][STATUS[standard]] == "incomplete" == first["stored"]["lesson_status"]


def test_plays_without_a_warning(first, third):
    """The block gives back older work while it sends: that is no loss."""
    assert first["notices"] == [] == third["after"]


def test_resumes(first, second):
    assert second["page"] == first["place"] and second["question"]["correct"] and second["notices"] == []


def test_resumes_in_the_middle_of_a_quiz(second, third):
    """Left before the block had sent everything."""
    assert len(second["asked"]) == 2 and all(question["correct"] for question in third["answered"])
    assert third["asked"] and not set(third["asked"]) & set(second["asked"]) and third["notices"] == []


def test_score(third):
    assert third["stored"]["lesson_score"] == 1


def test_score_of_somebody_who_fails(other):
    assert other["stored"]["success_status"] == "failed" and other["stored"]["lesson_score"] < 0.8


def test_completion(third):
    assert third["done"]["done"] == third["done"]["total"] and third["problems"] == []
    assert (third["stored"]["lesson_status"], third["stored"]["success_status"]) == ("completed", "passed")


def test_completion_stays_when_it_is_opened_again(again):
    assert again["done"]["done"] == again["done"]["total"] and again["notices"] == [] == again["problems"]
    stored = again["stored"]
    assert (stored["lesson_status"], stored["success_status"], stored["lesson_score"]) == ("completed", "passed", 1)


def test_interactions(third, standard):
    found = interactions(third["stored"], standard)
    assert set(found) == {item["id"] for item in third["interactions"]}
    for item in third["interactions"]:
        if item["kind"] == "choice":
            assert found[item["id"]]["result"] == "correct"
            assert found[item["id"]][RESPONSE[standard]] == item["correct"][0].strip("{}")


def test_learners_have_their_own_work(other):
    assert other["before"]["done"] == 0 and other["notices"] == []
    assert other["amina"]["success_status"] == "passed"
