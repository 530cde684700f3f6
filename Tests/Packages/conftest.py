"""Packages in a browser, beside the strict practice learning system, which can be told to fail.

The packages are looked for in `AMPARO_OUTPUT` (a folder like `Output`), else in `Output`.
"""

import os
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent / "Player"), str(HERE.parent / "Browser")]

import browsers  # noqa: E402
import practice  # noqa: E402
from lrs import Store  # noqa: E402
from visit import Visits  # noqa: E402

STANDARDS = ["scorm12", "scorm2004"]
FIREFOX = {"dom.disable_open_during_load": False}


@pytest.fixture(scope="session")
def shelf(tmp_path_factory) -> Path:
    """The English packages of the first module, unpacked, by standard."""
    folder = Path(os.environ.get("AMPARO_OUTPUT", ROOT / "Output")).resolve() / "packages"
    shelf = tmp_path_factory.mktemp("shelf")
    for standard in [*STANDARDS, "cmi5"]:
        found = sorted(folder.glob(f"{standard}/m*-en.zip"))
        if not found:
            pytest.exit(f"{folder}/{standard} has no module in English: run `make` first", returncode=2)
        with zipfile.ZipFile(found[0]) as package:
            package.extractall(shelf / standard)
    return shelf


@pytest.fixture(scope="session")
def server(shelf):
    """The practice system, and the packages beside it."""
    yield from serve(shelf, None)


@pytest.fixture(scope="session")
def strict_server(shelf):
    """The same system with a policy that forbids WebAssembly in all packages."""
    yield from serve(shelf, "script-src 'unsafe-inline' 'self'")


def serve(shelf, policy):
    server = practice.Server(policy)
    for folder in sorted(shelf.iterdir()):
        server.add(folder.name, folder)
    yield server
    server.close()


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    """Browsers that tests share, started when first needed: kind -> driver."""
    with browsers.shared(lambda kind: browsers.Options(downloads=tmp_path_factory.mktemp(kind), preferences=FIREFOX)) as get:
        yield get


@pytest.fixture(params=browsers.KINDS)
def kind(request) -> str:
    """Each browser in turn."""
    return request.param


@pytest.fixture(params=STANDARDS)
def standard(request) -> str:
    """Each version of SCORM in turn."""
    return request.param


@pytest.fixture
def store() -> Store:
    """A strict record store with one learner, who has never worked here."""
    with Store() as store:
        yield store


@pytest.fixture
def visits(running, kind, server) -> Visits:
    """A browser, and ways to open packages in it as somebody who has never worked here."""
    return visits_in(running(kind), kind, server)


@pytest.fixture
def strict_visits(running, kind, strict_server) -> Visits:
    """The same in a system that forbids WebAssembly."""
    return visits_in(running(kind), kind, strict_server)


def visits_in(driver, kind, server):
    while len(driver.window_handles) > 1:
        driver.switch_to.window(driver.window_handles[-1])
        driver.close()
    driver.switch_to.window(driver.window_handles[0])
    return Visits(driver, kind, server)
