"""Reading settings, leaving quickly, and what learners see when something fails."""

import pytest
from selenium.webdriver.common.keys import Keys

from browsers import until


def test_settings_stay_and_are_apart(learner):
    learner.click("header [data-action=settings]")
    for name, value in [("theme", "dark"), ("contrast", "high"), ("size", "larger")]:
        learner.click(f"#p_settings input[name={name}][value={value}]")
    learner.press(Keys.ESCAPE)
    learner.reload()
    root = learner.find("html")
    assert [root.get_attribute(f"data-{n}") for n in ("theme", "contrast", "size")] == ["dark", "high", "larger"]
    keys = learner.js("return Object.keys(localStorage)")
    assert keys == ["amparo:reading"], "nothing else is in there"
    learner.js("localStorage.setItem('amparo:reading', '{\"theme\":\"<x>\",\"size\":7}')")
    learner.reload()
    assert root_of(learner) == ["auto", "normal"]
    learner.js("localStorage.setItem('amparo:reading', 'nonsense')")
    learner.reload()
    assert root_of(learner) == ["auto", "normal"]


def root_of(learner) -> list[str]:
    return [learner.find("html").get_attribute(f"data-{name}") for name in ("theme", "size")]


@pytest.mark.parametrize("way", ["button", "keys"])
def test_leave_quickly(learner, way):
    """One click, or Escape three times: an empty page, and Back shows nothing of the toolkit."""
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    learner.go("p_glossary")
    if way == "button":
        learner.find("[data-action=leave]").click()
    else:
        learner.press(Keys.ESCAPE, Keys.ESCAPE, Keys.ESCAPE)
    until(lambda: learner.driver.current_url == "about:blank", 5, "an empty page")
    for _ in range(2):
        learner.driver.back()
        until(lambda: learner.js("return document.readyState") == "complete", 5, "the page before")
        until(lambda: learner.js("return document.body === null || document.body.innerText.trim() === ''"), 5, "an empty page")
        assert not learner.js("return document.title.includes(arguments[0])", "Amparo")
    learner.driver.switch_to.new_window("tab")
    learner.open(place=page)
    assert learner.find(f"#{page}").is_displayed(), "a fresh visit works"
    assert learner.question(question)["answered"], "nothing was lost"


def test_faults_are_told_calmly(learner):
    """Whatever throws, the learner reads words and can save, and never a stack trace."""
    learner.js("dispatchEvent(new ErrorEvent('error', { error: new TypeError('x is undefined at line 7'), message: 'x' }))")
    learner.wait_notice(learner.text("work.fault"))
    seen = learner.find("#p_notices").text
    assert "TypeError" not in seen and "line 7" not in seen
    assert learner.text("file.save") in seen
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    assert learner.question(question)["answered"], "the page goes on"


def test_engine_that_traps_begins_again(learner):
    """A trap in the engine costs nothing: it goes on from the last good state, and says so."""
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    before = learner.question(question)
    assert learner.js("return typeof Amparo.session.engine.onrestart") == "function"
    learner.js("Amparo.session.engine.onrestart({operation: 'test', error: null})")
    until(lambda: learner.find("#p_message").text == learner.text("page.engineRestarted"), 5, "a word")
    assert learner.question(question) == before
