"""Previews of copies of the content, started as a person starts them, and browsers to look at them."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY / "Tests" / name) for name in ("Browser", "Shared")]

import browsers  # noqa: E402
from browsers import until  # noqa: E402

BINARY = Path(os.environ.get("AMPARO", REPOSITORY / ".build" / "release" / "amparo"))


@pytest.fixture(scope="session", autouse=True)
def binary():
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is missing; run `make` first", returncode=1)
    return BINARY


@pytest.fixture
def content(tmp_path) -> Path:
    """A copy of the toolkit's content, with a space and an accent in its path."""
    return Path(shutil.copytree(REPOSITORY / "Content", tmp_path / "Mon été" / "Content"))


class Preview:
    """A running `amparo serve`."""

    def __init__(self, content, *arguments, env=None):
        surroundings = {k: v for k, v in os.environ.items() if k not in ("AMPARO_EDITOR", "VISUAL", "EDITOR")}
        self.process = subprocess.Popen(
            [BINARY, "serve", str(content), *map(str, arguments)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**surroundings, **(env or {})},
        )
        self.output, self.errors = [], []
        for stream, lines in [(self.process.stdout, self.output), (self.process.stderr, self.errors)]:
            threading.Thread(target=lambda s=stream, l=lines: l.extend(iter(s.readline, "")), daemon=True).start()

    @property
    def said(self) -> str:
        return "".join(self.output)

    @property
    def address(self) -> str:
        """What it printed to open, without the slash at the end."""
        found = until(lambda: re.search(r"http://127\.0\.0\.1:\d+", self.said), 60, "the printed address")
        return found.group()

    @property
    def port(self) -> int:
        return int(self.address.rsplit(":", 1)[1])

    def end(self, number=signal.SIGINT) -> int:
        """Ends it as Ctrl-C does; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


@pytest.fixture
def serve(request):
    """Starts previews; they end with the test."""

    def begin(content, *arguments, **options):
        preview = Preview(content, *arguments, **options)
        request.addfinalizer(lambda: preview.process.poll() is None and (preview.process.kill(), preview.process.wait()))
        return preview

    return begin


@pytest.fixture(scope="session")
def running():
    """Browsers that tests share, started when first needed."""
    with browsers.shared(lambda kind: browsers.Options()) as get:
        yield get


class Author:
    """Somebody who writes content and looks at the preview in a browser."""

    def __init__(self, driver, preview, content):
        self.driver, self.preview, self.content = driver, preview, Path(content)

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def open(self, path="/en/m01.html"):
        self.driver.get(self.preview.address + path)
        return self.settle()

    def settle(self):
        until(lambda: self.js("return document.readyState === 'complete' && Boolean(globalThis.AmparoPreview)"), 30, "the page")
        return self

    @property
    def shadow(self):
        return self.js("return document.querySelector('amparo-preview').shadowRoot")

    def find(self, selector):
        """An element of the preview's own."""
        return self.js("return document.querySelector('amparo-preview').shadowRoot.querySelector(arguments[0])", selector)

    def all(self, selector):
        return self.js("return [...document.querySelector('amparo-preview').shadowRoot.querySelectorAll(arguments[0])]", selector)

    def badge(self) -> str:
        return self.js("return document.querySelector('amparo-preview')?.shadowRoot.querySelector('.badge').textContent")

    def panel(self) -> str:
        """Words of the open list of problems; empty while it is closed."""
        return self.js("const p = document.querySelector('amparo-preview').shadowRoot.querySelector('.panel'); return p.hidden ? '' : p.innerText")

    def text(self) -> str:
        return self.js("return document.querySelector('main')?.innerText || ''")

    def path(self, name="modules/m01/en.md") -> Path:
        return self.content / name

    def edit(self, old, new, name="modules/m01/en.md"):
        """Replaces text in a file, as an editor that writes in place."""
        path = self.path(name)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def see(self, words, seconds=10):
        until(lambda: words in self.text(), seconds, f"“{words}” on the page")


@pytest.fixture(params=["chromium"])
def author(request, running, serve, content):
    """An author with a preview of a copy of the content."""
    driver = running(getattr(request, "param", "chromium"))
    while len(driver.window_handles) > 1:
        driver.switch_to.window(driver.window_handles[-1])
        driver.close()
    driver.switch_to.window(driver.window_handles[0])
    driver.set_window_size(1280, 900)
    preview = serve(content)
    author = Author(driver, preview, content)
    author.open()
    author.js("localStorage.clear(); sessionStorage.clear()")
    yield author
    driver.get("about:blank")


def free_port() -> int:
    """A port that nothing listened at a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait(seconds):
    """For things that must not happen."""
    time.sleep(seconds)
