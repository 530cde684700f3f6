"""What people and programs meet on the command line: words, streams, exit codes."""

import json
import os
import pty
import shutil
import subprocess

import pytest

from conftest import BINARY, REPOSITORY, is_whole, run, tree


def test_build_says_what_was_built_and_where_to_open_it(content, tmp_path):
    result = run("build", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("\n") == 1
    assert "Open Output/toolkit/index.html in a browser." in result.stdout
    assert (tmp_path / "Output/toolkit/index.html").exists()
    assert is_whole(tmp_path / "Output")


def test_manifest_names_target_size_and_sources(content, tmp_path):
    run("build", cwd=tmp_path)
    manifest = json.loads((tmp_path / "Output/manifest.json").read_text())
    entries = {entry["path"]: entry for entry in manifest["files"]}
    assert list(entries) == sorted(entries)
    page = entries["toolkit/en.html"]
    assert page["target"] == "toolkit"
    assert page["size"] == (tmp_path / "Output/toolkit/en.html").stat().st_size
    assert "m01" in page["sources"] and "t1" in page["sources"]
    for target in ("toolkit", "site"):
        assert entries[f"{target}/engine.blob"]["size"] > 0
    assert str(tmp_path) not in json.dumps(manifest)


@pytest.mark.parametrize("target", ["toolkit", "site"])
def test_one_target_alone(content, tmp_path, target):
    result = run("build", "--target", target, cwd=tmp_path)
    assert result.returncode == 0
    assert {path.split("/")[0] for path in tree(tmp_path / "Output")} == {
        "manifest.json",
        "report.html",
        target,
    }


def test_the_report_tells_what_was_built(content, tmp_path):
    run("build", cwd=tmp_path)
    report = (tmp_path / "Output/report.html").read_text()
    assert "<h1>Protection in practice" in report
    assert 'href="toolkit/en.html"' in report and "Works without a network" in report
    assert str(tmp_path) not in report


def test_one_language_alone(content, tmp_path):
    assert run("build", "--language", "ar", cwd=tmp_path).returncode == 0
    names = {path.name for path in (tmp_path / "Output/toolkit").iterdir()}
    assert names == {"index.html", "ar.html", "engine.blob"}


def test_check_writes_nothing(content, tmp_path):
    before = tree(tmp_path)
    result = run("check", cwd=tmp_path)
    assert result.returncode == 0, result.stdout
    assert result.stderr == ""
    assert tree(tmp_path) == before


def test_output_inside_the_content_is_refused(content, tmp_path):
    before = tree(tmp_path)
    result = run("build", "--output", "Content/pages/new", cwd=tmp_path)
    assert result.returncode == 74
    assert "error[AMP0903]" in result.stderr
    assert tree(tmp_path) == before


def test_errors_in_the_content_end_with_1_and_keep_the_old_output(content, tmp_path):
    run("build", cwd=tmp_path)
    before = tree(tmp_path / "Output")
    page = content / "modules/m01/en.md"
    page.write_text(page.read_text() + "\nSee [another module](m99).\n")
    line = page.read_text().count("\n")
    result = run("build", cwd=tmp_path)
    assert result.returncode == 1
    assert f"modules/m01/en.md:{line}:" in result.stderr
    assert "error[AMP0502]" in result.stderr
    assert result.stdout == ""
    assert tree(tmp_path / "Output") == before
    check = run("check", cwd=tmp_path)
    assert check.returncode == 1
    assert "error[AMP0502]" in check.stdout


@pytest.mark.parametrize("command", ["check", "build"])
def test_json_is_alone_on_standard_output(broken, tmp_path, command):
    result = run(command, "--format", "json", cwd=tmp_path)
    assert result.returncode == 1
    report = json.loads(result.stdout)
    assert report["version"] == 1
    assert report["summary"]["errors"] >= 1
    found = [d for d in report["diagnostics"] if d["code"] == "AMP0502"]
    assert found[0]["path"] == "modules/m01/en.md"
    source = (broken / "modules/m01/en.md").read_bytes()
    span = found[0]["range"]
    assert b"m99" in source[span["start"]["offset"] : span["end"]["offset"]]


def test_json_of_a_build_that_goes_well(content, tmp_path):
    result = run("build", "--format", "json", cwd=tmp_path)
    assert result.returncode == 0
    assert json.loads(result.stdout)["summary"]["errors"] == 0


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["bulid"], "Did you mean `build`?"),
        (["build", "--target", "tolkit"], "Did you mean `toolkit`?"),
        (["build", "--target", "pdf"], "There are: toolkit, site"),
        (["build", "--langauge", "en"], "--language"),
        (["build", "--format", "xml"], "terminal"),
        (["build", "--jobs", "0"], "1 to 1024"),
        (["build", "--jobs", "many"], "--jobs needs a number from 1 to 1024; `many` isn't one."),
        (["check", "one", "two"], "two"),
    ],
)
def test_wrong_usage_ends_with_64(content, tmp_path, arguments, words):
    result = run(*arguments, cwd=tmp_path)
    assert result.returncode == 64
    assert words in result.stderr
    assert not (tmp_path / "Output").exists()


def test_a_language_that_the_toolkit_does_not_have(content, tmp_path):
    result = run("build", "--language", "an", cwd=tmp_path)
    assert result.returncode == 64
    assert "`an`" in result.stderr and "Did you mean `a" in result.stderr


@pytest.mark.parametrize("command", [[], ["check"], ["build"], ["new"], ["explain"]])
def test_help_teaches_with_examples(tmp_path, command):
    result = run(*command, "--help", cwd=tmp_path)
    assert result.returncode == 0
    assert f"amparo {command[0] if command else 'check'}" in result.stdout


def test_version(tmp_path):
    assert run("--version", cwd=tmp_path).stdout.startswith("amparo ")


def test_a_missing_content_folder_ends_with_74_and_is_named(tmp_path):
    for command in ("check", "build"):
        result = run(command, "nowhere", cwd=tmp_path)
        assert result.returncode == 74
        assert "nowhere" in result.stdout + result.stderr


def test_an_empty_content_folder_is_an_error_in_the_content(tmp_path):
    (tmp_path / "Content").mkdir()
    result = run("check", cwd=tmp_path)
    assert result.returncode == 1
    assert "AMP0802" in result.stdout


def test_a_missing_theme_ends_with_74(content, tmp_path):
    result = run("build", "--theme", "nowhere", cwd=tmp_path)
    assert result.returncode == 74
    assert "nowhere" in result.stderr


def test_what_is_wrong_with_a_theme_is_said_with_file_and_line(content, tmp_path):
    theme = tmp_path / "ours"
    theme.mkdir()
    (theme / "95-ours.css").write_text(":root { --ink: #777 }\n")
    result = run("build", "--theme", "ours", cwd=tmp_path)
    assert result.returncode == 0
    assert "ours/95-ours.css:1:1: warning[AMP0911]" in result.stderr
    (theme / "index.mustache").write_text("<p>\n{{nothing}}\n")
    result = run("build", "--theme", "ours", cwd=tmp_path)
    assert result.returncode == 1
    assert "ours/index.mustache:2:1: error[AMP0910]: No page fills {{nothing}}." in result.stderr
    assert "1 | :root { --ink: #777 }" in result.stderr


def on_a_terminal(*arguments, cwd, env=None):
    """Runs the binary with a terminal as its standard output and error."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [BINARY, *arguments],
        cwd=cwd,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **(env or {})},
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    text = b""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not chunk:
            break
        text += chunk
    os.close(leader)
    assert process.wait() == 1
    return text.decode()


def test_colours_are_for_terminals_and_for_those_who_want_them(broken, tmp_path):
    assert "\x1b[1;31m" in on_a_terminal("check", cwd=tmp_path)
    assert "\x1b" not in on_a_terminal("check", cwd=tmp_path, env={"NO_COLOR": "1"})
    assert "\x1b" not in on_a_terminal("check", cwd=tmp_path, env={"TERM": "dumb"})
    assert "\x1b" not in run("check", cwd=tmp_path).stdout


def test_closed_streams_and_readers_that_leave_do_no_harm(broken, tmp_path):
    shell = f'"{BINARY}" check'
    for redirection in (">&-", "2>&-", ">&- 2>&- <&-"):
        assert subprocess.call(["sh", "-c", f"{shell} {redirection}"], cwd=tmp_path) == 1
    read_end, write_end = os.pipe()
    os.close(read_end)
    process = subprocess.run([BINARY, "check"], cwd=tmp_path, stdout=write_end)
    os.close(write_end)
    assert process.returncode == 1


def test_a_closed_output_stream_does_not_end_up_in_a_file(content, tmp_path):
    code = subprocess.call(["sh", "-c", f'"{BINARY}" build >&- 2>&-'], cwd=tmp_path)
    assert code == 0
    assert is_whole(tmp_path / "Output")


ANSWERS = [
    ["check"], ["check", "--fix"], ["check", "--fix", "--dry-run"], ["build"], ["languages"],
    ["explain"], ["explain", "405"], ["interface", "fr"], ["new", "question", "q"],
    ["new", "module", "m9"], ["translated", "modules/m01/ar.md"], ["--help"], ["--version"],
    ["help", "check"], ["--generate-completion-script", "bash"],
] + [
    [command, "--format", form]
    for command in ("check", "build", "languages") for form in ("short", "json", "sarif")
]


@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_what_cannot_be_written_ends_with_74_and_says_so(content, tmp_path, arguments):
    # Something to show for --dry-run and --fix.
    page = content / "modules/m01/en.md"
    page.write_text(page.read_text() + "\n## \u00a0A word more {#more}\n\n##Text\n\nText.\n")
    if arguments[0] in ("build", "translated"):
        page.write_text(page.read_text().replace("##Text", "Text"))
    with open("/dev/full", "w") as full:
        process = subprocess.run(
            [BINARY, *arguments], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert process.returncode == 74
    assert process.stderr.count("Standard output can't be written: No space left on device.") == 1


@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_a_reader_that_goes_away_hears_no_complaint(content, tmp_path, arguments):
    """`| head -1`: the other end of the pipe is closed before anything is written."""
    plain = run(*arguments, cwd=tmp_path)
    shutil.rmtree(content)
    shutil.copytree(REPOSITORY / "Content", content)
    for made in tmp_path.iterdir():
        if made != content:
            shutil.rmtree(made)
    read, write = os.pipe()
    os.close(read)
    process = subprocess.run(
        [BINARY, *arguments], cwd=tmp_path, stdout=write, stderr=subprocess.PIPE, text=True,
        env={**os.environ},
    )
    os.close(write)
    assert (process.returncode, process.stderr) == (plain.returncode, plain.stderr)


@pytest.mark.parametrize("form", ["terminal", "short"])
def test_a_report_for_people_that_cannot_be_written_ends_with_74(broken, tmp_path, form):
    for command in ("check", "build"):
        with open("/dev/full", "w") as full:
            process = subprocess.run(
                [BINARY, command, "--format", form], cwd=tmp_path, stdout=full, stderr=full
            )
        assert process.returncode == 74


def test_columns_are_respected_where_no_terminal_says_how_many_there_are(broken, tmp_path):
    def longest(**env):
        text = run("check", cwd=tmp_path, env=env).stdout
        return max(len(line) for line in text.splitlines() if " | " not in line)

    assert longest(COLUMNS="60") <= 60
    assert longest(COLUMNS="many") > 60
    assert longest(COLUMNS="") > 60
