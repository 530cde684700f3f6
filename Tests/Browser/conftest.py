"""Browsers and the built toolkit for the tests.

The toolkit is looked for in `AMPARO_OUTPUT` (a folder like `Output`), else in `Output`.
"""

import os
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import browsers  # noqa: E402
from learner import Learner  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def output() -> Path:
    folder = Path(os.environ.get("AMPARO_OUTPUT", ROOT / "Output")).resolve()
    if not (folder / "toolkit" / "en.html").is_file():
        pytest.exit(f"{folder}/toolkit/en.html is missing: run `make` first", returncode=2)
    return folder


@pytest.fixture(scope="session")
def toolkit(output, tmp_path_factory) -> Path:
    """A copy of the toolkit, as if on a USB stick: nothing beside it, a space and an accent in its path."""
    stick = tmp_path_factory.mktemp("stick") / "My téléphone"
    shutil.copytree(output / "toolkit", stick)
    return stick


@pytest.fixture(scope="session")
def right_to_left(toolkit) -> str:
    """Tag of a language that is written from right to left."""
    for path in sorted(toolkit.glob("*.html")):
        if path.stem != "index" and 'dir="rtl"' in path.read_text(encoding="utf-8")[:2000]:
            return path.stem
    raise AssertionError("the toolkit has no language that is written from right to left")


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    """Browsers that tests share, started when first needed: kind -> driver."""
    with browsers.shared(lambda kind: browsers.Options(downloads=tmp_path_factory.mktemp(kind))) as get:
        yield get


@pytest.fixture(params=browsers.KINDS)
def kind(request) -> str:
    """Each browser in turn."""
    return request.param


@pytest.fixture
def learner(running, kind, toolkit) -> Learner:
    """A learner at the English page, on a device where nobody has worked yet."""
    driver = running(kind)
    while len(driver.window_handles) > 1:
        driver.switch_to.window(driver.window_handles[-1])
        driver.close()
    driver.switch_to.window(driver.window_handles[0])
    driver.set_window_size(1280, 900)
    return Learner(driver, kind, toolkit).fresh()


@pytest.fixture
def start(request):
    """Starts a browser of one's own with special options; it ends with the test."""

    def begin(kind: str, **options):
        driver = browsers.start(kind, browsers.Options(**options))
        request.addfinalizer(lambda: _quit(driver))
        return driver

    return begin


def _quit(driver) -> None:
    try:
        driver.quit()
    except Exception:  # killed on purpose
        browsers.kill(driver)


@pytest.fixture(scope="session")
def serve():
    """Serves folders on the loopback: folder -> address."""
    servers = []

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    def begin(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield begin
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def site(output, serve) -> str:
    """Address of the site form."""
    folder = output / "site"
    assert folder.is_dir(), f"{folder} is missing: run `make` first"
    return serve(folder)
