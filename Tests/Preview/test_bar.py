"""The list of problems, and what can be chosen in the bar."""

import stat
import sys
from urllib.parse import unquote

import pytest
from browsers import until
from conftest import Author
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

BAD = "\n---\n\nSee [another](m99).\n\n> [!FACILTATOR]\n> Secret\n"


def break_module(author, text=BAD):
    with open(author.path(), "a", encoding="utf-8") as file:
        file.write(text)
    until(lambda: "error" in author.badge(), 10, "an error")


def line_of(author, words):
    lines = author.path().read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_a_problem_is_told_in_full(author):
    break_module(author)
    assert author.badge().startswith("2 errors")
    panel = author.panel()
    for words in ["What to mend", "modules/m01/en.md", "This page", "Error", "There is no module or tree m99.",
                  "[another](m99)", "What AMP0502 means", "Copy file and line",
                  f"line {line_of(author, 'm99')}, column", "Sure fix", "Write", "[!FACILITATOR]"]:
        assert words in panel, words
    assert author.find("[data-code=AMP0502] mark").text == "[another](m99)"
    caret = author.js("return getComputedStyle(arguments[0], '::before').content", author.find("[data-code=AMP0502] mark"))
    assert caret == '"^"'
    # The learner's page is the last good one, and its document holds nothing of the list.
    assert "Protection and centrality" in author.text()
    assert "Secret" not in author.driver.find_element("css selector", "body").text


def test_the_long_explanation(author):
    break_module(author)
    link = author.find("[data-code=AMP0502] a[href*=explain]")
    author.driver.get(link.get_attribute("href"))
    text = author.driver.find_element("css selector", "main").text
    assert "AMP0502" in text and "Why" in text and "Mend" in text


def test_the_list_by_keyboard_and_its_memory(author):
    break_module(author)
    assert author.panel()
    badge = author.find(".badge")
    assert badge.get_attribute("aria-expanded") == "true"
    author.find("[data-close]").send_keys(Keys.ENTER)
    assert author.panel() == "" and badge.get_attribute("aria-expanded") == "false"
    assert author.js("return document.querySelector('amparo-preview').shadowRoot.activeElement.className") == "badge"
    # Closed by the author: stays closed, on other pages and after other errors.
    author.edit("m99", "m98")
    until(lambda: "m98" in author.js("return document.querySelector('amparo-preview').shadowRoot.textContent"), 20, "the new error")
    assert author.panel() == "" and "error" in author.badge()
    author.open("/en/t1.html")
    assert author.panel() == ""
    author.find(".badge").send_keys(Keys.SPACE)
    assert "m98" in author.panel()
    assert author.js("return document.querySelector('amparo-preview').shadowRoot.activeElement.id") == "title"
    assert "This page" not in author.panel()
    author.find("#title").send_keys(Keys.ESCAPE)
    assert author.panel() == ""


def test_errors_before_any_good_version(running, serve, content):
    settings = content / "toolkit.yml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text("id: x\n")
    author = Author(running("chromium"), serve(content), content).open("/")
    assert "Nothing to show yet" in author.text()
    assert "toolkit.yml" in author.panel() and "error" in author.badge()
    settings.write_text(good, encoding="utf-8")
    until(lambda: "/en/index.html" in author.driver.current_url, 15, "the start page")


def test_a_page_that_goes_away_and_comes_back(author):
    author.open("/en/t1.html")
    name = author.text().split("\n")[0]
    away = author.content.parent / "t1"
    author.path("trees/t1").rename(away)
    for file in ["modules/m01/en.md", "modules/m01/ar.md", "toolkit.yml"]:
        path = author.path(file)
        path.write_text(path.read_text().replace("(t1)", "(m01)").replace("[m01, t1]", "[m01]").replace("[t1]", "[m01]").replace("(t1#", "(m01#"))
    until(lambda: "isn’t there" in author.text() or "error" in author.badge(), 10)
    away.rename(author.path("trees/t1"))
    author.see(name)


def test_nothing_of_the_preview_is_in_a_build(author):
    author.driver.get(author.preview.address + "/_amparo/toolkit/en.html")
    source = author.driver.page_source
    assert "Protection and centrality" in source
    assert "amparo_preview" not in source and "/_amparo/" not in source


def test_language(author):
    Select(author.find("[data-choice=language]")).select_by_value("ar")
    until(lambda: author.driver.current_url.endswith("/ar/m01.html"), 10)
    author.settle()
    assert author.js("return document.documentElement.dir") == "rtl"


def test_the_interface_speaks_the_authors_language(serve, content, start_in):
    preview = serve(content)
    for language, words, direction in [("ar", "معاينة", "rtl"), ("fr", "Aperçu", "ltr"), ("es", "Vista previa", "ltr"), ("de", "Preview", "ltr")]:
        author = Author(start_in(language), preview, content).open()
        assert author.find(".name").text == words
        assert author.js("return document.querySelector('amparo-preview').dir") == direction


@pytest.fixture
def start_in(request):
    """A Chromium that asks for pages in a language."""
    import browsers

    def begin(language):
        driver = browsers.start("chromium", browsers.Options())
        request.addfinalizer(driver.quit)
        driver.execute_cdp_cmd("Network.enable", {})
        driver.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {"Accept-Language": language}})
        return driver

    return begin


def test_facilitators_view(author):
    author.open("/en/m01-start.html")
    assert "Sit near the door" not in author.driver.page_source
    Select(author.find("[data-choice=view]")).select_by_value("facilitator")
    until(lambda: "/_amparo/facilitator/en/m01-start.html" in author.driver.current_url, 10)
    author.settle()
    assert "Sit near the door" in author.text()
    assert "Facilitators’ view" in author.find(".facilitator-note").text
    author.edit("Sit near the door", "Stand near the door")
    author.see("Stand near the door")


def frame_text(author, view):
    return author.js("return document.querySelector(`[data-view=${arguments[0]}] iframe`).contentDocument.querySelector('main')?.innerText || ''", view)


def test_side_by_side(author):
    author.open("/en/m01-start.html")
    Select(author.find("[data-choice=view]")).select_by_value("both")
    until(lambda: "Sit near the door" in frame_text(author, "facilitator"), 15, "the facilitators' frame")
    assert "Before you start" in frame_text(author, "learner")
    assert "Sit near the door" not in frame_text(author, "learner")
    # One bar for all, and frames that follow each other.
    assert author.js("return document.querySelector('iframe').contentDocument.querySelector('amparo-preview')") is None
    author.js("document.querySelector('[data-view=learner] iframe').contentDocument.querySelector('a.next').click()")
    until(lambda: "A good night at Pier Two?" in frame_text(author, "facilitator").split("\n")[1:3] or "A good night at Pier Two?" in frame_text(author, "facilitator")[:300], 15, "the other frame")
    assert "m01-hook" in unquote(author.driver.current_url)
    # A save reaches both.
    author.edit("It is Friday, 18:40.", "It is Friday, 18:45.")
    until(lambda: "18:45" in frame_text(author, "learner") and "18:45" in frame_text(author, "facilitator"), 10, "both frames")
    # Problems of the page in the frames come first.
    break_module(author)
    assert "This page" in author.panel()
    Select(author.find("[data-choice=view]")).select_by_value("learner")
    until(lambda: author.driver.current_url.endswith("/en/m01-hook.html"), 10)


def test_narrow(author):
    Select(author.find("[data-choice=width]")).select_by_value("phone")
    until(lambda: author.driver.find_elements("css selector", "iframe"), 10)
    until(lambda: "Protection" in frame_text(author, "learner"), 10)
    assert author.js("return document.querySelector('iframe').contentWindow.innerWidth") == 360
    Select(author.find("[data-choice=width]")).select_by_value("full")
    until(lambda: author.driver.current_url.endswith("/en/m01.html"), 10)


def editor(folder, name="fake-editor"):
    """A program that writes down how it was called."""
    script = folder / name
    script.write_text(f"#!{sys.executable}\nimport sys, pathlib\npathlib.Path(__file__).with_name('called').write_text('\\n'.join(sys.argv[1:]))\n")
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    return script


@pytest.mark.parametrize("how", ["option", "environment"])
def test_the_place_opens_in_the_editor(running, serve, content, tmp_path, how):
    script = editor(tmp_path, "code")
    preview = serve(content, "--editor", script) if how == "option" else serve(content, env={"EDITOR": "vim", "AMPARO_EDITOR": str(script)})
    author = Author(running("chromium"), preview, content).open()
    break_module(author)
    author.find("[data-code=AMP0502] [data-open]").click()
    called = tmp_path / "called"
    until(called.exists, 10, "the editor")
    line = line_of(author, "m99")
    column = author.path().read_text(encoding="utf-8").split("\n")[line - 1].index("[another]") + 1
    assert called.read_text().split("\n") == ["--goto", f"{author.path().resolve()}:{line}:{column}"]
    until(lambda: "Opened in code" in author.find(".message").text, 10)


def test_an_editor_that_fails_is_told(running, serve, content):
    author = Author(running("chromium"), serve(content, "--editor", "false {file}"), content).open()
    break_module(author)
    author.find("[data-code=AMP0502] [data-open]").click()
    until(lambda: "ended with status 1" in author.find(".message").text, 10)


def test_without_an_editor(author):
    break_module(author)
    assert not author.all("[data-open]")
    link = author.find("[data-code=AMP0502] a[href^='vscode:']").get_attribute("href")
    line = line_of(author, "m99")
    assert unquote(link).startswith(f"vscode://file{author.path().resolve()}:{line}:")
    author.find("[data-code=AMP0502] [data-copy]").click()
    until(lambda: author.find(".message").text in ("Copied.",) or f"en.md:{line}" in author.find(".message").text, 10)


def test_many_tabs(author):
    """Browsers open six ordinary connections to a server; pages that stay open must not use them up."""
    first = author.driver.current_window_handle
    for _ in range(8):
        author.driver.switch_to.new_window("tab")
        author.open("/en/m01.html")
    author.edit("Protection and centrality", "In every tab")
    for handle in author.driver.window_handles:
        author.driver.switch_to.window(handle)
        author.see("In every tab", 15)
    for handle in author.driver.window_handles:
        if handle != first:
            author.driver.switch_to.window(handle)
            author.driver.close()
    author.driver.switch_to.window(first)
