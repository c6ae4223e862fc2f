package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of waits against what a program measured of them itself: sums within 5 %, owners and places exactly. */
final class ContentionTruthIT {
    private static final String PROGRAM = ContendedRun.PROGRAM;
    private static final String REENTRANT_LOCK = "java.util.concurrent.locks.ReentrantLock";
    private static final long ALLOCATED_IN_CONVOY = 1 << 16;
    private static final Percentage CLOSE = Percentage.withPercentage(5);

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void report_agreesWithTheProgram(Jdk jdk) throws Exception {
        ContendedRun run = ContendedRun.of(jdk, "contended-" + jdk.feature());
        ContendedTruth truth = run.truth();
        JsonNode report = run.report();
        assertThat(report.required("incomplete").asInt())
                .as(report.required("incompleteReasons").toString())
                .isZero();
        monitor(report, truth);
        lock(report, truth);
        chain(report, truth);
        convoy(report, truth);
        starvation(report, truth);
        starvingWriter(report, truth);
    }

    private static void monitor(JsonNode report, ContendedTruth truth) {
        JsonNode row = row(report, "handoff", PROGRAM + "$Monitor", ".enterMonitor:");
        assertThat(row.required("kind").asText()).isEqualTo("monitor");
        assertThat(row.required("waits").asInt()).isEqualTo(2);
        assertThat(row.required("waitNanos").asLong()).isCloseTo(truth.waited("monitor"), CLOSE);
        assertThat(row.required("contendedNanos").asLong()).isCloseTo(truth.wallClock("monitor"), CLOSE);
        assertThat(row.at("/queue/maxWaiters").asInt()).isEqualTo(2);
        assertThat(row.at("/queue/maxHoldNanos").asLong()).isCloseTo(truth.held("monitor-holder"), CLOSE);
        JsonNode pause = row.at("/queue/holderPauses/0");
        assertThat(pause.required("kind").asText())
                .as("the holder parks while it holds")
                .isEqualTo("park");
        assertThat(pause.required("nanos").asLong())
                .isBetween(truth.held("monitor-holder") / 2, truth.held("monitor-holder"));
        assertThat(row.required("advice").toString()).contains("parked");
        JsonNode blocker = row.at("/queue/blockers/0");
        assertThat(blocker.required("thread").asText()).isEqualTo("monitor-holder");
        assertThat(blocker.required("site").asText()).startsWith(PROGRAM + ".holdMonitor:");
        assertThat(blocker.required("depth").asInt()).isEqualTo(1);
        JsonNode ofTheJdk = row(report, "jfr", PROGRAM + "$Monitor", ".enterMonitor:");
        assertThat(ofTheJdk.required("waitNanos").asLong()).isCloseTo(truth.waited("monitor"), CLOSE);
        assertThat(ofTheJdk.required("contendedNanos").asLong()).isCloseTo(truth.wallClock("monitor"), CLOSE);
    }

    private static void lock(JsonNode report, ContendedTruth truth) {
        JsonNode row = row(report, "handoff", REENTRANT_LOCK, ".takeLock:");
        assertThat(row.required("kind").asText()).isEqualTo("lock");
        assertThat(row.required("waitNanos").asLong()).isCloseTo(truth.waited("lock"), CLOSE);
        assertThat(row.required("holdNanos").asLong()).isCloseTo(truth.held("lock-holder"), CLOSE);
        assertThat(row.at("/holders/0/thread").asText()).isEqualTo("lock-holder");
        assertThat(row.at("/holders/0/site").asText()).startsWith(PROGRAM + ".holdLock:");
        assertThat(row.at("/queue/latencyNanos").asLong()).isBetween(1L, truth.waited("lock") / 2);
        assertThat(row(report, "jfr", REENTRANT_LOCK, ".takeLock:")
                        .required("waitNanos")
                        .asLong())
                .isCloseTo(truth.waited("lock"), CLOSE);
    }

    /** The middle one holds the front but is not to blame: the root holds the back. */
    private static void chain(JsonNode report, ContendedTruth truth) {
        JsonNode row = row(report, "handoff", PROGRAM + "$Front", ".takeFront:");
        assertThat(row.required("waitNanos").asLong()).isCloseTo(truth.waited("front"), CLOSE);
        JsonNode root = row.at("/queue/blockers/0");
        assertThat(root.required("thread").asText()).isEqualTo("chain-root");
        assertThat(root.required("lockClass").asText()).isEqualTo(PROGRAM + "$Back");
        assertThat(root.required("site").asText()).startsWith(PROGRAM + ".holdBack:");
        assertThat(root.required("depth").asInt()).isEqualTo(2);
        assertThat(root.required("nanos").asLong()).isCloseTo(truth.waited("front"), CLOSE);
    }

    private static void convoy(JsonNode report, ContendedTruth truth) {
        JsonNode row = row(report, "handoff", REENTRANT_LOCK, ".goInConvoy:");
        assertThat(row.required("waitNanos").asLong()).isCloseTo(truth.waited("convoy"), CLOSE);
        assertThat(row.required("contendedNanos").asLong()).isCloseTo(truth.wallClock("convoy"), CLOSE);
        assertThat(row.at("/queue/convoys").asInt()).isEqualTo(1);
        assertThat(row.at("/queue/longestConvoy").asInt()).isBetween(20, truth.turns("convoy"));
        assertThat(row.at("/queue/maxWaiters").asInt()).isCloseTo(5, within(1));
        assertThat(row.required("advice").toString()).contains("a convoy");
        long holds = row.at("/queue/allocatedHolds").asLong();
        assertThat(holds).isBetween(20L, (long) truth.turns("convoy"));
        assertThat(row.at("/queue/allocatedBytes").asLong()).isCloseTo(holds * ALLOCATED_IN_CONVOY, CLOSE);
    }

    private static void starvation(JsonNode report, ContendedTruth truth) {
        JsonNode row = row(report, "handoff", "java.util.concurrent.Semaphore", ".takeBoth:");
        assertThat(row.required("waitNanos").asLong()).isCloseTo(truth.waited("permits"), CLOSE);
        assertThat(row.at("/queue/maxOvertaken").asInt()).isEqualTo(30);
        assertThat(row.required("advice").toString()).contains("a waiter starves");
    }

    private static void starvingWriter(JsonNode report, ContendedTruth truth) {
        JsonNode row = row(report, "handoff", "java.util.concurrent.locks.ReentrantReadWriteLock", ".write:");
        assertThat(row.required("waitNanos").asLong()).isCloseTo(truth.waited("write"), CLOSE);
        assertThat(row.at("/queue/maxOvertaken").asInt()).isEqualTo(30);
        assertThat(row.at("/queue/sides/toRead").asInt()).isZero();
        assertThat(row.at("/queue/sides/writeWaits").asInt()).isEqualTo(1);
        assertThat(row.at("/queue/sides/writeNanos").asLong())
                .isEqualTo(row.required("waitNanos").asLong());
        assertThat(row.required("advice").toString()).contains("writers starve");
    }

    private static JsonNode row(JsonNode report, String source, String lockClass, String method) {
        return StreamSupport.stream(report.required("contention").spliterator(), false)
                .filter(row -> row.required("source").asText().equals(source))
                .filter(row -> row.required("lockClass").asText().equals(lockClass))
                .filter(row -> row.required("site").asText().startsWith(PROGRAM + method))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a wait for " + lockClass + " in " + method + " from "
                        + source + ", found " + report.required("contention").toPrettyString()));
    }
}
