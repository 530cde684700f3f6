#!/usr/bin/env bash
# Builds the case library as wasm, writes the native vectors, runs both against each other.
# Needs the Swift toolchain, wasi-libc, binaryen, and a Python with `wasmtime` (made here when
# missing, in .build/case-venv).
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
cd "$root"
work=".build/case-wasm"
mkdir -p "$work"
if [ ! -x .build/case-venv/bin/python ]; then
  python3 -m venv .build/case-venv
fi
.build/case-venv/bin/python -c 'import wasmtime' 2>/dev/null \
  || .build/case-venv/bin/pip install --quiet wasmtime
Tests/CaseManagementWasm/build.sh "$work/case.wasm"
CASE_VECTORS="$root/$work" swift test "$@" --filter CaseManagementTests.VectorTests
.build/case-venv/bin/python Tests/CaseManagementWasm/run.py \
  "$work/case.wasm" "$work/vectors.json" "$work/profile.bin"
