"""Packages in a browser, beside a small learning system that can be told to fail.

The packages are looked for in `AMPARO_OUTPUT` (a folder like `Output`), else in `Output`.
"""

import os
import sys
import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent / "Browser")]

import browsers  # noqa: E402
from visit import Visits  # noqa: E402

STANDARDS = ["scorm12", "scorm2004"]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory) -> Path:
    """The English packages of the first module, unpacked, and the learning system beside them."""
    folder = Path(os.environ.get("AMPARO_OUTPUT", ROOT / "Output")).resolve() / "packages"
    shelf = tmp_path_factory.mktemp("shelf")
    for standard in ["scorm12", "scorm2004", "cmi5"]:
        found = sorted(folder.glob(f"{standard}/m*-en.zip"))
        if not found:
            pytest.exit(f"{folder}/{standard} has no module in English: run `make` first", returncode=2)
        with zipfile.ZipFile(found[0]) as package:
            package.extractall(shelf / standard)
    for name in ["lms.html", "lms.js", "hop.html"]:
        (shelf / name).write_bytes((HERE / name).read_bytes())
    return shelf


@pytest.fixture(scope="session")
def server(shelf):
    """Port of the learning system, on the loopback."""

    yield from serve(shelf, None)


@pytest.fixture(scope="session")
def strict_server(shelf):
    """The same system with a policy that forbids WebAssembly in all packages."""
    yield from serve(shelf, "script-src 'unsafe-inline' 'self'")


def serve(shelf, policy):
    """Serves the shelf on the loopback; yields the port."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

        def end_headers(self):
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(shelf)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running.server_port
    running.shutdown()


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    """Browsers that tests share, started when first needed: kind -> driver."""
    drivers = {}

    def get(kind: str):
        if kind not in drivers:
            folder = tmp_path_factory.mktemp(kind)
            drivers[kind] = browsers.start(kind, browsers.Options(downloads=folder))
            drivers[kind].downloads = folder
        return drivers[kind]

    yield get
    for driver in drivers.values():
        driver.quit()


@pytest.fixture(params=browsers.KINDS)
def kind(request) -> str:
    """Each browser in turn."""
    return request.param


@pytest.fixture(params=STANDARDS)
def standard(request) -> str:
    """Each version of SCORM in turn."""
    return request.param


@pytest.fixture
def visits(running, kind, server) -> Visits:
    """A browser in which nobody has worked yet, and ways to open packages in it."""
    return Visits(running(kind), kind, server).fresh()


@pytest.fixture
def strict_visits(running, kind, strict_server) -> Visits:
    """The same in a system that forbids WebAssembly."""
    return Visits(running(kind), kind, strict_server).fresh()
