package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A race in a program that nobody here wrote: LOGBACK-1037, and the release that repaired it. */
final class LogbackIT {
    private static final String FIELD = "ch.qos.logback.core.AppenderBase.started";

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void plainStarted_isReported(Jdk jdk) throws Exception {
        Analysis analysis = analyse(jdk, "racy");
        assertThat(analysis.fields()).contains(FIELD);
        assertThat(analysis.incomplete()).isZero();
        assertThat(analysis.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void volatileStarted_isNotReported(Jdk jdk) throws Exception {
        Analysis analysis = analyse(jdk, "fixed");
        assertThat(analysis.fields()).doesNotContain(FIELD);
        assertThat(analysis.incomplete()).isZero();
        assertThat(analysis.events()).isPositive();
    }

    private static Analysis analyse(Jdk jdk, String edition) throws Exception {
        String name = "logback-" + edition + "-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(recording);
        Command.Outcome outcome = Command.of(
                        jdk.java(),
                        "-javaagent:" + Shipped.agentJar() + "=mode=full,include=ch.qos.logback.**,output=" + recording,
                        "-cp",
                        Shipped.programs()
                                + File.pathSeparator
                                + Shipped.target().resolve("logback").resolve(edition + ".jar"),
                        "dev.photofinish.driver.LogbackDriver")
                .run(name);
        assertThat(outcome.exit()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains("appended ");
        return Analysis.of(recording);
    }
}
