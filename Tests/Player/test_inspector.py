"""What trainers see beside the package: state in words, mistakes explained, room on narrow screens."""

import practice
import pytest
from browsers import until


@pytest.fixture
def package(server, tmp_path):
    """Makes a package whose page does nothing; its address."""

    def make(standard):
        version = {"scorm12": "1.2", "scorm2004": "2004 4th Edition"}[standard]
        return server.add(standard, practice.empty_package(tmp_path / standard, version))

    return make


@pytest.mark.parametrize("language, completed, passed, direction", [
    ("en", "completed", "passed", "ltr"), ("fr", "terminé", "réussi", "ltr"), ("es", "completado", "aprobado", "ltr"), ("ar", "مكتمل", "ناجح", "rtl")])
def test_panel_in_words(lms, package, language, completed, passed, direction):
    lms.open(package("scorm2004"), lang=language)
    lms.call("init", "")
    for name, value in [("cmi.completion_status", "completed"), ("cmi.success_status", "passed"), ("cmi.score.raw", "85"),
                        ("cmi.interactions.0.id", "m01.q_say"), ("cmi.interactions.0.type", "choice"),
                        ("cmi.interactions.0.description", "{lang=en}What <first>?"), ("cmi.interactions.0.learner_response", "a[,]c"),
                        ("cmi.interactions.0.correct_responses.0.pattern", "b"), ("cmi.interactions.0.result", "incorrect")]:
        assert lms.set(name, value) == "true"
    until(lambda: "a[,]c" in lms.panel() and "incorrect" in lms.panel(), 5, "the report")
    panel = lms.panel()
    assert all(word in panel for word in (completed, passed, "85", "What <first>?"))
    assert lms.js("return document.documentElement.dir") == direction
    assert lms.js("return import('/player/words.js').then((words) => words.gaps())") == []


def test_mistakes_are_counted_and_explained(lms, package):
    lms.open(package("scorm12"))
    lms.call("init", "")
    lms.set("cmi.core.exit", "normal")
    lms.set("cmi.interactions.0.result", "incorrect")
    until(lambda: "Mistakes in this session: 2" in lms.panel(), 5, "the count")
    assert "Error 405" in lms.panel() and "The value has a wrong form." in lms.panel()
    assert len(lms.mistakes) == 2


def test_asking_for_what_was_never_set_is_no_mistake(lms, package):
    lms.open(package("scorm2004"))
    lms.call("init", "")
    lms.get("cmi.location")
    assert lms.code() == "403" and lms.mistakes == []


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_off(lms, package, width):
    lms.open(package("scorm2004"), lang="fr")
    lms.call("init", "")
    lms.set("cmi.suspend_data", "x" * 5000)
    until(lambda: "xxx" in lms.js("return document.getElementById('view').textContent"), 5, "the values")
    lms.js("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    # Browsers' windows have a least width, so the page is made as narrow as a phone.
    lms.driver.set_window_size(900 if width == 320 else width, 900)
    until(lambda: (lms.js("return innerWidth") <= 900) == (width == 320), 5, "the window's size")
    lms.js("document.body.style.inlineSize = arguments[0]", f"{width}px")
    beyond = lms.js(
        """const edge = arguments[0] + 1;
           return [...document.querySelectorAll('body *')].filter((each) => !each.closest('table') && each.getBoundingClientRect().right > edge).map((each) => each.outerHTML.slice(0, 80))""", width)
    lms.driver.set_window_size(1280, 900)
    assert beyond == []


def test_package_that_is_not_there(lms):
    lms.driver.get(f"{lms.server.address}/player/player.html?package=/nowhere/&lang=en")
    until(lambda: "can’t be opened" in lms.js("return document.getElementById('problem').innerText"), 5, "the message")
