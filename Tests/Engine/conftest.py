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
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine; AMPARO_ENGINE_WASM names a file to test instead of building one.

    The engine as plain JavaScript lies beside it, with the ending .js.
    """
    given = os.environ.get("AMPARO_ENGINE_WASM")
    if given:
        return Path(given)
    folder = tmp_path_factory.mktemp("engine")
    build(ROOT, folder)
    return folder / "engine.wasm"


@pytest.fixture(scope="session")
def wasm(built: Path) -> bytes:
    """The engine as wasm."""
    return built.read_bytes()


@pytest.fixture(scope="session")
def plain(built: Path) -> str:
    """The engine as a classic script, for where WebAssembly is forbidden."""
    return built.with_suffix(".js").read_text(encoding="ascii")
