package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The circuit breaker: an error that nobody expects, at each stage of the agent, puts the agent to sleep and not the application.
 * One after the other in one JVM: what an agent that failed leaves behind must not trouble the next.
 */
final class BreakerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPTIONS = "include=dev.photofinish.victim.**,window=20";
    private static final List<String> STAGES =
            List.of("choose:1", "weave:1", "open:3", "close:2", "govern:2", "rotate:1", "transport:1", "empty:2");

    private static final Set<String> BEFORE_THE_FIRST_STATE = Set.of("choose:1", "weave:1");

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void errorAtAnyStage_givesTheBytecodeBackAndIsToldOnce(Jdk jdk) throws Exception {
        String name = "breaker-" + jdk.feature();
        try (LiveJvm toiler = LiveJvm.toiler(jdk, "breaker");
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            String where = toiler.ask("where");
            Map<String, String> untouched = SecondAgent.classFiles(toiler, "untouched-" + name);
            // The second agent loads a class or two itself when it comes for the first time.
            untouched
                    .keySet()
                    .removeIf(file -> !file.startsWith("java.lang.Thread.")
                            && !file.startsWith("java.util.concurrent.locks.ReentrantLock"));
            assertThat(untouched).hasSizeGreaterThan(2);
            AgentIn agent = new AgentIn(toiler);
            toiler.ask("set photofinish.drill.duty 0.5");
            toiler.ask("set photofinish.drill.empty 2");
            for (String stage : STAGES) {
                toiler.ask("set photofinish.drill.fail " + stage);
                String attached = agent.attach(OPTIONS + ",analyzer=" + receiver.address());
                if (BEFORE_THE_FIRST_STATE.contains(stage)) {
                    assertThat(attached)
                            .startsWith("error photofinish could not start, and nothing of it is left")
                            .contains("drill: " + stage.substring(0, stage.indexOf(':')));
                    assertThat(agent.status()).startsWith("error");
                    assertThat(toiler.ask("where")).as(stage).isEqualTo(where);
                    assertGoesOn(toiler);
                } else {
                    assertThat(attached).as(stage).startsWith("ok");
                    assertFailsAndDetaches(stage, toiler, agent, where);
                }
                assertRestored(stage, toiler, untouched);
            }
            toiler.ask("set photofinish.drill.fail sweeper:1");
            assertThat(agent.attach(OPTIONS + ",mode=full")).startsWith("ok");
            assertFailsAndDetaches("sweeper:1", toiler, agent, where);
            assertRestored("sweeper", toiler, untouched);

            toiler.ask("set photofinish.drill.fail weave:1");
            assertThat(agent.attach(OPTIONS + ",mode=full"))
                    .startsWith("error photofinish could not start")
                    .contains("drill: weave");
            assertThat(toiler.ask("where")).as("after a start that failed").isEqualTo(where);
            assertThat(agent.status()).startsWith("error photofinish is not attached");
            assertRestored("a start that failed", toiler, untouched);

            assertWorksAgain(toiler, agent);
            assertThat(toiler.quit()).isZero();
            assertThat(toiler.unread())
                    .as("standard output")
                    .singleElement()
                    .asString()
                    .startsWith("ended after");
            assertThat(toiler.err())
                    .doesNotContain("drill")
                    .doesNotContain("Exception")
                    .doesNotContain("photofinish:");
        }
    }

    private static void assertFailsAndDetaches(String stage, LiveJvm toiler, AgentIn agent, String where)
            throws Exception {
        String reason = "drill: " + stage.substring(0, stage.indexOf(':'));
        Await.until(
                "failed at " + stage,
                PATIENCE,
                () -> agent.status().contains("state      failed")
                        && toiler.ask("where").equals(where));
        String status = agent.status();
        assertThat(status).containsPattern("failed +.*" + reason).containsPattern("errors +1\\b");
        assertThat(status.lines().filter(line -> line.startsWith("failed")))
                .as("told once")
                .hasSize(1);
        assertGoesOn(toiler);
        assertThat(agent.detach()).as("detach after " + stage).startsWith("ok");
    }

    private static void assertRestored(String after, LiveJvm toiler, Map<String, String> untouched) throws Exception {
        assertThat(SecondAgent.classFiles(toiler, "restored-breaker"))
                .as("class files after " + after)
                .containsAllEntriesOf(untouched);
        assertThat(toiler.leavings()).as("files after " + after).isEmpty();
    }

    private static void assertGoesOn(LiveJvm toiler) throws Exception {
        long rounds = toiler.measure("rounds");
        Await.until("more rounds", PATIENCE, () -> toiler.measure("rounds") > rounds);
    }

    private static void assertWorksAgain(LiveJvm toiler, AgentIn agent) throws Exception {
        toiler.ask("set photofinish.drill.fail none:1");
        assertThat(agent.attach(OPTIONS)).startsWith("ok");
        Await.until("windows without failures", PATIENCE, () -> agent.windows() > 3);
        assertThat(agent.status())
                .containsPattern("errors +0\\b")
                .doesNotContain("failed")
                .as("the probes have their bodies")
                .doesNotContain(" 0.00 million of fields and 0.00 million");
        assertThat(agent.detach()).startsWith("ok");
    }
}
