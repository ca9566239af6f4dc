#!/bin/sh
# Checks everything, from a fresh clone: sh packaging/test.sh [--bench] [PYTEST ARGUMENTS]
#
# Lint, types, layers and the test suite; with --bench the benchmarks alone. Paths in the arguments are
# relative to the top of the repository. The tests never touch the user's own display.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1
. "$root/packaging/setup.sh"

bench=
for argument in "$@"; do
    shift
    case $argument in
        --bench) bench=yes ;;
        *) set -- "$@" "$argument" ;;
    esac
done

(set_up test xvfb openbox xdotool poppler-utils) || exit 1
cd "$root" || exit 1

scratch=$(mktemp -d) || exit 1
started=
trap '[ -z "$started" ] || kill $started 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
mkfifo "$scratch/number" || exit 1

# The same words and the same session on every machine.
unset LANGUAGE WAYLAND_DISPLAY DISPLAY
export LC_ALL=C.UTF-8 XDG_RUNTIME_DIR="$scratch" QT_QPA_PLATFORM=offscreen

# Sets $DISPLAY to a new X server with a window manager. Windows take the keyboard focus from each other, so
# every test process gets its own.
start_display() {
    Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$scratch/number" >/dev/null 2>&1 &
    started="$started $!"
    read -r number <"$scratch/number" || return 1
    export DISPLAY=":$number" QT_QPA_PLATFORM=xcb
    if command -v openbox >/dev/null; then
        openbox --sm-disable >/dev/null 2>&1 &
        started="$started $!"
    fi
}

failed=
part() {
    name=$1
    shift
    echo "== $name"
    "$@" || failed="$failed $name,"
}


bench() {
    ! command -v Xvfb >/dev/null || start_display || return 1
    .venv/bin/python -m pytest tests/benchmarks -o addopts="-p no:cacheprovider" -p no:xdist "$@"
}

suite() {
    if command -v Xvfb >/dev/null; then
        start_display || return 1
        first=$DISPLAY
        start_display || return 1
        set -- --dist load --tx "popen//env:DISPLAY=$first" --tx "popen//env:DISPLAY=$DISPLAY" "$@"
    else
        set -- -n 2 "$@"
    fi
    .venv/bin/python -m pytest -p no:benchmark "$@"
}

if [ -n "$bench" ]; then
    part benchmarks bench "$@"
else
    part lint .venv/bin/ruff check .
    part format .venv/bin/ruff format --check .
    part types .venv/bin/mypy
    part layers .venv/bin/lint-imports --no-logo
    part tests suite "$@"
fi

if [ -n "$failed" ]; then
    echo "Failed:${failed%,}"
    exit 1
fi
echo "All is well."
