"""Another language: the same place, the same work, from wherever one is, in both browsers.

Firefox keeps a store for each local file, so there the work travels in the address.
"""

import pytest

from browsers import until
from learner import Learner
from states import show


@pytest.fixture
def reader(learner, right_to_left) -> tuple[Learner, str]:
    """A learner, and the language to change to; that file's store is emptied first and last."""
    learner.open(right_to_left)
    learner.wipe()
    learner.open()
    yield learner, right_to_left
    learner.open(right_to_left)
    learner.wipe()


def change(learner: Learner, language: str, take: bool = True) -> bool:
    """Changes the language; `take`: whether the work is to come along. Whether that was asked."""
    learner.saved()
    learner.js("document.querySelector('details.languages').open = true; document.documentElement.dataset.old = 'yes'")
    # The bar stays in the window: nothing is scrolled to get at it.
    learner.find(f"a[data-language='{language}']").click()
    left = "return !document.documentElement.dataset.old"
    until(lambda: learner.js(left) or learner.find("#p_ask").is_displayed(), 10, "a question, or the other page")
    asked = not learner.js(left)
    if asked:
        learner.click("[data-action=ask-yes]" if take else "#p_ask [data-extra]")
    arrive(learner, language)
    assert not (asked and learner.kind == "chromium"), "all languages share one store"
    return asked


def arrive(learner: Learner, language: str) -> None:
    until(lambda: learner.js("return document.documentElement.lang") == language, 10, language)
    learner.wait_ready()
    assert "~" not in learner.driver.current_url, "nothing but the place is left in the address"
    assert "work=" not in learner.js("return JSON.stringify(history.state) + location.href")


def worked(learner: Learner) -> str:
    """Answers a question; its id."""
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 1)
    return question


def top(learner: Learner, identifier: str) -> float:
    return learner.js("return document.getElementById(arguments[0]).getBoundingClientRect().top", identifier)


def test_a_question_stays_in_sight_and_what_is_ticked_stays_ticked(reader):
    learner, other = reader
    question = worked(learner)
    questions = learner.js("return [...Amparo.Router.page.querySelectorAll('section[data-question]')].map((q) => q.id)")
    open_one = next((q for q in questions if q != question), None)
    if open_one is None:
        page = next(
            file["activities"][index]["page"]
            for file in learner.data["files"]
            for index, activity in enumerate(file["activities"])
            if activity["kind"] in ("single", "multiple", "true-false") and activity.get("quiz") is None and activity["id"] != question
        )
        learner.go(page)
        open_one = learner.js("return Amparo.Router.page.querySelector('section[data-question]').id")
    learner.choose(open_one, 0)
    learner.js("document.getElementById(arguments[0]).scrollIntoView()", open_one)
    page = learner.page
    change(learner, other)
    assert learner.page == page
    height = learner.js("return innerHeight")
    assert -5 <= top(learner, open_one) < height / 2
    ticked = f"return [...document.querySelectorAll('#{open_one} input:checked')].map((i) => i.value)"
    assert learner.js(ticked) == ["0"]
    assert learner.question(question)["answered"]
    assert not learner.question(open_one)["answered"], "ticked is not answered"


def test_a_heading_far_down_stays_in_sight(reader):
    learner, other = reader
    page = learner.js(
        """const pages = [...document.querySelectorAll('article[data-page-kind=section]')];
        const page = pages.find((p) => [...p.querySelectorAll('h3[id], section[id]')].some((e) => !e.id.includes('_')));
        return page.id"""
    )
    learner.go(page)
    learner.accept_warning()
    goal = learner.js("return [...Amparo.Router.page.querySelectorAll('[id]')].filter((e) => !e.id.includes('_') && e.getClientRects().length).pop().id")
    learner.js("document.getElementById(arguments[0]).scrollIntoView()", goal)
    if learner.js("return scrollY") < 80:
        pytest.skip("the page is too short to scroll")
    change(learner, other)
    assert learner.page == page
    assert learner.js("return location.hash") == f"#{goal}"


def test_a_quiz_goes_on_at_its_question(reader):
    learner, other = reader
    show(learner, "quiz-running")
    first = learner.find(".quiz-questions > li[data-current] section").get_attribute("id")
    learner.answer(first, 0)
    learner.click(f"#{first} [data-action=next]")
    second = learner.find(".quiz-questions > li[data-current] section").get_attribute("id")
    assert second != first
    learner.choose(second, 1)
    change(learner, other)
    until(lambda: learner.all(".quiz-questions > li[data-current] section"), 5, "the quiz to go on")
    assert learner.find(".quiz-questions > li[data-current] section").get_attribute("id") == second
    assert learner.question(first)["answered"]
    assert learner.js(f"return document.querySelector('#{second} input[value=\"1\"]').checked")
    learner.answer(second)


def test_a_tree_goes_on_at_its_node(reader):
    learner, other = reader
    show(learner, "tree")
    learner.click("article[data-shown] li[data-current] a.answer")
    node = learner.find("article[data-shown] li[data-current] [data-node]").get_attribute("data-node")
    path = learner.js("return document.querySelectorAll('article[data-shown] .trail li').length")
    assert path == 1
    change(learner, other)
    shown = learner.find("article[data-shown] li[data-current] [data-node]")
    assert shown.get_attribute("data-node") == node
    assert learner.js("return document.querySelectorAll('article[data-shown] .trail li').length") == path


def test_a_tree_in_a_section_stays_open(reader):
    learner, other = reader
    page = learner.js("const c = document.querySelector('[data-tree-card]'); return c && c.closest('article').id")
    if page is None:
        pytest.skip("no section plays a tree")
    learner.go(page)
    learner.accept_warning()
    learner.click(f"#{page} [data-action=tree-play]")
    until(lambda: learner.all(f"#{page} .player a.answer"), 5, "the tree")
    learner.click([a for a in learner.all(f"#{page} li[data-current] a.answer") if a.is_displayed()][0])
    node = learner.find(f"#{page} .player li[data-current] [data-node]").get_attribute("data-node")
    change(learner, other)
    until(lambda: learner.all(f"#{page} .player li[data-current]"), 5, "the tree to stay open")
    assert learner.find(f"#{page} .player li[data-current] [data-node]").get_attribute("data-node") == node


def test_reading_settings_and_a_seen_warning_come_along(reader):
    learner, other = reader
    learner.js("Amparo.Settings.apply('theme', 'dark'); Amparo.Settings.apply('size', 'larger')")
    show(learner, "section")
    page = learner.page
    change(learner, other)
    assert learner.js("return [document.documentElement.dataset.theme, document.documentElement.dataset.size]") == ["dark", "larger"]
    assert learner.page == page
    assert not learner.find("#p_ask").is_displayed(), "a warning is shown once, not once for each language"
    learner.reload()
    assert learner.js("return document.documentElement.dataset.theme") == "dark"


def test_nothing_is_asked_where_nothing_is_lost(reader):
    learner, other = reader
    learner.go("p_glossary")
    assert not change(learner, other)
    assert learner.page == "p_glossary"


def test_from_search(reader):
    learner, other = reader
    show(learner, "search")
    learner.click("#p_search [data-action=close]")
    place = learner.page
    change(learner, other)
    assert learner.page == place


def test_work_goes_there_and_back(reader):
    learner, other = reader
    learner.name_yourself("Rosa & ~=.é")
    question = worked(learner)
    change(learner, other)
    assert learner.js("return Amparo.session.learner.name") == "Rosa & ~=.é"
    learner.saved()
    learner.reload()
    assert learner.question(question)["answered"], "kept in this language's own store"
    more = learner.js("return [...document.querySelectorAll('section[data-question]')].map((q) => q.id)")
    second = next(q for q in more if q != question and learner.js("return !document.getElementById(arguments[0]).closest('[data-quiz]')", q))
    learner.go(second)
    learner.accept_warning()
    learner.answer(second, 0)
    assert not change(learner, "en"), "whoever agreed once is not asked again on the way back"
    assert learner.question(question)["answered"] and learner.question(second)["answered"]
    assert learner.js("return Amparo.session.learner.name") == "Rosa & ~=.é"


def test_firefox_asks_and_takes_a_no(reader):
    learner, other = reader
    if learner.kind != "firefox":
        pytest.skip("all languages share one store")
    question = worked(learner)
    learner.saved()
    learner.js("document.querySelector('details.languages').open = true")
    learner.click(f"a[data-language='{other}']")
    until(lambda: learner.find("#p_ask").is_displayed(), 5, "a question")
    learner.click("[data-action=ask-no]")
    assert learner.js("return document.documentElement.lang") == "en", "cancelled: nothing happens"
    assert change(learner, other, take=False)
    assert not learner.question(question)["answered"]


def test_chromium_puts_no_work_into_the_address(reader):
    learner, other = reader
    if learner.kind != "chromium":
        pytest.skip("only Chromium shares one store among local files")
    question = worked(learner)
    learner.js("window.went = []; Amparo.Language.work = () => { window.went.push('work'); return ''; }")
    change(learner, other)
    assert learner.question(question)["answered"]


def test_too_much_work_is_not_lost_on_the_way(reader):
    learner, other = reader
    if learner.kind != "firefox":
        pytest.skip("all languages share one store")
    worked(learner)
    learner.saved()
    learner.js("Amparo.Language.work = () => '~work=' + 'x'.repeat(300000)")
    learner.js("document.querySelector('details.languages').open = true")
    learner.click(f"a[data-language='{other}']")
    name = learner.find(f"a[data-language='{other}']").get_attribute("textContent")
    learner.wait_notice(learner.text("work.languageTooLarge", language=name))
    assert learner.js("return document.documentElement.lang") == "en"


@pytest.mark.parametrize(
    "rubbish",
    [
        "~work=AAAA.00000000.x",
        "~work=" + "A" * 5000 + ".zz.zz",
        "~draft=nowhere.1.2~tree=t99~seen=1~read=purple.x.y",
        "~draft=<b>~tree=%22%3E<img src=x>~work=",
        "~~~==~=",
    ],
)
def test_rubbish_in_the_address_does_nothing(reader, rubbish):
    learner, _ = reader
    question = worked(learner)
    learner.saved()
    page = learner.page
    learner.open("en", page + rubbish)
    assert learner.page == page
    assert learner.question(question)["answered"]
    assert "~" not in learner.driver.current_url
    assert learner.js("return document.documentElement.dataset.theme") == "auto"
    assert not learner.notices


def test_links_lead_to_the_same_place_without_scripts_help(reader):
    """For a new tab: the address of the page, and nothing of the work."""
    learner, other = reader
    worked(learner)
    page = learner.page
    href = learner.find(f"a[data-language='{other}']").get_attribute("href")
    assert href.endswith(f"{other}.html#{page}")
