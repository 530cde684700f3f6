"""Without scripts the whole text is there to read."""

from learner import Learner


def test_text_is_readable_without_scripts(kind, toolkit, start):
    learner = Learner(start(kind, scripts=False), kind, toolkit).open(ready=False)
    source = (toolkit / "en.html").read_text(encoding="utf-8")
    pages = source.count("<article ")
    shown = [article for article in learner.all("article.page") if article.is_displayed()]
    assert len(shown) == pages > 3
    for article in shown:
        assert article.text.strip(), article.get_attribute("id")
    assert all(option.is_displayed() for option in learner.all(".question .option")), "questions can be read"
    assert all(node.is_displayed() for node in learner.all(".tree-page .nodes .node")), "every node of a tree can be read"
    assert not [e for e in learner.all(".needs-script") if e.is_displayed()], "nothing shows that can't work"
    learner.find("#p_contents a[data-page='p_glossary']").click()
    assert learner.driver.current_url.endswith("#p_glossary"), "links work"


def test_script_that_fails_leaves_the_text(learner):
    """If the page's scripts don't come up, the head script shows everything again."""
    learner.driver.get("about:blank")
    path = learner.base / "broken.html"
    source = (learner.base / "en.html").read_text(encoding="utf-8")
    # A changed byte: the policy's hash no longer fits, and the script doesn't run.
    at = source.rindex("<script>") + len("<script>")
    path.write_text(source[:at] + ";" + source[at:], encoding="utf-8")
    learner.driver.get(path.as_uri())
    assert "js" not in (learner.find("html").get_attribute("class") or "").split()
    assert len([a for a in learner.all("article.page") if a.is_displayed()]) > 3


def test_file_whose_policy_forbids_webassembly(learner):
    """From a stick, too, the engine then runs as plain JavaScript."""
    path = learner.base / "no-wasm.html"
    source = (learner.base / "en.html").read_text(encoding="utf-8")
    path.write_text(source.replace(" 'wasm-unsafe-eval'", ""), encoding="utf-8")
    learner.driver.get(path.as_uri())
    learner.wait_ready()
    assert learner.js("return Amparo.session.engine.form") == "plain"
    assert learner.notices == []
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    assert learner.question(question)["answered"]


def test_browser_without_webassembly(kind, toolkit, start):
    """Switched off altogether: the same."""
    learner = Learner(start(kind, wasm=False), kind, toolkit).open()
    assert learner.js("return typeof WebAssembly") == "undefined"
    assert learner.js("return Amparo.session.engine.form") == "plain"
    page, question = learner.first_question()
    learner.go(page)
    learner.accept_warning()
    learner.answer(question, 0)
    learner.saved()
    learner.reload()
    assert learner.question(question)["answered"]


def test_page_without_an_engine(learner):
    """No engine: one reads on, page by page, and is told that answers aren't checked."""
    path = learner.base / "no-engine.html"
    source = (learner.base / "en.html").read_text(encoding="utf-8")
    # Neither wasm, nor the hash that lets the plain form run.
    source = source.replace(" 'wasm-unsafe-eval'", "").replace('id="p_plain"', 'id="p_nothing"')
    path.write_text(source, encoding="utf-8")
    learner.driver.get(path.as_uri())
    learner.wait_ready()
    learner.wait_notice(learner.text("page.scriptsFailed"))
    assert learner.page == "p_home"
    learner.go("p_glossary")
    assert learner.page == "p_glossary"
