package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deadlock that happened, over a monitor and a lock, in real JVMs: found by the agent that was there, and by one attached later. */
final class DeadlockIT {
    private static final String PROGRAM = "dev.photofinish.victim.Deadlocked";
    private static final String VIRTUAL = "dev.photofinish.victim.VirtualDeadlocked";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    private static LiveJvm start(Jdk jdk, String name, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", Shipped.programs().toString(), PROGRAM));
        return LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, arguments);
    }

    private static void awaitFound(LiveJvm jvm, String name, int threads) throws Exception {
        Await.until(
                "the deadlock in the status",
                PATIENCE,
                () -> Command.agent("status", jvm.pid())
                        .run(name + "-status")
                        .out()
                        .contains("deadlocked " + threads + " threads wait for each other, for ever"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void deadlock_isReportedWithItsLocksAndThreads(Jdk jdk) throws Exception {
        String name = "deadlock-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(recording);
        String options = "mode=full,include=dev.photofinish.victim.**,output=" + recording;
        try (LiveJvm jvm = start(jdk, name, "-javaagent:" + Shipped.agentJar() + "=" + options)) {
            awaitFound(jvm, name, 2);
            jvm.quit();
        }
        assertThat(Analysis.of(recording).cycles()).singleElement().satisfies(cycle -> {
            assertThat(cycle.locks()).isEqualTo(2);
            assertThat(cycle.threads()).isEqualTo(2);
            assertThat(cycle.places())
                    .anyMatch(place -> place.startsWith(PROGRAM + ".monitorThenLock:"))
                    .anyMatch(place -> place.startsWith(PROGRAM + ".lockThenMonitor:"));
        });
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void agentAttachedLater_findsIt(Jdk jdk) throws Exception {
        String name = "deadlock-attached-" + jdk.feature();
        try (LiveJvm jvm = start(jdk, name)) {
            Command.Outcome attached = Command.agent("attach", jvm.pid(), "include=dev.photofinish.victim.**")
                    .run(name);
            assertThat(attached.exit()).as(attached.toString()).isZero();
            awaitFound(jvm, name, 2);
        }
    }

    /** What ThreadMXBean does not see; beside it threads fight for locks that all take in one order, of which nothing is told. */
    @ParameterizedTest
    @MethodSource("jdks")
    void deadlocksOfVirtualThreads_areReportedWithTheirPlaces(Jdk jdk) throws Exception {
        assumeTrue(jdk.feature() >= 21, "JDK 21 or later has virtual threads");
        boolean monitors = jdk.feature() >= 25;
        String name = "deadlock-virtual-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(recording);
        String options = "mode=full,include=dev.photofinish.victim.**,output=" + recording;
        List<String> arguments = List.of(
                "-javaagent:" + Shipped.agentJar() + "=" + options,
                "-cp",
                Shipped.programs().toString(),
                VIRTUAL,
                monitors ? "monitors" : "locks");
        try (LiveJvm jvm = LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, arguments)) {
            awaitFound(jvm, name, monitors ? 4 : 2);
            jvm.quit();
        }
        List<Analysis.FoundCycle> cycles = Analysis.of(recording).cycles();
        assertThat(cycles)
                .hasSize(monitors ? 2 : 1)
                .allSatisfy(cycle -> assertThat(cycle.threads()).isEqualTo(2))
                .anySatisfy(cycle -> assertThat(cycle.places())
                        .anyMatch(place -> place.startsWith(VIRTUAL + ".firstThenSecond:"))
                        .anyMatch(place -> place.startsWith(VIRTUAL + ".secondThenFirst:")));
        if (monitors) {
            assertThat(cycles)
                    .anySatisfy(cycle -> assertThat(cycle.places())
                            .anyMatch(place -> place.startsWith(VIRTUAL + ".monitorThenLock:"))
                            .anyMatch(place -> place.startsWith(VIRTUAL + ".lockThenMonitor:")));
        }
    }
}
