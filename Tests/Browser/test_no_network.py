"""Nothing leaves the page: every request of the browser goes to a proxy that writes it down."""

import re

from browsers import until
from learner import Learner
from recorder import Recorder


def host(request: str) -> str:
    """Whom a request was for: `CONNECT a.example:443 HTTP/1.1` -> `a.example`."""
    target = request.split(" ")[1] if " " in request else request
    return re.sub(r"^[a-z]+://", "", target).split("/")[0].split(":")[0]


def use_everything(learner: Learner) -> None:
    """Goes to every page and uses what could load something."""
    for page in learner.js("return [...document.querySelectorAll('article.page')].map((a) => a.id)"):
        learner.go(page)
        learner.accept_warning()
    page, question = learner.first_question()
    learner.go(page)
    learner.answer(question, 0)
    learner.click("header [data-action=search]")
    learner.find("#p_query").send_keys("help")
    until(lambda: learner.find("#p_search_status").text, 5, "results")
    learner.press("\ue00c")
    learner.name_yourself("Tester")
    learner.reload()


def test_no_request_leaves_the_page(kind, toolkit, start, tmp_path):
    with Recorder() as recorder:
        learner = Learner(start(kind, proxy=recorder.address, profile=tmp_path / "p"), kind, toolkit)
        learner.driver.get("about:blank")
        # What the browser asks for by itself, whatever the page.
        until(lambda: learner.js("return new Promise((r) => setTimeout(() => r(true), 1500))"), 5, "a while")
        baseline = {host(request) for request in recorder.requests}
        learner.open()
        use_everything(learner)
        until(lambda: learner.js("return new Promise((r) => setTimeout(() => r(true), 500))"), 5, "a while")
        asked = [request for request in recorder.requests if host(request) not in baseline]
        assert asked == []
        # The proxy does see what a page asks for: the test can fail.
        try:
            learner.driver.get("http://control.example/seen")
        except Exception:  # the proxy refuses, as it should
            pass
        until(lambda: any(host(r) == "control.example" for r in recorder.requests), 10, "the control request")


def test_policy_stops_what_a_script_would_load(learner):
    """Even a script that tries can't load anything: the page's own policy forbids it."""
    blocked = learner.do(
        """
        const seen = [];
        document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
        const image = document.createElement('img'); image.src = 'http://127.0.0.1:9/x.png'; document.body.append(image);
        const script = document.createElement('script'); script.src = 'http://127.0.0.1:9/x.js'; document.body.append(script);
        const inline = document.createElement('script'); inline.textContent = 'window.injected = 1'; document.body.append(inline);
        const handler = document.createElement('div'); handler.setAttribute('onclick', 'window.injected = 2'); handler.click();
        fetch('http://127.0.0.1:9/').catch(() => {});
        setTimeout(() => { image.remove(); done([seen, window.injected || 0]); }, 500);
        """
    )
    assert blocked[1] == 0, "no code from outside ran"
    assert {"img-src", "connect-src"} <= set(blocked[0])
    assert any(directive.startswith("script-src") for directive in blocked[0])


def test_no_remote_address_is_loaded_by_the_files(output):
    """The files name no address from which something would be loaded; links may."""
    loads = re.compile(rb"""(?:\bsrc|\bposter|\bdata|\bsrcset|\baction)=["']?\s*(?:https?:)?//|@import|url\(\s*["']?(?:https?:)?//|<link\b[^>]*\bhref=["']?(?:https?:)?//""")
    for path in sorted(output.rglob("*")):
        if path.suffix in {".html", ".css", ".js", ".svg"}:
            found = loads.search(path.read_bytes())
            assert found is None, f"{path.name}: {found.group(0)!r}"
