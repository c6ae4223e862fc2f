package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Another agent in the same JVM, in either order of loading: the verdicts stay, and nothing is said of its classes. */
final class OtherAgentsIT {
    private static final String RACY = "dev.photofinish.conformance.thread.TwoWriters";
    private static final String CLEAN = "dev.photofinish.conformance.monitor.SynchronizedBlock";

    static Stream<Arguments> orders() {
        return Jdk.installed().stream().flatMap(jdk -> Stream.of(true, false).map(first -> Arguments.of(jdk, first)));
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
