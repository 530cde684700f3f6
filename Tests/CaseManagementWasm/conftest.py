"""Builds the case library as wasm, and has the Swift tests write the vectors it must reproduce."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from wasmtime import Engine, Instance, Module, Store

ROOT = Path(__file__).resolve().parents[2]


def swift_test(test, **environment):
    """Runs a Swift test: from the release build when `make test` has made it, else a debug one."""
    built = (ROOT / ".build/release/AmparoPackageTests.xctest").exists()
    command = ["swift", "test", "--filter", test]
    if built:
        command[2:2] = ["-c", "release", "--skip-build"]
    subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True,
        env={**os.environ, **{name: str(value) for name, value in environment.items()}})


@pytest.fixture(scope="session")
def build(tmp_path_factory):
    """The folder with the wasm file, and what the build said of its sizes."""
    folder = tmp_path_factory.mktemp("case-wasm")
    script = ROOT / "Tests/CaseManagementWasm/build.sh"
    done = subprocess.run(
        [script, folder / "case.wasm"], check=True, capture_output=True, text=True)
    return folder, done.stdout


@pytest.fixture(scope="session")
def vectors(build):
    folder, _ = build
    swift_test("CaseManagementTests.VectorTests", CASE_VECTORS=folder)
    return json.loads((folder / "vectors.json").read_text())


@pytest.fixture(scope="session")
def profile(build, vectors):
    return (build[0] / "profile.bin").read_bytes()


class Case:
    """One instance of the library; a trap raises."""

    engine = Engine()

    def __init__(self, module, profile):
        self.store = Store(self.engine)
        self.exports = Instance(self.store, module, []).exports(self.store)
        self.give(profile)
        assert self.call("load_profile") == 1

    def call(self, name, *arguments):
        return self.exports[name](self.store, *arguments)

    def give(self, data, entry="input"):
        place = self.call(entry, len(data))
        self.exports["memory"].write(self.store, bytes(data), place)

    def result(self, count):
        """What the learner's engine answered."""
        place = self.call("result")
        return bytes(self.exports["memory"].read(self.store, place, place + count))

    def digest(self):
        return self.call("digest") & 0xFFFF_FFFF_FFFF_FFFF


@pytest.fixture(scope="session")
def new_case(build, profile):
    """Makes instances."""
    module = Module(Case.engine, (build[0] / "case.wasm").read_bytes())
    return lambda: Case(module, profile)


@pytest.fixture
def page(build, profile):
    """What a page needs: the learner's engine and the library in one wasm."""
    return Case(Module(Case.engine, (build[0] / "page.wasm").read_bytes()), profile)
