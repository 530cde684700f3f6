"""Reading on: keyboard alone, pages and history, words, search, contents, print."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browsers import until


def test_module_by_keyboard_alone(learner):
    """From the start page through all of m01 to its end, with nothing but keys."""
    module = learner.file("m01")
    learner.tab_to("a[data-continue], a[href='#m01']")
    learner.press(Keys.ENTER)
    until(lambda: learner.page.startswith("m01"), 5, "the module")
    visited = []
    while learner.js("return Amparo.Router.page.dataset.file") == "m01":
        page = learner.page
        assert page not in visited, f"{page} a second time"
        visited.append(page)
        assert learner.focused.startswith("h1"), f"the focus is at the page's title, not at {learner.focused}"
        work_through(learner, page)
        if not learner.all(f"#{page} a.next"):
            break
        learner.tab_to(f"#{page} a.next")
        until(lambda: is_in_view(learner), 2, "what has the focus to be in view")
        learner.press(Keys.ENTER)
        until(lambda: learner.page != page, 5, "the next page")
        assert not learner.find("#p_ask").is_displayed()
    expected = [section["page"] for section in module["sections"]]
    assert [page for page in visited if page in expected] == expected
    learner.saved()
    done = learner.progress["files"][module["index"]]
    assert done["done"] == done["total"] > 0, done
    mark = learner.find("[data-progress='m01']")
    assert mark.get_attribute("data-state") == "done"
    assert mark.get_attribute("textContent") == learner.text("progress.done")
    learner.reload()
    assert learner.progress["files"][module["index"]] == done


def work_through(learner, page: str) -> None:
    """Answers every question of a page by keyboard, the quiz one by one, and its trees."""
    quizzes = learner.all(f"#{page} section[data-quiz]")
    for question in learner.js(
        "return [...document.querySelectorAll('#' + CSS.escape(arguments[0]) + ' section[data-question]')].filter((s) => !s.closest('[data-quiz]')).map((s) => s.id)",
        page,
    ):
        answer_by_keyboard(learner, question)
    for quiz in quizzes:
        learner.tab_to("[data-action='quiz-start']")
        learner.press(Keys.ENTER)
        count = len(quiz.find_elements(By.CSS_SELECTOR, ".quiz-questions > li"))
        for number in range(count):
            question = learner.js("return document.querySelector('.quiz-questions > li[data-current] section').id")
            answer_by_keyboard(learner, question)
            learner.tab_to(f"#{question} [data-action='next']")
            learner.press(Keys.ENTER)
            if number < count - 1:
                until(
                    lambda: learner.js("return document.querySelector('.quiz-questions > li[data-current] section').id") != question,
                    5,
                    "the next question",
                )
        until(lambda: quiz.get_attribute("data-state") == "done", 5, "the result")
        assert learner.focused.startswith("h2"), "the focus is at the result"
    for card in learner.all(f"#{page} [data-tree-card]"):
        learner.tab_to(f"#{page} [data-action='tree-play']")
        learner.press(Keys.ENTER)
        for _ in range(30):
            until(lambda: card.find_elements(By.CSS_SELECTOR, ".player li[data-current]"), 5, "the tree")
            # An answer into another tree would lead away from the module.
            tree = card.get_attribute("data-tree-card")
            answer = f"li[data-current] a.answer[data-target^='{tree}-']"
            if not card.find_elements(By.CSS_SELECTOR, answer):
                break
            before = learner.js("return Amparo.Router.page.querySelector('.trail').children.length")
            learner.tab_to(f"#{page} {answer}")
            learner.press(Keys.ENTER)
            until(lambda: learner.js("return Amparo.Router.page.querySelector('.trail').children.length") > before, 5, "a step")
        else:
            raise AssertionError("thirty steps did not reach an end")


def answer_by_keyboard(learner, question: str) -> None:
    learner.tab_to(f"#{question} .option input")
    learner.press(Keys.SPACE)
    until(lambda: learner.all(f"#{question} input:checked"), 3, f"a choice in {question}")
    learner.tab_to(f"#{question} [data-action='check']")
    until(lambda: is_in_view(learner), 2, "what has the focus to be in view")
    learner.press(Keys.ENTER)
    until(lambda: learner.find(f"#{question}").get_attribute("data-result"), 5, f"a verdict on {question}")
    until(lambda: learner.js("return document.activeElement.closest('section[data-question]') !== null"), 3, "the focus at the verdict")


def is_in_view(learner) -> bool:
    """Whether the middle of what has the focus is on the screen and nothing covers it."""
    return learner.js(
        """
        const e = document.activeElement, box = e.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2);
        return e.matches(':focus-visible') && top !== null && (e.contains(top) || top.contains(e));
        """
    )


def test_back_and_forward(learner):
    pages = ["m01", learner.file("m01")["sections"][0]["page"], "p_glossary"]
    for page in pages:
        # By clicks: Chromium's Back skips what a script alone put into the history.
        learner.click(f"#p_contents a[data-page='{page}']")
        until(lambda: learner.page == page, 5, page)
    learner.driver.back()
    until(lambda: learner.page == pages[1], 5, "the page before")
    current = [link.get_attribute("data-page") for link in learner.all(".contents a[aria-current]")]
    assert current == [pages[1]]
    title = learner.find(f"#{pages[1]} h1").text
    assert learner.driver.title.startswith(title)
    learner.driver.back()
    until(lambda: learner.page == pages[0], 5, "the page before that")
    learner.driver.forward()
    learner.driver.forward()
    until(lambda: learner.page == "p_glossary", 5, "the last page")


def test_back_returns_to_the_place(learner):
    page = learner.file("m01")["sections"][0]["page"]
    learner.click("#p_contents a[data-page='m01']")
    learner.click(f"#p_contents a[data-page='{page}']")
    until(lambda: learner.page == page, 5, page)
    learner.driver.set_window_size(1280, 500)
    learner.js("scrollTo(0, 400)")
    until(lambda: learner.js("return scrollY") > 100, 3, "the page to scroll")
    place = learner.js("return scrollY")
    learner.js("return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
    learner.js("document.querySelector('#p_contents a[data-page=p_progress]').click()")
    until(lambda: learner.page == "p_progress" and learner.js("return scrollY") == 0, 3, "the new page's start")
    learner.driver.back()
    until(lambda: learner.page == page, 5, "the page before")
    until(lambda: abs(learner.js("return scrollY") - place) < 5, 3, "the place where one was")


def test_unknown_address_shows_the_start(learner):
    for place in ["nothing-here", "%E0%A4%A", "p_main'\"<"]:
        learner.open(place=place)
        assert learner.page == "p_home", place
        assert not [n for n in learner.notices if n]


def test_continues_where_one_left_off(learner):
    page, _ = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.saved()
    learner.open()
    link = learner.find("a[data-continue]")
    assert link.get_attribute("href").endswith(f"#{page}")
    learner.click(link)
    until(lambda: learner.page == page, 5, "the page")


def test_term_is_explained_in_place(learner):
    page = learner.js("return document.querySelector('article[data-page-kind=section] a.term').closest('article').id")
    learner.go(page)
    learner.accept_warning()
    link = learner.find(f"#{page} a.term")
    learner.js("arguments[0].focus()", link)
    learner.press(Keys.ENTER)
    until(lambda: learner.find("#p_term").is_displayed(), 5, "the definition")
    assert learner.find("#p_term_text").text.strip()
    assert learner.page == page
    learner.press(Keys.ESCAPE)
    until(lambda: not learner.find("#p_term").is_displayed(), 5, "it to close")
    assert learner.js("return document.activeElement === arguments[0]", link), "the focus is back at the word"


def test_content_warning_is_asked_once(learner):
    """Somebody who comes in by a side door is warned before anything shows, once, and may skip."""
    guarded = learner.js(
        "return Amparo.data.files.filter((f) => f.sections.length && document.querySelector('#' + f.id + ' > .callout.safeguard')).map((f) => f.sections[0].page)"
    )
    assert guarded, "no module has a content warning: this test needs one"
    learner.open(place=guarded[0])
    until(lambda: learner.find("#p_ask").is_displayed(), 5, "the warning")
    assert learner.js("return getComputedStyle(document.getElementById(arguments[0])).visibility", guarded[0]) == "hidden"
    learner.click("[data-action=ask-no]")
    until(lambda: learner.page != guarded[0], 5, "another page")
    learner.go(guarded[0])
    assert not learner.find("#p_ask").is_displayed(), "not asked twice"
    learner.saved()
    # The cover that the skip leads to may hold a warning, too, which is seen then.
    file = guarded[0].split("-")[0]
    warned = "return Amparo.database.get('values', 'place:' + Amparo.session.learner.id).then((v) => v.warned)"
    until(lambda: file in learner.js(warned), 5, "it to be remembered")
    learner.open(place=guarded[0])
    assert not learner.find("#p_ask").is_displayed(), "not after a break either"


def search(learner, words: str) -> list[str]:
    """Texts of what a search finds."""
    field = learner.find("#p_query")
    if not field.is_displayed():
        learner.click("header [data-action=search]")
        until(field.is_displayed, 5, "the search")
        until(lambda: learner.js("return document.activeElement.id") == "p_query", 5, "the focus in the field")
    field.clear()
    field.send_keys(words)
    until(lambda: learner.find("#p_search_status").text, 5, "how many there are")
    until(lambda: learner.js("return new Promise((r) => setTimeout(() => r(true), 200))"), 5, "the last key")
    return [item.text for item in learner.all("#p_results li")]


def test_search(learner):
    word = learner.js("return document.querySelector('#p_glossary .entry h2').textContent.trim()")
    found = search(learner, word.upper())
    assert found, f"{word} is found in capitals"
    assert learner.find("#p_search_status").text == learner.text("search.results", count=len(found))
    assert word.lower() in learner.find("#p_results mark").text.lower() or learner.find("#p_results mark").text.lower() in word.lower()
    assert search(learner, "qqzzxx") == []
    assert learner.find("#p_search_status").text == learner.text("search.none", query="qqzzxx")
    search(learner, word)
    learner.press(Keys.ARROW_DOWN)
    href = learner.js("return document.activeElement.getAttribute('href')")
    assert href.startswith("#")
    learner.press(Keys.ENTER)
    until(lambda: not learner.find("#p_search").is_displayed(), 5, "the search to close")
    learner.accept_warning()
    until(lambda: learner.find(href).is_displayed(), 5, "the place found")


def test_search_folds_arabic(learner, right_to_left):
    """Typed without hamza, marks and with ه for ة, as people type, words are still found."""
    learner.fresh(right_to_left)
    word = learner.js(
        r"""
        const words = document.querySelector('#p_main').textContent.match(/[\u0621-\u064a]{5,}/g) || [];
        return words.find((w) => /^ال.*[أإآ].*ة$/.test(w)) || words.find((w) => /[أإآ].*ة$/.test(w)) || words.find((w) => /ة$/.test(w));
        """
    )
    assert word, "a word to search for"
    typed = word.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ة", "ه")
    assert typed != word
    assert search(learner, typed), f"{typed} finds {word}"
    learner.press(Keys.ESCAPE)
    learner.wipe()


def test_contents_on_a_phone(learner):
    """Narrow: the contents are a drawer; Escape and a link close it; what lies behind is inert."""
    learner.driver.set_window_size(500, 800)
    toggle = learner.find("[data-action=contents]")
    if not toggle.is_displayed():
        pytest.fail("no button opens the contents on a narrow screen")
    learner.click(toggle)
    until(lambda: learner.find("#p_contents").is_displayed(), 3, "the contents")
    assert toggle.get_attribute("aria-expanded") == "true"
    assert learner.js("return document.getElementById('p_main').inert")
    assert learner.js("return document.getElementById('p_contents').contains(document.activeElement)")
    learner.press(Keys.ESCAPE)
    until(lambda: toggle.get_attribute("aria-expanded") == "false", 3, "it to close")
    assert not learner.js("return document.getElementById('p_main').inert")
    assert learner.js("return document.activeElement === arguments[0]", toggle)
    learner.click(toggle)
    learner.click("#p_contents a[data-page='p_glossary']")
    until(lambda: learner.page == "p_glossary" and toggle.get_attribute("aria-expanded") == "false", 5, "the glossary")


def test_print_everything(learner):
    learner.js("window.print = () => { window.printed = document.documentElement.dataset.print; }")
    learner.click("header [data-action=settings]")
    if not learner.all("[data-action=print-all]"):
        pytest.fail("nothing prints everything")
    learner.click("[data-action=print-all]")
    until(lambda: learner.js("return window.printed") == "all", 5, "the print")
    learner.js("dispatchEvent(new Event('afterprint'))")
    assert learner.js("return document.documentElement.dataset.print") is None
