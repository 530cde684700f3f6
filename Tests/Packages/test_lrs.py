"""The strict record store: what it takes, and every rule that it holds statements to."""

import copy
import json
import urllib.error
import urllib.request
import uuid
from urllib.parse import parse_qs, urlencode

import pytest
from cmi5_rules import CMI5, MASTERY, MOVE_ON, VERBS
from lrs import ACTIVITY, ACTOR, Store


class Page:
    """A page that keeps all rules."""

    def __init__(self, store, **launch):
        self.store = store
        self.query = {name: values[0] for name, values in parse_qs(store.launch(**launch)).items()}
        self.token = self.request("POST", self.query["fetch"])[1].get("auth-token")
        self.agent = json.dumps(ACTOR)
        status, self.data = self.state("GET", "LMS.LaunchData")
        assert status == 200
        assert self.call("GET", "agents/profile", agent=self.agent, profileId="cmi5LearnerPreferences")[0] == 404

    def request(self, method, address, body=None, headers=None):
        request = urllib.request.Request(address, None if body is None else json.dumps(body).encode(), headers or {}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as problem:
            text = problem.read()
            return problem.code, json.loads(text) if text else None

    def call(self, method, resource, body=None, headers=None, **query):
        headers = {"Authorization": f"Basic {self.token}", "X-Experience-API-Version": "1.0.3", **(headers or {})}
        headers = {name: value for name, value in headers.items() if value is not None}
        return self.request(method, f"{self.query['endpoint']}{resource}?{urlencode(query)}", body, headers)

    def state(self, method, name, body=None):
        return self.call(method, "activities/state", body, activityId=ACTIVITY, agent=self.agent, registration=self.query["registration"], stateId=name)

    def statement(self, verb, **result):
        context = copy.deepcopy(self.data["contextTemplate"])
        context["registration"] = self.query["registration"]
        category = context["contextActivities"]["category"] = [{"id": CMI5}]
        if verb != "initialized":
            result["duration"] = "PT1M5.25S"
        if verb in ("completed", "passed", "failed"):
            category.append({"id": MOVE_ON})
            result.update({"completion": True} if verb == "completed" else {"success": verb == "passed"})
            if verb != "completed" and "masteryScore" in self.data:
                context["extensions"][MASTERY] = self.data["masteryScore"]
        return {"id": str(uuid.uuid4()), "actor": ACTOR, "verb": {"id": VERBS[verb]}, "object": {"id": ACTIVITY}, "context": context,
                "timestamp": "2026-03-01T12:30:05.123Z", **({"result": result} if result else {})}

    def send(self, *statements):
        return self.call("POST", "statements", list(statements))[0]

    def say(self, *verbs):
        return [self.send(self.statement(verb)) for verb in verbs]


def answered(page):
    statement = page.statement("initialized")
    statement["verb"] = {"id": "http://adlnet.gov/expapi/verbs/answered"}
    statement["object"] = {"id": ACTIVITY + "#q1"}
    statement["context"]["contextActivities"].pop("category")
    statement["result"] = {"response": "a[,]c", "success": True}
    return statement


def test_a_whole_session(store):
    page = Page(store)
    assert page.say("initialized") == [200]
    assert page.send(answered(page)) == 200
    assert page.say("completed", "passed", "terminated") == [200] * 3
    assert store.verbs == ["initialized", "answered", "completed", "passed", "terminated"]
    assert page.state("GET", "amparo")[0] == 404
    assert page.state("PUT", "amparo", {"state": "a1."})[0] == 204
    assert page.state("GET", "amparo") == (200, {"state": "a1."})
    assert store.problems == []


@pytest.mark.parametrize("before, verb", [
    ([], "terminated"), ([], "completed"), (["initialized"], "initialized"), (["initialized", "passed"], "passed"),
    (["initialized", "completed"], "completed"), (["initialized", "passed"], "failed"), (["initialized", "terminated"], "completed"),
    (["initialized", "terminated"], "terminated")], ids=str)
def test_order_and_once_only(store, before, verb):
    page = Page(store)
    assert page.say(*before) == [200] * len(before)
    assert page.say(verb) == [400] and store.problems
    assert store.verbs == before


def test_failed_may_come_again_and_before_passed(store):
    assert Page(store).say("initialized", "failed", "failed", "passed", "terminated") == [200] * 5


def test_once_in_a_registration_not_in_a_session(store):
    Page(store).say("initialized", "completed", "terminated")
    again = Page(store)
    assert again.say("initialized", "completed", "passed", "terminated") == [200, 400, 200, 200]


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_nothing_is_decided_when_looking(store, mode):
    page = Page(store, mode=mode)
    assert page.say("initialized", "completed", "passed", "failed", "terminated") == [200, 400, 400, 400, 200]


@pytest.mark.parametrize("verb, scaled, status", [("passed", 0.8, 200), ("passed", 0.79, 400), ("failed", 0.79, 200), ("failed", 0.8, 400)])
def test_mastery(store, verb, scaled, status):
    page = Page(store, mastery=0.8)
    page.say("initialized")
    statement = page.statement(verb, score={"scaled": scaled})
    assert page.send(statement) == status
    missing = page.statement("failed", score={"scaled": 0.1})
    del missing["context"]["extensions"][MASTERY]
    assert page.send(missing) == 400


SLIPS = {
    "no id": lambda s: s.pop("id"),
    "an id that isn't a UUID": lambda s: s.update(id="1"),
    "another actor": lambda s: s.update(actor={"mbox": "mailto:a@example.org"}),
    "no timestamp": lambda s: s.pop("timestamp"),
    "local time": lambda s: s.update(timestamp="2026-03-01T12:30:05+02:00"),
    "another object": lambda s: s.update(object={"id": "https://example.org/other"}),
    "no registration": lambda s: s["context"].pop("registration"),
    "no session id": lambda s: s["context"].pop("extensions"),
    "no grouping": lambda s: s["context"]["contextActivities"].pop("grouping"),
    "no category": lambda s: s["context"]["contextActivities"].pop("category"),
    "no moveon": lambda s: s["context"]["contextActivities"]["category"].pop(),
    "no duration": lambda s: s["result"].pop("duration"),
    "a wrong duration": lambda s: s["result"].update(duration="65"),
    "three decimals": lambda s: s["result"].update(duration="PT1.255S"),
    "no success": lambda s: s["result"].pop("success"),
    "success as text": lambda s: s["result"].update(success="true"),
    "completion, too": lambda s: s["result"].update(completion=True),
    "a score as text": lambda s: s["result"].update(score={"scaled": "0.8"}),
    "a score in percent": lambda s: s["result"].update(score={"scaled": 80}),
    "a raw score alone": lambda s: s["result"].update(score={"raw": 80}),
    "a raw score beyond max": lambda s: s["result"].update(score={"raw": 80, "min": 0, "max": 10}),
    "a part that isn't known": lambda s: s.update(stored="now"),
    "null": lambda s: s["result"].update(response=None),
    "a verb of the system": lambda s: s.update(verb={"id": "https://w3id.org/xapi/adl/verbs/satisfied"}),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_slips_are_refused(store, slip):
    page = Page(store)
    page.say("initialized")
    statement = page.statement("passed")
    assert page.store.problems == []
    SLIPS[slip](statement)
    assert page.send(statement) == 400
    assert store.verbs == ["initialized"] and store.problems
    assert page.send(page.statement("passed")) == 200


def test_a_score_belongs_to_the_result_only(store):
    page = Page(store)
    page.say("initialized")
    assert page.send(page.statement("completed", score={"scaled": 1})) == 400


def test_one_bad_statement_turns_the_batch_away(store):
    page = Page(store)
    bad = page.statement("completed")
    bad["timestamp"] = "today"
    assert page.send(page.statement("initialized"), bad) == 400 and store.statements == []
    assert page.send(page.statement("initialized"), page.statement("completed")) == 200


def test_sent_again_counts_once(store):
    page = Page(store)
    first = page.statement("initialized")
    assert [page.send(first), page.send(first)] == [200, 200] and len(store.statements) == 1
    assert page.send({**first, "timestamp": "2026-03-01T12:30:06Z"}) == 409


def test_token_is_given_once_and_needed(store):
    page = Page(store)
    assert page.request("POST", page.query["fetch"])[1]["error-code"] == "1"
    assert page.request("GET", page.query["fetch"])[0] == 405
    for headers in ({"Authorization": None}, {"Authorization": "Basic x"}):
        assert page.call("POST", "statements", [page.statement("initialized")], headers)[0] == 401
    assert page.call("POST", "statements", [page.statement("initialized")], {"X-Experience-API-Version": None})[0] == 400
    assert len(store.problems) == 5


def test_launch_data_comes_first_and_is_the_systems(store):
    page = Page(store)
    assert page.state("PUT", "LMS.LaunchData", {})[0] == 403
    store.session.asked_preferences = False
    assert page.say("initialized") == [400]


def test_state_of_another_learner(store):
    page = Page(store)
    page.agent = json.dumps({"mbox": "mailto:b@example.org"})
    assert page.state("GET", "amparo")[0] == 400


@pytest.mark.parametrize("slash", [True, False])
def test_endpoint_with_and_without_a_slash(slash):
    with Store(slash=slash) as store:
        endpoint = parse_qs(store.launch())["endpoint"][0]
        assert endpoint.endswith("/") == slash
