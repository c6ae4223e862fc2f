#!/usr/bin/env bash
# Installs the programs that the tests run against, as Debian packages, and then runs all tests: mvn -B verify.
# What is left then of 25 minutes goes into the soak and the tests of memory. Arguments go to Maven.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# program, Debian package, why
readonly needed=(
    "javac openjdk-17-jdk-headless compiles and runs everything"
    "mvn maven builds and runs the tests"
    "prometheus prometheus scrapes the analyzer and answers the queries of rules and dashboards in the tests"
    "promtool prometheus tests the alert rules"
    "prometheus-alertmanager prometheus-alertmanager receives an alert in the tests"
    "chromium chromium opens the analyzer's page in the tests"
)
readonly policy=/usr/sbin/policy-rc.d

# All of it may take 25 minutes; a soak is five, both JDKs together; beside it are Maven's start and the tests of memory.
readonly limit=1500 soak=300 beside=100

say() { printf 'verify.sh: %s\n' "$*"; }

# Programs of daemons are in /usr/sbin, which is not on everyone's PATH.
has() { PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null 2>&1; }

as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo -- "$@"
    fi
}

# A daemon's package starts the daemon when it is installed; the tests start their own.
keep_daemons_down() {
    [[ ! -e $policy ]] || return 0
    trap 'as_root rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
}

disable_daemons() {
    local package
    [[ -d /run/systemd/system ]] || return 0
    for package in "$@"; do
        case $package in
            prometheus | prometheus-alertmanager) as_root systemctl disable --now --quiet "$package" || true ;;
        esac
    done
}

# A subshell, at whose end daemons may be started again.
install_packages() (
    if ! command -v apt-get >/dev/null; then
        say "there is no apt-get here: install them in your own way"
        return 1
    fi
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        say "you are not root and there is no sudo: run as root: apt-get install --no-install-recommends $*"
        return 1
    fi
    keep_daemons_down
    as_root apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" &&
        disable_daemons "$@"
)

missing=()
for entry in "${needed[@]}"; do
    read -r program package why <<<"$entry"
    if ! has "$program"; then
        say "missing: $program (package $package), which $why"
        [[ " ${missing[*]-} " == *" $package "* ]] || missing+=("$package")
    fi
done
if ((${#missing[@]} > 0)); then
    say "installing ${missing[*]}"
    install_packages "${missing[@]}" ||
        say "COULD NOT INSTALL ${missing[*]}: going on without; a test that needs one of them fails or says that it was skipped"
fi
has kubectl || say "NO kubectl, AND NO CURRENT ONE IN DEBIAN: the test that renders deploy/kubernetes is SKIPPED; install kubectl to run it"

# Compiling gains by two modules at a time; tests, which measure and wait, do not.
say "building: mvn -B -q -T2 package -DskipTests${*:+ $*}"
mvn -B -q -T2 package -DskipTests "$@"
say "running: mvn -B verify${*:+ $*}"
mvn -B verify "$@"

left=$((limit - beside - SECONDS))
if ((left < 60)); then
    say "NO TIME LEFT after $SECONDS s: the soak of $soak s and MemoryIT are SKIPPED; the soak of 20 s has run"
    exit
fi
seconds=$((left < soak ? left : soak))
((seconds == soak)) || say "LITTLE TIME LEFT after $SECONDS s: the soak takes $seconds s instead of $soak"
say "running: SoakIT for $seconds s, MemoryIT"
mvn -B verify -pl agent/conformance -am -Dtest=NoUnit -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SoakIT,MemoryIT \
    -Dfailsafe.failIfNoSpecifiedTests=false -DexcludedGroups=none -Dsoak.seconds="$seconds" "$@"
