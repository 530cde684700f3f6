"""Where a policy forbids WebAssembly the engine runs as plain JavaScript, and nothing else changes."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from browsers import until
from learner import Learner

POLICY = "script-src 'unsafe-inline' 'self'"
FORMS = {"file": "toolkit/{language}.html#{place}", "site": "site/{language}/{place}"}


class Handler(SimpleHTTPRequestHandler):
    """The output, once below /strict/ with a policy, and once below /free/ without."""

    def translate_path(self, path):
        return super().translate_path(path.removeprefix("/strict").removeprefix("/free"))

    def end_headers(self):
        if self.path.startswith("/strict/"):
            self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def server(output):
    """Address of a server whose administrator forbids WebAssembly below /strict/."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(output)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()


class Visitor(Learner):
    """A learner at one of the two forms, below /strict/ or /free/."""

    form = "file"

    def address(self, language: str = "en", place: str = "") -> str:
        return f"{self.base}/{FORMS[self.form].format(language=language, place=place)}"

    def at(self, way: str) -> "Visitor":
        """The same browser, with the policy or without."""
        self.base = f"{self.base.rsplit('/', 1)[0]}/{way}"
        return self

    @property
    def engine(self) -> str:
        return self.js("return Amparo.session.engine.form")


@pytest.fixture(params=FORMS)
def visitor(running, kind, server, request) -> Visitor:
    driver = running(kind)
    driver.set_window_size(1280, 900)
    visitor = Visitor(driver, kind, f"{server}/strict")
    visitor.form = request.param
    return visitor.fresh()


def visit(visitor: Visitor, page: str) -> None:
    """Goes to a page, as its form does it."""
    if visitor.form == "file":
        visitor.go(page)
    else:
        visitor.open(place=f"{page}.html")
    visitor.accept_warning()


def work(visitor: Visitor) -> str:
    """Answers a question and goes through a tree; the question."""
    page, question = visitor.first_question()
    visit(visitor, page)
    visitor.answer(question, 0)
    tree = next(f for f in visitor.data["files"] if f["id"] == "t1")
    visitor.js(
        "for (let step = 0; step < 60 && !Amparo.session.engine.tree(arguments[0], 0).finished; step += 1)"
        " Amparo.session.act((engine) => engine.take(arguments[0], 0, 0));",
        tree["index"],
    )
    visitor.saved()
    return question


def test_work_is_scored_kept_and_found_again(visitor):
    assert visitor.engine == "plain"
    assert visitor.notices == []
    question = work(visitor)
    before, progress = visitor.snapshot, visitor.progress
    assert progress["done"] > 0
    assert visitor.find(f"#{question} [data-outcome]").text, "a verdict is words"
    visitor.reload()
    assert (visitor.engine, visitor.snapshot, visitor.progress) == ("plain", before, progress)
    # Without the policy the wasm goes on with the same work, and the other way round.
    visitor.at("free").open()
    assert (visitor.engine, visitor.snapshot, visitor.progress) == ("wasm", before, progress)
    visitor.js("Amparo.session.act((engine) => engine.reset())")
    visitor.saved()
    visitor.at("strict").open()
    assert visitor.engine == "plain"
    assert visitor.progress["done"] == 0


def test_search_finds(visitor):
    visitor.click("header [data-action=search]")
    visitor.find("#p_query").send_keys("consent")
    until(lambda: visitor.all("#p_results li mark"), 10, "marked results")


def test_plain_engine_is_only_loaded_where_it_is_needed(visitor):
    visitor.at("free").open()
    assert visitor.engine == "wasm"
    assert visitor.js("return globalThis.AmparoPlainEngine === undefined")
    loaded = visitor.js("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert not [name for name in loaded if name.endswith("engine-plain.js")]
