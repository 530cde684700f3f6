"""Builds that reuse the one before write the same bytes as clean ones, whatever happens between."""

import os
import random
import shutil
import signal
import subprocess
import time

import pytest

from conftest import BINARY, is_whole, run, tree

SMALL = ["--target", "site"]


@pytest.fixture
def caches(tmp_path):
    return tmp_path / "caches"


def build(folder, caches, *more):
    return run("build", "--cache", caches, *SMALL, *more, cwd=folder)


def clean(folder):
    """What a build without a cache makes."""
    shutil.rmtree(folder / "Clean", ignore_errors=True)
    result = run("build", "--no-cache", "--output", "Clean", *SMALL, cwd=folder)
    assert result.returncode == 0, result.stderr
    return tree(folder / "Clean")


def reworded(content, number):
    """Changes words that learners read."""
    path = content / "glossary" / "en.md"
    path.write_text(path.read_text() + f"\nAnd this is the edit number {number}.\n")


def one_cache(caches):
    (found,) = caches.glob("*.cache")
    return found


def test_unchanged_files_are_the_same_files(content, tmp_path, caches):
    assert build(tmp_path, caches).returncode == 0
    pages = sorted((tmp_path / "Output" / "site").rglob("*.html"))
    before = {page: page.stat().st_ino for page in pages}
    reworded(content, 1)
    assert build(tmp_path, caches).returncode == 0
    kept = [page for page in pages if page.stat().st_ino == before[page]]
    assert tree(tmp_path / "Output") == clean(tmp_path)
    assert len(kept) > len(pages) // 2, "nearly every page was made again"
    assert all(page.stat().st_nlink == 1 for page in pages)


def test_what_somebody_changed_in_the_output_does_not_survive(content, tmp_path, caches):
    assert build(tmp_path, caches).returncode == 0
    wanted = tree(tmp_path / "Output")
    output = tmp_path / "Output"
    page = output / "site" / "en" / "m01.html"
    page.write_bytes(page.read_bytes().replace(b"<h1", b"<H1", 1))
    os.utime(page, (1, 1))
    search = output / "site" / "assets" / "search-en-1.js"
    search.write_bytes(bytes(reversed(search.read_bytes())))
    (output / "site" / "en" / "p_progress.html").unlink()
    (output / "site" / "en" / "index.html").chmod(0o600)
    assert build(tmp_path, caches).returncode == 0
    assert tree(output) == wanted == clean(tmp_path)
    assert (output / "site" / "en" / "index.html").stat().st_mode & 0o777 == 0o666 & ~umask()


def umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_damaged_cache_makes_no_difference(content, tmp_path, caches):
    assert build(tmp_path, caches).returncode == 0
    cache = one_cache(caches)
    whole = cache.read_bytes()
    chance = random.Random(5)
    flips = [chance.randrange(len(whole) * 8) for _ in range(6)] + [0, 20 * 8, len(whole) * 8 - 1]
    damaged = [flipped(whole, bit) for bit in flips]
    damaged += [b"", whole[:40], whole[: len(whole) // 2], whole + b"x", os.urandom(len(whole))]
    for number, wrong in enumerate(damaged):
        reworded(content, number)
        cache.write_bytes(wrong)
        result = build(tmp_path, caches)
        assert result.returncode == 0, result.stderr
        assert tree(tmp_path / "Output") == clean(tmp_path), f"case {number}"


def flipped(data, bit):
    copy = bytearray(data)
    copy[bit // 8] ^= 1 << bit % 8
    return bytes(copy)


def test_a_cache_that_cant_be_used_makes_no_difference(content, tmp_path, caches):
    (tmp_path / "file").write_text("no folder")
    for place in [tmp_path / "file", tmp_path / "file" / "below", "/proc/nowhere", "/dev/null"]:
        result = run("build", "--cache", place, *SMALL, cwd=tmp_path)
        assert result.returncode == 0, result.stderr
    assert tree(tmp_path / "Output") == clean(tmp_path)
    build(tmp_path, caches)
    cache = one_cache(caches)
    cache.unlink()
    cache.mkdir()
    assert build(tmp_path, caches).returncode == 0
    cache.rmdir()
    os.mkfifo(cache)
    assert build(tmp_path, caches).returncode == 0


def test_without_a_cache_nothing_is_kept(content, tmp_path, caches):
    home = tmp_path / "home"
    home.mkdir()
    places = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "xdg")}
    assert run("build", "--no-cache", *SMALL, cwd=tmp_path, env=places).returncode == 0
    assert list(home.iterdir()) == []
    assert run("build", *SMALL, cwd=tmp_path, env=places).returncode == 0
    (cache,) = (home / "xdg" / "amparo").iterdir()
    assert cache.stat().st_mode & 0o777 == 0o600
    assert not [path for path in (tmp_path / "Output").rglob("*") if "cache" in path.name]


def test_two_builds_at_once_share_a_cache(content, tmp_path, caches):
    for number in range(6):
        reworded(content, number)
        both = [
            subprocess.Popen(
                [BINARY, "build", "--cache", caches, *SMALL, "--output", output],
                cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            for output in ["Output", "Output"]
        ]
        assert [process.wait(timeout=120) for process in both] == [0, 0]
        assert tree(tmp_path / "Output") == clean(tmp_path)


def test_kills_during_incremental_builds(content, tmp_path, caches):
    assert build(tmp_path, caches).returncode == 0
    chance = random.Random(11)
    started = time.monotonic()
    build(tmp_path, caches)
    duration = time.monotonic() - started
    for number in range(40):
        reworded(content, number)
        process = subprocess.Popen(
            [BINARY, "build", "--cache", caches, *SMALL], cwd=tmp_path,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0, duration * 1.2))
        process.kill()
        process.wait()
        assert is_whole(tmp_path / "Output")
        if number % 8 == 7:
            assert build(tmp_path, caches).returncode == 0
            assert tree(tmp_path / "Output") == clean(tmp_path)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_build_leaves_nothing_behind(content, tmp_path, caches, number):
    assert build(tmp_path, caches).returncode == 0
    before = tree(tmp_path / "Output")
    stopped = 0
    # Packages take long enough that a signal still finds something to stop.
    slow = ["--target", "site", "--target", "scorm12"]
    for attempt in range(12):
        if stopped == 3:
            break
        reworded(content, attempt)
        process = subprocess.Popen(
            [BINARY, "build", "--no-cache", *slow], cwd=tmp_path,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        while process.poll() is None and not list(tmp_path.glob(".Output.amparo-new-*")):
            time.sleep(0.0005)
        time.sleep(0.001 * attempt)
        process.send_signal(number)
        status = process.wait(timeout=60)
        assert status in (0, 128 + number)
        assert not list(tmp_path.glob(".Output.amparo-*")), f"attempt {attempt}"
        if status == 0:
            before = tree(tmp_path / "Output")
            continue
        stopped += 1
        assert tree(tmp_path / "Output") == before
    assert stopped > 0, "every build was done before the signal"


def test_a_message_that_cant_be_written_ends_with_74(content, tmp_path, caches):
    with open("/dev/full", "w", encoding="ascii") as full:
        process = subprocess.run(
            [BINARY, "build", "--cache", caches, *SMALL], cwd=tmp_path, stdout=full,
            stderr=subprocess.PIPE, timeout=120,
        )
    assert process.returncode == 74
    assert is_whole(tmp_path / "Output")
