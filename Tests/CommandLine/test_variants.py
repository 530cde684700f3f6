"""Variants of the content: one is built, all are looked at."""

import json
import re

import pytest

from conftest import is_whole, run, tree
from toolkits import without_variants

VARIANTS = """variants:
  sector:
    wash: { en: Water and sanitation, ar: المياه }
    health: Health
  format:
    online: Online
"""

PARTS = """
## The queue {#queue-variants}

Everybody waits.

> [!KEY] {sector=wash}
> Light the way to the tap.

> [!FACILITATOR] {sector=health}
> Ask about the ward at night.

## In a call {#call-variants format=online}

Mute yourself.
"""


@pytest.fixture
def varied(content):
    """Content with variants of its own."""
    without_variants(content)
    with open(content / "toolkit.yml", "a", encoding="utf-8") as file:
        file.write(VARIANTS)
    with open(content / "modules/m01/en.md", "a", encoding="utf-8") as file:
        file.write(PARTS)
    return content


def words(folder):
    """All pages of a site in one."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted((folder / "site").rglob("*.html")))


def test_one_variant_is_built(varied, tmp_path):
    plain = run("build", "--no-cache", "--target", "site", cwd=tmp_path)
    assert plain.returncode == 0, plain.stderr
    general = words(tmp_path / "Output")
    assert "Everybody waits." in general and "Light the way" not in general and "Mute yourself" not in general
    assert "variant" not in json.loads((tmp_path / "Output/manifest.json").read_text())

    arguments = ["build", "--no-cache", "--target", "site", "--output", "Wash", "--variant", "sector=wash"]
    wash = run(*arguments, cwd=tmp_path)
    assert wash.returncode == 0 and "of sector=wash in" in wash.stdout, wash.stderr
    text = words(tmp_path / "Wash")
    assert "Light the way" in text and "Water and sanitation" in text and "المياه" in text
    assert "Mute yourself" not in text and "the ward at night" not in text
    assert json.loads((tmp_path / "Wash/manifest.json").read_text())["variant"] == "sector=wash"
    assert "Variant sector=wash" in (tmp_path / "Wash/report.html").read_text()
    assert is_whole(tmp_path / "Wash")

    both = run(*arguments, "--variant", "format=online", cwd=tmp_path)
    assert both.returncode == 0 and "sector=wash format=online" in both.stdout
    assert "Light the way" in words(tmp_path / "Wash") and "Mute yourself" in words(tmp_path / "Wash")


def test_facilitators_text_of_a_variant_stays_inside(varied, tmp_path):
    assert run("build", "--no-cache", "--variant", "sector=health", cwd=tmp_path).returncode == 0
    for path in (tmp_path / "Output").rglob("*"):
        if path.is_file() and path.name not in ("report.html",):
            assert b"the ward at night" not in path.read_bytes(), path


def test_a_cache_serves_all_variants(varied, tmp_path):
    """Builds of one variant after another make what clean builds make, and mix nothing up."""
    caches = tmp_path / "caches"
    for variant in ([], ["--variant", "sector=wash"], [], ["--variant", "format=online", "--variant", "sector=wash"]):
        built = run("build", "--cache", caches, "--target", "site", *variant, cwd=tmp_path)
        clean = run("build", "--no-cache", "--target", "site", "--output", "Clean", *variant, cwd=tmp_path)
        assert built.returncode == 0 and clean.returncode == 0, built.stderr
        assert tree(tmp_path / "Output") == tree(tmp_path / "Clean"), variant


def test_what_is_wrong_in_one_variant_stops_all(varied, tmp_path):
    path = varied / "modules/m01/en.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Mute yourself.", "See [it](m77)."), encoding="utf-8")
    for command in (["check"], ["build", "--no-cache"], ["build", "--no-cache", "--variant", "sector=wash"]):
        result = run(*command, cwd=tmp_path)
        assert result.returncode == 1
        said = result.stdout + result.stderr
        assert "AMP0502" in said and "Only in `format=online`" in said, said
    assert not (tmp_path / "Output").exists()


@pytest.mark.parametrize("wish, says", [("sector=wahs", "Did you mean `sector=wash`?"), ("colour=red", "sector=health")])
def test_a_variant_that_is_not_there(varied, tmp_path, wish, says):
    result = run("build", "--no-cache", "--variant", wish, cwd=tmp_path)
    assert result.returncode == 64 and "AMP0237" in result.stderr and says in result.stderr
    assert not (tmp_path / "Output").exists()


def test_two_values_of_one_key(varied, tmp_path):
    result = run("build", "--variant", "sector=wash", "--variant", "sector=health", cwd=tmp_path)
    assert result.returncode == 64 and "one value of `sector`" in result.stderr


def test_a_misspelt_value_is_mended(varied, tmp_path):
    path = varied / "modules/m01/en.md"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("{sector=wash}", "{sector=wahs}").replace("format=online}", "format=onlin}"), encoding="utf-8")
    assert run("check", cwd=tmp_path).returncode == 1
    assert run("check", "--fix", cwd=tmp_path).returncode == 0
    assert path.read_text(encoding="utf-8") == good


def test_languages_name_variants(varied, tmp_path):
    result = run("languages", cwd=tmp_path)
    assert "Missing or stale in some variants only:" in result.stdout
    assert "modules/m01/ar.md  call-variants  missing  format=online" in result.stdout
    table = json.loads(run("languages", "--format", "json", cwd=tmp_path).stdout)
    parts = [part for file in table["files"] if file["language"] == "ar" for part in file["parts"]]
    assert [part["variants"] for part in parts if "variants" in part] == ["format=online"]
    # A report counts what its variant has.
    numbers = []
    for variant in [], ["--variant", "format=online"]:
        assert run("build", "--no-cache", "--target", "site", *variant, cwd=tmp_path).returncode == 0
        report = (tmp_path / "Output/report.html").read_text(encoding="utf-8")
        row = report[report.index("العربية"):].split("</tr>")[0]
        numbers.append([int(number) for number in re.findall(r'class="number">(\d+)<', row)][:2])
    (parts, missing), others = numbers
    assert others == [parts + 1, missing + 1]
