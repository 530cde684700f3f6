#!/usr/bin/env bash
# Builds the case library as Embedded Swift for wasm32 and prints its size.
# Usage: Tests/CaseManagementWasm/build.sh OUTPUT.wasm
# Needs the Swift toolchain (swiftc, wasm-ld), Debian's wasi-libc and binaryen.
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
mkdir -p "$(dirname "$1")"
output="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Relative paths in a work folder: absolute ones would leak into the object.
cp -r "$root/Sources/CaseManagement" "$work/CaseManagement"
cp -r "$root/Tests/CaseVectors" "$work/CaseVectors"
cp "$root/Tests/CaseManagementWasm/Entry.swift" "$work/Entry.swift"
cd "$work"

swiftc="$(command -v swiftc)"
toolchain="$(cd "$(dirname "$(readlink -f "$swiftc")")/.." && pwd)"
linker="$toolchain/bin/wasm-ld"
unicode="$toolchain/lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a"

find CaseManagement CaseVectors -name '*.swift' | LC_ALL=C sort > sources
swiftc -target wasm32-unknown-none-wasm -enable-experimental-feature Embedded \
  -swift-version 6 -enable-upcoming-feature ExistentialAny \
  -enable-upcoming-feature MemberImportVisibility \
  -enable-upcoming-feature InternalImportsByDefault \
  -wmo -Osize -parse-as-library -Xfrontend -disable-stack-protector \
  -package-name amparo -module-name CaseWasm -warnings-as-errors \
  -c $(cat sources) Entry.swift -o case.o

# link OUTPUT EXPORT...: links, shrinks, prints the size.
link() {
  local target="$1" flags=()
  shift
  # Without this export the linker wraps every other one in calls to constructors and destructors,
  # and those pull in standard output.
  flags+=("--export=__wasm_call_ctors")
  for name in "$@"; do flags+=("--export=$name"); done
  "$linker" --no-entry "${flags[@]}" --gc-sections -s --stack-first -z stack-size=1048576 \
    case.o "$unicode" "${WASI_LIBC:-/usr/lib/wasm32-wasi/libc.a}" -o linked.wasm
  wasm-opt -Oz --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int \
    --enable-mutable-globals --strip-debug --strip-producers linked.wasm -o "$target"
  printf '%s bytes, %s gzipped\n' "$(stat -c %s "$target")" "$(gzip -9 -n -c "$target" | wc -c)"
}

printf 'what a page needs (profile, events, guards, state): '
link page.wasm input load_profile replay_bytes digest
printf 'with the command catalogue and conditions:          '
link words.wasm input load_profile replay_bytes play_story digest
printf 'everything, with the random cases of the tests:     '
link "$output" input load_profile profile_problems replay_bytes play_story play_random digest
