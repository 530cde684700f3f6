#!/bin/sh
# Builds the engine: Sources/Learning and Sources/LearnerWasm as Embedded Swift for wasm, and the
# same wasm as plain JavaScript for places where WebAssembly is forbidden.
#
#   build-engine.sh PACKAGE WORK OUTPUT [SWIFTC]
#
# PACKAGE  folder of Package.swift
# WORK     folder for intermediate files; it is emptied first
# OUTPUT   the .wasm file; the engine as plain JavaScript goes beside it, with the ending .js. With a
#          name that ends in .swift, Swift source that holds both
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
translator=${WASM2JS:-$(command -v wasm2js || true)}
[ -x "$translator" ] || fail "wasm2js is missing; install the Debian package binaryen (apt-get install binaryen)"

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
features="--enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int --enable-mutable-globals"
# No quotes: one argument per feature.
# shellcheck disable=SC2086
"$optimizer" -Oz --converge $features --strip-debug --strip-producers linked.wasm -o engine.wasm

# An ES module becomes a classic script with one function, which makes an engine each time it is
# called. Half of the bytes are the depth of blocks and long names of variables.
# shellcheck disable=SC2086
"$translator" -Oz $features engine.wasm -o module.js
{
  echo "globalThis.AmparoPlainEngine = () => {"
  echo "'use strict';"
  sed -E -e 's/^ +//' -e '/^$/d' -e 's/\$([0-9]+)_1\b/v\1/g' -e '/^export var [a-z_]+ = retasmFunc\.[a-z_]+;$/d' \
    -e 's/^var retasmFunc = asmFunc\(/return asmFunc(/' module.js
  echo "};"
} >engine.js
grep -q '^return asmFunc(' engine.js && ! grep -Eq '^(import|export) |retasmFunc|\beval\(|\bFunction\(' engine.js ||
  fail "$translator writes another form of script than version 108 does; adapt build-engine.sh"

case $output in
*.swift)
  {
    echo "// Made by build-engine.sh from Sources/Learning and Sources/LearnerWasm."
    printf 'let embeddedEngine: StaticString = "'
    base64 -w 0 engine.wasm
    echo '"'
    printf 'let embeddedPlainEngine: StaticString = "'
    base64 -w 0 engine.js
    echo '"'
    printf 'let embeddedPackedPlainEngine: StaticString = "'
    gzip -9 -n -c engine.js | base64 -w 0
    echo '"'
  } >engine.swift
  mv engine.swift "$output"
  ;;
*)
  mv engine.wasm "$output"
  mv engine.js "${output%.wasm}.js"
  ;;
esac
