"""Packages in clients that others wrote, each in a virtual environment of its own.

`make test-clients` sets these up. The packages are those of `AMPARO_OUTPUT`, else of `Output`.
A test is named after the column of the report that it fills: `test_imports…`, `test_plays…`,
`test_resumes…`, `test_score…`, `test_completion…`, `test_interactions…`; others are "others". The
standard is among its parameters.
"""

import os
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), *(str(HERE.parent / name) for name in ("Packages", "Player", "Browser"))]

import browsers  # noqa: E402
from clients import Client  # noqa: E402


@pytest.fixture(scope="session")
def packages() -> Path:
    """The folder with a folder of packages for each standard."""
    folder = Path(os.environ.get("AMPARO_OUTPUT", ROOT / "Output")).resolve() / "packages"
    if not (folder / "scorm12" / "m01-en.zip").is_file():
        pytest.exit(f"{folder} has no module m01 in English: run `make` first", returncode=2)
    return folder


@pytest.fixture(scope="module", params=browsers.KINDS)
def kind(request) -> str:
    """Each browser in turn."""
    return request.param


def pytest_generate_tests(metafunc):
    """`standard` is each of the STANDARDS of a test's file in turn."""
    if "standard" in metafunc.fixturenames:
        metafunc.parametrize("standard", metafunc.module.STANDARDS, scope="module")


@pytest.fixture(scope="module")
def client(request) -> Client:
    """The environment of the client whose folder the tests are in."""
    return Client(request.path.parent.name)


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    """Browsers that tests share, started when first needed: kind -> driver. They keep nothing of earlier runs."""
    with browsers.shared(lambda kind: browsers.Options(downloads=tmp_path_factory.mktemp(kind))) as get:
        yield get
