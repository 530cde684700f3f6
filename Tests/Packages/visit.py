"""A learner's visits to a package in a learning system, in the words of the tests."""

import json
from urllib.parse import quote

from browsers import until
from learner import Learner


class Visit(Learner):
    """A package that is open. The driver's context is the package's own window."""

    def __init__(self, visits, lms_window, standard):
        super().__init__(visits.driver, visits.kind, None)
        self.visits = visits
        self.lms_window = lms_window
        self.standard = standard
        self.lms_data = self.js("return JSON.parse(document.getElementById('p_lms').textContent)")

    def outside(self, script, *arguments):
        """Runs a script in the learning system's window."""
        driver = self.driver
        inner = driver.current_window_handle
        driver.switch_to.window(self.lms_window)
        try:
            return driver.execute_script(script, *arguments)
        finally:
            driver.switch_to.window(inner)
            if inner == self.lms_window:
                self.visits.enter_frames()

    @property
    def log(self):
        return self.outside("return lms.log")

    @property
    def refused(self):
        return self.outside("return lms.refused")

    @property
    def values(self):
        """What the system holds."""
        return self.outside("return lms.data")

    def fault(self, *names):
        """From now on the system fails like this."""
        self.outside("lms.faults = arguments[0]", list(names))

    def settled(self):
        """Waits until everything was sent, or can't be."""
        self.saved()
        until(lambda: self.js("return !Amparo.LMS.store || (!Amparo.LMS.store.timer && !Amparo.LMS.store.sending)"), 15, "the system to be told")

    @property
    def practice(self):
        """The first question outside a quiz: its interaction."""
        deciding = {tuple(quiz["activity"]) for quiz in (self.lms_data["success"] or {"quizzes": []})["quizzes"]}
        quizzes = {(f["index"], a["index"]): a.get("quiz") for f in self.data["files"] for a in f["activities"]}
        del deciding
        return next(i for i in self.lms_data["interactions"] if i["kind"] == "choice" and quizzes[tuple(i["activity"])] is None)

    def html_id(self, interaction):
        file, activity = interaction["activity"]
        return self.js("return Amparo.fileAt(arguments[0]).activities.find((a) => a.index === arguments[1]).id", file, activity)

    def right(self, interaction):
        """Positions of the right options, as the patterns say."""
        pattern = interaction["correct"][0].strip("{}").replace("[,]", ",")
        return [interaction["response"]["tokens"].index(token) for token in pattern.split(",")]

    def answer_practice(self, right=True):
        """Answers the first practice question; its id."""
        item = self.practice
        question = self.html_id(item)
        self.go(item["page"])
        self.accept_warning()
        options = self.right(item)
        if not right:
            options = [next(i for i in range(len(item["response"]["tokens"])) if i not in options)]
        self.answer(question, *options)
        return question

    def answer_quiz(self, right=True):
        """Answers every question of the deciding quiz through the engine, and saves."""
        quiz = self.lms_data["success"]["quizzes"][0]["activity"]
        inside = {a["index"] for f in self.data["files"] if f["index"] == quiz[0] for a in f["activities"] if a.get("quiz") == quiz[1]}
        for item in self.lms_data["interactions"]:
            if item["kind"] == "choice" and item["activity"][0] == quiz[0] and item["activity"][1] in inside:
                options = self.right(item) if right else [i for i in range(len(item["response"]["tokens"])) if i not in self.right(item)][:1]
                self.js("Amparo.session.act((engine) => engine.answer(...arguments[0], arguments[1]))", item["activity"], options)
        self.settled()

    def read_all(self):
        """Opens every section and answers every practice question and tree that counts."""
        for item in self.lms_data["interactions"]:
            if item["kind"] == "choice":
                self.js(
                    "const [place, options] = arguments; if (!Amparo.session.engine.question(...place).answered)"
                    " Amparo.session.act((engine) => engine.answer(...place, options))",
                    item["activity"], self.right(item),
                )
        self.js(
            "for (const file of Amparo.data.files) for (const section of file.sections)"
            " Amparo.session.act((engine) => engine.open(file.index, section.index));"
        )
        for item in self.lms_data["interactions"]:
            if item["kind"] == "path":
                self.walk(item)
        self.settled()

    def walk(self, item):
        """Takes the first answer of a tree until it ends."""
        self.js(
            "const [place] = arguments; for (let step = 0; step < 60 && !Amparo.session.engine.tree(...place).finished; step += 1)"
            " Amparo.session.act((engine) => engine.take(...place, 0))",
            item["activity"],
        )

    @property
    def problems(self):
        """What a learner must never see."""
        return self.js(
            "const text = document.body.innerText; const words = ['TypeError', 'undefined', 'Uncaught', 'at Object', 'NaN', 'SetValue'];"
            "return [...words.filter((word) => text.includes(word)), ...document.querySelectorAll('[data-notice=fault], [data-notice=engine]')].map(String)"
        )

    def leave(self):
        """Closes the window of the lesson as learners do: the system's page goes away."""
        self.driver.switch_to.window(self.lms_window)
        self.driver.get(f"{self.visits.base}/hop.html")


class Visits:
    """Opens packages in a browser."""

    def __init__(self, driver, kind, port):
        self.driver, self.kind, self.port = driver, kind, port
        self.depth = 1

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}"

    def fresh(self):
        driver = self.driver
        while len(driver.window_handles) > 1:
            driver.switch_to.window(driver.window_handles[-1])
            driver.close()
        driver.switch_to.window(driver.window_handles[0])
        driver.set_window_size(1280, 900)
        driver.get(f"{self.base}/hop.html")
        driver.execute_async_script(
            """
            const done = arguments[arguments.length - 1];
            localStorage.clear(); sessionStorage.clear();
            indexedDB.databases().then((list) => Promise.all(list.map(({name}) => new Promise((next) => {
              const request = indexedDB.deleteDatabase(name);
              request.onsuccess = request.onerror = request.onblocked = next;
            })))).then(() => done());
            """
        )
        return self

    def enter_frames(self):
        for _ in range(self.depth):
            self.driver.switch_to.frame(self.driver.find_element("css selector", "iframe"))

    def open(self, standard, *faults, learner="rosa", attempt="1", ready=True, hop=False, page="index.html", **options):
        """Opens the package in the system."""
        driver = self.driver
        launch = f"{self.base}/{standard}/{page}"
        if hop:
            launch = f"http://localhost:{self.port}/hop.html#{quote(launch, safe='')}"
        self.depth = 2 if hop else 0 if "popup" in faults else 1
        options |= {"standard": standard, "launch": launch, "learner": learner, "faults": faults, "attempt": attempt}
        driver.get("about:blank")
        driver.get(f"{self.base}/lms.html#{quote(json.dumps(options))}")
        window = driver.current_window_handle
        if "popup" in faults:
            driver.find_element("css selector", "button").click()
            until(lambda: len(driver.window_handles) > 1, 5, "the lesson's window")
            driver.switch_to.window(driver.window_handles[-1])
        else:
            until(lambda: driver.find_elements("css selector", "iframe"), 5, "the lesson's frame")
            self.enter_frames()
        until(lambda: driver.execute_script("return document.readyState === 'complete' && Boolean(document.getElementById('p_lms'))"), 20, "the lesson")
        visit = Visit(self, window, standard)
        if ready:
            visit.wait_ready()
        return visit

    def alone(self, standard):
        """Opens the package without a learning system around it."""
        self.driver.get("about:blank")
        self.driver.get(f"{self.base}/{standard}/index.html")
        visit = Visit(self, self.driver.current_window_handle, standard)
        return visit.wait_ready()
