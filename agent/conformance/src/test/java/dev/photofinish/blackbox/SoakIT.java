package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attach, windows, detach, over and over in one JVM under load: nothing grows. The seconds are for all JDKs together
 * ({@code -Dsoak.seconds}); the first rounds are not counted, as the JVM loads and compiles what it needs in them.
 */
final class SoakIT {
    private static final long SECONDS = Long.getLong("photofinish.soak.seconds", 60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FIRST_ROUNDS = 3;
    private static final int LEAST_ROUNDS = 6;
    private static final long WINDOWS = 5;

    /** On JDK 17 the JVM's thread for recordings keeps the first; soft references keep the last for a while. */
    private static final long LOADERS = 2;

    private static final long MEBIBYTE = 1 << 20;

    /**
     * What may be more after so many rounds. HotSpot gives back neither all of the metaspace of class versions that were replaced (0.1
     * to 0.8 MB of it go with each round, in the JDK's own classes) nor the environment that each load of an agent gets; a
     * loader of ours that stays would be 1.8 MB a round. HotSpot 25 leaves some 65 bytes of
     * "Synchronization" for each class that is exchanged, whoever has it exchanged: a plain agent that has 115 classes of the
     * JDK retransformed as they are leaves 7 KB each time, ours exchanges 1200 in a round.
     */
    private static Footprint.Allowance allowance(int rounds) {
        return new Footprint.Allowance(
                6 * MEBIBYTE,
                6 * MEBIBYTE + rounds * MEBIBYTE,
                8,
                2,
                Map.of(
                        "Class", 4096L + 128L * rounds,
                        "Thread", 4096L,
                        "Internal", 4096L + 64L * rounds,
                        "Other", 4096L + 64L * rounds,
                        "Serviceability", 1024L + 8L * rounds,
                        "Tracing", 8192L,
                        "Symbol", 2048L,
                        "Module", 512L,
                        "Synchronization", 1024L + 128L * rounds));
    }

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void attachAndDetach_overAndOver_leaksNothing(Jdk jdk) throws Exception {
        String name = "soak-" + jdk.feature();
        try (LiveJvm toiler = LiveJvm.toiler(jdk, "soak", "-XX:NativeMemoryTracking=summary");
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            String where = toiler.ask("where");
            AgentIn agent = new AgentIn(toiler);
            toiler.ask("set photofinish.drill.duty 0.5");
            toiler.ask("set photofinish.drill.empty 6");
            long end = System.nanoTime()
                    + Duration.ofSeconds(SECONDS / jdks().size()).toNanos();
            int rounds = 0;
            while (rounds < FIRST_ROUNDS) {
                round(toiler, agent, receiver, where);
                rounds++;
            }
            Footprint first = Footprint.of(jdk, toiler, name + "-first");
            while (rounds < LEAST_ROUNDS || System.nanoTime() - end < 0) {
                round(toiler, agent, receiver, where);
                rounds++;
            }
            Footprint last = Footprint.of(jdk, toiler, name + "-last");
            System.err.println(jdk + ", after " + FIRST_ROUNDS + " rounds: " + first);
            System.err.println(jdk + ", after " + rounds + " rounds: " + last);
            assertThat(last.nativeKilobytes()).as("native memory is tracked").isNotEmpty();
            assertThat(last.growthSince(first, allowance(rounds - FIRST_ROUNDS)))
                    .as("growth from round " + FIRST_ROUNDS + " to round " + rounds)
                    .isEmpty();
            assertThat(last.fullCodeCaches())
                    .as("how often the code cache was full")
                    .isZero();
            assertThat(last.loaders()).as("isolated loaders that are left").isLessThanOrEqualTo(LOADERS);
            assertThat(toiler.quit()).isZero();
            assertThat(toiler.err()).doesNotContain("Exception").doesNotContain("photofinish:");
        }
    }

    private static void round(LiveJvm toiler, AgentIn agent, ChunkReceiver receiver, String where) throws Exception {
        String attached = agent.attach("include=dev.photofinish.victim.**,window=20,analyzer=" + receiver.address());
        assertThat(attached).startsWith("ok");
        Await.until("windows", PATIENCE, () -> agent.windows() >= WINDOWS);
        assertThat(agent.status()).containsPattern("errors +0\\b").doesNotContain("failed");
        assertThat(agent.detach()).startsWith("ok");
        assertThat(toiler.ask("where")).isEqualTo(where);
        assertThat(toiler.leavings()).isEmpty();
    }
}
