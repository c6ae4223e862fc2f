#!/usr/bin/env bash
# Shows Photofinish at work: starts the analyzer and a sample service under load, attaches to the running service by its
# process id, prints the races and the long-held locks it finds, and stays until Ctrl-C. Then nothing is left behind.
# Functions are called by name and by trap.
# shellcheck disable=SC2317
set -euo pipefail

readonly wanted_port=9464
readonly port_tries=50
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
readonly agent_jar=$root/agent/target/photofinish-agent.jar
readonly analyzer_jar=$root/analyzer/target/photofinish-analyzer.jar
readonly demo_jar=$root/deploy/demo/target/photofinish-demo.jar

once=false
build=true
patience=60
work=
attached_pid=
signal_status=130

usage() {
    cat <<'USAGE'
deploy/demo.sh [--once] [--timeout SECONDS] [--no-build]

  --once             end after the report: 0 if races were found, 1 if not
  --timeout SECONDS  how long to look for everything the sample service hides (default 60)
  --no-build         fail instead of building a jar that is missing

  JAVA_HOME          the Java (17 or later) of everything; without it, the java of the PATH
  DEMO_JAVA_HOME     another Java for the sample service, for instance a JDK 25
USAGE
}

say() { printf '%s\n' "$*"; }

die() {
    printf 'demo.sh: %s\n' "$*" >&2
    exit 1
}

# die_with_log LOG SENTENCE: the last lines of the log say why.
die_with_log() {
    printf 'demo.sh: %s Its last lines:\n' "$2" >&2
    tail -n 20 "$1" >&2
    exit 1
}

parse_options() {
    while (($# > 0)); do
        case $1 in
            --once) once=true ;;
            --no-build) build=false ;;
            --timeout)
                [[ ${2-} =~ ^[1-9][0-9]{0,4}$ ]] || bad_option "--timeout: expected seconds, found '${2-}'"
                patience=$2
                shift
                ;;
            -h | --help)
                usage
                exit 0
                ;;
            *) bad_option "unknown option '$1'" ;;
        esac
        shift
    done
}

bad_option() {
    printf 'demo.sh: %s\n' "$1" >&2
    usage >&2
    exit 2
}

# find_java NAME HOME: prints the java of that home, or that of the PATH where the home is empty.
find_java() {
    local java version
    if [[ -n $2 ]]; then
        java=$2/bin/java
        [[ -x $java ]] || die "$1 is '$2', but there is no bin/java in it."
    else
        java=$(command -v java) || die "There is no java: install a JDK 17 or later (Debian: openjdk-17-jdk-headless) or set JAVA_HOME."
    fi
    version=$("$java" -version 2>&1) || die "'$java -version' failed: $version"
    [[ $version =~ version\ \"([0-9]+) ]] || die "Cannot tell the version of '$java' from: $version"
    ((BASH_REMATCH[1] >= 17)) || die "'$java' is Java ${BASH_REMATCH[1]}: 17 or later is needed."
    printf '%s\n' "$java"
}

# start LOG COMMAND...: runs it in the background, where Ctrl-C does not reach it; its pid is in $started.
start() {
    local log=$1
    shift
    : >"$log"
    "$@" >>"$log" 2>&1 </dev/null &
    started=$!
}

runs() { kill -0 "$1" 2>/dev/null; }

# await_end PID [WHAT]: its exit status, with signals handled at once; says every 10 s that it still waits for WHAT.
await_end() {
    local status=0 since=$SECONDS spoken=$SECONDS
    while runs "$1"; do
        check_services
        if [[ -n ${2-} ]]; then
            still_waiting "$2"
        fi
        sleep 0.2
    done
    wait "$1" || status=$?
    return "$status"
}

# still_waiting WHAT: says so every 10 s, by the caller's clocks $since and $spoken.
still_waiting() {
    if ((SECONDS - spoken >= 10)); then
        spoken=$SECONDS
        say "  $((SECONDS - since)) s: still waiting for $1"
    fi
}

# A service that died explains whatever else goes wrong.
check_services() {
    if [[ -n ${analyzer_pid-} ]] && ! runs "$analyzer_pid"; then
        die_with_log "$work/analyzer.log" "The analyzer has ended unexpectedly."
    fi
    if [[ -n ${demo_pid-} ]] && ! runs "$demo_pid"; then
        die_with_log "$work/demo.log" "The sample service has ended unexpectedly."
    fi
}

build_missing() {
    local jar log=$work/build.log line shown=0 count since=$SECONDS spoken=$SECONDS
    local -a missing=()
    for jar in "$agent_jar" "$analyzer_jar" "$demo_jar"; do
        [[ -f $jar ]] || missing+=("${jar#"$root"/}")
    done
    ((${#missing[@]} > 0)) || return 0
    $build || die "Missing: ${missing[*]} (and --no-build was given)."
    command -v mvn >/dev/null || die "Missing: ${missing[*]}, and there is no mvn to build them: install Maven 3.8 or later (Debian: maven)."
    say "building, because these are missing: ${missing[*]} (the first time Maven also downloads what it needs)"
    start "$log" mvn -B -f "$root/pom.xml" -pl agent/entry,analyzer,deploy/demo -am -Dmaven.test.skip package
    while runs "$started"; do
        count=0
        while read -r line; do
            if [[ $line == '[INFO] Building '*' ['*/*']'* ]] && ((++count > shown)); then
                shown=$count
                spoken=$SECONDS
                say "  $((SECONDS - since)) s: ${line#'[INFO] '}"
            fi
        done <"$log"
        still_waiting Maven
        sleep 0.5
    done
    wait "$started" || die_with_log "$log" "The build failed."
    for jar in "${missing[@]}"; do
        [[ -f $root/$jar ]] || die "The build ended well but left no $jar."
    done
    say "  built in $((SECONDS - since)) s"
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

choose_port() {
    port=$wanted_port
    while port_taken "$port"; do
        port=$((port + 1))
        ((port < wanted_port + port_tries)) || die "All ports from $wanted_port to $((port - 1)) on 127.0.0.1 are taken."
    done
    ((port == wanted_port)) || say "port $wanted_port is taken: using $port"
}

# answers PATH: the analyzer answers 200 there.
answers() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$port"
        printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$1" >&3
        read -r -t 5 line <&3
        [[ $line == HTTP/*' 200'* ]]
    ) 2>/dev/null
}

start_analyzer() {
    choose_port
    mkdir "$work/data" "$work/tmp"
    printf 'listen=127.0.0.1:%s\ndataDir=%s\n' "$port" "$work/data" >"$work/analyzer.properties"
    say "starting the analyzer on http://127.0.0.1:$port"
    start "$work/analyzer.log" "$java" -Xmx512m "-Djava.io.tmpdir=$work/tmp" -jar "$analyzer_jar" \
        serve --config "$work/analyzer.properties"
    analyzer_pid=$started
    await_ready 60 analyzer "$work/analyzer.log" answers /api/v1/findings
}

start_demo() {
    say "starting the sample service under load ($("$demo_java" -version 2>&1 | head -n 1))"
    start "$work/demo.log" "$demo_java" -Xmx256m "-Djava.io.tmpdir=$work/tmp" -jar "$demo_jar"
    demo_pid=$started
    await_ready 60 "sample service" "$work/demo.log" demo_announced
    say "  it runs as process $demo_pid on $demo_address"
}

demo_announced() {
    local line
    while read -r line; do
        if [[ $line == 'ready '* ]]; then
            read -r _ demo_address _ <<<"$line"
            return 0
        fi
    done <"$work/demo.log"
    return 1
}

# await_ready SECONDS NAME LOG CONDITION...
await_ready() {
    local seconds=$1 name=$2 log=$3 since=$SECONDS spoken=$SECONDS
    shift 3
    until "$@"; do
        check_services
        still_waiting "the $name"
        ((SECONDS - since < seconds)) || die_with_log "$log" "The $name was not ready after $seconds s."
        sleep 0.2
    done
}

attach() {
    local line
    attach_millis=${EPOCHREALTIME/[.,]/}
    attach_millis=${attach_millis%???}
    say "attaching to process $demo_pid"
    start "$work/attach.log" "$java" "-Djava.io.tmpdir=$work/tmp" -jar "$agent_jar" attach "$demo_pid" \
        "analyzer=http://127.0.0.1:$port,include=dev.photofinish.demo.**,service=demo,budget=20"
    await_end "$started" "the attach" || die_with_log "$work/attach.log" "The attach failed."
    attached_pid=$demo_pid
    while read -r line; do say "  $line"; done <"$work/attach.log"
}

report() {
    local status=0
    say "looking for what the sample service hides, for at most $patience s"
    "$java" -cp "$demo_jar" dev.photofinish.demo.report.Report "analyzer=http://127.0.0.1:$port" \
        "expected=$root/deploy/demo/EXPECTED.txt" "attached=$attach_millis" "timeout=$patience" </dev/null &
    await_end "$!" || status=$?
    ((status <= 1)) || die_with_log "$work/analyzer.log" "The analyzer could not be asked."
    say
    say "  page      http://127.0.0.1:$port/"
    say "  metrics   http://127.0.0.1:$port/metrics"
    say "  findings  http://127.0.0.1:$port/api/v1/findings"
    return "$status"
}

stay() {
    signal_status=0
    say
    say "everything keeps running: Ctrl-C ends it"
    while true; do
        check_services
        sleep 0.5
    done
}

stop() {
    local pid=$1 since=$SECONDS
    kill -TERM "$pid" 2>/dev/null || return 0
    while runs "$pid"; do
        if ((SECONDS - since > 10)); then
            kill -KILL "$pid" 2>/dev/null || true
            break
        fi
        sleep 0.1
    done
    wait "$pid" 2>/dev/null || true
}

detach() {
    if [[ -n $attached_pid ]] && runs "$attached_pid"; then
        timeout 60 "$java" "-Djava.io.tmpdir=$work/tmp" -jar "$agent_jar" detach "$attached_pid" \
            >"$work/detach.log" 2>&1 || {
            printf 'demo.sh: The detach failed:\n' >&2
            tail -n 5 "$work/detach.log" >&2
        }
    fi
}

cleanup() {
    local status=$? i children
    trap - EXIT
    trap '' INT TERM HUP
    [[ -n $work ]] || exit "$status"
    # A signal may come before anybody could have noted what was started: bash itself knows.
    mapfile -t children < <(jobs -p)
    ((${#children[@]} == 0)) || say "ending: detaching, stopping the processes, removing $work"
    detach
    for ((i = ${#children[@]} - 1; i >= 0; i--)); do
        stop "${children[i]}"
    done
    rm -rf "$work"
    exit "$status"
}

parse_options "$@"
trap cleanup EXIT
trap 'exit "$signal_status"' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
java=$(find_java JAVA_HOME "${JAVA_HOME-}")
demo_java=$(find_java DEMO_JAVA_HOME "${DEMO_JAVA_HOME-${JAVA_HOME-}}")
work=$(mktemp -d "${TMPDIR:-/tmp}/photofinish-demo.XXXXXX")
build_missing
start_analyzer
start_demo
attach
found=0
report || found=$?
$once || stay
exit "$found"
