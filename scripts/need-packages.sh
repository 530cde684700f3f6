#!/bin/sh
# Installs Debian packages that are missing; does nothing when all are there.
#
#   need-packages.sh PACKAGE...
#
# PACKAGE may name alternatives, best first: default-jre-headless|openjdk-17-jre-headless
set -eu

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "Note: this is no Debian, so nothing is installed. Amparo needs what Debian calls:" >&2
  echo "  $*" >&2
  exit 0
fi

missing=
for package in "$@"; do
  found=no
  for alternative in $(echo "$package" | tr '|' ' '); do
    if is_installed "$alternative"; then found=yes; fi
  done
  [ $found = yes ] || missing="$missing ${package%%|*}"
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "These Debian packages are missing:$missing" >&2
    echo "Ask somebody with root rights to run: $install" >&2
    exit 1
  fi
  root="sudo"
fi
echo "Installing Debian packages:$missing"
# shellcheck disable=SC2086
{
  $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive $install
} || {
  echo "These Debian packages could not be installed:$missing" >&2
  echo "See above for the reason; then run: $install" >&2
  exit 1
}
