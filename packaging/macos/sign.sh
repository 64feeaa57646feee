#!/usr/bin/env bash
# Signs Orderbench.app, inside out, with the hardened runtime that notarisation asks for.
# ORDERBENCH_MAC_IDENTITY names the certificate ("Developer ID Application: …") in the keychain. Without it the program gets an ad-hoc
# signature: it starts on the Mac that built it; others have to allow it in System Settings.
set -euo pipefail
app=${1:?"Usage: sign.sh path/to/Orderbench.app"}
here=$(cd "$(dirname "$0")" && pwd)

[ -d "$app/Contents/MacOS" ] || { echo "[sign] $app is no macOS program: it has no Contents/MacOS." >&2; exit 1; }
command -v codesign >/dev/null || { echo "[sign] codesign is missing. Install Apple's tools: xcode-select --install" >&2; exit 1; }

if [ -n "${ORDERBENCH_MAC_IDENTITY:-}" ]; then
    with=(--sign "$ORDERBENCH_MAC_IDENTITY" --timestamp)
else
    echo "[sign] Signing skipped: ORDERBENCH_MAC_IDENTITY is not set. The program gets an ad-hoc signature only."
    with=(--sign -)
fi

# Libraries and helper programs first, the bundles that contain them after.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.jnilib' -o -path '*/bin/*' -o -name jspawnhelper \) -print0 |
    while IFS= read -r -d '' file; do
        codesign --force --options runtime --entitlements "$here/entitlements.plist" "${with[@]}" "$file"
    done
codesign --force --options runtime --entitlements "$here/entitlements.plist" "${with[@]}" "$app/Contents/runtime"
codesign --force --options runtime --entitlements "$here/entitlements.plist" "${with[@]}" "$app"
codesign --verify --deep --strict "$app"
echo "[sign] signed: $app"
