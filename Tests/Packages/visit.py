"""A learner's visits to a package in the practice learning system, in the words of the tests."""

import itertools

import practice
from browsers import until
from learner import Learner

# Calls about the last error: they change nothing, and are left out of what tests look at.
ASKING = {"last", "text", "diagnostic"}
READY = "document.documentElement.classList.contains('ready')"
OPEN = "document.readyState === 'complete' && document.getElementById('p_lms')"


class Visit(Learner):
    """A package that is open. The driver's context is the package's own window."""

    def __init__(self, visits, standard):
        super().__init__(visits.driver, visits.kind, None)
        self.visits = visits
        self.standard = standard
        self.lms_data = self.js("return JSON.parse(document.getElementById('p_lms').textContent)")

    # The learning system

    def system(self, script, *arguments):
        """Runs a script that knows `player`, the system; also after the package was left."""
        return self.js(f"const player = (window.opener || top).AmparoPlayer; {script}", *arguments)

    @property
    def calls(self):
        """Every call as `[kind, *arguments]`."""
        found = self.system("return player.runtime.calls.map(({ kind, args }) => [kind, ...args])")
        return [call for call in found if call[0] not in ASKING]

    @property
    def kinds(self):
        return [call[0] for call in self.calls]

    @property
    def sets(self):
        """What was set, as pairs in their order."""
        return [tuple(call[1:]) for call in self.calls if call[0] == "set"]

    @property
    def mistakes(self):
        """Calls that the package got wrong."""
        return self.system("return player.runtime.mistakes")

    @property
    def values(self):
        """What the system holds."""
        return self.system("return player.runtime.model.snapshot()")

    @property
    def report(self):
        """What an administrator sees of the present attempt."""
        return self.system("return player.attempts.report(player.runtime.model.snapshot())")

    @property
    def attempts(self):
        """What is kept of every attempt."""
        return self.system("return player.attempts.record().attempts")

    def record_of(self, item):
        """What the report has of a question; None without an answer."""
        return next((each for each in self.report["interactions"] if each["id"] == item["id"]), None)

    def fault(self, *names, only=()):
        """From now on the system fails like this."""
        self.system("Object.assign(player.faults, { chosen: new Set(arguments[0]), only: new Set(arguments[1]), after: 0 })", names, only)

    def settled(self):
        """Waits until everything was sent, or can't be."""
        script = (
            "if (Amparo.session.unsaved.length || Amparo.session.saving) return false; const { store } = Amparo.LMS;"
            "return !store || (!store.timer && !store.sending)"
        )
        until(lambda: self.js(script), 15, "the system to be told")

    def looked(self):
        """Waits until it is known whether the system holds what it took; until then an older state is no loss."""
        self.settled()
        until(lambda: not self.js("const { store } = Amparo.LMS; return Boolean(store && store.looking)"), 40, "a look at what the system holds")

    def leave(self):
        """Closes the package as learners do; the system is still there to be asked."""
        if self.driver.current_window_handle != self.visits.system.window:
            self.driver.close()
            self.driver.switch_to.window(self.visits.system.window)
        else:
            self.driver.switch_to.default_content()
        self.js("document.getElementById('again').click()")
        until(lambda: not self.js("return document.getElementById('choice').hidden"), 10, "the package to be gone")

    # The package

    @property
    def practice(self):
        """The first question outside a quiz: its interaction."""
        quizzes = {(f["index"], a["index"]): a.get("quiz") for f in self.data["files"] for a in f["activities"]}
        return next(i for i in self.lms_data["interactions"] if i["kind"] == "choice" and quizzes[tuple(i["activity"])] is None)

    def html_id(self, interaction):
        file, activity = interaction["activity"]
        return self.js("return Amparo.fileAt(arguments[0]).activities.find((a) => a.index === arguments[1]).id", file, activity)

    def right(self, interaction):
        """Positions of the right options, as the patterns say."""
        pattern = interaction["correct"][0].strip("{}").replace("[,]", ",")
        return [interaction["response"]["tokens"].index(token) for token in pattern.split(",")]

    def wrong(self, interaction):
        """Position of a wrong option."""
        right = self.right(interaction)
        return [index for index in range(len(interaction["response"]["tokens"])) if index not in right][:1]

    def show(self, item):
        """Goes to a question; its element's id."""
        self.go(item["page"])
        self.accept_warning()
        return self.html_id(item)

    def accept_warning(self):
        """Goes on where a content warning asks; `go` has waited until one asks or none will."""
        if self.js("return Boolean(document.querySelector('#p_ask[open]'))"):
            self.click("[data-action=ask-yes]")
            until(lambda: not self.find("#p_ask").is_displayed(), 5, "the warning to go")

    def answer_practice(self, right=True):
        """Answers the first practice question; its id."""
        item = self.practice
        question = self.show(item)
        self.answer(question, *(self.right(item) if right else self.wrong(item)))
        return question

    def answer_quiz(self, right=True):
        """Answers every question of the deciding quiz through the engine, and saves."""
        quiz = self.lms_data["success"]["quizzes"][0]["activity"]
        inside = {a["index"] for f in self.data["files"] if f["index"] == quiz[0] for a in f["activities"] if a.get("quiz") == quiz[1]}
        for item in self.lms_data["interactions"]:
            if item["kind"] == "choice" and item["activity"][0] == quiz[0] and item["activity"][1] in inside:
                options = self.right(item) if right else self.wrong(item)
                self.js("Amparo.session.act((engine) => engine.answer(...arguments[0], arguments[1]))", item["activity"], options)
        self.settled()

    def read_all(self):
        """Does everything, and waits until it was sent."""
        self.do_all()
        self.settled()

    def do_all(self):
        """Opens every section, answers every question right, and walks every tree to an end."""
        answers = [[item["activity"], self.right(item)] for item in self.lms_data["interactions"] if item["kind"] == "choice"]
        self.js(
            "for (const [place, options] of arguments[0]) if (!Amparo.session.engine.question(...place).answered)"
            " Amparo.session.act((engine) => engine.answer(...place, options));"
            "for (const file of Amparo.data.files) for (const section of file.sections)"
            " Amparo.session.act((engine) => engine.open(file.index, section.index));",
            answers,
        )
        for item in self.lms_data["interactions"]:
            if item["kind"] == "path":
                self.walk(item)

    def walk(self, item):
        """Takes the first answer of a tree until it ends."""
        self.js(
            "const [place] = arguments; for (let step = 0; step < 60 && !Amparo.session.engine.tree(...place).finished; step += 1)"
            " Amparo.session.act((engine) => engine.take(...place, 0))",
            item["activity"],
        )

    def go_on(self):
        """Reads on, in the last section."""
        self.go(self.data["files"][0]["sections"][-1]["page"])
        self.accept_warning()

    def try_again(self):
        """Presses the notice's button until the system has everything."""
        words = self.text("work.tryAgain")

        def quiet():
            for button in self.all("[data-notice=lms] button"):
                if button.text == words:
                    self.click(button)
            return not self.notices

        until(quiet, 15, "the notice to go")

    @property
    def problems(self):
        """What a learner must never see."""
        return self.js(
            "const text = document.body.innerText; const words = ['TypeError', 'undefined', 'Uncaught', 'at Object', 'NaN', 'SetValue'];"
            "return [...words.filter((word) => text.includes(word)), ...document.querySelectorAll('[data-notice=fault], [data-notice=engine]')].map(String)"
        )


class Visits:
    """Opens packages in a browser. Everybody who learns is somebody else: `rosa`, unless a test says who."""

    NUMBERS = itertools.count(1)

    def __init__(self, driver, kind, server):
        self.driver, self.kind, self.server = driver, kind, server
        self.system = practice.Practice(driver, server)
        self.rosa = f"rosa-{next(self.NUMBERS)}"

    def open(self, standard, *faults, learner=None, ready=True, only=(), folder=None, **wishes):
        """Opens a package in the system; `wishes` are parts of the system's address."""
        wishes |= {"learner-id": self.rosa if learner is None else learner, "fault": ",".join(faults), "only": ",".join(only)}
        place = wishes.get("place")
        self.system.open(f"/{folder or standard}/", start="0" if place == "popup" else "1", **{"learner-name": "Abaza, Rosa", **wishes})
        if place == "popup":
            self.driver.find_element("id", "begin").click()
            until(lambda: len(self.driver.window_handles) > 1, 10, "the package's window")
            self.driver.switch_to.window(self.driver.window_handles[-1])
        else:
            self.enter()
        until(lambda: self.driver.execute_script(f"return {READY if ready else OPEN}"), 30, "the package")
        return Visit(self, standard)

    def enter(self):
        """Goes into the innermost frame."""
        def innermost():
            self.driver.switch_to.default_content()
            while not self.driver.execute_script("return Boolean(document.getElementById('p_lms'))"):
                self.driver.switch_to.frame(self.driver.find_element("css selector", "iframe"))
            return True

        until(innermost, 30, "the package's frame")

    def alone(self, folder):
        """Opens a package without a learning system around it, on a device where nobody worked alone."""
        self.wipe()
        self.driver.get(f"{self.server.address}/{folder}/index.html")
        visit = Visit(self, folder)
        return visit.wait_ready()

    def home(self):
        """A page of the system's origin that does nothing."""
        self.driver.get(f"{self.server.address}/player/hop.html?to=about:blank")

    def wipe(self):
        """Forgets everything that this browser keeps, the practice system's records too."""
        self.wipe_copies()
        self.driver.execute_script("localStorage.clear()")

    def wipe_copies(self):
        """Forgets the work that packages keep in this browser, as if it were one where nobody has worked."""
        self.home()
        self.driver.execute_async_script(
            """
            const done = arguments[arguments.length - 1];
            indexedDB.databases().then((list) => Promise.all(list.map(({name}) => new Promise((next) => {
              const request = indexedDB.deleteDatabase(name);
              request.onsuccess = request.onerror = request.onblocked = next;
            })))).then(() => done());
            """
        )

    def seed(self, standard, values, learner=None):
        """Lets the system have kept an attempt that was left for later."""
        self.remember(standard, [{"number": 1, "values": values, "seconds": 0, "suspended": True, "ended": True}], learner)

    def remember(self, standard, attempts, learner=None):
        """Gives the system attempts, as if it had kept them on its server."""
        self.home()
        self.driver.execute_script(
            """
            const [standard, learner, attempts] = arguments;
            return Promise.all([import('/player/manifest.js'), fetch(`/${standard}/imsmanifest.xml`).then((answer) => answer.text())])
              .then(([{ readManifest }, text]) =>
                localStorage.setItem(`amparo-player:${standard}:${readManifest(text).id}:${learner}`, JSON.stringify({ attempts })));
            """,
            standard, self.rosa if learner is None else learner, attempts,
        )
