"""What a learner does on the page, in the words of the tests."""

import json
import time
from pathlib import Path

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browsers import until


class Learner:
    """Somebody at a browser with the toolkit open.

    `base` is the folder of the toolkit as a path, or the address of a site's start.
    """

    def __init__(self, driver, kind: str, base: Path):
        self.driver = driver
        self.kind = kind
        self.base = base

    # Getting there

    def address(self, language: str = "en", place: str = "") -> str:
        return (self.base / f"{language}.html").as_uri() + (f"#{place}" if place else "")

    def open(self, language: str = "en", place: str = "", ready: bool = True) -> "Learner":
        """Loads the page anew and waits until the work is open."""
        self.driver.get("about:blank")
        self.driver.get(self.address(language, place))
        if ready:
            self.wait_ready()
        return self

    def reload(self) -> "Learner":
        self.driver.refresh()
        return self.wait_ready()

    def wait_ready(self) -> "Learner":
        until(lambda: self.js("return document.documentElement.classList.contains('ready')"), 20, "the page to be ready")
        return self

    def go(self, place: str) -> None:
        """Follows a link to a place of the same page."""
        self.js("location.hash = arguments[0]", place)
        until(lambda: self.js("return Amparo.Router.target()") == place, 5, f"#{place}")
        until(lambda: self.js("return !Amparo.Router.page.style.visibility || document.querySelector('dialog[open]')"), 5, "the page")

    def fresh(self, language: str = "en", place: str = "") -> "Learner":
        """The page as on a device where nobody has worked yet."""
        self.open(language, place)
        self.wipe()
        return self.open(language, place)

    def wipe(self) -> None:
        self.do(
            """
            localStorage.clear(); sessionStorage.clear();
            const request = indexedDB.deleteDatabase(Amparo.Database.nameOf(Amparo.data.toolkit.id));
            request.onsuccess = () => done(); request.onerror = () => done('not erased');
            """
        )

    # Looking

    def js(self, script: str, *arguments):
        return self.driver.execute_script(script, *arguments)

    def do(self, script: str, *arguments):
        """Runs a script that calls `done(value)` some time."""
        return self.driver.execute_async_script(f"const done = arguments[arguments.length - 1];{script}", *arguments)

    def find(self, selector: str):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    @property
    def data(self) -> dict:
        return self.js("return Amparo.data")

    def file(self, name: str) -> dict:
        return next(file for file in self.data["files"] if file["id"] == name)

    def text(self, key: str, **values) -> str:
        return self.js("return Amparo.text(arguments[0], arguments[1])", key, values)

    @property
    def page(self) -> str:
        """Id of the article that shows."""
        shown = self.js("return [...document.querySelectorAll('article.page')].filter((a) => a.checkVisibility()).map((a) => a.id)")
        assert len(shown) == 1, f"pages shown: {shown}"
        return shown[0]

    @property
    def focused(self) -> str:
        """The element with the focus, as `name#id.class`."""
        return self.js(
            "const e = document.activeElement; return e ? e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.className ? '.' + e.className : '') : ''"
        )

    @property
    def notices(self) -> list[str]:
        return self.js("return [...document.querySelectorAll('[data-notice] p:first-child')].map((p) => p.textContent)")

    def wait_notice(self, words: str) -> None:
        until(lambda: any(words in notice for notice in self.notices), 10, f"the notice {words!r} (there are {self.notices})")

    @property
    def progress(self) -> dict:
        return self.js("return Amparo.session.engine.progress()")

    @property
    def snapshot(self) -> list[int]:
        return self.js("return [...Amparo.session.engine.snapshot()]")

    def question(self, identifier: str) -> dict:
        """The engine's view of a question."""
        return self.js(
            "const e = document.getElementById(arguments[0]); return Amparo.session.engine.question(...Amparo.placeOf(e))", identifier
        )

    def saved(self) -> None:
        """Waits until everything is stored."""
        until(lambda: self.js("return Amparo.session.unsaved.length === 0 && !Amparo.session.saving"), 10, "the work to be stored")

    # Doing

    def press(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def click(self, target) -> None:
        element = self.find(target) if isinstance(target, str) else target
        self.js("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def tab_to(self, selector: str, most: int = 250, backwards: bool = False) -> None:
        """Presses Tab until an element that matches has the focus."""
        for _ in range(most):
            if self.js("return document.activeElement.matches(arguments[0])", selector):
                return
            if backwards:
                ActionChains(self.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
            else:
                self.press(Keys.TAB)
        raise AssertionError(f"{most} times Tab did not reach {selector}; the focus is at {self.focused}")

    def choose(self, question: str, *options: int) -> None:
        """Ticks options of a question."""
        for option in options:
            self.click(f"#{question} .option[data-option='{option}'] input")

    def answer(self, question: str, *options: int) -> None:
        """Answers a question and waits for the verdict."""
        self.choose(question, *options)
        self.click(f"#{question} [data-action=check]")
        until(lambda: self.find(f"#{question}").get_attribute("data-result"), 10, f"a verdict on {question}")

    def name_yourself(self, name: str) -> None:
        """Adds a learner."""
        self.js("document.querySelector('[data-action=learner]').click()")
        until(lambda: self.find("#p_learners").is_displayed(), 5, "the dialog of learners")
        self.find("#p_learner_name").send_keys(name)
        self.click("#p_learners [data-action=learner-add]")
        until(lambda: self.js("return Amparo.session.learner.name") == name, 5, f"learner {name}")
        self.click("#p_learners [data-action=close]")

    def switch_to(self, name: str) -> None:
        """Chooses a learner who is on the list."""
        self.js("document.querySelector('[data-action=learner]').click()")
        until(lambda: self.find("#p_learners").is_displayed(), 5, "the dialog of learners")
        button = next(b for b in self.all("[data-learner-id]") if b.text.strip() == name)
        button.click()
        until(lambda: self.js("return Amparo.session.learner.name") == name, 5, f"learner {name}")

    def save_to_file(self, downloads: Path) -> Path:
        """Saves the work with the button of the progress page; the file it became."""
        before = set(downloads.iterdir())
        self.go("p_progress")
        self.click("#p_progress [data-action=save]")

        def landed():
            new = [p for p in set(downloads.iterdir()) - before if p.suffix == ".json" and p.stat().st_size > 0]
            return new[0] if new else None

        path = until(landed, 15, "the saved file")
        until(lambda: json.loads(path.read_text(encoding="utf-8")), 5, "a whole file")
        return path

    def resume_from(self, path: Path) -> None:
        self.go("p_progress")
        self.find("input[data-action=resume]").send_keys(str(path))

    def first_question(self, quiz: bool = False, kind: str | None = None) -> tuple[str, str]:
        """(page, question) of the first question of a module, inside a quiz or outside."""
        for file in self.data["files"]:
            for activity in file["activities"]:
                if activity["kind"] in ("quiz", "tree") or (activity.get("quiz") is not None) != quiz:
                    continue
                if kind is None or activity["kind"] == kind:
                    return activity["page"], activity["id"]
        raise AssertionError("the toolkit has no such question")

    def accept_warning(self) -> None:
        """Goes on where a content warning asks."""
        time.sleep(0.05)
        if self.find("#p_ask").is_displayed():
            self.click("[data-action=ask-yes]")
