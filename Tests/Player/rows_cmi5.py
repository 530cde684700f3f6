"""Statements and requests of a cmi5 session, and the rule that refuses each; None where the store takes it."""

import copy
import json

ACTOR = {"objectType": "Agent", "name": "Amina Haddad", "account": {"homePage": "https://example.org/practice", "name": "learner-1"}}
UNIT = "urn:uuid:f813c08e-304f-5536-b750-c4db7a501505"
LAUNCH = {
    "actor": ACTOR, "registration": "3f2c1f4e-7f0a-4c57-9c5c-0d9d6d1f1a11", "activity": "https://example.org/practice/activities/1",
    "template": {"contextActivities": {"grouping": [{"objectType": "Activity", "id": UNIT}]}, "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s-1", "https://example.org/site": "camp"}},
    "mode": "Normal", "mastery": None, "endpoint": "http://127.0.0.1/p/xapi/", "fetch": "http://127.0.0.1/p/token?session=s-1",
}
ADL = "http://adlnet.gov/expapi/verbs/"
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"

_ids = iter(range(1, 10_000))


def statement(verb, launch=LAUNCH, **result):
    """One of the statements that cmi5 defines, without a slip."""
    context = copy.deepcopy(launch["template"])
    context["registration"] = launch["registration"]
    category = context["contextActivities"]["category"] = [{"id": CMI5}]
    if verb != "initialized":
        result = {"duration": "PT1M5.25S", **result}
    if verb in ("completed", "passed", "failed"):
        category.append({"id": MOVE_ON})
        result |= {"completion": True} if verb == "completed" else {"success": verb == "passed"}
    if verb in ("passed", "failed") and launch["mastery"] is not None:
        context["extensions"][MASTERY] = launch["mastery"]
    return {
        "id": f"00000000-0000-4000-8000-{next(_ids):012}", "actor": launch["actor"], "verb": {"id": ADL + verb},
        "object": {"objectType": "Activity", "id": launch["activity"]}, "context": context,
        "timestamp": "2026-03-01T12:30:05.123Z", **({"result": result} if result else {})}


def answered(launch=LAUNCH, **result):
    """An answer, which cmi5 allows and doesn't define."""
    made = statement("initialized", launch)
    made["verb"] = {"id": ADL + "answered"}
    made["object"] = {"id": f"{UNIT}#m01.q_say", "definition": {"name": {"en": "What <first>?"}, "interactionType": "choice", "correctResponsesPattern": ["b"]}}
    del made["context"]["contextActivities"]["category"]
    made["result"] = {"response": "b", "success": True, **result}
    return made


def changed(verb, change, **result):
    made = answered(**result) if verb == "answered" else statement(verb, **result)
    change(made)
    return made


# A slip in a statement of a verb: the rule that refuses it.
SLIPS = [
    ("passed", lambda s: s.pop("id"), "id"),
    ("passed", lambda s: s.update(id="1"), "id"),
    ("passed", lambda s: s.update(actor={"mbox": "mailto:a@example.org"}), "actor"),
    ("passed", lambda s: s.update(actor="Amina"), "missing"),
    ("passed", lambda s: s.pop("timestamp"), "timestamp"),
    ("passed", lambda s: s.update(timestamp="2026-03-01T12:30:05+02:00"), "timestamp"),
    ("passed", lambda s: s.update(timestamp="2026-13-41T12:30:05Z"), "timestamp"),
    ("passed", lambda s: s.update(object={"id": "https://example.org/other"}), "object"),
    ("answered", lambda s: s.update(object={"id": "q1"}), "iri"),
    ("answered", lambda s: s.update(verb={"id": "answered"}), "iri"),
    ("passed", lambda s: s["context"].pop("registration"), "registration"),
    ("answered", lambda s: s["context"].pop("registration"), "registration"),
    ("passed", lambda s: s["context"]["extensions"].pop("https://w3id.org/xapi/cmi5/context/extensions/sessionid"), "session"),
    ("answered", lambda s: s["context"]["extensions"].clear(), "session"),
    ("passed", lambda s: s["context"]["extensions"].update({"https://example.org/site": "other"}), "template"),
    ("passed", lambda s: s["context"]["contextActivities"].pop("grouping"), "template"),
    ("passed", lambda s: s["context"]["contextActivities"].pop("category"), "noCategory"),
    ("answered", lambda s: s["context"]["contextActivities"].update(category=[{"id": CMI5}]), "category"),
    ("passed", lambda s: s["context"]["contextActivities"]["category"].pop(), "moveOn"),
    ("terminated", lambda s: s["context"]["contextActivities"]["category"].append({"id": MOVE_ON}), "moveOn"),
    ("answered", lambda s: s["context"]["contextActivities"].update(category=[{"id": MOVE_ON}]), "moveOn"),
    *[(verb, lambda s: s["result"].pop("duration"), "duration") for verb in ("completed", "passed", "failed", "terminated")],
    ("passed", lambda s: s["result"].update(duration="65"), "durationForm"),
    ("passed", lambda s: s["result"].update(duration="PT1.255S"), "durationForm"),
    ("passed", lambda s: s["result"].update(duration="P"), "durationForm"),
    ("passed", lambda s: s["result"].pop("success"), "success"),
    ("failed", lambda s: s["result"].update(success=True), "success"),
    ("passed", lambda s: s["result"].update(success="true"), "truth"),
    ("passed", lambda s: s["result"].update(completion=True), "completion"),
    ("completed", lambda s: s["result"].update(completion=False), "completion"),
    ("answered", lambda s: s["result"].update(response=5), "response"),
    ("passed", lambda s: s["result"].update(score={"scaled": "0.8"}), "scoreForm"),
    ("passed", lambda s: s["result"].update(score={}), "scoreForm"),
    ("passed", lambda s: s["result"].update(score={"scaled": 0.8, "percent": 80}), "scoreForm"),
    ("passed", lambda s: s["result"].update(score={"scaled": 80}), "scaled"),
    ("passed", lambda s: s["result"].update(score={"scaled": -0.1}), "scaled"),
    ("answered", lambda s: s["result"].update(score={"scaled": -1.1}), "scaled"),
    ("answered", lambda s: s["result"].update(score={"scaled": -0.5}), None),
    ("passed", lambda s: s["result"].update(score={"raw": 80}), "raw"),
    ("answered", lambda s: s["result"].update(score={"raw": 80}), None),
    ("passed", lambda s: s["result"].update(score={"raw": 80, "min": 0, "max": 10}), "raw"),
    ("passed", lambda s: s["result"].update(score={"raw": 8.5, "min": 0, "max": 10}), "raw"),
    ("passed", lambda s: s["result"].update(score={"scaled": 0.8, "raw": 8, "min": 0, "max": 10}), None),
    ("completed", lambda s: s["result"].update(score={"scaled": 1}), "scorePlace"),
    ("passed", lambda s: s.update(stored="now"), "part"),
    ("passed", lambda s: s["result"].update(grade="A"), "resultPart"),
    ("passed", lambda s: s["verb"].update(display=None), "null"),
    ("answered", lambda s: s["result"].update(extensions={"https://example.org/x": None}), None),
    ("terminated", lambda s: s["result"].update(extensions={PROGRESS: 101}), "progress"),
    ("terminated", lambda s: s["result"].update(extensions={PROGRESS: 33.5}), "progress"),
    ("terminated", lambda s: s["result"].update(extensions={PROGRESS: 33}), None),
    ("answered", lambda s: s.update(verb={"id": "https://w3id.org/xapi/adl/verbs/satisfied"}), "systemVerb"),
]

# Verbs of earlier sessions, verbs before, verb, launch mode, rule.
ORDER = [
    ([], [], "initialized", "Normal", None), ([], [], "terminated", "Normal", "first"), ([], [], "answered", "Normal", "first"),
    ([], ["initialized"], "initialized", "Normal", "twice"), ([], ["initialized", "passed"], "passed", "Normal", "twice"),
    ([], ["initialized", "completed"], "completed", "Normal", "twice"), ([], ["initialized", "failed"], "failed", "Normal", "twice"),
    ([], ["initialized", "failed"], "passed", "Normal", "oneVerdict"), ([], ["initialized", "passed"], "failed", "Normal", "oneVerdict"),
    ([], ["initialized", "terminated"], "answered", "Normal", "last"), ([], ["initialized", "terminated"], "terminated", "Normal", "last"),
    (["initialized", "completed"], ["initialized"], "completed", "Normal", "onceForAll"), (["passed"], ["initialized"], "passed", "Normal", "onceForAll"),
    (["passed"], ["initialized"], "failed", "Normal", "failedAfterPassed"), (["failed"], ["initialized"], "failed", "Normal", None),
    (["failed"], ["initialized"], "passed", "Normal", None), (["initialized", "terminated"], ["initialized"], "terminated", "Normal", None),
    *[([], ["initialized"], verb, mode, "mode") for mode in ("Browse", "Review") for verb in ("completed", "passed", "failed")],
    ([], ["initialized"], "terminated", "Review", None), ([], ["initialized"], "answered", "Browse", None),
]

# Verb, scaled score (None: no score), rule, with a mark of 0.8.
MARKS = [("passed", 0.8, None), ("passed", 0.79, "passedUnder"), ("failed", 0.79, None), ("failed", 0.8, "failedOver"), ("passed", None, None)]

_OF_STATE = {"activityId": LAUNCH["activity"], "agent": json.dumps(ACTOR), "registration": LAUNCH["registration"], "stateId": "work"}
_STATE = ("activities/state", _OF_STATE)
_PROFILE = ("agents/profile", {"agent": json.dumps(ACTOR), "profileId": "cmi5LearnerPreferences"})

# Method, resource, query, other headers, body, status, rule; all after the launch was read and work was stored.
REQUESTS = [
    ("GET", "fetch", {}, {}, "", 405, "fetchMethod"), ("POST", "fetch", {}, {}, "", 200, "fetchTwice"),
    ("GET", *_STATE, {"authorization": None}, "", 401, "noToken"), ("GET", *_STATE, {"authorization": "Basic x"}, "", 401, "noToken"),
    ("GET", *_STATE, {"x-experience-api-version": None}, "", 400, "version"), ("GET", "about/us", {}, {}, "", 404, "resource"),
    ("DELETE", "statements", {}, {}, "", 405, "method"), ("PATCH", *_STATE, {}, "{}", 405, "method"),
    ("POST", "statements", {}, {}, "{", 400, "json"), ("PUT", *_STATE, {}, "a1.", 400, "json"), ("PUT", *_STATE, {"content-type": "text/plain"}, "{}", 400, "type"),
    ("POST", "statements", {}, {}, "[5]", 400, "notObject"),
    ("PUT", "statements", {"statementId": "00000000-0000-4000-8000-000000000000"}, {}, json.dumps(statement("initialized")), 400, "otherID"),
    ("GET", _STATE[0], _OF_STATE | {"registration": "1"}, {}, "", 400, "stateOwner"), ("GET", _STATE[0], _OF_STATE | {"activityId": UNIT}, {}, "", 400, "stateOwner"),
    ("GET", _STATE[0], _OF_STATE | {"agent": '{"mbox": "mailto:b@example.org"}'}, {}, "", 400, "stateOwner"),
    ("GET", _STATE[0], {name: value for name, value in _OF_STATE.items() if name != "stateId"}, {}, "", 400, "missing"),
    ("PUT", _STATE[0], _OF_STATE | {"stateId": "LMS.LaunchData"}, {}, "{}", 403, "systemState"),
    ("GET", "agents/profile", {"agent": json.dumps(ACTOR), "profileId": "mine"}, {}, "", 404, "profile"),
    ("PUT", *_STATE, {"if-match": '"old"'}, "{}", 412, "etag"), ("PUT", *_STATE, {"if-none-match": "*"}, "{}", 412, "etag"),
    ("PUT", *_STATE, {"if-match": "*"}, "{}", 204, None), ("PUT", *_STATE, {}, '{"a": 2}', 204, None), ("DELETE", *_STATE, {}, "", 204, None),
    ("GET", *_STATE, {}, "", 200, None), ("GET", _STATE[0], _OF_STATE | {"stateId": "none"}, {}, "", 404, None), ("GET", *_PROFILE, {}, "", 404, None),
    ("PUT", *_PROFILE, {}, "{}", 403, None), ("GET", "statements", {}, {}, "", 200, None),
]
