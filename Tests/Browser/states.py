"""Every kind of page and dialog in the states that a learner can see: what to open, what to do.

Used by the accessibility tests and by `screenshots.py`.
"""


from browsers import until
from learner import Learner


def _home(learner: Learner) -> None:
    learner.go("p_home")


def _named(kind: str):
    def show(learner: Learner) -> None:
        page = learner.js("const a = document.querySelector(`article[data-page-kind=${arguments[0]}]`); return a && a.id", kind)
        if page:
            learner.go(page)
            learner.accept_warning()

    return show


def _question(learner: Learner) -> None:
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.js("document.getElementById(arguments[0]).scrollIntoView()", question)


def _answered(learner: Learner) -> None:
    _question(learner)
    _, question = learner.first_question()
    if not learner.question(question)["answered"]:
        learner.answer(question, 1)
    learner.js("document.getElementById(arguments[0]).scrollIntoView()", question)


def _quiz(learner: Learner) -> None:
    page, _ = learner.first_question(quiz=True)
    learner.go(page)
    learner.accept_warning()
    learner.js("scrollTo(0, 0)")


def _quiz_running(learner: Learner) -> None:
    _quiz(learner)
    button = learner.find("[data-action=quiz-start]")
    if button.is_displayed():
        learner.click(button)
        until(lambda: learner.all(".quiz-questions > li[data-current]"), 5, "a question")


def _quiz_done(learner: Learner) -> None:
    _quiz_running(learner)
    for _ in range(40):
        current = learner.all(".quiz-questions > li[data-current] section")
        if not current:
            break
        question = current[0].get_attribute("id")
        if not learner.question(question)["answered"]:
            learner.answer(question, 0)
        learner.click(f"#{question} [data-action=next]")
    learner.js("scrollTo(0, 0)")


def _tree_end(learner: Learner) -> None:
    _named("tree")(learner)
    for _ in range(30):
        answers = [a for a in learner.all("article[data-shown] li[data-current] a.answer") if a.is_displayed()]
        if not answers:
            break
        learner.click(answers[-1])


def _drawing(learner: Learner) -> None:
    _named("tree")(learner)
    learner.js("for (const d of document.querySelectorAll('article[data-shown] details.drawing')) { d.open = true; d.scrollIntoView(); }")


def _search(learner: Learner) -> None:
    learner.js("document.querySelector('[data-action=search]').click()")
    until(lambda: learner.find("#p_query").is_displayed(), 5, "the search")
    field = learner.find("#p_query")
    field.clear()
    field.send_keys(learner.js("return document.querySelector('#p_glossary .entry h2').textContent.trim().split(' ')[0]"))
    until(lambda: learner.all("#p_results li"), 10, "results")


def _settings(learner: Learner) -> None:
    learner.js("document.querySelector('[data-action=settings]').click()")


def _learners(learner: Learner) -> None:
    learner.js("document.querySelector('[data-action=learner]').click()")
    until(lambda: learner.all("#p_learner_list li"), 5, "the list")


def _term(learner: Learner) -> None:
    page = learner.js("return document.querySelector('article[data-page-kind=section] a.term').closest('article').id")
    learner.go(page)
    learner.accept_warning()
    link = learner.find(f"#{page} a.term")
    learner.click(link)
    until(lambda: learner.find("#p_term").is_displayed(), 5, "the definition")


def _notice(learner: Learner) -> None:
    learner.js("Amparo.emit('saving', {works: false})")


def _erase(learner: Learner) -> None:
    learner.go("p_progress")
    learner.click("#p_progress [data-action=erase]")
    until(lambda: learner.find("#p_ask").is_displayed(), 5, "the question")


STATES = {
    "home": _home,
    "module": _named("module"),
    "section": _named("section"),
    "question": _question,
    "answered": _answered,
    "quiz": _quiz,
    "quiz-running": _quiz_running,
    "quiz-done": _quiz_done,
    "tree": _named("tree"),
    "tree-end": _tree_end,
    "drawing": _drawing,
    "glossary": _named("glossary"),
    "sources": _named("sources"),
    "support": _named("support"),
    "progress": _named("progress"),
    "search": _search,
    "settings": _settings,
    "learners": _learners,
    "term": _term,
    "notice": _notice,
    "erase": _erase,
}


def show(learner: Learner, state: str) -> None:
    """Brings the page into a state, from whatever state it is in."""
    learner.js("for (const d of document.querySelectorAll('dialog[open]')) d.close(); for (const n of document.querySelectorAll('[data-notice]')) n.remove();")
    STATES[state](learner)


