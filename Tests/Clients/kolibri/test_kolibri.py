"""Packages for SCORM 1.2, and the one-page form in a zip, as HTML5 apps of a Kolibri channel, in both browsers.

The channel comes from a folder, as from a USB stick. What Kolibri keeps is read from its database.
"""

import shutil
import zipfile
from pathlib import Path

import browsers
import pytest
from browsers import until
from classroom import APP, CONTENT_PACKAGE, Kolibri, Learning
from clients import begin, play_quiz
from learner import Learner

STANDARDS = ["scorm12"]


@pytest.fixture(scope="module")
def kolibri(client, packages, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kolibri")
    page = folder / "page.zip"
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(packages.parent / "toolkit" / "en.html", "index.html")
    lesson = packages / "scorm12" / "m01-en.zip"
    kolibri = Kolibri(client, folder, {"lesson": (lesson, APP), "package": (lesson, CONTENT_PACKAGE), "page": (page, APP)})
    yield kolibri
    kolibri.server.close()
    shutil.rmtree(folder)


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
    """Kolibri lists the items of the channel, and has their files."""
    (channel,) = kolibri.ask("/api/content/channel/")
    assert (channel["id"], channel["available"], channel["total_resource_count"]) == (kolibri.channel, True, 3)
    for title, node in kolibri.nodes.items():
        found = kolibri.ask(f"/api/content/contentnode/{node}/")
        assert (found["title"], found["kind"], found["available"]) == (title, "html5", True)
        preset = "imscp_zip" if title == "package" else "html5_zip"
        assert [(file["preset"], file["available"]) for file in found["files"]] == [(preset, True)]


def test_plays(first, standard):
    """The page and its engine run in the sandbox, and nothing of it is blocked."""
    assert first["engine"] == "wasm" and first["blocked"] == []
    assert first["notices"] == [] == first["problems"]
    assert first["name"] == "Amina Haddad"


def test_plays_in_a_session_of_the_learner(first, standard):
    stored = first["stored"]
    assert stored["kind"] == "html5" and len(stored["sessions"]) == 1 and stored["sessions"][0]["time_spent"] > 0
    assert stored["cmi"]["core"]["lesson_status"] == "incomplete" and not stored["complete"]


def test_plays_when_it_is_marked_as_a_content_package(learning, again, kolibri, standard):
    nour = learning("nour", "Nour Saleh")
    visit = nour.open("package")
    visit.answer_practice()
    visit.settled()
    assert visit.notices == [] and nour.told()["interactions"][0]["result"] == "correct"
    nour.away()


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
    begin(ines.open())
    ines.leave()
    visit = ines.open()
    (question,) = play_quiz(visit, most=1)
    visit.settled()
    ines.driver.get("about:blank")
    visit = ines.open()
    assert visit.question(question)["correct"] and visit.notices == []
    interactions = ines.leave()["cmi"]["interactions"]
    assert [one["result"] for one in interactions] == ["correct", "correct"]


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
