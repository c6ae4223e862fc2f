package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What waits in windows are said to come to in all, against what the program has counted of all its waits: some thousand of them are in
 * windows, so that chance alone moves the estimate by a few percent; open windows make waits longer by up to a quarter. In the profile {@code nightly} only.
 */
@Tag("nightly")
final class EstimateIT {
    private static final String PROGRAM = "dev.photofinish.victim.SteadilyContended";
    private static final String OPTIONS = "include=" + PROGRAM + ",analyzer=";
    private static final int ENOUGH_WINDOWS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Percentage CLOSE = Percentage.withPercentage(40);

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void estimate_comesToWhatTheProgramCounted(Jdk jdk) throws Exception {
        String name = "estimate-" + jdk.feature();
        List<String> program = List.of("-cp", Shipped.programs().toString(), PROGRAM);
        try (ChunkReceiver receiver = new ChunkReceiver(name).up();
                LiveJvm jvm = LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, program)) {
            AgentIn agent = new AgentIn(jvm);
            long begun = jvm.measure("clock");
            assertThat(agent.attach(OPTIONS + receiver.address())).startsWith("ok");
            // No analysis meanwhile: what takes the processors makes the waits longer.
            Await.until("windows enough", PATIENCE, () -> agent.windows() >= ENOUGH_WINDOWS);
            double seconds = (jvm.measure("clock") - begun) / 1e9;
            double waitedPerSecond = jvm.measure("waited") / seconds;
            double waitsPerSecond = jvm.measure("waits") / seconds;
            JsonNode report = report(receiver, name);
            double recorded = report.required("recordedNanos").asLong() / 1e9;
            JsonNode estimate = row(report).required("estimate");
            System.out.printf(
                    "EstimateIT: %s, ratio %s: %.0f waits a second, estimated %.0f; %.1f ms waited a second, estimated %.1f%n",
                    jdk,
                    estimate.required("samplingRatio"),
                    waitsPerSecond,
                    estimate.required("waits").asLong() / recorded,
                    waitedPerSecond / 1e6,
                    estimate.required("waitNanos").asLong() / recorded / 1e6);
            assertThat(estimate.required("samplingRatio").asDouble()).isLessThan(0.9);
            assertThat(estimate.required("waits").asLong() / recorded)
                    .isCloseTo(waitsPerSecond, Percentage.withPercentage(20));
            assertThat(estimate.required("waitNanos").asLong() / recorded).isCloseTo(waitedPerSecond, CLOSE);
        }
    }

    private static JsonNode report(ChunkReceiver receiver, String name) throws Exception {
        return new ObjectMapper()
                .readTree(Command.analyzer("analyze", receiver.directory(), "--format", "json")
                        .run("analyze-" + name)
                        .out());
    }

    private static JsonNode row(JsonNode report) {
        for (JsonNode row : report.required("contention")) {
            if (row.required("source").asText().equals("handoff")
                    && row.required("site").asText().startsWith(PROGRAM + ".takeTurn:")) {
                return row;
            }
        }
        throw new AssertionError("expected waits in takeTurn, found " + report.required("contention"));
    }
}
