"""Packages in Kolibri, which takes the score for how far the learner is. Tests/Clients sees the same in Kolibri itself."""

import pytest

SCORE = "cmi.core.score.raw"
# What Kolibri puts into the window of every page in its sandbox.
KOLIBRI = "window.kolibri = { getContentById() {} };"

pytestmark = pytest.mark.parametrize("kind", ["chromium"], indirect=True)


@pytest.fixture
def kolibri_visits(visits):
    command = visits.driver.execute_cdp_cmd
    added = command("Page.addScriptToEvaluateOnNewDocument", {"source": KOLIBRI})
    yield visits
    command("Page.removeScriptToEvaluateOnNewDocument", added)


def test_score_is_there_before_the_status(kolibri_visits):
    """It would make half of `incomplete`, and never take that back."""
    visit = kolibri_visits.open("scorm12")
    visit.settled()
    assert visit.sets[:2] == [(SCORE, "0"), ("cmi.core.score.min", "0")]
    assert visit.sets[3] == ("cmi.core.lesson_status", "incomplete")


def test_score_is_full_for_who_is_through_and_has_passed(kolibri_visits):
    visit = kolibri_visits.open("scorm12")
    visit.answer_practice()
    visit.answer_quiz()
    assert visit.values["cmi.core.lesson_status"] == "passed" and 0 < int(visit.values[SCORE]) < 100
    visit.read_all()
    assert visit.values[SCORE] == "100" and visit.mistakes == []


def test_score_does_not_begin_anew(kolibri_visits):
    visit = kolibri_visits.open("scorm12")
    visit.answer_practice()
    visit.settled()
    before = visit.values[SCORE]
    assert int(before) > 0
    visit.leave()
    again = kolibri_visits.open("scorm12")
    again.settled()
    assert (SCORE, "0") not in again.sets and again.values[SCORE] == before


def test_score_of_scorm_2004_is_that_of_the_quiz(kolibri_visits):
    """Kolibri has nothing for it."""
    visit = kolibri_visits.open("scorm2004")
    visit.answer_quiz()
    assert visit.values["cmi.score.raw"] == "100"
