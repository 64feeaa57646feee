#!/usr/bin/env bash
# Tries the .deb as people will use it, in a clean Debian without Java: installs the previous version, works with it as an ordinary user, upgrades,
# works on, opens the window, tries to go back, removes. Ends with 0 and "All as it should be" if each step came out right.
#
# Usage: try-deb.sh PREVIOUS.deb NEW.deb [WORK-FOLDER]
# The environment may name SUITE (default bookworm) and MIRROR (default http://deb.debian.org/debian). The clean Debian is kept in the work folder
# for the next time; the root that was worked in is deleted at the end, unless KEEP is set.
set -euo pipefail

previous=${1:?"Usage: try-deb.sh PREVIOUS.deb NEW.deb [WORK-FOLDER]"}
new=${2:?"Usage: try-deb.sh PREVIOUS.deb NEW.deb [WORK-FOLDER]"}
work=${3:-${TMPDIR:-/tmp}/orderbench-try}
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
here=$(cd "$(dirname "$0")" && pwd)
root=$work/root

say() { echo "[try] $*"; }
fail() { echo "[try] NOT RIGHT: $*" >&2; exit 1; }

missing=()
[ "$(id -u)" = 0 ] || missing+=("root rights: run it with sudo")
for tool in debootstrap:debootstrap chroot:coreutils Xvfb:xvfb xwininfo:x11-utils dpkg-deb:dpkg python3:python3; do
    command -v "${tool%%:*}" >/dev/null || missing+=("${tool%%:*}: apt-get install ${tool##*:}")
done
for deb in "$previous" "$new"; do
    [ -f "$deb" ] || missing+=("the file $deb: mvn verify -Pinstaller makes it")
done
if [ ${#missing[@]} -gt 0 ]; then
    printf '[try] This machine lacks %s\n' "${missing[@]}" >&2
    exit 2
fi
version_before=$(dpkg-deb -f "$previous" Version)
version_after=$(dpkg-deb -f "$new" Version)
dpkg --compare-versions "$version_before" lt "$version_after" || fail "$previous ($version_before) is not older than $new ($version_after)"

display=''
tidy() {
    [ -z "$display" ] || kill "$display" 2>/dev/null || true
    # Only what runs in this root, found by its root folder.
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/root" 2>/dev/null)" != "$root" ] || kill -KILL "${process##*/}" 2>/dev/null || true
    done
    mountpoint -q "$root/proc" 2>/dev/null && umount "$root/proc"
    [ -n "${KEEP:-}" ] || rm -rf --one-file-system "$root"
}
trap tidy EXIT

mkdir -p "$work"
if [ ! -f "$work/$suite.tar" ]; then
    say "makes a clean Debian ($suite) from $mirror"
    rm -rf "$work/clean"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$work/clean" "$mirror" >"$work/debootstrap.log" 2>&1 || fail "debootstrap, see $work/debootstrap.log"
    tar -C "$work/clean" -cf "$work/$suite.tar.part" .
    mv "$work/$suite.tar.part" "$work/$suite.tar"
    rm -rf --one-file-system "$work/clean"
fi
rm -rf --one-file-system "$root"
mkdir -p "$root"
tar -C "$root" -xf "$work/$suite.tar"
mount -t proc proc "$root/proc"
cp "$previous" "$root/previous.deb"
cp "$new" "$root/new.deb"
cp "$here/../common/smoke.sh" "$root/smoke.sh"
as_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C "$@"; }
as_root useradd --create-home buyer
as_buyer() {
    chroot --userspec=buyer "$root" env -i PATH=/usr/bin:/bin HOME=/home/buyer LC_ALL=C.UTF-8 ORDERBENCH_SECRET=demo ${DISPLAY_HERE:+DISPLAY="$DISPLAY_HERE"} "$@"
}
# A build between two versions calls itself a snapshot; its package cannot.
version_is() { as_buyer orderbench --version | grep -qxE "Orderbench ${1//./\\.}(-SNAPSHOT)?"; }
data=$root/home/buyer/.local/share/Orderbench
sum() { (cd "$data" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum); }
json() { python3 -c 'import json,sys; value=json.load(sys.stdin)
for key in sys.argv[1].split("."): value=value[int(key)] if key.isdigit() else value[key]
print(value)' "$1"; }

say "installs $version_before as root"
as_root apt-get update -qq
as_root apt-get install -y -qq --no-install-recommends /previous.deb >"$work/install.log" 2>&1 || fail "apt-get install, see $work/install.log"
! as_root sh -c 'command -v java' >/dev/null || fail "there is a Java in this root; it shows nothing"
version_is "$version_before" || fail "--version says $(as_buyer orderbench --version)"
lacking=$(as_root env LD_LIBRARY_PATH=/opt/orderbench/lib/runtime/lib/server:/opt/orderbench/lib/runtime/lib find /opt/orderbench -name '*.so' -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u || true)
[ -z "$lacking" ] || say "libraries that are not there (only the sound of Java may lack one): $lacking"

say "connects, reads, plans, approves and sends with $version_before, as an ordinary user"
as_buyer orderbench serve-demo --port 18069 >"$work/odoo.log" 2>&1 &
for _ in $(seq 120); do grep -q 'Demo Odoo' "$work/odoo.log" && break; sleep 1; done
grep -q 'Demo Odoo' "$work/odoo.log" || fail "the demo Odoo does not start, see $work/odoo.log"
as_buyer orderbench connect --url http://127.0.0.1:18069 --db demo --login buyer </dev/null >"$work/work.log" 2>&1 || fail "connect, see $work/work.log"
for step in sync propose; do as_buyer orderbench "$step" >>"$work/work.log" 2>&1 || fail "$step, see $work/work.log"; done
lines=$(as_buyer orderbench review list --json 2>>"$work/work.log" | python3 -c 'import json,re,sys
ids=re.findall(r"\"(?:line|id)\"\s*:\s*(\d+)", sys.stdin.read())
print(" ".join(ids[:6]))')
[ -n "$lines" ] || fail "nothing was proposed"
# shellcheck disable=SC2086
set -- $lines
as_buyer orderbench review approve "$1" "$2" "$3" >>"$work/work.log" 2>&1 || fail "approve, see $work/work.log"
as_buyer orderbench push >>"$work/work.log" 2>&1 || fail "push, see $work/work.log"
# Approved and not sent: this is what must survive.
as_buyer orderbench review approve "$4" "$5" >>"$work/work.log" 2>&1 || fail "approve, see $work/work.log"
entries_before=$(as_buyer orderbench journal --json 2>/dev/null | grep -c '"seq"' || true)
say "the journal has $entries_before entries, 3 lines are in Odoo, 2 wait to be sent"

say "upgrades to $version_after as root"
before=$(sum)
as_root apt-get install -y -qq --no-install-recommends /new.deb >>"$work/install.log" 2>&1 || fail "the upgrade, see $work/install.log"
version_is "$version_after" || fail "--version says $(as_buyer orderbench --version)"
[ "$(sum)" = "$before" ] || fail "the upgrade touched the user's data"
as_buyer orderbench status >"$work/status.log" 2>&1 || fail "status, see $work/status.log"
find "$data/default/cache/backup" -name 'cache-before-*.zip' -size +0 | grep -q . || say "no backup was made: both versions have the same tables"
as_buyer orderbench journal verify >>"$work/status.log" 2>&1 || fail "the journal's chain is broken, see $work/status.log"
entries_after=$(as_buyer orderbench journal --json 2>/dev/null | grep -c '"seq"' || true)
[ "$entries_after" -ge "$entries_before" ] || fail "the journal lost entries: $entries_before before, $entries_after after"
as_buyer orderbench push --json >"$work/push.json" 2>>"$work/work.log" || fail "push after the upgrade, see $work/work.log"
as_buyer orderbench push --json >"$work/push2.json" 2>>"$work/work.log" || fail "second push, see $work/work.log"
say "what waited was sent: $(json written <"$work/push.json") orders; a second push: $(json written <"$work/push2.json")"
[ "$(json written <"$work/push2.json")" = 0 ] || fail "the second push wrote again"

say "goes through the whole demo round without a display"
as_buyer bash /smoke.sh orderbench || fail "the demo round"

say "opens the window under Xvfb, and a second start finds it"
numbers=$work/display
: >"$numbers"
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$numbers" >/dev/null 2>&1 &
display=$!
for _ in $(seq 50); do [ -s "$numbers" ] && break; sleep 0.2; done
DISPLAY_HERE=:$(cat "$numbers")
as_buyer orderbench >"$work/window.log" 2>&1 &
for _ in $(seq 180); do DISPLAY="$DISPLAY_HERE" xwininfo -root -tree | grep -q '"Orderbench"' && break; sleep 1; done
DISPLAY="$DISPLAY_HERE" xwininfo -root -tree | grep '"Orderbench"' || fail "no window came, see $work/window.log"
for _ in $(seq 60); do [ -f "$data/default/window.door" ] && break; sleep 1; done
as_buyer timeout 60 orderbench open -- orderbench:screen/outbox | grep -q 'brought to the front' || fail "the link did not find the open window"
! as_buyer timeout 60 orderbench open -- 'orderbench:approve/1' >"$work/refused.log" 2>&1 || fail "a link that is none was taken"
grep -q 'not a link that Orderbench knows' "$work/refused.log" || fail "a refused link says nothing, see $work/refused.log"
grep -q 'x-scheme-handler/orderbench' "$root/usr/share/applications/orderbench.desktop" || fail "the menu entry does not take links"
pgrep_window=$(for process in /proc/[0-9]*; do [ "$(readlink "$process/root" 2>/dev/null)" = "$root" ] && tr '\0' ' ' <"$process/cmdline" | grep -q '^orderbench $' && echo "${process##*/}"; done || true)
for process in $pgrep_window; do kill "$process" 2>/dev/null || true; done
for _ in $(seq 30); do as_buyer orderbench status 2>&1 | grep -q 'Another Orderbench' || break; sleep 1; done

say "goes back to $version_before, which should refuse the newer data and leave it alone"
if [ -d "$data/default/cache/backup" ]; then
    as_root apt-get install -y -qq --no-install-recommends --allow-downgrades /previous.deb >>"$work/install.log" 2>&1 || fail "going back, see $work/install.log"
    cache=$(sha256sum "$data/default/cache/cache.mv.db")
    if as_buyer orderbench status >"$work/back.log" 2>&1; then
        # What an older version does is past changing; versions since 24 November 2026 refuse.
        say "that older version does not refuse yet, and opened the newer cache; its words are in $work/back.log"
    else
        say "it says: $(head -n 1 "$work/back.log")"
    fi
    [ "$(sha256sum "$data/default/cache/cache.mv.db")" = "$cache" ] || say "the refused cache was touched by the older version"
    as_root apt-get install -y -qq --no-install-recommends /new.deb >>"$work/install.log" 2>&1
    as_buyer orderbench journal verify >>"$work/status.log" 2>&1 || fail "after going back and forth the journal's chain is broken"
fi

say "removes it"
before=$(sum)
as_root apt-get remove -y -qq orderbench >"$work/remove.log" 2>&1 || fail "apt-get remove, see $work/remove.log"
grep -q 'stays in ~/.local/share/Orderbench' "$work/remove.log" || fail "removal does not say where the data is, see $work/remove.log"
as_root dpkg --purge orderbench >>"$work/remove.log" 2>&1 || true
left=$(as_root find /opt /usr -path '*orderbench*' 2>/dev/null || true)
[ -z "$left" ] || fail "left behind: $left"
[ "$(sum)" = "$before" ] || fail "removal touched the user's data"
outside=$(as_root find /home/buyer -newer /new.deb -type f -not -path '*/Orderbench/*' 2>/dev/null | head -n 5 || true)
say "data kept: $(du -sh "$data" | cut -f1) in ~/.local/share/Orderbench; outside it: ${outside:-nothing}"
say "All as it should be."
