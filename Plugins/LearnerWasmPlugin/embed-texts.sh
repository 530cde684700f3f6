#!/bin/sh
# Writes Swift source that holds text files.
#
#   embed-texts.sh NAME OUTPUT ROOT [FILE...]
#
# NAME    the constant: an array of (name, base64) pairs
# OUTPUT  the Swift file
# ROOT    folder that the names are relative to
# FILE    text files; they are sorted by name
#
# Base64, because the texts may hold any quote, escape or delimiter of Swift.
set -eu
LC_ALL=C
export LC_ALL

constant=$1
output=$2
root=$3
shift 3
temporary=$output.new
{
  echo "// Made by embed-texts.sh."
  echo "let $constant: [(name: StaticString, base64: StaticString)] = ["
  for file in "$@"; do
    printf '%s\n' "${file#"$root"/}"
  done | sort | while IFS= read -r name; do
    printf '  ("%s", "%s"),\n' "$name" "$(base64 -w 0 <"$root/$name")"
  done
  echo "]"
} >"$temporary"
mv "$temporary" "$output"
