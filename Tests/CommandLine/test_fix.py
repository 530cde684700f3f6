"""`amparo check --fix`: what it mends, and that it touches nothing else."""

import os
import stat
import subprocess
import threading

import pytest

from conftest import BINARY, run, tree

MODULE = "modules/m90/en.md"
FAULTY = """\
\ufeff---\r
id: m90
title: "A module"
---

## Listen {#listen

Words \u2013 with\u00a0a dash, \u201cquotes\u201d and  two spaces.  \r

> [!FACILITATER]
> Wait for answers.

\u2013\u00a0one
\u200f- two

### What first? {#q-1 .single}

- [\u00a0x\u00a0] Listen
  > Right.
\u2013 [\u00a0] Talk
  > No.

\u0661. first
\u0662. second

```
\u2013 code stays
```
the end, without a line end"""
MENDED = (
    FAULTY.replace("{#listen", "{#listen}")
    .replace("FACILITATER", "FACILITATOR")
    .replace("\u2013\u00a0one", "- one")
    .replace("\u200f- two", "- two")
    .replace("[\u00a0x\u00a0]", "[x]")
    .replace("\u2013 [\u00a0] Talk", "- [ ] Talk")
    .replace("\u0661. ", "1. ")
    .replace("\u0662. ", "2. ")
)


@pytest.fixture
def faulty(content):
    """Content with a file that has much to mend, and a mode of its own."""
    path = content / MODULE
    path.parent.mkdir()
    path.write_bytes(FAULTY.encode())
    path.chmod(0o640)
    return path


def test_what_can_be_mended_is_and_nothing_else(faulty, tmp_path):
    before = tree(tmp_path)
    result = run("check", "--fix", cwd=tmp_path)
    assert faulty.read_bytes().decode() == MENDED
    assert stat.S_IMODE(faulty.stat().st_mode) == 0o640
    after = tree(tmp_path)
    name = f"Content/{MODULE}"
    assert before.pop(name) != after.pop(name)
    assert before == after, "another file changed, or one was left behind"
    assert f"{name}\n  6:19  Put `}}` behind it\n" in result.stdout
    assert "Write `[!FACILITATOR]`" in result.stdout
    assert "typed signs more put right" in result.stdout
    assert "AMP0401" not in result.stdout and "AMP0405" not in result.stdout


def test_mending_twice_changes_nothing_the_second_time(faulty, tmp_path):
    run("check", "--fix", cwd=tmp_path)
    before, time = tree(tmp_path), faulty.stat().st_mtime_ns
    result = run("check", "--fix", cwd=tmp_path)
    assert tree(tmp_path) == before and faulty.stat().st_mtime_ns == time
    assert result.stdout.startswith("Nothing here can be mended for certain.\n")


def test_a_dry_run_shows_a_difference_that_patch_reads_and_writes_nothing(faulty, tmp_path):
    before = tree(tmp_path)
    result = subprocess.run(
        [BINARY, "check", "--fix", "--dry-run"], cwd=tmp_path, capture_output=True
    )
    assert tree(tmp_path) == before
    assert b"nothing was written" in result.stderr
    assert result.stdout.startswith(f"--- a/Content/{MODULE}\n".encode())
    subprocess.run(
        ["git", "apply", "-p1", "-"], cwd=tmp_path, input=result.stdout, check=True,
        capture_output=True,
    )
    assert faulty.read_bytes().decode() == MENDED


def test_what_is_left_decides_how_it_ends(faulty, broken, tmp_path):
    result = run("check", "--fix", cwd=tmp_path)
    assert result.returncode == 1
    assert "error[AMP0502]" in result.stdout
    preview = run("check", "--fix", "--dry-run", cwd=tmp_path)
    assert preview.returncode == 1 and preview.stdout == ""
    assert "error[AMP0502]" in preview.stderr


def test_all_mended_ends_with_0(tmp_path):
    assert run("new", "toolkit", "course", cwd=tmp_path).returncode == 0
    course = tmp_path / "course"
    page = course / "Content/modules/m01/en.md"
    page.write_text(page.read_text().replace("\n## ", "\n##", 1))
    assert run("check", cwd=course).returncode == 1
    result = run("check", "--fix", cwd=course)
    assert result.returncode == 0, result.stdout
    assert "Nothing is left to mend in Content." in result.stdout


def test_a_read_only_file_is_named_and_left_alone(faulty, tmp_path):
    faulty.chmod(0o440)
    result = run("check", "--fix", cwd=tmp_path)
    assert result.returncode == 74
    assert f"{MODULE}: error[AMP0906]" in result.stdout and "read-only" in result.stdout
    assert "error[AMP0405]" in result.stdout, "what is left must be reported as it is"
    assert faulty.read_bytes().decode() == FAULTY


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(faulty, tmp_path):
    faulty.parent.chmod(0o500)
    result = run("check", "--fix", cwd=tmp_path)
    faulty.parent.chmod(0o700)
    assert result.returncode == 74
    assert "AMP0906" in result.stdout
    assert faulty.read_bytes().decode() == FAULTY


def test_programs_get_their_report_alone(faulty, tmp_path):
    import json

    result = run("check", "--fix", "--format", "json", cwd=tmp_path)
    assert json.loads(result.stdout)["version"] == 1
    assert "Put `}` behind it" in result.stderr


def test_dry_run_without_fix_is_wrong_usage(content, tmp_path):
    result = run("check", "--dry-run", cwd=tmp_path)
    assert result.returncode == 64
    assert "--fix" in result.stderr


def test_a_file_that_is_saved_meanwhile_is_never_lost(faulty, tmp_path):
    """An editor saves all the time; whatever it saved last must be there, whole or mended."""
    stop = threading.Event()
    written = []

    def save():
        number = 0
        while not stop.is_set():
            number += 1
            text = FAULTY + f"\n\nedit {number}\n"
            new = faulty.with_name("new")
            new.write_bytes(text.encode())
            os.replace(new, faulty)
            written.append(text)

    editor = threading.Thread(target=save)
    editor.start()
    try:
        results = [run("check", "--fix", cwd=tmp_path) for _ in range(20)]
    finally:
        stop.set()
        editor.join()
    assert all(result.returncode in (1, 74) for result in results)
    last = written[-1]
    text = faulty.read_bytes().decode()
    assert text in (last, MENDED + last.removeprefix(FAULTY))
