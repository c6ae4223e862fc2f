package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Another agent in the same JVM, in either order of loading: the verdicts stay, and nothing is said of its classes. */
@Tag("nightly")
final class OtherAgentsIT {
    private static final String RACY = "dev.photofinish.conformance.thread.TwoWriters";
    private static final String CLEAN = "dev.photofinish.conformance.monitor.SynchronizedBlock";
    private static final String TRACED = "dev.photofinish.victim.Traced";

    /** Nothing is exported, and only what the program does is traced: the agent starts in a fraction of the time. */
    private static final List<String> TRACING = List.of(
            "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none",
            "-Dotel.instrumentation.common.default-enabled=false",
            "-Dotel.instrumentation.http-url-connection.enabled=true",
            "-Dotel.instrumentation.executors.enabled=true");

    static Stream<Arguments> orders() {
        return Jdk.installed().stream().flatMap(jdk -> Stream.of(true, false).map(first -> Arguments.of(jdk, first)));
    }

    static Stream<Arguments> loadings() {
        return Jdk.installed().stream()
                .flatMap(jdk -> Stream.of("first", "second", "attached").map(ours -> Arguments.of(jdk, ours)));
    }

    @ParameterizedTest
    @MethodSource("loadings")
    void openTelemetryBesideOurs_tracesAndChangesNoVerdict(Jdk jdk, String ours) throws Exception {
        String name = "opentelemetry-" + ours + "-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(recording);
        String options = "mode=full,include=" + TRACED + ",output=" + recording;
        List<String> words = new ArrayList<>(TRACING);
        words.add("-javaagent:" + Shipped.target().resolve("agents/opentelemetry.jar"));
        if (!ours.equals("attached")) {
            words.add(ours.equals("first") ? 0 : words.size(), "-javaagent:" + Shipped.agentJar() + "=" + options);
        }
        words.addAll(List.of("-cp", Shipped.programs().toString(), TRACED));
        try (LiveJvm traced = LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, words)) {
            if (ours.equals("attached")) {
                Command.Outcome attached =
                        Command.agent("attach", traced.pid(), options).run(name);
                assertThat(attached.exit()).as(attached.toString()).isZero();
            }
            assertThat(traced.ask("call")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
            assertThat(traced.ask("race")).isEqualTo("2");
            assertThat(traced.ask("call")).startsWith("00-");
            assertThat(traced.quit()).isZero();
            assertThat(traced.err()).doesNotContain("Exception", "VerifyError", "LinkageError");
        }
        Analysis analysis = Analysis.of(recording);
        assertThat(analysis.reasons()).isEmpty();
        assertThat(analysis.incomplete()).isZero();
        assertThat(analysis.lost()).isZero();
        assertThat(analysis.fields()).containsExactly(TRACED + ".raced");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void jacocoBesideOurs_changesNoVerdict(Jdk jdk, boolean first) throws Exception {
        String name = "jacoco-" + (first ? "first-" : "second-") + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Path coverage = Shipped.target().resolve(name + ".exec");
        Files.deleteIfExists(recording);
        Files.deleteIfExists(coverage);
        String ours = "-javaagent:" + Shipped.agentJar() + "=mode=full,include=dev.photofinish.conformance.**,output="
                + recording;
        String other = "-javaagent:" + Shipped.target().resolve("agents/jacoco.jar") + "=destfile=" + coverage;
        Command.Outcome outcome = Command.of(jdk.java(), first ? other : ours, first ? ours : other)
                .with("-cp", Shipped.programs(), "dev.photofinish.conformance.Main", RACY, CLEAN)
                .run(name);
        assertThat(outcome.exit()).as(outcome.toString()).isZero();
        assertThat(outcome.err()).doesNotContain("Exception", "Error");
        assertThat(coverage).isNotEmptyFile();
        Analysis analysis = Analysis.of(recording);
        assertThat(analysis.incomplete()).isZero();
        assertThat(analysis.lost()).isZero();
        assertThat(analysis.fields()).containsExactly(RACY + ".payload");
    }
}
