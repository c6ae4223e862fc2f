package dev.photofinish.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the measurement works, and measures what it says: nothing is asserted of how fast anything is. */
final class TableIT {
    @Test
    void shortMeasurement_printsItsRowsOfAnAgentThatSleepsAndOfOneThatWeaves(@TempDir Path directory) throws Exception {
        Path page = directory.resolve("page.md");
        List<Result> results = Table.measure(
                System.out,
                "--pairs",
                "1",
                "--warmup",
                "1",
                "--seconds",
                "2",
                "--workloads",
                "caffeine",
                "--rows",
                "asleep,default",
                "--root",
                System.getProperty("photofinish.root", "."),
                "--output",
                page.toString());

        assertThat(results).allSatisfy(result -> {
            assertThat(result.failure()).isEmpty();
            assertThat(result.pairs()).hasSize(1).allSatisfy(pair -> {
                assertThat(pair.plain().agent()).isNull();
                assertThat(pair.plain().roundsPerSecond()).isPositive();
                assertThat(pair.with().startUpMillis()).isPositive();
                assertThat(pair.with().p999Micros())
                        .isGreaterThanOrEqualTo(pair.with().p50Micros());
            });
        });
        Sample.AgentFigure asleep = agent(results.get(0));
        assertThat(asleep.state()).isEqualTo("asleep");
        assertThat(asleep.classesWoven()).isZero();
        Sample.AgentFigure watching = agent(results.get(1));
        assertThat(watching.state()).isNotEqualTo("asleep");
        assertThat(watching.classesWoven()).isPositive();
        assertThat(Files.readString(page, StandardCharsets.UTF_8))
                .contains("| caffeine | ", "| " + Row.ASLEEP.title() + " |", "| " + Row.DEFAULT.title() + " |");
    }

    private static Sample.AgentFigure agent(Result result) {
        Sample.@Nullable AgentFigure agent = result.pairs().get(0).with().agent();
        if (agent == null) {
            throw new AssertionError("expected the agent in " + result.row().title());
        }
        return agent;
    }
}
