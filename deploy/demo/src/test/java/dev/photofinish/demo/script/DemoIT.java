package dev.photofinish.demo.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job, as a user does it: the real script, agent, analyzer and service, on every JDK there is. */
@Timeout(value = 10, unit = java.util.concurrent.TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class DemoIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @ParameterizedTest
    @MethodSource("jdks")
    void demo_findsTheRacesOfTheSampleService_andNoOther(Path jdk, @TempDir Path temporary) throws Exception {
        Process process = script(jdk, temporary);
        try (DemoRun run = new DemoRun(process)) {
            run.awaitLine("RACE  ");

            assertThat(run.await()).as(run.text()).isZero();
            assertThat(run.text())
                    .contains("7 of 7 racy fields of the sample service found")
                    .contains("and of all others, 0 reported")
                    .contains("held by    CoarseCatalogue.reindex:", "held by    CoarseLedger.closeDay:")
                    .doesNotContain("The detach failed");
            assertThat(run.survivors()).isEmpty();
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    private static Process script(Path jdk, Path temporary) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/bash",
                        ROOT.resolve("deploy/demo.sh").toString(),
                        "--once",
                        "--no-build",
                        "--timeout",
                        "240")
                .redirectErrorStream(true);
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("DEMO_JAVA_HOME", jdk.toString());
        return builder.start();
    }

    /** The JDK of this build, and JDK 25 where there is one; says so where there is none. */
    static List<Path> jdks() {
        List<Path> jdks = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        String configured = System.getenv("PHOTOFINISH_JDK25");
        if (configured != null) {
            jdks.add(Path.of(configured));
            return jdks;
        }
        try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
            jdks.addAll(installed
                    .filter(home -> home.getFileName().toString().matches(".*[-.]25\\b.*"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .limit(1)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list /usr/lib/jvm", e);
        }
        if (jdks.size() == 1) {
            System.err.println("SKIPPED on JDK 25: expected it in PHOTOFINISH_JDK25 or under /usr/lib/jvm, found none");
        }
        return jdks;
    }
}
