package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    static Stream<Arguments> circles() {
        return Jdk.installed().stream()
                .filter(jdk -> jdk.feature() >= 21)
                .flatMap(jdk -> Stream.of("locks", "monitor", "mixed")
                        .filter(circle -> !circle.equals("monitor") || jdk.feature() >= 25)
                        .map(circle -> Arguments.of(jdk, circle)));
    }

    private static void awaitFound(LiveJvm jvm, String name) throws Exception {
        Await.until(
                "the deadlock in the status",
                PATIENCE,
                () -> Command.agent("status", jvm.pid())
                        .run(name + "-status")
                        .out()
                        .contains("deadlocked 2 threads wait for each other, for ever"));
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
            awaitFound(jvm, name);
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
            awaitFound(jvm, name);
        }
    }

    /** What ThreadMXBean does not see; beside it threads fight for locks that all take in one order, of which nothing is told. */
    @ParameterizedTest
    @MethodSource("circles")
    void deadlockOfVirtualThreads_isReportedWithItsLocksAndPlaces(Jdk jdk, String circle) throws Exception {
        String name = "deadlock-virtual-" + circle + "-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(recording);
        String options = "mode=full,include=dev.photofinish.victim.**,output=" + recording;
        List<String> arguments = List.of(
                "-javaagent:" + Shipped.agentJar() + "=" + options,
                "-cp",
                Shipped.programs().toString(),
                VIRTUAL,
                circle);
        try (LiveJvm jvm = LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, arguments)) {
            awaitFound(jvm, name);
            jvm.quit();
        }
        boolean monitor = circle.equals("monitor");
        assertThat(Analysis.of(recording).cycles()).singleElement().satisfies(cycle -> {
            assertThat(cycle.locks()).isEqualTo(2);
            assertThat(cycle.threads()).isEqualTo(2);
            assertThat(cycle.places())
                    .anyMatch(place -> place.startsWith(VIRTUAL + (monitor ? ".monitorThenLock:" : ".twoLocks:")))
                    .anyMatch(place -> place.startsWith(VIRTUAL + (monitor ? ".lockThenMonitor:" : ".twoLocks:")));
        });
    }
}
