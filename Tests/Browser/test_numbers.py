"""Numbers and plural forms: scripts choose as the host does, and both as CLDR says."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT

BINARY = Path(os.environ.get("AMPARO", ROOT / ".build" / "release" / "amparo"))
# One of every family of plural rules, and the four languages of the interface.
TAGS = "ar en es fr am bn cs cy de fa fil ga gu he hi id is it ko lt lv mk mt my pl ps pt pt-PT ro ru shi sk sl so sr sw tr tzm uk ur vi zh zu".split()
NUMBERS = [*range(0, 230), 999, 1000, 1001, 1234, 9999, 10000, 12345, 999999, 1000000, 1000001, 2000000, 1234567]


@pytest.fixture(scope="module")
def languages(tmp_path_factory) -> dict[str, dict]:
    """Page data of a toolkit in many languages: tag -> data."""
    folder = tmp_path_factory.mktemp("languages")
    content = folder / "Content"
    content.mkdir()
    (content / "toolkit.yml").write_text(
        f'id: numbers\ntitle: Numbers\nversion: "1"\ndefault-language: en\nlanguages: [{", ".join(TAGS)}]\n', encoding="utf-8"
    )
    result = subprocess.run([BINARY, "build", "--target", "toolkit"], cwd=folder, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr + result.stdout
    pages = {tag: (folder / f"Output/toolkit/{tag}.html").read_text(encoding="utf-8") for tag in TAGS}
    return {tag: json.loads(re.search(r'id="p_data">(.*?)</script>', page, re.S).group(1)) for tag, page in pages.items()}


def test_plural_forms_are_those_of_cldr(learner, languages):
    for tag, data in languages.items():
        differences = learner.js(
            """
            const [plurals, tag, numbers] = arguments;
            const before = Amparo.data.plurals;
            Amparo.data.plurals = plurals;
            const known = new Intl.PluralRules(tag);
            if (known.resolvedOptions().locale.split('-')[0] !== tag.split('-')[0]) return null;
            const found = numbers.filter((n) => Amparo.plural(n) !== known.select(n)).map((n) => [n, Amparo.plural(n), known.select(n)]);
            Amparo.data.plurals = before;
            return found;
            """,
            data["plurals"], tag, NUMBERS,
        )
        if differences is None:
            assert tag not in ("ar", "en", "es", "fr"), f"this browser doesn't know {tag}"
            continue
        assert differences == [], tag


@pytest.mark.parametrize("tag", ["ar", "en", "es", "fr"])
def test_numbers_are_written_as_the_language_does(learner, languages, tag):
    differences = learner.js(
        """
        const [numbers, tag, values] = arguments;
        Amparo.data.numbers = numbers;
        const known = new Intl.NumberFormat(`${tag}-u-nu-latn`);
        return values.filter((n) => Amparo.numeral(n) !== known.format(n)).map((n) => [n, Amparo.numeral(n), known.format(n)]);
        """,
        languages[tag]["numbers"], tag, [*NUMBERS, 0.5, 12.25, 1234.5, 0.125],
    )
    assert differences == []


def test_every_language_has_a_text_for_every_number(learner, languages):
    for tag, data in languages.items():
        empty = learner.js(
            """
            const [data, numbers] = arguments;
            Object.assign(Amparo.data, { plurals: data.plurals, numbers: data.numbers, texts: data.texts });
            return Object.entries(data.texts).flatMap(([group, entries]) => Object.entries(entries)
              .filter(([, text]) => typeof text === 'object' && !Array.isArray(text))
              .flatMap(([name]) => numbers.filter((count) => !Amparo.data.texts[group][name][Amparo.plural(count)]).map((n) => [group, name, n])));
            """,
            data, NUMBERS,
        )
        assert empty == [], tag


def test_native_digits_reach_every_number(learner, tmp_path):
    content = tmp_path / "Content"
    content.mkdir()
    (content / "toolkit.yml").write_text(
        'id: numbers\ntitle: Numbers\nversion: "1"\ndefault-language: en\nlanguages: [en, ar]\ndigits: { ar: native }\n', encoding="utf-8"
    )
    assert subprocess.run([BINARY, "build"], cwd=tmp_path, capture_output=True).returncode == 0
    page = (tmp_path / "Output/toolkit/ar.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="p_data">(.*?)</script>', page, re.S).group(1))
    said = learner.js(
        "Object.assign(Amparo.data, { numbers: arguments[0].numbers, texts: arguments[0].texts, plurals: arguments[0].plurals });"
        "return [Amparo.numeral(1234567), Amparo.numeral(12.5), Amparo.text('question.position', { number: 3, total: 18 })]",
        data,
    )
    assert said == ["١٬٢٣٤٬٥٦٧", "١٢٫٥", "السؤال ٣ من ١٨"]
