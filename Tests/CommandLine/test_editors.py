"""What docs/editors.md promises: one line for each message, patterns, snippets, completions."""

import json
import re
import shutil
import subprocess

import pytest

from conftest import BINARY, REPOSITORY, run

EDITORS = REPOSITORY / "docs/editors"
TASKS = json.loads((EDITORS / "tasks.json").read_text())["tasks"]
SNIPPETS = json.loads((EDITORS / "amparo.code-snippets").read_text())


@pytest.fixture
def faulty(content):
    """Messages of all sorts: about a place, a whole file, Arabic text, two severities."""
    page = content / "modules/m01/en.md"
    page.write_text(page.read_text() + "\nSee [another: module](m99).\n\nA <b>word</b>.\n")
    page = content / "modules/m01/ar.md"
    page.write_text(page.read_text() + "\nانظر [الوحدة](m98).\n")
    (content / "trees/t9").mkdir()
    (content / "trees/t9/en.md").write_text("")
    return content


def test_the_problem_matcher_fits_every_line(faulty, tmp_path):
    result = run("check", "Content", "--format", "short", cwd=tmp_path, env={"COLUMNS": "40"})
    assert result.returncode == 1 and result.stderr == ""
    known = json.loads(run("check", "--format", "json", cwd=tmp_path).stdout)["diagnostics"]
    lines = result.stdout.splitlines()
    assert len(lines) == len(known) >= 4
    for task in TASKS:
        pattern = task["problemMatcher"]["pattern"]
        assert task["args"][-2:] == ["--format", "short"]
        for line, diagnostic in zip(lines, known):
            match = re.match(pattern["regexp"], line)
            assert match, line
            start = diagnostic.get("range", {}).get("start", {"line": 1, "column": 1})
            assert (tmp_path / match[pattern["file"]]).exists() or "toolkit" in line
            assert match[pattern["file"]] == "Content/" + diagnostic["path"]
            assert int(match[pattern["line"]]) == start["line"]
            assert int(match[pattern["column"]]) == start["column"]
            assert match[pattern["severity"]] == diagnostic["severity"]
            assert match[pattern["code"]] == diagnostic["code"]
            assert match[pattern["message"]].startswith(diagnostic["message"])


def test_the_page_shows_the_same_pattern():
    page = (REPOSITORY / "docs/editors.md").read_text()
    assert {task["problemMatcher"]["pattern"]["regexp"] for task in TASKS} == {
        re.search(r"^\^\(\.\+\?\).*\$$", page, re.MULTILINE).group()
    }


def test_build_writes_the_short_form_to_standard_error(faulty, tmp_path):
    result = run("build", "--format", "short", cwd=tmp_path)
    assert result.stdout == ""
    assert result.stderr == run("check", "--format", "short", cwd=tmp_path).stdout


@pytest.mark.skipif(not shutil.which("vim"), reason="vim is not installed")
def test_vim_finds_every_place(faulty, tmp_path):
    page = (REPOSITORY / "docs/editors.md").read_text()
    settings = re.search(r"```vim\n(.*?)```", page, re.DOTALL).group(1)
    (tmp_path / "vimrc").write_text(settings)
    lines = run("check", "--format", "short", cwd=tmp_path).stdout
    (tmp_path / "errors").write_text(lines)
    commands = [
        "cfile errors",
        "call writefile(map(filter(getqflist(),'v:val.valid'),"
        "'bufname(v:val.bufnr).\":\".v:val.lnum.\":\".v:val.col.\":\".v:val.type.\":\".v:val.nr'),'found')",
        "qall!",
    ]
    subprocess.run(
        ["vim", "-N", "-u", "vimrc", "-es", *sum((["-c", c] for c in commands), [])],
        cwd=tmp_path, timeout=30, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )
    expected = [
        f"{path}:{line}:{column}:{severity[0]}:{int(code)}"
        for path, line, column, severity, code in re.findall(
            r"^(.+?):(\d+):(\d+): (\w+) AMP(\d{4}): ", lines, re.MULTILINE
        )
    ]
    assert (tmp_path / "found").read_text().splitlines() == expected


def expanded(body):
    """A snippet as it stands when every default is taken."""
    text = "\n".join(body)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:((?:[^{}])*)\}", r"\1", text)
    text = text.replace("$0", "")
    assert "${" not in text
    return text


def choices(body):
    """A snippet once for each word that it offers."""
    text = "\n".join(body)
    offered = re.search(r"\$\{\d+\|([^}]*)\|\}", text)
    if not offered:
        return [expanded(body)]
    return [
        expanded([text.replace(offered.group(), word)]) for word in offered.group(1).split(",")
    ]


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_makes_valid_content(tmp_path, name):
    snippet = SNIPPETS[name]
    assert snippet["prefix"].startswith("amparo") and snippet["scope"] == "markdown"
    run("new", "toolkit", "demo", cwd=tmp_path)
    content = tmp_path / "demo/Content"
    module = content / "modules/m01/en.md"
    tree = content / "trees/t1/en.md"
    # Another session changes the sum of the minutes.
    module.write_text(module.read_text().replace("minutes: 15\n", ""))
    quiz = module.read_text().index("## Check yourself")
    for text in choices(snippet["body"]):
        page, original = module, module.read_text()
        if name == "Amparo: module":
            page, original = content / "modules/m02/en.md", ""
            text += '## Quiz {#quiz .quiz}\n\n### What? {#q .single outcome=o1}\n\n- [x] a\n  > b\n- [ ] c\n  > d\n'
        elif name == "Amparo: decision tree":
            page, original = content / "trees/t2/en.md", ""
        elif name == "Amparo: answer":
            page, original = tree, tree.read_text()
            # The example's own words stand in the tree already.
            text = re.sub(r"\[.*?\]", "[Somebody else asks]", text, count=1)
            text = original.replace("- [No](#wish)", text + "\n- [No](#wish)")
            original = ""
        elif "glossary:" in text:
            (content / "glossary/en.md").write_text("## Consent {#consent}\n\nA yes.\n\n## C {#confidentiality}\n\nWords.\n")
        elif "media/" in text:
            media = content / "modules/m01/media"
            media.mkdir()
            (media / "tap.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
        elif text.startswith("> [!HINT]"):
            text = "### What? {#q-hint .single outcome=o1}\n\n- [x] a\n  > b\n- [ ] c\n  > d\n\n" + text
        elif "## " in text and ".quiz" in text:
            text = text.replace("Check yourself {#quiz ", "Check again {#quiz-new ")
        page.parent.mkdir(exist_ok=True)
        # Questions go into the quiz, everything else in front of it.
        place = len(original) if text.startswith("###") else quiz
        page.write_text(original[:place] + "\n" + text + "\n\n" + original[place:] if original else text)
        result = run("check", "--format", "short", cwd=tmp_path / "demo")
        assert (result.returncode, result.stdout) == (0, ""), text
        if original:
            page.write_text(original)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script(tmp_path, shell):
    result = run("--generate-completion-script", shell, cwd=tmp_path)
    assert result.returncode == 0
    for word in ("explain", "sarif", "AMP0405", "toolkit", "dry-run"):
        assert word in result.stdout


def complete(words, cwd):
    """What bash offers for the last of some words, with our script."""
    (cwd / "completion").write_text(
        run("--generate-completion-script", "bash", cwd=cwd).stdout
    )
    script = """
      source ./completion
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
      COMP_TYPE=9; COMP_KEY=9
      _amparo "$1" "${@: -1}" "${@: -2:1}"
      printf '%s\\n' "${COMPREPLY[@]}"
    """
    result = subprocess.run(
        ["bash", "-c", script, "bash", *words], cwd=cwd, capture_output=True, text=True,
        env={"PATH": f"{BINARY.parent}:/usr/bin:/bin"}, timeout=30,
    )
    return result.stdout.split()


def test_bash_completes_from_the_content_at_hand(content, tmp_path):
    assert complete(["amparo", "build", "--language", ""], tmp_path) == ["en", "ar", "fr", "es"]
    assert complete(["amparo", "new", "question", "q", "--to", "m"], tmp_path) == ["m01", "m02", "m08"]
    assert complete(["amparo", "build", "--target", "si"], tmp_path) == ["site"]
    assert complete(["amparo", "check", "--format", "sa"], tmp_path) == ["sarif"]
    assert complete(["amparo", "explain", "AMP090"], tmp_path)[0] == "AMP0901"
    assert complete(["amparo", "check", "Con"], tmp_path) == ["Content"]
