package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wall clock of the host jumps under a running agent. Needs libfaketime, which makes the JVM slow. */
@Tag("nightly")
final class ClockIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String INCLUDE = "include=dev.photofinish.victim.**";
    private static final String RACED = "dev.photofinish.victim.Toiler.raced";

    private static final String SKIPPED =
            "SKIPPED: expected libfaketimeMT.so.1 (Debian package libfaketime), found none";
    private static final Duration CLOSE = Duration.ofMinutes(5);

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void clockThatJumps_isWaitedForAndInventsNothing(Jdk jdk) throws Exception {
        Path library = libfaketime();
        if (library == null) {
            System.err.println(SKIPPED);
            return;
        }
        String name = "clock-" + jdk.feature();
        Path offset = LiveJvm.temporaryDirectory(name + "-offset").resolve("offset");
        Files.writeString(offset, "+0");
        try (LiveJvm toiler =
                        LiveJvm.toilerUnder(faked(library, offset), jdk, "clock", "-Dphotofinish.drill.duty=0.2");
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            AgentIn agent = new AgentIn(toiler);
            assertThat(agent.attach(INCLUDE + ",window=20,analyzer=" + receiver.address()))
                    .startsWith("ok");
            Await.until("windows", PATIENCE, () -> agent.windows() > 2);

            jump(toiler, offset, Duration.ofHours(1));
            goesOn(agent, receiver);

            jump(toiler, offset, Duration.ZERO);
            Await.until("sleep", PATIENCE, () -> agent.status().contains("state      asleep"));
            assertThat(agent.status()).contains("the wall clock went back, by 35");

            jump(toiler, offset, Duration.ofHours(2));
            goesOn(agent, receiver);
            receiver.awaitReported(RACED, PATIENCE);
            assertThat(agent.status()).containsPattern("errors +0\\b").doesNotContain("failed");
            assertThat(agent.detach()).startsWith("ok");
            Analysis analysis = Analysis.of(receiver.directory());
            assertThat(analysis.fields()).containsExactly(RACED);
            // The recording that was closed when the clock went back: told once.
            assertThat(analysis.lost()).as("losses").isOne();
            assertThat(toiler.quit()).isZero();
        }
    }

    /** Whoever asks a program on JDK 25 to end while JFR waits for its clock waits as well: the agent's recording must be gone. */
    @ParameterizedTest
    @MethodSource("jdks")
    void clockThatWentBack_keepsNobodyFromDetachingNorTheJvmFromEnding(Jdk jdk) throws Exception {
        Path library = libfaketime();
        if (library == null) {
            System.err.println(SKIPPED);
            return;
        }
        Path offset = LiveJvm.temporaryDirectory("clock-back-" + jdk.feature() + "-offset")
                .resolve("offset");
        Files.writeString(offset, "+0");
        try (LiveJvm toiler = LiveJvm.toilerUnder(faked(library, offset), jdk, "clock-back")) {
            String where = toiler.ask("where");
            AgentIn agent = new AgentIn(toiler);
            assertThat(agent.attach(INCLUDE)).startsWith("ok");
            jump(toiler, offset, Duration.ofHours(-1));
            Await.until("sleep", PATIENCE, () -> agent.status().contains("state      asleep"));
            assertThat(agent.detach()).startsWith("ok");
            assertThat(toiler.ask("where")).isEqualTo(where);
            assertThat(toiler.quit()).isZero();
        }
    }

    private static void jump(LiveJvm toiler, Path offset, Duration to) throws Exception {
        Files.writeString(offset, "%+d".formatted(to.toSeconds()));
        Await.until("the program's clock at " + to, PATIENCE, () -> isAt(toiler, to));
    }

    private static void goesOn(AgentIn agent, ChunkReceiver receiver) throws Exception {
        long windows = agent.windows();
        int chunks = receiver.chunks().size();
        Await.until("more windows", PATIENCE, () -> agent.windows() > windows + 2);
        Await.until("another chunk", PATIENCE, () -> receiver.chunks().size() > chunks);
    }

    private static boolean isAt(LiveJvm toiler, Duration offset) throws Exception {
        long difference = toiler.measure("clock") - System.currentTimeMillis() - offset.toMillis();
        return Math.abs(difference) < CLOSE.toMillis();
    }

    /** Only the wall clock: the kernel's monotonic clock, which {@code nanoTime} reads, does not jump. */
    private static List<String> faked(Path library, Path offset) {
        return List.of(
                "/usr/bin/env",
                "LD_PRELOAD=" + library,
                "FAKETIME_TIMESTAMP_FILE=" + offset,
                "FAKETIME_CACHE_DURATION=1",
                "FAKETIME_DONT_FAKE_MONOTONIC=1");
    }

    private static @Nullable Path libfaketime() throws IOException {
        Path root = Path.of("/usr/lib");
        try (Stream<Path> below = Files.find(
                root, 3, (file, attributes) -> file.getFileName().toString().equals("libfaketimeMT.so.1"))) {
            return below.findFirst().orElse(null);
        }
    }
}
