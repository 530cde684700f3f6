"""Commands about languages: how far texts are translated, and recording it."""

import json
import subprocess

import pytest

from conftest import BINARY, run, tree

AR = "modules/m01/ar.md"


@pytest.fixture
def content(content):
    """The content with no records of translations yet."""
    for record in content.rglob("*.source.tsv"):
        record.unlink()
    return content


def change(content, old, new):
    path = content / "modules/m01/en.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_recording_and_what_comes_of_a_change(content, tmp_path):
    result = run("translated", f"Content/{AR}", "--all", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "recorded." in result.stdout
    assert run("check", cwd=tmp_path).returncode == 0
    change(content, "## What protection means", "## What protection is")
    result = run("check", cwd=tmp_path)
    assert result.returncode == 0
    assert result.stdout.count("[AMP0806]") == 1
    assert "modules/m01/en.md:" in result.stdout
    record = content / "modules/m01/ar.source.tsv"
    before = record.read_bytes()
    result = run("translated", AR, cwd=tmp_path)
    assert "meaning" in result.stdout
    assert record.read_bytes() == before
    assert run("translated", AR, "--id", "#meaning", cwd=tmp_path).returncode == 0
    assert record.read_bytes() != before
    assert "AMP0806" not in run("check", cwd=tmp_path).stdout


def test_languages_as_a_table_and_as_json(content, tmp_path):
    before = tree(tmp_path)
    result = run("languages", cwd=tmp_path)
    assert result.returncode == 0
    assert result.stdout.splitlines()[0].split()[:2] == ["Language", "File"]
    assert any(AR in line and "%" in line for line in result.stdout.splitlines())
    table = json.loads(run("languages", "--format", "json", cwd=tmp_path).stdout)
    files = {(entry["language"], entry["original"]): entry for entry in table["files"]}
    entry = files["ar", "modules/m01/en.md"]
    assert entry["percent"] == 100 and entry["missing"] == 0
    assert entry["translated"] == len(entry["parts"])
    meaning = next(part for part in entry["parts"] if part["key"] == "meaning")
    assert meaning["originalLine"] > 1 and meaning["line"] > 1
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["modules/m01/a.md"], "Did you mean"),
        ([AR, "--id", "meanin"], "Did you mean `meaning`"),
        ([AR, "--id", "meaning", "--all"], "not both"),
        ([], "file"),
    ],
)
def test_slips_are_named(content, tmp_path, arguments, words):
    result = run("translated", *arguments, cwd=tmp_path)
    assert result.returncode == 64
    assert words in result.stderr
    assert not (content / "modules/m01/ar.source.tsv").exists()


def test_a_broken_translation_is_not_recorded(content, tmp_path):
    with open(content / AR, "a", encoding="utf-8") as file:
        file.write("\n> [!FACILITATR]\n> x\n")
    result = run("translated", AR, cwd=tmp_path)
    assert result.returncode == 1
    assert "AMP0405" in result.stderr
    assert not (content / "modules/m01/ar.source.tsv").exists()


def test_nothing_is_recorded_while_the_original_has_mistakes(content, tmp_path):
    assert run("translated", AR, cwd=tmp_path).returncode == 0
    page = content / "modules/m01/en.md"
    page.write_text(page.read_text().replace("{#q-result ", "{#Q-result "))
    before = (content / "modules/m01/ar.source.tsv").read_bytes()
    result = run("translated", AR, cwd=tmp_path)
    assert result.returncode == 1 and "AMP0409" in result.stderr
    assert (content / "modules/m01/ar.source.tsv").read_bytes() == before
    # Its translations hear nothing of it.
    lines = run("check", "--format", "short", cwd=tmp_path).stdout.splitlines()
    assert [line.split(" ")[2] for line in lines] == ["AMP0409:"] + ["AMP0804:"] * 3


def test_a_folder_that_cannot_be_written(content, tmp_path):
    folder = content / "modules/m01"
    (folder / "ar.source.tsv").mkdir()
    (folder / "ar.source.tsv/x").write_text("x")
    result = run("translated", AR, cwd=tmp_path)
    assert result.returncode == 74
    assert "AMP0908" in result.stderr


@pytest.mark.parametrize("tag", ["ar", "en", "es", "fr"])
def test_the_whole_interface_as_a_file_changes_nothing(content, tmp_path, tag):
    toolkit = content / "toolkit.yml"
    toolkit.write_text(toolkit.read_text().replace("languages: [en, ar]", "languages: [en, ar, es, fr]"))
    printed = run("interface", tag, cwd=tmp_path).stdout
    assert run("build", "--target", "toolkit", "--language", tag, cwd=tmp_path).returncode == 0
    before = (tmp_path / f"Output/toolkit/{tag}.html").read_bytes()
    (content / "interface").mkdir()
    (content / f"interface/{tag}.yml").write_text(printed, encoding="utf-8")
    result = run("build", "--target", "toolkit", "--language", tag, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / f"Output/toolkit/{tag}.html").read_bytes() == before
    assert run("interface", tag, cwd=tmp_path).stdout == printed


def test_the_texts_go_straight_into_their_file(content, tmp_path):
    # The shell makes the file before Amparo looks at the folder.
    (content / "interface").mkdir()
    printed = run("interface", "sw", cwd=tmp_path).stdout
    file = content / "interface/sw.yml"
    with file.open("w") as output:
        done = subprocess.run([BINARY, "interface", "sw"], cwd=tmp_path, stdout=output, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, done.stderr
    assert file.read_text() == printed != ""


def test_a_changed_word_reaches_the_page(content, tmp_path):
    (content / "interface").mkdir()
    (content / "interface/en.yml").write_text("question:\n  check: Is it <right> & good?\n", encoding="utf-8")
    assert run("build", "--target", "toolkit", cwd=tmp_path).returncode == 0
    page = (tmp_path / "Output/toolkit/en.html").read_text(encoding="utf-8")
    assert "Is it &lt;right&gt; &amp; good?" in page
    assert "Check my answer" not in page
    assert "Is it <right> & good?" in run("interface", "en", cwd=tmp_path).stdout


def test_a_new_language_begins_in_english_with_its_own_forms(tmp_path):
    printed = run("interface", "pl", cwd=tmp_path)
    assert printed.returncode == 0
    assert 'contents: "Contents"' in printed.stdout
    assert printed.stdout.count("\n    few: ") == printed.stdout.count("\n    many: ") > 5
    assert run("interface", "not a tag", cwd=tmp_path).returncode == 64


def test_a_broken_interface_file_is_named(content, tmp_path):
    (content / "interface").mkdir()
    (content / "interface/en.yml").write_text("question:\n  chek: x\n", encoding="utf-8")
    for command in (["check"], ["interface", "en"]):
        result = run(*command, cwd=tmp_path)
        assert result.returncode == 1
        assert "interface/en.yml:2:3" in result.stdout + result.stderr
        assert "Did you mean `check`" in result.stdout + result.stderr
