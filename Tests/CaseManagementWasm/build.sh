#!/usr/bin/env bash
# Builds the case library as Embedded Swift for wasm32, alone and with the learner's engine, and
# prints the sizes.
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
cp -r "$root/Sources/Learning" "$root/Sources/LearnerWasm" "$work/"
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

# The learner's engine, with its entry points and its memory (Plugins/LearnerWasmPlugin).
find Learning LearnerWasm -name '*.swift' | LC_ALL=C sort > engine-sources
swiftc -target wasm32-unknown-none-wasm -enable-experimental-feature Embedded \
  -enable-experimental-feature Extern -swift-version 6 -wmo -Osize -parse-as-library \
  -Xfrontend -disable-stack-protector -module-name LearnerEngine \
  -c $(cat engine-sources) -o engine.o

# link OUTPUT EXPORT...: links with the memory of the page, shrinks, prints the size.
link() {
  local target="$1" flags=()
  shift
  # Without this export the linker wraps every other one in calls to constructors and destructors,
  # and those pull in standard output.
  flags+=("--export=__wasm_call_ctors")
  for name in "$@"; do flags+=("--export=$name"); done
  "$linker" --no-entry "${flags[@]}" --wrap=posix_memalign --wrap=free --gc-sections -s \
    --stack-first -z stack-size=1048576 case.o engine.o "$unicode" \
    "${WASI_LIBC:-/usr/lib/wasm32-wasi/libc.a}" -o linked.wasm
  wasm-opt -Oz --converge --enable-bulk-memory --enable-sign-ext \
    --enable-nontrapping-float-to-int --enable-mutable-globals --strip-debug --strip-producers \
    linked.wasm -o "$target"
  printf '%s bytes, %s gzipped\n' "$(stat -c %s "$target")" "$(gzip -9 -n -c "$target" | wc -c)"
}

engine=(reserve call result)
core=(input load_profile replay_bytes digest)
play=(begin play_command ask_condition)
words=(parse_command parse_condition)
printf 'the engine of the learner alone:             '
link engine.wasm "${engine[@]}"
printf 'the library: profile, events, guards, state: '
link core.wasm "${core[@]}"
printf 'with the effects of commands and conditions: '
link play.wasm "${core[@]}" "${play[@]}"
printf 'what a page needs, with the engine:          '
link "$(dirname "$output")/page.wasm" "${engine[@]}" "${core[@]}" "${play[@]}"
printf 'the same with the words of the catalogue:    '
link words.wasm "${engine[@]}" "${core[@]}" "${play[@]}" "${words[@]}"
printf 'everything the tests call:                   '
link "$output" "${engine[@]}" "${core[@]}" "${play[@]}" "${words[@]}" profile_problems play_story \
  play_random
