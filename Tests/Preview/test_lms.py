"""Packages in the practice learning system, as a trainer opens them."""

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


def opened(author):
    """Waits for the package's page; before it there is an empty one, which is complete, too."""
    until(lambda: author.js("const page = document.querySelector('#content')?.contentDocument; return page?.URL !== 'about:blank' && page?.readyState === 'complete'"), 30, "the page")
    return author


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
    words = "A sentence that was not there before."
    author.edit("{#start}\n", f"{{#start}}\n\n{words}\n")
    until(lambda: words in opened(player(author)).js("return document.querySelector('#content').contentDocument.body.textContent"), 30, "the sentence")


def test_the_bar_leads_there_and_back(author):
    author.open()
    link = author.js("return [...document.querySelector('amparo-preview').shadowRoot.querySelectorAll('a')].map((a) => a.pathname)")
    assert "/_amparo/lms/" in link
    author.open("/_amparo/lms/")
    assert author.js("return [...document.querySelector('amparo-preview').shadowRoot.querySelectorAll('.bar a')].map((a) => a.pathname)") == ["/"]


def test_a_fault_of_the_list_is_played(author):
    """The clock needs this server: it puts a script in front of the page's own."""
    opened(player(author, fault="clock-behind"))
    year = author.js("return document.querySelector('#content').contentWindow.Date.now() - Date.now()")
    assert year < -80_000_000_000, year


def statements(author):
    """Last words of the verbs of what the record store took, of all attempts."""
    return author.js("return AmparoPlayer.attempts.list.map(({statements}) => statements.map(({verb}) => verb.id.split('/').pop()))")


def test_a_trainer_sees_what_a_record_store_sees(author):
    """A cmi5 package from the first question to the end, with nothing that a strict store would refuse; and on from there."""
    player(author, standard="cmi5")
    until(lambda: statements(author) == [["initialized"]], 30, "the beginning")
    author.driver.switch_to.frame("content")
    author.js(WORK)
    author.driver.switch_to.default_content()
    until(lambda: author.js("return AmparoPlayer.attempts.report().satisfied"), 30, "the verdict")
    until(lambda: "Counts as done\nyes" in author.js("return document.getElementById('view').innerText"), 5, "the panel")
    close(author)
    [said] = statements(author)
    assert said[0] == "initialized" and said[-1] == "terminated" and {"answered", "completed", "passed"} == set(said[1:-1])
    assert author.js("return AmparoPlayer.runtime.mistakes") == []

    player(author, standard="cmi5")
    until(lambda: statements(author)[0].count("initialized") == 2, 30, "the next session")
    author.driver.switch_to.frame("content")
    assert author.js("return Amparo.session.engine.question(0, 0).answered")
    author.driver.switch_to.default_content()
    close(author)
    assert statements(author) == [[*said, "initialized", "terminated"]]
    assert author.js("return AmparoPlayer.runtime.mistakes") == []


def test_a_record_store_that_nobody_reaches(author):
    """The page goes on alone; what fails on purpose is not its mistake."""
    player(author, standard="cmi5", fault="no-api")
    until(lambda: author.js("return AmparoPlayer.runtime.calls.length > 0"), 30, "a first request")
    assert author.js("return AmparoPlayer.runtime.mistakes") == [] and statements(author) == [[]]
    assert author.js("return document.querySelector('#content').contentDocument.querySelector('main h1, h1').innerText")


# Right answers to every question, every section opened, every tree walked to an end.
WORK = """
const { session, data } = Amparo;
const { interactions } = JSON.parse(document.getElementById('p_lms').textContent);
for (const { kind, activity, correct, response } of interactions) {
  if (kind === 'choice') session.act((engine) => engine.answer(...activity, correct[0].split('[,]').map((token) => response.tokens.indexOf(token))));
  else for (let step = 0; step < 60 && !session.engine.tree(...activity).finished; step += 1) session.act((engine) => engine.take(...activity, 0));
}
for (const file of data.files) for (const section of file.sections) session.act((engine) => engine.open(file.index, section.index));
"""


def close(author):
    """Closes the package as a person does."""
    author.js("document.getElementById('again').click()")
    until(lambda: not author.js("return document.getElementById('choice').hidden"), 15, "the package to be gone")
