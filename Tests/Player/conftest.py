"""Browsers, a server on the loopback, and the practice learning system of the preview."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))
sys.path.insert(0, str(Path(__file__).parent))

import browsers  # noqa: E402
import practice  # noqa: E402


@pytest.fixture(scope="session")
def running():
    """Browsers that tests share, started when first needed: kind -> driver."""
    # Windows of their own are opened by scripts, not by people.
    with browsers.shared(lambda kind: browsers.Options(preferences={"dom.disable_open_during_load": False})) as get:
        yield get


@pytest.fixture(params=browsers.KINDS)
def kind(request) -> str:
    """Each browser in turn."""
    return request.param


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Serves the player and any folder that is added to it."""
    server = practice.Server()
    yield server
    server.close()


@pytest.fixture
def lms(running, kind, server) -> practice.Practice:
    """The practice learning system in a browser."""
    driver = running(kind)
    while len(driver.window_handles) > 1:
        driver.switch_to.window(driver.window_handles[-1])
        driver.close()
    driver.switch_to.window(driver.window_handles[0])
    return practice.Practice(driver, server)
