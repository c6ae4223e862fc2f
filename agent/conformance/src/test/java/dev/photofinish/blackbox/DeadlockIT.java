package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    private static LiveJvm start(Jdk jdk, String name, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", Shipped.programs().toString(), PROGRAM));
        return LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, arguments);
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
}
