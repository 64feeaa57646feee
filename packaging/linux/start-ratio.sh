#!/usr/bin/env bash
# How long the packaged program needs from its start to a window with rows to decide on, with 20,000 SKUs in its cache, against a bare JavaFX window
# that the same build packaged, with its own ahead-of-time cache.
#
#   start-ratio.sh prepare          after mvn verify -Pinstaller: packages the bare window, makes the cache (some minutes)
#   start-ratio.sh measure [RUNS]   starts both in turn (10 times if not said), prints each, the medians and their ratio
#
# PRODUCTS (20000) and DAYS (180) say what lies in the cache; both belong to prepare.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$PWD/target/start
image=$PWD/target/installer/orderbench
say() { echo "[start] $*"; }
fail() { echo "[start] $*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || fail "$1 is missing: apt-get install $2"; }

with_probe() { # IMAGE: a second launcher of the same program with somebody who looks on
    cp "$work/probe.jar" "$1/lib/app/"
    cp "$1/bin/orderbench" "$1/bin/probe"
    sed -e 's/^app.mainclass=.*/app.mainclass=org.orderbench.desktop.StartProbe/' "$1/lib/app/orderbench.cfg" >"$1/lib/app/probe.cfg"
    # shellcheck disable=SC2016 # $APPDIR is for the launcher
    sed -i -e '0,/^\[JavaOptions\]/s//app.classpath=$APPDIR\/probe.jar\n\n[JavaOptions]/' "$1/lib/app/probe.cfg"
}

prepare() {
    [ -x "$image/bin/orderbench" ] || fail "no packaged program in $image: run mvn verify -Pinstaller first"
    [ -f target/test-classes/org/orderbench/desktop/StartProbe.class ] || fail "the benchmarks are not compiled: run mvn test-compile first"
    [ -x "${JAVA_HOME:-/nowhere}/bin/jpackage" ] || fail "JAVA_HOME must name a JDK 25"
    java=$JAVA_HOME/bin
    rm -rf "$work"
    mkdir -p "$work/bare/lib"
    (cd target/test-classes && "$java/jar" --create --file "$work/probe.jar" org/orderbench/desktop/StartProbe*.class)

    say "packages the bare window"
    cp target/orderbench/lib/javafx-*.jar "$work/bare/lib/"
    cp "$work/probe.jar" "$work/bare/lib/orderbench.jar"
    cp -r target/icons "$work/bare/icons"
    modules=$(sed -n '/<installer.modules>/,/<\/installer.modules>/p' pom.xml | sed 's/<[^>]*>//g')
    options=$(sed -n 's/.*<app.jvm.args>\(.*\)<\/app.jvm.args>.*/\1/p' pom.xml)
    "$java/java" packaging/common/build/BuildInstaller.java --lib "$work/bare/lib" --out "$work/bare/installer" --project "$PWD" \
        --notices target/notices --version 0.0.1 --main-class org.orderbench.desktop.StartProbe --modules "$modules" --locales en,de,fr,es \
        --types none --java-options "$options"

    say "copies the packaged program and fills its cache with ${PRODUCTS:-20000} SKUs"
    cp -a "$image" "$work/orderbench"
    with_probe "$work/orderbench"
    program=$work/orderbench/bin/orderbench
    export ORDERBENCH_SECRET=demo
    "$program" serve-demo --port 18099 --products "${PRODUCTS:-20000}" --days "${DAYS:-180}" >"$work/odoo.log" 2>&1 &
    odoo=$!
    trap 'kill $odoo' EXIT
    for _ in $(seq 300); do grep -q 'Demo Odoo' "$work/odoo.log" && break; sleep 1; done
    "$program" connect --home "$work/home" --url http://127.0.0.1:18099 --db demo --login buyer </dev/null
    "$program" sync --home "$work/home" 2>"$work/sync.log"
    "$program" propose --home "$work/home" >"$work/propose.log" 2>&1
    tail -n 3 "$work/propose.log"
    echo 'window.toured=yes' >"$work/home/default/cache/preferences.properties"
}

once() { # COMMAND…: milliseconds from its start until it says READY
    local before=${EPOCHREALTIME/[.,]/} said
    said=$("$@" 2>"$work/run.log" | sed -n 's/^READY //p')
    [ -n "$said" ] || fail "no window came, see $work/run.log"
    echo $((said - before / 1000))
}

measure() {
    need Xvfb xvfb
    [ -x "$work/orderbench/bin/probe" ] || fail "run start-ratio.sh prepare first"
    runs=${1:-10}
    : >"$work/display"
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
    display=$!
    trap 'kill $display' EXIT
    for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.2; done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY ORDERBENCH_SECRET=demo
    unset WAYLAND_DISPLAY
    bare=()
    full=()
    once "$work/bare/installer/orderbench/bin/orderbench" bare >/dev/null
    once "$work/orderbench/bin/probe" --home "$work/home" >/dev/null
    for i in $(seq "$runs"); do
        bare+=("$(once "$work/bare/installer/orderbench/bin/orderbench" bare)")
        full+=("$(once "$work/orderbench/bin/probe" --home "$work/home")")
        say "run $i: bare ${bare[-1]} ms, orderbench ${full[-1]} ms"
    done
    printf '%s\n' "${bare[@]}" | sort -n | awk '{v[NR]=$1} END {print (v[int((NR+1)/2)]+v[int(NR/2)+1])/2}' >"$work/bare.ms"
    printf '%s\n' "${full[@]}" | sort -n | awk '{v[NR]=$1} END {print (v[int((NR+1)/2)]+v[int(NR/2)+1])/2}' >"$work/full.ms"
    awk -v b="$(cat "$work/bare.ms")" -v f="$(cat "$work/full.ms")" -v n="$runs" \
        'BEGIN {printf "[start] medians of %d: bare %d ms, orderbench %d ms: %.2f times (at most 1.5 is asked for)\n", n, b, f, f/b}'
}

case ${1:-} in
    prepare) prepare ;;
    measure) measure "${2:-10}" ;;
    *) sed -n '2,10p' "$0"; exit 2 ;;
esac
