#!/bin/sh
# Brings the translations up to the source: sh packaging/messages.sh [LANGUAGE]
#
# Extracts journeymapper/locale/journeymapper.pot, starts a catalogue where LANGUAGE (lv, pt_BR …) has none,
# updates the others and compiles all.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1
. "$root/packaging/setup.sh"

(set_up run) || exit 1
cd "$root" || exit 1

locale=journeymapper/locale
template=$locale/journeymapper.pot
mkdir -p "$locale" || exit 1
# What finds the words of the data lies in packaging/.
PYTHONPATH=packaging .venv/bin/pybabel -q extract -F pyproject.toml -k mark -c Translators: --project journeymapper \
    --copyright-holder "journeymapper contributors" -o "$template" journeymapper resources || exit 1
for words in "$locale"/*/LC_MESSAGES/journeymapper.po; do
    [ -f "$words" ] || continue
    .venv/bin/pybabel -q update -D journeymapper -i "$template" -d "$locale" || exit 1
    break
done
if [ $# -gt 0 ] && [ ! -f "$locale/$1/LC_MESSAGES/journeymapper.po" ]; then
    .venv/bin/pybabel -q init -D journeymapper -i "$template" -d "$locale" -l "$1" || exit 1
fi
compile_catalogues
