"""A Kolibri with a channel of zips, and learners at a browser in it."""

import json
import sqlite3
import urllib.request
from pathlib import Path

from browsers import until
from clients import Server, free_port, lesson

CHANNEL = Path(__file__).resolve().with_name("channel.py")
PASSWORD = "for-tests-only"
POST = """
const [path, body, done] = arguments, token = document.cookie.match(/kolibri_csrftoken=([^;]*)/)[1];
fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json', 'X-CSRFToken': token}, body: JSON.stringify(body)})
  .then(async (answer) => done([answer.status, await answer.text()]), (error) => done([0, String(error)]));
"""
LOG_OUT = """
const done = arguments[0], token = document.cookie.match(/kolibri_csrftoken=([^;]*)/)[1];
fetch('/api/auth/session/current/', {method: 'DELETE', headers: {'X-CSRFToken': token}}).then((answer) => done(answer.status), () => done(0));
"""
FORGET = """
const done = arguments[0];
localStorage.clear();
indexedDB.databases().then((all) => Promise.all(all.map(({name}) => new Promise((next) => {
  const request = indexedDB.deleteDatabase(name);
  request.onsuccess = request.onerror = request.onblocked = next;
})))).then(() => done());
"""


# How tools that make channels mark a zip: as a page, or as a content package with a manifest.
APP = {"preset": "html5_zip", "options": {}}
CONTENT_PACKAGE = {"preset": "imscp_zip", "options": {"entry": "index.html"}}


class Kolibri:
    """A Kolibri with a channel of zips: title -> file and how it is marked."""

    def __init__(self, client, folder: Path, zips: dict[str, tuple[Path, dict]]):
        self.home, self.port, self.zip_port = folder / "home", free_port(), free_port()
        environment = {
            "KOLIBRI_HOME": self.home, "KOLIBRI_LISTEN_ADDRESS": "127.0.0.1", "KOLIBRI_ZEROCONF_ENABLED": "0", "KOLIBRI_DISABLE_PING": "1",
        }
        stick = folder / "stick"
        items = [{"title": title, "zip": str(path), "language": "en", **marks} for title, (path, marks) in zips.items()]
        wishes = json.dumps({"folder": str(stick), "name": "Protection", "items": items})
        made = json.loads(client.run("python", CHANNEL, folder=folder, text=wishes, **environment))
        self.channel, self.nodes = made["channel"], dict(zip(zips, made["nodes"], strict=True))
        manage = ["kolibri", "manage"]
        client.run(
            *manage, "provisiondevice", "--", "--facility", "Pier Two", "--superusername", "coach", "--superuserpassword", PASSWORD,
            "--preset", "nonformal", "--language_id", "en", "--noinput", folder=folder, **environment,
        )
        for step in ("importchannel", "importcontent"):
            client.run(*manage, "--skip-update", step, "disk", self.channel, stick, folder=folder, **environment)
        start = ["kolibri", "start", "--skip-update", "--foreground", "--port", str(self.port), "--zip-port", str(self.zip_port)]
        self.server = Server(client, folder, *start, port=self.port, ready="/api/public/info/", **environment)
        self.facility = self.ask("/api/auth/facility/")[0]["id"]

    def ask(self, path: str):
        with urllib.request.urlopen(self.server.address + path, timeout=60) as answer:
            return json.load(answer)

    def rows(self, query: str, *values) -> list[dict]:
        with sqlite3.connect(f"file:{self.home / 'db.sqlite3'}?mode=ro", uri=True, timeout=30) as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute(query, values)]

    def stored(self, learner: str, title: str) -> dict:
        """What Kolibri keeps of a learner and an item: progress, whether complete, sessions, and the state of the page."""
        where = "content_id = (SELECT content_id FROM content_contentnode WHERE id = ?) AND user_id = (SELECT id FROM kolibriauth_facilityuser WHERE username = ?)"
        summaries = self.rows(f"SELECT * FROM logger_contentsummarylog WHERE {where}", self.nodes[title], learner)
        sessions = self.rows(f"SELECT progress, time_spent FROM logger_contentsessionlog WHERE {where} ORDER BY start_timestamp", self.nodes[title], learner)
        assert len(summaries) == 1, f"{learner} has {len(summaries)} logs of {title}"
        state = json.loads(summaries[0]["extra_fields"]).get("contentState", {})
        return {
            "progress": summaries[0]["progress"], "complete": summaries[0]["completion_timestamp"] is not None, "kind": summaries[0]["kind"],
            "sessions": sessions, "state": state, "cmi": state.get("SCORM", {}).get("cmi", {}),
        }


class Learning:
    """A learner at a browser in which nobody has worked yet."""

    def __init__(self, kolibri, driver, kind, name, full_name):
        self.kolibri, self.driver, self.kind, self.name = kolibri, driver, kind, f"{name}_{kind}"
        self.forget()
        self.driver.get(f"{kolibri.server.address}/en/auth/")
        until(lambda: "kolibri_csrftoken" in self.driver.execute_script("return document.cookie"), 30, "Kolibri's page")
        self.pause()
        who = {"username": self.name, "password": PASSWORD, "facility": kolibri.facility}
        for path, more in [("/api/auth/signup/", {"full_name": full_name, "gender": "", "birth_year": ""}), ("/api/auth/session/", {})]:
            status, text = self.driver.execute_async_script(POST, path, {**who, **more})
            assert status in (200, 201), text

    def pause(self) -> None:
        """Shows a page of Kolibri's that does nothing, so that it doesn't break off what is asked."""
        self.driver.get(f"{self.kolibri.server.address}/api/nothing")

    def forget(self) -> None:
        """Forgets what the browser keeps for pages in the sandbox: another device, or another classroom computer."""
        self.driver.switch_to.default_content()
        self.driver.get(f"http://127.0.0.1:{self.kolibri.zip_port}/content/zipcontent/nothing")
        self.driver.execute_async_script(FORGET)

    def enter(self, title: str) -> None:
        """Goes to an item, and into the frame in which its page is."""
        self.driver.switch_to.default_content()
        self.driver.get("about:blank")
        self.driver.get(f"{self.kolibri.server.address}/en/learn/#/topics/c/{self.kolibri.nodes[title]}")

        def inside():
            self.driver.switch_to.default_content()
            for _ in range(2):
                self.driver.switch_to.frame(self.driver.find_element("css selector", "iframe"))
            return self.driver.execute_script("return Boolean(document.getElementById('p_engine'))")

        until(inside, 60, f"{title} in Kolibri's sandbox")

    def open(self, title: str = "lesson"):
        """The lesson, ready."""
        self.enter(title)
        return lesson(self.driver, self.kind, "scorm12")

    def told(self) -> dict:
        """What Kolibri's sandbox was told by the page."""
        return self.driver.execute_script("return parent.sandbox.SCORM.data.cmi")

    def leave(self) -> dict:
        """Goes to another page of Kolibri, as learners do; what Kolibri keeps once it has the state."""
        def work(cmi):
            return {**cmi, "core": {**cmi["core"], "session_time": ""}}  # it is set once more on the way

        told = work(self.told())
        self.away()
        until(lambda: work(self.kolibri.stored(self.name, "lesson")["cmi"]) == told, 30, "Kolibri to keep the work")
        return self.kolibri.stored(self.name, "lesson")

    def away(self) -> None:
        self.driver.switch_to.default_content()
        self.driver.execute_script("location.hash = '#/home'")
        until(lambda: not self.driver.find_elements("css selector", "iframe"), 30, "the item to be closed")

    def log_out(self) -> None:
        self.driver.switch_to.default_content()
        self.pause()
        assert self.driver.execute_async_script(LOG_OUT) in (200, 204)

    def blocked(self) -> list[str]:
        """What the browser says of policies since it was asked last; Chromium only."""
        if self.kind != "chromium":
            return []
        return [entry["message"] for entry in self.driver.get_log("browser") if "Content Security Policy" in entry["message"] or "sandbox" in entry["message"].lower() and entry["level"] == "SEVERE"]
