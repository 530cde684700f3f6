"""Texts made to cost time: four times as much text may cost about four times as much work.

Work is processor time of the program, not time on the clock, and what is compared is the ratio of two
sizes: four where work grows with the text, sixteen where it grows with its square.
"""

import os
import resource
import subprocess

import pytest

from conftest import BINARY

HEAD = "---\nid: m01\ntitle: Much\n---\n\n## Text {#text}\n\n"
TOOLKIT = 'id: much\ntitle: Much\nversion: "1"\ndefault-language: en\n'

TEXTS = {
    "rows of a table": lambda count: "| a | b |\n|---|---|\n" + "| x | y |\n" * count,
    "links in one line": lambda count: "[a](#text) " * count,
    "links line by line": lambda count: "[a](#text)\n" * count,
    "open braces": lambda count: "{" * count,
    "open braces with spaces": lambda count: "{ " * count,
    "open slots": lambda count: "{{a " * count,
    "closed braces": lambda count: "}" * count,
    "open braces of a heading": lambda count: "### a " + "{" * count + "\n",
}


def cost(folder, text):
    """Processor time of a build of one module, and its exit status."""
    content = folder / "Content"
    (content / "modules/m01").mkdir(parents=True)
    (content / "toolkit.yml").write_text(TOOLKIT)
    (content / "modules/m01/en.md").write_text(HEAD + text + "\n")
    child = subprocess.Popen(
        [BINARY, "build", content, "--output", folder / "Output", "--target", "site"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)),
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, child.returncode


@pytest.mark.parametrize("name", TEXTS)
def test_work_grows_with_the_text(tmp_path, name):
    less, _ = cost(tmp_path / "less", TEXTS[name](25_000))
    more, status = cost(tmp_path / "more", TEXTS[name](100_000))
    assert status in (0, 1), status
    assert more < 8 * less, f"{less:.2f} s and {more:.2f} s"


@pytest.mark.parametrize("letter", ["a", "م"])
def test_work_grows_with_the_mistakes(tmp_path, letter):
    """Each mistake is shown with its line, and all of them stand in one."""
    less, _ = cost(tmp_path / "less", f"[{letter}](#b) " * 2_000)
    more, status = cost(tmp_path / "more", f"[{letter}](#b) " * 8_000)
    assert status == 1, status
    assert more < 8 * less, f"{less:.2f} s and {more:.2f} s"
