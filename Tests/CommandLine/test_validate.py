"""`amparo validate`: packages of anybody, hostile ones too.

Every hostile package must be named by a code, in little time and little memory.
"""

import io
import json
import os
import random
import resource
import struct
import subprocess
import time
import zipfile

import pytest

from conftest import BINARY, REPOSITORY, run
from packages import archive, manifest, nested, overlapping, package
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


def with_mode(mode):
    info = zipfile.ZipInfo("link")
    info.external_attr = mode << 16
    return archive([("imsmanifest.xml", manifest("link")), ("index.html", "x"), (info, "/etc")])


def patched(content, *changes):
    content = bytearray(content)
    for place, value in changes:
        content[place : place + len(value)] = value
    return bytes(content)


def listing_of(content, name):
    """Where the list of files has the record of a name."""
    place = 0
    while True:
        place = content.index(b"PK\1\2", place)
        if content[place + 46 :].startswith(name):
            return place
        place += 4


def encrypted():
    content = package([("b.js", "1")])
    own, listed = content.index(b"b.js") - 30, listing_of(content, b"b.js")
    return patched(content, (own + 6, b"\1\0"), (listed + 8, b"\1\0"))


def bad_name():
    content = package([("b_.js", "1")])
    return content.replace(b"b_.js", b"b\xff.js")


ENTITIES = "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10)
)

HOSTILE = {
    "not a zip": (b"Hello, world", ["AMP1150"]),
    "empty": (b"", ["AMP1150"]),
    "web page": (b"<!DOCTYPE html><title>Please log in</title>", ["AMP1150"]),
    "zip slip": (package([("../../evil.php", "x")], text=manifest()), ["AMP1152"]),
    "absolute": (package([("/etc/cron.d/x", "x")], text=manifest()), ["AMP1152"]),
    "drive": (package([("C:/x.exe", "x")], text=manifest()), ["AMP1152"]),
    "link": (with_mode(0o120777), ["AMP1154"]),
    "password": (encrypted(), ["AMP1155"]),
    "bad UTF-8 name": (bad_name(), ["AMP1160", "AMP1178"]),
    "ratio": (
        package([("zeros.bin", bytes(150 << 20))]), ["AMP1153"]),
    "overlapping files": (overlapping(30_000, 60_000_000), ["AMP1153", "AMP1157"]),
    "nested": (nested(4), ["AMP1161"]),
    "100,000 files": (
        archive([(f"f{n}", b"") for n in range(100_000)], zipfile.ZIP_STORED), ["AMP1153"]),
    "DOCTYPE": (
        package(text=manifest().replace("<manifest", "<!DOCTYPE manifest><manifest")), ["AMP1164"]),
    "billion laughs": (
        package(text=f"<!DOCTYPE m [{ENTITIES}]><manifest>&e9;</manifest>"), ["AMP1164"]),
    "file of the server": (
        package(text='<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>'),
        ["AMP1164"]),
    "hidden DOCTYPE": (
        package(text='<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE m+AD4-'), ["AMP1163"]),
    "wrong case of the manifest": (
        archive([("ImsManifest.xml", manifest()), ("index.html", "x")]), ["AMP1161"]),
    "wrong case of a file": (
        archive([("imsmanifest.xml", manifest()), ("Index.html", "x")]), ["AMP1178"]),
    "missing file": (archive([("imsmanifest.xml", manifest())]), ["AMP1178"]),
    "two manifests": (package([("cmi5.xml", "<a/>")]), ["AMP1162"]),
    "manifest in a folder": (
        archive([("course/imsmanifest.xml", manifest()), ("course/index.html", "x")]),
        ["AMP1161"]),
    "UTF-16 manifest": (package(text=manifest().encode("utf-16")), ["AMP1163"]),
    "byte order mark": (package(text=b"\xef\xbb\xbf" + manifest().encode()), []),
    "Latin-1 as UTF-8": (
        package(text=manifest().replace("Course", "L\u2019\xe9t\xe9").encode("cp1252")),
        ["AMP1163"]),
    "huge manifest": (package(text=manifest() + " " * (9 << 20)), ["AMP1163"]),
    "many elements": (
        package(text=manifest().replace("</manifest>", "<a/>" * 1_500_000 + "</manifest>")),
        ["AMP1163"]),
    "many attributes": (
        package(text="<m " + " ".join(f"a{n}=''" for n in range(600_000)) + "/>"), ["AMP1163"]),
    "many lines": (package(text=manifest() + "\n" * (7 << 20)), ["AMP1163"]),
    "deep manifest": (package(text="<a>" * 50_000 + "</a>" * 50_000), ["AMP1163"]),
    "one long line": (
        package(text=manifest().replace("\n", " ").replace("Item<", "I" * (6 << 20) + "&#39;<")),
        ["AMP1188"]),
    "unknown standard": (archive([("tincan.xml", "<tincan/>")]), ["AMP1165"]),
    "unknown manifest": (
        package(text=manifest().replace("ADL SCORM", "Other").replace("adlcp_", "x").replace(
            "1.2<", "9<")), ["AMP1171"]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_named(tmp_path, name):
    content, expected = HOSTILE[name]
    found = codes(tmp_path, content)
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


def measured(folder, content, *arguments):
    """Seconds of processor time and MB of memory that a validation takes, and its output."""
    (folder / "p.zip").write_bytes(content)
    child = subprocess.Popen(
        [BINARY, "validate", "p.zip", "--format", "json", *map(str, arguments)],
        cwd=folder,
        stdout=open(folder / "out.json", "wb"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)),
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    found = json.loads((folder / "out.json").read_text())
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, found


def many_files(count):
    return package([(f"media/f{n:05}.txt", "x") for n in range(count)])


def largest_manifest():
    """As many elements as are read, with long values, nearly all of them wrong."""
    files = "".join(
        f'<file href="{"folder/" * 12}no-{n:05}.html"/>' for n in range(59_000))
    return package(text=manifest().replace("</resource>", files + "</resource>"))


EXPENSIVE = {
    name: HOSTILE[name][0]
    for name in [
        "ratio", "overlapping files", "100,000 files", "huge manifest", "many elements",
        "many attributes", "many lines", "one long line", "billion laughs", "nested",
    ]
} | {
    "10,000 files": many_files(10_000),
    "40,000 files": many_files(40_000),
    "largest manifest": largest_manifest(),
}


@pytest.mark.parametrize("name", EXPENSIVE)
def test_time_and_memory_are_bounded(tmp_path, name):
    seconds, memory, found = measured(tmp_path, EXPENSIVE[name])
    print(f"{name}: {seconds:.2f} s, {memory:.0f} MB")
    assert memory < 100, f"{memory:.0f} MB"
    assert seconds < 10, f"{seconds:.1f} s"
    assert (found["diagnostics"] == []) == (name == "10,000 files" or name == "40,000 files")
    assert len(found["diagnostics"]) <= 300


@pytest.mark.skipif(not SCHEMAS.exists(), reason="the official schemas aren't beside the repository")
@pytest.mark.parametrize("name", ["10,000 files", "largest manifest"])
def test_schemas_cost_little(tmp_path, name):
    seconds, memory, _ = measured(tmp_path, EXPENSIVE[name], "--schemas", SCHEMAS)
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
