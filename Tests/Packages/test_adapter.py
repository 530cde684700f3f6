"""The adapter in SCORM systems that work: what is called in which order, what is reported, what comes back."""

import re

from browsers import until


def names(log):
    return [entry[0] for entry in log]


def sets(log):
    return [(entry[1], entry[2]) for entry in log if entry[0] == "SetValue"]


STATUS = {"scorm12": "cmi.core.lesson_status", "scorm2004": "cmi.completion_status"}
EXIT = {"scorm12": "cmi.core.exit", "scorm2004": "cmi.exit"}
LOCATION = {"scorm12": "cmi.core.lesson_location", "scorm2004": "cmi.location"}
RAW = {"scorm12": "cmi.core.score.raw", "scorm2004": "cmi.score.raw"}
TIME = {"scorm12": "cmi.core.session_time", "scorm2004": "cmi.session_time"}


def test_begins_in_order(visits, standard):
    visit = visits.open(standard)
    visit.settled()
    log = visit.log
    assert log[0][:2] == ["Initialize", ""]
    first = names(log).index("SetValue")
    assert set(names(log)[1:first]) == {"GetValue"}
    assert sets(log)[:2] == [(STATUS[standard], "incomplete"), (EXIT[standard], "suspend")]
    assert names(log)[first + 2] == "Commit"
    assert visit.refused == []
    assert visit.notices == []


def test_answer_is_sent_and_comes_back(visits, standard):
    visit = visits.open(standard)
    question = visit.answer_practice()
    visit.settled()
    values = visit.values
    assert values["cmi.suspend_data"].startswith("a1.")
    assert re.fullmatch(r"a1\.[A-Za-z0-9_-]+", values["cmi.suspend_data"])
    assert values[LOCATION[standard]] == visit.practice["page"]
    assert values["cmi.interactions.0.id"] == visit.practice["id"]
    assert values["cmi.interactions.0.result"] == "correct"
    assert values["cmi.objectives.0.id"] == visit.practice["objectives"][0]
    assert re.fullmatch(r"0000:00:\d\d\.\d\d|PT\d+(\.\d\d)?S", values[TIME[standard]])
    assert [name for name in names(visit.log) if name != "GetValue"][-1] == "Commit"
    assert visit.refused == []

    visit.leave()
    again = visits.open(standard)
    until(lambda: again.page == visit_page(again), 5, "the page where one was")
    assert again.question(question)["answered"]
    assert again.notices == []


def test_system_that_forbids_webassembly(strict_visits, standard):
    """The plain form of the engine is loaded from the package; the rest is as ever."""
    visit = strict_visits.open(standard)
    assert visit.js("return Amparo.session.engine.form") == "plain"
    assert visit.notices == []
    question = visit.answer_practice()
    visit.read_all()
    state, progress = visit.values["cmi.suspend_data"], visit.progress
    assert progress["done"] > 0 and visit.problems == []

    visit.leave()
    again = strict_visits.open(standard)
    assert again.js("return Amparo.session.engine.form") == "plain"
    assert again.question(question)["answered"]
    assert again.progress == progress
    assert again.values["cmi.suspend_data"] == state
    assert again.notices == []


def visit_page(visit):
    return visit.practice["page"]


def test_ends_once(visits, standard):
    visit = visits.open(standard, "popup")
    visit.answer_practice()
    visit.settled()
    visit.driver.close()
    visit.driver.switch_to.window(visit.lms_window)
    log = until(lambda: (lambda log: log if "Terminate" in names(log) else None)(visit.driver.execute_script("return lms.log")), 5, "the end")
    assert names(log).count("Terminate") == 1
    assert names(log)[-2:] == ["Commit", "Terminate"]
    assert visit.driver.execute_script("return lms.data")[EXIT[standard]] == "suspend"


def test_exit_button_ends_the_session(visits, standard):
    visit = visits.open(standard)
    visit.answer_practice()
    visit.click("header.bar .lms-exit")
    visit.wait_notice(visit.text("lms.closed"))
    visit.js("dispatchEvent(new PageTransitionEvent('pagehide'))")
    visit.go(visit.data["files"][0]["sections"][0]["page"])
    log = visit.log
    assert names(log).count("Terminate") == 1
    assert names(log)[-1] == "Terminate"


def test_complete_and_passed(visits, standard):
    visit = visits.open(standard)
    visit.read_all()
    values = visit.values
    if standard == "scorm12":
        assert values["cmi.core.lesson_status"] == "passed"
    else:
        assert (values["cmi.completion_status"], values["cmi.success_status"]) == ("completed", "passed")
        assert (values["cmi.progress_measure"], values["cmi.score.scaled"]) == ("1", "1")
    assert values[RAW[standard]] == "100"
    assert visit.refused == []


def test_failed_then_passed_stays_passed(visits, standard):
    visit = visits.open(standard)
    visit.answer_quiz(right=False)
    success = "cmi.core.lesson_status" if standard == "scorm12" else "cmi.success_status"
    assert visit.values[success] == "failed"
    quiz = visit.lms_data["success"]["quizzes"][0]["activity"]
    visit.js("Amparo.session.act((engine) => engine.retry(...arguments[0]))", quiz)
    visit.answer_quiz()
    assert visit.values[success] == "passed"
    visit.leave()
    again = visits.open(standard)
    again.settled()
    assert again.values[success] == "passed"
    assert (success, "failed") not in sets(again.log)


def test_review_writes_nothing(visits, standard):
    for mode in ["review", "browse"]:
        visit = visits.open(standard, mode=mode)
        assert visit.notices == [visit.text("lms.review")]
        visit.answer_practice()
        visit.settled()
        assert sets(visit.log) == []
        visit.leave()
    visit = visits.open(standard)
    assert visit.progress["done"] == 0


def test_no_credit_keeps_work_but_reports_nothing(visits, standard):
    visit = visits.open(standard, credit="no-credit")
    visit.answer_practice()
    visit.settled()
    elements = {element for element, _ in sets(visit.log)}
    assert elements == {EXIT[standard], LOCATION[standard], "cmi.suspend_data", TIME[standard]}


def test_nothing_is_sent_while_reading_or_choosing(visits, standard):
    visit = visits.open(standard)
    item = visit.practice
    visit.go(item["page"])
    visit.accept_warning()
    visit.settled()
    before = len(visit.log)
    visit.choose(visit.html_id(item), 0, 1)
    visit.js("scrollTo(0, 400)")
    visit.settled()
    assert len(visit.log) == before


def test_learner_is_the_systems(visits, standard):
    visit = visits.open(standard, name="Haddad, Nour")
    visit.go("p_progress")
    assert "Haddad, Nour" in visit.find("#p_progress [data-learner]").text
    assert not [button for button in visit.all("[data-action=learner]") if button.is_displayed()]
    assert visit.find("#p_progress [data-action=save]").is_displayed()


def test_answered_again_in_one_session_is_one_record(visits, standard):
    visit = visits.open(standard)
    question = visit.answer_practice(right=False)
    visit.settled()
    visit.click(f"#{question} [data-action=again]")
    visit.answer(question, *visit.right(visit.practice))
    visit.settled()
    values = visit.values
    assert values["cmi.interactions.0.result"] == "correct"
    assert "cmi.interactions.1.id" not in values
    assert visit.refused == []
    visit.leave()
    again = visits.open(standard)
    again.settled()
    assert not [e for e, _ in sets(again.log) if "interactions" in e]


def test_tree_is_recorded_at_its_end(visits, standard):
    visit = visits.open(standard)
    item = next(i for i in visit.lms_data["interactions"] if i["kind"] == "path")
    visit.walk(item)
    visit.settled()
    values = visit.values
    record = next(key[:-3] for key, value in values.items() if key.startswith("cmi.interactions.") and key.endswith(".id") and value == item["id"])
    response = values[f"{record}.{'student' if standard == 'scorm12' else 'learner'}_response"]
    steps = response.split("," if standard == "scorm12" else "[,]")
    assert values[f"{record}.type"] == "performance" and values[f"{record}.result"] == "neutral"
    assert steps[0].startswith(item["response"]["steps"][0])
    assert len(steps) > 1 and visit.refused == []


def test_hidden_page_commits(visits, standard):
    visit = visits.open(standard)
    visit.settled()
    commits = names(visit.log).count("Commit")
    visit.js(
        "Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert names(visit.log).count("Commit") > commits


def test_keyboard_reaches_exit_and_bar_fits(visits, standard):
    visit = visits.open(standard)
    visit.driver.switch_to.default_content()
    visit.driver.set_window_size(340, 800)
    visits.enter_frames()
    assert visit.js("return document.documentElement.scrollWidth <= innerWidth")
    assert visit.find(".lms-exit").is_displayed()
    visit.tab_to(".lms-exit")
