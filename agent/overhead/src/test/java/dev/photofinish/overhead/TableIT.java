package dev.photofinish.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.photofinish.blackbox.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** That the measurement works, and measures what it says: nothing is asserted of how fast anything is. */
final class TableIT {
    private static final int SIDE_BY_SIDE = 2;
    private static final ExecutorService RUNNERS = Executors.newFixedThreadPool(SIDE_BY_SIDE);

    private static final String BOTH = "asleep,default";

    /** The first JDK with virtual threads. */
    private static final int VIRTUAL = 21;

    @TempDir
    private static Path directory;

    @TestFactory
    Stream<DynamicNode> shortMeasurement_printsItsRowsOfAnAgentThatSleepsAndOfOneThatWeaves() {
        List<DynamicNode> tests = new ArrayList<>();
        Jdk current = Jdk.installed().get(0);
        // The longest first. To weave all that a broker is costs half a minute: nightly.
        tests.add(measured("kafka", current, System.getProperty("overhead.broker.rows", "asleep")));
        tests.add(measured("json", current, "default"));
        tests.add(measured("forkjoin", current, BOTH));
        for (Jdk jdk : Jdk.installed()) {
            if (jdk.feature() >= VIRTUAL) {
                tests.add(measured("virtual", jdk, BOTH));
            }
        }
        return tests.stream();
    }

    private static DynamicNode measured(String workload, Jdk jdk, String rows) {
        // Alive at once or one after the other.
        String slice = workload.equals("json") ? "100" : "0";
        Future<List<Result>> results = RUNNERS.submit(() -> measure(workload, jdk, rows, "--slice", slice));
        return dynamicTest(workload + " on " + jdk, () -> check(workload, jdk, results.get()));
    }

    @TestFactory
    Stream<DynamicNode> workloadThatNeedsALaterJdk_saysSoInItsRow() {
        return Jdk.installed().stream()
                .filter(jdk -> jdk.feature() < VIRTUAL)
                .map(jdk -> dynamicTest("virtual on " + jdk, () -> {
                    measure("virtual", jdk, "none");
                    assertThat(Files.readString(page("virtual", jdk), StandardCharsets.UTF_8))
                            .contains("does not run here", "expected JDK 21 or later");
                }));
    }

    @AfterAll
    static void end() {
        RUNNERS.shutdown();
    }

    private static List<Result> measure(String workload, Jdk jdk, String rows, String... more)
            throws IOException, InterruptedException {
        List<String> settings = new ArrayList<>(List.of(
                "--pairs",
                "1",
                "--warmup",
                "0",
                "--seconds",
                "1",
                "--workloads",
                workload,
                "--rows",
                rows,
                "--jdks",
                jdk.home().toString(),
                "--root",
                System.getProperty("photofinish.root", "."),
                "--output",
                page(workload, jdk).toString()));
        settings.addAll(List.of(more));
        return Table.measure(System.out, settings.toArray(String[]::new));
    }

    private static Path page(String workload, Jdk jdk) {
        return directory.resolve(workload + "-" + jdk.feature() + ".md");
    }

    private static void check(String workload, Jdk jdk, List<Result> results) throws IOException {
        String page = Files.readString(page(workload, jdk), StandardCharsets.UTF_8);
        for (Result result : results) {
            assertThat(result.failure()).isEmpty();
            assertThat(page)
                    .contains("| " + workload + " | ", "| " + result.row().title() + " |");
            assertThat(result.pairs()).hasSize(1).allSatisfy(pair -> {
                assertThat(pair.plain().agent()).isNull();
                assertThat(pair.plain().roundsPerSecond()).isPositive();
                assertThat(pair.with().startUpMillis()).isPositive();
                assertThat(pair.with().p999Micros())
                        .isGreaterThanOrEqualTo(pair.with().p50Micros());
            });
            Sample.AgentFigure agent = agent(result);
            if (result.row() == Row.ASLEEP) {
                assertThat(agent.state()).isEqualTo("asleep");
                assertThat(agent.classesWoven()).isZero();
            } else {
                assertThat(agent.state()).isNotEqualTo("asleep");
                assertThat(agent.classesWoven()).isPositive();
                assertThat(result.pairs().get(0).with().sentBytes()).isPositive();
            }
        }
    }

    private static Sample.AgentFigure agent(Result result) {
        Sample.@Nullable AgentFigure agent = result.pairs().get(0).with().agent();
        if (agent == null) {
            throw new AssertionError("expected the agent in " + result.row().title());
        }
        return agent;
    }
}
