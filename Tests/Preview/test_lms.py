"""Packages in the practice learning system, as a trainer opens them."""

import re

from browsers import until


def player(author, name="m01-en", standard="scorm12", **wishes):
    """Opens a package from the list, as a click on it does."""
    author.driver.get(f"{author.preview.address}/_amparo/lms/{standard}/")
    link = until(
        lambda: author.js("return document.querySelector(`a[href*='/${arguments[0]}/']`)?.href", name), 20, "the list")
    query = "".join(f"&{key}={value}" for key, value in wishes.items())
    author.driver.get(f"{link}&start=1{query}")
    until(lambda: author.js("return Boolean(globalThis.AmparoPlayer?.runtime)"), 30, "the practice system")
    return author


def inside(author, expression):
    """What an expression is in the package's page, once that has loaded."""
    there = "const page = document.querySelector('#content')?.contentWindow; return page?.Amparo?.session ? {value: (%s)} : null"
    return until(lambda: author.js(there % expression), 30, "the package's page")["value"]


def calls(author):
    return author.js("return AmparoPlayer.runtime.calls.map(({name, args}) => [name, ...args].join(' '))")


def test_a_trainer_sees_what_an_lms_sees(author, serve, content):
    """From the command to a finished answer, with no mistake that a strict system would refuse."""
    preview = serve(content, "--lms", "scorm2004")
    author.preview = preview
    until(lambda: "/_amparo/lms/scorm2004/" in preview.said, 60, "the address of the list")
    player(author, standard="scorm2004")
    until(lambda: "Commit " in "".join(f"{call} " for call in calls(author)), 30, "a first save")
    assert author.js("return AmparoPlayer.runtime.mistakes") == []
    author.driver.switch_to.frame("content")
    author.js("location.hash = document.querySelector('[data-question]:not([data-kind=tree])').id")
    author.js("const q = document.querySelector('[data-question]'); q.querySelector('input').click(); q.querySelector('[data-action=check]').click()")
    author.driver.switch_to.default_content()
    until(lambda: any("cmi.interactions.0.learner_response" in call for call in calls(author)), 30, "the answer")
    assert author.js("return AmparoPlayer.runtime.mistakes") == []
    report = until(lambda: author.js("return document.querySelector('#view [data-part=report] tbody tr')?.innerText"), 10, "the report")
    assert report.strip()


def test_a_saved_text_is_there_when_it_is_opened_again(author):
    player(author)
    path = author.path()
    words = "A sentence that was not there before."
    path.write_text(re.sub(r"(\n## .*\n)", rf"\1\n{words}\n", path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    until(lambda: words in inside(player(author), "page.document.body.textContent"), 30, "the sentence")


def test_the_bar_leads_there_and_back(author):
    author.open()
    link = author.js("return [...document.querySelector('amparo-preview').shadowRoot.querySelectorAll('a')].map((a) => a.pathname)")
    assert "/_amparo/lms/" in link
    author.open("/_amparo/lms/")
    assert author.js("return [...document.querySelector('amparo-preview').shadowRoot.querySelectorAll('.bar a')].map((a) => a.pathname)") == ["/"]


def test_a_fault_of_the_list_is_played(author):
    """The clock needs this server: it puts a script in front of the page's own."""
    player(author, fault="clock-behind")
    assert inside(author, "page.Date.now() - Date.now()") < -80_000_000_000
