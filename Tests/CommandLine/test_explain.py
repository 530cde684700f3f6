"""`amparo explain`, and what points to it."""

import re

import pytest

from conftest import REPOSITORY, run

PAGE = (REPOSITORY / "docs/diagnostics.md").read_text()
TITLES = dict(re.findall(r"^### (AMP\d{4}): (.*?)(?: \((?:warning|note)\))?$", PAGE, re.MULTILINE))


def test_without_a_code_all_are_listed_with_their_titles(tmp_path):
    result = run("explain", cwd=tmp_path)
    assert result.returncode == 0
    listed = re.findall(r"^  (AMP\d{4})  (.*?)(?: \((?:warning|note)\))?$", result.stdout, re.MULTILINE)
    assert dict(listed) == TITLES
    assert len(TITLES) > 70


@pytest.mark.parametrize("code", ["AMP0405", "amp0405", "0405", "405"])
def test_a_code_is_explained_at_length(tmp_path, code):
    result = run("explain", code, cwd=tmp_path)
    assert result.returncode == 0
    assert result.stdout.startswith("AMP0405 (error): An unknown block word\n")
    assert "would be shown to learners" in result.stdout
    assert re.search(r"^    > \[!FACILITATER\] +-> +> \[!FACILITATOR\]$", result.stdout, re.MULTILINE)


def test_every_explanation_is_plain_text(tmp_path):
    result = run("explain", *sorted(TITLES), cwd=tmp_path)
    assert result.returncode == 0
    assert "](" not in re.sub(r"^    .*$", "", result.stdout, flags=re.MULTILINE)
    assert all(f"{code} (" in result.stdout for code in TITLES)


def test_columns_are_respected(tmp_path):
    result = run("explain", "AMP0103", cwd=tmp_path, env={"COLUMNS": "50"})
    words = result.stdout.split("Example")[0]
    assert max(map(len, words.splitlines())) <= 50
    assert max(map(len, run("explain", "AMP0103", cwd=tmp_path).stdout.splitlines())) > 50


def test_a_near_miss(tmp_path):
    result = run("explain", "AMP0450", cwd=tmp_path)
    assert result.returncode == 64
    assert "There is no code `AMP0450`. Did you mean `AMP0405`?" in result.stderr


def test_the_report_names_the_worst_code_once(broken, tmp_path):
    result = run("check", cwd=tmp_path)
    assert result.stdout.count("tells more") == 1
    code = re.search(r"error\[(AMP\d{4})\]", result.stdout).group(1)
    assert result.stdout.endswith(f"\namparo explain {code} tells more.\n")
    assert run("explain", code, cwd=tmp_path).returncode == 0
