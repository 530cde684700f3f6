"""What happens to the output folder when things go wrong."""

import os
import random
import shutil
import subprocess
import threading
import time
from pathlib import Path

import pytest

from conftest import BINARY, is_whole, run, tree

KILLS = 500
# One target in one language: many small files, and little work before they are written.
SMALL = ["--target", "site", "--language", "en"]


def builds(content, count):
    """Copies of a content folder that differ in the toolkit's version."""
    copies = []
    for number in range(count):
        copy = Path(shutil.copytree(content, content.parent / f"content-{number}"))
        toolkit = copy / "toolkit.yml"
        toolkit.write_text(toolkit.read_text().replace("version: \"0.1.0\"", f"version: \"9.{number}\""))
        assert f"9.{number}" in toolkit.read_text()
        copies.append(copy)
    return copies


def leftovers(folder):
    return sorted(path.name for path in folder.iterdir() if ".amparo-" in path.name)


class Killer(threading.Thread):
    """Starts builds of two versions by turns and kills each at a random moment."""

    def __init__(self, folder, contents, trees, duration, kills, seed):
        super().__init__()
        self.folder, self.contents, self.trees = folder, contents, trees
        self.duration, self.kills = duration, kills
        self.random = random.Random(seed)
        self.output = folder / "Output"
        self.wrong = []
        self.died, self.died_while_writing, self.versions = 0, 0, set()

    def run(self):
        for number in range(self.kills):
            process = subprocess.Popen(
                [BINARY, "build", self.contents[number % 2], "--output", self.output, *SMALL],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            if number % 4 == 0:
                time.sleep(self.random.uniform(0, self.duration))
            else:
                self.wait_for_writing(process)
            process.kill()
            self.died += process.wait() == -9
            self.died_while_writing += bool(leftovers(self.folder))
            found = tree(self.output) if self.output.exists() else None
            if found in self.trees:
                self.versions.add(self.trees.index(found))
            else:
                self.wrong.append((number, found))

    def wait_for_writing(self, process):
        """Waits until the build writes, then a moment more: there the danger is."""
        mark = self.folder / f".Output.amparo-new-{process.pid}"
        while process.poll() is None and not mark.exists():
            time.sleep(0.001)
        time.sleep(self.random.uniform(0, self.random.choice([0.005, 0.02, 0.1])))


def test_500_kills_leave_the_old_tree_or_the_new_one(content, tmp_path):
    contents = builds(content, 2)
    trees = []
    for number, copy in enumerate(contents):
        folder = tmp_path / f"whole-{number}"
        start = time.monotonic()
        assert run("build", copy, "--output", folder, *SMALL, cwd=tmp_path).returncode == 0
        duration = time.monotonic() - start
        assert is_whole(folder)
        trees.append(tree(folder))
    assert trees[0] != trees[1]

    killers = []
    for seed in range(2):
        folder = tmp_path / f"killed-{seed}"
        shutil.copytree(tmp_path / "whole-0", folder / "Output")
        killers.append(Killer(folder, contents, trees, duration, KILLS // 2, seed))
    for killer in killers:
        killer.start()
    for killer in killers:
        killer.join()

    for killer in killers:
        assert killer.wrong == []
        # Kills that miss, or that always find the same tree, would prove nothing.
        assert killer.died > KILLS // 8
        assert killer.died_while_writing > KILLS // 16
        assert killer.versions == {0, 1}
        last = run("build", contents[1], "--output", killer.output, *SMALL, cwd=tmp_path)
        assert last.returncode == 0
        assert tree(killer.output) == trees[1]
        assert leftovers(killer.folder) == []


def test_whoever_looks_during_a_build_finds_a_tree(content, tmp_path):
    """The kills above rarely meet the moment of the exchange; a reader who never stops does."""
    contents = builds(content, 2)
    output = tmp_path / "Output"
    manifest = str(output / "manifest.json")
    assert run("build", contents[1], "--output", output, *SMALL, cwd=tmp_path).returncode == 0
    looks = 0
    for number in range(30):
        process = subprocess.Popen(
            [BINARY, "build", contents[number % 2], "--output", output, *SMALL],
            stdout=subprocess.DEVNULL,
        )
        while process.poll() is None:
            for _ in range(200):
                os.stat(manifest)  # raises when there is nothing
            looks += 200
        assert process.returncode == 0
    assert looks > 10_000


class Disk:
    """A small disk in memory; needs the right to mount, which usually only root has."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()

    def mount(self, options):
        command = ["mount", "-t", "tmpfs", "-o", options, "amparo-test", self.folder]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            pytest.skip(f"mounting a small disk needs root: {result.stderr.strip()}")

    def unmount(self):
        subprocess.run(["umount", self.folder], capture_output=True)


@pytest.fixture
def disk(tmp_path):
    disk = Disk(tmp_path / "disk")
    yield disk
    disk.unmount()


def test_a_full_disk_keeps_the_old_tree(content, tmp_path, disk):
    assert run("build", "--output", "measure", cwd=tmp_path).returncode == 0
    size = sum(path.stat().st_size for path in (tmp_path / "measure").rglob("*") if path.is_file())
    files = len(tree(tmp_path / "measure"))
    # Room for one tree, not for two.
    disk.mount(f"size={int(size * 1.4) + 4096 * 2 * files}")
    output = disk.folder / "Output"
    assert run("build", "--output", output, cwd=tmp_path).returncode == 0
    (disk.folder / "fill").write_bytes(bytes(4096 * files))
    before = tree(output)
    toolkit = content / "toolkit.yml"
    toolkit.write_text(toolkit.read_text().replace("0.1.0", "9.9"))
    result = run("build", "--output", output, cwd=tmp_path)
    assert result.returncode == 74, result.stderr
    assert "AMP0903" in result.stderr and "No space left" in result.stderr
    assert "help:" in result.stderr
    assert tree(output) == before and is_whole(output)
    assert leftovers(disk.folder) == []


def test_a_disk_that_cannot_be_written(content, tmp_path, disk):
    if os.getuid() == 0:
        disk.mount("ro")
    else:
        disk.folder.chmod(0o500)
    result = run("build", "--output", disk.folder / "Output", cwd=tmp_path)
    assert result.returncode == 74
    assert "AMP0903" in result.stderr


def test_a_disk_itself_as_output_is_refused_with_a_way_out(content, tmp_path, disk):
    disk.mount("size=64m")
    result = run("build", "--output", disk.folder, cwd=tmp_path)
    assert result.returncode == 74
    assert "inside that disk" in result.stderr
    assert list(disk.folder.iterdir()) == []


def test_files_of_people_are_never_replaced(content, tmp_path):
    (tmp_path / "Output").mkdir()
    (tmp_path / "Output/thesis.odt").write_text("years of work")
    result = run("build", cwd=tmp_path)
    assert result.returncode == 74
    assert "AMP0903" in result.stderr and "thesis.odt" in result.stderr
    assert (tmp_path / "Output/thesis.odt").read_text() == "years of work"


def test_an_output_folder_with_only_a_gitignore_is_fine(content, tmp_path):
    (tmp_path / "Output").mkdir()
    (tmp_path / "Output/.gitignore").write_text("*\n!.gitignore\n")
    for _ in range(2):
        assert run("build", cwd=tmp_path).returncode == 0
        assert (tmp_path / "Output/.gitignore").read_text() == "*\n!.gitignore\n"
        assert is_whole(tmp_path / "Output")


def test_builds_at_once_come_one_after_the_other(content, tmp_path):
    contents = builds(content, 4)
    output = tmp_path / "Output"
    processes = [
        subprocess.Popen([BINARY, "build", copy, "--output", output], stdout=subprocess.DEVNULL)
        for copy in contents
    ]
    assert [process.wait() for process in processes] == [0] * 4
    assert is_whole(output)
    assert leftovers(tmp_path) == []
