"""Systems that do as Open edX does: they send in the background, give back no status, and count no records."""

from browsers import until


def test_completion_that_cannot_be_read_is_not_taken_back(visits, standard):
    """Open edX gives back no status: whoever opens finished work again must not be unfinished by it."""
    visit = visits.open(standard, "reads-nothing")
    visit.read_all()
    visit.leave()
    again = visits.open(standard, "reads-nothing")
    again.settled()
    assert not [value for element, value in again.sets if element.endswith("status") and value in ("incomplete", "unknown")]
    assert (again.report["completion"], again.report["success"]) == ("completed", "passed")
    again.leave()
    assert (again.report["completion"], again.report["success"]) == ("completed", "passed")


def test_answers_of_earlier_visits_stay_where_nobody_counts_them(visits, standard):
    visit = visits.open(standard, "no-counts")
    first, second = [item for item in visit.lms_data["interactions"] if item["kind"] == "choice"][:2]
    act = "Amparo.session.act((engine) => engine.answer(...arguments[0], arguments[1]))"
    visit.js(act, first["activity"], visit.right(first))
    visit.settled()
    visit.leave()
    again = visits.open(standard, "no-counts")
    again.js(act, second["activity"], again.wrong(second))
    again.settled()
    assert again.record_of(first)["result"] == "correct"
    assert again.record_of(second)["result"] == again.lms_data["results"]["wrong"]
    assert again.mistakes == []


def test_state_that_stays_older_is_a_loss_until_it_shows(visits, standard):
    visit = visits.open(standard, "shows-late", delay="600000")
    visit.js("Amparo.SCORMLink.patience = 3000; window.opened = performance.now()")
    visit.answer_practice()
    visit.wait_notice(visit.text("lms.cut"))
    assert visit.js("return performance.now() - window.opened") >= 3000
    # It is looked at again with the next work; what shows now was never lost.
    visit.fault()
    visit.go_on()
    until(lambda: visit.notices == [], 10, "the notice to go")
    assert visit.mistakes == []


def test_state_that_is_late_again_and_again_is_no_loss(visits, standard):
    """The system is always one message behind, for longer than a loss would need."""
    visit = visits.open(standard, "shows-late", delay="600")
    visit.js("Amparo.SCORMLink.patience = 1500")
    visit.answer_practice()
    for file in visit.data["files"][:1]:
        for section in file["sections"]:
            visit.do("setTimeout(done, 500)")
            visit.js("Amparo.session.act((engine) => engine.open(...arguments[0]))", [file["index"], section["index"]])
            assert visit.notices == []
    visit.looked()
    assert visit.notices == [] and visit.js("return Amparo.LMS.store.link.awaited") is None
