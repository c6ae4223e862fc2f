package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a window can see it sees: a race of known rate is found as often as the time that windows were open says. */
@Tag("nightly")
final class ProportionalityIT {
    private static final String RACED = "dev.photofinish.victim.Meetings.meeting";
    private static final int WINDOWS = Integer.getInteger("photofinish.proportionality.windows", 100);
    private static final double PER_SECOND = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60 + WINDOWS);

    /** Of a normal distribution, beyond which one value of 60 000 lies. */
    private static final double FAR = 4.15;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void raceOfKnownRate_isSeenAsOftenAsItShould(Jdk jdk) throws Exception {
        String name = "proportionality-" + jdk.feature();
        Path temporary = LiveJvm.temporaryDirectory(name);
        List<String> program = List.of(
                "-Dphotofinish.drill.duty=0.9",
                "-Dphotofinish.drill.decades=0",
                "-cp",
                Shipped.programs().toString(),
                "dev.photofinish.victim.Meetings",
                Double.toString(PER_SECOND),
                Integer.toString(jdk.feature()));
        try (LiveJvm meetings = LiveJvm.start(jdk, temporary, name, program);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            AgentIn agent = new AgentIn(meetings);
            assertThat(agent.attach("include=dev.photofinish.victim.**,window=100,analyzer=" + receiver.address()))
                    .startsWith("ok");
            Await.until(WINDOWS + " windows", PATIENCE, () -> agent.windows() > WINDOWS);
            assertThat(agent.detach()).startsWith("ok");
            List<WindowSightings.Sighting> sightings = WindowSightings.in(receiver.directory(), RACED);
            assertThat(sightings).as("complete windows").hasSizeGreaterThan(WINDOWS * 9 / 10);

            List<Proportion> proportions = Proportion.all(sightings, PER_SECOND);
            Files.writeString(
                    Shipped.target().resolve(name + ".md"),
                    ProportionalityPage.of(jdk, proportions, PER_SECOND),
                    StandardCharsets.UTF_8);

            assertThat(proportions)
                    .as("groups of windows")
                    .hasSizeGreaterThan(2)
                    .allSatisfy(proportion -> assertThat(proportion.distance())
                            .as("standard deviations: " + proportion)
                            .isLessThan(FAR));
            assertThat(Analysis.of(receiver.directory()).fields()).containsExactly(RACED);
        }
    }
}
