"""Work that travels in files, and several learners on one device."""

import json

import pytest

from browsers import until
from learner import Learner


@pytest.fixture
def worked(learner):
    """A learner who has answered a question, and that question."""
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    learner.saved()
    return learner, question


@pytest.mark.parametrize("kind", ["chromium"])
def test_save_in_one_browser_resume_in_the_other(worked, running, toolkit):
    learner, question = worked
    learner.name_yourself("Rosa")
    page, _ = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 1)
    answered = learner.question(question)
    path = learner.save_to_file(learner.driver.downloads)
    assert "Rosa" in path.name
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["learner"] == "Rosa" and content["toolkit"]["id"] == learner.data["toolkit"]["id"]

    other = Learner(running("firefox"), "firefox", toolkit).fresh()
    assert not other.question(question)["answered"]
    other.resume_from(path)
    other.wait_notice(other.text("file.resumed", name="Rosa"))
    assert other.question(question) == answered
    other.reload()
    assert other.question(question) == answered, "it is stored there, too"
    other.go(page)
    assert other.find(f"#{question}").get_attribute("data-result")


def good_file(learner: Learner) -> dict:
    return json.loads(
        learner.js(
            """
            const { engine, toolkit } = Amparo.session;
            return Amparo.ProgressFile.write({ toolkit, language: 'en', learner: 'X', revision: 1, bytes: engine.snapshot() });
            """
        )
    )


def changed(**changes):
    return lambda good: json.dumps({**good, **changes}).encode()


BAD_FILES = {
    "empty": (lambda good: b"", "work.fileEmpty"),
    "spaces": (lambda good: b" \n ", "work.fileEmpty"),
    "text": (lambda good: b"Dear diary", "file.notAFile"),
    "another json": (lambda good: b'{"a": 1}', "file.notAFile"),
    "json null": (lambda good: b"null", "file.notAFile"),
    "json number": (lambda good: b"7", "file.notAFile"),
    "bytes": (lambda good: bytes(range(256)) * 40, "file.notAFile"),
    "deep": (lambda good: b"[" * 500_000, "file.notAFile"),
    "deep and closed": (lambda good: b"[" * 200_000 + b"]" * 200_000, "file.notAFile"),
    "too large": (lambda good: b" " * (3 << 20), "work.fileTooLarge"),
    "cut off": (lambda good: json.dumps(good).encode()[:-20], "file.damaged"),
    "newer": (changed(version=99), "file.newerVersion"),
    "version zero": (changed(version=0), "file.damaged"),
    "version in words": (changed(version="one"), "file.damaged"),
    "no toolkit": (changed(toolkit=None), "file.damaged"),
    "toolkit a list": (changed(toolkit=[1]), "file.damaged"),
    "no state": (changed(state=None), "file.damaged"),
    "state empty": (changed(state=""), "file.damaged"),
    "state not base64": (changed(state="%%%"), "file.damaged"),
    "state a list": (changed(state=[1, 2]), "file.damaged"),
    "wrong checksum": (changed(checksum="00000000"), "file.damaged"),
    # CRC-32 of the bytes 1 2 3: the file is whole, but no state of the engine is in it.
    "whole, but no state": (changed(state="AQID", checksum="55bc801d"), "file.damaged"),
}


def test_bad_files_change_nothing(worked, tmp_path):
    """One test for all sorts, in one page: each must leave the work as it is and say why."""
    learner, question = worked
    good = good_file(learner)
    before = learner.snapshot
    for name, (make, key) in BAD_FILES.items():
        path = tmp_path / f"{name}.json"
        path.write_bytes(make(good))
        learner.js("Amparo.Notices.hide('file')")
        learner.resume_from(path)
        until(lambda: learner.notices, 10, f"words about the file {name!r}")
        assert learner.notices == [learner.text(key)], name
        assert learner.snapshot == before, name
    assert learner.question(question)["answered"]


def test_file_of_another_toolkit_names_it(worked, tmp_path):
    learner, _ = worked
    before = learner.snapshot
    good = good_file(learner)
    path = tmp_path / "other.json"
    path.write_text(json.dumps({**good, "toolkit": {"id": "other", "version": "1", "title": "Water <b>and</b> life"}}))
    learner.resume_from(path)
    learner.wait_notice("Water <b>and</b> life")
    assert learner.snapshot == before


def test_resume_never_replaces_unasked(worked, tmp_path):
    """Other work in the file: the learner is asked; both can be kept; escaping changes nothing."""
    learner, question = worked
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({**good_file(learner), "learner": "Amira <i>"}))
    quiz_page, quiz_question = learner.first_question(quiz=True)
    learner.go(quiz_page)
    learner.click("[data-action=quiz-start]")
    learner.answer(quiz_question, 0)
    learner.saved()
    before = learner.snapshot

    learner.resume_from(path)
    until(lambda: learner.find("#p_ask").is_displayed(), 5, "a question")
    assert "Amira <i>" in learner.find("#p_ask_text").text, "names are text, never markup"
    learner.press("\ue00c")
    until(lambda: not learner.find("#p_ask").is_displayed(), 5, "the dialog to close")
    assert learner.snapshot == before

    learner.resume_from(path)
    until(lambda: learner.find("#p_ask").is_displayed(), 5, "a question")
    learner.click("[data-action=ask-yes]")
    until(lambda: learner.js("return Amparo.session.learner.name") == "Amira <i>", 5, "the other learner")
    until(lambda: learner.question(question)["answered"], 5, "the file's work")
    assert not learner.question(quiz_question)["answered"]
    learner.saved()
    names = learner.do("Amparo.session.roster.list().then((all) => done(all.map((l) => l.name)))")
    assert names == ["", "Amira <i>"]


def test_two_learners_are_kept_apart(worked):
    learner, question = worked
    page, _ = learner.first_question()
    learner.go(page)
    first = learner.question(question)
    learner.name_yourself("Bilal")
    assert not learner.question(question)["answered"]
    assert not learner.find(f"#{question} .option[data-option='0'] input").is_selected(), "nothing of the first learner shows"
    assert not learner.find(f"#{question}").get_attribute("data-result")
    learner.answer(question, 1)
    second = learner.question(question)
    learner.saved()
    learner.open(place=page)
    assert learner.js("return Amparo.session.learner.name") == "Bilal", "who worked last goes on"
    assert learner.question(question) == second
    choose_unnamed(learner)
    assert learner.question(question) == first


def test_a_click_while_learners_change_is_nobodys(worked):
    """An answer given in the moment of a switch doesn't land in the other learner's work."""
    learner, question = worked
    _, other = learner.first_question(quiz=True)
    place = learner.js(
        "return Amparo.data.files.flatMap((f) => f.activities.map((a) => [a.id, f.index, a.index])).find((a) => a[0] === arguments[0]).slice(1)",
        other,
    )
    answered = learner.do(
        """
        const [file, activity] = arguments[0];
        (async () => {
          const { session } = Amparo;
          const added = await session.roster.add('Dina');
          const entering = session.enter(added);
          for (let turn = 0; session.entering; turn += 1) {
            session.act((engine) => engine.answer(file, activity, [0]));
            await new Promise((resolve) => setTimeout(resolve, 0));
          }
          await entering;
          return session.engine.question(file, activity).answered;
        })().then(done, (error) => done(String(error)));
        """,
        place,
    )
    assert answered is False
    assert not learner.question(question)["answered"], "and nothing of the other learner is here"


def choose_unnamed(learner: Learner) -> None:
    learner.js("document.querySelector('[data-action=learner]').click()")
    until(lambda: learner.find("#p_learners").is_displayed(), 5, "the dialog")
    learner.click(next(b for b in learner.all("[data-learner-id]") if b.text.strip() == learner.text("learner.unnamed")))
    until(lambda: learner.js("return Amparo.session.learner.name") == "", 5, "the learner without a name")


def test_names(learner):
    """Names are trimmed, bounded, never markup, never taken twice; a learner can be renamed."""
    learner.name_yourself("Noor")
    learner.js("document.querySelector('[data-action=learner]').click()")
    until(lambda: learner.find("#p_learners").is_displayed(), 5, "the dialog")
    field = learner.find("#p_learner_name")
    for typed, status in [("  noor ", "learner.nameTaken"), ("   ", "learner.nameEmpty")]:
        field.clear()
        field.send_keys(typed)
        learner.click("[data-action=learner-add]")
        until(lambda: learner.find("#p_learner_status").text == learner.text(status), 5, status)
    rename = [b for b in learner.all("[data-rename]") if "Noor" in b.get_attribute("textContent")]
    learner.click(rename[0])
    until(lambda: field.get_attribute("value") == "Noor", 5, "the old name")
    field.clear()
    field.send_keys("<b>N</b>" + "x" * 100)
    learner.click("[data-action=learner-add]")
    until(lambda: learner.js("return Amparo.session.learner.name").startswith("<b>N</b>x"), 5, "the new name")
    assert len(learner.js("return Amparo.session.learner.name")) == 40
    assert not learner.all("#p_learner_list b"), "markup in a name stays text"


def test_erase_one_and_all(worked):
    learner, question = worked
    learner.name_yourself("Bilal")
    page, _ = learner.first_question()
    learner.go(page)
    learner.answer(question, 1)
    learner.saved()

    learner.go("p_progress")
    learner.click("#p_progress [data-action=erase]")
    until(lambda: learner.find("#p_ask").is_displayed(), 5, "a question")
    assert "Bilal" in learner.find("#p_ask_text").text
    learner.click("[data-action=ask-no]")
    until(lambda: not learner.find("#p_ask").is_displayed(), 5, "the dialog to close")
    assert learner.question(question)["answered"], "changed one's mind: nothing is erased"

    learner.click("#p_progress [data-action=erase]")
    until(lambda: learner.find("#p_ask").is_displayed(), 5, "a question")
    learner.click("[data-action=ask-yes]")
    until(lambda: learner.js("return Amparo.session.learner.name") == "", 5, "the other learner")
    assert learner.question(question)["answered"], "the other learner's work is still there"
    records = learner.do("Amparo.database.all('states').then((all) => done(all.length))")
    assert records == 1

    learner.name_yourself("Chen")
    learner.go("p_progress")
    learner.click("#p_progress [data-action=erase]")
    until(lambda: learner.find("#p_ask").is_displayed(), 5, "a question")
    learner.click("#p_ask [data-extra]")
    until(lambda: learner.js("return Amparo.session.learner.name") == "", 5, "a new learner")
    learner.saved()
    left = learner.do("Amparo.session.roster.list().then((all) => done(all))")
    assert [person["name"] for person in left] == [""]
    learner.reload()
    assert not learner.question(question)["answered"]
    assert learner.progress["done"] == 0


def test_erased_in_another_window_stays_erased(worked):
    learner, question = worked
    driver = learner.driver
    page, _ = learner.first_question()
    learner.go(page)
    first = driver.current_window_handle
    driver.switch_to.new_window("window")
    learner.open(place="p_progress")
    learner.click("#p_progress [data-action=erase]")
    until(lambda: learner.find("#p_ask").is_displayed(), 5, "a question")
    learner.click("[data-action=ask-yes]")
    until(lambda: not learner.find("#p_ask").is_displayed(), 5, "the dialog to close")
    until(lambda: not learner.question(question)["answered"], 5, "a fresh start")
    learner.saved()
    driver.close()
    driver.switch_to.window(first)
    learner.wait_notice(learner.text("work.erasedElsewhere"))
    learner.open(place=page)
    assert not learner.question(question)["answered"]
