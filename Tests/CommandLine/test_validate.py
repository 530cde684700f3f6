"""`amparo validate`: packages of anybody, hostile ones too.

Every hostile package must be named by a code, in little time and little memory.
"""

import json
import os
import random
import subprocess
import sys
import zipfile

import pytest

from conftest import BINARY, REPOSITORY, run
from packages import HOSTILE, manifest, package
from test_sarif import report

SCHEMAS = REPOSITORY.parent / "shared" / "schemas"


def validate(folder, content, *arguments, name="p.zip"):
    (folder / name).write_bytes(content)
    return run("validate", name, *arguments, cwd=folder)


def codes(folder, content):
    """What is said of a package, without its line; the exit status must fit."""
    result = validate(folder, content, "--format", "json")
    found = json.loads(result.stdout)
    assert result.returncode == (1 if found["summary"]["errors"] else 0)
    assert result.stderr == ""
    return [entry["code"] for entry in found["diagnostics"]]


def test_a_package_that_is_right(tmp_path):
    result = validate(tmp_path, package())
    assert result.returncode == 0
    assert "p.zip: SCORM 1.2, 2 files" in result.stdout and "Nothing to mend." in result.stdout
    assert "--schemas" in result.stdout
    assert validate(tmp_path, package(), "--format", "short").stdout == ""


def test_a_fault_is_shown_with_its_line(tmp_path):
    result = validate(tmp_path, package(text=manifest("no.js")))
    assert result.returncode == 1
    assert "p.zip/imsmanifest.xml:8:" in result.stdout
    assert "error[AMP1178]" in result.stdout and "`no.js`" in result.stdout
    assert "amparo explain AMP1178" in result.stdout
    short = validate(tmp_path, package(text=manifest("no.js")), "--format", "short")
    assert short.stdout.startswith("p.zip/imsmanifest.xml:8:") and short.stdout.count("\n") == 1


@pytest.mark.parametrize("where", ["below", "absolute"])
def test_sarif_is_valid(tmp_path, where):
    (tmp_path / "in here").mkdir()
    file = tmp_path / "in here" / "p q.zip"
    file.write_bytes(package(text=manifest("no.js")))
    given = file if where == "absolute" else file.relative_to(tmp_path)
    (tmp_path / "b.zip").write_bytes(b"no zip")
    other = tmp_path / "b.zip" if where == "absolute" else "b.zip"
    result = run("validate", given, other, "--format", "sarif", cwd=tmp_path)
    assert result.returncode == 1
    first, second = report(result)["results"]
    uri = [
        found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for found in (first, second)
    ]
    assert uri == ["in%20here/p%20q.zip/imsmanifest.xml", "b.zip"]
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] == 8
    assert str(tmp_path) not in result.stdout


def test_several_packages_are_looked_at_and_counted(tmp_path):
    (tmp_path / "a.zip").write_bytes(package())
    (tmp_path / "b.zip").write_bytes(b"")
    result = run("validate", "a.zip", "b.zip", "a.zip", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stdout.count("a.zip: SCORM") == 1 and "AMP1150" in result.stdout


@pytest.mark.parametrize("name", ["nothing.zip", "folder", "pipe"])
def test_what_is_no_file_is_trouble_with_files(tmp_path, name):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    result = run("validate", name, cwd=tmp_path)
    assert result.returncode == 74 and "AMP0101" in result.stdout


def test_wrong_usage(tmp_path):
    assert run("validate", cwd=tmp_path).returncode == 64
    assert run("validate", "a.zip", "--format", "xml", cwd=tmp_path).returncode == 64


@pytest.mark.parametrize("form", ["terminal", "short", "json", "sarif"])
def test_what_cannot_be_written_ends_with_74_and_says_so(tmp_path, form):
    (tmp_path / "p.zip").write_bytes(package(text=manifest("no.js")))
    with open("/dev/full", "w") as full:
        process = subprocess.run(
            [BINARY, "validate", "p.zip", "--format", form], cwd=tmp_path, stdout=full,
            stderr=subprocess.PIPE, text=True)
    assert process.returncode == 74
    assert process.stderr.count("Standard output can't be written: No space left on device.") == 1


@pytest.mark.parametrize("form", ["terminal", "short", "json", "sarif"])
@pytest.mark.parametrize("files, status", [((), 0), (tuple(f"no{n}.js" for n in range(3000)), 1)])
def test_a_reader_that_goes_away_hears_no_complaint(tmp_path, form, files, status):
    (tmp_path / "p.zip").write_bytes(package(text=manifest(*files)))
    read_end, write_end = os.pipe()
    os.close(read_end)
    process = subprocess.run(
        [BINARY, "validate", "p.zip", "--format", form], cwd=tmp_path, stdout=write_end,
        stderr=subprocess.PIPE, text=True)
    os.close(write_end)
    assert process.returncode == status and process.stderr == ""
    for redirection in (">&-", "2>&-", ">&- 2>&- <&-"):
        closed = subprocess.run(
            ["sh", "-c", f'"{BINARY}" validate p.zip --format {form} {redirection}'], cwd=tmp_path,
            capture_output=True, text=True)
        assert closed.returncode == status and closed.stderr == ""


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_named(tmp_path, name):
    content, expected = HOSTILE[name]
    found = codes(tmp_path, content())
    assert sorted(set(found)) == expected


def test_an_archive_may_end_anywhere(tmp_path):
    whole = package([("media/a.js", "1" * 3000)])
    for length in range(0, len(whole), 37):
        (found,) = codes(tmp_path, whole[:length])
        assert found == ("AMP1150" if length < 4 else "AMP1151"), length


def test_any_bytes_may_be_wrong(tmp_path):
    """No crash, whatever the bytes are; the numbers are the same in every run."""
    chance = random.Random(20261122)
    whole = package([("media/a.js", "1" * 300)], compression=zipfile.ZIP_STORED)
    names = []
    for number in range(300):
        changed = bytearray(whole)
        for _ in range(chance.choice([1, 1, 2, 5, 20])):
            changed[chance.randrange(len(changed))] = chance.choice([0, 1, 0x7F, 0xFF, 0x50])
        names.append(f"{number}.zip")
        (tmp_path / names[-1]).write_bytes(changed)
    result = run("validate", *names, "--format", "json", cwd=tmp_path)
    assert result.returncode == 1
    found = {entry["path"].split("/")[0] for entry in json.loads(result.stdout)["diagnostics"]}
    assert len(found) > 200


# A process begins with the memory of the one that it was forked from, so a small one starts it.
MEASURE = """
import json, os, resource, subprocess, sys
child = subprocess.Popen(
    sys.argv[1:], stdout=open("out.json", "wb"),
    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
_, status, usage = os.wait4(child.pid, 0)
print(json.dumps([usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]))
"""


def measured(folder, content, *arguments):
    """Seconds of processor time and MB of memory that a validation takes, and its output."""
    (folder / "p.zip").write_bytes(content)
    command = [BINARY, "validate", "p.zip", "--format", "json", *arguments]
    helper = subprocess.run(
        [sys.executable, "-c", MEASURE, *map(str, command)],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    seconds, memory = json.loads(helper.stdout)
    return seconds, memory, json.loads((folder / "out.json").read_text())


def many_files(count):
    return package([(f"media/f{n:05}.txt", "x") for n in range(count)])


def largest_manifest():
    """As many elements as are read, with long values, nearly all of them wrong."""
    files = "".join(
        f'<file href="{"folder/" * 12}no-{n:05}.html"/>' for n in range(39_000))
    return package(text=manifest().replace("</resource>", files + "</resource>"))


EXPENSIVE = {
    name: HOSTILE[name][0]
    for name in [
        "ratio", "overlapping files", "100,000 files", "huge manifest", "many elements",
        "many attributes", "many lines", "one long line", "billion laughs", "nested",
    ]
} | {
    "10,000 files": lambda: many_files(10_000),
    "20,000 files": lambda: many_files(20_000),
    # As many as are read; the manifest has more elements than are.
    "50,000 files": lambda: many_files(49_990),
    "largest manifest": largest_manifest,
}


@pytest.mark.parametrize("name", EXPENSIVE)
def test_time_and_memory_are_bounded(tmp_path, name):
    seconds, memory, found = measured(tmp_path, EXPENSIVE[name]())
    print(f"{name}: {seconds:.2f} s, {memory:.0f} MB")
    assert memory < 100, f"{memory:.0f} MB"
    assert seconds < 10, f"{seconds:.1f} s"
    assert (found["diagnostics"] == []) == (name == "10,000 files" or name == "20,000 files")
    assert len(found["diagnostics"]) <= 300


@pytest.mark.skipif(not SCHEMAS.exists(), reason="the official schemas aren't beside the repository")
@pytest.mark.parametrize("name", ["10,000 files", "largest manifest"])
def test_schemas_cost_little(tmp_path, name):
    seconds, memory, _ = measured(tmp_path, EXPENSIVE[name](), "--schemas", SCHEMAS)
    print(f"{name} with schemas: {seconds:.2f} s, {memory:.0f} MB")
    assert memory < 100, f"{memory:.0f} MB"


def test_a_large_package_is_unpacked_piece_by_piece(tmp_path):
    media = random.Random(1).randbytes(120 << 20)
    seconds, memory, found = measured(tmp_path, package([("media/film.mp4", media)]))
    assert found["diagnostics"] == [] and memory < 100, f"{memory:.0f} MB"


def test_our_own_packages_are_right(content, tmp_path):
    built = run(
        "build", "--target", "scorm12", "--target", "scorm2004", "--target", "cmi5", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    packages = sorted((tmp_path / "Output").rglob("*.zip"))
    assert len(packages) > 10
    result = run("validate", *packages, "--format", "json", cwd=tmp_path)
    assert result.returncode == 0
    assert json.loads(result.stdout)["diagnostics"] == []
    if SCHEMAS.exists():
        result = run("validate", *packages, "--schemas", SCHEMAS, cwd=tmp_path)
        assert result.returncode == 0 and "AMP" not in result.stdout
    else:
        print("NOT TESTED: our packages against the official schemas.")
