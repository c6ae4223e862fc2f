package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.photofinish.blackbox.StormRun.Weather;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong, no clean program is ever reported: a window that is not whole says so, with its reason. The race on
 * purpose is found where windows can be whole, so that silence is not enough to pass.
 */
@Tag("nightly")
final class FireIT {
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("photofinish.fire.seconds", 5));

    /** Longer than the window of the start and the grace after it together. */
    private static final Duration HOLD = Duration.ofSeconds(9);

    private static final int BROKEN = Integer.getInteger("photofinish.fire.broken", 3);
    private static final String SMALL_BUFFERS = "-XX:FlightRecorderOptions:"
            + "threadbuffersize=4k,globalbuffersize=64k,memorysize=1M,numglobalbuffers=16,maxchunksize=1M";
    private static final String ALWAYS_OPEN = "-Dphotofinish.drill.duty=1";
    private static final String ALL_LENGTHS = "-Dphotofinish.drill.decades=1.5";

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    private static Jdk latest() {
        List<Jdk> jdks = Jdk.installed();
        return jdks.get(jdks.size() - 1);
    }

    private static void assertNoFalseAlarm(Analysis analysis) {
        assertThat(analysis.fields()).as("fields of clean programs").isSubsetOf(StormRun.CONTROL);
        assertReasonsGiven(analysis);
    }

    private static void assertReasonsGiven(Analysis analysis) {
        assertThat(analysis.reasons().values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .as("incomplete windows by reason: %s", analysis.reasons())
                .isEqualTo(analysis.incomplete());
        assertThat(analysis.reasons()).doesNotContainKey("");
    }

    private static void assertControlFound(Analysis analysis) {
        assertThat(analysis.fields()).containsExactly(StormRun.CONTROL);
        assertThat(analysis.windows()).as("windows, the incomplete ones too").isGreaterThan(analysis.incomplete());
        assertReasonsGiven(analysis);
    }

    /** With small buffers and small chunks besides; then the chunks are lost, doubled, shuffled, cut and changed. */
    @ParameterizedTest
    @MethodSource("jdks")
    void windowsOfAllLengths_oneAfterTheOther(Jdk jdk) throws Exception {
        Weather weather = Weather.calm("window=30", ALWAYS_OPEN, ALL_LENGTHS, SMALL_BUFFERS);
        try (StormRun run = StormRun.start(jdk, "windows", LENGTH.multipliedBy(2), weather)) {
            Path recording = run.awaitRecording();
            assertControlFound(Analysis.of(recording));
            List<byte[]> chunks = BrokenChunks.of(recording);
            for (int seed = 0; seed < BROKEN; seed++) {
                Random random = new Random(seed);
                String name = "broken-" + jdk.feature() + "-" + seed;
                Path file = recording.resolveSibling(name + ".jfr");
                assertNoFalseAlarm(Analysis.of(BrokenChunks.file(chunks, random, file)));
                Path directory = recording.resolveSibling(name);
                assertNoFalseAlarm(Analysis.of(BrokenChunks.directory(chunks, random, directory)));
            }
        }
    }

    /** Every access to a watched field may open a window, in a storm that accesses without end. */
    @ParameterizedTest
    @MethodSource("jdks")
    void windowsOpenedByAccesses(Jdk jdk) throws Exception {
        Weather weather = Weather.calm(
                "window=10",
                "-Dphotofinish.drill.duty=0.2",
                "-Dphotofinish.drill.cold=always",
                "-Dphotofinish.drill.session=4",
                ALL_LENGTHS);
        try (StormRun run =
                StormRun.start(jdk, "triggered", LENGTH.multipliedBy(3).plusSeconds(60), weather)) {
            run.awaitReady();
            awaitStatus(run, "windows that an access has opened", "(?s).* ([3-9]|\\d\\d+) triggered.*");
            Analysis analysis = run.analysis();
            assertNoFalseAlarm(analysis);
            assertThat(analysis.windows()).isGreaterThan(analysis.incomplete());
        }
    }

    /** All threads run on while the probes lose their bodies and get them back. */
    @ParameterizedTest
    @MethodSource("jdks")
    void windowsBetweenEmptyProbes(Jdk jdk) throws Exception {
        Weather weather =
                Weather.calm("window=20", "-Dphotofinish.drill.duty=0.9", "-Dphotofinish.drill.empty=5", ALL_LENGTHS);
        try (StormRun run = StormRun.start(jdk, "empty", LENGTH.multipliedBy(4), weather)) {
            run.awaitReady();
            awaitStatus(run, "probes that were emptied", "(?s).*probes are empty.*");
            Analysis analysis = run.analysis();
            assertControlFound(analysis);
            assertThat(analysis.windows()).isGreaterThan(5);
        }
    }

    private static void awaitStatus(StormRun run, String what, String status) throws Exception {
        Await.until(
                what,
                Duration.ofMinutes(2),
                () -> Command.agent("status", run.pid())
                        .run("storm-status-" + run.pid())
                        .out()
                        .matches(status));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void fullMode_underCollectionPressure(Jdk jdk) throws Exception {
        Weather weather =
                Weather.calm("mode=full", "-Xmx128m", "-XX:+UseSerialGC").with("garbage");
        try (StormRun run = StormRun.start(jdk, "full", LENGTH, weather)) {
            assertControlFound(run.analysis());
        }
    }

    @Test
    void fullTables_inWindows() throws Exception {
        Weather weather = Weather.calm(
                "window=20", ALWAYS_OPEN, "-Dphotofinish.drill.variables=100", "-Dphotofinish.drill.syncObjects=100");
        try (StormRun run = StormRun.start(latest(), "tables", LENGTH, weather)) {
            Analysis analysis = run.analysis();
            assertNoFalseAlarm(analysis);
            assertThat(analysis.reasons()).containsKey("agent: the table of synchronization objects is full (100)");
        }
    }

    @Test
    void fullTables_inFullMode() throws Exception {
        Weather weather = Weather.calm("mode=full", "-Dphotofinish.drill.syncObjects=500");
        try (StormRun run = StormRun.start(latest(), "full-tables", LENGTH, weather)) {
            Analysis analysis = run.analysis();
            assertThat(analysis.fields()).isEmpty();
            assertThat(analysis.reasons())
                    .containsExactly(entry("agent: the table of synchronization objects is full (500)", 1L));
            assertReasonsGiven(analysis);
        }
    }

    @Test
    void schedulerDies_inMidWindow() throws Exception {
        Weather weather = Weather.calm("window=50", ALWAYS_OPEN, "-Dphotofinish.drill.fail=open:40");
        try (StormRun run = StormRun.start(latest(), "scheduler", LENGTH.multipliedBy(2), weather)) {
            run.awaitReady();
            Await.until(
                    "failed in the status",
                    Duration.ofMinutes(2),
                    () -> Command.agent("status", run.pid())
                            .run("storm-scheduler-status")
                            .out()
                            .contains("drill: open"));
            Analysis analysis = run.analysis();
            assertNoFalseAlarm(analysis);
            assertThat(analysis.reasons()).containsKey("agent: the agent failed while the window was open");
        }
    }

    @Test
    void agentThreads_areInterruptedByTheProgram() throws Exception {
        Weather weather = Weather.calm("window=20", ALWAYS_OPEN).with("interrupt");
        try (StormRun run = StormRun.start(latest(), "interrupted", LENGTH, weather)) {
            assertNoFalseAlarm(run.analysis());
        }
        try (StormRun run = StormRun.start(
                latest(), "interrupted-full", LENGTH, Weather.calm("mode=full").with("interrupt"))) {
            assertControlFound(run.analysis());
        }
    }

    /** The receiver takes some chunks and fails at others; in the end the sender dies. */
    @Test
    void receiverFails_thenTheSenderDies() throws Exception {
        try (ChunkReceiver receiver =
                new ChunkReceiver("storm").unreliable(new Random(1)).up()) {
            Weather weather = Weather.calm(
                    "window=50,analyzer=" + receiver.address(), ALWAYS_OPEN, "-Dphotofinish.drill.fail=transport:40");
            try (StormRun run = StormRun.start(latest(), "receiver", LENGTH, weather)) {
                run.awaitRecording();
            }
            assertThat(receiver.chunks()).isNotEmpty();
            assertNoFalseAlarm(Analysis.of(receiver.directory()));
        }
    }

    /** A thread is stopped inside a probe while its window closes, then threads are stopped anywhere. */
    @ParameterizedTest
    @MethodSource("jdks")
    void threadsAreDescheduled_insideProbes(Jdk jdk) throws Exception {
        Weather weather = Weather.calm("window=5", ALWAYS_OPEN, Debugger.OPTION);
        try (StormRun run =
                StormRun.start(jdk, "debugger", LENGTH.multipliedBy(2).plus(HOLD), weather)) {
            run.awaitReady();
            try (Debugger debugger = Debugger.attach(run)) {
                debugger.hold("dev.photofinish.shadow.Variables", "access", HOLD);
                debugger.stopAtRandom(LENGTH, new Random(jdk.feature()));
            }
            Analysis analysis = run.analysis();
            assertNoFalseAlarm(analysis);
            assertThat(analysis.reasons())
                    .containsKey("agent: a thread did not leave its probe within 2 s of the closing");
        }
    }

    @Test
    void processIsStoppedAndContinued() throws Exception {
        Weather weather = Weather.calm("window=5", ALWAYS_OPEN, ALL_LENGTHS);
        try (StormRun run = StormRun.start(latest(), "stopped", LENGTH, weather)) {
            run.awaitReady();
            Random random = new Random(1);
            while (run.isAlive()) {
                signal(run, "-STOP");
                TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
                signal(run, "-CONT");
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
            }
            assertNoFalseAlarm(run.analysis());
        }
    }

    private static void signal(StormRun run, String signal) throws Exception {
        new ProcessBuilder("kill", signal, Long.toString(run.pid()))
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }
}
