"""A small record store for cmi5: hands out one token, keeps documents and statements, and can be told to fail."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlencode, urlsplit

ACTOR = {"objectType": "Agent", "name": "Rosa Abaza", "account": {"homePage": "https://example.org", "name": "rosa"}}
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
TEMPLATE = {
    "contextActivities": {"grouping": [{"objectType": "Activity", "id": "https://example.org/publisher/m01"}]},
    "extensions": {SESSION: "session-1"},
}


class Store:
    """One registration of one learner. `faults` holds paths that answer with a status of their own."""

    def __init__(self):
        self.statements = []
        self.documents = {}
        self.requests = []
        self.problems = []
        self.faults = {}
        self.tokens = 0
        self.data = {"contextTemplate": TEMPLATE, "launchMode": "Normal", "moveOn": "CompletedAndPassed"}
        store = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def do_OPTIONS(self):
                self.answer(204)

            def do_GET(self):
                store.handle(self, "GET")

            def do_POST(self):
                store.handle(self, "POST")

            def do_PUT(self):
                store.handle(self, "PUT")

            def answer(self, status, body=None):
                content = b"" if body is None else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Access-Control-Allow-Headers", "authorization, content-type, x-experience-api-version")
                self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT")
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self):
        self.server.shutdown()

    def handle(self, request, method):
        length = int(request.headers.get("Content-Length") or 0)
        body = request.rfile.read(length)
        address = urlsplit(request.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        path = address.path
        sent = dict(request.headers)
        if "method" in query:  # the alternate syntax: headers and parameters are in the body
            form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            method, body = query["method"], form.pop("content").encode()
            sent, query = form, form
        self.requests.append((method, path, query))
        if path in self.faults:
            return request.answer(self.faults[path])
        if path == "/token":
            self.tokens += 1
            return request.answer(200, {"auth-token": "c2VjcmV0"} if self.tokens == 1 else {"error-code": "1", "error-text": "used"})
        if sent.get("Authorization") != "Basic c2VjcmV0":
            self.problems.append(f"{path} without the token")
            return request.answer(401)
        if not (sent.get("X-Experience-API-Version") or "").startswith("1.0"):
            self.problems.append(f"{path} without a version")
        if path == "/xapi/agents/profile":
            return request.answer(404)
        if path == "/xapi/activities/state":
            if json.loads(query["agent"]) != ACTOR or query["registration"] != "reg-1" or query["activityId"] != "https://example.org/lms/au":
                self.problems.append(f"state of another: {query}")
            if query["stateId"] == "LMS.LaunchData":
                return request.answer(200, self.data)
            if method == "PUT":
                self.documents[query["stateId"]] = json.loads(body)
                return request.answer(204)
            known = self.documents.get(query["stateId"])
            return request.answer(200, known) if known else request.answer(404)
        if path == "/xapi/statements" and method == "POST":
            for statement in json.loads(body):
                if statement["id"] not in {known["id"] for known in self.statements}:
                    self.statements.append(statement)
            return request.answer(200, [])
        self.problems.append(f"{method} {path}")
        return request.answer(404)

    def launch(self, page, slash=True, order=1):
        """Address that launches a page."""
        values = [
            ("endpoint", f"{self.origin}/xapi{'/' if slash else ''}"), ("fetch", f"{self.origin}/token"), ("actor", json.dumps(ACTOR)),
            ("registration", "reg-1"), ("activityId", "https://example.org/lms/au"),
        ]
        return f"{page}?{urlencode(values[::order], quote_via=quote)}"

    def next_session(self):
        """The same registration, launched again."""
        self.tokens = 0
        self.statements = []
        self.requests = []

    @property
    def verbs(self):
        return [statement["verb"]["id"].rsplit("/", 1)[1] for statement in self.statements]

    def of(self, verb):
        return [statement for statement in self.statements if statement["verb"]["id"].endswith(f"/{verb}")]
