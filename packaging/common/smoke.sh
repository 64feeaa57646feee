#!/usr/bin/env bash
# Starts an installed Orderbench without a display and checks that it works: its version, and one whole demo round with its pictures.
# Usage: smoke.sh PROGRAM
set -euo pipefail
program=${1:?"Usage: smoke.sh PROGRAM"}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

version=$("$program" --version)
echo "[smoke] $version"
case $version in
    *[0-9].[0-9]*) ;;
    *) echo "[smoke] --version printed no version: $version" >&2; exit 1 ;;
esac

"$program" --home "$work/home" demo --headless --out "$work/out"
pictures=$(find "$work/out" -name '*.png' | wc -l)
[ "$pictures" -gt 0 ] || { echo "[smoke] The demo round left no pictures in its folder." >&2; exit 1; }
echo "[smoke] works: one demo round, $pictures pictures"
