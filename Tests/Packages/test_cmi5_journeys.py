"""Whole ways through a cmi5 package, in both browsers: left halfway, killed, done, come back to, a second registration."""

import browsers
import pytest
from browsers import until
from conftest import FIREFOX
from launches import launch, leave, wait_end
from lrs import Store
from visit import Visits


def test_tab_is_closed_halfway(visits, store):
    driver = visits.driver
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    visit = launch(visits, store)
    item = visit.practice
    question = visit.answer_practice()
    # At once: what wasn't sent yet goes with the last moments of the page.
    driver.close()
    driver.switch_to.window(first)
    wait_end(store)
    assert store.said == ["initialized", "answered", "terminated"]
    assert store.documents["amparo"]["state"].startswith("a1.")
    again = launch(visits, store)
    assert again.question(question)["correct"] and again.notices == []
    until(lambda: again.page == item["page"], 5, "the page where one was")
    again.settled()
    leave(again, store)
    # A page that was gone before it heard that the answer had arrived lets the next one say it again.
    assert [verb for verb in store.said if verb != "answered"] == ["initialized", "terminated"]
    assert store.said.count("answered") <= 1
    assert store.problems == []


def test_killed_browser_loses_nothing(kind, server, tmp_path):
    """SIGKILL while two learners are at it, each in a tab; of one of them the store has heard nothing since the start."""
    options = browsers.Options(profile=tmp_path / "profile", preferences=FIREFOX)
    driver = browsers.start(kind, options)
    learners = []
    try:
        for reached in (True, False):
            if learners:
                driver.switch_to.new_window("tab")
            store = Store()
            learners.append(store)
            visit = launch(Visits(driver, kind, server), store)
            visit.settled()
            if not reached:
                store.faults |= {"/xapi/statements": 0, "/xapi/activities/state": 0}
            question = visit.answer_practice()
            visit.saved()
            if reached:
                visit.settled()
            assert ("answered" in store.said) == reached and "terminated" not in store.said
    finally:
        browsers.kill(driver)
    browsers.unlock(kind, options.profile)
    driver = browsers.start(kind, options)
    try:
        for store in learners:
            store.faults.clear()
            again = launch(Visits(driver, kind, server), store)
            assert again.question(question)["correct"]
            assert again.problems == [] and again.notices == []
            again.settled()
            assert len(store.of("answered")) == 1 and store.of("answered")[0]["result"]["success"] is True
            leave(again, store)
            # The session that was killed has no end: the system calls it abandoned.
            assert store.verbs.count("initialized") == 2 and store.verbs.count("terminated") == 1
            assert store.problems == []
    finally:
        driver.quit()
        for store in learners:
            store.__exit__()


def test_done_and_opened_again(visits, store):
    visit = launch(visits, store)
    visit.read_all()
    until(lambda: {"completed", "passed"} <= set(store.said), 10, "the verdict")
    leave(visit, store)
    document = store.documents["amparo"]
    # Again, as often as one likes: nothing is taken back, and nothing is reported twice.
    for _ in range(2):
        again = launch(visits, store)
        again.settled()
        assert again.progress["done"] == again.progress["total"] and again.notices == []
        leave(again, store)
        assert store.said == ["initialized", "terminated"]
        assert store.documents["amparo"]["reported"] == ["completed", "passed"]
    # A wrong answer now doesn't take the result away.
    last = launch(visits, store)
    quiz = last.lms_data["success"]["quizzes"][0]["activity"]
    last.js("Amparo.session.act((engine) => engine.retry(...arguments[0]))", quiz)
    last.answer_quiz(right=False)
    leave(last, store)
    assert not {"completed", "passed", "failed"} & set(store.said)
    assert store.documents["amparo"]["state"] != document["state"] and store.problems == []


def test_failed_then_passed_in_another_session(visits, store):
    visit = launch(visits, store)
    visit.answer_quiz(right=False)
    leave(visit, store)
    assert store.said[-2:] == ["failed", "terminated"]
    visit = launch(visits, store)
    quiz = visit.lms_data["success"]["quizzes"][0]["activity"]
    visit.js("Amparo.session.act((engine) => engine.retry(...arguments[0]))", quiz)
    visit.answer_quiz()
    until(lambda: "passed" in store.said, 10, "the verdict")
    leave(visit, store)
    assert "failed" not in store.said and store.problems == []


def test_two_registrations(visits, store):
    """Each has its own work, also on one device, and nobody is asked: here the system says which it is."""
    first = store.registration
    visit = launch(visits, store)
    visit.read_all()
    until(lambda: {"completed", "passed"} <= set(store.said), 10, "the verdict")
    leave(visit, store)
    store.enrol()
    visit = launch(visits, store)
    assert visit.progress["done"] == 0 and visit.notices == []
    question = visit.answer_practice(right=False)
    visit.settled()
    leave(visit, store)
    assert store.said == ["initialized", "answered", "terminated"]
    assert store.documents["amparo"]["reported"] == []
    # And back, by turns.
    second = store.enrol(first)
    again = launch(visits, store)
    assert again.progress["done"] == again.progress["total"] and again.question(question)["correct"]
    again.settled()
    leave(again, store)
    assert store.said == ["initialized", "terminated"] and second == first
    store.enrol(next(each for each in store.enrolments if each != first))
    again = launch(visits, store)
    assert again.question(question)["answered"] and not again.question(question)["correct"]
    leave(again, store)
    assert store.problems == []


@pytest.mark.parametrize("mode", ["Review", "Browse"])
def test_looking_shows_the_work_and_writes_nothing(visits, store, mode):
    visit = launch(visits, store)
    visit.read_all()
    leave(visit, store)
    document = dict(store.documents["amparo"])
    look = launch(visits, store, mode=mode)
    assert look.notices == [look.text("lms.review")]
    assert look.progress["done"] == look.progress["total"]
    look.js("Amparo.session.act((engine) => engine.retry(...arguments[0]))", look.lms_data["success"]["quizzes"][0]["activity"])
    look.answer_quiz(right=False)
    look.settled()
    leave(look, store)
    assert store.said == ["initialized", "terminated"] and store.documents["amparo"] == document
    # What was done while looking is on no device, either.
    again = launch(visits, store)
    assert again.progress["done"] == again.progress["total"]
    again.settled()
    leave(again, store)
    assert store.said == ["initialized", "terminated"] and store.problems == []


def test_system_that_forbids_webassembly(strict_visits, store):
    """The plain form of the engine is loaded from the package; the rest is as ever."""
    visit = launch(strict_visits, store)
    assert visit.js("return Amparo.session.engine.form") == "plain" and visit.notices == []
    question = visit.answer_practice()
    visit.read_all()
    until(lambda: {"completed", "passed"} <= set(store.said), 10, "the verdict")
    progress = visit.progress
    leave(visit, store)
    assert store.documents["amparo"]["state"].startswith("a1.")
    again = launch(strict_visits, store)
    assert again.js("return Amparo.session.engine.form") == "plain"
    assert again.question(question)["answered"] and again.progress == progress
    leave(again, store)
    assert store.problems == []
