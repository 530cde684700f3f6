"""The adapter in a cmi5 system: launch, statements, state, and what a failing store does to the learner."""

import re

import pytest
from browsers import until
from store import SESSION, TEMPLATE, Store
from visit import Visit

CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
DURATION = re.compile(r"PT\d+\.\d\dS")


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def launch(visits, store, **options):
    driver = visits.driver
    driver.get("about:blank")
    driver.get(store.launch(f"{visits.base}/cmi5/index.html", **options))
    return Visit(visits, driver.current_window_handle, "cmi5").wait_ready()


def categories(statement):
    return sorted(entry["id"].removeprefix(CATEGORY) for entry in statement["context"].get("contextActivities", {}).get("category", []))


def leave(visit, store):
    """Goes to another page; on the way to an empty one drivers end a page without telling it."""
    visit.driver.get(f"{visit.visits.base}/hop.html")
    until(lambda: store.of("terminated"), 10, "the end")


@pytest.mark.parametrize(("slash", "order"), [(True, 1), (False, -1)])
def test_session(visits, store, slash, order):
    visit = launch(visits, store, slash=slash, order=order)
    question = visit.answer_practice()
    visit.settled()
    visit_item = visit.practice["id"]
    assert store.verbs == ["initialized", "answered"]
    assert visit.notices == []
    document = store.documents["amparo"]
    assert document["format"] == 1 and document["state"].startswith("a1.") and document["location"] == visit.practice["page"]
    leave(visit, store)
    assert store.verbs == ["initialized", "answered", "terminated"]
    assert store.tokens == 1
    assert store.problems == []
    for statement in store.statements:
        context = statement["context"]
        assert context["registration"] == "reg-1"
        assert context["extensions"][SESSION] == "session-1"
        assert context["contextActivities"]["grouping"] == TEMPLATE["contextActivities"]["grouping"]
        assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", statement["id"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", statement["timestamp"])
    assert [categories(statement) for statement in store.statements] == [["cmi5"], [], ["cmi5"]]
    answered = store.of("answered")[0]
    assert answered["object"]["id"] == visit_item
    assert answered["object"]["definition"]["interactionType"] == "choice"
    assert answered["result"]["success"] is True
    assert DURATION.fullmatch(store.of("terminated")[0]["result"]["duration"])

    store.next_session()
    again = launch(visits, store)
    assert again.question(question)["answered"]
    until(lambda: again.page == again.practice["page"], 5, "the page where one was")
    assert store.verbs == ["initialized"]


def test_completed_and_passed_once(visits, store):
    visit = launch(visits, store)
    visit.read_all()
    until(lambda: {"completed", "passed"} <= set(store.verbs), 10, "the verdict")
    for verb in ["completed", "passed"]:
        assert len(store.of(verb)) == 1
        assert categories(store.of(verb)[0]) == ["cmi5", "moveon"]
        assert DURATION.fullmatch(store.of(verb)[0]["result"]["duration"])
    assert store.of("completed")[0]["result"]["completion"] is True
    assert store.of("passed")[0]["result"]["score"]["scaled"] == 1
    leave(visit, store)
    assert store.verbs[0] == "initialized" and store.verbs[-1] == "terminated"
    store.next_session()
    again = launch(visits, store)
    again.settled()
    leave(again, store)
    assert store.verbs == ["initialized", "terminated"]


def test_failed_is_said_at_the_end(visits, store):
    visit = launch(visits, store)
    visit.answer_quiz(right=False)
    assert "failed" not in store.verbs
    leave(visit, store)
    assert store.verbs[-2:] == ["failed", "terminated"]
    failed = store.of("failed")[0]
    assert failed["result"]["success"] is False and categories(failed) == ["cmi5", "moveon"]


def test_mark_of_the_launch_goes_first(visits, store):
    store.data["masteryScore"] = 0.9
    visit = launch(visits, store)
    visit.answer_quiz()
    until(lambda: store.of("passed"), 10, "the verdict")
    assert store.of("passed")[0]["context"]["extensions"][MASTERY] == 0.9


def test_review_sends_only_begin_and_end(visits, store):
    store.data["launchMode"] = "Review"
    visit = launch(visits, store)
    visit.answer_practice()
    visit.settled()
    leave(visit, store)
    assert store.verbs == ["initialized", "terminated"]
    assert store.documents == {}


def test_exit_goes_back(visits, store):
    store.data["returnURL"] = f"{visits.base}/hop.html"
    visit = launch(visits, store)
    visit.click(".lms-exit")
    until(lambda: visit.driver.current_url.endswith("/hop.html"), 10, "the way back")
    assert store.verbs[-1] == "terminated" and store.verbs.count("terminated") == 1


def test_way_back_is_never_a_script(visits, store):
    store.data["returnURL"] = "javascript:document.title='x'"
    visit = launch(visits, store)
    visit.click(".lms-exit")
    visit.wait_notice(visit.text("lms.closed"))


def test_policy_is_narrowed(visits, store):
    visit = launch(visits, store)
    policies = visit.js("return [...document.querySelectorAll('meta[http-equiv=Content-Security-Policy]')].map((m) => m.content)")
    assert policies[1] == f"connect-src {store.origin}"
    refused = visit.do("fetch('/cmi5/cmi5.xml').then(() => done('fetched'), () => done('refused'))")
    assert refused == "refused"


def test_no_launch_plays_alone(visits):
    visits.driver.get(f"{visits.base}/cmi5/index.html")
    visit = Visit(visits, visits.driver.current_window_handle, "cmi5").wait_ready()
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
    store.next_session()
    again = launch(visits, store)
    assert again.question(question)["answered"]
    again.settled()
    assert "answered" in store.verbs


@pytest.mark.parametrize("path", ["/xapi/statements", "/xapi/activities/state"])
@pytest.mark.parametrize("status", [500, 401, 403])
def test_store_that_fails_later(visits, store, path, status):
    visit = launch(visits, store)
    visit.settled()
    store.faults[path] = status
    question = visit.answer_practice()
    visit.wait_notice(visit.text("lms.later"))
    assert visit.problems == []
    store.faults.clear()
    until(lambda: not visit.notices, 20, "the notice to go")
    assert len(store.of("answered")) == 1
    assert store.documents["amparo"]["state"]
    leave(visit, store)
    store.next_session()
    assert launch(visits, store).question(question)["answered"]


@pytest.mark.parametrize("path", ["/token", "/xapi/activities/state", "/xapi/agents/profile", "/xapi/statements"])
def test_store_that_fails_from_the_start(visits, store, path):
    store.faults[path] = 500
    visit = launch(visits, store)
    question = visit.answer_practice()
    assert visit.find(f"#{question}").get_attribute("data-result") == "right"
    assert visit.problems == []
    visit.saved()
    visits.driver.get("about:blank")
    store.faults.clear()
    store.next_session()
    assert launch(visits, store).question(question)["answered"]
