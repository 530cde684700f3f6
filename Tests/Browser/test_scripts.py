"""The scripts themselves: words exist in every language, nothing is used that the policy forbids."""

import json
import re
from pathlib import Path

from conftest import ROOT

SCRIPTS = sorted((ROOT / "Sources" / "LearnerRuntime" / "Scripts").glob("*.js"))
KEY = re.compile(r"""['"]((?:bar|page|progress|question|quiz|tree|search|term|learner|file|leave|work)\.[A-Za-z]+)['"]""")
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|"
    r"setAttribute\('style'|\bon[a-z]+=\"|https?://"
)


# cmi5 names its verbs by addresses, and asks the record store that the launch names.
CMI5 = re.compile(r"\bfetch\(|'https?://(adlnet\.gov/expapi|w3id\.org/xapi)/")


def data(toolkit: Path, language: str) -> dict:
    source = (toolkit / f"{language}.html").read_text(encoding="utf-8")
    return json.loads(re.search(r'id="p_data">(.*?)</script>', source, re.S).group(1))


def test_every_word_is_there_in_every_language(toolkit):
    keys = {key for path in SCRIPTS for key in KEY.findall(path.read_text(encoding="utf-8"))}
    assert len(keys) > 60
    for path in toolkit.glob("*.html"):
        if path.stem in {"index", "broken", "no-engine"}:
            continue
        texts = data(toolkit, path.stem)["texts"]
        missing = sorted(key for key in keys if not texts.get(key.split(".")[0], {}).get(key.split(".")[1]))
        assert missing == [], path.name


def test_places_are_the_same_in_every_language(toolkit, right_to_left):
    def places(text) -> set[str]:
        forms = [text] if isinstance(text, str) else list(text.values())
        return {place for form in forms for place in re.findall(r"\{(\w+)\}", form)}

    english, other = data(toolkit, "en")["texts"], data(toolkit, right_to_left)["texts"]
    for group, entries in english.items():
        for name, text in entries.items():
            assert places(text) == places(other[group][name]), f"{group}.{name}"


def test_nothing_that_the_policy_forbids():
    assert SCRIPTS
    for path in SCRIPTS:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            rest = CMI5.sub("", line) if path.name[3:].startswith("cmi5-") else line
            assert not FORBIDDEN.search(rest), f"{path.name}:{number}: {line.strip()}"


def test_files_are_small():
    for path in SCRIPTS:
        if path.name != "10-engine.js":
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path.name
