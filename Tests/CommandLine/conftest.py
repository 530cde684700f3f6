"""The built binary, and content to feed it with."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "Tests" / "Shared"))
BINARY = Path(os.environ.get("AMPARO", REPOSITORY / ".build" / "release" / "amparo"))


def run(*arguments, cwd, env=None, **options):
    """Runs the binary to its end."""
    return subprocess.run(
        [BINARY, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        timeout=120,
        **options,
    )


def tree(folder):
    """Every file below a folder with the digest of its bytes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file()
    }


def is_whole(folder):
    """Whether a folder holds exactly what its manifest says."""
    manifest = json.loads((folder / "manifest.json").read_text())
    expected = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    found = tree(folder)
    found.pop("manifest.json")
    found.pop(".gitignore", None)
    return found == expected


@pytest.fixture(scope="session", autouse=True)
def binary():
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is missing; run `make` first", returncode=1)
    return BINARY


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory):
    """Keeps the caches of builds out of the home of whoever runs the tests."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def content(tmp_path):
    """A copy of the toolkit's content in `tmp_path/Content`."""
    return Path(shutil.copytree(REPOSITORY / "Content", tmp_path / "Content"))


@pytest.fixture
def broken(content):
    """The same with a link to a module that doesn't exist, in the last line of a file."""
    with open(content / "modules/m01/en.md", "a") as file:
        file.write("\nSee [another module](m99).\n")
    return content
