package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attach, find the race, detach, whatever the collector and the compiler; and a storm of classes. */
final class JvmVariantsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String INCLUDE = "include=dev.photofinish.victim.**";
    private static final String RACED = "dev.photofinish.victim.Toiler.raced";
    private static final long MEBIBYTE = 1 << 20;
    private static final int STORM = Integer.getInteger("photofinish.variants.classes", 2_000);

    /** Every variant on every JDK, rather than the first ones on one each; the storm too. */
    private static final boolean ALL = Boolean.getBoolean("photofinish.variants.all");

    private static final int FIRST = 3;
    private static final List<String> VARIANTS = List.of(
            "-Xint",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseZGC",
            "-XX:+UseSerialGC",
            "-XX:+UseParallelGC",
            "-XX:+UseShenandoahGC");

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    static Stream<Arguments> variants() {
        List<Jdk> jdks = jdks();
        List<Arguments> all = new ArrayList<>();
        for (int i = 0; i < VARIANTS.size(); i++) {
            for (int j = 0; j < jdks.size(); j++) {
                if (ALL || (i < FIRST && (i + 1) % jdks.size() == j)) {
                    all.add(Arguments.of(jdks.get(j), VARIANTS.get(i)));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void variant_findsTheRaceAndDetaches(Jdk jdk, String variant) throws Exception {
        String id = "variant" + variant.replaceAll("[^A-Za-z0-9]+", "-");
        if (!has(jdk, variant, id)) {
            System.err.println("SKIPPED: " + jdk + " has no " + variant);
            return;
        }
        String name = id + "-" + jdk.feature();
        try (LiveJvm toiler = LiveJvm.toiler(jdk, id, variant, "-Dphotofinish.drill.duty=0.2");
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            String where = toiler.ask("where");
            AgentIn agent = new AgentIn(toiler);
            assertThat(agent.attach(INCLUDE + ",analyzer=" + receiver.address()))
                    .startsWith("ok");
            receiver.awaitReported(RACED, PATIENCE);
            assertThat(agent.status()).containsPattern("errors +0\\b").doesNotContain("failed");
            assertThat(agent.detach()).startsWith("ok");
            assertThat(toiler.ask("where")).isEqualTo(where);
            assertThat(Analysis.of(receiver.directory()).fields()).containsExactly(RACED);
            assertThat(toiler.quit()).isZero();
            assertThat(toiler.err()).doesNotContain("Exception");
        }
    }

    private static boolean has(Jdk jdk, String variant, String id) throws Exception {
        return Command.of(jdk.java(), variant, "-version")
                        .run("has-" + id + "-" + jdk.feature())
                        .exit()
                == 0;
    }

    static List<Jdk> storms() {
        List<Jdk> jdks = jdks();
        return ALL ? jdks : jdks.subList(jdks.size() - 1, jdks.size());
    }

    @ParameterizedTest
    @MethodSource("storms")
    void classLoadingStorm_leavesNothingOnceItsLoadersAreGone(Jdk jdk) throws Exception {
        try (LiveJvm toiler = LiveJvm.toiler(jdk, "class-storm", "-Dphotofinish.drill.duty=0.5")) {
            AgentIn agent = new AgentIn(toiler);
            assertThat(agent.attach(INCLUDE + ",window=20")).startsWith("ok");
            toiler.measure("storm " + STORM / 2);
            awaitNoLoader(toiler, agent);
            long heap = toiler.measure("heap");
            long metaspace = toiler.measure("metaspace");
            assertThat(toiler.measure("storm " + STORM)).isEqualTo(STORM / 2 + STORM);
            awaitNoLoader(toiler, agent);
            long heapAdded = toiler.measure("heap") - heap;
            long metaspaceAdded = toiler.measure("metaspace") - metaspace;
            System.err.println(jdk + ", " + STORM + " classes later: " + heapAdded + " bytes of heap, " + metaspaceAdded
                    + " bytes of metaspace more");
            assertThat(heapAdded).as("bytes of heap").isLessThan(4 * MEBIBYTE + 1024L * STORM);
            assertThat(metaspaceAdded).as("bytes of metaspace").isLessThan(4 * MEBIBYTE);
            assertThat(agent.status()).containsPattern("errors +0\\b").doesNotContain("failed");
            assertThat(agent.detach()).startsWith("ok");
        }
    }

    /** The window that was open when they were used may keep what it knows of until it closes. */
    private static void awaitNoLoader(LiveJvm toiler, AgentIn agent) throws Exception {
        long windows = agent.windows();
        Await.until("two windows more", PATIENCE, () -> agent.windows() > windows + 1);
        Await.until("the loaders to be collected", PATIENCE, () -> toiler.measure("loaders") == 0);
    }
}
