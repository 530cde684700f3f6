"""The many-page form on a web server: the same fragments, the same work."""

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
