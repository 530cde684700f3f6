"""What a learning record store may expect of the statements of one cmi5 session.

Numbers in brackets are sections of the cmi5 specification, "Quartz".
"""

import re
import uuid
from dataclasses import dataclass, field

VERBS = {name: f"http://adlnet.gov/expapi/verbs/{name}" for name in ["initialized", "completed", "passed", "failed", "terminated"]}
# Only the learning system says these.
SYSTEM_VERBS = {
    "http://adlnet.gov/expapi/verbs/launched", "https://w3id.org/xapi/adl/verbs/abandoned",
    "https://w3id.org/xapi/adl/verbs/waived", "https://w3id.org/xapi/adl/verbs/satisfied",
}
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)")
DURATION = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?")
# What a statement may hold; anything else is a slip (xAPI 2.2).
STATEMENT = {"id", "actor", "verb", "object", "result", "context", "timestamp", "version", "attachments"}
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
SCORE = {"scaled", "raw", "min", "max"}


@dataclass
class Launch:
    """What a learning system tells a page at its launch."""

    actor: dict
    registration: str
    activity: str
    template: dict
    mode: str = "Normal"
    mastery: float | None = None


@dataclass
class Session:
    """The statements of one session, in the order in which they came."""

    launch: Launch
    # Verbs of earlier sessions of the registration.
    earlier: list = field(default_factory=list)
    verbs: list = field(default_factory=list)
    asked_launch_data: bool = False
    asked_preferences: bool = False

    def problems(self, statement) -> list:
        """Everything that is wrong with the next statement; when nothing is, it counts."""
        if not isinstance(statement, dict):
            return ["a statement is an object"]
        verb = defined_verb(statement)
        found = [*form(statement), *self.identity(statement), *self.categories(statement, verb), *self.order(statement, verb)]
        if verb:
            found += self.outcome(statement, verb)
        if not found:
            self.verbs.append(verb or "other")
        return found

    def identity(self, statement):
        launch, context = self.launch, part(statement, "context")
        if statement.get("actor") != launch.actor:
            yield "the actor isn't the one of the launch [9.2]"
        if context.get("registration") != launch.registration:
            yield "the registration isn't the one of the launch [9.6.1]"
        if defined_verb(statement) and part(statement, "object").get("id") != launch.activity:
            yield "the object isn't the activity of the launch [9.4]"
        extensions = part(launch.template, "extensions")
        if part(context, "extensions").get(SESSION) != extensions.get(SESSION):
            yield "the session id of the context template is missing [9.6.3.1]"
        for name, activities in part(launch.template, "contextActivities").items():
            there = [each.get("id") for each in part(context, "contextActivities").get(name, [])]
            if any(each["id"] not in there for each in activities):
                yield f"{name} of the context template is missing [10.2.1]"

    def categories(self, statement, verb):
        there = [each.get("id") for each in part(part(statement, "context"), "contextActivities").get("category", [])]
        if verb and CMI5 not in there:
            yield "the category cmi5 is missing [9.6.2.1]"
        if not verb and CMI5 in there:
            yield "only statements of cmi5's own verbs have the category cmi5 [9.6.2.1]"
        result = part(statement, "result")
        moves = verb is not None and ("success" in result or "completion" in result)
        if moves != (MOVE_ON in there):
            yield "the category moveon goes with success or completion, and only with them [9.6.2.2]"

    def order(self, statement, verb):
        if statement.get("verb", {}).get("id") in SYSTEM_VERBS:
            yield "only the learning system says this [9.3]"
        if not (self.asked_launch_data and self.asked_preferences):
            yield "launch data and learner preferences were not asked for first [10.2, 11]"
        if not self.verbs and verb != "initialized":
            yield "the first statement is initialized [9.3]"
        if "terminated" in self.verbs:
            yield "nothing follows terminated [9.3.7]"
        if verb == "initialized" and "initialized" in self.verbs:
            yield "initialized comes once in a session [9.3.2]"
        before = self.earlier + self.verbs
        if verb in ("completed", "passed") and verb in before:
            yield f"{verb} comes once in a registration [9.3]"
        if verb == "failed" and "passed" in before:
            yield "failed doesn't follow passed [9.3.5]"
        if verb in ("completed", "passed", "failed") and self.launch.mode != "Normal":
            yield f"{verb} isn't said in {self.launch.mode} [10.2.2]"

    def outcome(self, statement, verb):
        result = part(statement, "result")
        success = {"passed": True, "failed": False}.get(verb)
        completion = True if verb == "completed" else None
        if result.get("success") is not success:
            yield f"success of {verb} is {success} [9.5.2]"
        if result.get("completion") is not completion:
            yield f"completion of {verb} is {completion} [9.5.3]"
        if verb != "initialized" and "duration" not in result:
            yield f"{verb} has a duration [9.5.4]"
        score = part(result, "score")
        if score and success is None:
            yield "a score goes with passed and failed only [9.5.1]"
        mark = self.launch.mastery
        if success is None or mark is None:
            return
        if part(part(statement, "context"), "extensions").get(MASTERY) != mark:
            yield "the mastery score of the launch is missing in the context [9.6.3.2]"
        if number(score.get("scaled")) and (score["scaled"] >= mark) is not success:
            yield f"{verb} contradicts the mastery score [9.3]"


def part(value, name) -> dict:
    """A part that is an object, else an empty one."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def defined_verb(statement):
    """The name of a verb of cmi5's own; None for others."""
    verb = part(statement, "verb").get("id")
    return next((name for name, iri in VERBS.items() if iri == verb), None)


def number(value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_uuid(text) -> bool:
    try:
        return str(uuid.UUID(text)) == text.lower()
    except (ValueError, TypeError, AttributeError):
        return False


def form(statement):
    """What holds for every statement, whoever sends it."""
    for name in sorted(statement.keys() - STATEMENT):
        yield f"a statement has no {name} [xAPI 2.2]"
    for name in ("actor", "verb", "object", "context"):
        if not isinstance(statement.get(name), dict):
            yield f"{name} is missing"
    if not is_uuid(statement.get("id")):
        yield "the id isn't a UUID [9.1]"
    if not re.match(r"[a-z][a-z0-9+.-]*:\S+$", str(part(statement, "verb").get("id")), re.I):
        yield "the id of the verb isn't an IRI"
    if not re.match(r"[a-z][a-z0-9+.-]*:\S+$", str(part(statement, "object").get("id")), re.I):
        yield "the id of the object isn't an IRI"
    if not MOMENT.fullmatch(str(statement.get("timestamp"))):
        yield "the timestamp is missing or not in UTC [9.7]"
    yield from nulls(statement, "statement")
    if "result" in statement:
        yield from result_form(part(statement, "result"))


def result_form(result):
    for name in sorted(result.keys() - RESULT):
        yield f"a result has no {name} [xAPI 2.4.5]"
    for name in ("success", "completion"):
        if name in result and not isinstance(result[name], bool):
            yield f"{name} is true or false"
    if "response" in result and not isinstance(result["response"], str):
        yield "a response is text"
    if "duration" in result and not DURATION.fullmatch(str(result["duration"])):
        yield "the duration isn't like PT5M30.25S"
    if "score" not in result:
        return
    score = part(result, "score")
    if not score or score.keys() - SCORE or not all(number(value) for value in score.values()):
        yield "a score has the numbers scaled, raw, min, max"
        return
    if not -1 <= score.get("scaled", 0) <= 1:
        yield "scaled is from -1 to 1"
    if "raw" in score and not score.get("min", score["raw"]) <= score["raw"] <= score.get("max", score["raw"]):
        yield "raw is outside of min and max"
    if "raw" in score and not {"min", "max"} <= score.keys():
        yield "a raw score comes with min and max [9.5.1]"


def nulls(statement, name):
    """Places that hold null, which xAPI allows in extensions only."""
    waiting = [(name, statement)]
    while waiting:
        name, value = waiting.pop()
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
        for key, each in inside:
            if each is None:
                yield f"{name}.{key} is null"
            elif key != "extensions":
                waiting.append((f"{name}.{key}", each))
