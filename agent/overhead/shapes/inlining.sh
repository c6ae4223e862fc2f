#!/bin/sh
# What HotSpot's optimizing compiler inlines with and without the agent; see README.md.
#   agent/overhead/shapes/inlining.sh WORKLOAD JAVA_HOME [SECONDS] [INCLUDE]
# After mvn package. Runs the workload twice, each for so many seconds (90), one after the other.
set -eu
workload=$1
java=$2/bin/java
seconds=${3:-90}
include=${4:-**}
root=$(cd "$(dirname "$0")/../../.." && pwd)
scratch=$root/agent/overhead/target/inlining
mkdir -p "$scratch/plain" "$scratch/agent"

run() {
    log=$1
    shift
    "$java" -Xmx1g -Dworkload.unpaced=true -XX:+UnlockDiagnosticVMOptions -XX:+PrintCompilation -XX:+PrintInlining "$@" \
        -cp "$root/agent/workloads/target/classes:$(cat "$root/agent/workloads/target/classpath.txt")" \
        dev.photofinish.workload.Main "$workload" "$seconds" > "$scratch/$log" 2>&1
}
run plain.log -Djava.io.tmpdir="$scratch/plain"
run agent.log -Djava.io.tmpdir="$scratch/agent" \
    "-javaagent:$root/agent/target/photofinish-agent.jar=include=$include,dir=$scratch/agent,analyzer=http://127.0.0.1:9"

# The probes are empty from the first that is inlined with one byte on.
count() {
    awk -v name="$1" '
        / bytes\)   inline \(hot\)/ { inlined++ }
        /hot method too big/ { large++ }
        /size > DesiredMethodLimit/ { limit++ }
        /inlining too deep/ { deep++ }
        /Probe::.* \(1 bytes\)   inline/ { empty++ }
        /Probe::.* \(1 bytes\)   (failed|size|hot|too|inlining|already|call|Node|low)/ { left++ }
        END {
            printf "| %s | %d | %.1f | %.1f | %.1f | %d, %d |\n", name, inlined, 1000 * large / inlined,
                1000 * limit / inlined, 1000 * deep / inlined, empty, left
        }'
}
echo "| $workload | inlined as hot | refused for 1000 of them: hot method too big | size > DesiredMethodLimit | inlining too deep | empty probes inlined, left |"
echo "|---|---|---|---|---|---|"
empty='Probe::.* \(1 bytes\)   inline'
count "no agent" < "$scratch/plain.log"
awk "/$empty/ { exit } { print }" "$scratch/agent.log" | count "probes with bodies"
awk "/$empty/ { seen = 1 } seen { print }" "$scratch/agent.log" | count "emptied probes"
