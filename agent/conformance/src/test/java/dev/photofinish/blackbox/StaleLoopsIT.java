package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attach to threads that are in loops which they never leave: those run the code from before the weaving for good. */
final class StaleLoopsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LOOPS = "dev.photofinish.victim.Loops";
    private static final String INCLUDE = "include=dev.photofinish.victim.**";
    private static final int ENOUGH = 12;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    static Stream<Arguments> ordered() {
        return jdks().stream()
                .flatMap(jdk ->
                        Stream.of("monitor", "turns", "reader", "updater").map(kind -> Arguments.of(jdk, kind)));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void loopsThatSynchronizeBeforeAndAfter_areNoReasonToSeeNoRace(Jdk jdk) throws Exception {
        Analysis analysis = analysisOf(jdk, "racing");
        assertThat(analysis.fields()).containsExactly(LOOPS + ".raced");
        assertThat(analysis.incomplete()).as(analysis.reasons().toString()).isLessThan(analysis.windows() / 2);
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void loopsThatSynchronize_areNotReported(Jdk jdk, String kind) throws Exception {
        Analysis analysis = analysisOf(jdk, kind);
        assertThat(analysis.races()).isEmpty();
        assertThat(analysis.incomplete())
                .as("without the loops' own code nothing is known")
                .isPositive();
    }

    private static Analysis analysisOf(Jdk jdk, String kind) throws Exception {
        String name = "loops-" + kind + "-" + jdk.feature();
        List<String> arguments = List.of(
                "-Dphotofinish.drill.duty=0.5",
                "-Dphotofinish.drill.decades=0",
                "-cp",
                Shipped.programs().toString(),
                LOOPS,
                kind);
        try (LiveJvm loops = LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, arguments);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            String options = "window=50,analyzer=" + receiver.address() + "," + INCLUDE;
            AgentIn agent = new AgentIn(loops);
            assertThat(agent.attach(options)).startsWith("ok");
            Await.until(ENOUGH + " windows", PATIENCE, () -> agent.windows() >= ENOUGH);
            assertThat(agent.detach()).startsWith("ok");
            Await.until("a chunk", PATIENCE, () -> !receiver.chunks().isEmpty());
            assertThat(loops.quit()).isZero();
            return Analysis.of(receiver.directory());
        }
    }
}
