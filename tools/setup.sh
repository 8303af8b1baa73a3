# What ./dev needs before it can work: system packages, .venv, Python packages, the compiled package.
# Sourced by ./dev. Every step leaves a stamp with a hash of its inputs and is skipped while that holds.
# shellcheck shell=bash

: "${root:?is set by ./dev}"
venv="$root/.venv"
build_dir="$root/build/dev"
log_dir="$root/build/log"

export PATH="$venv/bin:$PATH"
export PYTHONNOUSERSITE=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
export MPLCONFIGDIR="$root/.cache/matplotlib"
unset PYTHONHOME PYTHONPATH

# set_up GROUP: everything for a command; groups are run, dev (adds the tests) and notebook.
set_up() {
    prepare "$1"
    build "$1"
}

# prepare GROUP: all but the compiled package.
prepare() {
    mkdir -p "$log_dir"
    # Two commands started at once do not set up at once.
    exec 9>"$root/build/setup.lock"
    flock 9
    find_python
    install_packages "$1"
    make_venv
    install_requirements run requirements/build.txt
    if [[ $1 != run ]]; then
        install_requirements "$1" "requirements/$1.txt"
    fi
    exec 9>&-
}

# logged NAME WHAT COMMAND…: one line on the screen, the output in build/log/NAME.log.
logged() {
    local log="$log_dir/$1.log" what="$2"
    shift 2
    echo "$what …"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        {
            echo "failed: $what; the end of build/log/${log##*/}:"
            tail -n 40 "$log"
        } >&2
        return 1
    fi
}

give_up() {
    echo "./dev: $*" >&2
    exit 1
}

hash_of() { cat -- "$@" | sha256sum | cut -d ' ' -f 1; }
is_done() { [[ -f $1 && $(<"$1") == "$2" ]]; }

# --- Python --------------------------------------------------------------------------------------

recent_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# Whether a Python can make environments and compile extensions.
complete() {
    "$1" - 2>/dev/null <<'PYTHON'
import ensurepip, os, sys, sysconfig, venv
header = os.path.join(sysconfig.get_path("include"), "Python.h")
sys.exit(sys.version_info < (3, 11) or not os.path.isfile(header))
PYTHON
}

# Sets `python_command`: the first complete one of the system's and the one on PATH. When there is
# none, it is the system's, and `python_packages` are what it lacks.
find_python() {
    local candidate
    python_command=/usr/bin/python3
    python_packages=()
    for candidate in "${PYTHON:-}" /usr/bin/python3 python3; do
        # Not the one of .venv, which may be about to be made again.
        candidate="$(PATH="${PATH//"$venv/bin:"/}"; type -P -- "$candidate" || true)"
        if [[ -n $candidate ]] && complete "$candidate"; then
            python_command="$candidate"
            return
        fi
    done
    if [[ -x $python_command ]] && ! recent_enough "$python_command"; then
        give_up "needs Python 3.11 or newer with its headers; name one with PYTHON=/path/to/python3"
    fi
    python_packages=(python3 python3-dev python3-venv)
}

# --- System packages -----------------------------------------------------------------------------

# installed PATTERN: whether a package whose name matches is installed.
installed() {
    dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# Sets `missing` to the system packages that a group still needs.
find_missing() {
    local package packages=(g++ libicu-dev "${python_packages[@]}")
    if [[ $1 == dev ]]; then
        packages+=(libgtest-dev unicode-data)
    fi
    if [[ $1 == prove ]]; then
        packages+=(clang)
    fi
    if [[ $1 == wheel ]]; then
        packages+=(icu-devtools)
    fi
    missing=()
    for package in "${packages[@]}"; do
        installed "$package" || missing+=("$package")
    done
}

available() { [[ -n $(apt-cache --quiet=0 show --no-all-versions "$1" 2>/dev/null) ]]; }

apt_install() {
    DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -o DPkg::Lock::Timeout=300 \
        install --yes --no-install-recommends "${missing[@]}"
}

apt_update() { LC_ALL=C apt-get -o DPkg::Lock::Timeout=300 update; }

install_packages() {
    if ! type -P dpkg-query apt-get >/dev/null; then
        echo "no apt here: g++ 12 and ICU (and GoogleTest) with headers must be installed"
        return
    fi
    find_missing "$1"
    if ((${#missing[@]} == 0)); then
        return
    fi
    if ((EUID != 0)); then
        echo "These system packages are missing; install them, then run ./dev again:" >&2
        echo "sudo apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    if ! available g++; then
        logged apt-update "Reading the list of system packages" apt_update || exit 1
    fi
    if ! logged apt-install "Installing ${missing[*]}" apt_install; then
        # An old list names files that are gone.
        logged apt-update "Reading the list of system packages again" apt_update || exit 1
        logged apt-install "Installing ${missing[*]}" apt_install || exit 1
    fi
}

# --- The environment -----------------------------------------------------------------------------

# A stamp of .venv names the place it was made for: environments and build folders cannot be moved.
make_venv() {
    local stamp="$venv/stamps/venv" version=none
    if [[ -x $venv/bin/python ]]; then
        version="$("$venv/bin/python" -c 'import sys; print(sys.version_info[:2])' || true)"
    fi
    if is_done "$stamp" "$root $version"; then
        return
    fi
    rm -rf -- "$build_dir"
    logged venv "Making .venv" "$python_command" -m venv --clear "$venv" || exit 1
    version="$("$venv/bin/python" -c 'import sys; print(sys.version_info[:2])')"
    mkdir -p "$venv/stamps"
    echo "$root $version" >"$stamp"
}

# install_requirements NAME FILE: the packages of a file; for `run` those of the package itself too.
install_requirements() {
    local name="$1" stamp="$venv/stamps/$1" hash files=("$2")
    if [[ $name == run ]]; then
        files+=("$venv/stamps/requirements.txt")
        python tools/project.py requirements >"${files[1]}"
    fi
    hash="$(hash_of "${files[@]}" requirements/constraints.txt)"
    if is_done "$stamp" "$hash"; then
        return
    fi
    logged "pip-$name" "Installing Python packages ($name)" python -m pip install \
        "${files[@]/#/--requirement=}" --constraint requirements/constraints.txt || exit 1
    echo "$hash" >"$stamp"
}

# --- The compiled package ------------------------------------------------------------------------

# build GROUP: compiles what changed and puts the extension where .venv imports it. Imports never
# compile, so they need neither cmake on PATH nor a writable folder.
build() {
    local stamp="$venv/stamps/package" tests=OFF hash
    # Once the C++ tests are on they stay on: nothing is configured back and forth.
    if [[ $1 == dev ]] || grep -qs '^WORTFELD_BUILD_TESTS:.*=ON' "$build_dir/CMakeCache.txt"; then
        tests=ON
    fi
    export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}"
    hash="$(python tools/project.py build-inputs "$tests")"
    exec 9>"$root/build/setup.lock"
    flock 9
    if is_done "$stamp" "$hash" && [[ -f $build_dir/CMakeCache.txt ]]; then
        logged build "Compiling what changed" compile_changes "$1"
    else
        rm -f -- "$stamp"
        logged build "Compiling" install_package "$tests"
        echo "$hash" >"$stamp"
    fi
    exec 9>&-
}

install_package() {
    python -m pip install --no-build-isolation --no-deps --editable . \
        --config-settings=build-dir="$build_dir" \
        --config-settings=cmake.define.WORTFELD_BUILD_TESTS="$1"
}

# A command that runs no C++ tests does not wait for them.
compile_changes() {
    local site target=all
    if [[ $1 == run || $1 == notebook ]]; then
        target=_core
    fi
    site="$(python -c 'import sysconfig; print(sysconfig.get_path("platlib"))')"
    cmake --build "$build_dir" --target "$target" && cmake --install "$build_dir" --prefix "$site"
}
