#!/usr/bin/env bash
# Tries the .rpm where there is no Fedora or openSUSE at hand: what it asks for against what its libraries need, then installs it into an empty root, starts
# it there if it can, and removes it. What it cannot show is that a distribution has all that is asked for; the names are those of the libraries themselves.
#
# Usage: try-rpm.sh NEW.rpm [CLEAN-ROOT.tar]     (the tar of a clean system, such as try-deb.sh leaves, to start the program in)
set -euo pipefail
package=$(readlink -f "${1:?"Usage: try-rpm.sh NEW.rpm [CLEAN-ROOT.tar]"}")
clean=${2:-}
say() { echo "[try] $*"; }
fail() { echo "[try] NOT RIGHT: $*" >&2; exit 1; }
missing=()
[ "$(id -u)" = 0 ] || missing+=("root rights: run it with sudo")
for tool in rpm:rpm objdump:binutils; do
    command -v "${tool%%:*}" >/dev/null || missing+=("${tool%%:*}: apt-get install ${tool##*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
    printf '[try] This machine lacks %s\n' "${missing[@]}" >&2
    exit 2
fi
work=$(mktemp -d)
tidy() {
    mountpoint -q "$work/tree/proc" && umount "$work/tree/proc"
    rm -rf --one-file-system "$work"
}
trap tidy EXIT
root=$work/tree
mkdir -p "$root"
[ -z "$clean" ] || tar -C "$root" -xf "$clean"

say "$(rpm -qp --qf '%{NAME} %{VERSION} for %{ARCH}, %{LICENSE}, %{SIZE} bytes installed' "$package")"
rpm --root "$root" --initdb
rpm --root "$root" --install --nodeps --ignoreos "$package" || fail "rpm --install"
[ -x "$root/opt/orderbench/bin/orderbench" ] || fail "no program in /opt/orderbench"
[ -L "$root/usr/bin/orderbench" ] || fail "no command in /usr/bin"
for file in usr/share/applications/orderbench.desktop usr/share/mime/packages/orderbench.xml usr/share/icons/hicolor/scalable/apps/orderbench.svg usr/share/doc/orderbench/copyright; do
    [ -f "$root/$file" ] || fail "$file is missing"
done

rpm -qp --requires "$package" | sed 's/(.*//' | sort -u >"$work/asked"
find "$root/opt/orderbench" -type f -name '*.so*' -printf '%f\n' | sort -u >"$work/own"
find "$root/opt/orderbench" -type f \( -name '*.so*' -o -perm -u+x \) -exec objdump -p {} + 2>/dev/null | awk '/NEEDED/ {print $2}' | sort -u >"$work/needed"
# Parts of the C library and of the compiler come with libc; GLib's family comes with GTK; sound is not used.
comm -23 "$work/needed" "$work/own" | grep -vE '^(ld-linux.*|lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+|z|gobject-2\.0|glib-2\.0|gio-2\.0|gthread-2\.0|gmodule-2\.0|gdk_pixbuf-2\.0|cairo|cairo-gobject|pangocairo-1\.0|atk-1\.0|asound))\.so' >"$work/outer" || true
lacking=$(comm -23 "$work/outer" "$work/asked")
[ -z "$lacking" ] || fail "its libraries need what it does not ask for: $lacking"
say "asks for all that its libraries need: $(tr '\n' ' ' <"$work/outer")"

if [ -n "$clean" ]; then
    mount -t proc proc "$root/proc"
    version=$(chroot "$root" /usr/bin/orderbench --version) || fail "the program does not start in the root"
    umount "$root/proc"
    say "in the root it says: $version"
fi
rpm --root "$root" --erase orderbench >"$work/said" 2>&1 || fail "rpm --erase: $(cat "$work/said")"
left=$(find "$root" -path '*orderbench*' -not -path "$root/var/lib/rpm/*" | head -n 5)
[ -z "$left" ] || fail "left behind: $left"
say "removed: $(grep -o 'What each user kept.*' "$work/said" || echo 'its sentence needs a shell in the root')"
say "All as it should be."
