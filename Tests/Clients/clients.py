"""What the tests of all clients need: programs of other environments, servers, and a lesson that is open."""

import os
import socket
import subprocess
import urllib.request
from pathlib import Path
from types import SimpleNamespace

from browsers import until
from selenium.webdriver.common.by import By
from visit import Visit

ROOT = Path(__file__).resolve().parents[2]


class Client:
    """A client in its own virtual environment, which scripts/test-clients.py makes."""

    def __init__(self, name: str):
        self.name = name
        self.folder = ROOT / ".venv-clients" / name
        assert self.program("python").exists(), f"{self.folder.relative_to(ROOT)} is missing: run `make test-clients`"

    def program(self, name: str) -> Path:
        return self.folder / "bin" / name

    def run(self, *arguments, folder: Path, text: str = "", **environment) -> str:
        """Runs a program of the client to its end, with a text to read; what it wrote. An AssertionError when it fails."""
        program, *rest = arguments
        done = subprocess.run(
            [self.program(program), *rest], cwd=folder, env=_environment(folder, environment), input=text, capture_output=True, text=True, timeout=600
        )
        assert done.returncode == 0, f"{program} {rest} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
        return done.stdout


class Server:
    """A server of a client on the loopback, until `close`. What it says goes into `log` in its folder."""

    def __init__(self, client: Client, folder: Path, *arguments, port: int, ready: str = "/", seconds: float = 120, **environment):
        self.address = f"http://127.0.0.1:{port}"
        self.log = folder / f"server-{port}.log"
        program, *rest = arguments
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [client.program(program), *rest], cwd=folder, env=_environment(folder, environment), stdout=log, stderr=subprocess.STDOUT
            )
        try:
            until(lambda: self._answers(ready), seconds, f"{client.name} at {self.address}")
            assert self.process.poll() is None, f"{client.name} ended with {self.process.poll()}"
        except AssertionError as error:
            self.close()
            raise AssertionError(f"{error}\n{self.said[-4000:]}") from None

    @property
    def said(self) -> str:
        return self.log.read_text(errors="replace")

    def _answers(self, path: str) -> bool:
        if self.process.poll() is not None:
            return True  # it has ended, so waiting is over
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:
            return answer.status < 500

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _environment(folder: Path, more: dict) -> dict:
    """Ours, with a home in the client's temporary folder and without hints to other Pythons."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}
    return {**kept, "HOME": str(folder), "PYTHONUNBUFFERED": "1", **{name: str(value) for name, value in more.items()}}


def lesson(driver, kind: str, standard: str) -> Visit:
    """The package in the frame or window where the driver is, once it is ready."""
    until(lambda: driver.execute_script("return document.readyState === 'complete' && Boolean(document.getElementById('p_lms'))"), 60, "the lesson")
    visit = Visit(SimpleNamespace(driver=driver, kind=kind), standard)
    return visit.wait_ready()


def begin(visit: Visit) -> dict:
    """Answers one question by clicks and goes on to another page; what must be there on coming back."""
    item = visit.practice
    question = visit.answer_practice()
    pages = visit.js("return [...document.querySelectorAll('article.page')].map((page) => page.id)")
    place = next(page for page in pages[pages.index(item["page"]) + 1:] if not page.startswith("p_"))
    visit.go(place)
    visit.accept_warning()
    visit.settled()
    return {"item": item, "question": question, "place": place}


def play_quiz(visit: Visit, right: bool = True, most: int = 1000) -> list[str]:
    """Plays the deciding quiz by clicks, from its start or where it was left; the questions that were asked."""
    file, activity = visit.lms_data["success"]["quizzes"][0]["activity"]
    quiz = f"section[data-quiz][data-file-index='{file}'][data-activity='{activity}']"
    items = {visit.html_id(item): item for item in visit.lms_data["interactions"] if item["kind"] == "choice"}
    visit.go(visit.js("return document.querySelector(arguments[0]).closest('article.page').id", quiz))
    visit.accept_warning()
    start = visit.find(f"{quiz} [data-action=quiz-start]")
    if start.is_displayed():
        visit.click(start)
    asked = []
    while visit.find(quiz).get_attribute("data-state") != "done" and len(asked) < most:
        shown = next(each for each in visit.all(f"{quiz} .quiz-questions > li") if each.is_displayed())
        question = shown.find_element(By.CSS_SELECTOR, "section").get_attribute("id")
        visit.answer(question, *(visit.right(items[question]) if right else visit.wrong(items[question])))
        visit.click(f"#{question} [data-action=next]")
        asked.append(question)
    return asked
