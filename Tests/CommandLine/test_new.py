"""`amparo new`: what it makes is valid at once, and it never writes over anything."""

import pytest

from conftest import run, tree

LANGUAGES = ["en", "fr", "es", "ar"]


@pytest.fixture(params=LANGUAGES)
def toolkit(request, tmp_path):
    """A new toolkit in one of the languages; its folder and the language."""
    result = run("new", "toolkit", "demo", "--language", request.param, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "cd demo" in result.stdout
    return tmp_path / "demo", request.param


def has_nothing_to_mend(folder):
    result = run("build", "--format", "short", cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    assert (folder / "Output/toolkit/index.html").exists()
    return True


def test_a_new_toolkit_builds_without_a_word(toolkit):
    folder, language = toolkit
    assert has_nothing_to_mend(folder)
    page = (folder / f"Output/toolkit/{language}.html").read_text()
    for path in (folder / "Content").rglob("*.md"):
        assert "<!--" in path.read_text(), f"{path} explains nothing"
    assert "amparo check" not in page, "a comment reached learners"


def test_new_texts_in_it_build_without_a_word(toolkit):
    folder, language = toolkit
    assert run("new", "module", "m02", cwd=folder).returncode == 0
    assert run("new", "tree", "t2", cwd=folder).returncode == 0
    for module in ("m01", "m02"):
        result = run("new", "question", "q-new", "--to", module, cwd=folder)
        assert result.returncode == 0, result.stderr
    assert (folder / f"Content/modules/m02/{language}.md").exists()
    assert (folder / f"Content/trees/t2/{language}.md").exists()
    assert has_nothing_to_mend(folder)


def test_a_tree_names_a_contact_only_where_there_is_one(toolkit):
    folder, language = toolkit
    (folder / "Content/places/other.yml").write_text("id: other\ntitle: Other\nslots: { a: b }\n")
    assert run("new", "tree", "t2", cwd=folder).returncode == 0
    page = folder / f"Content/trees/t2/{language}.md"
    assert "{{" not in page.read_text()
    # Whom to call is left to the author, who is told so.
    result = run("check", "--format", "short", cwd=folder)
    assert result.returncode == 0 and result.stdout.count("\n") == 1
    assert f"trees/t2/{language}.md" in result.stdout and "AMP0709" in result.stdout


def test_a_question_without_a_module_is_printed(toolkit):
    folder, language = toolkit
    before = tree(folder)
    result = run("new", "question", "q-new", cwd=folder)
    assert result.returncode == 0 and tree(folder) == before
    assert "{#q-new .single outcome=o1}" in result.stdout
    module = folder / f"Content/modules/m01/{language}.md"
    module.write_text(module.read_text() + "\n" + result.stdout)
    assert has_nothing_to_mend(folder)


def test_titles_become_ids(tmp_path):
    run("new", "toolkit", "Mes abris sûrs : l'été", cwd=tmp_path)
    folder = tmp_path / "mes-abris-surs-lete"
    assert 'en: "Mes abris sûrs : l\'été"' in (folder / "Content/toolkit.yml").read_text()
    result = run("new", "module", 'A "safe" place \\ #1', cwd=folder)
    assert result.stdout == "Made Content/modules/a-safe-place-1/en.md.\n"
    result = run("new", "question", "What now?", "--to", "a-safe-place-1", cwd=folder)
    assert result.returncode == 0
    text = (folder / "Content/modules/a-safe-place-1/en.md").read_text()
    assert "### What now? {#q-what-now .single outcome=o1}" in text
    assert has_nothing_to_mend(folder)


def test_a_title_without_latin_letters_needs_an_id(tmp_path):
    result = run("new", "toolkit", "مأوى آمن", cwd=tmp_path)
    assert result.returncode == 64 and "`--id mawa-amn`" in result.stderr
    result = run("new", "toolkit", "مأوى آمن", "--id", "mawa", "--language", "ar", cwd=tmp_path)
    assert result.returncode == 0
    assert 'ar: "مأوى آمن"' in (tmp_path / "mawa/Content/toolkit.yml").read_text()
    assert has_nothing_to_mend(tmp_path / "mawa")


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["modul", "m02"], "Did you mean `module`?"),
        (["module", "a{b}"], "without braces"),
        (["module", "a\nb"], "one line"),
        (["module", "M", "--id", "Å"], "can't be an id"),
        (["module", "m02", "--to", "m01"], "for questions"),
        (["toolkit", "t", "--language", "frr"], "Did you mean `fr`?"),
        (["module"], "name"),
    ],
)
def test_wrong_usage(content, tmp_path, arguments, words):
    before = tree(tmp_path)
    result = run("new", *arguments, cwd=tmp_path)
    assert result.returncode == 64 and words in result.stderr
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["module", "m01"], "AMP0908"),
        (["tree", "t1"], "AMP0908"),
        (["tree", "m01"], "AMP0908"),
        (["toolkit", "Content", "--id", "taken"], "AMP0908"),
        (["question", "q-kind", "--to", "m01"], "AMP0908"),
        (["question", "q-new", "--to", "m10"], "Did you mean `m01`?"),
        (["question", "q-new", "--to", "../m01"], "AMP0909"),
        (["module", "m02", "--in", "nowhere"], "AMP0909"),
        (["module", "m02", "--language", "ar"], "translation"),
    ],
)
def test_what_cannot_be_made_ends_with_74_and_changes_nothing(content, tmp_path, arguments, words):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken/notes.txt").write_text("mine")
    before = tree(tmp_path)
    result = run("new", *arguments, cwd=tmp_path)
    assert result.returncode == 74, result.stdout
    assert words in result.stderr
    assert tree(tmp_path) == before


def test_an_empty_folder_may_become_a_toolkit(tmp_path):
    (tmp_path / "demo/.git").mkdir(parents=True)
    assert run("new", "toolkit", "demo", cwd=tmp_path).returncode == 0
    assert has_nothing_to_mend(tmp_path / "demo")


def test_rights_and_line_ends_of_a_module_stay(content, tmp_path):
    page = content / "modules/m01/en.md"
    before = page.read_bytes().replace(b"\n", b"\r\n")
    page.write_bytes(before)
    page.chmod(0o600)
    assert run("new", "question", "q-new", "--to", "m01", cwd=tmp_path).returncode == 0
    after = page.read_bytes()
    assert after.startswith(before + b"\r\n### A woman")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert page.stat().st_mode & 0o777 == 0o600
