"""Whole ways through a package, in both versions of SCORM and both browsers: done, failed, left halfway, killed, come back to."""

import browsers
import pytest
from conftest import FIREFOX, STANDARDS
from visit import Visits

SUCCESS = {"scorm12": "cmi.core.lesson_status", "scorm2004": "cmi.success_status"}


def result(visit):
    return visit.report["completion"], visit.report["success"], visit.report["score"]


def test_complete_and_open_again(visits, standard):
    visit = visits.open(standard)
    visit.read_all()
    assert result(visit) == ("completed", "passed", "100")
    if standard == "scorm2004":
        assert (visit.values["cmi.progress_measure"], visit.values["cmi.score.scaled"]) == ("1", "1")
    assert visit.mistakes == []
    visit.leave()
    # Again, as often as one likes: nothing is taken back, and nothing is reported twice.
    for _ in range(2):
        again = visits.open(standard)
        again.settled()
        assert again.progress["done"] == again.progress["total"] and again.notices == []
        assert not [element for element, _ in again.sets if "interactions" in element]
        again.leave()
        assert result(again) == ("completed", "passed", "100")
        assert again.mistakes == [] and len(again.attempts) == 1
    # Looking back shows it and writes nothing.
    review = visits.open(standard, how="review")
    assert review.notices == [review.text("lms.review")]
    assert review.progress["done"] == review.progress["total"]
    review.settled()
    review.leave()
    assert review.sets == [] and review.attempts == again.attempts


def test_fail_then_pass(visits, standard):
    visit = visits.open(standard)
    visit.answer_quiz(right=False)
    assert visit.report["success"] == "failed"
    visit.leave()
    assert visit.report["success"] == "failed"
    visit = visits.open(standard)
    quiz = visit.lms_data["success"]["quizzes"][0]["activity"]
    visit.js("Amparo.session.act((engine) => engine.retry(...arguments[0]))", quiz)
    visit.answer_quiz()
    assert visit.report["success"] == "passed"
    visit.leave()
    again = visits.open(standard)
    again.settled()
    assert again.report["success"] == "passed"
    assert (SUCCESS[standard], "failed") not in again.sets and again.mistakes == []


def test_tab_is_closed_halfway(visits, standard):
    driver = visits.driver
    first = visits.system.window
    driver.switch_to.new_window("tab")
    visits.system.window = driver.current_window_handle
    visit = visits.open(standard)
    item = visit.practice
    question = visit.answer_practice()
    # At once: what wasn't sent yet goes with the last moments of the page.
    driver.close()
    visits.system.window = first
    again = visits.open(standard)
    assert again.question(question)["correct"]
    again.settled()
    assert again.record_of(item)["result"] == "correct"
    assert again.report["completion"] == "incomplete" and again.mistakes == []
    assert len(again.attempts) == 1 and again.values["cmi.suspend_data"].startswith("a1.")


def test_killed_browser_loses_nothing(kind, server, tmp_path):
    """SIGKILL while four learners are at it, each in a tab; of two of them the system has heard nothing.

    The system's server lives on: it gets back what it had kept.
    """
    options = browsers.Options(profile=tmp_path / "profile", preferences=FIREFOX)
    driver = browsers.start(kind, options)
    learners = []
    try:
        for standard, reached in [(standard, reached) for standard in STANDARDS for reached in (True, False)]:
            if learners:
                driver.switch_to.new_window("tab")
            visits = Visits(driver, kind, server)
            visits.system.window = driver.current_window_handle
            visit = visits.open(standard)
            item = visit.practice
            visit.settled()
            if not reached:
                visit.fault("session-expires")
            question = visit.answer_practice()
            if reached:
                visit.settled()
            kept = visit.attempts
            assert ("cmi.suspend_data" in kept[0]["values"]) == reached
            learners.append((visits.rosa, standard, item, question, kept))
    finally:
        browsers.kill(driver)
    browsers.unlock(kind, options.profile)
    driver = browsers.start(kind, options)
    try:
        for rosa, standard, item, question, kept in learners:
            visits = Visits(driver, kind, server)
            visits.rosa = rosa
            visits.remember(standard, kept)
            again = visits.open(standard)
            assert again.question(question)["correct"] and again.problems == []
            again.settled()
            assert again.record_of(item)["result"] == "correct" and again.mistakes == []
            assert len(again.attempts) == 1
            again.leave()
    finally:
        driver.quit()


@pytest.mark.parametrize("anew", [True, False], ids=["afresh", "with the earlier work"])
def test_second_attempt(visits, standard, anew):
    visit = visits.open(standard)
    visit.read_all()
    visit.leave()
    second = visits.open(standard, how="new", ready=False)
    browsers.until(lambda: second.find("#p_ask").is_displayed(), 10, "the question")
    second.click("[data-action=ask-no]" if anew else "[data-action=ask-yes]")
    second.wait_ready()
    item = second.practice
    if anew:
        assert second.progress["done"] == 0
        question = second.answer_practice(right=False)
        second.leave()
        # One answer only, and the first attempt's work is older, though it holds more.
        second = visits.open(standard)
        assert second.progress["done"] < second.progress["total"] and second.question(question)["answered"]
        second.settled()
        assert second.record_of(item)["result"] == "incorrect" if standard == "scorm2004" else "wrong"
        assert result(second) == ("incomplete", "unknown", None)
    else:
        second.settled()
        assert result(second) == ("completed", "passed", "100")
        assert second.record_of(item)["result"] == "correct"
    assert second.mistakes == []
    second.leave()
    done, present = second.attempts
    assert done["values"][SUCCESS[standard]] == "passed" and present["number"] == 2
