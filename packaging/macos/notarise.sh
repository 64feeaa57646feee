#!/usr/bin/env bash
# Sends installers to Apple's notary and staples the answer to them, so that they open without a warning.
# ORDERBENCH_NOTARY_PROFILE names credentials stored before by: xcrun notarytool store-credentials
# ORDERBENCH_MAC_INSTALLER_IDENTITY names the certificate for .pkg ("Developer ID Installer: …").
set -euo pipefail
[ $# -gt 0 ] || { echo "Usage: notarise.sh FILE.dmg FILE.pkg" >&2; exit 2; }

if [ -z "${ORDERBENCH_NOTARY_PROFILE:-}" ]; then
    echo "[notarise] Notarisation skipped: ORDERBENCH_NOTARY_PROFILE is not set."
    exit 0
fi
command -v xcrun >/dev/null || { echo "[notarise] xcrun is missing. Install Apple's tools: xcode-select --install" >&2; exit 1; }

for file in "$@"; do
    [ -f "$file" ] || { echo "[notarise] No such file: $file" >&2; exit 1; }
    if [ "${file##*.}" = pkg ]; then
        : "${ORDERBENCH_MAC_INSTALLER_IDENTITY:?"is not set, and Apple notarises only signed .pkg files"}"
        productsign --sign "$ORDERBENCH_MAC_INSTALLER_IDENTITY" "$file" "$file.signed"
        mv "$file.signed" "$file"
    fi
    xcrun notarytool submit "$file" --keychain-profile "$ORDERBENCH_NOTARY_PROFILE" --wait
    xcrun stapler staple "$file"
    echo "[notarise] notarised: $file"
done
