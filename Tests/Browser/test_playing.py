"""Questions, quizzes and decision trees as learners work through them."""

from selenium.webdriver.common.by import By

from browsers import until


def test_trying_again_and_hint(learner):
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    card = learner.find(f"#{question}")
    learner.click(f"#{question} [data-action=check]")
    until(lambda: learner.find(f"#{question} [data-outcome]").text == learner.text("question.chooseFirst"), 5, "a word")
    assert not learner.question(question)["answered"]
    count = len(learner.all(f"#{question} .option"))
    for option in range(count):
        learner.answer(question, option)
        state = learner.question(question)
        why = learner.find(f"#{question} .option[data-option='{option}'] .why").text
        expected = learner.text("question.yes" if state["correct"] else "question.no")
        assert why.startswith(expected)
        control = learner.find(f"#{question}_{option}")
        assert control.get_attribute("aria-describedby") == f"{question}_{option}_why"
        if state["locked"]:
            break
        learner.click(f"#{question} [data-action=again]")
        assert not card.get_attribute("data-result")
        assert not learner.all(f"#{question} .why")
    if state["correct"]:
        assert card.get_attribute("data-result") == "right"


def test_quiz_to_its_result_and_again(learner):
    page, _ = learner.first_question(quiz=True)
    learner.go(page)
    learner.accept_warning()
    quiz = learner.find(f"#{page} section[data-quiz]")
    place = [int(quiz.get_attribute(name)) for name in ("data-file-index", "data-activity")]
    learner.click(f"#{page} [data-action=quiz-start]")
    items = len(learner.all(f"#{page} .quiz-questions > li"))
    for number in range(items):
        shown = [e for e in learner.all(f"#{page} .quiz-questions > li") if e.is_displayed()]
        assert len(shown) == 1, "one question at a time"
        question = shown[0].find_element(By.CSS_SELECTOR, "section").get_attribute("id")
        learner.answer(question, 0)
        if number == 0:
            learner.open(place=page)  # goes on after a break
            start = learner.find(f"#{page} [data-action=quiz-start]")
            assert start.text == learner.text("quiz.resume")
            learner.click(start)
            assert not learner.find(f"#{question}").is_displayed(), "the answered question is not asked again"
        else:
            learner.click(f"#{question} [data-action=next]")
        if number == 0 and items == 1:
            break
    until(lambda: learner.find(f"#{page} section[data-quiz]").get_attribute("data-state") == "done", 5, "the result")
    status = learner.js("return Amparo.session.engine.quiz(...arguments[0])", place)
    assert status["finished"]
    assert f"{status['percent']}%" in learner.find(f"#{page} [data-quiz-result]").text
    assert all(e.is_displayed() for e in learner.all(f"#{page} .quiz-questions > li")), "every question to look at again"
    if status["canRetry"]:
        learner.click(f"#{page} [data-quiz-result] button")
        until(lambda: learner.js("return Amparo.session.engine.quiz(...arguments[0])", place)["attempt"] == 2, 5, "attempt 2")
        assert not learner.all(f"#{page} .why")
        learner.reload()
        assert learner.js("return Amparo.session.engine.quiz(...arguments[0])", place)["attempt"] == 2


def tree_of(learner) -> dict:
    return next(file for file in learner.data["files"] if file["kind"] == "tree")


def test_tree_forward_back_restart(learner):
    tree = tree_of(learner)
    learner.go(tree["id"])
    learner.accept_warning()
    player = f"#{tree['id']} .player"
    current = f"{player} li[data-current]"
    start = learner.find(f"{current} [data-node]").get_attribute("data-node")
    answer = learner.find(f"{current} a.answer")
    words = answer.text
    remark = learner.js("const r = arguments[0].parentElement.querySelector('.remark'); return r ? r.textContent.trim() : ''", answer)
    learner.click(answer)
    until(lambda: learner.find(f"{current} [data-node]").get_attribute("data-node") != start, 5, "a step")
    assert [li.text for li in learner.all(f"{player} .trail li")] == [words]
    if remark:
        assert learner.find(f"{current} [data-taken]").text.strip()
    assert learner.page == tree["id"], "an answer is no link away"
    learner.saved()
    learner.reload()
    assert [li.text for li in learner.all(f"{player} .trail li")] == [words], "the walk is stored"
    back = next(b for b in learner.all(f"{player} > .actions button") if b.text == learner.text("tree.back"))
    learner.click(back)
    until(lambda: learner.find(f"{current} [data-node]").get_attribute("data-node") == start, 5, "the step back")
    assert len([li for li in learner.all(f"{player} .nodes > li") if li.is_displayed()]) == 1


def test_address_of_a_node_shows_it(learner):
    tree = tree_of(learner)
    node = learner.js("return [...document.querySelectorAll('#' + arguments[0] + ' .nodes [data-node]')].pop().id", tree["id"])
    learner.open(place=node)
    learner.accept_warning()
    until(lambda: learner.find(f"#{node}").is_displayed(), 5, "the node")
