# Set-up shared by run.sh and test.sh, which source this file with $root set to the top of the repository.
# Nothing here writes to standard output: that belongs to the program.
# shellcheck shell=sh
: "${root:?}"

# What the Qt platform plugins link to and the Qt wheels do not carry; then what the print dialog asks for
# printers; then a sans with Thai and Arabic. Debian's names; where a release has renamed one (libcups2t64),
# the new package provides the old name.
qt_packages="libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libwayland-client0 libwayland-cursor0
    libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0
    libxkbcommon0 libcups2 fonts-noto-core fonts-noto-color-emoji"

say() {
    printf '%s\n' "$*" >&2
}

# set_up run|test [PACKAGE…]: everything that must be there before the program, or its tests, can start.
set_up() {
    cd "$root" || return 1
    make_environment "$1" || return 1
    compile_catalogues
    shift
    # shellcheck disable=SC2086 # a list of names
    see_to_packages $qt_packages "$@"
}

# The stamp in .venv is written last and says where the environment was made and with which Python (a moved
# or half-made one, or one whose Python has gone, is made anew), from what, and whether for the tests too.
make_environment() {
    kind=$1
    stamp=.venv/set-up
    sources=$(cat pyproject.toml packaging/constraints.txt packaging/catalogues.py | cksum)
    if [ -f "$stamp" ] && [ "$(sed -n 1p "$stamp")" = "$(describe_environment)" ]; then
        [ "$(sed -n 3p "$stamp")" = run ] || kind='test'
        [ "$(sed -n 2,3p "$stamp")" != "$sources
$kind" ] || return 0
        rm -f "$stamp"
    else
        find_python || return 1
        say "Making .venv with $("$python" --version)"
        rm -rf .venv
        "$python" -m venv .venv >&2 || return 1
    fi
    say "Installing the libraries into .venv (once, some 100 MB)"
    install_project "$kind" || {
        say "The libraries could not be installed; the lines above say why."
        return 1
    }
    printf '%s\n%s\n%s\n' "$(describe_environment)" "$sources" "$kind" >"$stamp"
}

describe_environment() {
    printf '%s %s' "$root" "$(.venv/bin/python -c 'import sys; print(*sys.version_info[:2])' 2>/dev/null)"
}

# The build tools come from the constraints like all the rest, so the build is not isolated.
install_project() {
    project=.
    [ "$1" = run ] || project='.[test]'
    pip_install setuptools Babel && pip_install --no-build-isolation --editable "$project"
}

pip_install() {
    .venv/bin/python -m pip -q -q --disable-pip-version-check install -c packaging/constraints.txt "$@" >&2
}

# Sets $python to a Python that is new enough and can make virtual environments.
find_python() {
    bare=
    for python in python3.13 python3.12 python3.11 python3 python; do
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        ! can_make_environments || return 0
        bare=${bare:-$python}
    done
    if [ -z "$bare" ]; then
        say "journeymapper needs Python 3.11 or newer, and none was found on the PATH."
        return 1
    fi
    python=$bare
    see_to_packages "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    can_make_environments && return 0
    say "$python is new enough but lacks its modules venv and ensurepip."
    return 1
}

can_make_environments() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null
}

# A wheel gets its catalogues when it is built; here a changed or new translation is compiled before each start.
compile_catalogues() {
    for words in journeymapper/locale/*/LC_MESSAGES/journeymapper.po; do
        [ -f "$words" ] || continue
        compiled=${words%.po}.mo
        if [ ! -f "$compiled" ] || [ -n "$(find "$words" -newer "$compiled")" ]; then
            .venv/bin/pybabel -q compile -i "$words" -o "$compiled" >&2
        fi
    done
}

# see_to_packages PACKAGE…: installs what is missing where it may; otherwise says how, and goes on.
see_to_packages() {
    command -v dpkg-query >/dev/null || return 0
    missing=$(missing_packages "$*")
    [ -n "$missing" ] || return 0
    as_root=
    if [ "$(id -u)" != 0 ]; then
        as_root='sudo'
        sudo -n true 2>/dev/null || {
            tell_packages
            return 0
        }
    fi
    say "Installing system packages: $missing"
    answer=$(apt_install) || answer=$(apt_get update 2>&1 && apt_install) || {
        say "$answer"
        tell_packages
    }
}

missing_packages() {
    # shellcheck disable=SC2016 # dpkg-query's own variables
    dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' | awk -v wanted="$1" '
        $1 == "installed" { gsub(/[(),]/, " "); for (i = 2; i <= NF; i++) have[$i] = 1 }
        END {
            count = split(wanted, name)
            for (i = 1; i <= count; i++) if (!(name[i] in have)) printf "%s%s", (n++ ? " " : ""), name[i]
        }'
}

tell_packages() {
    say "System packages are missing; this installs them:"
    say "    ${as_root:+$as_root }apt-get install -y --no-install-recommends $missing"
}

apt_install() {
    # shellcheck disable=SC2086 # a list of names
    apt_get install -y --no-install-recommends $missing 2>&1
}

apt_get() {
    ${as_root:+sudo -n} env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=60 "$@"
}

# Qt asks for a UTF-8 locale, and warns where none is set at all.
if [ -z "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ]; then
    export LANG=C.UTF-8
fi
unset PYTHONHOME PYTHONPATH
