"""Builds the engine once for all tests of this folder, by the script that the plugin runs."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "Plugins" / "LearnerWasmPlugin" / "build-engine.sh"


def build(package: Path, folder: Path) -> bytes:
    """The engine built from the sources of a package; intermediate files go to the folder."""
    output = folder / "engine.wasm"
    command = ["sh", str(SCRIPT), str(package), str(folder / "work"), str(output)]
    subprocess.run(command, check=True)
    return output.read_bytes()


@pytest.fixture(scope="session")
def wasm(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The engine; AMPARO_ENGINE_WASM names a file to test instead of building one."""
    given = os.environ.get("AMPARO_ENGINE_WASM")
    if given:
        return Path(given).read_bytes()
    return build(ROOT, tmp_path_factory.mktemp("engine"))
