"""A strict learning record store with a cmi5 launch, for tests: what breaks a rule is refused and remembered.

The practice learning system of Sources/Preview can't stand in for it. Its store is in the page and takes the place of
`fetch`; what happens on the way to a server of another origin (leave asked first, a page that is gone before the answer,
the alternate syntax, the narrowed policy) is there over a network only.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from cmi5_rules import SESSION, Launch, Session

ACTOR = {"objectType": "Agent", "name": "Amina Haddad", "account": {"homePage": "https://example.org", "name": "amina"}}
ACTIVITY = "https://example.org/activity/1"
GROUPING = {"objectType": "Activity", "id": "https://example.org/publisher/1"}
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE",
    "Access-Control-Allow-Headers": "authorization, content-type, x-experience-api-version, if-match, if-none-match",
    "Access-Control-Expose-Headers": "ETag, X-Experience-API-Version",
}


class Refused(Exception):
    """An answer with an error status."""

    def __init__(self, status, *problems):
        super().__init__(*problems)
        self.status, self.problems = status, list(problems)


class Store:
    """One learner's registrations. `with Store() as store: address = store.launch()`.

    `faults` holds paths that answer with a status of their own, for one method or all, one document or all:
    `{"/xapi/statements": 500, "GET /xapi/activities/state?amparo": 403}`; status 0: the connection ends without an answer. `once`: the same for one request.
    `delays` holds seconds that a path takes. With `asks_versions`, a document is stored only by who says which it replaces.
    """

    def __init__(self, slash=True):
        self.statements, self.problems, self.faults, self.once, self.delays = [], [], {}, {}, {}
        self.enrolments = {}
        self.asks_versions = False
        # When the last request came.
        self.asked = time.monotonic()
        self.enrol()
        self.begun = self.tokens = 0
        self.token = None
        self.fetched = False
        self.slash = slash
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"store": self}))
        self._lock = threading.Lock()
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def enrol(self, registration=None) -> str:
        """Begins a registration, or goes back to one."""
        self.registration = registration or str(uuid.uuid4())
        # Its documents and its present session.
        self.enrolments.setdefault(self.registration, ({}, []))
        return self.registration

    @property
    def documents(self) -> dict:
        """What the state resource has, by name; bytes are sent as they are."""
        return self.enrolments[self.registration][0]

    @property
    def session(self):
        sessions = self.enrolments[self.registration][1]
        return sessions[-1] if sessions else None

    @property
    def verbs(self) -> list:
        """Last words of the verbs of all statements."""
        return [statement["verb"]["id"].rsplit("/", 1)[-1] for statement in self.statements]

    @property
    def said(self) -> list:
        """Verbs of the present session."""
        return self.verbs[self.begun:]

    def of(self, verb) -> list:
        """The statements with a verb."""
        return [statement for statement, name in zip(self.statements, self.verbs, strict=True) if name == verb]

    def launch(self, mode="Normal", mastery=None, move_on="CompletedAndPassed", order=1, **more) -> str:
        """Begins a session; the query to open the page with, its parts in this order or, by -1, the other way round."""
        earlier = self.session.earlier + self.session.verbs if self.session else []
        template = {
            "contextActivities": {"grouping": [GROUPING]},
            "extensions": {SESSION: secrets.token_hex(8)},
        }
        self.enrolments[self.registration][1].append(Session(Launch(ACTOR, self.registration, ACTIVITY, template, mode, mastery), earlier))
        self.token, self.fetched = base64.b64encode(secrets.token_bytes(12)).decode(), False
        data = {"contextTemplate": template, "launchMode": mode, "moveOn": move_on, "launchMethod": "AnyWindow", **more}
        if mastery is not None:
            data["masteryScore"] = mastery
        self.launch_data = data
        self.begun, self.tokens = len(self.statements), 0
        parts = [
            ("actor", json.dumps(ACTOR)), ("activityId", ACTIVITY), ("fetch", f"{self.address}/fetch?key={secrets.token_hex(4)}"),
            ("registration", self.registration), ("endpoint", f"{self.address}/xapi{'/' if self.slash else ''}"),
        ]
        return urlencode(parts[::order])

    # Requests

    def answer(self, method, path, query, headers, body):
        """Status, body and headers for a request; remembers what broke a rule."""
        self.asked = time.monotonic()
        time.sleep(self.delays.get(path, 0))
        with self._lock:
            try:
                return self._answer(method, path, query, headers, body)
            except Refused as refusal:
                self.problems += [f"{method} {path}: {problem}" for problem in refusal.problems]
                return refusal.status, {"problems": refusal.problems}, {}

    def _answer(self, method, path, query, headers, body):
        if method == "POST" and "method" in query:
            # xAPI's alternate syntax (1.0.3, part 3, 1.3): headers and parameters are in the body.
            method = query["method"]
            form = {name: values[0] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}
            query = headers = form
            body = form.get("content", "").encode()
        for fault in (path, f"{method} {path}", f"{method} {path}?{query.get('stateId')}"):
            status = self.once.pop(fault) if fault in self.once else self.faults.get(fault)
            if status is not None:
                self._asked(path, query)
                return status, None, {}
        if path == "/fetch":
            return self._fetch(method)
        if not path.startswith("/xapi/"):
            raise Refused(404, "there is nothing here")
        if headers.get("Authorization") != f"Basic {self.token}":
            raise Refused(401, "the token of the fetch address is missing [8.2]")
        if not str(headers.get("X-Experience-API-Version")).startswith("1.0"):
            raise Refused(400, "X-Experience-API-Version is missing [xAPI 3.3]")
        resource = path.removeprefix("/xapi/")
        handle = {"statements": self._statements, "activities/state": self._state, "agents/profile": self._profile}.get(resource)
        if not handle:
            raise Refused(404, f"there is no {resource}")
        return handle(method, query, headers, body)

    def _asked(self, path, query):
        """Asking counts, also when no answer comes."""
        if path == "/xapi/agents/profile":
            self.session.asked_preferences = True
        if path == "/xapi/activities/state" and query.get("stateId") == "LMS.LaunchData":
            self.session.asked_launch_data = True

    def _fetch(self, method):
        if method != "POST":
            raise Refused(405, "the fetch address takes POST [8.2.2]")
        if self.fetched:
            self.problems.append("POST /fetch: the token was fetched twice [8.2.1]")
            return 200, {"error-code": "1", "error-text": "The token was given out already."}, {}
        self.fetched = True
        self.tokens += 1
        return 200, {"auth-token": self.token}, {}

    def _statements(self, method, query, headers, body):
        if method == "GET":
            return 200, {"statements": self.statements, "more": ""}, {}
        given = parsed(body)
        if method == "PUT":
            if not isinstance(given, dict) or query.get("statementId") != given.setdefault("id", query.get("statementId")):
                raise Refused(400, "the statement has another id than the address")
        elif method != "POST":
            raise Refused(405, "statements are POST or PUT")
        batch = given if isinstance(given, list) else [given]
        known = {statement["id"]: statement for statement in self.statements}
        # One bad statement turns the whole batch away.
        before = list(self.session.verbs)
        added, problems = [], []
        for statement in batch:
            if isinstance(statement, dict) and statement.get("id") in known:
                if known[statement["id"]] != statement:
                    raise Refused(409, "another statement has this id")
                continue  # sent again after an answer that got lost
            problems += self.session.problems(statement)
            added.append(statement)
        if problems:
            self.session.verbs = before
            raise Refused(400, *problems)
        self.statements += added
        if method == "PUT":
            return 204, None, {}
        return 200, [statement["id"] for statement in batch], {}

    def _state(self, method, query, headers, body):
        launch = self.session.launch
        if query.get("activityId") != launch.activity or query.get("registration") != launch.registration:
            raise Refused(400, "activityId and registration are those of the launch [10]")
        if parsed(query.get("agent", "").encode()) != launch.actor:
            raise Refused(400, "the agent is the one of the launch [10]")
        name = query.get("stateId")
        if name == "LMS.LaunchData":
            if method != "GET":
                raise Refused(403, "LMS.LaunchData belongs to the learning system [10]")
            self.session.asked_launch_data = True
            return 200, self.launch_data, {}
        if not name:
            raise Refused(400, "stateId is missing")
        return self._document(method, name, headers, body)

    def _document(self, method, name, headers, body):
        there = self.documents.get(name)
        tag = None if there is None else f'"{hashlib.sha1(json.dumps(there, default=repr).encode()).hexdigest()}"'
        if method == "GET":
            return (404, None, {}) if there is None else (200, there, {"ETag": tag})
        match, none = headers.get("If-Match"), headers.get("If-None-Match")
        if self.asks_versions and method == "PUT" and not (match or none):
            return 409, None, {}
        if (match and match != tag) or (none and there is not None):
            return 412, None, {}
        if method == "DELETE":
            self.documents.pop(name, None)
            return 204, None, {}
        if method not in ("PUT", "POST"):
            raise Refused(405, "documents are GET, PUT, POST or DELETE")
        self.documents[name] = parsed(body)
        return 204, None, {}

    def _profile(self, method, query, headers, body):
        if parsed(query.get("agent", "").encode()) != self.session.launch.actor:
            raise Refused(400, "the agent is the one of the launch [11]")
        if query.get("profileId") != "cmi5LearnerPreferences":
            raise Refused(404, "only cmi5LearnerPreferences is known [11]")
        if method != "GET":
            # A page may offer preferences; a store may refuse to keep them.
            return 403, None, {}
        self.session.asked_preferences = True
        return 404, None, {}


def parsed(body):
    try:
        return json.loads(body)
    except ValueError:
        raise Refused(400, "this isn't JSON") from None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    store: Store

    def log_message(self, *arguments):
        pass

    def do_OPTIONS(self):
        self._send(204, None, {})

    def _handle(self):
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query, keep_blank_values=True).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._send(*self.store.answer(self.command, address.path, query, self.headers, body))

    do_GET = do_POST = do_PUT = do_DELETE = _handle

    def _send(self, status, value, headers):
        if status == 0:
            self.close_connection = True
            return
        body = b"" if value is None else value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        for name, text in {**CORS, "X-Experience-API-Version": "1.0.3", **headers}.items():
            self.send_header(name, text)
        if status != 204:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)
