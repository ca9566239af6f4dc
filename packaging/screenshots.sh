#!/bin/sh
# Takes the README's screenshots from the real program: sh packaging/screenshots.sh
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1
. "$root/packaging/setup.sh"

(set_up run) || exit 1
exec "$root/.venv/bin/python" "$root/packaging/screenshots.py"
