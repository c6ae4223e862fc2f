package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The analyzer goes away, or the application does. */
final class OutageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String INCLUDE = "include=dev.photofinish.victim.**";

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void analyzerDownAtAttach_getsEveryChunkWhenItComesBack(Jdk jdk) throws Exception {
        String name = "down-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name);
                ChunkReceiver receiver = new ChunkReceiver(name)) {
            attach(victim, receiver, name);
            Await.until("two chunks in the spool", PATIENCE, () -> victim.spooled() >= 2);
            receiver.up();
            Await.until("two chunks", PATIENCE, () -> receiver.chunks().size() >= 2);
            receiver.down();
            Await.until("two more in the spool", PATIENCE, () -> victim.spooled() >= 2);
            int before = receiver.chunks().size();
            receiver.up();
            Await.until(
                    "chunks of the second outage",
                    PATIENCE,
                    () -> receiver.chunks().size() >= before + 2);
            assertNothingLost(receiver);
            assertThat(victim.isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void applicationKilledInMidWindow_leavesWhatWasShippedUsable(Jdk jdk) throws Exception {
        String name = "killed-" + jdk.feature();
        Path temporary = LiveJvm.temporaryDirectory(name);
        try (ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            long pid;
            try (LiveJvm victim = LiveJvm.victimIn(jdk, temporary, name)) {
                pid = victim.pid();
                attach(victim, receiver, name);
                Await.until("a chunk", PATIENCE, () -> !receiver.chunks().isEmpty());
                victim.kill();
            }
            assertNothingLost(receiver);
            Refusal.assertThat(Command.agent("detach", pid).run(name + "-detach"))
                    .isRefusedWith(1, Long.toString(pid));
            nextAttachPurgesWhatWasLeft(jdk, temporary, receiver, name);
        }
    }

    private static void nextAttachPurgesWhatWasLeft(Jdk jdk, Path temporary, ChunkReceiver receiver, String name)
            throws Exception {
        try (LiveJvm next = LiveJvm.victimIn(jdk, temporary, name + "-next")) {
            attach(next, receiver, name + "-next");
            assertThat(Command.agent("detach", next.pid())
                            .run(name + "-next-detach")
                            .exit())
                    .isZero();
            assertThat(next.leavings()).isEmpty();
        }
    }

    /** Nothing is missing between the first chunk and the last, and the analyzer can read them all. */
    private static void assertNothingLost(ChunkReceiver receiver) throws Exception {
        assertThat(receiver.chunks().keySet())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, receiver.chunks().lastKey())
                                .boxed()
                                .toList());
        assertThat(Analysis.of(receiver.directory()).lost()).as("lost events").isZero();
    }

    private static void attach(LiveJvm victim, ChunkReceiver receiver, String name) throws Exception {
        Command.Outcome attached = Command.agent(
                        "attach", victim.pid(), "analyzer=" + receiver.address() + "," + INCLUDE)
                .run(name);
        assertThat(attached.exit()).as(attached.toString()).isZero();
    }
}
