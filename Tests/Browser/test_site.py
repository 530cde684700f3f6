"""The many-page form on a web server: the same fragments, the same work."""

import json
import re
import shutil
import urllib.request
from urllib.parse import urljoin

import pytest

from browsers import until
from learner import Learner


class Visitor(Learner):
    """A learner at the site."""

    def address(self, language: str = "en", place: str = "") -> str:
        return f"{self.base}/{language}/{place}"


@pytest.fixture
def visitor(running, kind, site):
    driver = running(kind)
    driver.set_window_size(1280, 900)
    visitor = Visitor(driver, kind, site)
    visitor.driver.get(f"{site}/en/")
    visitor.wait_ready()
    visitor.wipe()
    visitor.driver.get("about:blank")
    visitor.driver.get(f"{site}/en/")
    return visitor.wait_ready()


def follow(visitor: Visitor, href: str) -> None:
    visitor.driver.get(urljoin(visitor.driver.current_url, href))
    visitor.wait_ready()
    visitor.accept_warning()


def test_work_is_kept_from_page_to_page(visitor):
    page, question = visitor.first_question()
    href = next(s["href"] for f in visitor.data["files"] for s in f["sections"] if s["page"] == page)
    start = visitor.driver.current_url
    follow(visitor, href)
    assert visitor.page == page
    visitor.answer(question, 0)
    answered = visitor.question(question)
    visitor.saved()
    follow(visitor, visitor.find("a.next").get_attribute("href"))
    assert visitor.page != page
    place = visitor.js("return Amparo.data.files.flatMap((f) => f.activities.map((a) => [a.id, f.index, a.index])).find((a) => a[0] === arguments[0])", question)
    assert visitor.js("return Amparo.session.engine.question(arguments[0], arguments[1])", *place[1:]) == answered
    visitor.driver.back()
    visitor.wait_ready()
    assert visitor.find(f"#{question}").get_attribute("data-result")
    follow(visitor, start)
    assert visitor.find("a[data-continue]").get_attribute("href") != start


def test_another_language_is_at_the_same_place_with_the_same_work(visitor, right_to_left):
    page, question = visitor.first_question()
    href = next(s["href"] for f in visitor.data["files"] for s in f["sections"] if s["page"] == page)
    follow(visitor, href)
    visitor.answer(question, 0)
    visitor.saved()
    visitor.js("document.getElementById(arguments[0]).scrollIntoView()", question)
    visitor.js("document.querySelector('details.languages').open = true")
    visitor.find(f"a[data-language='{right_to_left}']").click()
    until(lambda: visitor.js("return document.documentElement.lang") == right_to_left, 10, "the other language")
    visitor.wait_ready()
    assert visitor.page == page
    assert visitor.question(question)["answered"], "one server, one store: nothing is asked"
    assert visitor.driver.current_url.endswith(f"/{right_to_left}/{page}.html#{question}")
    assert visitor.find(f"#{question}").is_displayed()


def test_search_over_the_site(visitor):
    visitor.click("header [data-action=search]")
    visitor.find("#p_query").send_keys("help")
    until(lambda: visitor.all("#p_results a"), 10, "results")
    link = visitor.find("#p_results a")
    goal = link.get_attribute("href")
    link.click()
    until(lambda: visitor.driver.current_url.split("#")[0] == goal.split("#")[0], 10, "the page found")
    visitor.wait_ready()


PARTS = re.compile(r"^(globalThis.AmparoSearch = .*?concat\(\[)(.*)(\]\);\n)$", re.DOTALL)


@pytest.fixture(scope="session")
def site_in_parts(output, serve, tmp_path_factory):
    """The same site, with its search data cut into four files, as a very large site has it."""
    folder = tmp_path_factory.mktemp("parts") / "site"
    shutil.copytree(output / "site", folder)
    whole = folder / "assets" / "search-en-1.js"
    start, entries, end = PARTS.match(whole.read_text(encoding="utf-8")).groups()
    entries = json.loads(f"[{entries}]")
    names = [f"search-en-{number}.js" for number in range(1, 5)]
    for number, name in enumerate(names):
        part = entries[number * len(entries) // 4 : (number + 1) * len(entries) // 4]
        assert part
        (folder / "assets" / name).write_text(start + json.dumps(part)[1:-1] + end, encoding="utf-8")
    course = folder / "assets" / "course-en.js"
    text = course.read_text(encoding="utf-8")
    listed = ",".join(f'"..\\/assets\\/{name}"' for name in names)
    assert text.count(f'"search":["..\\/assets\\/{names[0]}"]') == 1, "this site has several parts already"
    course.write_text(text.replace(f'"search":["..\\/assets\\/{names[0]}"]', f'"search":[{listed}]'), encoding="utf-8")
    return serve(folder)


def found(visitor, query: str) -> list[str]:
    """Addresses and words of what a search shows, in order."""
    field = visitor.find("#p_query")
    field.clear()
    field.send_keys(query)
    until(lambda: visitor.find("#p_search_status").text, 10, "an answer")
    return visitor.js(
        """Amparo.Search.run();
        return [...document.querySelectorAll('#p_results a')].map((a) => `${a.getAttribute('href')} ${a.textContent}`)"""
    )


def test_search_data_in_parts_finds_the_same_in_the_same_order(visitor, site, site_in_parts):
    answers = []
    for base in (site, site_in_parts):
        visitor.driver.get(f"{base}/en/")
        visitor.wait_ready()
        assert not visitor.js("return globalThis.AmparoSearch"), "nobody has searched yet"
        # Two ways to open it at once load no part twice.
        visitor.js("Amparo.Search.open(); Amparo.Search.open();")
        until(lambda: visitor.js("return (globalThis.AmparoSearch || []).length") and visitor.find("#p_query").is_displayed(), 10, "the texts")
        until(lambda: visitor.js("return document.querySelectorAll('script[src*=search-]').length") == len(visitor.data["search"]), 10, "all parts")
        visitor.js("return Amparo.Search.prepare()")
        answers.append([found(visitor, query) for query in ("help", "safe place", "the", "who asks", "zzzz")])
        answers[-1].append(visitor.js("return globalThis.AmparoSearch.map(({href}) => href)"))
    assert answers[0] == answers[1]
    assert answers[0][0] and len(answers[0][2]) > 5 and not answers[0][4]


def test_dialogs_of_a_site_stand_in_no_page(visitor, site):
    with urllib.request.urlopen(f"{site}/en/") as response:
        assert b"<dialog" not in response.read()
    dialogs = visitor.js("return [...document.querySelectorAll('dialog')].map(({id}) => id)")
    assert dialogs == ["p_search", "p_settings", "p_learners", "p_term", "p_ask"]


def test_terms_and_trees_have_what_they_need(visitor):
    for file in visitor.data["files"]:
        for section in file["sections"]:
            follow(visitor, section["href"]) if section["href"].startswith("http") else follow(visitor, urljoin(f"{visitor.base}/en/", section["href"]))
            links = visitor.all("article a.term")
            if not links:
                continue
            visitor.click(links[0])
            until(lambda: visitor.find("#p_term").is_displayed(), 5, "the definition")
            assert visitor.find("#p_term_text").text.strip()
            return
    raise AssertionError("no page of the site has a term")


def test_every_link_of_the_site_leads_somewhere(visitor, site):
    """Pages link only to what the server has."""
    waiting, seen = [f"{site}/en/"], set()
    while waiting:
        address = waiting.pop()
        if address in seen or not address.startswith(site):
            continue
        seen.add(address)
        with urllib.request.urlopen(address) as response:
            assert response.status == 200, address
            if "html" not in response.headers.get("Content-Type", ""):
                continue
            body = response.read().decode("utf-8")
        from html.parser import HTMLParser

        class Links(HTMLParser):
            def handle_starttag(self, tag, attrs):
                for name, value in attrs:
                    if name in ("href", "src") and value and not value.startswith(("#", "data:", "about:", "http", "mailto:")):
                        waiting.append(urljoin(address, value).split("#")[0])

        Links().feed(body)
    assert len(seen) > 10
