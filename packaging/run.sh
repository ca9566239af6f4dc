#!/bin/sh
# Starts journeymapper from a fresh clone: sh packaging/run.sh [ARGUMENTS]
#
# The arguments are those of the program. Without any, the editor opens on the example; on a machine without
# a display the example is exported to build/example instead.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1
. "$root/packaging/setup.sh"

(set_up run) || exit 1

journeymapper=$root/.venv/bin/journeymapper
example=$root/resources/examples/laptop-shop.journey
exported=$root/build/example

if [ $# -gt 0 ]; then
    exec "$journeymapper" "$@"
fi
if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$journeymapper" "$example"
fi

echo "There is no display here, so the example is exported instead of opened."
mkdir -p "$exported" || exit 1
for kind in pdf png; do
    "$journeymapper" export "$example" "$exported/laptop-shop.$kind" || exit
    echo "$exported/laptop-shop.$kind"
done
