"""The practice learning system for tests: a small server, packages without content, and the page."""

import itertools
import re
import threading
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlencode, urlsplit

from browsers import until

PLAYER = Path(__file__).resolve().parents[2] / "Sources" / "Preview" / "Assets" / "player"

NUMBERS = itertools.count(1)

EMPTY_PAGE = "<!doctype html><html lang='en'><meta charset='utf-8'><title>Empty</title><link rel='icon' href='data:,'><p>Nothing.</p>"


class Server:
    """Serves folders by name on the loopback: `/player/…` and what is added; with a content-security policy when one is given."""

    def __init__(self, policy: str | None = None):
        self.folders = {"player": PLAYER}
        folders = self.folders

        class Handler(SimpleHTTPRequestHandler):
            def translate_path(self, path):
                name, _, rest = unquote(urlsplit(path).path).lstrip("/").partition("/")
                folder = folders.get(name)
                inside = (folder / rest).resolve() if folder else None
                return str(inside) if inside and inside.is_relative_to(folder.resolve()) else "missing"

            def do_GET(self):
                wish = urlsplit(self.path)
                file = Path(self.translate_path(self.path))
                # A wrong clock and the way to the record store have to be there before the page's own scripts.
                wished = [name for sign, name in (("clock=", "clock.js"), ("practice=cmi5", "cmi5-fetch.js")) if sign in wish.query]
                if not wished or not file.is_file() or file.suffix != ".html" or folders["player"] in file.parents:
                    return super().do_GET()
                script = "".join(f'<script src="/player/{name}?{escape(wish.query)}"></script>' for name in wished)
                page = re.sub("(?=<script)", lambda _: script, file.read_text(encoding="utf-8"), count=1).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

            def end_headers(self):
                # Scripts and styles stay the same while tests run; pages and manifests don't.
                keeps = urlsplit(self.path).path.endswith((".js", ".css"))
                self.send_header("Cache-Control", "max-age=3600" if keeps else "no-store")
                if policy:
                    self.send_header("Content-Security-Policy", policy)
                super().end_headers()

            def log_message(self, *arguments):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def add(self, name: str, folder: Path) -> str:
        """Serves a folder; its address on this server."""
        self.folders[name] = Path(folder)
        return f"/{quote(name)}/"

    def close(self):
        self._server.shutdown()
        self._server.server_close()


def empty_package(folder: Path, version: str = "1.2", item: str = "", page: str = EMPTY_PAGE) -> Path:
    """A package whose page does nothing by itself: tests make the calls. Its name is new, so nobody has work in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "imsmanifest.xml").write_text(
        f"""<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" identifier="test-{next(NUMBERS)}">
<metadata><schema>ADL SCORM</schema><schemaversion>{version}</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>T</title>
<item identifier="I" identifierref="R"><title>Empty &amp; quiet</title>{item}</item></organization></organizations>
<resources><resource identifier="R" type="webcontent" adlcp:scormType="sco" href="index.html"><file href="index.html"/></resource></resources>
</manifest>""", encoding="utf-8")
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


class Practice:
    """The page of the practice learning system."""

    # Short names of the functions of either standard.
    KINDS = ("init", "end", "get", "set", "commit", "last", "text", "diagnostic")

    def __init__(self, driver, server: Server):
        self.driver, self.server = driver, server
        self.window = driver.window_handles[0]

    def js(self, script: str, *arguments):
        return self.driver.execute_script(script, *arguments)

    def open(self, package: str, **wishes) -> "Practice":
        """Opens a package as the address says: `learner="2", how="new", fault="no-api"`."""
        query = urlencode({"package": package, "start": "1", "lang": "en", **wishes})
        self.driver.switch_to.window(self.window)
        self.driver.get(f"{self.server.address}/player/player.html?{query}")
        ready = "AmparoPlayer.runtime" if wishes.get("start", "1") == "1" else "AmparoPlayer.manifest"
        until(lambda: self.js(f"return Boolean(globalThis.AmparoPlayer && {ready})"), 15, "the player")
        return self

    def call(self, kind: str, *arguments):
        """A call as a content page makes it, through the object that it finds."""
        return self.js(
            """const [kind, args] = arguments, {standard} = AmparoPlayer.runtime;
               return window[standard.object][standard.functions[kind]](...args)""", kind, list(arguments))

    def get(self, name):
        return self.call("get", name)

    def set(self, name, value):
        return self.call("set", name, value)

    def code(self) -> str:
        """The code of the last error."""
        return self.call("last")

    @property
    def calls(self) -> list:
        return self.js("return AmparoPlayer.runtime.calls")

    @property
    def mistakes(self) -> list:
        return self.js("return AmparoPlayer.runtime.mistakes")

    @property
    def record(self) -> dict:
        """Everything kept of the learner, as it is exported."""
        return self.js("return AmparoPlayer.attempts.record()")

    @property
    def attempts(self) -> list:
        return self.record["attempts"]

    @property
    def report(self) -> dict:
        """What an administrator's report shows of the attempt."""
        return self.js("return AmparoPlayer.attempts.report(AmparoPlayer.attempts.current.values)")

    def panel(self) -> str:
        """Words of the inspector."""
        return self.js("return document.getElementById('inspector').innerText")

    def inside(self, condition="true"):
        """Goes into the frame of the content page."""
        self.driver.switch_to.default_content()
        until(lambda: self.js("return Boolean(document.querySelector('#content'))"), 10, "the frame")
        self.driver.switch_to.frame(self.driver.find_element("id", "content"))
        until(lambda: self.js(f"return document.readyState === 'complete' && ({condition})"), 20, "the content page")

    def outside(self):
        self.driver.switch_to.default_content()

    def leave(self):
        """Closes the content page as a person does, and waits until it is gone."""
        self.outside()
        self.js("document.getElementById('again').click()")
        until(lambda: not self.js("return document.getElementById('choice').hidden"), 15, "the content page to be gone")
