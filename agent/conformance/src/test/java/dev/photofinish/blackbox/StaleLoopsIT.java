package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attach to threads that are in loops which they never leave: those run the code from before the weaving for good. */
final class StaleLoopsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LOOPS = "dev.photofinish.victim.Loops";
    private static final String INCLUDE = "include=dev.photofinish.victim.**";
    private static final int ENOUGH = 12;
    private static final int SHOWS_OLD_FRAMES = 28;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    static Stream<Arguments> ordered() {
        return jdks().stream()
                .flatMap(jdk -> Stream.of(
                                "monitor", "guarded", "relay", "turns", "reader", "updater", "writer", "looked")
                        .map(kind -> Arguments.of(jdk, kind)));
    }

    static Stream<Arguments> racing() {
        return jdks().stream()
                .flatMap(jdk -> Stream.of("racing", "counting", "apart").map(kind -> Arguments.of(jdk, kind)));
    }

    /** While they run the probes are emptied again and again: what was compiled then is not what runs in the windows after it. */
    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("racing")
    void loopsWhoseSynchronizationReachesNobody_areNoReasonToSeeNoRace(Jdk jdk, String kind) throws Exception {
        assumeTrue(
                jdk.feature() < SHOWS_OLD_FRAMES,
                jdk + " shows old frames as new ones, so that such windows are incomplete");
        List<Path> chunks = chunksOf(jdk, kind, "-Dphotofinish.drill.empty=2");
        Analysis analysis = Analysis.of(chunks.get(0).resolveSibling(""));
        assertThat(analysis.fields()).containsExactly(LOOPS + ".raced");
        assertThat(analysis.incomplete()).as(analysis.reasons().toString()).isLessThan(analysis.windows() / 2);
        Set<String> late = new TreeSet<>();
        for (Path chunk : chunks.subList(chunks.size() / 2, chunks.size())) {
            late.addAll(Analysis.of(chunk).fields());
        }
        assertThat(late).as("in the second half").containsExactly(LOOPS + ".raced");
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("ordered")
    void loopsThatSynchronize_areNotReported(Jdk jdk, String kind) throws Exception {
        assertOrdered(Analysis.of(chunksOf(jdk, kind).get(0).resolveSibling("")));
    }

    /** In such a runtime no frame of the JDK has a source file, by which old code is told from new: nothing may be concluded from that. */
    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(strings = {"monitor", "reader"})
    void runtimeWithoutDebugAttributes_isNoReasonForAlarms(String kind, @TempDir Path directory) throws Exception {
        Jdk jdk = jdks().get(0);
        Jdk stripped = new Jdk(jdk.feature(), directory.resolve("runtime"));
        assertThat(ToolProvider.findFirst("jlink")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--add-modules",
                                "java.instrument,java.net.http,jdk.attach,jdk.jfr,jdk.management,jdk.unsupported",
                                "--strip-java-debug-attributes",
                                "--output",
                                stripped.home().toString()))
                .isZero();
        assertOrdered(Analysis.of(
                chunksOf(stripped, kind, "-Dphotofinish.test=stripped").get(0).resolveSibling("")));
    }

    private static void assertOrdered(Analysis analysis) {
        assertThat(analysis.races()).isEmpty();
        assertThat(analysis.incomplete() + analysis.partial())
                .as("without the loops' own code not all is known")
                .isPositive();
    }

    /** What came in twelve windows at least, in its order. */
    private static List<Path> chunksOf(Jdk jdk, String kind, String... options) throws Exception {
        String name = "loops-" + kind + "-" + jdk.feature() + "-" + options.length;
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-Dphotofinish.drill.duty=0.5",
                "-Dphotofinish.drill.decades=0",
                "-cp",
                Shipped.programs().toString(),
                LOOPS,
                kind));
        try (LiveJvm loops = LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, arguments);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            String attachOptions = "window=50,analyzer=" + receiver.address() + "," + INCLUDE;
            AgentIn agent = new AgentIn(loops);
            assertThat(agent.attach(attachOptions)).startsWith("ok");
            Await.until(ENOUGH + " windows", PATIENCE, () -> agent.windows() >= ENOUGH);
            assertThat(agent.detach()).startsWith("ok");
            Await.until("a chunk", PATIENCE, () -> !receiver.chunks().isEmpty());
            assertThat(loops.quit()).isZero();
            try (Stream<Path> files = Files.list(receiver.directory())) {
                return files.sorted().toList();
            }
        }
    }
}
