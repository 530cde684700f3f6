#!/bin/sh
# Says clearly when the Swift toolchain is missing or too old.
set -eu

if ! command -v swift >/dev/null; then
  echo "There is no Swift toolchain. Install Swift 6.3 or later from https://www.swift.org/install" >&2
  echo "and put its folder usr/bin on your PATH; then run make again." >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
# shellcheck disable=SC2086
set -- $version
if [ "${1:-0}" -lt 6 ] || { [ "$1" -eq 6 ] && [ "${2:-0}" -lt 3 ]; }; then
  echo "This Swift is ${1:-unknown}.${2:-}; Amparo needs 6.3 or later (https://www.swift.org/install)." >&2
  exit 1
fi
