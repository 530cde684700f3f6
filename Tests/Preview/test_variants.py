"""The switch between variants of the content."""

import re
from urllib.parse import unquote

import pytest
from browsers import until
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select
from toolkits import without_variants

VARIANTS = """variants:
  sector:
    wash: { en: Water and sanitation, fr: Eau, ar: المياه }
    health: Health
  format:
    online: Online
"""

FILLER = "\n\n".join(f"Paragraph {number} of a long text about queues." for number in range(60))

PARTS = f"""
## The queue {{#queue}}

{FILLER}

### Who waits? {{#waits}}

Everybody waits.

> [!KEY] {{sector=wash}}
> Light the way to the tap.

> [!FACILITATOR] {{sector=health}}
> Ask about the ward at night.

{FILLER}

## At the tap {{#at-the-tap sector=wash}}

Only for water.

> [!TIP] {{format=online}}
> Mute yourself.
"""


def declare(content):
    """Gives the content other variants."""
    without_variants(content)
    toolkit = content / "toolkit.yml"
    toolkit.write_text(toolkit.read_text(encoding="utf-8") + VARIANTS, encoding="utf-8")
    with open(content / "modules/m01/en.md", "a", encoding="utf-8") as file:
        file.write(PARTS)


@pytest.fixture(params=["chromium", "firefox"])
def chooser(request, running, serve, content):
    """An author of content with variants, in a browser."""
    from conftest import Author

    declare(content)
    driver = running(request.param)
    while len(driver.window_handles) > 1:
        driver.switch_to.window(driver.window_handles[-1])
        driver.close()
    driver.switch_to.window(driver.window_handles[0])
    driver.set_window_size(1280, 900)
    author = Author(driver, serve(content), content).open("/en/m01-queue.html")
    author.js("localStorage.clear(); sessionStorage.clear()")
    yield author
    driver.get("about:blank")


def path(author):
    return unquote(re.sub(r"^http://[^/]+", "", author.driver.current_url))


def choose(author, value):
    """Chooses a variant; waits for the page."""
    author.js("document.documentElement.dataset.old = 1")
    Select(author.find("[data-choice=variant]")).select_by_value(value)
    until(lambda: author.js("return !document.documentElement.dataset.old && document.readyState === 'complete'"), 20, "the variant")
    author.settle()


def test_pages_of_a_variant(chooser):
    assert "Light the way" not in chooser.text()
    choices = [option.text for option in Select(chooser.find("[data-choice=variant]")).options]
    assert choices == ["General", "Water and sanitation", "Health", "Online"]
    choose(chooser, "sector=wash")
    assert path(chooser) == "/~sector=wash/en/m01-queue.html"
    assert "Light the way to the tap." in chooser.text()
    assert "Water and sanitation" in chooser.driver.title
    assert Select(chooser.find("[data-choice=variant]")).first_selected_option.text == "Water and sanitation"
    # Links, styles, scripts and the language switch stay in the variant.
    assert chooser.js("return document.documentElement.classList.contains('ready') || 'waits'")
    chooser.js("document.querySelector('a.next').click()")
    until(lambda: path(chooser) == "/~sector=wash/en/m01-at-the-tap.html", 15, "the next page")
    chooser.settle()
    Select(chooser.find("[data-choice=language]")).select_by_value("ar")
    until(lambda: path(chooser) == "/~sector=wash/ar/m01-at-the-tap.html", 15, "the other language")
    chooser.settle()
    assert "المياه" in chooser.driver.title
    # What the variant alone has leads to the module in others.
    choose(chooser, "")
    assert path(chooser) == "/ar/m01.html"


def test_the_place_and_the_focus_stay(chooser):
    chooser.js("document.querySelector('main [id*=waits]').scrollIntoView()")
    top = chooser.js("return document.querySelector('main [id*=waits]').getBoundingClientRect().top")
    assert chooser.js("return scrollY") > 300
    choose(chooser, "sector=wash")
    until(lambda: abs(chooser.js("return document.querySelector('main [id*=waits]').getBoundingClientRect().top") - top) < 3, 10, "the same place")
    focused = "return document.querySelector('amparo-preview').shadowRoot.activeElement?.dataset.choice"
    until(lambda: chooser.js(focused) == "variant", 10, "the focus on the switch")


def test_by_keyboard(chooser):
    select = chooser.find("[data-choice=variant]")
    chooser.js("arguments[0].focus()", chooser.find("[data-choice=language]"))
    ActionChains(chooser.driver).send_keys(Keys.TAB).perform()
    assert chooser.js("return document.querySelector('amparo-preview').shadowRoot.activeElement === arguments[0]", select)
    ActionChains(chooser.driver).send_keys("W", Keys.ENTER).perform()
    until(lambda: path(chooser) == "/~sector=wash/en/m01-queue.html", 15, "the variant")


def test_facilitators_frames_and_the_one_file_form(chooser):
    choose(chooser, "sector=health")
    Select(chooser.find("[data-choice=view]")).select_by_value("facilitator")
    until(lambda: path(chooser) == "/_amparo/facilitator/~sector=health/en/m01-queue.html", 15, "the other view")
    chooser.settle()
    assert "the ward at night" in chooser.text()
    choose(chooser, "sector=wash")
    assert path(chooser).startswith("/_amparo/facilitator/~sector=wash/")
    assert "the ward at night" not in chooser.text() and "Light the way" in chooser.text()
    Select(chooser.find("[data-choice=width]")).select_by_value("phone")
    until(lambda: chooser.js("return document.querySelector('iframe')?.contentDocument?.querySelector('main')?.innerText.includes('Light the way')"), 20, "the frame")
    choose(chooser, "sector=health")
    until(lambda: chooser.js("return document.querySelector('iframe')?.contentDocument?.querySelector('main')?.innerText.includes('the ward at night')"), 20, "the other variant in the frame")
    href = chooser.js("return [...document.querySelector('amparo-preview').shadowRoot.querySelectorAll('a')].map((a) => a.getAttribute('href')).find((a) => a.startsWith('/_amparo/toolkit/'))")
    assert href == "/_amparo/toolkit/~sector=health/en.html"


def test_a_save_reaches_the_variant(chooser):
    choose(chooser, "sector=wash")
    chooser.edit("Light the way to the tap.", "Light every step to the tap.")
    chooser.see("Light every step", 30)
    # A variant that goes away says so, and there is a way out.
    chooser.edit("{sector=wash}", "{sector=wahs}")
    until(lambda: "error" in chooser.badge(), 15, "an error")
    assert "AMP0231" in chooser.panel() and "Did you mean" in chooser.panel()


def test_packages_of_a_variant(chooser):
    """The practice learning system opens the package of the variant that was chosen, and says which it is."""
    choose(chooser, "sector=wash")
    bar = "return [...document.querySelector('amparo-preview').shadowRoot.querySelectorAll('a')].map((a) => a.getAttribute('href'))"
    assert "/_amparo/lms/~sector=wash/" in chooser.js(bar)
    page = "return document.querySelector('#content')?.contentDocument?.querySelector('#m01')?.ownerDocument.body.textContent"
    current = "return document.querySelector('.variants [aria-current]').textContent"
    kept = {}
    for standard in ["scorm12", "cmi5"]:
        for has in [True, False]:
            chooser.open(f"/_amparo/lms/~sector=wash/{standard}/")
            choices = [link.text for link in chooser.driver.find_elements("css selector", ".variants a")]
            assert choices == ["General", "Water and sanitation", "Health", "Online"] and chooser.js(current) == "Water and sanitation"
            if not has:
                chooser.driver.find_element("link text", "General").click()
                until(lambda: path(chooser) == f"/_amparo/lms/{standard}/", 15, "the general packages")
                assert chooser.js(current) == "General"
            chooser.driver.find_element("css selector", "a[href*='/m01-en/']").click()
            until(lambda: chooser.js("return Boolean(globalThis.AmparoPlayer?.manifest)"), 30, "the practice system")
            assert ("Water and sanitation" in chooser.js("return document.body.innerText")) == has
            chooser.js("document.getElementById('begin').click()")
            text = until(lambda: chooser.js(page), 30, "the package")
            assert ("Light the way to the tap." in text) == has and "the ward at night" not in text
            kept[standard, has] = chooser.js("return AmparoPlayer.attempts.key")
            chooser.js("document.getElementById('again').click()")
            until(lambda: not chooser.js("return document.getElementById('choice').hidden"), 15, "the package to be gone")
    assert len(set(kept.values())) == 4
    # A variant that isn't there leads to the general list.
    chooser.driver.get(f"{chooser.preview.address}/_amparo/lms/~sector=fire/scorm12/")
    until(lambda: path(chooser) == "/_amparo/lms/scorm12/", 15, "the general packages")


def test_no_switch_without_variants(author, content):
    assert author.find("[data-choice=variant]") is not None
    without_variants(content)
    until(lambda: author.find("[data-choice=variant]") is None, 15, "the switch to go")
    assert author.find("[data-choice=language]") is not None
    assert author.find("[data-choice=variant]") is None
