package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A race of a few milliseconds every three seconds, under an agent that is open for a 250th of the time: an access opens the
 * window that it is found in.
 */
@Tag("nightly")
final class TriggeredIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String RARE = "dev.photofinish.rare.Rare";

    /** Windows of 20 ms every 5 s, and from the second session on, after 12 s, what was not seen by then is cold. */
    private static final List<String> DRILL = List.of(
            "-Dphotofinish.drill.duty=0.004",
            "-Dphotofinish.drill.decades=0",
            "-Dphotofinish.drill.session=12",
            "-Dphotofinish.drill.cold=0");

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void rareRace_opensItsOwnWindow_andTheGuardedFieldIsNotReported(Jdk jdk) throws Exception {
        String name = "triggered-" + jdk.feature();
        List<String> arguments = new ArrayList<>(DRILL);
        arguments.addAll(List.of("-cp", Shipped.programs().toString(), RARE));
        try (LiveJvm rare = LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, arguments);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            String options = "window=20,include=dev.photofinish.rare.**,analyzer=" + receiver.address();
            AgentIn agent = new AgentIn(rare);
            assertThat(agent.attach(options)).startsWith("ok");
            receiver.awaitReported(RARE + ".raced", PATIENCE);
            Await.until(
                    "a window opened by the guarded field too",
                    PATIENCE,
                    () -> agent.status().matches("(?s).* ([2-9]|\\d\\d+) triggered.*"));
            assertThat(rare.quit()).isZero();
            assertThat(Analysis.of(receiver.directory()).fields()).containsExactly(RARE + ".raced");
        }
    }
}
