#!/usr/bin/env bash
# Builds the API documentation of the case library with DocC; any warning fails.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
cd "$root"
work=".build/case-docs"
rm -rf "$work"
mkdir -p "$work/graphs"
swiftc -swift-version 6 -enable-upcoming-feature ExistentialAny -package-name amparo \
  -module-name CaseManagement -emit-module -o "$work/CaseManagement.swiftmodule" \
  -emit-symbol-graph -emit-symbol-graph-dir "$work/graphs" \
  $(find Sources/CaseManagement -name '*.swift' | LC_ALL=C sort)
docc convert Sources/CaseManagement/CaseManagement.docc \
  --additional-symbol-graph-dir "$work/graphs" --output-dir "$work/site" \
  --fallback-display-name CaseManagement --fallback-bundle-identifier amparo.CaseManagement \
  --warnings-as-errors
printf 'documentation built: %s pages\n' "$(find "$work/site/data" -name '*.json' | wc -l)"
