#!/usr/bin/env bash
# Opens the monitoring forms with a real XLSForm converter (pyxform from PyPI, in a venv).
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
cd "$root"
forms=".build/case-forms"
mkdir -p "$forms"
[ -x .build/case-venv/bin/python ] || python3 -m venv .build/case-venv
.build/case-venv/bin/python -c 'import pyxform' 2>/dev/null \
  || .build/case-venv/bin/pip install --quiet pyxform
CASE_FORMS="$root/$forms" swift test "$@" --filter CaseExchangeTests.XLSFormTests
.build/case-venv/bin/python Tests/CaseForms/convert.py "$forms"
