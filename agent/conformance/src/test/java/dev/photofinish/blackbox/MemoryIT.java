package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent adds to the live heap, and that the number of threads has no limit. */
@Tag("nightly")
final class MemoryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INCLUDE = "include=dev.photofinish.victim.**";
    private static final String TRACKED = "-XX:NativeMemoryTracking=summary";
    private static final long MEBIBYTE = 1 << 20;
    private static final long MOST_ASLEEP = 8 * MEBIBYTE;
    private static final long MOST_OPEN = 32 * MEBIBYTE;
    private static final int SAMPLES = 40;
    private static final int CROWD = Integer.getInteger("photofinish.memory.threads", 100_000);

    /** More objects than a window may know, so that its tables are as full as they become. */
    private static final int CELLS = 150_000;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    private static Jdk latest() {
        List<Jdk> jdks = jdks();
        return jdks.get(jdks.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void heap_asleep(Jdk jdk) throws Exception {
        String name = "heap-asleep-" + jdk.feature();
        try (LiveJvm toiler = LiveJvm.toiler(jdk, "heap-asleep", TRACKED)) {
            Footprint without = Footprint.of(jdk, toiler, name + "-without");
            assertThat(new AgentIn(toiler).attach(INCLUDE + ",budget=0")).startsWith("ok");
            Footprint asleep = Footprint.of(jdk, toiler, name);
            System.err.println(jdk + " without the agent: " + without + "\n" + jdk + " asleep: " + asleep);
            assertThat(asleep.heap() - without.heap()).as("bytes added").isLessThan(MOST_ASLEEP);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void heap_open(Jdk jdk) throws Exception {
        String name = "heap-open-" + jdk.feature();
        Path sleep = LiveJvm.temporaryDirectory("switch-" + name).resolve("sleep");
        try (LiveJvm toiler = LiveJvm.toiler(jdk, "heap-open", TRACKED, "-Dphotofinish.drill.duty=1")) {
            assertThat(toiler.measure("cells " + CELLS)).isEqualTo(CELLS);
            Footprint without = Footprint.of(jdk, toiler, name + "-without");
            AgentIn agent = new AgentIn(toiler);
            assertThat(agent.attach(INCLUDE + ",window=500,sleepFile=" + sleep)).startsWith("ok");
            Await.until("windows", PATIENCE, () -> agent.windows() > 1);
            long most = 0;
            for (int i = 0; i < SAMPLES; i++) {
                most = Math.max(most, toiler.measure("heap"));
            }
            Footprint open = Footprint.of(jdk, toiler, name);
            System.err.println(jdk + " without the agent: " + without + "\n" + jdk + " open: " + open + ", at most "
                    + most + " bytes of heap, " + (most - without.heap()) + " more");
            assertThat(most - without.heap()).as("bytes added").isLessThan(MOST_OPEN);

            Files.createFile(sleep);
            Await.until("sleep", PATIENCE, () -> agent.status().contains("state      asleep"));
            long asleep = toiler.measure("heap");
            System.err.println(jdk + " asleep after windows: " + (asleep - without.heap()) + " bytes more");
            assertThat(asleep - without.heap()).as("bytes added").isLessThan(MOST_ASLEEP);
            Files.delete(sleep);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"window=200", "mode=full"})
    void virtualThreads_areNotLimited(String mode) throws Exception {
        Jdk jdk = latest();
        if (jdk.feature() < 21) {
            System.err.println("SKIPPED: virtual threads need JDK 21, found " + jdk);
            return;
        }
        String name = "crowd-" + mode.replace('=', '-');
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(recording);
        try (LiveJvm toiler = LiveJvm.toiler(jdk, name, "-Xmx1g", "-Dphotofinish.drill.duty=0.5")) {
            toiler.ask("cells 1000");
            long without = toiler.measure("heap");
            AgentIn agent = new AgentIn(toiler);
            assertThat(agent.attach(INCLUDE + "," + mode + ",output=" + recording))
                    .startsWith("ok");
            assertThat(toiler.ask("virtual " + CROWD)).isEqualTo("all");
            String status = agent.status();
            assertThat(status).containsPattern("errors +0\\b").doesNotContain("failed");
            long added = toiler.measure("heap") - without;
            System.err.println(
                    name + ": " + added + " bytes of heap more after " + CROWD + " virtual threads\n" + status);
            assertThat(toiler.quit()).isZero();
            assertThat(toiler.err()).doesNotContain("Exception").doesNotContain("OutOfMemory");
        }
        Analysis analysis = Analysis.of(recording);
        System.err.println(name + ": " + analysis);
        assertThat(analysis.windows()).isPositive();
        assertThat(analysis.reasons().values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .as("incomplete windows, each with its reason: %s", analysis.reasons())
                .isEqualTo(analysis.incomplete());
        assertThat(analysis.fields()).isSubsetOf("dev.photofinish.victim.Toiler.raced");
    }
}
