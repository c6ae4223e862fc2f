#!/bin/sh
# Measures the two shapes of weaving beside each other; see README.md.
#   agent/overhead/shapes/measure.sh WORKLOAD JAVA_HOME [CLOSED OPEN CLOSED_AGAIN]
# Seconds of each JVM's own time; by default 30 15 30. Needs git, a JDK 17 and Maven.
set -eu
workload=$1
jdk=$2
closed=${3:-30}
open=${4:-15}
again=${5:-30}
commit=3fc69628d22fc7ae3366c0890d3c9b96652c2f86
here=$(cd "$(dirname "$0")" && pwd)
scratch=$here/../target/shapes
if [ ! -d "$scratch" ]; then
    git -C "$here" worktree add --detach "$scratch" "$commit"
    git -C "$scratch" apply "$here/duplication.patch"
    # A scratch build: it writes to the standard error, and is formatted as it came.
    (cd "$scratch" && mvn -B -q package -DskipTests -Dforbiddenapis.skip=true -Dspotless.check.skip=true \
        -pl agent/overhead,agent/workloads,agent/entry,agent -am)
fi
mkdir -p "$scratch/kept"
# All five JVMs are alive, and each runs for a fifth of the time.
cd "$scratch"
java -Dshapes.plan=$((5 * closed)),$((5 * open)),$((5 * again)) -Dshapes.keep="$scratch/kept" \
    -cp agent/overhead/target/classes dev.photofinish.overhead.Table --slice 300 --pairs 1 --warmup "$closed" \
    --seconds $((open + again + 5)) --workloads "$workload" --rows none,sync,gate,duplicate --jdks "$jdk" \
    --output "$scratch/kept/$workload.md"
cat "kept/$workload.md"
grep -H '^shapes' kept/*.log
