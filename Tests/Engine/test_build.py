"""The build of the engine: the same bytes from every folder, small, and with clear errors."""

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, SCRIPT, build
from wasmtime import Engine as Machine
from wasmtime import Module


def test_two_folders_give_the_same_bytes(tmp_path: Path, wasm: bytes, plain: str) -> None:
    if "AMPARO_ENGINE_WASM" in os.environ:
        wasm = build(ROOT, tmp_path)
        plain = (tmp_path / "engine.js").read_text()
    package = tmp_path / "another folder, with a comma" / "deeper"
    for name in ("Learning", "LearnerWasm"):
        shutil.copytree(ROOT / "Sources" / name, package / "Sources" / name)
    assert build(package, tmp_path / "elsewhere") == wasm
    assert (tmp_path / "elsewhere" / "engine.js").read_text() == plain


def test_the_engine_is_small(wasm: bytes) -> None:
    assert len(wasm) <= 80_000
    assert len(gzip.compress(wasm, 9)) <= 30_000


def test_the_plain_form_is_small_enough_for_packages(plain: str) -> None:
    assert len(plain) <= 330_000
    assert len(gzip.compress(plain.encode(), 9)) <= 60_000


def test_the_plain_form_is_a_classic_script_without_eval(plain: str) -> None:
    """One statement that defines one function; nothing that a policy would forbid."""
    assert plain.startswith("globalThis.AmparoPlainEngine = () => {\n'use strict';\n")
    assert plain.endswith("\n};\n")
    for word in ("eval(", "Function(", "import(", "WebAssembly", "</script", "http:", "https:", "//www"):
        assert word not in plain
    assert not re.search(r"^(import|export)\b", plain, re.MULTILINE)


def test_the_engine_needs_nothing_and_gives_little(wasm: bytes) -> None:
    module = Module(Machine(), wasm)
    assert list(module.imports) == []
    names = sorted(export.name for export in module.exports)
    assert names == ["__wasm_call_ctors", "call", "memory", "reserve", "result"]


def test_no_path_of_the_build_is_in_the_engine(wasm: bytes, plain: str) -> None:
    for path in ("/Sources", ".swift", str(ROOT), "/tmp"):
        assert path.encode() not in wasm
        assert path not in plain


@pytest.mark.parametrize(
    ("variable", "package"),
    [("WASI_LIBC", "wasi-libc"), ("WASM_OPT", "binaryen"), ("WASM2JS", "binaryen")],
)
def test_a_missing_tool_is_named(tmp_path: Path, variable: str, package: str) -> None:
    """The message names the Debian package, and how to install it."""
    arguments = ["sh", str(SCRIPT), str(ROOT), str(tmp_path / "work"), str(tmp_path / "e.wasm")]
    environment = {**os.environ, variable: str(tmp_path / "missing")}
    run = subprocess.run(arguments, env=environment, capture_output=True, text=True)
    assert run.returncode != 0
    assert run.stderr.startswith("error: ")
    assert f"apt-get install {package}" in run.stderr
    assert not (tmp_path / "e.wasm").exists()
