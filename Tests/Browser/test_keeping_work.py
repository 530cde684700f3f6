"""Nothing a learner did is lost: reloads, killed browsers, damaged storage, blocked storage."""

import pytest

import browsers
from browsers import until
from learner import Learner


def test_answer_is_there_after_reload(learner):
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    before = learner.question(question)
    verdict = learner.find(f"#{question} [data-outcome]").text
    assert verdict, "a verdict is words"
    learner.reload()
    assert learner.question(question) == before
    assert learner.find(f"#{question} [data-outcome]").text == verdict
    assert learner.find(f"#{question} .option[data-option='0'] input").is_selected()


def test_killed_browser_loses_nothing(kind, toolkit, tmp_path, start):
    profile = tmp_path / "profile"
    first = Learner(start(kind, profile=profile), kind, toolkit).open()
    page, question = first.first_question()
    first.open(place=page)
    first.accept_warning()
    first.choose(question, 1)
    # The last thing before the power cut is the verdict: no wait after it.
    first.js(
        """
        window.seen = 0;
        new MutationObserver(() => { if (document.getElementById(arguments[0]).dataset.result) window.seen = 1; })
          .observe(document.getElementById(arguments[0]), {attributes: true});
        """,
        question,
    )
    first.find(f"#{question} [data-action=check]").click()
    until(lambda: first.js("return window.seen"), 10, "the verdict")
    answered = first.question(question)
    browsers.kill(first.driver)
    browsers.unlock(kind, profile)

    again = Learner(start(kind, profile=profile), kind, toolkit).open(place=page)
    assert again.question(question) == answered
    assert again.find(f"#{question}").get_attribute("data-result")


def test_storage_blocked(kind, toolkit, start, tmp_path):
    """Without storage one can work, is told so, and can save to a file."""
    learner = Learner(start(kind, storage=False, downloads=tmp_path), kind, toolkit).open()
    learner.wait_notice(learner.text("page.storageOff"))
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    assert learner.question(question)["answered"]
    path = learner.save_to_file(tmp_path)
    learner.open()
    assert not learner.question(question)["answered"], "nothing was stored"
    learner.resume_from(path)
    until(lambda: learner.question(question)["answered"], 5, "the work from the file")


def tamper(learner: Learner, change: str) -> None:
    """Changes the stored record of the present learner by a script that gets `record`."""
    learner.saved()
    failure = learner.do(
        f"""
        const id = Amparo.session.learner.id;
        const change = (record) => {{ {change} }};
        (async () => {{
          const database = Amparo.database;
          const record = await database.get('states', id);
          const changed = change(record);
          await database.write(['states'], (states) => void states.put(changed, id));
          return '';
        }})().then(done, (error) => done(String(error)));
        """
    )
    assert failure == ""


DAMAGE = {
    "flipped bit": "record.current.bytes[record.current.bytes.length >> 1] ^= 4; return record;",
    "cut off": "record.current.bytes = record.current.bytes.slice(0, -3); return record;",
    "no bytes": "record.current.bytes = null; return record;",
    "text": "record.current.bytes = 'state'; return record;",
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_state_falls_back_to_the_one_before(learner, name):
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    learner.saved()
    learner.go("p_glossary")
    other = next(s["page"] for f in learner.data["files"] for s in f["sections"] if s["page"] != page)
    learner.go(other)
    learner.accept_warning()
    learner.saved()
    tamper(learner, DAMAGE[name])
    learner.open()
    learner.wait_notice(learner.text("work.lastLost"))
    assert learner.question(question)["answered"], "what was stored before the damage is there"


RUIN = {
    "both generations": "record.current.bytes[5] ^= 1; record.previous = null; return record;",
    "something else": "return 'hello';",
    "an array": "return [1, 2, 3];",
    "null": "return null;",
    "huge": "record.current.bytes = new Uint8Array(3 << 20); record.previous = null; return record;",
    "right checksum, wrong content": (
        "const bytes = new Uint8Array([1,2,3,4,5,6,7,8,9]);"
        "return { stamp: 'x', current: { bytes, checksum: Amparo.checksum(bytes) }, previous: null };"
    ),
}


@pytest.mark.parametrize("name", RUIN)
def test_ruined_state_is_put_aside(learner, name):
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    tamper(learner, RUIN[name])
    learner.open(place=page)
    learner.wait_notice(learner.text("work.stateDamaged"))
    assert not learner.question(question)["answered"]
    kept = learner.do("Amparo.database.all('aside').then((all) => done(all.length))")
    assert kept == 1, "what can't be read is kept aside"
    learner.answer(question, 1)
    learner.reload()
    assert learner.question(question)["answered"], "work goes on and is stored"


def test_failed_save_is_told_and_tried_again(learner):
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.saved()
    learner.js(
        """
        window.kept = Amparo.database.write;
        Amparo.database.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
        """
    )
    learner.answer(question, 0)
    learner.wait_notice(learner.text("page.storageFull"))
    learner.js("Amparo.database.write = window.kept")
    again = next(b for b in learner.all("[data-notice=saving] button") if b.text == learner.text("work.tryAgain"))
    learner.click(again)
    until(lambda: not learner.all("[data-notice=saving]"), 5, "the notice to go")
    learner.reload()
    assert learner.question(question)["answered"]


def test_two_windows_of_one_learner(learner):
    """Answers given in two windows are both kept, even when neither hears of the other."""
    driver = learner.driver
    page, question = learner.first_question()
    quiz_page, quiz_question = learner.first_question(quiz=True)
    first = driver.current_window_handle
    learner.go(page)
    learner.accept_warning()
    learner.saved()
    driver.switch_to.new_window("window")
    learner.open(place=quiz_page)
    learner.accept_warning()
    learner.saved()
    learner.js("Amparo.session.refresh = async () => {}; if (Amparo.session.channel) Amparo.session.channel.close()")
    driver.switch_to.window(first)
    learner.answer(question, 0)
    learner.saved()
    second = next(handle for handle in driver.window_handles if handle != first)
    driver.switch_to.window(second)
    assert not learner.question(question)["answered"], "this window hasn't heard of it"
    learner.click("[data-action=quiz-start]")
    learner.answer(quiz_question, 0)
    learner.saved()
    assert learner.question(question)["answered"], "the other window's answer was taken in"
    driver.close()
    driver.switch_to.window(first)
    learner.open(place=page)
    assert learner.question(question)["answered"]
    assert learner.question(quiz_question)["answered"]


def test_windows_follow_each_other(learner):
    driver = learner.driver
    page, question = learner.first_question()
    first = driver.current_window_handle
    learner.go(page)
    learner.accept_warning()
    learner.saved()
    driver.switch_to.new_window("window")
    learner.open(place=page)
    learner.answer(question, 0)
    learner.saved()
    driver.close()
    driver.switch_to.window(first)
    until(lambda: learner.question(question)["answered"], 5, "the answer from the other window")
