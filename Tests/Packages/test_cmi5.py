"""The adapter in a cmi5 system: launch, statements and state."""

import re

import pytest
from browsers import until
from cmi5_rules import MASTERY
from launches import launch, leave

CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/"
DURATION = re.compile(r"PT\d+\.\d\dS")


def categories(statement):
    return sorted(entry["id"].removeprefix(CATEGORY) for entry in statement["context"].get("contextActivities", {}).get("category", []))


@pytest.mark.parametrize(("slash", "order"), [(True, 1), (False, -1)])
def test_session(visits, store, slash, order):
    store.slash = slash
    visit = launch(visits, store, order=order)
    item = visit.practice
    question = visit.answer_practice()
    visit.settled()
    assert store.said == ["initialized", "answered"]
    assert visit.notices == []
    document = store.documents["amparo"]
    assert document["format"] == 1 and document["state"].startswith("a1.") and document["location"] == item["page"]
    leave(visit, store)
    assert store.said == ["initialized", "answered", "terminated"]
    assert store.tokens == 1
    # What cmi5 wants of statements, the store has looked at.
    assert store.problems == []
    assert [categories(statement) for statement in store.statements] == [["cmi5"], [], ["cmi5"]]
    answered = store.of("answered")[0]
    assert answered["object"]["id"] == item["id"]
    assert answered["object"]["definition"]["interactionType"] == "choice"
    assert answered["result"]["success"] is True and answered["result"]["response"] == item["correct"][0]
    assert DURATION.fullmatch(answered["result"]["duration"])
    assert DURATION.fullmatch(store.of("terminated")[0]["result"]["duration"])

    again = launch(visits, store)
    assert again.question(question)["answered"]
    until(lambda: again.page == again.practice["page"], 5, "the page where one was")
    assert store.said == ["initialized"]


def test_completed_and_passed_once(visits, store):
    visit = launch(visits, store)
    visit.read_all()
    until(lambda: {"completed", "passed"} <= set(store.said), 10, "the verdict")
    for verb in ["completed", "passed"]:
        assert len(store.of(verb)) == 1
        assert categories(store.of(verb)[0]) == ["cmi5", "moveon"]
    assert store.of("passed")[0]["result"]["score"]["scaled"] == 1
    # Nothing was shown, so nobody knows how long it took.
    assert all("duration" not in statement["result"] for statement in store.of("answered"))
    leave(visit, store)
    assert store.said[0] == "initialized" and store.said[-1] == "terminated"
    again = launch(visits, store)
    again.settled()
    leave(again, store)
    assert store.said == ["initialized", "terminated"]
    assert store.problems == []


def test_failed_is_said_at_the_end(visits, store):
    visit = launch(visits, store)
    visit.answer_quiz(right=False)
    assert "failed" not in store.said
    leave(visit, store)
    assert store.said[-2:] == ["failed", "terminated"]
    failed = store.of("failed")[0]
    assert failed["result"]["success"] is False and categories(failed) == ["cmi5", "moveon"]
    assert store.problems == []


def test_mark_of_the_launch_goes_first(visits, store):
    visit = launch(visits, store, mastery=0.9)
    visit.answer_quiz()
    until(lambda: store.of("passed"), 10, "the verdict")
    assert store.of("passed")[0]["context"]["extensions"][MASTERY] == 0.9
    assert store.problems == []


def test_review_sends_only_begin_and_end(visits, store):
    visit = launch(visits, store, mode="Review")
    visit.answer_practice()
    visit.settled()
    leave(visit, store)
    assert store.said == ["initialized", "terminated"]
    assert store.documents == {} and store.problems == []


def test_exit_goes_back(visits, store):
    visit = launch(visits, store, returnURL=f"{visits.server.address}/player/hop.html?to=about:blank")
    visit.click(".lms-exit")
    until(lambda: "/hop.html" in visit.driver.current_url, 10, "the way back")
    assert store.said[-1] == "terminated" and store.said.count("terminated") == 1


def test_way_back_is_never_a_script(visits, store):
    visit = launch(visits, store, returnURL="javascript:document.title='x'")
    visit.click(".lms-exit")
    visit.wait_notice(visit.text("lms.closed"))


def test_policy_is_narrowed(visits, store):
    visit = launch(visits, store)
    policies = visit.js("return [...document.querySelectorAll('meta[http-equiv=Content-Security-Policy]')].map((m) => m.content)")
    assert policies[1] == f"connect-src {store.address}"
    refused = visit.do("fetch('/cmi5/cmi5.xml').then(() => done('fetched'), () => done('refused'))")
    assert refused == "refused"


def test_no_launch_plays_alone(visits):
    visit = visits.alone("cmi5")
    assert visit.notices == [visit.text("lms.alone")]
    question = visit.answer_practice()
    visit.saved()
    visits.driver.refresh()
    again = visit.wait_ready()
    assert again.question(question)["answered"]


def test_reload_keeps_work_though_the_token_is_used_up(visits, store):
    visit = launch(visits, store)
    visit.settled()
    visits.driver.refresh()
    visit.wait_ready()
    visit.wait_notice(visit.text("lms.refused"))
    question = visit.answer_practice()
    visit.saved()
    visits.driver.get("about:blank")
    again = launch(visits, store)
    assert again.question(question)["answered"]
    again.settled()
    assert "answered" in store.said
