"""The adapter in SCORM systems that work: what is called in which order, what is reported, what comes back."""

import re

from browsers import until

STATUS = {"scorm12": "cmi.core.lesson_status", "scorm2004": "cmi.completion_status"}
SUCCESS = {"scorm12": "cmi.core.lesson_status", "scorm2004": "cmi.success_status"}
EXIT = {"scorm12": "cmi.core.exit", "scorm2004": "cmi.exit"}
LOCATION = {"scorm12": "cmi.core.lesson_location", "scorm2004": "cmi.location"}
TIME = {"scorm12": "cmi.core.session_time", "scorm2004": "cmi.session_time"}
SPAN = {"scorm12": r"\d{4}:\d\d:\d\d\.\d\d", "scorm2004": r"PT(\d+H)?(\d+M)?\d+(\.\d\d)?S"}


def test_begins_in_order(visits, standard):
    visit = visits.open(standard)
    visit.settled()
    kinds = visit.kinds
    assert visit.calls[0] == ["init", ""]
    first = kinds.index("set")
    assert set(kinds[1:first]) == {"get"}
    assert visit.sets[:2] == [(STATUS[standard], "incomplete"), (EXIT[standard], "suspend")]
    assert kinds[first + 2] == "commit"
    assert visit.mistakes == []
    assert visit.notices == []


def test_answer_is_sent_and_comes_back(visits, standard):
    visit = visits.open(standard)
    item = visit.practice
    question = visit.answer_practice()
    visit.settled()
    values = visit.values
    assert re.fullmatch(r"a1\.[A-Za-z0-9_-]+\.[0-9a-f]{12}", values["cmi.suspend_data"])
    assert values[LOCATION[standard]] == item["page"]
    assert values["cmi.interactions.0.id"] == item["id"]
    report = visit.record_of(item)
    assert report["result"] == "correct" and report["correct"] == item["correct"] and report["response"] == item["correct"][0].strip("{}")
    if standard == "scorm2004":
        assert report["description"] == item["description"]
    assert item["objectives"][0] in [objective["id"] for objective in visit.report["objectives"]]
    assert re.fullmatch(SPAN[standard], values[TIME[standard]])
    assert [kind for kind in visit.kinds if kind != "get"][-1] == "commit"
    assert visit.mistakes == []

    visit.leave()
    again = visits.open(standard)
    until(lambda: again.page == item["page"], 5, "the page where one was")
    assert again.question(question)["answered"]
    assert again.notices == []


def test_answer_right_before_the_end_is_reported(visits, standard):
    """While the one before it is being saved: the next visit finds it in the state, where it is no news any more."""
    visit = visits.open(standard)
    visit.settled()
    items = [item for item in visit.lms_data["interactions"] if item["kind"] == "choice"][:2]
    visit.js(
        "for (const answer of arguments[0]) Amparo.session.act((engine) => engine.answer(...answer)); Amparo.LMS.store.close()",
        [[*item["activity"], visit.right(item)] for item in items],
    )
    assert [visit.record_of(item)["result"] for item in items] == ["correct", "correct"]


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


def seconds(span):
    """Seconds of a span of time of either version, below an hour."""
    old = re.fullmatch(r"0000:(\d\d):(\d\d\.\d\d)", span)
    new = re.fullmatch(r"PT(?:(\d+)M)?(\d+(?:\.\d\d)?)S", span)
    return 60 * int((old or new)[1] or 0) + float((old or new)[2])


def test_latency_is_from_the_showing_to_the_answer(visits, standard):
    visit = visits.open(standard)
    item = visit.practice
    visit.js("window.opened = performance.now()")
    question = visit.show(item)
    visit.js("document.getElementById(arguments[0]).scrollIntoView()", question)
    until(lambda: visit.js("return Amparo.LMS.store.latency.shown.has(arguments[0].join('.'))", item["activity"]), 10, "the question to be seen")
    pause = "const from = performance.now(); const wait = () => performance.now() - from > 600 ? done() : setTimeout(wait, 20); wait();"
    visit.do(pause)
    visit.answer(question, *visit.wrong(item))
    visit.settled()
    first = seconds(visit.record_of(item)["latency"])
    assert 0.6 <= first <= visit.js("return (performance.now() - window.opened) / 1000")
    # Tried again: the time begins anew, though the question never left the window.
    visit.do(pause)
    visit.js("window.opened = performance.now()")
    visit.click(f"#{question} [data-action=again]")
    visit.answer(question, *visit.right(item))
    visit.settled()
    second = seconds(visit.record_of(item)["latency"])
    assert 0 < second <= visit.js("return (performance.now() - window.opened) / 1000")
    # An answer to what was never shown has no time.
    visit.answer_quiz()
    others = [each for each in visit.report["interactions"] if each["id"] != item["id"]]
    assert others and all(each["latency"] == "" for each in others)
    assert visit.mistakes == []


def test_latency_of_questions_that_open_again(visits):
    """The clock alone: hidden, shown, scrolled away and back, opened anew."""
    visit = visits.open("scorm12")
    found = visit.js(
        """
        let now = 0; const clock = new Amparo.LMSLatency(() => now); const place = [0, 1]; const out = [];
        const at = (time, action) => { now = time; const value = clock[action](place); if (action === 'taken') out.push(value); };
        at(5, 'taken');
        at(10, 'shows'); at(20, 'hides'); at(30, 'shows'); at(50, 'taken'); at(60, 'taken');
        at(70, 'opens'); at(100, 'taken');
        at(110, 'hides'); at(120, 'opens'); at(150, 'shows'); at(151, 'taken');
        return out;
        """
    )
    assert found == [None, 40, None, 30, 1]


def test_ends_once(visits, standard):
    visit = visits.open(standard, place="popup")
    visit.answer_practice()
    visit.settled()
    visit.driver.close()
    visit.driver.switch_to.window(visit.driver.window_handles[0])
    until(lambda: "end" in visit.kinds, 10, "the end")
    assert visit.kinds.count("end") == 1
    assert visit.kinds[-2:] == ["commit", "end"]
    assert visit.values[EXIT[standard]] == "suspend"


def test_exit_button_ends_the_session(visits, standard):
    visit = visits.open(standard)
    visit.answer_practice()
    visit.click("header.bar .lms-exit")
    visit.wait_notice(visit.text("lms.closed"))
    visit.js("dispatchEvent(new PageTransitionEvent('pagehide'))")
    visit.go(visit.data["files"][0]["sections"][0]["page"])
    assert visit.kinds.count("end") == 1
    assert visit.kinds[-1] == "end"
    assert visit.mistakes == []


def test_review_writes_nothing(visits, standard):
    for mode in ["review", "browse"]:
        visit = visits.open(standard, how=mode)
        assert visit.notices == [visit.text("lms.review")]
        visit.answer_practice()
        visit.settled()
        assert visit.sets == []
        visit.leave()
    visit = visits.open(standard)
    assert visit.progress["done"] == 0


def test_no_credit_keeps_work_but_reports_nothing(visits, standard):
    visit = visits.open(standard, credit="no-credit")
    visit.answer_practice()
    visit.settled()
    assert {element for element, _ in visit.sets} == {EXIT[standard], LOCATION[standard], "cmi.suspend_data", TIME[standard]}


def test_nothing_is_sent_while_reading_or_choosing(visits, standard):
    visit = visits.open(standard)
    item = visit.practice
    question = visit.show(item)
    visit.settled()
    before = len(visit.calls)
    visit.choose(question, 0, 1)
    visit.js("scrollTo(0, 400)")
    visit.settled()
    assert len(visit.calls) == before


def test_learner_is_the_systems(visits, standard):
    visit = visits.open(standard, **{"learner-name": "Haddad, Nour"})
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
    assert [each["result"] for each in visit.report["interactions"]] == ["correct"]
    assert visit.mistakes == []
    visit.leave()
    again = visits.open(standard)
    again.settled()
    assert not [element for element, _ in again.sets if "interactions" in element]


def test_objectives_are_listed_once_however_often_one_comes_back(visits, standard):
    for number in range(3):
        visit = visits.open(standard)
        item = [each for each in visit.lms_data["interactions"] if each["kind"] == "choice"][number]
        visit.js("Amparo.session.act((engine) => engine.answer(...arguments[0], arguments[1]))", item["activity"], visit.right(item))
        visit.settled()
        assert visit.mistakes == []
        visit.leave()
    listed = [objective["id"] for objective in visit.report["objectives"]]
    assert len(listed) > 1 and len(listed) == len(set(listed))


def test_tree_is_recorded_at_its_end(visits, standard):
    visit = visits.open(standard)
    item = next(i for i in visit.lms_data["interactions"] if i["kind"] == "path")
    visit.walk(item)
    visit.settled()
    record = visit.record_of(item)
    steps = record["response"].split("," if standard == "scorm12" else "[,]")
    assert record["type"] == "performance" and record["result"] == "neutral"
    assert steps[0].startswith(item["response"]["steps"][0])
    assert len(steps) > 1 and visit.mistakes == []


def test_hidden_page_commits(visits, standard):
    visit = visits.open(standard)
    visit.settled()
    commits = visit.kinds.count("commit")
    visit.js(
        "Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert visit.kinds.count("commit") > commits


def test_keyboard_reaches_exit_and_bar_fits(visits):
    visit = visits.open("scorm2004")
    # Browsers' windows have a least width, so the frame is made as narrow as a phone.
    visit.system("top.document.getElementById('content').style = 'position:fixed;inset:0;inline-size:340px;block-size:800px'")
    until(lambda: visit.js("return innerWidth") == 340, 5, "the narrow frame")
    assert visit.js("return document.documentElement.scrollWidth <= innerWidth")
    assert visit.find(".lms-exit").is_displayed()
    visit.tab_to(".lms-exit")
