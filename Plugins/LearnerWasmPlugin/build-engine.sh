#!/bin/sh
# Builds the engine: Sources/Learning and Sources/LearnerWasm as Embedded Swift for wasm.
#
#   build-engine.sh PACKAGE WORK OUTPUT [SWIFTC]
#
# PACKAGE  folder of Package.swift
# WORK     folder for intermediate files; it is emptied first
# OUTPUT   the .wasm file; with a name that ends in .swift, Swift source that holds it
# SWIFTC   the compiler; without it the one on the PATH
#
# The compiler sees relative paths only, in a fixed order: absolute ones get into the object file,
# and the engine would differ from folder to folder.
set -eu
LC_ALL=C
export LC_ALL

fail() {
  echo "error: the learner's engine can't be built: $1" >&2
  exit 1
}

# A path that holds after a change of folder.
absolute() {
  case $1 in
  /*) printf '%s\n' "$1" ;;
  *) printf '%s\n' "$PWD/$1" ;;
  esac
}

package=$(absolute "$1")
work=$(absolute "$2")
output=$(absolute "$3")
swiftc=${4:-$(command -v swiftc || true)}
[ -n "$swiftc" ] || fail "swiftc is not on the PATH; install a Swift 6.3 toolchain"
toolchain=$(dirname "$(readlink -f "$swiftc")")
tables=$toolchain/../lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a
[ -x "$toolchain/wasm-ld" ] || fail "the Swift toolchain in $toolchain has no wasm-ld"
[ -f "$tables" ] || fail "the Swift toolchain in $toolchain has no Embedded Swift for wasm32"
libc=${WASI_LIBC:-/usr/lib/wasm32-wasi/libc.a}
[ -f "$libc" ] || fail "$libc is missing; install the Debian package wasi-libc (apt-get install wasi-libc)"
optimizer=${WASM_OPT:-$(command -v wasm-opt || true)}
[ -x "$optimizer" ] || fail "wasm-opt is missing; install the Debian package binaryen (apt-get install binaryen)"

rm -rf "$work"
mkdir -p "$work"
cp -R "$package/Sources/Learning" "$package/Sources/LearnerWasm" "$work/"
cd "$work"
sources=$(find Learning LearnerWasm -name '*.swift' | sort)

# No quotes: one argument per file; names of our own sources have no spaces.
# shellcheck disable=SC2086
"$swiftc" -target wasm32-unknown-none-wasm -enable-experimental-feature Embedded -enable-experimental-feature Extern \
  -swift-version 6 -wmo -Osize -parse-as-library -module-name LearnerEngine \
  -Xfrontend -disable-stack-protector -c $sources -o engine.o
# Without an export of __wasm_call_ctors (which is empty here) the linker takes each export for a
# whole program and closes the C library's files behind every call.
# The stack lies first in memory, so that running out of it traps and overwrites nothing.
"$toolchain/wasm-ld" --no-entry --export=reserve --export=call --export=result \
  --export=__wasm_call_ctors --wrap=posix_memalign --wrap=free --gc-sections -s \
  --stack-first -z stack-size=131072 engine.o "$tables" "$libc" -o linked.wasm
"$optimizer" -Oz --converge --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int \
  --enable-mutable-globals --strip-debug --strip-producers linked.wasm -o engine.wasm

case $output in
*.swift)
  {
    echo "// Made by build-engine.sh from Sources/Learning and Sources/LearnerWasm."
    printf 'let embeddedEngine: StaticString = "'
    base64 -w 0 engine.wasm
    echo '"'
  } >engine.swift
  mv engine.swift "$output"
  ;;
*) mv engine.wasm "$output" ;;
esac
